## fault: unknown-option
posted-on = Publié le { DATETIME($date, dateStyle: "long", calendrier: "grec") }
## fault: invalid-option-value
updated-on = Modifié le { DATETIME($date, dateStyle: 2) }
## fault: unknown-function
closes-on = Clôture le { DATE($date) }
## fault: invalid-option-value
salary = { NUMBER($amount, minimumFractionDigits: "deux") } euros par mois
## fault: unknown-function
rating = Noté { PERCENT($stars) } sur 5
