### Words of the different kinds of pages.

## Job description (role)

# Main heading of the page. $role (String): the role, such as "Programador Java (m/f)".
role-heading = Descrição de funções de { $role }

# Headings of the sections of a job description, and name of the list of skills.
section-brief = Apresentação da função
section-responsibilities = Responsabilidades
section-requirements = Requisitos
section-benefits = Benefícios
section-skills = Competências

# Heading of the facts beside the text: other titles, field, date.
role-facts = Detalhes

# Before other titles of the same role.
role-alternative-titles = Outras designações

# Placeholders in the text of a job description, to be replaced by the employer.
placeholder-company = [nome da empresa]
placeholder-city = [cidade]


## Post this job

# Button under the title of a job description and in the panel after the text.
post-job-button = Publicar oferta

# Panel after the requirements: heading, explanation, label of the text field.
# $role (String): the role, such as "Programador Java (m/f)".
post-job-heading = Tudo pronto para contratar?
post-job-text = Use este modelo para { $role } tal como está ou edite-o primeiro. Indique o local de trabalho e comece.
post-job-city = Cidade


## Related entries, after the text

# Headings of the groups; related-heading serves any other collection.
# $collection (String): the title of the collection, such as "Tutoriais".
related-job-descriptions = Descrições de funções relacionadas
related-interview-questions = Perguntas de entrevista relacionadas
related-topics = Temas relacionados
related-heading = Conteúdos relacionados: { $collection }


## Article

# Heading of the table of contents.
article-contents = Nesta página

# Beside an article: how long it takes to read. $minutes (Number): at least 1.
reading-time = Tempo de leitura
reading-minutes = { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } minutos
   *[other] { $minutes } minutos
}


## Listing of a collection

# For screen readers: name of the list of links to the groups of the page.
listing-jump = Ir para uma área

# Heading of the entries that belong to no category.
listing-other = Outros conteúdos

# Heading of the entries of a long list whose titles begin with no letter: digits, other scripts.
listing-no-letter = #


## Home page

home-summary = Saiba em que consiste cada função e o que exige.
home-collections = Conteúdos
home-categories = Explorar por área


## Page not found

not-found-title = Não encontrámos essa página
not-found-summary = O endereço pode ter mudado ou conter um erro de escrita.
not-found-suggestions = Experimente uma destas páginas
not-found-home = Ir para a página inicial
not-found-languages = Este site noutras línguas


## Choice of language, at the root of the site

languages-title = Escolha a sua língua
languages-summary = Este site está disponível em várias línguas. Escolha aquela em que quer ler.
