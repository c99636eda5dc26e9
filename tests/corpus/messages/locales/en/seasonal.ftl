summer-break = We are closed in August
winter-greeting = Happy New Year from { -company }
