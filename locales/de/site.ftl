### Words of this site: announcement, navigation, calls to action, and footer.
### The configuration of the site refers to these ids.

## Announcement, the line above the header

announcement = Neu in der Bibliothek: Interviewfragen für Teams im Kundenservice.
    .link = Zu den Fragen


## Home page

home-summary = Kostenlose, sorgfältig redigierte Stellenbeschreibungen, Interviewfragen und Recruiting-Anleitungen in mehreren Sprachen.


## Navigation: groups that open, and their entries with one line of description

# First step of the breadcrumb, instead of the theme's word: the library is a toolkit.
breadcrumb-home = HR-Toolkit

navigation-templates = Vorlagen
navigation-overview = Überblick
    .description = Die ganze Bibliothek auf einen Blick
navigation-job-descriptions = Stellenbeschreibungen
    .description = Aufgaben und Anforderungen zum Anpassen
navigation-interview-questions = Interviewfragen
    .description = Was Sie fragen sollten und was gute Antworten zeigen

navigation-guides = Ratgeber
navigation-tutorials = Anleitungen
    .description = Praktische Hilfe für jeden Schritt im Recruiting
navigation-hr-terms = HR-Begriffe
    .description = Fachbegriffe der Personalarbeit, kurz erklärt

navigation-fields = Fachgebiete
navigation-information-technology = Informationstechnologie
    .description = Entwicklung, Tests und Daten
navigation-customer-service = Kundenservice
    .description = Support per Telefon, E-Mail und Chat
navigation-human-resources = Personalwesen
    .description = Personal, Entgeltabrechnung und Beschäftigung


## Calls to action in the header: keep them short

action-contact = Kontakt
action-demo = Demo anfragen


## Footer: columns and their links

footer-product = Produkt
footer-overview = Überblick
footer-demo = Demo anfragen
footer-pricing = Preise

footer-resources = Ressourcen
footer-job-descriptions = Stellenbeschreibungen
footer-interview-questions = Interviewfragen
footer-tutorials = Anleitungen
footer-hr-terms = HR-Begriffe
footer-about-library = Über diese Bibliothek

footer-company = Unternehmen
footer-about = Über uns
footer-careers = Karriere
footer-press = Presse


## Footer: regions of the telephone numbers

phone-us = USA
phone-gr = Griechenland
phone-de = Deutschland


## Footer: social networks (names: do not translate them)

social-linkedin = LinkedIn
social-youtube = YouTube
social-mastodon = Mastodon


## Footer: legal line

legal-privacy = Datenschutz
legal-terms = Nutzungsbedingungen
legal-accessibility = Barrierefreiheit


## Sections of roles, beyond those that the theme names

section-equal-opportunity = Chancengleichheit
