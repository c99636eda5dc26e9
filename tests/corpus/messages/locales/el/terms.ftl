-company = Όμιλος Northlight
-portal = πύλη καριέρας
-team = { $number ->
   *[singular] ομάδα πρόσληψης
    [plural] ομάδες πρόσληψης
}
-handbook = οδηγός προσωπικού
    .size = μεγάλος
    .gender = αρσενικό
-benefit = παροχή

about-title = Σχετικά με: { -company }
team-contact = Γράψτε στην { -team(number: "singular") }
## fault: syntax
team-list = Γνωρίστε τις { -team(number: $plithos) }
## fault: term-positional-argument
handbook-hint = Διαβάστε πριν από την πρώτη ημέρα: { -handbook("long") }
benefit-intro = Κάθε { -benefit } μετράει
