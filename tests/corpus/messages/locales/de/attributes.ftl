## fault: missing-attribute
search-field = Stellen suchen
    .label = Suchen
## fault: unknown-variable, missing-variable, duplicate-attribute
apply-button = Jetzt bewerben
    .title = Bewerbung als { $rolle } abschicken
    .accesskey = B
    .accesskey = J
## fault: obsolete-value
menu-toggle = Menü
    .label = Menü
    .title = Menü öffnen
## fault: missing-value
upload-field =
    .hint = PDF-Dateien bis 5 MB
## fault: obsolete-attribute
newsletter = Neue Stellen per E-Mail
    .label = Abonnieren
    .title = Eine E-Mail in der Woche
    .hint = Jederzeit kündbar
## fault: missing-term-reference
profile-link =
    .title = Ihr Profil
## fault: style
settings-dialog =
    .style = width: 40px; height: 20em
## fault: style
sidebar-panel = Ähnliche Stellen
    .style = breit
share-panel = Diese Stelle teilen
    .style = width: 15em
