### Search: the field in the header and the page that shows results.

# Title of the search page. .slug is a part of its address: lower-case letters, digits, and hyphens.
search-title = Search
    .slug = search
search-summary = Search all pages of this site.

# Name of the field for screen readers, hint in it, and button beside it.
search-label = Search this site
search-placeholder = Search
search-button = Search

# $count (String): the number of results, filled in by the page; so the sentence must fit any number.
search-found = Results: { $count }
search-none = Nothing was found. Try another word, or fewer.

# The index could not be fetched; the browser runs no scripts. The collections are listed below the field.
search-failed = The search could not be loaded. Browse the contents below.
search-noscript = Searching needs JavaScript, which is switched off. Browse the contents below.

# Heading of the collections on the search page.
search-browse = Browse the contents
