jobs-title = Όλες οι θέσεις
jobs-intro = Βρείτε μια θέση που σας ταιριάζει
## fault: syntax
job-type = { $type ->
    [full] Πλήρης απασχόληση
   *[part] Μερική απασχόληση
job-level = { $level ->
    [junior] Πρώτη δουλειά
   *[senior] Με πείρα
}
## fault: syntax
τίτλος = Τίτλος
## fault: syntax
job-contact = Ρωτήστε { $ name }
## fault: syntax
job-share = { job-print ->
   *[other] Κοινοποίηση
}
## fault: syntax
job-print = Εκτύπωση
    .title Εκτυπώστε τη σελίδα
job-save = Αποθήκευση
