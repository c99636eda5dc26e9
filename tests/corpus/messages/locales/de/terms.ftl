-company = Northlight-Gruppe
-portal = Karriereportal
## fault: duplicate-message
-portal = Stellenportal
## fault: duplicate-variant
-team = { $number ->
   *[singular] Auswahlteam
    [plural] Auswahlteams
    [plural] Auswahlteams
}
## fault: duplicate-attribute
-handbook = Mitarbeiterhandbuch
    .size = lang
    .size = dick
## fault: obsolete-term
-perk = Zusatzleistung

## fault: missing-term-reference, obsolete-term-reference
about-title = Über { -portal }
portal-welcome = Willkommen im { -portal } der { -company }
## fault: term-argument-missing
team-contact = Schreiben Sie unserem { -team }
## fault: term-positional-argument, term-argument-missing
team-list = Lernen Sie unsere { -team("plural") } kennen
## fault: missing-term-reference, obsolete-term-reference, unknown-reference
handbook-hint = Lesen Sie vor dem ersten Tag das { -handbok }
## fault: unknown-reference
benefit-intro = Jede { -benefit } zählt
