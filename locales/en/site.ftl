### Words of this site: announcement, navigation, calls to action, and footer.
### The configuration of the site refers to these ids.

## Announcement, the line above the header

announcement = New in the library: interview questions for customer support teams.
    .link = See the questions


## Home page

# Also the summary of the feed.
home-summary = Free, carefully edited job descriptions, interview questions, and hiring guides in several languages.


## Navigation: groups that open, and their entries with one line of description

navigation-templates = Templates
navigation-overview = Overview
    .description = The whole library at a glance
navigation-job-descriptions = Job descriptions
    .description = Responsibilities and requirements, ready to edit
navigation-interview-questions = Interview questions
    .description = What to ask, and what a good answer shows

navigation-guides = Guides
navigation-tutorials = Tutorials
    .description = Practical help for every step of hiring
navigation-hr-terms = HR terms
    .description = The vocabulary of human resources, explained

navigation-fields = Fields
navigation-information-technology = Information technology
    .description = Development, testing, and data
navigation-customer-service = Customer service
    .description = Support by phone, email, and chat
navigation-human-resources = Human resources
    .description = People, payroll, and employment


## Calls to action in the header: keep them short

action-contact = Talk to us
action-demo = Get a demo


## Footer: columns and their links

footer-product = Product
footer-overview = Overview
footer-demo = Get a demo
footer-pricing = Pricing

footer-resources = Resources
footer-job-descriptions = Job descriptions
footer-interview-questions = Interview questions
footer-tutorials = Tutorials
footer-hr-terms = HR terms
footer-about-library = About this library

footer-company = Company
footer-about = About us
footer-careers = Careers
footer-press = Press


## Footer: regions of the telephone numbers

phone-us = United States
phone-gr = Greece
phone-de = Germany


## Footer: social networks (names: do not translate them)

social-linkedin = LinkedIn
social-youtube = YouTube
social-mastodon = Mastodon


## Footer: legal line

legal-privacy = Privacy
legal-terms = Terms of use
legal-accessibility = Accessibility


## Sections of roles, beyond those that the theme names

section-equal-opportunity = Equal opportunity
