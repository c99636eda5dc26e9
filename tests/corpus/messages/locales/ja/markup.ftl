terms-consent = <a data-l10n-name="terms">利用規約</a>に同意します
## fault: markup-unclosed
privacy-note = お客様の情報は安全です</em>
steps-note = 履歴書を送って<strong>お待ちください</strong>。<em>返事</em>をします
## fault: markup-renamed
contact-line = <a data-l10n-name="mail">メール</a>または<a data-l10n-name="tel">電話</a>
office-address = ノースライトグループ<br>港通り12番地
