"""What each generation of the form counts, and which quantities may be compared.

A column of one name in two forms need not count the same things. Where it does not, the generations
are in different groups here, and the reason says what differs; nothing is ever stored under the
address of another generation.
"""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from govinfo.forms.schema import Form
from govinfo.wording import Lang

__all__ = ["CROSSWALK", "Quantity", "cells_in"]


def cells_in(terms: str, form: Form) -> tuple[str, ...]:
    """Return the addresses of cells joined by `+`; a star stands for all rows that begin so."""
    found = list[str]()
    for term in terms.split("+"):
        before, star, after = term.strip().partition("*")
        if not star:
            found += [before] if before else []
            continue
        found += [one for one in form.addresses if one.startswith(before) and one.endswith(after)]
    return tuple(found)


@frozen
class Quantity:
    """One thing that reports count, and the cells in which each generation counts it."""

    id: str
    zh: str
    en: str
    cells: Mapping[str, str] = field(hash=False)
    """For each form its cell, or cells joined by `+`; a star stands for all rows that begin so."""
    comparable: tuple[tuple[str, ...], ...] = ()
    """The generations whose figures may be compared with each other, group by group."""
    why: str = ""
    """What differs between the groups, or what to mind within them."""
    why_zh: str = ""
    """The same in Chinese."""
    subject: str | None = None
    """The subject of claims about it, in the prose of every year."""

    def cells_of(self, form: Form) -> tuple[str, ...]:
        """Return the addresses whose sum is this quantity on a form; none if it has no such."""
        return cells_in(self.cells.get(form.id, ""), form)

    def told(self, lang: Lang) -> str:
        """Return its id, its name, and what to mind about it."""
        if lang == "zh":
            return f"{self.id}（{self.zh}）" + (f"：{self.why_zh}" if self.why_zh else "")
        return f"{self.id} ({self.en})" + (f": {self.why}" if self.why else "")

    def may_compare(self, one: str, other: str) -> bool:
        """Whether figures of these two forms count the same."""
        return any(one in group and other in group for group in self.comparable)


_SINCE_2019 = ("form2021", "form2019")
_BEFORE = ("stats2014", "stats2008")
_EACH = (("form2021",), ("form2019",))


def _same(cells: str) -> dict[str, str]:
    """The cells of both forms since 2019, where they are the same."""
    return dict.fromkeys(_SINCE_2019, cells)


