### What readers can do with a job description, beside its text: fill in what stands for the employer, copy, print.

# Heading. The fields below it are labelled with the words of the placeholders.
tools-heading = Φέρτε το στα μέτρα σας

# Buttons: the whole job description, as plain text, as HTML for a job board, as Markdown, as a file for Word and LibreOffice.
tools-copy-text = Αντιγραφή κειμένου
tools-copy-html = Αντιγραφή HTML
tools-copy-markdown = Αντιγραφή Markdown
tools-docx = Λήψη σε Word
tools-print = Εκτύπωση

# What is said after copying.
tools-copied = Αντιγράφηκε.
tools-failed = Το πρόγραμμα περιήγησης δεν επέτρεψε την αντιγραφή. Επιλέξτε το κείμενο και αντιγράψτε το.
