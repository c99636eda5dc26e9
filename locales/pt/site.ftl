### Words of this site: announcement, navigation, calls to action, and footer.
### The configuration of the site refers to these ids.

## Announcement, the line above the header

announcement = Novidade na biblioteca: perguntas de entrevista para equipas de apoio ao cliente.
    .link = Ver as perguntas


## Home page

home-summary = Descrições de funções, perguntas de entrevista e guias de contratação gratuitos, editados com cuidado e em várias línguas.


## Navigation: groups that open, and their entries with one line of description

# First step of the breadcrumb, instead of the theme's word: the library is a toolkit.
breadcrumb-home = Ferramentas de RH

navigation-templates = Modelos
navigation-overview = Visão geral
    .description = Toda a biblioteca num relance
navigation-job-descriptions = Descrições de funções
    .description = Responsabilidades e requisitos, prontos a editar
navigation-interview-questions = Perguntas de entrevista
    .description = O que perguntar e o que mostra uma boa resposta

navigation-guides = Guias
navigation-tutorials = Tutoriais
    .description = Ajuda prática para cada etapa da contratação
navigation-hr-terms = Glossário de RH
    .description = O vocabulário dos recursos humanos, explicado

navigation-fields = Áreas
navigation-information-technology = Tecnologias de informação
    .description = Desenvolvimento, testes e dados
navigation-customer-service = Apoio ao cliente
    .description = Apoio por telefone, email e chat
navigation-human-resources = Recursos humanos
    .description = Pessoas, salários e relações laborais


## Calls to action in the header: keep them short

action-contact = Fale connosco
action-demo = Pedir demonstração


## Footer: columns and their links

footer-product = Produto
footer-overview = Visão geral
footer-demo = Pedir demonstração
footer-pricing = Preços

footer-resources = Recursos
footer-job-descriptions = Descrições de funções
footer-interview-questions = Perguntas de entrevista
footer-tutorials = Tutoriais
footer-hr-terms = Glossário de RH
footer-about-library = Sobre esta biblioteca

footer-company = Empresa
footer-about = Sobre nós
footer-careers = Carreiras
footer-press = Imprensa


## Footer: regions of the telephone numbers

phone-us = Estados Unidos
phone-gr = Grécia
phone-de = Alemanha


## Footer: social networks (names: do not translate them)

social-linkedin = LinkedIn
social-youtube = YouTube
social-mastodon = Mastodon


## Footer: legal line

legal-privacy = Privacidade
legal-terms = Termos de utilização
legal-accessibility = Acessibilidade


## Sections of roles, beyond those that the theme names

section-equal-opportunity = Igualdade de oportunidades
