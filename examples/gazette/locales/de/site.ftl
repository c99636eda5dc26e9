site-tagline = Stellenbeschreibungen für kleine Läden
