apply = Bewerben
contact-us = Kontakt
## fault: missing-message-reference
apply-hint = Drücken Sie „Bewerben“, um sich zu bewerben
## fault: missing-term-reference, obsolete-message-reference
contact-hint = { contact-us } oder { apply }
## fault: missing-message-reference, obsolete-message-reference, unknown-reference
search-help = Das Feld „{ search-field.name }“ findet Stellen
## fault: missing-message-reference
help-tooltip = Hilfe
    .title = Schreiben Sie uns, wenn Sie Hilfe brauchen
footer-note = Alle Stellen bei { -company }
step-one = Danach folgt: { step-two }
## fault: obsolete-message-reference, cycle
step-two = Das erste Gespräch nach: { step-one }
## fault: unknown-variable, missing-variable
welcome-back = Willkommen zurück, { $nmae }
## fault: missing-variable
salary-range = Ab { $min } im Jahr
apply-until = Bis { $day } als { $role } bewerben
