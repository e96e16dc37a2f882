"""Characters as mirror sites rewrite them: in traditional forms, some with pinyin behind them.

Only characters that drafts contain, and only those that have one traditional form: 于, 后, 制, 系
and their like stay.
"""

from __future__ import annotations

from govinfo.text.pinyin import PINYIN

__all__ = ["PINYIN", "TRADITIONAL"]

_SIMPLIFIED_FORMS = (
    "万与专业两个举习乡书云们众会体余关内册写农决况准减几别办务动区华协单厅县参发号员咨围国图场处备复够学实审"
    "对将尽属屿岭应废开张强当录征总执护报拟换据数无旧时机权条来构标栏档桥检没澜点现电监码确稳简类纠约级纪纳组织"
    "经结绕给络统继续维编缴网罚职联获补见规计认训议记讲许讼设访证评识诉话询说请读调负责购贴费资转轮载较达过还"
    "这进邮针镇长闭问间阅陆随页项题额馆为库凭"
)
_TRADITIONAL_FORMS = (
    "萬與專業兩個舉習鄉書雲們眾會體餘關內冊寫農決況準減幾別辦務動區華協單廳縣參發號員諮圍國圖場處備復夠學實審"
    "對將盡屬嶼嶺應廢開張強當錄徵總執護報擬換據數無舊時機權條來構標欄檔橋檢沒瀾點現電監碼確穩簡類糾約級紀納組織"
    "經結繞給絡統繼續維編繳網罰職聯獲補見規計認訓議記講許訟設訪證評識訴話詢說請讀調負責購貼費資轉輪載較達過還"
    "這進郵針鎮長閉問間閱陸隨頁項題額館為庫憑"
)

TRADITIONAL = str.maketrans(_SIMPLIFIED_FORMS, _TRADITIONAL_FORMS)
"""A translation table from simplified characters to traditional ones."""
