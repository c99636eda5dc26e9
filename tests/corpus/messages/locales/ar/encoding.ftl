office-cafe = تعرف على الفريق في المقهى
## fault: replacement-character
office-hours = من الاثنين إلى الجمعة، من 9 إلى 5 �
    .title = وقت الرد
