"""Indicators that supervisors compute by hand: shares and rates, as formulas of cells.

The forms since 2019 count alike what these formulas take, so their indicators may be compared.
"""

from __future__ import annotations

from attrs import frozen

from govinfo.forms.crosswalk import cells_in
from govinfo.forms.schema import Form

__all__ = ["INDICATORS", "Indicator"]


@frozen
class Indicator:
    """One share or rate: a sum of cells for each hundred of another sum."""

    id: str
    """A stable id, such as `grant_rate`; a column of the wide table."""
    zh: str
    """Its name in Chinese."""
    en: str
    """Its name in English."""
    numerator: str
    """Cells joined by `+`; a star stands for all rows that begin so."""
    denominator: str
    """The same, for what the numerator is divided by."""
    meaning_zh: str
    """What it says in law, in Chinese."""
    meaning_en: str
    """The same in English."""
    is_share: bool = True
    """Whether the numerator is a part of the denominator, and cannot be larger."""

    def cells(self, form: Form) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
        """Return the addresses of both sums; `None` if the form does not count one of them."""
        sides = tuple(
            tuple(one for one in cells_in(terms, form) if one in form.positions)
            for terms in (self.numerator, self.denominator)
        )
        whole = all(
            term.strip() in form.positions or "*" in term
            for terms in (self.numerator, self.denominator)
            for term in terms.split("+")
        )
        return (sides[0], sides[1]) if whole and all(sides) else None


_CONCLUDED = "requests.outcomes_total.total"
_RECEIVED = "requests.new_received.total"
_IN_HAND = f"{_RECEIVED} + requests.carried_over.total"
_DENIED = "requests.denied_*.total"
_LAWSUITS = "review.litigation_direct.{0} + review.litigation_after_reconsideration.{0}"
_REGULATION = "《政府信息公开条例》"


def _decided(row: str) -> str:
    """The cases that were decided: upheld, corrected, or otherwise."""
    return " + ".join(f"review.{row}.{column}" for column in ("upheld", "corrected", "other"))


_GROUNDS = (
    ("state_secret", "国家秘密", "state secrets", "14"),
    ("law_prohibited", "法律行政法规禁止公开", "acts that forbid disclosure", "14"),
    ("security_stability", "危及三安全一稳定", "security and stability", "14"),
    ("third_party", "保护第三方合法权益", "rights of third parties", "15"),
    ("internal_affairs", "三类内部事务信息", "internal affairs", "16"),
    ("process_information", "四类过程性信息", "information on deliberation", "16"),
    ("enforcement_files", "行政执法案卷", "files of enforcement", "16"),
    ("administrative_inquiry", "行政查询事项", "administrative inquiries", "36"),
)
"""The grounds of denial: the row of each, its names, and its article of the Regulation."""
_ARTICLES = {"14": "第十四条", "15": "第十五条", "16": "第十六条", "36": "第三十六条第（七）项"}

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        "grant_rate",
        "予以公开率",
        "share granted",
        "requests.granted.total",
        _CONCLUDED,
        f"办结的申请中全部公开的比例（{_REGULATION}第三十六条第（二）项）",
        "how many of the concluded requests were granted in full (article 36)",
    ),
    Indicator(
        "disclosure_rate",
        "公开率（含部分公开）",
        "share granted in full or in part",
        "requests.granted.total + requests.partially_granted.total",
        _CONCLUDED,
        f"办结的申请中全部或部分公开的比例（{_REGULATION}第三十六条、第三十七条）",
        "how many were granted in full or in part (articles 36 and 37)",
    ),
    Indicator(
        "denial_rate",
        "不予公开率",
        "share denied",
        _DENIED,
        _CONCLUDED,
        f"办结的申请中依法不予公开的比例（{_REGULATION}第十四条至第十六条）",
        "how many were denied on one of the eight grounds (articles 14 to 16)",
    ),
    *(
        Indicator(
            f"denial_{name}_share",
            f"不予公开中“{zh}”的占比",
            f"share of denials for {en}",
            f"requests.denied_{name}.total",
            _DENIED,
            f"以此为由不予公开，占全部不予公开的比例（{_REGULATION}{_ARTICLES[article]}）",
            f"how many of the denials give this ground (article {article})",
        )
        for name, zh, en, article in _GROUNDS
    ),
    Indicator(
        "unable_rate",
        "无法提供率",
        "share that could not be provided",
        "requests.unable_*.total",
        _CONCLUDED,
        f"办结的申请中不掌握、没有现成信息、补正后仍不明确的比例（{_REGULATION}第三十六条、第三十八条）",
        "how many asked for what the body does not hold, or would have to make (articles 36, 38)",
    ),
    Indicator(
        "not_processed_rate",
        "不予处理率",
        "share not processed",
        "requests.not_processed_*.total",
        _CONCLUDED,
        f"办结的申请中信访、重复、大量反复等不予处理的比例（{_REGULATION}第三十五条、第三十九条）",
        "how many were complaints, repeated or excessive, and not processed (articles 35 and 39)",
    ),
    Indicator(
        "conclusion_rate",
        "办结率",
        "share concluded",
        _CONCLUDED,
        _IN_HAND,
        f"本年新收与上年结转的申请中年内办结的比例（{_REGULATION}第三十三条的答复期限）",
        "how many of the requests in hand were concluded in the year (article 33: time limits)",
    ),
    Indicator(
        "carry_over_rate",
        "结转率",
        "share carried forward",
        "requests.carried_forward.total",
        _IN_HAND,
        f"本年新收与上年结转的申请中结转下年的比例（{_REGULATION}第三十三条的答复期限）",
        "how many of the requests in hand were left to the next year (article 33: time limits)",
    ),
    Indicator(
        "reconsiderations_per_hundred",
        "每百件新收申请的行政复议数",
        "reconsiderations per hundred requests",
        "review.reconsideration.total",
        _RECEIVED,
        f"申请人不服而申请行政复议的频度（{_REGULATION}第五十一条）",
        "how often applicants ask for a reconsideration (article 51)",
        is_share=False,
    ),
    Indicator(
        "lawsuits_per_hundred",
        "每百件新收申请的行政诉讼数",
        "lawsuits per hundred requests",
        _LAWSUITS.format("total"),
        _RECEIVED,
        f"申请人不服而提起行政诉讼的频度（{_REGULATION}第五十一条）",
        "how often applicants go to court (article 51)",
        is_share=False,
    ),
    Indicator(
        "reconsideration_correction_rate",
        "行政复议纠错率",
        "share of reconsiderations that corrected",
        "review.reconsideration.corrected",
        _decided("reconsideration"),
        "已审结的行政复议中结果纠正的比例；尚未审结的不计",
        "how many of the decided reconsiderations corrected the body; pending cases do not count",
    ),
    Indicator(
        "lawsuit_correction_rate",
        "行政诉讼纠错率",
        "share of lawsuits that corrected",
        _LAWSUITS.format("corrected"),
        f"{_decided('litigation_direct')} + {_decided('litigation_after_reconsideration')}",
        "已审结的行政诉讼中结果纠正（败诉）的比例；尚未审结的不计",
        "how many of the decided lawsuits corrected the body; pending cases do not count",
    ),
)
"""Every indicator, in the order of the form."""
