### What readers can do with a job description, beside its text: fill in what stands for the employer, copy, print.

# Heading. The fields below it are labelled with the words of the placeholders.
tools-heading = Make it yours

# Buttons: the whole job description, as plain text, as HTML for a job board, as Markdown, as a file for Word and LibreOffice.
tools-copy-text = Copy text
tools-copy-html = Copy HTML
tools-copy-markdown = Copy Markdown
tools-docx = Download Word file
tools-print = Print

# What is said after copying.
tools-copied = Copied.
tools-failed = Your browser did not allow copying. Select the text and copy it.
