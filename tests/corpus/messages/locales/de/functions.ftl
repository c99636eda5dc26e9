## fault: unknown-function
posted-on = Veröffentlicht am { DATUM($date, dateStyle: "long") }
## fault: invalid-option-value
updated-on = Geändert am { DATETIME($date, dateStyle: "kurz") }
## fault: unknown-option
closes-on = Endet am { DATETIME($date, style: "long") }
## fault: unknown-option
salary = { NUMBER($amount, minFractionDigits: 2) } Euro im Monat
rating = Bewertet mit { NUMBER($stars) } von 5
