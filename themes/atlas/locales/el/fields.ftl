### Στοιχεία των καταχωρίσεων, όπως η σύμβαση ή ο τόπος, και λίστες που φιλτράρονται με αυτά.

# Επικεφαλίδα των στοιχείων δίπλα στο κείμενο.
fields-heading = Με μια ματιά

# Διαστήματα αριθμών, ημερομηνιών και ποσών. $from (String) και $to (String): τα άκρα, όπως γράφονται.
range = { $from }–{ $to }
range-from = από { $from }
range-to = έως { $to }

# Ποσά ανά χρονικό διάστημα. $amount (String): το ποσό.
per-hour = { $amount } την ώρα
per-day = { $amount } την ημέρα
per-week = { $amount } την εβδομάδα
per-month = { $amount } τον μήνα
per-year = { $amount } τον χρόνο

# Ποσό που καταβάλλεται σε περισσότερους μισθούς. $amount (String): το ποσό. $count (Number): πόσοι μισθοί.
payments = { $amount } ({ $count ->
    [one] { $count } μισθός
   *[other] { $count } μισθοί
})

# Τίτλος και περίληψη σελίδας με καταχωρίσεις που έχουν ένα κοινό στοιχείο. $collection (String): «Περιγραφές θέσεων».
# $value (String): το κοινό στοιχείο, π.χ. «Μερική απασχόληση». $field (String): «Απασχόληση». $count (Number).
facet-title = { $collection }: { $value }
facet-summary = { $count ->
    [one] { $count } καταχώριση
   *[other] { $count } καταχωρίσεις
} – { $field }: { $value }.

# Πάνω από τα στοιχεία με τα οποία φιλτράρεται μια λίστα: επικεφαλίδα, ένα στοιχείο με τον αριθμό των καταχωρίσεών του, τι
# εμφανίζεται μετά από μια επιλογή ($count (String): ο αριθμός, τον βάζει η σελίδα) και το κουμπί που τα εμφανίζει πάλι όλα.
filters-heading = Φιλτράρισμα λίστας
filter-value = { $value } ({ $count })
filters-shown = Εμφανίζονται: { $count }
filters-reset = Εμφάνιση όλων

# Σε λίστες, τίτλος που έχουν περισσότερες καταχωρίσεις, με ό,τι τις ξεχωρίζει. $title (String): «Υπεύθυνος πελατών».
# $distinction (String): «Αθήνα».
same-title = { $title } ({ $distinction })

# Καταχωρίσεις που είναι παραλλαγές μίας: όνομα των συνδέσμων μεταξύ τους, για αναγνώστες οθόνης· τι τις ανοίγει σε μια λίστα.
variants-heading = Παραλλαγές
variants-count = { $count ->
    [one] { $count } παραλλαγή
   *[other] { $count } παραλλαγές
}
