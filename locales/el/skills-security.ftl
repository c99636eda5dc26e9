### Skills of the roles in security, databases and recruiting.

## Security

skill-incident-response = Αντιμετώπιση περιστατικών ασφάλειας
skill-log-analysis = Ανάλυση αρχείων καταγραφής
skill-vulnerability-management = Διαχείριση ευπαθειών
skill-access-management = Διαχείριση πρόσβασης


## Databases

skill-database-administration = Διαχείριση βάσεων δεδομένων
skill-backup-and-recovery = Αντίγραφα ασφαλείας και επαναφορά
skill-query-tuning = Βελτιστοποίηση ερωτημάτων


## Recruiting

skill-candidate-sourcing = Ενεργή αναζήτηση υποψηφίων
skill-structured-interviewing = Δομημένες συνεντεύξεις
