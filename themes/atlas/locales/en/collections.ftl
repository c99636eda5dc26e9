### Collections. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Job descriptions
    .slug = job-descriptions
    .singular = Job description
    .description = Every role, with its responsibilities and requirements.

collection-interview-questions = Interview questions
    .slug = interview-questions
    .singular = Interview questions
    .description = Questions to ask candidates, each with notes on the answers.

collection-tutorials = Tutorials
    .slug = tutorials
    .singular = Tutorial
    .description = Practical guides, step by step.

collection-hr-terms = HR terms
    .slug = hr-terms
    .singular = HR term
    .description = The vocabulary of human resources in plain language, with examples.

collection-categories = Fields of work
    .slug = categories
    .singular = Field of work
    .description = All content, grouped by field.
