### To translate into `nl`. Each message stands here twice, as comments: the original, and below it an entry to fill in.
### Write the words into the entry and take away the `# ` before its lines. Readers see the original until then.

### Words of this site. A message here takes the place of the theme's message of the same name.

# Under the name of the site, on the home page and in the footer.
#     site-tagline = Job descriptions to use as they are or to make your own
# site-tagline =

# Home page: what search engines show below its title.
#     home-summary = Job descriptions with responsibilities and requirements, free to use and to change.
# home-summary =

# Link in the footer to the page content/pages/about/.
#     legal-about = About us
# legal-about =
