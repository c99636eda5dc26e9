## fault: replacement-character
office-cafe = Treffen Sie das Team im Caf�
office-hours = Montag bis Freitag, 9 bis 17 Uhr
    .title = Wann wir antworten
