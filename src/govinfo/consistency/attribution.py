"""Whose error a broken finding is: the publisher's, the dump's, or the reader's.

A rule that only a doubtful reading breaks is unassessable, so it never gets here. The others are
told apart by how their numbers were read. Where this does not tell, the blame is `unknown`.
"""

from __future__ import annotations

from enum import StrEnum
from itertools import chain
from typing import NamedTuple

from govinfo.consistency.context import Context
from govinfo.consistency.messages import Case
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Verdict
from govinfo.figures import Address, Origin

__all__ = ["Blame", "Blamed", "blame"]


class Blame(StrEnum):
    """Where the error behind a broken finding most likely comes from."""

    PUBLISHER = "publisher"
    """The report itself: its numbers were read without doubt, or other identities confirm them."""
    DUMP = "dump"
    """The text: it is damaged, or rows of the table have lost their shape."""
    READER = "reader"
    """The reader: some of the numbers are inferred, or a tool moved or changed figures."""
    UNKNOWN = "unknown"
    """The reader had other doubts; also the value for findings that are not broken."""


class Blamed(NamedTuple):
    """Whose error a finding is, and what speaks for it."""

    blame: Blame
    reason: Statement


_DAMAGE = frozenset(
    {
        "mojibake",
        "characters_inferred",
        "characters_lost",
        "encoding_uncertain",
        "text_truncated",
        "text_from_ocr",
    }
)
"""Notes on a text that came to the reader damaged."""
_IRREGULAR = frozenset(
    {
        "row_width",
        "repeated_row",
        "unknown_row",
        "numbers_before_label",
        "figures_unordered",
        "order_assumed",
    }
)
"""Notes on rows that do not have the form's shape; the prose is not concerned."""
_ACCIDENTS = frozenset(
    {"digits_doubled", "columns_swapped", "column_lost", "row_shifted", "row_wrapped"}
)
"""Notes on figures that a tool moved or changed."""

_SAID = frozenset({"period_reversed"})
"""Notes on what the report says of itself, which was read without doubt."""

_INFERRED = Statement(
    "其中有推定的数字，宜先核对原文",
    "some of these numbers were inferred, so look at the source first",
)
_AS_PRINTED = Statement(
    "所涉内容均按原文读出，没有读取疑问",
    "all this was read as it is printed, and nothing in it was doubted",
)
_MOVED = Statement(
    "转存工具改动了表中的数字，宜先核对原文",
    "a tool moved or changed figures of the table, so look at the source first",
)
_DAMAGED = Statement("文本在转存中受损", "the text was damaged on its way to the reader")
_SHAPELESS = Statement("表格的行列在转存中有缺损", "rows of the table do not have the form's shape")
_UNCLEAR = Statement(
    "读取时对别处另有疑问，不能断定差错出在报告本身",
    "the reader had doubts about other parts, so it is not sure that the report itself is wrong",
)
_NOBODY = Statement("没有不成立之处", "nothing is broken")
_BLAMED_FOR_NOTES = (
    (_ACCIDENTS, Blame.READER, _MOVED),
    (_DAMAGE, Blame.DUMP, _DAMAGED),
    (_IRREGULAR, Blame.DUMP, _SHAPELESS),
)
"""Which notes leave the blame with whom, and why; the first that applies counts."""


def blame(case: Case) -> Blamed:
    """Return whose error a finding is, with the reason; `unknown` for one that is not broken."""
    if case.outcome.verdict is not Verdict.BROKEN:
        return Blamed(Blame.UNKNOWN, _NOBODY)
    if any(figure.origin == Origin.INFERRED for figure in case.figures):
        return Blamed(Blame.READER, _INFERRED)
    codes = _doubts(case)
    if not codes:
        return Blamed(Blame.PUBLISHER, _AS_PRINTED)
    # A number that also stands in an identity of its own report that holds was hardly misread.
    found = [
        Context.of(source).identities_with([term.address], Verdict.HOLDS)
        for term, source in zip(case.terms, case.sources, strict=True)
    ]
    if found and all(found):
        ids = dict.fromkeys(chain(*found))
        reason = Statement(
            f"所涉数字均另有成立的勾稽关系印证（{'、'.join(ids)}）",
            f"each of these numbers also stands in another identity, which holds "
            f"({', '.join(ids)})",
        )
        return Blamed(Blame.PUBLISHER, reason)
    for told, blamed, why in _BLAMED_FOR_NOTES:
        if codes & told:
            return Blamed(blamed, why)
    return Blamed(Blame.UNKNOWN, _UNCLEAR)


def _doubts(case: Case) -> set[str]:
    """Return the codes of the reader's notes that may concern a finding.

    These are the notes on the parts in which its cells stand. For a finding without cells they are
    all notes, also those on the head, but none on the shape of rows.
    """
    codes = set[str]()
    for report in {id(report): report for report in (case.report, *case.sources)}.values():
        parts = {
            report.form.table(Address(term.address).table).section
            for term, source in zip(case.terms, case.sources, strict=True)
            if source is report
        }
        context = Context.of(report)
        for part in tuple(parts) or (None,):
            codes |= {note.code for note in context.doubts_on(part)}
        if not case.terms:
            codes |= {note.code for note in report.head.notes} - _SAID
    return codes if case.terms else codes - _IRREGULAR
