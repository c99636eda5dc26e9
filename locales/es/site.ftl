### Words of this site: announcement, navigation, calls to action, and footer.
### The configuration of the site refers to these ids.

## Announcement, the line above the header

announcement = Novedad en la biblioteca: preguntas de entrevista para equipos de atención al cliente.
    .link = Ver las preguntas


## Home page

home-summary = Contenidos gratuitos y cuidados, en varios idiomas: descripciones de puestos, preguntas de entrevista y guías de selección.


## Navigation: groups that open, and their entries with one line of description

# First step of the breadcrumb, instead of the theme's word: the library is a toolkit.
breadcrumb-home = Kit de RR. HH.

navigation-templates = Plantillas
navigation-overview = Vista general
    .description = Toda la biblioteca de un vistazo
navigation-job-descriptions = Descripciones de puestos
    .description = Responsabilidades y requisitos, listos para editar
navigation-interview-questions = Preguntas de entrevista
    .description = Qué preguntar y qué revela una buena respuesta

navigation-guides = Guías
navigation-tutorials = Tutoriales
    .description = Ayuda práctica para cada fase de la selección
navigation-hr-terms = Términos de RR. HH.
    .description = El vocabulario de los recursos humanos, explicado

navigation-fields = Áreas
navigation-information-technology = Tecnologías de la información
    .description = Desarrollo, pruebas y datos
navigation-customer-service = Atención al cliente
    .description = Asistencia por teléfono, correo y chat
navigation-human-resources = Recursos humanos
    .description = Personas, nóminas y empleo


## Calls to action in the header: keep them short

action-contact = Contactar
action-demo = Pedir una demo


## Footer: columns and their links

footer-product = Producto
footer-overview = Vista general
footer-demo = Pedir una demo
footer-pricing = Precios

footer-resources = Recursos
footer-job-descriptions = Descripciones de puestos
footer-interview-questions = Preguntas de entrevista
footer-tutorials = Tutoriales
footer-hr-terms = Términos de RR. HH.
footer-about-library = Acerca de esta biblioteca

footer-company = Empresa
footer-about = Quiénes somos
footer-careers = Empleo
footer-press = Prensa


## Footer: regions of the telephone numbers

phone-us = Estados Unidos
phone-gr = Grecia
phone-de = Alemania


## Footer: social networks (names: do not translate them)

social-linkedin = LinkedIn
social-youtube = YouTube
social-mastodon = Mastodon


## Footer: legal line

legal-privacy = Privacidad
legal-terms = Condiciones de uso
legal-accessibility = Accesibilidad


## Sections of roles, beyond those that the theme names

section-equal-opportunity = Igualdad de oportunidades
