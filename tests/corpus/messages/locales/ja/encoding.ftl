## fault: replacement-character
# 採用担�当者のメモ
office-cafe = カフェでチームに会いましょう
office-hours = 月曜日から金曜日、9時から17時
    .title = 受付時間
