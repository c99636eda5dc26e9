### Collections. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Stellenbeschreibungen
    .slug = stellenbeschreibungen
    .singular = Stellenbeschreibung
    .description = Alle Stellen mit ihren Aufgaben und Anforderungen.

collection-interview-questions = Interviewfragen
    .slug = interviewfragen
    .singular = Interviewfragen
    .description = Fragen für das Vorstellungsgespräch, mit Hinweisen zu den Antworten.

collection-tutorials = Anleitungen
    .slug = anleitungen
    .singular = Anleitung
    .description = Praktische Anleitungen, Schritt für Schritt.

collection-hr-terms = HR-Begriffe
    .slug = hr-begriffe
    .singular = HR-Begriff
    .description = Fachbegriffe der Personalarbeit, verständlich erklärt und mit Beispielen.

collection-categories = Fachgebiete
    .slug = fachgebiete
    .singular = Fachgebiet
    .description = Alle Inhalte, nach Fachgebiet geordnet.
