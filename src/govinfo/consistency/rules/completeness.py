"""The statutory tables: whether they are complete, and on the form of the report year."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.wholeness import is_elsewhere, may_hide_tables
from govinfo.figures import Address
from govinfo.forms import FORMS, forms_with
from govinfo.forms.formulas import Operand
from govinfo.forms.schema import Block, FormTable

__all__ = ["RULES", "complete", "generation"]

_TABLES = forms_with("requests")
_WITHOUT_ROWS = frozenset({"unseparated", "unordered"})
"""The strategies of the reader for pages without rows."""
_FIGURE = re.compile(r"(?<!\d)\d++(?![年月日])")
_FEW_FIGURES = 4
"""Prose has a few figures; more of them may be a table in an unknown shape."""


def complete(context: Context) -> Iterator[Outcome]:
    """第二、三、四部分表格齐全，行列不得增删.

    The report is not blamed for a table that is missing as a whole where it may have been a picture
    or got lost on the way, nor for a row of which only some cells are missing, because it was
    misread. Nor is it blamed where the reader noted a doubt about that part.
    """
    form = context.report.form
    missing = list[Operand]()
    # Where nothing divides the cells, a row whose label is spelled wrongly is not noticed.
    unsure = context.report.method.strategy in _WITHOUT_ROWS
    for table in form.tables if context.lacking else ():
        lost = [address for address in table.addresses if context.absent(address)]
        if lost:
            missing += [Operand(address, 1) for address in lost]
            unsure |= _may_be_there(context, table)
    others = context.values if len(context.values) > len(form.positions) else ()
    extra = [Operand(one, 1) for one in others if one not in form.positions]
    tables = {Address(cell.address).table for cell in extra}
    unsure |= any(context.doubts_about(form.table(table).section) for table in tables)
    cells = (*missing, *extra)
    if not cells:
        yield Outcome(Verdict.HOLDS, (), 0, 0)
    elif unsure:
        parts = [table.section for table in form.tables if _is_lost(context, table)]
        attached = any(is_elsewhere(context.prose(part) or "") for part in parts)
        reason = "tables_attached" if attached else "tables_lost" if parts else "reader"
        yield Outcome(Verdict.UNASSESSABLE, cells, len(missing), len(extra), reason=reason)
    else:
        reason = "cells_missing" if not extra else "cells_differ" if missing else "cells_too_many"
        yield Outcome(Verdict.BROKEN, cells, len(missing), len(extra), reason=reason)


def _is_lost(context: Context, table: FormTable) -> bool:
    """Whether no cell of a table is there."""
    return all(map(context.absent, table.addresses))


def _may_be_there(context: Context, table: FormTable) -> bool:
    """Whether cells of a table that were not read may stand in the document."""
    return (
        (_is_lost(context, table) and _may_be_elsewhere(context, table))
        or any(_is_ragged(context, table.id, block) for block in table.blocks)
        or context.doubts_about(table.section)
        or any(number.table == table.id for number in context.report.unread)
    )


def _may_be_elsewhere(context: Context, table: FormTable) -> bool:
    """Whether the source explains that a table is missing as a whole.

    It does not where the part of the table is there with next to no figures, other tables were
    read, the report goes on behind it, and nothing hides in the source.
    """
    prose = context.prose(table.section)
    sections = [section.id for section in context.report.sections]
    return (
        prose is None
        or sections[-1] == table.section
        or len(_FIGURE.findall(prose)) > _FEW_FIGURES
        or len(context.lacking) == len(context.values)
        or may_hide_tables(context.report)
    )


def _is_ragged(context: Context, table: str, block: Block) -> bool:
    """Whether cells are missing that make up neither whole rows nor whole columns."""
    rows, columns = block.data_rows, block.columns
    lost = {
        (row.id, column.id)
        for row in rows
        for column in columns
        if context.absent(f"{table}.{row.id}.{column.id}")
    }
    whole_rows = {row.id for row in rows if all((row.id, one.id) in lost for one in columns)}
    whole_columns = {one.id for one in columns if all((row.id, one.id) in lost for row in rows)}
    return any(row not in whole_rows and column not in whole_columns for row, column in lost)


def generation(context: Context) -> Iterator[Outcome]:
    """2019、2020年度用2019年试行格式，2021年度起用2021年格式."""
    year = context.report.year
    if year is None or len(context.unread) == len(context.values):
        yield Outcome(Verdict.UNASSESSABLE, reason="year" if year is None else "unread")
        return
    used = context.report.form
    wanted = next((form for form in FORMS if form.annex is None and form.applies_to(year)), None)
    sides = used.id, None if wanted is None else wanted.id
    there = (address for address in context.values if not context.absent(address))
    if used is wanted:
        yield Outcome(Verdict.HOLDS, (), *sides)
    elif context.head_doubted("year", "title"):
        yield Outcome(Verdict.UNASSESSABLE, (), *sides, reason="doubt")
    elif wanted is not None and all(map(wanted.has, there)):
        # A piece of a table may have rows of both forms only.
        yield Outcome(Verdict.UNASSESSABLE, (), *sides, reason="both_forms")
    else:
        yield Outcome(Verdict.BROKEN, (), *sides)


RULES: tuple[Rule, ...] = (
    Rule(
        "STRUCT.TABLES",
        Severity.ERROR,
        _TABLES,
        Statement(
            "第二、三、四部分表格齐全，行列不得增删",
            "the tables are complete, with the form's rows and columns",
        ),
        "国办公开办函〔2021〕30号格式",
        ("TEMPLATE2021", "PEER_CHECK"),
        "verified",
        complete,
        symbols="set(rows) == template_rows and set(columns) == template_columns",
    ),
    Rule(
        "STRUCT.GENERATION",
        Severity.WARNING,
        _TABLES,
        Statement(
            "2019、2020年度用2019年试行格式，2021年度起用2021年格式",
            "reports for 2019 and 2020 are on the form of 2019, later ones on that of 2021",
        ),
        "国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
        ("NOTICE2021", "R_SH2019", "R_WUHAN2020", "R_ZHOUSHAN2020", "R_ZHIYING2021"),
        "verified",
        generation,
        Statement("用的是{left}，应为{right}", "on {left}, expected {right}"),
        symbols="form.generation == expected(report.year)",
    ),
)
"""The rules of the tables as a whole."""
