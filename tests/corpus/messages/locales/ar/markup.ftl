## fault: markup-renamed
terms-consent = أوافق على <a data-l10n-name="terms" href="https://example.org/">شروط الاستخدام</a>
privacy-note = نحفظ بياناتك <em>بأمان</em>
## fault: markup-missing
steps-note = أرسل سيرتك ثم <strong>انتظر</strong> ردنا
contact-line = <a data-l10n-name="phone">اتصل بنا</a> أو <a data-l10n-name="mail">اكتب إلينا</a>
office-address = مجموعة نورثلايت<br>12 شارع الميناء
