posted-on = Posted on { DATETIME($date, dateStyle: "long") }
updated-on = Updated on { DATETIME($date, dateStyle: "short") }
closes-on = Closes on { DATETIME($date) }
salary = { NUMBER($amount, minimumFractionDigits: 2) } euros a month
rating = Rated { NUMBER($stars) } of 5
