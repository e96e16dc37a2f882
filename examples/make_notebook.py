"""Write `reports.ipynb` beside this file and run it: `python examples/make_notebook.py`; needs the extra `notebook`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).parent
NOTEBOOK = HERE / "reports.ipynb"

CELLS = (
    (
        "markdown",
        """\
# Reports in a notebook

What a folder of annual reports holds, what is wrong with it, and what can be asked of it. The reports are samples of
places that do not exist. To run this yourself: `pip install "govinfo[notebook]"`.""",
    ),
    (
        "code",
        """\
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
from matplotlib import font_manager
from matplotlib.colors import ListedColormap

import govinfo

readings = list(govinfo.parse_many([*sorted(Path("panel").glob("*.txt")), *sorted(Path("reports").glob("form*.txt"))]))
for reading in readings:
    print(f"{reading.source_id:36}", reading.report or reading.error)""",
    ),
    (
        "markdown",
        """\
## A report

The last expression of a cell shows it: the head, the tables, and what is doubted.""",
    ),
    (
        "code",
        """\
panel = [reading for reading in readings if reading.source_id.startswith("panel")]
years = {reading.report.year: reading.report for reading in panel}
years[2022]""",
    ),
    (
        "markdown",
        """\
## What does not add up

`check` takes them together, so that one year is held against the next.""",
    ),
    (
        "code",
        """\
govinfo.check(years.values())""",
    ),
    (
        "markdown",
        """\
## All rules, all reports

One field for each report and each rule that looks at one report alone. What cannot be assessed is not counted as right.
Labels are Chinese where a font for them is there, and English otherwise.""",
    ),
    (
        "code",
        """\
FONTS = ("Noto Sans CJK SC", "Source Han Sans SC", "Noto Sans CJK JP", "PingFang SC", "Hiragino Sans GB",
         "Microsoft YaHei", "SimHei", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei")
there = {font.name for font in font_manager.fontManager.ttflist}
font = next((name for name in FONTS if name in there), None)
plt.rcParams.update({"font.family": [font or "DejaVu Sans"], "figure.dpi": 72, "axes.unicode_minus": False})


def label(chinese, english):
    return chinese if font else english


GRADES = {
    "": ("#f2f2f2", label("不适用", "does not apply")),
    "holds": ("#8cbf88", label("成立", "holds")),
    "unassessable": ("#e3c878", label("无法核对", "cannot be assessed")),
    "broken": ("#c4463a", label("不成立", "broken")),
}


def worst(report):
    verdicts = {}
    for finding in govinfo.check(report, verdicts="all"):
        verdicts[finding.rule] = max(verdicts.get(finding.rule, ""), str(finding.verdict), key=list(GRADES).index)
    return verdicts


verdicts = [worst(reading.report) for reading in readings]
rules = [rule for rule in govinfo.RULES if any(rule in one for one in verdicts)]
grid = np.array([[list(GRADES).index(one.get(rule, "")) for rule in rules] for one in verdicts])

figure, axes = plt.subplots(figsize=(12, 5))
axes.imshow(grid, cmap=ListedColormap([colour for colour, _ in GRADES.values()]), vmin=0, vmax=3, aspect="auto")
axes.set_xticks(range(len(rules)), rules, rotation=90, fontsize=8)
axes.set_yticks(range(len(readings)), [Path(reading.source_id).stem for reading in readings], fontsize=8)
axes.set_xticks(np.arange(len(rules)) - 0.5, minor=True)
axes.set_yticks(np.arange(len(readings)) - 0.5, minor=True)
axes.grid(which="minor", color="white")
axes.tick_params(which="minor", length=0)
handles = [plt.Rectangle((0, 0), 1, 1, color=colour) for colour, _ in GRADES.values()]
names = [name for _, name in GRADES.values()]
axes.legend(handles, names, ncols=4, loc="lower left", bbox_to_anchor=(0, 1), frameon=False)
plt.show()""",
    ),
    (
        "markdown",
        """\
## One long table

One row a cell, with the same columns whatever the report: for pandas here, for polars and Arrow as well.""",
    ),
    (
        "code",
        """\
frame = govinfo.to_pandas(panel)
print(len(frame), "rows;", ", ".join(frame.columns))
frame.loc[frame["value"] > 0, ["year", "row_label", "column_label", "value", "unit", "state", "raw"]].head(8)""",
    ),
    (
        "markdown",
        """\
## Outcomes over the years

The sums over the columns of applicants, since the printed total of one year is wrong.""",
    ),
    (
        "code",
        """\
ENDINGS = ("total", "new_received", "carried_over", "outcomes_total", "carried_forward")
parts = frame[(frame["table"] == "requests") & ~frame["column"].isin(ENDINGS) & ~frame["row"].isin(ENDINGS)]
outcomes = parts.pivot_table(index="row", columns="year", values="value", aggfunc="sum", sort=False)
outcomes = outcomes[outcomes.sum(axis=1) > 0]
chinese = parts.drop_duplicates("row").set_index("row")["row_label"]

figure, axes = plt.subplots(figsize=(8, 4))
bottom = np.zeros(len(outcomes.columns))
for row, colour in zip(outcomes.index, plt.get_cmap("Set2").colors):
    axes.bar(outcomes.columns.astype(str), outcomes.loc[row], bottom=bottom, color=colour, width=0.6,
             label=label(chinese[row].partition("（区分")[0], row))
    bottom += outcomes.loc[row].to_numpy()
axes.set_ylabel(label("件", "requests"))
axes.spines[["top", "right"]].set_visible(False)
axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False, fontsize=9)
plt.show()""",
    ),
    (
        "markdown",
        """\
