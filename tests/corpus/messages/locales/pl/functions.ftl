## fault: unknown-option
posted-on = Dodano { DATETIME($date, datestyle: "long") }
## fault: invalid-option-value
updated-on = Zmieniono { DATETIME($date, dateStyle: "longer") }
## fault: syntax
closes-on = Do { DATETIME($date, dateStyle: "long", dateStyle: "short") }
## fault: syntax
salary = { NUMBER(minimumFractionDigits: 2, $amount) } euro miesięcznie
## fault: invalid-argument, missing-variable
rating = Ocena { NUMBER("pięć") } na 5
