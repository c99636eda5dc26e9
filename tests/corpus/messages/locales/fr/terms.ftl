-company = Groupe Northlight
## fault: cycle
-portal = { -handbook }
-team = { $number ->
   *[singular] équipe de recrutement
    [plural] équipes de recrutement
}
## fault: cycle
-handbook = guide du { -portal }
    .size = long
-benefit = avantage
## fault: obsolete-term
-office = bureau

about-title = À propos de { -company }
## fault: missing-term-reference
portal-welcome = Bienvenue chez { -company }
## fault: unknown-term-argument, term-argument-missing
team-contact = Écrivez à notre { -team(nombre: "singular") }
## fault: unknown-term-variant
team-list = Rencontrez nos { -team(number: "pluriel") }
handbook-hint = Lisez le { -handbook } avant le premier jour
## fault: obsolete-term-reference
benefit-intro = Chaque { -benefit } de { -company } compte
