open-roles = { $count ->
    [one] { $count } open role
   *[other] { $count } open roles
}
applications = { $count ->
    [one] You have sent one application
   *[other] You have sent { $count } applications
}
vacation-days = { $days ->
    [one] { $days } day of leave
   *[other] { $days } days of leave
}
roles-in-city = { $count ->
    [one] One role in { $city }
   *[other] { $count } roles in { $city }
}
interview-rounds = { $count ->
    [one] One interview
   *[other] { $count } interviews
}
work-model = { $model ->
    [office] In the office
    [remote] From home
   *[mixed] Both
}
filter-label = Filters
    .title = { $count ->
        [one] One filter is set
       *[other] { $count } filters are set
    }
