### Pages that list titles and skills.

## Index from A to Z

# Title of the page. .slug is a part of its address: lower-case letters, digits, and hyphens.
index-title = Titles from A to Z
    .slug = a-z
index-summary = All job titles in alphabetical order, including the other names that people look for.

# For screen readers: name of the list of letters above the page.
index-letters = Letters

# After a title that is another name of a role. The element "role" is a link to the role. $title (String): the title of the role.
index-see = see <a data-l10n-name="role">{ $title }</a>


## Skills

# Title of the page that lists all skills. .slug is a part of addresses, here and for the page of each skill.
skills-title = Skills
    .slug = skills
skills-summary = What job descriptions ask for: pick a skill and see the roles that need it.

# The page of one skill: heading, and a sentence below it. $skill (String): the name of the skill, such as "Java".
skills-heading = Skill: { $skill }
skills-roles = Job descriptions that ask for “{ $skill },” with their responsibilities and requirements.

# Heading of the other skills for which the same roles ask.
skills-together = Often asked for together
