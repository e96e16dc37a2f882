"""Charts of reports, drawn with matplotlib: outcomes, findings, flows, and bodies side by side.

Each function draws on axes of its own or on those it is given, and returns them. A figure that a
report does not have is left out and marked, and is never drawn as 0. Needs the extra `plots`.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, Any, NamedTuple

from govinfo.consistency.outcome import Severity, Verdict
from govinfo.consistency.panel import contexts
from govinfo.consistency.rules import RULES
from govinfo.consistency.runner import check_each
from govinfo.errors import BadArgument, MissingExtra, is_one_of, one_of, require_language
from govinfo.figures import Number
from govinfo.model import Report, Reports, each_report
from govinfo.quantities import Series, series
from govinfo.wording import Lang

try:
    import matplotlib.pyplot as plt
    from matplotlib import font_manager, rc_context
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path
    from matplotlib.ticker import MaxNLocator
except ImportError as missing:
    raise MissingExtra("govinfo.plots", "plots") from missing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["FontWarning", "bodies", "findings", "flows", "outcomes"]


class FontWarning(UserWarning):
    """No installed font has Chinese characters."""


class _Group(NamedTuple):
    """Rows of the table of requests that are drawn as one."""

    chinese: str
    english: str
    rows: tuple[str, ...]
    """How the names of its rows begin."""
    colour: str

    def name(self, lang: Lang) -> str:
        """Return the name in this language."""
        return self.chinese if lang == "zh" else self.english


_OUTCOMES = (
    _Group("予以公开", "granted", ("granted",), "#3f8f5f"),
    _Group("部分公开", "granted in part", ("partially_granted",), "#a3c986"),
    _Group("不予公开", "denied", ("denied_",), "#c4563e"),
    _Group("无法提供", "not available", ("unable_",), "#8b8fa8"),
    _Group("不予处理", "not processed", ("not_processed_",), "#d9a441"),
    _Group("其他处理", "other", ("other",), "#b9b3a9"),
)
"""What becomes of requests, in the order of the form."""
_SOURCES = (
    _Group("本年新收", "new", ("new_received",), "#3b82c4"),
    _Group("上年结转", "carried over", ("carried_over",), "#9dbfe0"),
)
_FORWARD = _Group("结转下年", "carried forward", ("carried_forward",), "#9dbfe0")
_TOTAL = "total"
_FONTS = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans CJK JP",
    "Noto Serif CJK SC",
    "PingFang SC",
    "Hiragino Sans GB",
    "Microsoft YaHei",
    "SimHei",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
"""Fonts with Chinese characters, those that are read best first."""
_FILES = ("notosanscjk", "sourcehansans", "notoserifcjk", "pingfang", "msyh", "simhei", "wqy")
"""How the names of their files begin, in the same order."""
_MISSING_COLOUR = "#e8e8e8"
_BAND = [Path.MOVETO, *[Path.CURVE4] * 3, Path.LINETO, *[Path.CURVE4] * 3, Path.CLOSEPOLY]
"""The edges of a band, which are bent above and below."""
_HINT = (
    "no font with Chinese characters is installed, so labels are English and bodies have numbers. "
    "Install one, such as the package fonts-noto-cjk"
)


def outcomes(reports: Reports, *, lang: Lang = "zh", axes: Axes | None = None) -> Axes:
    """Draw what became of the requests of one body, a bar for each year.

    Args:
        reports: The reports or readings of one body, one for each year, in any order.
        lang: `zh` for Chinese, `en` for English.
        axes: Where to draw; by default on a figure of its own.

    Returns:
        The axes. A row counts what its columns of applicants add up to, or else its printed total.
        One without a number is no part of the bar, and the year has an asterisk.

    Raises:
        BadArgument: `lang` is another language, or two reports are about one year.

    """
    told = _Style(lang)
    with rc_context(told.style):
        by_year = _by_year(reports)
        axes = _axes(axes, (8, 4))
        columns = [[_count(report, group) for report in by_year.values()] for group in _OUTCOMES]
        below = [0.0] * len(by_year)
        for group, counts in zip(_OUTCOMES, columns, strict=True):
            heights = [float(count or 0) for count in counts]
            if any(heights):
                names = range(len(by_year))
                axes.bar(
                    names, heights, 0.6, below, color=group.colour, label=group.name(told.lang)
                )
            below = [one + height for one, height in zip(below, heights, strict=True)]
        lacking = [None in counts for counts in zip(*columns, strict=True)]
        labels = [f"{year}{'*' * gap}" for year, gap in zip(by_year, lacking, strict=True)]
        axes.set_xticks(range(len(by_year)), labels)
        axes.set_ylabel("件" if told.lang == "zh" else "requests")
        if any(lacking):
            axes.set_xlabel(
                "* 有的行没有数字，未计入" if told.lang == "zh" else "* some rows have no number"
            )
        axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
        return _plain(axes)


def findings(reports: Reports, *, lang: Lang = "zh", axes: Axes | None = None) -> Axes:
    """Draw how many errors each body made in each year, as a map of colours.

    Args:
        reports: The reports or readings, of any bodies and years.
        lang: `zh` for Chinese, `en` for English.
        axes: Where to draw; by default on a figure of its own.

    Returns:
        The axes. A year without a report is grey; each other field has the number of broken rules
        of severity error.

    Raises:
        BadArgument: `lang` is another language.

    """
    told = _Style(lang)
    with rc_context(told.style):
        counts = _errors(reports, told.lang)
        names = list(dict.fromkeys(name for name, _ in counts))
        years = _span_of(year for _, year in counts)
        grid = [[float(counts.get((name, year), -1)) for year in years] for name in names]
        axes = _axes(axes, (1.5 + 0.7 * len(years), 1 + 0.4 * len(names)))
        colours = plt.get_cmap("YlOrRd").with_extremes(under=_MISSING_COLOUR)
        most = max([1.0, *(one for row in grid for one in row)])
        axes.imshow(grid or [[-1.0]], cmap=colours, vmin=0, vmax=most, aspect="auto")
        for row, each in enumerate(grid):
            for column, count in enumerate(each):
                if count >= 0:
                    colour = "white" if count > most * 0.6 else "black"
                    axes.text(column, row, f"{count:.0f}", ha="center", va="center", color=colour)
        axes.set_xticks(range(len(years)), [str(year) for year in years])
        axes.set_yticks(range(len(names)), told.names(names))
        axes.tick_params(length=0)
        axes.spines[:].set_visible(False)
        title = "不成立的“错误”规则数，灰色为没有报告"
        axes.set_title(title if told.lang == "zh" else "broken rules, error; grey: no report")
        return axes


def _errors(reports: Reports, lang: Lang) -> dict[tuple[str, int], int]:
    """Return how many errors there are by body and year."""
    several = [report for _, report in each_report(reports)]
    counts = dict[tuple[str, int], int]()
    checked = check_each(contexts(several), frozenset({Verdict.BROKEN}), RULES)
    for report, found in zip(several, checked, strict=True):
        if report.year is not None:
            key = (_body(report, lang), report.year)
            errors = sum(finding.severity is Severity.ERROR for finding in found)
            counts[key] = counts.get(key, 0) + errors
    return counts


def flows(report: Report, *, lang: Lang = "zh", axes: Axes | None = None) -> Axes:
    """Draw how the requests of a year, new and carried over, went into their outcomes.

    Args:
        report: The report.
        lang: `zh` for Chinese, `en` for English.
        axes: Where to draw; by default on a figure of its own.

    Returns:
        The axes: on the left what came in, on the right what became of it, each as high as its
        number. A row counts what its columns of applicants add up to, or else its printed total;
        one without a number is not drawn. Where both sides differ, so do their heights.

    Raises:
        BadArgument: `report` is no report, or `lang` is another language.

    """
    if not isinstance(report, Report):
        raise BadArgument(
            f"flows takes one report, and was given {type(report).__name__}; "
            "`govinfo.parse` makes one"
        )
    told = _Style(lang)
    with rc_context(told.style):
        axes = _axes(axes, (8, 4.5))
        sides = ((_SOURCES, 0.0, 1.0), ((*_OUTCOMES, _FORWARD), 3.0, -1.0))
        for groups, edge, inwards in sides:
            counted = {group: float(_count(report, group) or 0) for group in groups}
            _draw_bands(axes, counted, edge, inwards, told.lang)
        axes.set_xlim(-1.2, 4.2)
        axes.autoscale_view(scalex=False)
        axes.invert_yaxis()
        axes.set_axis_off()
        if report.title:
            axes.set_title(report.title if told.lang == "zh" or told.has_chinese else "")
        return axes


def bodies(reports: Reports, quantity: str = "requests_received", *, lang: Lang = "zh") -> Figure:
    """Draw one quantity over the years for each body, in small charts with the same scale.

    Args:
        reports: The reports or readings, of any bodies and years.
        quantity: The name of a quantity that can be compared: a column of `govinfo.comparable`.
        lang: `zh` for Chinese, `en` for English.

    Returns:
        The figure, with one chart a body. A year without a figure leaves a gap in the line.

    Raises:
        BadArgument: `lang` is another language, or there is no quantity of this name.

    """
    known = {one.name: one for one in series()}
    if not is_one_of(quantity, known):
        raise one_of("the quantity", quantity, known)
    told = _Style(lang)
    with rc_context(told.style):
        lines = _lines(reports, known[quantity], told.lang)
        years = _span_of(year for line in lines.values() for year in line)
        wide = min(4, max(1, len(lines)))
        high = -(-max(1, len(lines)) // wide)
        figure, charts = plt.subplots(
            high,
            wide,
            sharex=True,
            sharey=True,
            squeeze=False,
            figsize=(2.6 * wide, 1.9 * high),
            layout="constrained",
        )
        for chart, name, line in zip(charts.flat, told.names(lines), lines.values(), strict=False):
            _draw_line(chart, name, {year: line.get(year) for year in years})
        for chart in charts.flat[len(lines) :]:
            chart.set_axis_off()
        of = known[quantity].quantity
        figure.suptitle(of.zh if told.lang == "zh" else of.en)
        return figure


@cache
def _warn_of_fonts() -> None:
    """Warn that Chinese cannot be drawn: once, and not in each cell of a notebook."""
    warnings.warn(_HINT, FontWarning, stacklevel=4)


class _Style:
    """The font and the language of a chart; Chinese needs a font that has it."""

    def __init__(self, lang: Lang) -> None:
        require_language(lang)
        font = self._chinese_font()
        self.has_chinese = font is not None
        self.lang: Lang = lang if self.has_chinese else "en"
        # As matplotlib has it: hundreds of names, each with values of its own.
        self.style: dict[Any, Any] = {"axes.unicode_minus": False}
        if font is not None:
            self.style["font.family"] = [font, "DejaVu Sans"]
        elif lang == "zh":
            _warn_of_fonts()

    def names(self, bodies: Iterable[str]) -> list[str]:
        """Return what stands for each body: its name, or a number where no font can write it."""
        return [
            name if self.has_chinese or name.isascii() else f"body {number}"
            for number, name in enumerate(bodies, 1)
        ]

    @staticmethod
    def _chinese_font() -> str | None:
        """Return the name of a font with Chinese characters; matplotlib learns of a new one."""
        manager = font_manager.fontManager
        there = {font.name for font in manager.ttflist}
        found = next((name for name in _FONTS if name in there), None)
        if found is not None:
            return found
        # The list is kept from when matplotlib first ran: fonts may have come since.
        files = sorted(font_manager.findSystemFonts(), key=lambda file: "Regular" not in file)
        for beginning in _FILES:
            for file in files:
                if FilePath(file).name.lower().startswith(beginning):
                    manager.addfont(file)
                    return str(manager.ttflist[-1].name)
        return None


def _axes(axes: Axes | None, size: tuple[float, float]) -> Axes:
    return plt.subplots(figsize=size, layout="constrained")[1] if axes is None else axes


def _plain(axes: Axes) -> Axes:
    """Return axes without the lines that say nothing, and with whole numbers on the left."""
    axes.spines[["top", "right"]].set_visible(False)
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))
    return axes


def _count(report: Report, group: _Group) -> Number | None:
    """Return the sum of the rows of a group; `None` if one of them, or all, have no number.

    A row is the sum of its columns, since a printed total may be wrong; the total stands for
    columns without numbers.
    """
    table = report.tables.get("requests")
    rows = dict[str, list[Number | None]]()
    totals = dict[str, Number | None]()
    for address in () if table is None else table.addresses:
        if not address.row.startswith(group.rows) or address.row == "outcomes_total":
            continue
        if address.column == _TOTAL:
            totals[address.row] = report[address].value
        else:
            rows.setdefault(address.row, []).append(report[address].value)
    counts = [
        totals.get(row) if None in values else sum(one for one in values if one is not None)
        for row, values in rows.items()
    ]
    known = [one for one in counts if one is not None]
    return sum(known) if known and len(known) == len(counts) else None


def _by_year(reports: Reports) -> dict[int, Report]:
    """Return the report of each year, in order."""
    found = dict[int, Report]()
    for _, report in each_report(reports):
        if report.year is None:
            continue
        if report.year in found:
            raise BadArgument(
                f"two reports are about {report.year}; draw one body at a time, "
                "or several with `govinfo.plots.bodies`"
            )
        found[report.year] = report
    return dict(sorted(found.items()))


def _lines(reports: Reports, one: Series, lang: Lang) -> Mapping[str, dict[int, float | None]]:
    """Return the figures of each body by year; what two reports say otherwise is left out."""
    lines = dict[str, dict[int, float | None]]()
    for _, report in each_report(reports):
        if report.year is not None:
            value = one.value(report)
            number = None if value is None else float(value)
            line = lines.setdefault(_body(report, lang), {})
            line[report.year] = number if line.get(report.year, number) == number else None
    return lines


def _body(report: Report, lang: Lang) -> str:
    unknown = "机关不明" if lang == "zh" else "unknown body"
    return unknown if report.agency is None else report.agency.name


def _span_of(years: Iterable[int]) -> Sequence[int]:
    """Return every year from the first to the last."""
    known = sorted(years)
    return range(known[0], known[-1] + 1) if known else ()


def _draw_line(chart: Axes, name: str, line: Mapping[int, float | None]) -> None:
    """Draw the figures of one body by year; a year without a figure leaves a gap."""
    values = [float("nan") if value is None else value for value in line.values()]
    chart.plot([*line], values, marker="o", markersize=3, color="#3b82c4")
    chart.set_title(name, fontsize="small")
    chart.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    chart.set_ylim(bottom=0)
    _plain(chart)


def _draw_bands(
    axes: Axes, counted: Mapping[_Group, float], edge: float, inwards: float, lang: Lang
) -> None:
    """Draw the groups of one side with their names, from its edge to the middle; 0 has no band."""
    shown = {group: count for group, count in counted.items() if count}
    gap = 0.04 * sum(shown.values())
    ends = accumulate((count + gap for count in shown.values()), initial=0.0)
    middles = accumulate(shown.values(), initial=0.0)
    for (group, count), end, middle in zip(shown.items(), ends, middles, strict=False):
        # A band as high as its number, from the edge of the chart to its middle.
        inner = edge + inwards * 1.5
        half = (edge + inner) / 2
        above = [(edge, end), (half, end), (half, middle), (inner, middle)]
        below = [(x, y + count) for x, y in reversed(above)]
        band = Path([*above, *below, above[0]], _BAND)
        axes.add_patch(PathPatch(band, facecolor=group.colour, edgecolor="none", alpha=0.75))
        label = f"{group.name(lang)} {count:.0f}"
        align = "right" if inwards > 0 else "left"
        axes.text(edge - inwards * 0.05, end + count / 2, label, ha=align, va="center")
