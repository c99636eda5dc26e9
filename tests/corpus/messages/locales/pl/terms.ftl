-company = Grupa Northlight
-portal = portal kariery
-team = { $number ->
   *[singular] zespół rekrutacji
    [plural] zespoły rekrutacji
}
-handbook = podręcznik pracownika
    .size = długi
-benefit = świadczenie
## fault: duplicate-message
-benefit = dodatek

about-title = O nas: { -company }
## fault: missing-term-reference
portal-welcome = Witamy w portalu kariery: { -company }
team-contact = Napisz do nas: { -team(number: "singular") }
## fault: unknown-term-argument
team-list = Poznaj { -team(number: "plural", przypadek: "biernik") }
## fault: missing-term-reference, obsolete-message-reference, unknown-reference
handbook-hint = Przeczytaj { handbook } przed pierwszym dniem
## fault: syntax
benefit-intro = Liczy się każde { -benefit.name }
