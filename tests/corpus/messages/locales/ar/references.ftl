apply = قدم
contact-us = اتصل بنا
apply-hint = اضغط على «{ apply }» لإرسال طلبك
contact-hint = { contact-us } أو اسأل { -team(number: "singular") }
search-help = الحقل «{ search-field.label }» يجد الوظائف
help-tooltip = مساعدة
    .title = { contact-us } إذا احتجت إلى مساعدة
footer-note = كل الوظائف في { -company } { -company }
step-one = ثم: { step-two }
## fault: unknown-variable
step-two = مقابلتك الأولى مع { $name }
welcome-back = مرحبا بعودتك يا { $name }
salary-range = من { $min } إلى { $max } سنويا
