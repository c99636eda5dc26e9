### Collections. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Descrições de funções
    .slug = descricoes-de-funcoes
    .singular = Descrição de funções
    .description = Cada função, com as suas responsabilidades e requisitos.

collection-interview-questions = Perguntas de entrevista
    .slug = perguntas-de-entrevista
    .singular = Perguntas de entrevista
    .description = Perguntas para a entrevista, com notas sobre as respostas.

collection-tutorials = Tutoriais
    .slug = tutoriais
    .singular = Tutorial
    .description = Guias práticos, passo a passo.

collection-hr-terms = Glossário de RH
    .slug = glossario-de-rh
    .singular = Termo de RH
    .description = O vocabulário dos recursos humanos em linguagem simples, com exemplos.

collection-categories = Áreas profissionais
    .slug = areas
    .singular = Área profissional
    .description = Todos os conteúdos, agrupados por área.
