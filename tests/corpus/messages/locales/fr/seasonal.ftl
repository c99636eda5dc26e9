summer-break = Fermé en août
winter-greeting = Bonne année de la part de { -company }
## fault: obsolete-message
spring-greeting = Joyeuses Pâques
    .title = Bonnes fêtes
