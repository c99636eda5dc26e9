## fault: missing-attribute
search-field = Szukaj pracy
    .placeholder = Stanowisko lub umiejętność
## fault: missing-variable
apply-button = Aplikuj
    .title = Wyślij zgłoszenie
    .accesskey = A
## fault: obsolete-attribute
menu-toggle =
    .label = Menu
    .title = Otwórz menu
    .icon = menu
upload-field = Prześlij CV
    .hint = Pliki PDF do 5 MB
## fault: missing-value
newsletter =
    .label = Zapisz się
    .title = Jeden e-mail na tydzień
profile-link =
    .title = Twój profil: { -company }
## fault: style
settings-dialog =
    .style = width: 40em; height: 20em; min-width: 5em
## fault: style
sidebar-panel = Podobne oferty
    .style = 30ch
## fault: style
share-panel = Udostępnij ofertę
    .style = width: 12rem
