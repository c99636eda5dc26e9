### Facts of entries, such as the contract or the place, and lists that readers narrow by them.

# Heading of the facts beside the text.
fields-heading = At a glance

# Ranges of numbers, days, and sums of money. $from (String) and $to (String): the ends as readers write them.
range = { $from }–{ $to }
range-from = from { $from }
range-to = up to { $to }

# Sums of money for a time. $amount (String): the sum.
per-hour = { $amount } an hour
per-day = { $amount } a day
per-week = { $amount } a week
per-month = { $amount } a month
per-year = { $amount } a year

# A sum that is paid in so many parts, as in Spain or Austria. $amount (String): the sum. $count (Number): how many parts.
payments = { $amount } ({ $count ->
    [one] { $count } payment
   *[other] { $count } payments
})

# Title and summary of a page that lists the entries with one fact in common. $collection (String): "Job descriptions".
# $value (String): what they have in common, such as "Part-time". $field (String): "Employment type". $count (Number).
facet-title = { $collection }: { $value }
facet-summary = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
} with { $field }: { $value }.

# Above the facts by which readers narrow a list: heading, one fact with the number of its entries, what is shown after a
# choice ($count (String): how many, filled in by the page), and the button that shows all again.
filters-heading = Narrow the list
filter-value = { $value } ({ $count })
filters-shown = Shown: { $count }
filters-reset = Show all

# In lists, a title that several entries have, with what tells them apart. $title (String): "Account Manager". $distinction
# (String): "Berlin".
same-title = { $title } ({ $distinction })

# Entries that are variants of one: name of the links between them, for screen readers; what opens them in a list.
variants-heading = Variants
variants-count = { $count ->
    [one] { $count } variant
   *[other] { $count } variants
}
