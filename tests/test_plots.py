"""Charts: what is drawn is what the reports say, and what they do not say is no bar, no point and no colour."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve

from govinfo.errors import BadArgument
from govinfo.many import parse_many
from govinfo.model import Report

MISSING = "the extra `plots` is not installed"
plt = pytest.importorskip("matplotlib.pyplot", reason=MISSING)
font_manager = pytest.importorskip("matplotlib.font_manager", reason=MISSING)
plots = pytest.importorskip("govinfo.plots", reason=MISSING)

# Most of these charts are the same on a machine without Chinese fonts.
pytestmark = pytest.mark.filterwarnings("ignore:no font with Chinese characters")
EXAMPLES = Path(__file__).parents[1] / "examples"


@pytest.fixture(scope="module")
def panel() -> list[Report]:
    """The reports of one body for four years."""
    readings = parse_many(sorted((EXAMPLES / "panel").glob("*.txt")))
    return [one.report for one in readings if one.report is not None]


@pytest.fixture(autouse=True)
def closed() -> Iterator[None]:
    """Every figure is closed after its test."""
    yield
    plt.close("all")


@pytest.fixture
def no_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine on which no font has Chinese characters."""
    fonts = [one for one in font_manager.fontManager.ttflist if one.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", fonts)
    monkeypatch.setattr(font_manager, "findSystemFonts", list)


def test_bars_are_as_high_as_the_outcomes(panel: list[Report]) -> None:
    """The bar of a year is the sum of its rows, whatever the order of the reports."""
    axes = plots.outcomes(reversed(panel), lang="en")
    heights = dict.fromkeys(range(4), 0.0)
    for bars in axes.containers:
        for place, bar in enumerate(bars):
            heights[place] += bar.get_height()
    columns = (
        "natural_person",
        "business",
        "research",
        "public_interest",
        "legal_service",
        "other_org",
    )
    for place, report in enumerate(panel):
        rows = {a.row for a in report.tables["requests"].addresses} - {
            "new_received",
            "carried_over",
            "outcomes_total",
            "carried_forward",
        }
        cells = [report[f"requests.{row}.{column}"].value for row in rows for column in columns]
        assert heights[place] == sum(cell or 0 for cell in cells)
    assert [one.get_text() for one in axes.get_xticklabels()] == ["2021", "2022", "2023", "2024"]
    assert axes.get_legend_handles_labels()[1][0] == "granted"


def test_a_row_without_numbers_is_marked(panel: list[Report]) -> None:
    """A year with a row that has no number says so; the row is not drawn as 0 without a word."""
    report = panel[0]
    for address in report.tables["requests"].addresses:
        if address.row == "granted":
            report = report.with_figure(address, evolve(report[address], value=None))
    axes = plots.outcomes([report, *panel[1:]], lang="en")
    assert axes.get_xticklabels()[0].get_text() == "2021*"
    assert axes.get_xlabel() == "* some rows have no number"


def test_two_reports_of_one_year_are_refused(panel: list[Report]) -> None:
    """Bars of two bodies would be added up."""
    with pytest.raises(BadArgument, match=r"two reports are about 2021.*govinfo\.plots\.bodies"):
        plots.outcomes([panel[0], *panel])


def test_the_map_has_the_number_of_errors(panel: list[Report]) -> None:
    """Each field has the number of broken rules of severity error; a year without a report has none."""
    axes = plots.findings([panel[0], panel[1], panel[3]])
    assert [text.get_text() for text in axes.texts] == ["0", "2", "0"]
    assert [one.get_text() for one in axes.get_xticklabels()] == ["2021", "2022", "2023", "2024"]
    grid = axes.images[0].get_array()
    assert grid is not None
    assert grid.tolist() == [[0.0, 2.0, -1.0, 0.0]]


def test_a_flow_is_as_wide_as_its_number(panel: list[Report]) -> None:
    """Each band is as high as the requests that it stands for, and says how many."""
    axes = plots.flows(panel[0], lang="en")
    told = {
        text.get_text().rpartition(" ")[0]: int(text.get_text().split()[-1]) for text in axes.texts
    }
    assert told["new"] == panel[0]["requests.new_received.total"].value
    assert told["carried forward"] == panel[0]["requests.carried_forward.total"].value
    heights = [patch.get_path().get_extents().height for patch in axes.patches]
    assert len(heights) == len(told)
    assert all(height >= count for height, count in zip(heights, told.values(), strict=True))
    with pytest.raises(BadArgument, match="flows takes one report, and was given list"):
        plots.flows(panel)


def test_a_year_without_a_figure_is_a_gap(panel: list[Report]) -> None:
    """The line of a body has its figures, and nothing where there is no report."""
    figure = plots.bodies([panel[0], panel[2]], lang="en")
    (line,) = figure.axes[0].lines
    values = [float(one) for one in line.get_ydata()]
    assert (values[0], values[2]) == (
        panel[0]["requests.new_received.total"].value,
        panel[2]["requests.new_received.total"].value,
    )
    assert math.isnan(values[1])
    with pytest.raises(BadArgument, match="Did you mean requests_received"):
        plots.bodies(panel, "request_received")


@pytest.mark.usefixtures("no_chinese")
def test_without_a_chinese_font_a_hint_says_what_to_install(panel: list[Report]) -> None:
    """The chart is English then, with numbers for bodies, and lacks no character."""
    plots._warn_of_fonts.cache_clear()
    with pytest.warns(plots.FontWarning, match="fonts-noto-cjk"):
        axes = plots.findings(panel)
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the hint is given once
        plots.outcomes(panel)
    assert axes.get_yticklabels()[0].get_text() == "body 1"
    axes.get_figure().canvas.draw()


def test_a_font_that_came_later_is_found(
    panel: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Matplotlib keeps its list of fonts; a Chinese one that is not in it is looked for."""
    if not any("CJK" in file for file in font_manager.findSystemFonts()):
        pytest.skip("no font with Chinese characters is installed")
    fonts = [one for one in font_manager.fontManager.ttflist if one.name == "DejaVu Sans"]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", fonts)
    axes = plots.outcomes(panel)
    assert axes.get_ylabel() == "件"
    axes.get_figure().canvas.draw()