## A question

How many of the requests that were answered were granted, in full or in part?""",
    ),
    (
        "code",
        """\
ROWS = ("granted", "partially_granted", "outcomes_total")


def share(totals):
    granted, partially, answered = totals
    return f"{granted + partially} of {answered}, {(granted + partially) / answered:.0%}"


for year, report in years.items():
    printed = [report[f"requests.{row}.total"].value for row in ROWS]
    print(year, share(printed) + ("" if max(printed) == printed[-1] else ": more than all of them"))""",
    ),
    (
        "markdown",
        """\
The figures of 2022 cannot be right: `check` says so above, and `suggest` knows one change that makes all sums hold.""",
    ),
    (
        "code",
        """\
for suggestion in govinfo.suggest(years[2022]):
    for change in suggestion.changes:
        print(change.address, change.old, "->", change.new)
    for evidence in suggestion.evidence:
        print("  ", "+" if evidence.supports else "-", evidence.statement.en)
values = years[2022].values() | {change.address: change.new for change in suggestion.changes}
print(2022, share([values[f"requests.{row}.total"] for row in ROWS]))""",
    ),
)
"""The cells in their order: what each is, and what stands in it."""


def written(before: str = "") -> nbformat.NotebookNode:
    """Return the notebook as it is before it is run; `before` is code that stands above everything else."""
    cells = ((kind, source) for kind, source in (("code", before), *CELLS) if source)
    make: dict[str, Callable[..., nbformat.NotebookNode]] = {
        "markdown": nbformat.v4.new_markdown_cell,
        "code": nbformat.v4.new_code_cell,
    }
    numbered = [
        make[kind](source, id=f"cell-{number}") for number, (kind, source) in enumerate(cells)
    ]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    made: nbformat.NotebookNode = nbformat.v4.new_notebook(cells=numbered, metadata=kernel)
    return made


def executed(notebook: nbformat.NotebookNode) -> nbformat.NotebookNode:
    """Run a notebook beside the samples, and return it with what it shows; nothing of this machine is in it."""
    NotebookClient(
        notebook, timeout=300, resources={"metadata": {"path": str(HERE)}}, record_timing=False
    ).execute()
    notebook.metadata.pop("language_info", None)
    return notebook


if __name__ == "__main__":
    NOTEBOOK.write_text(nbformat.writes(executed(written())) + "\n", encoding="utf-8", newline="\n")
