"""The pinyin, with tones, that mirror sites put behind the traditional characters of reports.

These sites never gloss characters that both scripts share, so those are not listed.
"""

from __future__ import annotations

__all__ = ["PINYIN", "TONED", "glossed"]

TONED = "[a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}"
"""A syllable with its tone, as a pattern."""

_GLOSSED = (
    "報bào 來lái 發fā 時shí 計jì 據jù 國guó 現xiàn 動dòng 請qǐng 復fù 複fù 訴sù 問wèn 進jìn "
    "數shù 項xiàng 處chù 結jié 關guān 機jī 構gòu 業yè 務wù 規guī 廢fèi 許xǔ 罰fá 強qiáng 費fèi "
    "萬wàn 單dān 會huì 組zǔ 織zhī 總zǒng 續xù 繼jì 辦bàn 屬shǔ 確què 認rèn 獲huò 繳jiǎo 納nà "
    "補bǔ 訪fǎng 舉jǔ 類lèi 執zhí 詢xún 設shè 審shěn 維wéi 糾jiū 議yì 訟sòng 統tǒng 題tí "
    "應yīng 權quán 護hù 過guò 內nèi 穩wěn 徵zhēng 開kāi 條tiáo 號hào 網wǎng 縣xiàn 鎮zhèn 區qū "
    "檔dàng 館guǎn 標biāo 創chuàng 產chǎn 場chǎng 儲chǔ 礎chǔ 測cè 調diào 點diǎn 對duì 隊duì "
    "達dá 當dāng 導dǎo 風fēng 個gè 環huán 節jié 堅jiān 監jiān 濟jì 級jí 績jī 經jīng 謹jǐn 庫kù "
    "聯lián 領lǐng 誰shuí 說shuō 勢shì 實shí 識shí 態tài 臺tái 無wú 獻xiàn 協xié 險xiǎn 學xué "
    "細xì 習xí 訓xùn 嚴yán 揚yáng 預yù 運yùn 優yōu 轉zhuǎn 質zhì 長zhǎng 準zhǔn 責zé 與yǔ "
    "專zhuān 兩liǎng 鄉xiāng 書shū 雲yún 們men 眾zhòng 體tǐ 餘yú 冊cè 寫xiě 農nóng 決jué "
    "況kuàng 減jiǎn 幾jǐ 別bié 華huá 廳tīng 參cān 員yuán 諮zī 圍wéi 圖tú 備bèi 夠gòu 將jiāng "
    "盡jǐn 張zhāng 錄lù 擬nǐ 換huàn 舊jiù 欄lán 橋qiáo 檢jiǎn 電diàn 碼mǎ 簡jiǎn 約yuē 紀jì "
    "繞rào 給gěi 絡luò 編biān 職zhí 見jiàn 記jì 講jiǎng 證zhèng 評píng 訊xùn 話huà 該gāi 語yǔ "
    "誤wù 課kè 諾nuò 謝xiè 讀dú 變biàn 負fù 購gòu 貼tiē 資zī 贈zèng 軟ruǎn 較jiào 載zài 輕qīng "
    "輪lún 還hái 這zhè 連lián 郵yóu 針zhēn 錯cuò 鍵jiàn 閉bì 間jiān 閱yuè 陸lù 隨suí 難nán "
    "頁yè 額é 願yuàn 顯xiǎn 飛fēi 驗yàn 龍lóng 從cóng 後hòu 於yú 歷lì 歸guī 殘cán 極jí 樓lóu "
    "樣yàng 樹shù 橫héng 歲suì 歡huān 漢hàn 滿mǎn 漲zhǎng 澤zé 濱bīn 營yíng 爭zhēng 獨dú 畫huà "
    "異yì 療liáo 眞zhēn 礙ài 種zhǒng 積jī 窮qióng 競jìng 範fàn 築zhù 籌chóu 糧liáng 紅hóng "
    "純chún 紙zhǐ 線xiàn 練liàn 縮suō 聽tīng 聞wén 聲shēng 腦nǎo 臨lín 興xìng 蘇sū 藝yì 藥yào "
    "術shù 衛wèi 裝zhuāng 製zhì 視shì 覺jué 觀guān "
)

PINYIN: dict[str, str] = {gloss[0]: gloss[1:] for gloss in _GLOSSED.split()}
"""The gloss of each of these characters."""


_CHARACTERS: dict[str, list[str]] = {}
for _character, _syllable in PINYIN.items():
    _CHARACTERS.setdefault(_syllable, []).append(_character)


def glossed(gloss: str | None) -> list[str]:
    """Return the characters that have this gloss."""
    return _CHARACTERS.get(gloss or "", [])
