jobs-title = كل الوظائف
jobs-intro = ابحث عن وظيفة تناسبك
job-type = { $type ->
    [full] دوام كامل
   *[part] دوام جزئي
}
## fault: syntax
job-level = { -company ->
    [junior] أول وظيفة
   *[senior] مع خبرة
}
job-contact = اسأل { $name }
job-share = شارك هذه الوظيفة
job-print = اطبع هذه الصفحة
job-save = احفظ هذه الوظيفة
## fault: syntax
-job-term =
    .title = وظيفة
