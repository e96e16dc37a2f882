"""Reports, tables and figures as HTML, and a report as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from govinfo.figures import Address, Figure
from govinfo.forms import Column
from govinfo.model import Report, Table
from govinfo.rendering.cells import LEGEND, classes, shortened, shown, told
from govinfo.rendering.layout import Line, Part, parts
from govinfo.rendering.markup import Html, joined, page, tag
from govinfo.rendering.widths import aligned

__all__ = ["figure_html", "report_html", "report_text", "table_grid", "table_html"]


def report_html(report: Report) -> str:
    """Return a report as HTML: its facts, its tables as the form prints them, parts, and notes."""
    return page(
        tag("h3", report.title or "政府信息公开工作年度报告"),
        tag("dl", *(joined(tag("dt", name), tag("dd", text)) for name, text in _facts(report))),
        *(_titled(table) for table in report.tables.values()),
        _sections(report),
        _notes(report),
    )


def table_html(table: Table) -> str:
    """Return one statutory table as HTML, laid out as the form prints it."""
    return page(_titled(table))


def figure_html(figure: Figure) -> str:
    """Return one figure as HTML: what is printed, and what became of it."""
    value = tag("strong", shown(figure), class_=classes(figure))
    return page(
        tag("span", value, " ", tag("span", told(figure), class_="aside"), title=_place(figure))
    )


def report_text(report: Report) -> str:
    """Return a report as plain text: its facts, its tables in columns, and its notes."""
    lines = [report.title or "政府信息公开工作年度报告"]
    lines += [f"  {line}" for line in aligned([list(fact) for fact in _facts(report)])]
    for table in report.tables.values():
        lines += ["", table.title]
        for part in parts(table):
            head = [part.caption or "", *(column.label for column in part.columns)]
            rows = [
                [line.row.label, *(shown(figure) for _, figure in line.cells)]
                for line in part.lines
            ]
            lines += [
                f"  {line}"
                for line in aligned([head, *rows], right=frozenset(range(1, len(head))), widest=32)
            ]
    lines += [f"note: {note.code}: {note.message}" for note in report.notes]
    return "\n".join(lines) + "\n"


def _facts(report: Report) -> Iterator[tuple[str, str]]:
    """Yield the facts about a report and its reading, each with its name, as far as it has them."""
    period = None if report.period is None else f"{report.period[0]} – {report.period[1]}"
    facts = {
        "机关": report.agency and report.agency.name,
        "年度": report.year and str(report.year),
        "格式": f"{report.form.id} · {report.form.basis}",
        "统计期限": period,
        "成文": report.created and str(report.created),
        "发布": report.published and str(report.published),
        "落款": report.signed and str(report.signed),
        "adapter": report.adapter,
        "encoding": report.encoding,
    }
    return ((name, text) for name, text in facts.items() if text)


def _titled(table: Table) -> Html:
    return joined(tag("h4", table.title), table_grid(table, _cell), _legend(parts(table)))


def table_grid(table: Table, cell: Callable[[Address, Figure, int], Html]) -> Html:
    """Return a statutory table as the form prints it.

    Args:
        table: The table.
        cell: Makes a cell of an address, its figure, and how many columns it reaches over.

    """
    drawn, rows = parts(table), list[Html]()
    width = max(part.depth + len(part.columns) for part in drawn)
    for part in drawn:
        # A block with fewer columns is as wide as the others: its last column is stretched.
        stretch = 1 + width - part.depth - len(part.columns)
        if part.caption:
            rows.append(tag("tr", tag("th", part.caption, colspan=width, class_="caption")))
        rows += _headers(part.columns, part.depth, stretch)
        for number, line in enumerate(part.lines):
            reaches = [1] * (len(line.cells) - 1) + [stretch]
            cells = [cell(*one, reach) for one, reach in zip(line.cells, reaches, strict=True)]
            rows.append(tag("tr", *_labels(part, number, line), *cells))
    return tag("table", tag("tbody", *rows))


def _headers(columns: tuple[Column, ...], depth: int, stretch: int) -> Iterator[Html]:
    """The column labels; those of one group stand in a second line below the group's own label."""
    lines = 2 if any(column.group for column in columns) else 1
    groups = Counter(column.group for column in columns)
    first, second = [tag("td", "", colspan=depth, rowspan=lines)], []
    for column in columns:
        reach = stretch if column == columns[-1] else 1
        if column.group is None:
            first.append(tag("th", column.label, rowspan=lines, colspan=reach, class_="column"))
            continue
        second.append(tag("th", column.label, colspan=reach, class_="column"))
        if groups[column.group]:
            first.append(tag("th", column.group, colspan=groups.pop(column.group), class_="column"))
    yield tag("tr", *first)
    if second:
        yield tag("tr", *second)


def _labels(part: Part, number: int, line: Line) -> Iterator[Html]:
    """The headers that begin at this line, and the row's own label."""
    for level, header in enumerate(line.above):
        reach = part.reach(number, level)
        if reach:
            yield tag("th", header.label, rowspan=reach, class_="side")
    yield tag("th", line.row.label, colspan=part.depth - len(line.above), class_="row")


def _cell(address: Address, figure: Figure, reach: int) -> Html:
    title = "\n".join(part for part in (str(address), told(figure), _place(figure)) if part)
    return tag("td", shown(figure), colspan=reach, class_=f"figure {classes(figure)}", title=title)


def _place(figure: Figure) -> str:
    return "" if figure.span is None else f"characters {figure.span.start}–{figure.span.end}"


def _legend(drawn: tuple[Part, ...]) -> Html | None:
    """What the special cells of this table mean; nothing when it has none."""
    seen = {
        name
        for part in drawn
        for line in part.lines
        for cell in line.cells
        for name in classes(cell[1]).split()
    }
    known = [(name, *LEGEND[name]) for name in LEGEND if name in seen]
    items = (
        tag("span", tag("span", sample, class_=name), f" {meaning}")
        for name, sample, meaning in known
    )
    return tag("p", *items, class_="legend") if known else None


def _sections(report: Report) -> Html | None:
    if not report.sections:
        return None
    folded = (
        tag(
            "details",
            tag("summary", section.title or section.id),
            tag("div", section.text, class_="text"),
        )
        for section in report.sections
    )
    return joined(tag("h4", "正文"), *folded)


def _notes(report: Report) -> Html | None:
    if not report.notes:
        return None
    items = list[Html]()
    for note in report.notes:
        quoted = None
        if note.span is not None:
            quoted = tag("span", f" “{shortened(report.quote(note.span))}”", class_="aside")
        items.append(tag("li", tag("code", note.code), f" {note.message}", quoted))
    return joined(tag("h4", "识读存疑"), tag("ul", *items))
