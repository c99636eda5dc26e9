## fault: markup-missing
terms-consent = J’accepte les conditions d’utilisation
## fault: markup-renamed
privacy-note = Vos données sont <strong>protégées</strong>
## fault: markup-added
steps-note = Envoyez votre CV, puis <strong>attendez</strong> <em>notre</em> <em>réponse</em>
## fault: markup-missing
contact-line = <a data-l10n-name="mail">Écrivez-nous</a> ou appelez-nous
office-address = Groupe Northlight<br>12, rue du Port
