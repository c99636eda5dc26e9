### What readers can do with a job description, beside its text: fill in what stands for the employer, copy, print.

# Heading. The fields below it are labelled with the words of the placeholders.
tools-heading = Anpassen und mitnehmen

# Buttons: the whole job description, as plain text, as HTML for a job board, as Markdown, as a file for Word and LibreOffice.
tools-copy-text = Text kopieren
tools-copy-html = HTML kopieren
tools-copy-markdown = Markdown kopieren
tools-docx = Als Word-Datei laden
tools-print = Drucken

# What is said after copying.
tools-copied = Kopiert.
tools-failed = Ihr Browser hat das Kopieren nicht erlaubt. Markieren Sie den Text und kopieren Sie ihn.
