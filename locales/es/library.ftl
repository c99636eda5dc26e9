### What this library says in words of its own, instead of those of the theme. It offers templates to every employer.

## Name and home page

site-tagline = Descripciones de puestos y guías de selección, listas para adaptar
title-home = { -brand }: descripciones de puestos y guías de selección
home-collections = La biblioteca


## Collections

collection-job-descriptions = Descripciones de puestos
    .slug = descripciones-de-puestos
    .singular = Descripción de puesto
    .description = Plantillas para cada puesto, con responsabilidades y requisitos que puede editar y publicar.
collection-interview-questions = Preguntas de entrevista
    .slug = preguntas-de-entrevista
    .singular = Preguntas de entrevista
    .description = Preguntas que muestran cómo trabaja cada persona, con notas sobre lo que contiene una buena respuesta.
collection-tutorials = Tutoriales
    .slug = tutoriales
    .singular = Tutorial
    .description = Guías prácticas para redactar, entrevistar y decidir, paso a paso.
collection-categories = Áreas profesionales
    .slug = areas
    .singular = Área profesional
    .description = Todo el contenido de la biblioteca, agrupado por áreas.


## Roles

role-facts = Sobre esta plantilla


## Newsletter form

newsletter-heading = Ideas para contratar mejor, cada mes
newsletter-text = Nuevas plantillas y guías prácticas en su correo. Sin publicidad, y puede darse de baja cuando quiera.


## Lists and search

index-summary = Todos los puestos de la biblioteca por orden alfabético, incluidos los otros nombres con los que se buscan.
skills-roles = Descripciones de puestos que piden «{ $skill }», con responsabilidades y requisitos para copiar y adaptar.
search-summary = Encuentre descripciones de puesto, preguntas de entrevista, guías y términos.
search-label = Buscar en la biblioteca
search-failed = No se ha podido cargar la búsqueda. Explore la biblioteca más abajo.
search-noscript = La búsqueda necesita JavaScript, que está desactivado. Explore la biblioteca más abajo.
search-browse = Explorar la biblioteca


## Languages

not-found-languages = La biblioteca en otros idiomas
languages-summary = La biblioteca se publica en varios idiomas. Elija en cuál quiere leerla.
