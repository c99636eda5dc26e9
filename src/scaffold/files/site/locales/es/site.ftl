### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
site-tagline = Descripciones de puestos para usar tal cual o adaptar

# Home page: what search engines show below its title.
home-summary = Descripciones de puestos con funciones y requisitos, que puede utilizar y modificar libremente.

# Link in the footer to the page content/pages/about/.
legal-about = Quiénes somos
