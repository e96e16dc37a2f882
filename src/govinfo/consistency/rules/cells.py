"""Single cells: whether a number stands there at all, and whether it can be a count."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.figures import Number, State
from govinfo.forms import Kind, forms_with
from govinfo.forms.formulas import Operand

__all__ = ["RULES", "blank", "integers", "not_negative", "numeric_text"]

_TABLES = forms_with("requests")
_ALL = (*_TABLES, "stats2014", "stats2008")
_EMPTY = frozenset({State.BLANK, State.NOT_APPLICABLE})
_NOTHING_READ = Outcome(Verdict.UNASSESSABLE, reason="unread")


def not_negative(context: Context) -> Iterator[Outcome]:
    """数量应为非负数; only 本年增/减 of the 2019 form has a sign."""
    return _each(context, lambda value, kind: value >= 0 or kind is Kind.CHANGE)


def integers(context: Context) -> Iterator[Outcome]:
    """件数应为整数; only money has decimals."""
    return _each(context, lambda value, kind: value == int(value) or kind is Kind.MONEY)


def blank(context: Context) -> Iterator[Outcome]:
    """表格不留空白或“/”“-”，没有的填0: one outcome for all cells left so."""
    empty = tuple(
        Operand(address, 1) for address, state in context.unread.items() if state in _EMPTY
    )
    doubted = tuple(
        operand for operand in empty if context.doubts and context.doubted(operand.address)
    )
    left = tuple(operand for operand in empty if operand not in doubted) if doubted else empty
    if left:
        known = context.bounded.determined
        settled = {cell.address: known[cell.address] for cell in left if cell.address in known}
        yield Outcome(
            Verdict.BROKEN,
            left,
            len(left),
            0,
            determined=tuple(settled.items()),
            identities=context.identities_with(settled) if settled else (),
        )
    if doubted:
        yield Outcome(Verdict.UNASSESSABLE, doubted, reason="doubt")
    if not empty:
        is_whole = not context.illegible and _any_read(context)
        yield Outcome(Verdict.HOLDS, (), 0, 0) if is_whole else _unknown(context)


def numeric_text(context: Context) -> Iterator[Outcome]:
    """单元格应可解析为数字; never broken, for an unread cell is the reader's doubt."""
    if context.illegible or not _any_read(context):
        yield _unknown(context)
    else:
        yield Outcome(Verdict.HOLDS)


def _each(context: Context, allowed: Callable[[Number, Kind], bool]) -> Iterator[Outcome]:
    """Yield an outcome for each wrong cell, and one for the cells that could not be read."""
    wrong = [
        Outcome(Verdict.BROKEN, (Operand(address, 1),), value)
        for address, value in context.no_plain_counts.items()
        if not allowed(value, context.report.column(address).kind)
    ]
    yield from wrong
    if context.illegible or not _any_read(context):
        yield _unknown(context)
    elif not wrong:
        yield Outcome(Verdict.HOLDS)


def _any_read(context: Context) -> bool:
    return len(context.unread) < len(context.values)


def _unknown(context: Context) -> Outcome:
    illegible = context.illegible
    return Outcome(Verdict.UNASSESSABLE, illegible) if illegible else _NOTHING_READ


RULES: tuple[Rule, ...] = (
    Rule(
        "CELL.NONNEG",
        Severity.ERROR,
        _ALL,
        Statement("数量应为非负数", "a count or an amount is not negative"),
        "各表均为件数、项数或金额",
        ("PEER_CHECK",),
        "verified",
        not_negative,
        Statement("{cells}为 {left}", "{cells} is {left}"),
        symbols="value >= 0",
    ),
    Rule(
        "CELL.INTEGER",
        Severity.WARNING,
        _ALL,
        Statement("件数应为整数", "a count is a whole number"),
        "各表单位为件或项，金额除外",
        ("PEER_CHECK",),
        "verified",
        integers,
        Statement("{cells}为 {left}", "{cells} is {left}"),
        symbols="is_integer(value)",
    ),
    Rule(
        "CELL.BLANK",
        Severity.WARNING,
        _TABLES,
        Statement(
            "表格不留空白或“/”“-”，没有的填0",
            "a cell is not left blank or dashed; where there is nothing it says 0",
        ),
        "填报惯例；格式本身未规定空白与0的区别",
        ("PEER_CHECK",),
        "verified",
        blank,
        Statement("{left} 格未填数字，即{cells}", "{left} without a number, namely {cells}"),
        symbols="is_number(cell)",
    ),
    Rule(
        "CELL.NUMERIC_TEXT",
        Severity.WARNING,
        _TABLES,
        Statement("单元格应可解析为数字", "a cell can be read as a number"),
        "各表均为件数、项数或金额",
        ("PEER_CHECK",),
        "verified",
        numeric_text,
        symbols="parseable(cell)",
    ),
)
"""The rules of single cells."""
