## fault: markup-renamed
terms-consent = Δέχομαι τους <a>όρους χρήσης</a>
## fault: markup-unclosed
privacy-note = Τα δεδομένα σας είναι <em>ασφαλή
## fault: markup-unclosed
steps-note = Στείλτε το βιογραφικό σας, μετά <strong>περιμένετε</em> την <em>απάντησή</strong> μας
## fault: markup-renamed
contact-line = <a data-l10n-name="mail">Γράψτε μας</a> ή <a data-l10n-name="mail">τηλεφωνήστε</a>
## fault: markup-missing
office-address = Όμιλος Northlight, Λιμάνι 12
