## fault: markup-renamed
terms-consent = Ich akzeptiere die <a data-l10n-name="agb">Nutzungsbedingungen</a>
## fault: markup-missing
privacy-note = Ihre Daten sind bei uns sicher
## fault: markup-unclosed
steps-note = Senden Sie den Lebenslauf und <strong>warten</strong> Sie auf <em>unsere Antwort
contact-line = <a data-l10n-name="mail">Schreiben</a> oder <a data-l10n-name="phone">anrufen</a>
office-address = Northlight-Gruppe<br>Hafenstraße 12
