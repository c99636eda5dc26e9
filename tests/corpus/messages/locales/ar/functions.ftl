posted-on = نشر في { DATETIME($date, dateStyle: "long") }
## fault: missing-option
updated-on = حدث في { DATETIME($date) }
closes-on = ينتهي في { DATETIME($date) }
## fault: missing-function
salary = { $amount } يورو شهريا
## fault: unknown-option
rating = التقييم { NUMBER($stars, style: "percent") } من 5
