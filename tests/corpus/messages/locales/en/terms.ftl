-company = Northlight Group
-portal = career portal
-team = { $number ->
   *[singular] hiring team
    [plural] hiring teams
}
-handbook = staff handbook
    .size = long
-benefit = benefit

about-title = About { -company }
portal-welcome = Welcome to the { -portal } of { -company }
team-contact = Write to our { -team(number: "singular") }
team-list = Meet our { -team(number: "plural") }
handbook-hint = Read the { -handbook } before your first day
benefit-intro = Every { -benefit } counts
