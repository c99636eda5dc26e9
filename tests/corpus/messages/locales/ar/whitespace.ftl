list-separator = ،{ " " }
no-results = لا توجد وظائف
## fault: trailing-space
loading = يجري تحميل القائمة{ " " }
back-link = العودة إلى كل الوظائف
skip-link = انتقل إلى المحتوى
## fault: untranslated
search-key = Search
