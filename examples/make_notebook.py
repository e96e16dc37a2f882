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

import govinfo
from govinfo import plots

plt.rcParams["figure.dpi"] = 72
readings = list(govinfo.parse_many([*sorted(Path("panel").glob("*.txt")), *sorted(Path("reports").glob("form*.txt"))]))
for reading in readings:
    print(f"{reading.source_id:36}", repr(reading.report or reading.error))""",
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
## All bodies, all years

How many rules of severity error each report breaks. `govinfo.plots` writes Chinese where a font for it is there, and English
otherwise.""",
    ),
    (
        "code",
        """\
plots.findings(readings)
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
plots.outcomes(panel)
plt.show()""",
    ),
    (
        "markdown",
        """\
And where the requests of one year went: on the left what came in, on the right what became of it.""",
    ),
    (
        "code",
        """\
plots.flows(years[2021])
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
        notebook,
        timeout=300,
        resources={"metadata": {"path": str(HERE)}},
        record_timing=False,
        coalesce_streams=True,
    ).execute()
    notebook.metadata.pop("language_info", None)
    return notebook


if __name__ == "__main__":
    NOTEBOOK.write_text(nbformat.writes(executed(written())) + "\n", encoding="utf-8", newline="\n")
