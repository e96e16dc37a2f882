"""Findings in words: the row and the column as the form prints them, and the numbers put in."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple, TypeAlias

from attrs import frozen

from govinfo.consistency.outcome import Outcome, Side, Term, Verdict
from govinfo.errors import one_of
from govinfo.figures import Address, Figure, Number, Origin, State
from govinfo.model import Report
from govinfo.text import plain

__all__ = ["LANGUAGES", "Case", "Lang", "Statement", "labels", "message", "require_language"]

Lang: TypeAlias = Literal["zh", "en"]
"""The languages of statements and messages: Chinese and English."""
LANGUAGES: tuple[Lang, ...] = ("zh", "en")


def require_language(lang: Lang) -> None:
    """Raise `BadArgument` for a language that there are no messages in."""
    if lang not in LANGUAGES:
        raise one_of("the language `lang`", lang, LANGUAGES, "'zh' is Chinese, 'en' is English.")


@frozen
class Statement:
    """One sentence in two languages."""

    zh: str
    """The sentence in Chinese."""
    en: str
    """The sentence in English."""

    def __str__(self) -> str:
        return self.zh

    def in_(self, lang: Lang) -> str:
        """Return the sentence in Chinese (`zh`) or in English (`en`)."""
        require_language(lang)
        return self.zh if lang == "zh" else self.en


REASONS: dict[str, Statement] = {
    "doubt": Statement(
        "读取时对其中的数字存有疑问，不作判断",
        "the reader is not sure of these numbers, so nothing is concluded",
    ),
    "reader": Statement(
        "可能是读取时遗漏，不作判断",
        "the reader may have missed something, so nothing is concluded",
    ),
    "inferred": Statement(
        "其中有由勾稽关系推定的数字",
        "some of these numbers are inferred from the form's identities",
    ),
    "unread": Statement("文中没有可供判断的内容", "the text has nothing to judge it by"),
    "year": Statement("文中没有报告年度", "the report year is not stated"),
    "agency": Statement(
        "文中没有可以判断层级的机关名称", "the agency, or its level, is not stated"
    ),
    "prose": Statement(
        "正文前后说法不一，不作判断", "the text gives several figures, so nothing is concluded"
    ),
    "with_carried": Statement(
        "正文之数等于新收与上年结转之和，或已计入结转",
        "the text may count the requests carried over as well",
    ),
    "some_unanswered": Statement(
        "正文或未计不予处理、其他处理的申请",
        "the text may leave out requests that were closed without an answer",
    ),
    "own_figures": Statement(
        "汇总的年报，正文或只计其中一个机关的数字",
        "the text may count for one of several bodies that the table counts for",
    ),
    "kinds": Statement(
        "同一信息或计入多类", "one piece of information may be counted in several kinds"
    ),
    "date": Statement("文中没有这一日期", "the date is not stated"),
    "period": Statement("文中没有统计期限", "the period is not stated"),
    "gap": Statement("缺上一年度的报告，无法衔接", "the report for the year before is missing"),
    "disputed": Statement(
        "上一年度有两份数字不同的报告，无法衔接",
        "two different reports for the year before are at hand",
    ),
    "both_years": Statement(
        "两个年度的报告在此处自身均不平衡",
        "both reports break an identity of their own at these cells",
    ),
    "this_year": Statement(
        "本年度报告在此处自身不平衡，宜先核对本年度",
        "this year's report breaks an identity of its own there, so look at it first",
    ),
    "year_before": Statement(
        "上一年度报告在此处自身不平衡，宜先核对上一年度",
        "last year's report breaks an identity of its own there, so look at it first",
    ),
    "children_missing": Statement(
        "尚缺下级单位的数字，只能确定不小于已知各数之和",
        "some of the bodies below have no number here, so the sum of the others is only a lower bound",
    ),
    "children_unknown": Statement(
        "未给出下级单位名单，且各数与已有下级之和多不相同，可能只计本级",
        "no list of the bodies below was given, and few figures are the sums of those at hand: it may not sum them up",
    ),
    "other_rows": Statement(
        "表中另有格式未列的行，可能计入其中",
        "the table has rows that the form does not have, which may count here",
    ),
    "section": Statement("没有读到这一部分", "this part was not read"),
    "impossible": Statement(
        "空白处无论填何数均不能相等",
        "whatever counts stand in the cells without a number, the sides are not equal",
    ),
    "impossible_together": Statement(
        "与其他勾稽关系合看，空白处无论填何数均不能相等",
        "together with the other identities, no counts in the cells without a number make the sides equal",
    ),
}
"""What else there is to say of an outcome, by its reason; most say why a rule could not be assessed."""

_STATES = {
    State.BLANK: Statement("空白", "blank"),
    State.NOT_APPLICABLE: Statement("未填数字", "marked as not applicable"),
    State.ILLEGIBLE: Statement("无法辨认", "illegible"),
    State.ABSENT: Statement("文中没有", "absent"),
}
_AROUND = 60
"""How many characters of a sentence are quoted on each side of a figure."""
_OPPOSITE = {"=": "≠", "≥": "<", "≤": ">"}
_UNKNOWN = "?"
"""What stands among the numbers for a cell that has none."""
_RESTS = (Statement("其余{}项", "{} others"), Statement("未填{}项", "{} without a number"))
"""How addends that are not shown are counted: those that are 0, and those without a number."""
_SHOWN = 6
"""More addends than this are shown without their zeros, more cells than this are counted."""


class Case(NamedTuple):
    """What there is to put in words: the outcome, its cells, and the reports they stand in."""

    outcome: Outcome
    terms: tuple[Term, ...]
    report: Report
    """The report that is checked."""
    sources: tuple[Report, ...]
    """The report that each of the terms stands in."""

    @property
    def figures(self) -> Iterator[Figure]:
        """The figure of each term."""
        for term, source in zip(self.terms, self.sources, strict=True):
            yield (
                source[term.address] if term.address in source else Figure(None, state=State.ABSENT)
            )


def message(case: Case, statement: Statement, told: Statement | None, lang: Lang) -> str:
    """Return what should hold, where it was looked for, and what was found there."""
    outcome, terms, report, _ = case
    colon, parts = ("：" if lang == "zh" else ": "), [statement.in_(lang)]
    reason = REASONS[outcome.reason].in_(lang) if outcome.reason else ""
    if outcome.verdict is Verdict.UNASSESSABLE:
        parts += [
            _place(terms, report, lang) if outcome.relation else "",
            reason or _missing(case, lang),
        ]
    elif outcome.relation:
        parts += _equation(outcome, terms, report, lang)
    elif told is not None and outcome.verdict is Verdict.BROKEN:
        sides = {"left": _side(outcome.left), "right": _side(outcome.right)}
        cells = {"cells": _cells(terms, report, lang), "figures": _figures(terms, report, lang)}
        if outcome.said and len(terms) > 1:  # the prose gives one figure for all of them
            cells["cells"] += "合计" if lang == "zh" else " together"
        parts.append(told.in_(lang).format(**sides, **cells, sentence=_sentence(case)))
    if outcome.verdict is Verdict.BROKEN:
        parts += [
            reason,
            _determined(case, lang),
            REASONS["inferred"].in_(lang) if _inferred(case) else "",
        ]
    return colon.join(part for part in parts if part)


def _sentence(case: Case) -> str:
    """What the prose says, with the words around it; without line breaks and glosses."""
    quoted = []
    for claim in case.outcome.said[:1]:
        start = max(claim.sentence_span.start, claim.span.start - _AROUND)
        end = min(claim.sentence_span.end, claim.span.end + _AROUND)
        words = "".join(plain(case.report.source_text[start:end]).split())
        before = "…" if start > claim.sentence_span.start else ""
        quoted.append(before + words + ("…" if end < claim.sentence_span.end else ""))
    return "".join(quoted)


def _equation(outcome: Outcome, terms: tuple[Term, ...], report: Report, lang: Lang) -> list[str]:
    """The place, the names of what is compared, and the numbers."""
    sign = outcome.relation if outcome.verdict is Verdict.HOLDS else _OPPOSITE[outcome.relation]
    sides = [[term for term in terms if term.sign == which] for which in (1, -1)]
    names, numbers = zip(*(_sum(side, terms, report, lang) for side in sides), strict=True)
    return [
        _place(terms, report, lang),
        f" {outcome.relation} ".join(names),
        f" {sign} ".join(numbers),
    ]


def _sum(side: list[Term], terms: tuple[Term, ...], report: Report, lang: Lang) -> tuple[str, str]:
    shown = side if len(side) <= _SHOWN else [term for term in side if term.value]
    years = len({term.year for term in terms}) > 1
    names = [_name(term, terms, report, lang, with_year=years) for term in shown]
    numbers = [_number(term.value) for term in shown]
    rest = [term.value for term in side if term not in shown]
    for told, number in zip(_RESTS, (rest.count(0), rest.count(None)), strict=True):
        if number:
            names.append(told.in_(lang).format(number))
            numbers.append("0" if told is _RESTS[0] else _UNKNOWN)
    return " + ".join(names) or "0", " + ".join(numbers) or "0"


def _determined(case: Case, lang: Lang) -> str:
    """The cells without a number that the identities leave no choice about, the first few of them by name."""
    found = case.outcome.determined
    if not found:
        return ""
    zh = lang == "zh"
    named = [" ".join(labels(address, case.report, lang)) for address, _ in found[:_SHOWN]]
    told = [
        f"{name}{' 为 ' if zh else ' is '}{value}"
        for name, (_, value) in zip(named, found, strict=False)
    ]
    more = ("等" if zh else " and others") if len(found) > _SHOWN else ""
    if zh:
        return f"其中 {len(found)} 格由勾稽关系可以确定，即 {'、'.join(told)}{more}"
    return f"the identities determine {len(found)} of them, namely {', '.join(told)}{more}"


def _missing(case: Case, lang: Lang) -> str:
    """Which cells have no number, and what stands there instead."""
    terms = case.terms
    lacking = tuple(term for term in terms if term.value is None)
    states = sorted(
        {
            figure.state
            for term, figure in zip(terms, case.figures, strict=True)
            if term.value is None
        }
    )
    words = ("、" if lang == "zh" else ", ").join(_STATES[state].in_(lang) for state in states)
    if len(lacking) == len(terms) > _SHOWN:
        return (
            f"{len(terms)}格均无数字（{words}）"
            if lang == "zh"
            else f"none of {len(terms)} cells has a number ({words})"
        )
    cells = _cells(lacking, case.report, lang, among=terms)
    return f"{cells}（{words}）" if lang == "zh" else f"{cells} ({words})"


def _cells(
    terms: tuple[Term, ...], report: Report, lang: Lang, among: tuple[Term, ...] = ()
) -> str:
    """The labels of cells, the first few of them; among others of the same row or column only what differs."""
    shown = terms[:_SHOWN]
    if len(among) > 1:
        years = len({term.year for term in among}) > 1
        names = [_name(term, among, report, lang, with_year=years) for term in shown]
    else:
        names = [" ".join(labels(term.address, report, lang)) for term in shown]
    listed = ("、" if lang == "zh" else ", ").join(names)
    rest = len(terms) - len(names)
    if not rest:
        return listed
    return f"{listed}等{len(terms)}格" if lang == "zh" else f"{listed} and {rest} more cells"


def _figures(terms: tuple[Term, ...], report: Report, lang: Lang) -> str:
    """The labels of cells, each with its own figure, the first few of them."""
    shown = [
        f"{' '.join(labels(term.address, report, lang))} {_number(term.value)}"
        for term in terms[:_SHOWN]
    ]
    listed, rest = ("、" if lang == "zh" else ", ").join(shown), len(terms) - len(shown)
    if not rest:
        return listed
    return f"{listed}等{len(terms)}格" if lang == "zh" else f"{listed} and {rest} more cells"


def _place(terms: tuple[Term, ...], report: Report, lang: Lang) -> str:
    """The row or the column that all the cells share, or nothing when they share none."""
    rows = {Address(term.address).row for term in terms}
    columns = {Address(term.address).column for term in terms}
    row, column = labels(terms[0].address, report, lang)
    if len({term.address for term in terms}) == 1 and any(term.agency for term in terms):
        return f"“{row} {column}”格" if lang == "zh" else f"cell {row} {column}"
    if len(columns) == 1 and len(rows) > 1:
        return f"“{column}”列" if lang == "zh" else f"column {column}"
    if len(rows) == 1:
        return f"“{row}”行" if lang == "zh" else f"row {row}"
    return ""


def _name(
    term: Term, terms: tuple[Term, ...], report: Report, lang: Lang, *, with_year: bool
) -> str:
    """The label that tells this cell from the others: its row's where they share a column, else its column's."""
    rows = {Address(other.address).row for other in terms}
    columns = {Address(other.address).column for other in terms}
    row, column = labels(term.address, report, lang)
    name = (
        row
        if len(columns) == 1 and len(rows) > 1
        else column
        if len(rows) == 1
        else f"{row} {column}"
    )
    if term.agency:
        return term.agency
    if not with_year or term.year is None:
        return name
    return f"{term.year}年{name}" if lang == "zh" else f"{name} of {term.year}"


def labels(address: str, report: Report, lang: Lang) -> tuple[str, str]:
    """Return the labels of the row and the column; in English the ids, which say the same."""
    if lang == "zh":
        return report.row(address).label, report.column(address).label
    cell = Address(address)
    return cell.row.replace("_", " "), cell.column.replace("_", " ")


def _number(value: Number | None) -> str:
    if value is None:
        return _UNKNOWN
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return f"({text})" if text.startswith("-") else text


def _side(value: Side) -> str:
    return "?" if value is None else str(value)


def _inferred(case: Case) -> bool:
    """Whether any of the numbers is what the form's own identities left of an ambiguous text."""
    return any(figure.origin == Origin.INFERRED for figure in case.figures)
