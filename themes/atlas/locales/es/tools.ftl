### What readers can do with a job description, beside its text: fill in what stands for the employer, copy, print.

# Heading. The fields below it are labelled with the words of the placeholders.
tools-heading = Adáptela a su empresa

# Buttons: the whole job description, as plain text, as HTML for a job board, as Markdown, as a file for Word and LibreOffice.
tools-copy-text = Copiar texto
tools-copy-html = Copiar HTML
tools-copy-markdown = Copiar Markdown
tools-docx = Descargar en Word
tools-print = Imprimir

# What is said after copying.
tools-copied = Copiado.
tools-failed = Su navegador no ha permitido copiar. Seleccione el texto y cópielo.
