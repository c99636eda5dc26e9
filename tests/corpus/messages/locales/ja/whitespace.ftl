list-separator = 、
no-results = 求人が見つかりません
## fault: leading-space
loading = { " " }読み込み中
back-link = 求人一覧に戻る
skip-link = 本文へ移動
search-key = 検索
