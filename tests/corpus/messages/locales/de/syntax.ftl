## fault: syntax
jobs-title Alle Stellen
## fault: syntax
jobs-intro = Finden Sie eine Stelle, die { zu Ihnen passt
## fault: syntax
job-type = { $type ->
    [full] Vollzeit
    [part] Teilzeit
}
job-level = { $level ->
    [junior] Erste Stelle
   *[senior] Mit Erfahrung
}
job-contact = Fragen Sie { $name }
job-share = Stelle teilen
## fault: duplicate-message
job-share = Diese Stelle teilen
job-print = Seite drucken
job-save = Stelle für später merken
