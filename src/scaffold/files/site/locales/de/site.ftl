### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
site-tagline = Stellenbeschreibungen, fertig zum Übernehmen oder Anpassen

# Home page: what search engines show below its title.
home-summary = Stellenbeschreibungen mit Aufgaben und Anforderungen, die Sie frei verwenden und ändern dürfen.

# Link in the footer to the page content/pages/about/.
legal-about = Über uns
