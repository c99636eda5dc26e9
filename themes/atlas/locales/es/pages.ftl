### Words of the different kinds of pages.

## Job description (role)

# Main heading of the page. $role (String): the role, such as "Java Developer".
role-heading = Descripción de puesto: { $role }

# Headings of the sections of a job description, and name of the list of skills.
section-brief = Presentación del puesto
section-responsibilities = Responsabilidades
section-requirements = Requisitos
section-benefits = Beneficios
section-skills = Competencias

# Heading of the facts beside the text: other titles, field, date.
role-facts = Detalles

# Before other titles of the same role.
role-alternative-titles = Otras denominaciones

# Placeholders in the text of a job description, to be replaced by the employer.
placeholder-company = [nombre de la empresa]
placeholder-city = [ciudad]


## Post this job

# Button under the title of a job description and in the panel after the text.
post-job-button = Publicar el puesto

# Panel after the requirements: heading, explanation, label of the text field.
# $role (String): the role, such as "Java Developer".
post-job-heading = ¿Todo listo para contratar?
post-job-text = Use la plantilla «{ $role }» tal cual o edítela antes. Indíquenos el lugar de trabajo y empiece.
post-job-city = Ciudad


## Related entries, after the text

# Headings of the groups; related-heading serves any other collection.
# $collection (String): the title of the collection, such as "Tutorials".
related-job-descriptions = Descripciones de puestos relacionadas
related-interview-questions = Preguntas de entrevista relacionadas
related-topics = Temas relacionados
related-heading = Contenido relacionado: { $collection }


## Article

# Heading of the table of contents.
article-contents = En esta página

# Beside an article: how long it takes to read. $minutes (Number): at least 1.
reading-time = Tiempo de lectura
reading-minutes = { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } minutos
   *[other] { $minutes } minutos
}


## Listing of a collection

# For screen readers: name of the list of links to the groups of the page.
listing-jump = Ir a un área

# Heading of the entries that belong to no category.
listing-other = Otros contenidos

# Heading of the entries of a long list whose titles begin with no letter: digits, other scripts.
listing-no-letter = #


## Home page

home-summary = Descubra en qué consiste cada puesto y qué exige.
home-collections = Contenidos
home-categories = Explorar por área


## Page not found

not-found-title = No hemos encontrado esa página
not-found-summary = Es posible que la dirección haya cambiado o contenga una errata.
not-found-suggestions = Pruebe con una de estas páginas
not-found-home = Ir a la página de inicio
not-found-languages = Este sitio en otros idiomas


## Choice of language, at the root of the site

languages-title = Elija su idioma
languages-summary = Este sitio está disponible en varios idiomas. Elija en cuál quiere leerlo.
