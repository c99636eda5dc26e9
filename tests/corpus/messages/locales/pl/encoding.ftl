## fault: invalid-encoding
office-cafe = Poznaj zesp�ł w kawiarni
office-hours = Od poniedziałku do piątku, od 9 do 17
    .title = Kiedy odpowiadamy
