### What this library says in words of its own, instead of those of the theme. It offers templates to every employer.

## Name and home page

site-tagline = Job descriptions and hiring guides, ready to make your own
title-home = { -brand }: job descriptions and hiring guides
home-collections = The library


## Collections

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
collection-categories = Fields of work
    .slug = categories
    .singular = Field of work
    .description = Everything in the library, grouped by field.


## Roles

role-facts = About this template


## Newsletter form

newsletter-heading = Better hiring, once a month
newsletter-text = New templates and practical guides by email. No advertising, and you can leave at any time.


## Lists and search

index-summary = All job titles of the library in alphabetical order, including the other names that people look for.
skills-roles = Job descriptions that ask for “{ $skill },” with responsibilities and requirements to copy and edit.
search-summary = Find job descriptions, interview questions, guides, and terms.
search-label = Search the library
search-failed = The search could not be loaded. Browse the library below.
search-noscript = Searching needs JavaScript, which is switched off. Browse the library below.
search-browse = Browse the library


## Languages

not-found-languages = The library in other languages
languages-summary = The library is published in several languages. Pick the one that you want to read.
