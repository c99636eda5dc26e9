### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
site-tagline = Des fiches de poste à reprendre telles quelles ou à adapter

# Home page: what search engines show below its title.
home-summary = Des fiches de poste avec missions et profil recherché, à utiliser et à modifier librement.

# Link in the footer to the page content/pages/about/.
legal-about = Qui sommes-nous ?
