-company = مجموعة نورثلايت
-portal = بوابة الوظائف
## fault: duplicate-variant
-team = { $number ->
   *[singular] فريق التوظيف
    [plural] فرق التوظيف
    [plural] فرق التعيين
}
## fault: duplicate-attribute
-handbook = دليل الموظفين
    .size = طويل
    .size = كبير
    .size = ضخم

about-title = عن { -company }
## fault: missing-term-reference
portal-welcome = مرحبا بكم في { -portal }
## fault: term-argument-missing
team-contact = اكتبوا إلى { -team() }
team-list = تعرفوا على { -team(number: "plural") }
handbook-hint = اقرأوا { -handbook } قبل اليوم الأول
