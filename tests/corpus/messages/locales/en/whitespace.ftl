list-separator = ,{ " " }
no-results = No jobs found
loading = Loading the list
back-link = Back to all jobs
skip-link = Skip to the content
search-key = Search
