### Collections of the library. Each has a title (headings, breadcrumbs, cards), and
###   .slug          part of addresses: lower-case letters, digits, and hyphens
###   .singular      one entry of the collection, shown above the title of an article
###   .description   one line for cards and the top of the listing

collection-job-descriptions = Job descriptions
    .slug = job-descriptions
    .singular = Job description
    .description = Templates for every role, with responsibilities and requirements that you can edit and publish.

collection-interview-questions = Interview questions
    .slug = interview-questions
    .singular = Interview questions
    .description = Questions that show how candidates work, each with notes on what a good answer contains.

collection-tutorials = Tutorials
    .slug = tutorials
    .singular = Tutorial
    .description = Practical guides to writing, interviewing, and deciding, step by step.

collection-hr-terms = HR terms
    .slug = hr-terms
    .singular = HR term
    .description = The vocabulary of human resources in plain language, with examples.

collection-categories = Fields of work
    .slug = categories
    .singular = Field of work
    .description = Everything in the library, grouped by field.
