summer-break = Τον Αύγουστο είμαστε κλειστά
## fault: missing-term-reference
winter-greeting = Καλή χρονιά
