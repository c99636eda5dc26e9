posted-on = Δημοσιεύτηκε: { DATETIME($date, dateStyle: "long") }
## fault: unknown-variable, missing-variable
updated-on = Ενημερώθηκε: { DATETIME($day, dateStyle: "short") }
## fault: syntax
closes-on = Λήγει: { Datetime($date) }
## fault: invalid-option-value
salary = { NUMBER($amount, minimumFractionDigits: -2) } ευρώ τον μήνα
## fault: function-without-argument, missing-variable
rating = Βαθμολογία { NUMBER() } στα 5
