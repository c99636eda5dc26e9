### Collections of the library. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Stellenbeschreibungen
    .slug = stellenbeschreibungen
    .singular = Stellenbeschreibung
    .description = Vorlagen für viele Berufe, mit Aufgaben und Anforderungen zum Anpassen und Veröffentlichen.

collection-interview-questions = Interviewfragen
    .slug = interviewfragen
    .singular = Interviewfragen
    .description = Fragen, die zeigen, wie jemand arbeitet, jeweils mit Hinweisen, was eine gute Antwort ausmacht.

collection-tutorials = Anleitungen
    .slug = anleitungen
    .singular = Anleitung
    .description = Praktische Hilfe beim Schreiben, im Gespräch und bei der Entscheidung, Schritt für Schritt.

collection-hr-terms = HR-Begriffe
    .slug = hr-begriffe
    .singular = HR-Begriff
    .description = Fachbegriffe der Personalarbeit, verständlich erklärt und mit Beispielen.

collection-categories = Fachgebiete
    .slug = fachgebiete
    .singular = Fachgebiet
    .description = Alle Inhalte der Bibliothek, nach Fachgebiet geordnet.
