"""Reports, tables and figures as HTML, and a report as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from govinfo.consistency.names import doubt, table_name
from govinfo.figures import Address, Figure
from govinfo.forms import Column
from govinfo.model import Report, Table
from govinfo.rendering.cells import LEGEND, classes, number, offsets, shortened, shown, told
from govinfo.rendering.layout import parts
from govinfo.rendering.markup import Html, facts_html, joined, page, tag
from govinfo.rendering.widths import aligned
from govinfo.wording import Lang

__all__ = [
    "figure_html",
    "report_facts",
    "report_html",
    "report_text",
    "table_grid",
    "table_heading",
    "table_html",
]


def report_html(report: Report, lang: Lang = "zh") -> str:
    """Return a report as HTML: its facts, its tables as the form prints them, parts, and notes."""
    folded = [
        tag(
            "details",
            tag("summary", section.title or section.id),
            tag("div", section.text, class_="text"),
        )
        for section in report.sections
    ]
    prose = joined(tag("h4", "正文" if lang == "zh" else "text"), *folded)
    notes = list[Html]()
    for note in report.notes:
        quoted = shortened(report.quote(note.span)) if note.span else ""
        beside = tag("span", f" “{quoted}”", class_="aside") if note.span else None
        notes.append(tag("li", tag("code", note.code), f" {doubt(note, report, lang)}", beside))
    doubts = joined(
        tag("h4", "读取疑点" if lang == "zh" else "doubts of the reader"), tag("ul", *notes)
    )
    return page(
        tag("h3", report.title or "政府信息公开工作年度报告"),
        facts_html(report_facts(report, lang)),
        *(_titled(table, lang) for table in report.tables.values()),
        prose if folded else None,
        doubts if notes else None,
    )


def table_html(table: Table, lang: Lang = "zh") -> str:
    """Return one statutory table as HTML, laid out as the form prints it."""
    return page(_titled(table, lang))


def figure_html(figure: Figure, lang: Lang = "zh") -> str:
    """Return one figure as HTML: the number or what stands for it, and what became of it."""
    value = tag("strong", shown(figure), class_=classes(figure))
    aside = tag("span", told(figure, lang), class_="aside")
    return page(tag("span", value, " ", aside, title=offsets(figure.span, lang)))


def report_text(report: Report, lang: Lang = "zh") -> str:
    """Return a report as plain text: its facts, its tables in columns, and its notes."""
    lines = [report.title or "政府信息公开工作年度报告"]
    lines += [f"  {line}" for line in aligned([list(fact) for fact in report_facts(report, lang)])]
    for table in report.tables.values():
        lines += ["", table_heading(table, lang)]
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
    before, colon = ("存疑：", "：") if lang == "zh" else ("note: ", ": ")
    lines += [f"{before}{note.code}{colon}{doubt(note, report, lang)}" for note in report.notes]
    return "\n".join(lines) + "\n"


def report_facts(report: Report, lang: Lang) -> Iterator[tuple[str, str]]:
    """Yield the facts about a report and its reading, each with its name, as far as it has them."""
    to = " 至 " if lang == "zh" else " to "
    period = None if report.period is None else to.join(map(str, report.period))
    facts = {
        "agency": report.agency and report.agency.name,
        "year": report.year and str(report.year),
        "form": f"{report.form.id} · {report.form.basis}",
        "period": period,
        "created": report.created and str(report.created),
        "published": report.published and str(report.published),
        "signed": report.signed and str(report.signed),
        "adapter": report.adapter,
        "encoding": report.encoding,
    }
    names = _FACTS if lang == "zh" else {}
    return ((names.get(name, name), text) for name, text in facts.items() if text)


_FACTS: Mapping[str, str] = {
    "agency": "机关",
    "year": "年度",
    "form": "格式",
    "period": "统计期限",
    "created": "成文",
    "published": "发布",
    "signed": "落款",
    "adapter": "适配器",
    "encoding": "编码",
}
"""The facts about a report, in Chinese."""


def _titled(table: Table, lang: Lang) -> Html:
    """Return a table below its title, and what the special cells in it mean."""
    seen = set[str]()

    def cell(address: Address, figure: Figure, reach: int) -> Html:
        value = "" if figure.value is None else number(figure.value)
        facts = (str(address), value, told(figure, lang), offsets(figure.span, lang))
        title = "\n".join(fact for fact in facts if fact)
        seen.update(classes(figure).split())
        name = f"figure {classes(figure)}"
        return tag("td", shown(figure), colspan=reach, class_=name, title=title)

    grid = table_grid(table, cell)
    legend = [
        tag("span", tag("span", sample, class_=name), f" {meaning.in_(lang)}")
        for name, (sample, meaning) in LEGEND.items()
        if name in seen
    ]
    below = tag("p", *legend, class_="legend") if legend else None
    return joined(tag("h4", table_heading(table, lang)), grid, below)


def table_heading(table: Table, lang: Lang) -> str:
    """Return what messages call a table, and its title."""
    name = table_name(table.id, table.report).in_(lang)
    return f"{name[0].upper()}{name[1:]} · {table.title}"


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
        for place, line in enumerate(part.lines):
            reaches = [1] * (len(line.cells) - 1) + [stretch]
            cells = [cell(*one, reach) for one, reach in zip(line.cells, reaches, strict=True)]
            # The headers that begin at this line, and the row's own label.
            own = list[Html]()
            for level, header in enumerate(line.above):
                if reach := part.reach(place, level):
                    own.append(tag("th", header.label, rowspan=reach, class_="side"))
            depth = part.depth - len(line.above)
            own.append(tag("th", line.row.label, colspan=depth, class_="row"))
            rows.append(tag("tr", *own, *cells))
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
