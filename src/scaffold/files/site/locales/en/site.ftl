### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
site-tagline = Job descriptions to use as they are or to make your own

# Home page: what search engines show below its title.
home-summary = Job descriptions with responsibilities and requirements, free to use and to change.

# Link in the footer to the page content/pages/about/.
legal-about = About us
