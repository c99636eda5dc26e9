apply = 応募
contact-us = お問い合わせ
apply-hint = 「{ apply }」を押すと応募できます
contact-hint = { contact-us }、または{ -team(number: "singular") }まで
search-help = 「{ search-field.label }」で求人を探せます
## fault: obsolete-message-reference, cycle
help-tooltip = ヘルプ
    .title = お困りのときは{ contact-us }まで、{ help-tooltip.title }
footer-note = { -company }の全求人
step-one = 次: { step-two }
step-two = 最初の面接
## fault: unknown-variable, missing-variable
welcome-back = おかえりなさい、{ $user }さん
salary-range = 年収{ $min }から{ $max }
## fault: missing-variable
apply-until = { $day }までに応募
