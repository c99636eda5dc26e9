posted-on = { DATETIME($date, dateStyle: "long") }に掲載
## fault: unknown-option
updated-on = { DATETIME($date, dateStyle: "short", timeZone: "UTC") }に更新
## fault: obsolete-message-reference, unknown-reference, missing-variable
closes-on = { DATETIME(date) }に締め切り
salary = 月{ NUMBER($amount, minimumFractionDigits: 2) }ユーロ
rating = 5段階で{ NUMBER($stars) }
