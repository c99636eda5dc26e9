## fault: missing-plural, surplus-plural
open-roles = { $count ->
    [one] { $count } ανοιχτή θέση
   *[many] { $count } ανοιχτές θέσεις
}
## fault: missing-variable
applications = { $count ->
    [one] Έχετε στείλει μία αίτηση
   *[other] Έχετε στείλει πολλές αιτήσεις
}
vacation-days = { $days ->
    [1] { $days } ημέρα άδειας
   *[other] { $days } ημέρες άδειας
}
## fault: duplicate-variant
roles-in-city = { $count ->
    [one] Μία θέση, { $city }
   *[other] { $count } θέσεις, { $city }
    [other] Θέσεις, { $city }
}
interview-rounds = { $count ->
    [one] Μία συνέντευξη
   *[other] { $count } συνεντεύξεις
}
## fault: unknown-variable, missing-variable
work-model = { $modelo ->
    [office] Στο γραφείο
    [remote] Από το σπίτι
   *[mixed] Και τα δύο
}
## fault: duplicate-variant
filter-label = Φίλτρα
    .title = { $count ->
        [one] Ένα φίλτρο
        [one] Μόνο ένα φίλτρο
       *[other] { $count } φίλτρα
    }
