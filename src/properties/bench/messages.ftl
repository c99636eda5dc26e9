site-name = Bare
home-summary = Home
breadcrumb-home = Home
languages-title = Languages
languages-summary = Choose
not-found-title = Nothing
not-found-summary = There is nothing
section-brief = Brief
section-responsibilities = Responsibilities
section-requirements = Requirements
placeholder-company = company
plain-words = { $name } { $count }
marked-words = <em>{ $name }</em> <a data-l10n-name="link">{ $count }</a>
search-title = Search
search-summary = Search here
legal-terms = Terms
