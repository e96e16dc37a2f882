"""Findings in words: the sides of what should hold, with the names of the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from govinfo.consistency.names import Statement, cell_name, labels, row_name, table_name
from govinfo.consistency.outcome import Outcome, Term, Verdict
from govinfo.consistency.reasons import REASONS
from govinfo.figures import Address, Figure, Number, Origin, State
from govinfo.forms import FORMS
from govinfo.text.normalise import plain
from govinfo.text.quotation import quotation
from govinfo.wording import Lang
from govinfo.wording.subjects import subject_name
from govinfo.wording.words import word

if TYPE_CHECKING:
    from govinfo.model import Report
    from govinfo.parts import Claim

__all__ = ["Case", "message", "words_around", "words_at"]

_STATES = {
    State.BLANK: Statement("空白", "blank"),
    State.NOT_APPLICABLE: Statement("未填数字", "marked as not applicable"),
    State.ILLEGIBLE: Statement("无法辨认", "illegible"),
    State.ABSENT: Statement("文中没有", "absent"),
}
_QUOTED_CHARS = 60
"""Number of characters of a sentence that are quoted on each side of a figure."""
_OPPOSITE = {"=": "≠", "≥": "<", "≤": ">"}
_UNKNOWN = "?"
"""Printed among the numbers for a cell that has none."""
_SUM = re.compile(r"\d+(?:\+\d+)+")
"""Numbers that are added, such as 20+7+4."""
_DAYS = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
"""A day, or a first and a last day, as in ISO 8601."""
_OTHERS = Statement("其余{}项", "{} others")
_UNFILLED = Statement("未填{}项", "{} without a number")
"""How addends that are not shown are counted: those with a number, and those without."""
_REMARK = re.compile(r"(?<=.)（[^（）]{8,}）$")
"""What a label says of how to count, such as 部分公开（区分处理的，只计这一情形，不计其他情形）."""
_FORMS = frozenset(form.id for form in FORMS)
_SHOWN_CELLS = 6
"""A longer sum is shown without its zeros, and of a longer list of cells the rest is counted."""
_SHOWN_ADDENDS = 8
"""Of a longer sum so many addends are shown one by one."""


class Case(NamedTuple):
    """A finding to be put in words: the outcome, its cells, and the reports they stand in."""

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

    def equation(self, lang: Lang) -> list[str]:
        """Return the place, the names of what is compared, and the numbers with their sums."""
        outcome, terms, report, _ = self
        broken = outcome.verdict is Verdict.BROKEN
        sign = _OPPOSITE[outcome.relation] if broken else outcome.relation
        names, numbers = [], []
        for which, total in ((1, outcome.left), (-1, outcome.right)):
            side = [term for term in terms if term.sign == which]
            side_names, side_numbers = self._addends(side, lang)
            names.append(" + ".join(side_names) or "0")
            added = [" + ".join(side_numbers) or "0"]
            if broken and len(side_numbers) > 1 and isinstance(total, int | Decimal):
                # The sums stand beside the sign: 3 + 4 = 7 ≠ 8 = 6 + 2.
                added.insert(1 if which == 1 else 0, _number(total))
            numbers.append(" = ".join(added))
        place = _place(terms, report, lang)
        return [place, f" {outcome.relation} ".join(names), f" {sign} ".join(numbers)]

    def _addends(self, side: list[Term], lang: Lang) -> tuple[list[str], list[str]]:
        """Return the names and the numbers of one side; of a long one the first that are not 0."""
        shown = side
        if len(side) > _SHOWN_CELLS:
            shown = [term for term in side if term.value][:_SHOWN_ADDENDS]
        names = [_name(term, self.terms, self.report, lang) for term in shown]
        numbers = [_number(term.value) for term in shown]
        rest = [term.value for term in side if term not in shown]
        known = [value for value in rest if value is not None]
        for (told, count), value in zip(
            ((_OTHERS, len(known)), (_UNFILLED, len(rest) - len(known))),
            (_number(sum(known)), _UNKNOWN),
            strict=True,
        ):
            if count:
                names.append(told.in_(lang).format(count))
                numbers.append(value)
        return names, numbers

    def determined(self, lang: Lang) -> str:
        """Return the cells without a number that can hold only one; the first few by name."""
        found = self.outcome.determined
        if not found:
            return ""
        zh, by = lang == "zh", _comma(lang).join(self.outcome.identities)
        values, of_all = [value for _, value in found], len(found) == len(self.terms)
        if of_all and (len(set(values)) == 1 or len(values) <= _SHOWN_CELLS):
            several = len(values) > 1
            differ = len(set(values)) > 1
            listed = _comma(lang).join(map(str, values if differ else values[:1]))
            if zh:
                how = "依次" if differ else "均" if several else ""
                return f"由勾稽关系（{by}）推得{how}应为 {listed}"
            which = "in this order they" if differ else "each" if several else "it"
            return f"by the identities ({by}) {which} must be {listed}"
        named = [
            f"{cell_name(address, self.report).in_(lang)}{'应为 ' if zh else ' must be '}{value}"
            for address, value in found[:_SHOWN_CELLS]
        ]
        if len(found) > _SHOWN_CELLS:
            named[-1] += "等" if zh else " and others"
        cells = _semicolon(lang).join(named)
        if zh:
            return f"其中 {len(found)} 格可由勾稽关系（{by}）推得：{cells}"
        return f"{len(found)} of them follow from the identities ({by}): {cells}"

    @property
    def sentence(self) -> str:
        """The words around the first figure in prose that it is about."""
        said = self.outcome.said
        return words_around(self.report, said[0], _QUOTED_CHARS) if said else ""

    def told(self, pattern: str, lang: Lang) -> str:
        """Return what a broken rule says that is no equation."""
        outcome, terms, report, _ = self
        cells = _cells(terms, report, lang)
        if outcome.said and len(terms) > 1:  # the prose gives one figure for all of them
            cells += "合计" if lang == "zh" else " together"
        return pattern.format(
            left=_side(outcome.left, lang),
            right=_side(outcome.right, lang),
            cells=cells,
            figures=_cells(terms, report, lang, with_values=True),
            sentence=self.sentence,
            subject=subject_name(outcome.said[0].subject, lang) if outcome.said else "",
        )

    def reason(self, lang: Lang) -> str:
        """Return why it is judged so, where its outcome says that."""
        outcome = self.outcome
        if not outcome.reason:
            return ""
        pattern = Statement(*REASONS[outcome.reason]).in_(lang)
        return pattern.format(
            identities=_comma(lang).join(outcome.identities),
            left=_side(outcome.left, lang),
            right=_side(outcome.right, lang),
            sentence=self.sentence,
            cells=_cells(self.terms, self.report, lang) if "{cells}" in pattern else "",
        )

    def missing(self, lang: Lang) -> str:
        """Return which cells have no number, and what stands there instead."""
        terms = self.terms
        lacking = tuple(term for term in terms if term.value is None)
        figures = zip(terms, self.figures, strict=True)
        states = {figure.state for term, figure in figures if term.value is None}
        words = _comma(lang).join(_STATES[state].in_(lang) for state in sorted(states))
        if len(lacking) == len(terms) > _SHOWN_CELLS:
            if lang == "zh":
                return f"{len(terms)}格均无数字（{words}）"
            return f"none of {len(terms)} cells has a number ({words})"
        cells = _cells(lacking, self.report, lang, among=terms)
        return f"{cells}（{words}）" if lang == "zh" else f"{cells} ({words})"

    def lost(self, lang: Lang) -> str:
        """Return which tables were not read at all; nothing if some of their cells were."""
        if any(source is not self.report for source in self.sources):
            return ""
        tables = {Address(term.address).table for term in self.terms if term.value is None}
        states = self.report.states() if tables else {}
        lost = [
            table_name(table.id, self.report).in_(lang)
            for table in self.report.form.tables
            if table.id in tables and all(states[one] is State.ABSENT for one in table.addresses)
        ]
        if not lost:
            return ""
        listed = _comma(lang).join(lost)
        return f"没有读到{listed}" if lang == "zh" else f"{listed}: not read"


def message(case: Case, statement: Statement, told: Statement | None, lang: Lang) -> str:
    """Return a finding as one sentence: what should hold, where, and what was found there.

    Args:
        case: The finding.
        statement: What should hold.
        told: What a broken rule says that is no equation; a pattern, see `Rule.told`.
        lang: `zh` or `en`.

    """
    outcome, terms, report, _ = case
    parts, reason = [statement.in_(lang)], case.reason(lang)
    if outcome.verdict is Verdict.UNASSESSABLE:
        place = _place(terms, report, lang) if outcome.relation else ""
        lost = "" if reason else case.lost(lang)
        parts += [lost] if lost else [place, reason or case.missing(lang)]
    elif outcome.relation:
        parts += case.equation(lang)
    elif told is not None and outcome.verdict is Verdict.BROKEN:
        parts.append(case.told(told.in_(lang), lang))
    else:
        parts, reason = [*parts, reason], ""
    told_first = ("：" if lang == "zh" else ": ").join(part for part in parts if part)
    if outcome.verdict is not Verdict.BROKEN:
        return told_first
    inferred = any(figure.origin == Origin.INFERRED for figure in case.figures)
    more = [
        reason,
        case.determined(lang),
        Statement(*REASONS["inferred"]).in_(lang) if inferred else "",
    ]
    return ("；" if lang == "zh" else "; ").join(part for part in (told_first, *more) if part)


def _comma(lang: Lang) -> str:
    return "、" if lang == "zh" else ", "


def _semicolon(lang: Lang) -> str:
    """Return what stands between the names of cells: the English ones have commas of their own."""
    return "、" if lang == "zh" else "; "


def words_at(report: Report, start: int, end: int) -> str:
    """Return what stands there in the source, without line breaks, glosses and markup."""
    return "".join(plain(quotation(report.source_text[start:end])).split())


def words_around(report: Report, claim: Claim, most_chars: int) -> str:
    """Return the figure of a claim with the words on both sides of it in its sentence."""
    (start, end), figure = claim.sentence_span, claim.span
    words = words_at(report, start, end)
    first = max(0, len(words_at(report, start, figure.start)) - most_chars)
    last = len(words_at(report, start, figure.end)) + most_chars
    before, after = "…" if first else "", "…" if last < len(words) else ""
    return f"{before}{words[first:last]}{after}"


def _side(value: object, lang: Lang) -> str:
    """Return one side of a comparison: a sum with its total, days as people write them."""
    told = _UNKNOWN if value is None else str(value)
    if _SUM.fullmatch(told):
        return f"{told}={sum(map(int, told.split('+')))}"
    if _DAYS.fullmatch(told) is None:
        return word(told, lang) if told in _FORMS else told
    if lang == "en":
        return told.replace("/", " to ")
    days = (date.fromisoformat(day) for day in told.split("/"))
    return "至".join(f"{day.year}年{day.month}月{day.day}日" for day in days)


def _cells(
    terms: tuple[Term, ...],
    report: Report,
    lang: Lang,
    *,
    among: tuple[Term, ...] = (),
    with_values: bool = False,
) -> str:
    """Return the labels of the first few cells, and how many more there are.

    Among other cells of one row or column, only the label that differs is given.
    """
    names = []
    gathered = [] if among or with_values else _gathered(terms, report)
    if gathered:
        names = [name.in_(lang) for name in gathered][:_SHOWN_CELLS]
        listed, rest = _semicolon(lang).join(names), len(gathered) - len(names)
        return listed if not rest else f"{listed}等" if lang == "zh" else f"{listed} and others"
    for term in terms[:_SHOWN_CELLS]:
        name = cell_name(term.address, report).in_(lang)
        if len(among) > 1:
            name = _name(term, among, report, lang)
        value = _number(term.value)
        if with_values:
            name = f"{name} {value}" if lang == "zh" else f"{value} in {name}"
        names.append(name)
    listed = _semicolon(lang).join(names)
    rest = len(terms) - len(names)
    if not rest:
        return listed
    return f"{listed}等{len(terms)}格" if lang == "zh" else f"{listed} and {rest} more cells"


def _gathered(terms: tuple[Term, ...], report: Report) -> list[Statement]:
    """Return the tables and rows of which all cells are there, with the cells that are left.

    The list is empty where no row of several cells is whole.
    """
    there, found = {term.address for term in terms}, list[Statement]()
    for table in report.form.tables:
        if there.issuperset(table.addresses):
            name = table_name(table.id, report)
            found.append(Statement(f"{name.zh}全表", f"all of {name.en}"))
            there.difference_update(table.addresses)
            continue
        for block in table.blocks:
            for row in block.data_rows:
                cells = [f"{table.id}.{row.id}.{column.id}" for column in block.columns]
                if len(cells) > 1 and there.issuperset(cells):
                    name = row_name(cells[0], report)
                    found.append(Statement(f"{name.zh}整行", f"{name.en}, all cells"))
                    there.difference_update(cells)
    if not found:
        return []
    left = (term.address for term in terms if term.address in there)
    return [*found, *(cell_name(address, report) for address in left)]


def _place(terms: tuple[Term, ...], report: Report, lang: Lang) -> str:
    """Return the row or the column that all cells share; if they share none, their table."""
    rows = {Address(term.address).row for term in terms}
    columns = {Address(term.address).column for term in terms}
    first = terms[0].address
    if len({term.address for term in terms}) == 1 and any(term.agency for term in terms):
        return cell_name(first, report).in_(lang)
    if len({Address(term.address).table for term in terms}) > 1:
        return ""
    table = table_name(Address(first).table, report).in_(lang)
    if len(columns) == 1 and len(rows) > 1:
        column = labels(first, report, lang)[1]
        return f"{table}“{column}”列" if lang == "zh" else f"{table}, column {column}"
    return row_name(first, report).in_(lang) if len(rows) == 1 else table


def _name(term: Term, terms: tuple[Term, ...], report: Report, lang: Lang) -> str:
    """Return the label that tells a cell from the others: of its row, its column, or both."""
    if term.agency:
        return term.agency
    rows = {Address(other.address).row for other in terms}
    columns = {Address(other.address).column for other in terms}
    row, column = (_REMARK.sub("", one) for one in labels(term.address, report, lang))
    name = f"“{row}”行“{column}”列" if lang == "zh" else f"{row} {column}"
    if len(rows) == 1:
        name = column
    elif len(columns) == 1:
        name = row
    if term.year is None or len({other.year for other in terms}) == 1:
        return name
    if lang == "en":
        return f"{name} of {term.year}"
    return f"{term.year}年{name if '“' in name else f'“{name}”'}"


def _number(value: Number | None) -> str:
    if value is None:
        return _UNKNOWN
    text = format(value, "f") if isinstance(value, Decimal) else str(value)
    return f"({text})" if text.startswith("-") else text
