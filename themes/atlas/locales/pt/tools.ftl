### What readers can do with a job description, beside its text: fill in what stands for the employer, copy, print.

# Heading. The fields below it are labelled with the words of the placeholders.
tools-heading = Adapte-a à sua empresa

# Buttons: the whole job description, as plain text, as HTML for a job board, as Markdown, as a file for Word and LibreOffice.
tools-copy-text = Copiar texto
tools-copy-html = Copiar HTML
tools-copy-markdown = Copiar Markdown
tools-docx = Transferir em Word
tools-print = Imprimir

# What is said after copying.
tools-copied = Copiado.
tools-failed = O navegador não permitiu copiar. Selecione o texto e copie-o.
