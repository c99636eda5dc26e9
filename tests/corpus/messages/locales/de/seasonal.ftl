summer-break = Im August geschlossen
## fault: obsolete-message
autumn-fair = Besuchen Sie uns auf der Herbstmesse
winter-greeting = Ein gutes neues Jahr von der { -company }
## fault: duplicate-message, obsolete-message
apply = Bewerben
