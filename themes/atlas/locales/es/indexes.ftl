### Pages that list titles and skills.

## Index from A to Z

# Title of the page. .slug is a part of its address: lower-case letters, digits, and hyphens.
index-title = Puestos de la A a la Z
    .slug = a-z
index-summary = Todos los puestos por orden alfabético, incluidos los otros nombres con los que se buscan.

# For screen readers: name of the list of letters above the page.
index-letters = Letras

# After a title that is another name of a role. The element "role" is a link to the role. $title (String): the title of the role.
index-see = véase <a data-l10n-name="role">{ $title }</a>


## Skills

# Title of the page that lists all skills. .slug is a part of addresses, here and for the page of each skill.
skills-title = Competencias
    .slug = competencias
skills-summary = Lo que piden las descripciones de puestos: elija una competencia y vea los puestos que la necesitan.

# The page of one skill: heading, and a sentence below it. $skill (String): the name of the skill, such as "Java".
skills-heading = Competencia: { $skill }
skills-roles = Descripciones de puestos que piden «{ $skill }», con sus responsabilidades y requisitos.

# Heading of the other skills for which the same roles ask.
skills-together = Suelen pedirse juntas
