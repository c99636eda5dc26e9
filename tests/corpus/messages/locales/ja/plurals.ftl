## fault: surplus-plural
open-roles = { $count ->
    [one] { $count }件の求人
   *[other] { $count }件の求人
}
applications = { $count }件の応募を送信しました
## fault: surplus-plural
vacation-days = { $days ->
    [one] 1日の休暇
    [few] { $days }日の休暇
   *[other] { $days }日の休暇
}
## fault: missing-variable
roles-in-city = 求人{ $count }件
interview-rounds = 面接{ $count }回
work-model = { $model ->
    [office] 出社
    [remote] 在宅
   *[mixed] 両方
}
filter-label = 絞り込み
    .title = { $count }件の条件
