"""From source to report: every kind of source, many at once, and ready tables."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import closing, nullcontext
from itertools import pairwise
from pathlib import Path
from random import Random
from typing import Any, TypeAlias

import pytest
from attrs import evolve

from govinfo.errors import BadArgument, GovInfoError, NotAReport, UnknownAdapter, UnreadableSource
from govinfo.figures import State
from govinfo.forms.form2021 import FORM2021
from govinfo.many import parse_many
from govinfo.reading import parse, parse_grid
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.testing.drafts.sheets import PrintedCell, printed_tables

Grid: TypeAlias = list[list[str | None]]

DRAFT = evolve(
    write(FORM2021, Random(1)), values={a: n for n, a in enumerate(FORM2021.addresses, 100)}
)
TEXT = render(DRAFT, "pipes")
NO_REPORT = "秋天的河水退得很慢。"


SOURCES: dict[str, Callable[[Path], Any]] = {
    "str": lambda _: TEXT,
    "bytes": lambda _: TEXT.encode(),
    "bytearray": lambda _: bytearray(TEXT.encode()),
    "memoryview": lambda _: memoryview(TEXT.encode()),
    "gb18030": lambda _: TEXT.encode("gb18030"),
    "utf-16": lambda _: TEXT.encode("utf-16"),
    "path": lambda path: path,
    "text file": lambda path: path.open(encoding="utf-8"),
    "binary file": lambda path: path.open("rb"),
    "text in memory": lambda _: io.StringIO(TEXT),
    "bytes in memory": lambda _: io.BytesIO(TEXT.encode()),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The report in a file."""
    file = tmp_path / "report.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


@pytest.mark.parametrize("kind", SOURCES)
def test_every_kind_of_source(kind: str, path: Path) -> None:
    """Text, bytes, paths and open files give the same values and the same text."""
    source = SOURCES[kind](path)
    with closing(source) if hasattr(source, "close") else nullcontext():
        report = parse(source)

    assert report.values() == DRAFT.values
    assert report.source_text == TEXT
    assert (report.encoding is None) == ("str" in kind or "text" in kind)


def test_text_is_never_a_path(path: Path) -> None:
    """The name of a file is text like any other, and no report."""
    with pytest.raises(NotAReport):
        parse(str(path))


def test_sources_that_cannot_be_read(tmp_path: Path) -> None:
    """A file that is not there, a folder, and something that is no source, each say so."""
    with pytest.raises(UnreadableSource, match=r"missing\.txt"):
        parse(tmp_path / "missing.txt")
    with pytest.raises(UnreadableSource, match="directory"):
        parse(tmp_path)
    with pytest.raises(UnreadableSource, match="int"):
        parse(3)  # type: ignore[arg-type]


def test_many_in_order(path: Path) -> None:
    """Many sources are read in order; each has its id, and a bad one is an error in its place."""
    with path.open("rb") as file:
        readings = list(
            parse_many([TEXT, path, NO_REPORT, file, path.parent / "missing.txt", TEXT.encode()])
        )

    assert [reading.source_id for reading in readings] == [
        *("#0", str(path), "#2", str(path), str(path.parent / "missing.txt"), "#5")
    ]
    assert [type(reading.error) for reading in readings if reading.report is None] == [
        NotAReport,
        UnreadableSource,
    ]
    assert [
        r.report.values() == DRAFT.values
        for r in readings
        if r.report is not None and r.error is None
    ] == [True] * 4


@pytest.mark.parametrize(
    ("sources", "told"),
    [
        pytest.param(
            "reports", r'a str, which is one text.*Path\(.reports.\).glob\("\*.txt"\)', id="a name"
        ),
        pytest.param(TEXT, r"parse_many\(\[text\]\)", id="a text"),
        pytest.param(
            TEXT.encode(), r"bytes, which is the content of one file.*\[content\]", id="bytes"
        ),
        pytest.param(bytearray(b"a"), "bytearray, which is the content", id="bytearray"),
        pytest.param(Path("reports"), r"one path, .reports.*Path\(.reports.\).glob", id="a folder"),
        pytest.param(io.StringIO(TEXT), r"one open file.*\[file\]", id="a file"),
        pytest.param(3, "int, which is none", id="a number"),
        pytest.param(None, "NoneType, which is none", id="nothing"),
    ],
)
@pytest.mark.parametrize("workers", [1, 2])
def test_one_source_is_not_many(sources: Any, told: str, workers: int) -> None:
    """One source in the place of many is an error of the call, which says what to write."""
    with pytest.raises(TypeError, match=told) as caught:
        parse_many(sources, workers=workers)
    assert isinstance(caught.value, GovInfoError)


@pytest.mark.parametrize("workers", [0, -1, True, False, "2", 2.0, None])
def test_number_of_workers(workers: Any) -> None:
    """Anything but a whole number from 1 up is an error of the call."""
    with pytest.raises(
        BadArgument, match=f"workers is {workers!r}; a whole number from 1 up was wanted"
    ):
        parse_many([TEXT], workers=workers)


