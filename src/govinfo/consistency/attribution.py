"""Whose error a broken finding is: the office's that published it, the dump's, or the reader's.

A rule that only a doubtful reading breaks is not held broken at all. What is left is sorted here by
how its numbers came to be read; where nothing tells, the answer is `unknown`.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from govinfo.consistency.context import Context
from govinfo.consistency.messages import Case, Statement
from govinfo.consistency.outcome import Term, Verdict, weigh
from govinfo.figures import Address, Origin
from govinfo.model import Note, Report

__all__ = ["Blame", "Blamed", "blame"]


class Blame(StrEnum):
    """Where the error behind a broken finding most likely comes from."""

    PUBLISHER = "publisher"
    """The report itself: all its numbers were read as printed, without doubt, or are confirmed by other identities."""
    DUMP = "dump"
    """The text: it is damaged, or rows of the table have lost their shape."""
    READER = "reader"
    """The reader: some of the numbers are inferred."""
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
        "cut_short",
        "text_recognised",
    }
)
"""Notes on a text that came to the reader damaged."""
_IRREGULAR = frozenset(
    {
        "row_width",
        "repeated_row",
        "unknown_row",
        "numbers_before_label",
        "figures_scattered",
        "order_assumed",
    }
)
"""Notes on rows that do not have the form's shape; they do not concern what is said in prose."""

_INFERRED = Statement(
    "其中有推定的数字，宜先核对原文",
    "some of these numbers were inferred, so look at the source first",
)
_AS_PRINTED = Statement(
    "所涉内容均按原文读出，没有读取疑问",
    "all this was read as it is printed, and nothing in it was doubted",
)
_CONFIRMED = Statement(
    "所涉数字均另有成立的勾稽关系印证",
    "each of these numbers also stands in another identity, which holds",
)
_DAMAGED = Statement("文本在转存中受损", "the text was damaged on its way to the reader")
_SHAPELESS = Statement("表格的行列在转存中有缺损", "rows of the table do not have the form's shape")
_UNCLEAR = Statement(
    "读取时另有疑问，无法判断", "the reader had other doubts, so this cannot be told"
)
_NOBODY = Statement("没有不成立之处", "nothing is broken")


def blame(case: Case) -> Blamed:
    """Return whose error a finding is; one that is not broken is nobody's, and its blame `unknown`."""
    if case.outcome.verdict is not Verdict.BROKEN:
        return Blamed(Blame.UNKNOWN, _NOBODY)
    if any(figure.origin == Origin.INFERRED for figure in case.figures):
        return Blamed(Blame.READER, _INFERRED)
    codes = {note.code for note in _notes(case)} - (frozenset() if case.terms else _IRREGULAR)
    if not codes:
        return Blamed(Blame.PUBLISHER, _AS_PRINTED)
    if _confirmed(case):
        return Blamed(Blame.PUBLISHER, _CONFIRMED)
    if codes & _DAMAGE:
        return Blamed(Blame.DUMP, _DAMAGED)
    return Blamed(Blame.DUMP, _SHAPELESS) if codes & _IRREGULAR else Blamed(Blame.UNKNOWN, _UNCLEAR)


def _notes(case: Case) -> Iterator[Note]:
    """The doubts that may concern what a finding is about: those of the parts its cells stand in, or all."""
    for report in {id(report): report for report in (case.report, *case.sources)}.values():
        parts = {
            _part(term, source)
            for term, source in zip(case.terms, case.sources, strict=True)
            if source is report
        }
        context = Context.of(report)
        for part in parts or (None,):
            yield from context.doubts_on(part)
        yield from () if case.terms else report.head.notes


def _part(term: Term, report: Report) -> str:
    return report.form.table(Address(term.address).table).section


def _confirmed(case: Case) -> bool:
    """Whether every number also stands in an identity of its own report that holds: then it was hardly misread."""
    return bool(case.terms) and all(
        term.address in _holding(source)
        for term, source in zip(case.terms, case.sources, strict=True)
    )


def _holding(report: Report) -> set[str]:
    """The cells that stand in an identity that holds."""
    context = Context.of(report)
    return {
        operand.address
        for identity in context.identities
        if weigh(identity, context.values).verdict is Verdict.HOLDS
        for operand in identity.operands
    }
