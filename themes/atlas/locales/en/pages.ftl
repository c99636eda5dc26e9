### Words of the different kinds of pages.

## Job description (role)

# Main heading of the page. $role (String): the role, such as "Java Developer".
role-heading = { $role } job description

# Headings of the sections of a job description, and name of the list of skills.
section-brief = Job brief
section-responsibilities = Responsibilities
section-requirements = Requirements
section-benefits = Benefits
section-skills = Skills

# Heading of the facts beside the text: other titles, field, date.
role-facts = Details

# Before other titles of the same role.
role-alternative-titles = Also known as

# Placeholders in the text of a job description, to be replaced by the employer.
placeholder-company = [company name]
placeholder-city = [city]


## Post this job

# Button under the title of a job description and in the panel after the text.
post-job-button = Post this job

# Panel after the requirements: heading, explanation, label of the text field.
# $role (String): the role, such as "Java Developer".
post-job-heading = Ready to hire?
post-job-text = Use this { $role } template as it is or edit it first. Tell us where the job is and start.
post-job-city = City


## Related entries, after the text

# Headings of the groups; related-heading serves any other collection.
# $collection (String): the title of the collection, such as "Tutorials".
related-job-descriptions = Related job descriptions
related-interview-questions = Related interview questions
related-topics = Related topics
related-heading = Related: { $collection }


## Article

# Heading of the table of contents.
article-contents = On this page

# Beside an article: how long it takes to read. $minutes (Number): at least 1.
reading-time = Reading time
reading-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}


## Listing of a collection

# For screen readers: name of the list of links to the groups of the page.
listing-jump = Jump to a field

# Heading of the entries that belong to no category.
listing-other = Other entries

# Heading of the entries of a long list whose titles begin with no letter: digits, other scripts.
listing-no-letter = #


## Home page

home-summary = Find out what each role involves and what it takes.
home-collections = Contents
home-categories = Browse by field


## Page not found

not-found-title = We could not find that page
not-found-summary = The address may have changed, or it may contain a typing error.
not-found-suggestions = Try one of these instead
not-found-home = Go to the home page

# Before links to the home pages in other languages.
not-found-languages = This site in other languages


## Choice of language, at the root of the site

languages-title = Choose your language
languages-summary = This site is available in several languages. Pick the one that you want to read.