@pytest.mark.parametrize("workers", [1, 2])
def test_many_lazily(workers: int) -> None:
    """No more sources are drawn than are needed; with more workers, a few chunks for each."""
    drawn: list[int] = []

    def sources() -> Iterator[str]:
        for number in range(1000):
            drawn.append(number)
            yield NO_REPORT

    readings = parse_many(sources(), workers=workers)
    assert drawn == []
    assert next(readings).source_id == "#0"
    # A chunk grows to 32 sources where one is read in no time.
    assert len(drawn) <= (1 if workers == 1 else 4 * workers * 32)
    readings.close()  # type: ignore[attr-defined]


def test_many_workers_read_the_same(path: Path) -> None:
    """Two processes give what one gives, in the same order."""
    sources = [TEXT, NO_REPORT, path, TEXT.encode("gb18030")] * 5
    one, two = list(parse_many(sources)), list(parse_many(sources, workers=2))  # type: ignore[arg-type]

    assert [(r.source_id, r.report, str(r.error)) for r in one] == [
        (r.source_id, r.report, str(r.error)) for r in two
    ]
    assert [r.report is None for r in two] == [False, True, False, False] * 5


def test_many_with_an_adapter() -> None:
    """An adapter is forced for all of them; one that does not exist is told at the call, with the nearest name."""
    assert [r.report.adapter for r in parse_many([TEXT], adapter="markdown") if r.report] == [
        "markdown"
    ]
    with pytest.raises(UnknownAdapter, match=r"'pips'; there are: .* Did you mean pipes"):
        parse_many([TEXT], adapter="pips")


def test_many_never_raise() -> None:
    """Something among the sources that is none does not keep the others from being read."""
    assert [r.report is None for r in parse_many([3, TEXT])] == [True, False]  # type: ignore[list-item]


def filled(spanned: str | None) -> list[Grid]:
    """Return the tables as other tools give them, with this where a spanned cell goes on."""
    return [
        [_line(row, above, spanned) for above, row in pairwise([[], *sheet.filled()])]
        for sheet in printed_tables(FORM2021)
    ]


def _line(
    row: list[PrintedCell], above: list[PrintedCell], spanned: str | None
) -> list[str | None]:
    again = [any(cell is other for other in [*above, *row[:at]]) for at, cell in enumerate(row)]
    texts = [cell.label or str(DRAFT.values[cell.address or ""]) for cell in row]
    return [spanned if seen else text for seen, text in zip(again, texts, strict=True)]


def ragged() -> list[Grid]:
    """Return the tables with spanned cells left out."""
    return [
        [
            [cell.label or str(DRAFT.values[cell.address or ""]) for cell in row]
            for row in sheet.rows
        ]
        for sheet in printed_tables(FORM2021)
    ]


@pytest.mark.parametrize(
    "tables",
    [
        pytest.param(filled(None), id="nothing in spanned cells"),
        pytest.param(filled(""), id="blanks in spanned cells"),
        pytest.param(ragged(), id="spanned cells left out"),
    ],
)
def test_grids(tables: list[Grid]) -> None:
    """Tables give the report that the text gives, one after the other or all in one."""
    several, one = parse_grid(tables), parse_grid([row for table in tables for row in table])

    assert several.values() == one.values() == parse(TEXT).values() == DRAFT.values
    assert (several.adapter, several.form, several.notes) == ("grid", FORM2021, ())
    assert parse_grid(tuple(tuple(map(tuple, table)) for table in tables)) == several


@pytest.mark.parametrize("place", [1, 2])
def test_one_grid(place: int) -> None:
    """One table of a report gives the figures of that table, and all others are absent."""
    report = parse_grid(filled(None)[place])
    name = FORM2021.tables[place].id

    assert list(report.tables) == [name]
    assert report.values() == {
        a: DRAFT.values[a] if a.table == name else None for a in FORM2021.addresses
    }


def test_smallest_grid() -> None:
    """Table two alone is a table of a report as well."""
    assert list(parse_grid(filled(None)[0]).tables) == ["proactive"]


def test_grid_quotes_itself() -> None:
    """The source text of a grid is the grid; a cell with a border or a line break in it stays one cell."""
    tables = filled(None)
    row = next(row for row in tables[1] if "2.重复申请" in row)
    row[4:6] = ["1|2", "3\n"]
    report = parse_grid(tables)
    figures = [
        report[f"requests.not_processed_duplicate.{column}"]
        for column in ("natural_person", "business", "research")
    ]

    assert [figure.value for figure in figures] == [222, None, 3]
    assert figures[1].state is State.ILLEGIBLE
    assert all(
        report.quote(figure.span) == figure.raw
        for figure in report.figures().values()
        if figure.span
    )


@pytest.mark.parametrize("rows", [[], [[]], [[[]]], [[None]], [[["a"]]], [["a", None], ["1"]]])
def test_grid_of_something_else(rows: Any) -> None:
    """A table of something else is no report, be it ever so small."""
    with pytest.raises(NotAReport):
        parse_grid(rows)
