## fault: missing-value
search-field =
    .placeholder = Τίτλος θέσης ή δεξιότητα
    .label = Αναζήτηση
## fault: missing-attribute, obsolete-attribute
apply-button = Κάντε αίτηση
    .title = Στείλτε την αίτησή σας για { $role }
    .acceskey = Α
## fault: missing-attribute
menu-toggle =
    .title = Άνοιγμα του μενού
## fault: untranslated
upload-field = Ανεβάστε το βιογραφικό σας
    .hint = PDF files up to 5 MB
## fault: unknown-variable
newsletter = Νέες θέσεις με email
    .label = Εγγραφή
    .title = Ένα email την εβδομάδα στο { $mail }
## fault: obsolete-term-reference
profile-link =
    .title = Το προφίλ σας: { -company }, { -portal }
## fault: style
settings-dialog =
    .style = width: 40em; height: 20ch
## fault: style
sidebar-panel = Παρόμοιες θέσεις
    .style = max-width: 30ch
## fault: missing-attribute
share-panel = Μοιραστείτε τη θέση
