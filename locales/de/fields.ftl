### Eckdaten einer Stellenbeschreibung

# Namen der Eckdaten, und was zur Auswahl steht. .slug ist ein Teil der Adresse.
field-employment-type = Arbeitszeit
    .slug = arbeitszeit
field-employment-type-full-time = Vollzeit
    .slug = vollzeit
field-employment-type-part-time = Teilzeit
    .slug = teilzeit

field-work-mode = Arbeitsort
    .slug = arbeitsort
field-work-mode-on-site = Vor Ort
    .slug = vor-ort
field-work-mode-hybrid = Hybrid
    .slug = hybrid
field-work-mode-remote = Remote
    .slug = remote

field-level = Karrierestufe
    .slug = karrierestufe
field-level-entry = Einstieg
    .slug = einstieg
field-level-experienced = Mit Berufserfahrung
    .slug = mit-berufserfahrung
field-level-lead = Führungskraft
    .slug = fuehrungskraft

field-pay = Gehalt

# Was der Arbeitgeber für das Gehalt einsetzt.
placeholder-pay = [Gehaltsspanne]
