apply = Aplikuj
contact-us = Kontakt
apply-hint = Naciśnij „{ apply }”, aby wysłać zgłoszenie
contact-hint = { contact-us } lub { -team(number: "singular") }
## fault: unknown-reference
search-help = Pole „{ search-field.label }” znajduje oferty
help-tooltip = Pomoc
    .title = { contact-us }, jeśli potrzebujesz pomocy
## fault: missing-term-reference, obsolete-term-reference, unknown-reference
footer-note = Wszystkie oferty: { -firma }
step-one = Potem: { step-two }
## fault: obsolete-message-reference, reference-without-value
step-two = Rozmowa w { menu-toggle }
## fault: missing-variable
welcome-back = Witamy
## fault: unknown-variable
salary-range = Od { $max } do { $min } rocznie { $okres }
apply-until = Aplikuj na { $role } do { $day }
