terms-consent = I accept the <a data-l10n-name="terms">terms of use</a>
privacy-note = We keep your data <em>safe</em>
steps-note = Send your CV, then <strong>wait</strong> for <em>our</em> answer
contact-line = <a data-l10n-name="mail">Write to us</a> or <a data-l10n-name="phone">call us</a>
office-address = Northlight Group<br>12 Harbour Street
