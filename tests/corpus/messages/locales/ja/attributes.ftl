## fault: duplicate-attribute
search-field = 求人を探す
    .placeholder = 職種またはスキル
    .label = 検索
    .label = 探す
## fault: missing-attribute
apply-button = 応募する
    .title = { $role }に応募する
menu-toggle =
    .label = メニュー
    .title = メニューを開く
## fault: missing-attribute
upload-field = 履歴書をアップロード
newsletter = 新着求人をメールで受け取る
    .label = 登録
    .title = 週に1通
profile-link =
    .title = { -company }のプロフィール
settings-dialog =
    .style = width: 30em; height: 20em
sidebar-panel = 似た求人
    .style = min-width: 30ch
## fault: syntax
share-panel = この求人を共有
    .style =
