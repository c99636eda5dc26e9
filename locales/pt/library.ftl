### What this library says in words of its own, instead of those of the theme. It offers templates to every employer.

## Name and home page

site-tagline = Descrições de funções e guias de contratação, prontos a adaptar
title-home = { -brand }: descrições de funções e guias de contratação
home-collections = A biblioteca


## Collections

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
collection-categories = Áreas profissionais
    .slug = areas
    .singular = Área profissional
    .description = Todos os conteúdos da biblioteca, agrupados por área.


## Roles

role-facts = Sobre este modelo


## Newsletter form

newsletter-heading = Contratar melhor, mês a mês
newsletter-text = Novos modelos e guias práticos por email. Sem publicidade, e pode cancelar a subscrição a qualquer momento.


## Lists and search

index-summary = Todas as designações de funções da biblioteca por ordem alfabética, incluindo os outros nomes pelos quais são procuradas.
skills-roles = Descrições de funções que pedem «{ $skill }», com responsabilidades e requisitos para copiar e adaptar.
search-summary = Encontre descrições de funções, perguntas de entrevista, guias e termos.
search-label = Pesquisar na biblioteca
search-failed = Não foi possível carregar a pesquisa. Explore a biblioteca mais abaixo.
search-noscript = A pesquisa precisa de JavaScript, que está desativado. Explore a biblioteca mais abaixo.
search-browse = Explorar a biblioteca


## Languages

not-found-languages = A biblioteca noutras línguas
languages-summary = A biblioteca está publicada em várias línguas. Escolha aquela em que quer ler.
