-company = ノースライトグループ
-portal = 採用サイト
-team = { $number ->
   *[singular] 採用チーム
    [plural] 採用チーム
}
-handbook = 社員ハンドブック
    .size = 長い
-benefit = 福利厚生
## fault: obsolete-term, cycle
-benefit-list = { -benefit-item }
## fault: obsolete-term, cycle
-benefit-item = { -benefit-list }

about-title = { -company }について
portal-welcome = { -company }の{ -portal }へようこそ
team-contact = { -team(number: "singular") }にご連絡ください
team-list = { -team(number: "plural") }の紹介
## fault: missing-term-reference
handbook-hint = 初日までに{ -handbook.size ->
   *[long] 長い
    [short] 短い
}ハンドブックを読んでください
benefit-intro = どの{ -benefit }も大切です
## fault: obsolete-message
team-photo = { -team(number: "singular") }の写真
