### What this library says in words of its own, instead of those of the theme. It offers templates to every employer.

## Name and home page

site-tagline = Stellenbeschreibungen zum Anpassen und Anleitungen fürs Recruiting
title-home = { -brand }: Stellenbeschreibungen und Recruiting-Anleitungen
home-collections = Die Bibliothek


## Collections

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
collection-categories = Fachgebiete
    .slug = fachgebiete
    .singular = Fachgebiet
    .description = Alle Inhalte der Bibliothek, nach Fachgebiet geordnet.


## Roles

role-facts = Über diese Vorlage


## Newsletter form

newsletter-heading = Recruiting-Wissen, einmal im Monat
newsletter-text = Neue Vorlagen und praktische Anleitungen per E-Mail. Ohne Werbung, Abmeldung jederzeit möglich.


## Lists and search

index-summary = Alle Stellenbezeichnungen der Bibliothek in alphabetischer Reihenfolge, auch die weiteren Namen, unter denen nach Berufen gesucht wird.
skills-roles = Stellenbeschreibungen, die „{ $skill }“ verlangen, mit Aufgaben und Anforderungen zum Kopieren und Anpassen.
search-summary = Finden Sie Stellenbeschreibungen, Interviewfragen, Anleitungen und Begriffe.
search-label = Bibliothek durchsuchen
search-failed = Die Suche konnte nicht geladen werden. Stöbern Sie unten in der Bibliothek.
search-noscript = Die Suche benötigt JavaScript, das in Ihrem Browser deaktiviert ist. Stöbern Sie unten in der Bibliothek.
search-browse = In der Bibliothek stöbern


## Languages

not-found-languages = Die Bibliothek in anderen Sprachen
languages-summary = Die Bibliothek erscheint in mehreren Sprachen. Wählen Sie die Sprache, in der Sie lesen möchten.
