"""Where a figure comes from, in a few lines that a person can follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from govinfo.consistency.names import doubt, row_label
from govinfo.errors import require_language
from govinfo.figures import Figure, Origin
from govinfo.forms import english
from govinfo.model import Report
from govinfo.places import place_in
from govinfo.rendering.cells import number, offsets
from govinfo.rendering.widths import aligned
from govinfo.spans import Span
from govinfo.wording import Lang
from govinfo.wording.sentences import in_language
from govinfo.wording.widths import width
from govinfo.wording.words import word

__all__ = ["explain", "line_of"]

_BREAK = re.compile(r"[ \t]*[\r\n]\s*")

_AROUND = 30
"""How many characters are quoted on either side of a figure."""
_BESIDE = 8
"""This many of them, two columns wide each, give way to what else stands on the line."""


def explain(report: Report, address: str, lang: Lang = "zh", columns: int | None = None) -> str:
    """Return what was read at an address: value, raw text, where it stands, and how it was read.

    Args:
        report: The report.
        address: The address of the cell.
        lang: `zh` for Chinese, `en` for English.
        columns: The width of a line; a longer fact goes on below its beginning. `None` for a line a
            fact.

    Raises:
        BadArgument: `lang` is another language.
        UnknownAddress: The form of the report has no such cell.

    """
    require_language(lang)
    figure, heads = report[address], _HEADS[lang]
    value = heads["nothing"] if figure.value is None else number(figure.value)
    unit = f" {figure.unit}" if figure.unit and figure.value is not None else ""
    facts = [
        [heads.get(name, name), fact]
        for name, fact in (
            *_of_figure(report, address, figure, lang, columns),
            *_of_reading(report, figure, lang),
        )
    ]
    lines = aligned(facts, columns=None if columns is None else columns - 2)
    return "\n".join([f"{address} = {value}{unit}", *(f"  {line}" for line in lines)]) + "\n"


_HEADS: Mapping[Lang, Mapping[str, str]] = {
    "en": {"nothing": "no number"},
    "zh": {
        "nothing": "没有数字",
        "cell": "单元格",
        "printed": "原文",
        "place": "文档中",
        "where": "位置",
        "state": "状态",
        "origin": "来历",
        "could be": "可能是",
        "adapter": "适配器",
        "method": "读法",
        "competed": "参与比较",
        "note": "存疑",
    },
}
"""The names of the facts, and what stands for no number."""


def line_of(report: Report, span: Span) -> int:
    """Return the line of the source on which a span begins, counted from 1."""
    return report.source_text.count("\n", 0, span.start) + 1


def _of_figure(
    report: Report, address: str, figure: Figure, lang: Lang, columns: int | None
) -> Iterator[tuple[str, str]]:
    """Yield what was read, and where: each fact with its name."""
    zh = lang == "zh"
    row, column = report.row(address), report.column(address)
    label = f"{row_label(address, report)} × {column.label}"
    if not zh:
        named = english.ROWS.get(row.id, row.id), english.COLUMNS.get(column.id, column.id)
        label = f"{' × '.join(named)} ({label})"
    yield "cell", label
    if figure.span is None:
        yield "printed", "无" if zh else "nothing"
        yield "where", "文中没有" if zh else "not in the text"
    else:
        yield "printed", f"“{figure.raw}”" if zh else repr(figure.raw)
        yield from _of_place(report, figure.span, lang, columns)
    yield "state", word(figure.state.value, lang)
    if figure.origin is Origin.INFERRED:
        yield "origin", "由勾稽关系推定" if zh else "inferred from the form's own identities"
    elif figure.span is not None:
        yield "origin", "按原文读取" if zh else "read from the text as it stands"
    if figure.candidates:
        yield "could be", ("、" if zh else ", ").join(map(number, figure.candidates))


def _of_place(
    report: Report, span: Span, lang: Lang, columns: int | None
) -> Iterator[tuple[str, str]]:
    """Yield where a figure stands, and what stands around it, with a mark below the figure."""
    zh = lang == "zh"
    where = place_in(report.source_text, span, report.layout)
    told = offsets(span, lang)
    if where.page is None and where.table is None:
        yield "where", f"{where.text(lang)}（{told}）" if zh else f"{where.text(lang)} ({told})"
    else:
        # Nobody sees lines there: the place in the text that was made of it is for programs.
        yield "place", where.text(lang)
        yield "where", f"读出文本的{told}" if zh else f"{told} of the text read"
    around = _AROUND if columns is None else max(0, min(_AROUND, columns // 4 - _BESIDE))
    # Line breaks do not end it: where every cell has a line of its own, the line alone would say
    # nothing.
    source = report.source_text
    start, stop = max(0, span.start - around), min(len(source), span.end + around)
    before = ("…" if start else "") + _visible(source[start : span.start])
    inside = _visible(source[span.start : span.end])
    after = _visible(source[span.end : stop]) + ("…" if stop < len(source) else "")
    yield "", f"{before}{inside}{after}"
    yield "", " " * width(before) + "^" * max(1, width(inside))


def _of_reading(report: Report, figure: Figure, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield how a figure was read, and what the reader doubts about it."""
    zh, how = lang == "zh", report.method
    yield "adapter", f"{report.adapter}{'，' if zh else ', on '}{report.form.id}"
    if how.strategy:
        where = f"（{how.module}）" if zh else f" ({how.module})"
        yield "method", f"{how.adapter}{'，' if zh else ', '}{how.strategy}{where}"
    for one in report.method.considered:
        verdict = in_language(one.verdict, lang)
        if zh:
            found = (
                f"{one.rows} 行、{one.cells} 格，{one.held} 条勾稽关系成立，{one.broken} 条不成立"
            )
            yield "competed", f"{one.adapter}，{one.strategy}：{found}；{verdict}"
        else:
            found = (
                f"{one.rows} rows, {one.cells} cells, {one.held} sums hold and {one.broken} do not"
            )
            yield "competed", f"{one.adapter}, {one.strategy}: {found}; {verdict}"
    for note in report.notes:
        if figure.span is None or note.span is None:
            continue
        # An empty place touches what it lies in.
        if note.span.start <= figure.span.end and figure.span.start <= note.span.end:
            yield "note", f"{note.code}{'：' if zh else ': '}{doubt(note, report, lang)}"


def _visible(text: str) -> str:
    """The text on one line: breaks as arrows, and what is invisible or moves the cursor, blank."""
    shown = _BREAK.sub("↵", text)
    return "".join(character if character.isprintable() else " " for character in shown)
