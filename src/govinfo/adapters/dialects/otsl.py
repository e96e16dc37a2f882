"""Tables in OTSL, the tags that Docling and its models write: `<fcel>规章<fcel>0<ecel><nl>`.

A tag stands before each cell: `fcel` for a full one, `ecel` for an empty one, `ched`, `rhed` and
`srow` for heads; `lcel` and `ucel` go on with the cell on the left or above, `xcel` with both; `nl`
ends the row. Tags of the document around (`<doctag>`, `<text>`, `<loc_12>`) are left out. A figure
over several rows is marked, because it belongs to none of them alone.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import read_rows
from govinfo.figures import State, read_cell
from govinfo.page import Page
from govinfo.spans import Edit, Text
from govinfo.text.formatting import SPANS_ROWS

__all__ = ["OTSL"]

_TAG = re.compile(
    r"""
      <(?P<cell>fcel|ecel|lcel|ucel|xcel|ched|rhed|srow)>
    | (?P<row_end><nl>)
    | (?P<place><loc_\d{1,4}>)
    | (?P<other></?[a-z][a-z_]{0,30}\d{0,2}>)
    | (?P<line_end>\n)
    """,
    re.VERBOSE,
)
_CONTINUED = frozenset({"lcel", "xcel"})
_MATCH = Match(0.97, "the tags of OTSL before cells")


class _Cell(NamedTuple):
    """The tag before a cell."""

    kind: str
    start: int
    end: int


def recognise(text: Text) -> Match | None:
    """Return a match for the tags with which a recogniser writes tables."""
    characters = str(text)
    # One character is found many times faster than a word.
    is_tagged = "<" in characters and "<nl>" in characters and "cel>" in characters
    return _MATCH if is_tagged else None


def read(text: Text) -> Page:
    """Return a page with the rows of the tables, with pipes between their cells."""
    characters = str(text)
    edits, rows, row = list[Edit](), list[list[_Cell]](), list[_Cell]()
    for tag in _TAG.finditer(characters):
        if tag["cell"]:
            row.append(_Cell(tag["cell"], *tag.span()))
        elif tag["row_end"]:
            rows.append(row)
            row = []
            edits.append(Edit(*tag.span(), "\n"))
        elif tag["line_end"]:
            edits += [Edit(*tag.span(), " ")] if row else []
        else:
            edits.append(Edit(*tag.span(), "" if tag["place"] else "\n"))
    rows.append(row)
    for number, cells in enumerate(rows):
        below = rows[number + 1] if number + 1 < len(rows) else []
        edits += _borders(characters, cells, below)
    return read_rows(text.edited(sorted(edits, key=lambda edit: edit.start)))


def _borders(characters: str, row: list[_Cell], below: list[_Cell]) -> list[Edit]:
    """Return the edits that put a pipe in front of each cell of a row."""
    edits = list[Edit]()
    is_blank = True
    for column, cell in enumerate(row):
        # Behind the tag that continues a full cell there is nothing, and the cell stands once.
        sign = "" if cell.kind in _CONTINUED and not is_blank else "|"
        if cell.kind not in _CONTINUED:
            is_blank = cell.kind in ("ecel", "ucel")
        if column < len(below) and below[column].kind in ("ucel", "xcel"):
            content = characters[cell.end : characters.find("<", cell.end)].strip()
            is_figure = content and read_cell(content).state is not State.ILLEGIBLE
            sign += SPANS_ROWS if is_figure else ""
        edits.append(Edit(cell.start, cell.end, sign))
    return edits


OTSL = Adapter("otsl", recognise, read, surest=_MATCH.score)
