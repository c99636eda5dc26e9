### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
site-tagline = Descrições de funções prontas a usar ou a adaptar

# Home page: what search engines show below its title.
home-summary = Descrições de funções com responsabilidades e requisitos, que pode utilizar e alterar livremente.

# Link in the footer to the page content/pages/about/.
legal-about = Quem somos
