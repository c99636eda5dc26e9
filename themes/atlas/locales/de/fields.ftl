### Eckdaten der Einträge, etwa Vertrag oder Ort, und Listen, die sich danach eingrenzen lassen.

# Überschrift der Eckdaten neben dem Text.
fields-heading = Auf einen Blick

# Spannen von Zahlen, Tagen und Beträgen. $from (String) und $to (String): die beiden Enden, wie man sie schreibt.
range = { $from }–{ $to }
range-from = ab { $from }
range-to = bis { $to }

# Beträge für einen Zeitraum. $amount (String): der Betrag.
per-hour = { $amount } pro Stunde
per-day = { $amount } pro Tag
per-week = { $amount } pro Woche
per-month = { $amount } pro Monat
per-year = { $amount } pro Jahr

# Ein Betrag, der in so vielen Teilen gezahlt wird, wie in Österreich üblich. $amount (String): der Betrag. $count (Number): die Teile.
payments = { $amount } ({ $count ->
    [one] { $count } Gehalt
   *[other] { $count } Gehälter
})

# Titel und Kurztext einer Seite mit Einträgen, die etwas gemeinsam haben. $collection (String): »Stellenbeschreibungen«.
# $value (String): das Gemeinsame, etwa »Teilzeit«. $field (String): »Arbeitszeit«. $count (Number).
facet-title = { $collection }: { $value }
facet-summary = { $count ->
    [one] { $count } Eintrag
   *[other] { $count } Einträge
} – { $field }: { $value }.

# Über den Eckdaten, nach denen sich eine Liste eingrenzen lässt: Überschrift, eine Angabe mit der Zahl ihrer Einträge, was nach
# einer Auswahl angezeigt wird ($count (String): die Zahl, von der Seite eingesetzt), und die Schaltfläche, die wieder alles zeigt.
filters-heading = Liste eingrenzen
filter-value = { $value } ({ $count })
filters-shown = Angezeigt: { $count }
filters-reset = Alle anzeigen

# In Listen: ein Titel, den mehrere Einträge haben, mit dem, was sie unterscheidet. $title (String): »Kundenbetreuer«.
# $distinction (String): »Berlin«.
same-title = { $title } ({ $distinction })

# Einträge, die Varianten eines Eintrags sind: Name der Links zwischen ihnen, für Screenreader; was sie in einer Liste öffnet.
variants-heading = Varianten
variants-count = { $count ->
    [one] { $count } Variante
   *[other] { $count } Varianten
}
