### What readers can do with a job description, beside its text: fill in what stands for the employer, copy, print.

# Heading. The fields below it are labelled with the words of the placeholders.
tools-heading = Adaptez-la à votre entreprise

# Buttons: the whole job description, as plain text, as HTML for a job board, as Markdown, as a file for Word and LibreOffice.
tools-copy-text = Copier le texte
tools-copy-html = Copier le HTML
tools-copy-markdown = Copier le Markdown
tools-docx = Télécharger en Word
tools-print = Imprimer

# What is said after copying.
tools-copied = Copié.
tools-failed = Votre navigateur n’a pas permis la copie. Sélectionnez le texte et copiez-le.
