### Collections of the library. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Descrições de funções
    .slug = descricoes-de-funcoes
    .singular = Descrição de funções
    .description = Modelos para cada função, com responsabilidades e requisitos que pode editar e publicar.

collection-interview-questions = Perguntas de entrevista
    .slug = perguntas-de-entrevista
    .singular = Perguntas de entrevista
    .description = Perguntas que mostram como cada pessoa trabalha, com notas sobre o que contém uma boa resposta.

collection-tutorials = Tutoriais
    .slug = tutoriais
    .singular = Tutorial
    .description = Guias práticos para escrever, entrevistar e decidir, passo a passo.

collection-hr-terms = Glossário de RH
    .slug = glossario-de-rh
    .singular = Termo de RH
    .description = O vocabulário dos recursos humanos em linguagem simples, com exemplos.

collection-categories = Áreas profissionais
    .slug = areas
    .singular = Área profissional
    .description = Todos os conteúdos da biblioteca, agrupados por área.
