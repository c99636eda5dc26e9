office-cafe = Meet the team in the café
office-hours = Monday to Friday, 9 to 5
    .title = When we answer
