### Pages that list titles and skills.

## Index from A to Z

# Title of the page. .slug is a part of its address: lower-case letters, digits, and hyphens.
index-title = Funções de A a Z
    .slug = a-z
index-summary = Todas as designações de funções por ordem alfabética, incluindo os outros nomes pelos quais são procuradas.

# For screen readers: name of the list of letters above the page.
index-letters = Letras

# After a title that is another name of a role. The element "role" is a link to the role. $title (String): the title of the role.
index-see = ver <a data-l10n-name="role">{ $title }</a>


## Skills

# Title of the page that lists all skills. .slug is a part of addresses, here and for the page of each skill.
skills-title = Competências
    .slug = competencias
skills-summary = O que pedem as descrições de funções: escolha uma competência e veja as funções que precisam dela.

# The page of one skill: heading, and a sentence below it. $skill (String): the name of the skill, such as "Java".
skills-heading = Competência: { $skill }
skills-roles = Descrições de funções que pedem «{ $skill }», com as respetivas responsabilidades e requisitos.

# Heading of the other skills for which the same roles ask.
skills-together = Muitas vezes pedidas em conjunto
