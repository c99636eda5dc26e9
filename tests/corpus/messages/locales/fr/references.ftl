apply = Postuler
contact-us = Nous contacter
## fault: missing-message-reference, obsolete-message-reference, unknown-reference
apply-hint = Cliquez sur « { postuler } » pour postuler
## fault: missing-term-reference, obsolete-term-reference
contact-hint = { contact-us } ou { -portal }
## fault: missing-message-reference
search-help = Le champ « Chercher » trouve des postes
## fault: obsolete-message-reference
help-tooltip = Aide
    .title = { contact-us } ou { apply }
## fault: missing-term-reference
footer-note = Tous les postes
step-one = Ensuite : { step-two }
## fault: obsolete-message-reference
step-two = Entretien, puis { welcome-back }
## fault: obsolete-message-reference, cycle
welcome-back = Bon retour, { $name }, après { step-one }
## fault: unknown-variable, missing-variable
salary-range = De { $min } à { $maximum } par an
## fault: missing-variable
apply-until = Postulez avant le { $day }
