### Pages that list titles and skills.

## Index from A to Z

# Title of the page. .slug is a part of its address: lower-case letters, digits, and hyphens.
index-title = Métiers de A à Z
    .slug = a-z
index-summary = Tous les intitulés de poste par ordre alphabétique, y compris les autres noms sous lesquels on les cherche.

# For screen readers: name of the list of letters above the page.
index-letters = Lettres

# After a title that is another name of a role. The element "role" is a link to the role. $title (String): the title of the role.
index-see = voir <a data-l10n-name="role">{ $title }</a>


## Skills

# Title of the page that lists all skills. .slug is a part of addresses, here and for the page of each skill.
skills-title = Compétences
    .slug = competences
skills-summary = Ce que demandent les fiches de poste : choisissez une compétence pour voir les postes qui l’exigent.

# The page of one skill: heading, and a sentence below it. $skill (String): the name of the skill, such as "Java".
skills-heading = Compétence : { $skill }
skills-roles = Fiches de poste qui demandent « { $skill } », avec les missions et le profil recherché.

# Heading of the other skills for which the same roles ask.
skills-together = Souvent demandées ensemble
