### Collections. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Descripciones de puestos
    .slug = descripciones-de-puestos
    .singular = Descripción de puesto
    .description = Cada puesto, con sus responsabilidades y requisitos.

collection-interview-questions = Preguntas de entrevista
    .slug = preguntas-de-entrevista
    .singular = Preguntas de entrevista
    .description = Preguntas para las entrevistas, con notas sobre las respuestas.

collection-tutorials = Tutoriales
    .slug = tutoriales
    .singular = Tutorial
    .description = Guías prácticas, paso a paso.

collection-hr-terms = Términos de RR. HH.
    .slug = terminos-de-recursos-humanos
    .singular = Término de RR. HH.
    .description = El vocabulario de los recursos humanos en lenguaje sencillo y con ejemplos.

collection-categories = Áreas profesionales
    .slug = areas
    .singular = Área profesional
    .description = Todos los contenidos, agrupados por áreas.