CROSSWALK: tuple[Quantity, ...] = (
    Quantity(
        "requests_received",
        "本年收到的申请",
        "requests received in the year",
        _same("requests.new_received.total")
        | {
            "stats2014": "statistics.requests_received.value",
            "stats2008": "statistics.requests_received.current",
        },
        ((*_SINCE_2019, *_BEFORE),),
        "requests carried over from the year before are counted apart since 2019, "
        "and were not counted before",
        why_zh="2019年起，上年结转的申请另列一行；此前不统计结转",
        subject="requests_received",
    ),
    Quantity(
        "requests_carried_forward",
        "结转下年度的申请",
        "requests carried forward",
        _same("requests.carried_forward.total"),
        (_SINCE_2019,),
        "not counted before 2019",
        why_zh="2019年以前不统计",
        subject="requests_carried_forward",
    ),
    Quantity(
        "requests_concluded",
        "本年办结的申请",
        "requests concluded",
        _same("requests.outcomes_total.total")
        | {"stats2014": "statistics.requests_concluded.value"},
        (_SINCE_2019, ("stats2014",)),
        "since 2019 what is not processed any more is concluded too",
        why_zh="2019年起，不再处理的申请也计入办结",
    ),
    Quantity(
        "requests_answered",
        "答复的申请",
        "requests answered",
        {
            "stats2014": "statistics.requests_answered.value",
            "stats2008": "statistics.requests_answered.current",
        },
        (("stats2014",), ("stats2008",)),
        "the national annex counts eight kinds of answers, the tables before it three",
        why_zh="全国统一的统计表列八种答复，此前各地的表列三种",
        subject="requests_answered",
    ),
    Quantity(
        "requests_granted",
        "予以公开",
        "requests granted",
        _same("requests.granted.total")
        | {
            "stats2014": "statistics.answered_granted.value",
            "stats2008": "statistics.answered_granted.current",
        },
        (_SINCE_2019, ("stats2014",), ("stats2008",)),
        "the annex counts information that was public already in a row of its own, "
        "the forms since 2019 do not",
        why_zh="统计表把“属于已主动公开范围”另列一行，2019年起的格式不另列",
        subject="requests_granted",
    ),
    Quantity(
        "requests_partially_granted",
        "部分公开",
        "requests partially granted",
        _same("requests.partially_granted.total")
        | {
            "stats2014": "statistics.answered_partially_granted.value",
            "stats2008": "statistics.answered_partially_granted.current",
        },
        ((*_SINCE_2019, *_BEFORE),),
        "",
        subject="requests_partially_granted",
    ),
    Quantity(
        "requests_denied",
        "不予公开",
        "requests denied",
        _same("requests.denied_*.total")
        | {
            "stats2014": "statistics.answered_denied.value",
            "stats2008": "statistics.answered_denied.current",
        },
        (_SINCE_2019, ("stats2014",), ("stats2008",)),
        "what is no government information was denied in 2014, "
        "what does not exist or is not held in 2008 as well",
        why_zh="2014年的表把“不是政府信息”计入不予公开，2008年的表还计入“信息不存在”“非本部门掌握”",
        subject="requests_denied",
    ),
    Quantity(
        "information_not_held",
        "信息不存在或不掌握",
        "information that does not exist, or that others hold",
        _same("requests.unable_not_held.total")
        | {
            "stats2014": "statistics.answered_not_existing.value + "
            "statistics.answered_not_responsible.value",
            "stats2008": "statistics.denied_not_existing.current + "
            "statistics.denied_not_held.current",
        },
        (_SINCE_2019, _BEFORE),
        "since 2019 one row asks whether the body holds the information, and not whether it exists",
        why_zh="2019年起只有“本机关不掌握”一行，不问信息是否存在",
    ),
    Quantity(
        "reconsideration",
        "行政复议",
        "administrative reconsiderations",
        _same("review.reconsideration.total")
        | {
            "stats2014": "statistics.reconsideration.value",
            "stats2008": "statistics.reconsideration.current",
        },
        (_SINCE_2019, _BEFORE),
        "cases not yet decided are counted since 2019; whether they were before is not said",
        why_zh="2019年起统计尚未审结的案件；此前是否计入未作说明",
        subject="reconsideration",
    ),
    Quantity(
        "reconsideration_corrected",
        "行政复议被纠正",
        "reconsiderations that ended in a correction",
        _same("review.reconsideration.corrected")
        | {"stats2014": "statistics.reconsideration_corrected.value"},
        ((*_SINCE_2019, "stats2014"),),
        "",
        subject="reconsideration_corrected",
    ),
    Quantity(
        "litigation",
        "行政诉讼",
        "administrative lawsuits",
        _same("review.litigation_direct.total + review.litigation_after_reconsideration.total")
        | {
            "stats2014": "statistics.litigation.value",
            "stats2008": "statistics.litigation.current",
        },
        (_SINCE_2019, _BEFORE),
        "lawsuits not yet decided are counted since 2019; whether they were before is not said",
        why_zh="2019年起统计尚未审结的案件；此前是否计入未作说明",
        subject="litigation",
    ),
    Quantity(
        "litigation_corrected",
        "行政诉讼被纠正",
        "lawsuits that ended in a correction",
        _same(
            "review.litigation_direct.corrected + review.litigation_after_reconsideration.corrected"
        )
        | {"stats2014": "statistics.litigation_corrected.value"},
        ((*_SINCE_2019, "stats2014"),),
        "",
        subject="litigation_corrected",
    ),
    Quantity(
        "proactive_disclosures",
        "主动公开信息",
        "information disclosed without a request",
        {
            "stats2014": "statistics.proactive_total.value",
            "stats2008": "statistics.proactive_total.current",
        },
        (("stats2014",), ("stats2008",)),
        "the national annex counts once what was disclosed in several ways, "
        "the tables before it do not say; "
        "the forms since 2019 do not count it, and prose counts as it likes",
        why_zh="全国统一的统计表中，不同渠道公开相同信息计一条；此前各地的表未作说明；2019年起的格式不统计，正文口径不一",
        subject="proactive_disclosures",
    ),
    Quantity(
        "normative_documents_issued",
        "制发的规范性文件",
        "normative documents issued in the year",
        {
            "form2021": "proactive.normative_documents.issued",
            "form2019": "proactive.normative_documents.newly_made",
            "stats2014": "statistics.normative_documents_issued.value",
            "stats2008": "statistics.new_normative_documents.current",
        },
        (*_EACH, ("stats2014",), ("stats2008",)),
        "行政规范性文件 in 2021 are fewer than 规范性文件 before, "
        "and some tables count what was disclosed, not issued",
        why_zh="2021年的“行政规范性文件”范围小于此前的“规范性文件”，有的表统计的是公开数而非制发数",
        subject="normative_documents_issued",
    ),
    Quantity(
        "normative_documents_in_force",
        "现行有效的规范性文件",
        "normative documents in force",
        {
            "form2021": "proactive.normative_documents.in_force",
            "form2019": "proactive.normative_documents.total_disclosed",
        },
        _EACH,
        "对外公开总数量 of 2019 counts what can be seen, in force or not; "
        "现行有效 of 2021 what is in force",
        why_zh="2019年的“对外公开总数量”不问是否有效；2021年的“现行有效件数”只计现行有效的",
        subject="normative_documents_in_force",
    ),
    Quantity(
        "licensing_decisions",
        "行政许可处理决定",
        "licensing decisions",
        _same("proactive.licensing.decisions"),
        (_SINCE_2019,),
    ),
    Quantity(
        "penalty_decisions",
        "行政处罚处理决定",
        "penalty decisions",
        _same("proactive.penalties.decisions"),
        (_SINCE_2019,),
    ),
    Quantity(
        "coercive_decisions",
        "行政强制处理决定",
        "decisions on coercive measures",
        _same("proactive.coercive_measures.decisions"),
        (_SINCE_2019,),
    ),
    Quantity(
        "administrative_fees",
        "行政事业性收费",
        "administrative fees",
        {
            "form2021": "proactive.administrative_fees.amount",
            "form2019": "proactive.administrative_fees.prior_year_items",
        },
        _EACH,
        "2021 states an amount of money, 2019 how many kinds of fees there were",
        why_zh="2021年填收费金额，2019年填收费项目数量",
    ),
    Quantity(
        "fees_for_requests",
        "依申请公开收取的费用",
        "fees collected from applicants",
        {"stats2014": "statistics.fees_collected.value"},
        (("stats2014",),),
        "costs of search, copies and postage before 2019, "
        "the fee for many requests (信息处理费) since 2021",
        why_zh="2019年以前是检索、复制、邮寄等成本费，2021年起是信息处理费",
        subject="information_processing_fee",
    ),
)
"""Every quantity that more than one generation counts, or that is easily mistaken for one."""
