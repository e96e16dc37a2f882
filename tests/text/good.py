"""Text that is as it should be, and has something about it that a careless repair would take for damage."""

from __future__ import annotations

__all__ = ["GOOD", "TELLTALES"]

GOOD = (
    "石桥镇2023年办理依申请公开事项12件，均在二十个工作日内答复。",
    "本機關二〇二二年度共辦理政府資訊公開申請三十七件，較上年減少兩件。",
    "（一）予以公开；（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
    "第二十条第（八）项|本年收费金额（单位：万元）|行政事业性收费|0.00",
    "‘三审三校’与“先审后发”两项制度——写进了《值班守则》（试行）……",
    "什么是“应公开尽公开”？怎样查？到哪里查？",
    "什么是应公开尽公开?怎样查?到哪里查?答复是否收费?！不收。",
    "冶金分析组组长锛某、电镀车间銆某到会，讲了锛片与刨刀的保养。",
    "人员名单：喆堃、龢、犇、淼、翀、甯、赟、濛阳、於潜、乾县、祎、昇、邨、彧、燚、頔、祐",
    "鎏金、銅版、鏈接、鎮海、鎶、鍏、涓滴、琛、璇玑、缁衣、鏡面、懇親會、爛柯山、獺祭、淉水",
    "café、naïve、résumé 三个外来词的读音见附表；Ærø、Þór 是地名。",
    "Besuch aus Köln: Herr Müller, Frau Größe, Straße 5 – „sehr schön“, sagte er; 3 × 4 m².",
    "Le maire de Besançon, M. Lefèvre, a écrit : « Où êtes-vous ? » – le 5 août, à l’hôtel.",
    "São Paulo, Malmö, Łódź, Čapek, Ålesund, señor Núñez, Ærøskøbing, coöperatie, 25 °C ± 2 µm",
    "金额：￥1,200.00元、£30、€45、¥60、¢5；增幅±3.5%；角度30°；2×3＝6；甲·乙；§4",
    "０１２３４５６７８９，ＡＢＣ，（１）［２］｛３｝，％＋－＝，１２．５０万元",
    "①自然人　②商业企业　③科研机构　Ⅰ、Ⅱ、Ⅲ　㈠㈡㈢　㎡　℃　№　‰　※　★　→　■　□　☑",
    "ㄅㄆㄇㄈ是注音符号，ひらがな是平假名，Ωσμ是希腊字母，Привет是俄文。",
    "餅乾、裡面、頭髮、發展、麵粉、後來、皇后、公里、隻身、臺灣、檯燈、颱風、鐘錶、鍾情、鬥爭",
    "係數、聯繫、關係、範圍、範仲淹、製作、制度、複習、復習、覆蓋、答覆、於是、於戲、徵求、徵羽",
    "\ue5e5自造字\uf8ff、\U00020bb7野家、\U0002a6b2、𠮷田、𣲘、〇、々、〆、ヶ",
    "a < b 且 b > c；《条例》<试行>；R&D 投入；AT&T；1 & 2",
    "邮箱 gk@example.cn，网址 https://www.example.cn/zwgk/index.html?id=3&page=2#top，电话 0000-00000000",
    "行政复议|行政诉讼\n结果维持|结果纠正|其他结果|尚未审结|总计\n0|0|0|0|0",
    "字\u3000距\xa0各\u2003异\t，行末有空格 \n\n\u3000\u3000首行缩进两格。",
)
"""Sentences of the project's own, labels of the statutory tables, and characters that are rare for good reason."""

TELLTALES = "æäåçÐ£Ë¿¹Ä¤¥³ªćеÊσ鏈斂锛垮銆鍏淉爛燴ㄘ彆掛賦┎瞶︽璶羆獺"
"""Single characters at the sight of which a repair begins to look closely."""
