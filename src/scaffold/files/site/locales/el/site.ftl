### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
site-tagline = Περιγραφές θέσεων εργασίας, έτοιμες για χρήση ή προσαρμογή

# Home page: what search engines show below its title.
home-summary = Περιγραφές θέσεων εργασίας με αρμοδιότητες και προσόντα, που μπορείτε να χρησιμοποιήσετε και να αλλάξετε ελεύθερα.

# Link in the footer to the page content/pages/about/.
legal-about = Ποιοι είμαστε
