### To translate into `nl`. Each message stands here twice, as comments: the original, and below it an entry to fill in.
### Write the words into the entry and take away the `# ` before its lines. Readers see the original until then.

# Under the name of the site, on the home page and in the footer.
#     site-tagline = Job descriptions to use as they are or to make your own
# site-tagline =

# Home page: title in the browser's tab, and what search engines show below it.
#     title-home = { -brand }: job descriptions
# title-home =

#     home-summary = Job descriptions with responsibilities and requirements, free to use and to change.
# home-summary =

# Link in the footer to the page content/pages/about/.
#     legal-about = About us
# legal-about =
