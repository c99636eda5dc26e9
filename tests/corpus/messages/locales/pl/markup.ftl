## fault: markup-unclosed
terms-consent = Akceptuję <a data-l10n-name="terms">warunki
## fault: markup-renamed
privacy-note = Twoje dane są u nas <i>bezpieczne</i>
## fault: markup-missing
steps-note = Wyślij CV, a potem czekaj na <em>naszą</em> odpowiedź
contact-line = <a data-l10n-name="mail">Napisz</a> lub <a data-l10n-name="phone">zadzwoń</a>
## fault: markup-added
office-address = Grupa Northlight<br>ulica Portowa 12<br>
