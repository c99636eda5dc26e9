search-field = ابحث عن وظيفة
    .placeholder = المسمى أو المهارة
    .label = بحث
apply-button = قدم الآن
    .title = أرسل طلبك لوظيفة { $role }
    .accesskey = ق
## fault: obsolete-value, missing-attribute
menu-toggle = القائمة
upload-field = ارفع سيرتك
    .hint = ملفات PDF حتى 5 ميغابايت
newsletter = وظائف جديدة بالبريد
    .label = اشترك
    .title = رسالة واحدة في الأسبوع
profile-link =
    .title = ملفك في { -company }
## fault: style-not-checked, unknown-variable
settings-dialog =
    .style = { $width }
## fault: style
sidebar-panel = وظائف مشابهة
    .style = min-width: 30px
share-panel = شارك هذه الوظيفة
    .style = width: 12em
