apply = Αίτηση
contact-us = Επικοινωνία
## fault: missing-message-reference, obsolete-message-reference
apply-hint = Πατήστε «{ contact-us }» για να στείλετε την αίτησή σας
## fault: missing-term-reference
contact-hint = Ρωτήστε: { contact-us }
## fault: missing-message-reference, obsolete-message-reference, reference-without-value
search-help = Το πεδίο «{ search-field }» βρίσκει θέσεις
## fault: missing-message-reference, obsolete-term-reference
help-tooltip = Βοήθεια
    .title = Επικοινωνήστε μαζί μας: { -company }
## fault: missing-term-reference, obsolete-message-reference, cycle
footer-note = Όλες οι θέσεις: { footer-note }
step-one = Ακολουθεί: { step-two }
step-two = Η πρώτη σας συνέντευξη
## fault: obsolete-message-reference, unknown-reference, missing-variable
welcome-back = Καλώς ήρθατε, { name }
## fault: missing-variable
salary-range = Από { $min } έως { $min } τον χρόνο
## fault: unknown-variable, missing-variable
apply-until = Κάντε αίτηση για { $role } έως { $date }
