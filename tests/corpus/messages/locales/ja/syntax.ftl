jobs-title = すべての求人
jobs-intro = ぴったりの仕事を見つけましょう
## fault: missing-variant
job-type = { $type ->
   *[part] パートタイム
}
## fault: syntax
job-level = { $level ->
    [junior] 未経験
   *[senior] 経験者
    [] 不明
}
job-contact = { $name }にお問い合わせください
job-share = この求人を共有
job-print = このページを印刷
job-save = この求人を保存
## fault: syntax
job-save =
