"""The characters that are written most: they decide between two readings of a few characters.

The first level of GB2312, by which encodings are judged, is too wide for that: it holds 薄胺旨 as
well as 分级.
"""

from __future__ import annotations

from govinfo.text.scripts import simplify

__all__ = ["frequent_share"]

# The five hundred commonest characters of modern Chinese, and further ones common in reports.
_FREQUENT = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建"
    "月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接"
    "知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器"
    "压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议"
    "声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复"
    "容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标"
    "写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严申请审核校依"
    "答予网站档案版镇乡街村役责职督促监察章范执罚诉讼裁纠护培训宣栏录互微博诚阅读栋旅游财税医疗款项额费优编签印函令届"
    "附续逾补充扩创评估考奖惩征纪预源配益扶贫棚卫环境食药，。、；：？！（）《》“”〔〕—…·％"
)


def frequent_share(text: str) -> float:
    """Return which share of the characters beyond ASCII is frequent, from 0 to 1.

    Traditional characters count as their simplified ones.
    """
    wide = [each for each in simplify(text) if not each.isascii()]
    return sum(each in _FREQUENT for each in wide) / len(wide) if wide else 0.0
