## fault: missing-plural
open-roles = { $count ->
    [zero] لا وظائف
    [one] وظيفة واحدة
    [two] وظيفتان
   *[other] { $count } وظيفة
}
## fault: missing-plural
applications = { $count ->
   *[other] أرسلتم { $count } طلبا
}
## fault: missing-plural
vacation-days = { $days ->
    [one] يوم إجازة
   *[other] { $days } يوم إجازة
}
## fault: unknown-variable
roles-in-city = { $count ->
    [zero] لا وظائف في { $city }
    [one] وظيفة في { $city }
    [two] وظيفتان في { $city }
    [few] { $count } وظائف في { $city }
    [many] { $count } وظيفة في { $city }
   *[other] { $count } وظيفة في { $madina }
}
## fault: missing-plural
interview-rounds = { $count ->
    [one] مقابلة واحدة
    [two] مقابلتان
    [few] { $count } مقابلات
    [many] { $count } مقابلة
   *[other] { $count } مقابلة
}
work-model = { $model ->
    [office] في المكتب
    [remote] من المنزل
   *[mixed] كلاهما
}
## fault: missing-attribute
filter-label = المرشحات
