"""SpreadsheetML: the XML of a workbook, as the rows of cells that a reader sees.

Numbers are as the format of their cell prints them. A formula has the value that was computed last;
one that was never computed stands as it is written. Hidden rows, columns and sheets are left out,
and so are noughts where the sheet hides them, and characters in the colour of their ground.
A merged cell stands in the first of its places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, field, frozen
from lxml import etree

from govinfo.documents.compose import Passage, Piece, Row, spread, whole
from govinfo.documents.container import IsLabel
from govinfo.documents.number_formats import BUILT_IN, printed, printed_text
from govinfo.documents.wordstyles import between_marks
from govinfo.documents.xml import parsed
from govinfo.errors import UnreadableSource
from govinfo.figures import State, read_cell
from govinfo.notes import Note
from govinfo.text.formatting import SPANS_ROWS

__all__ = ["SheetPieces", "WorkbookParts", "WorkbookSheet", "pieces_of", "sheets_in"]

_WHAT = "Excel workbook"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})")
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})")
_MOST_COLUMNS = 256
_MOST_ROWS = 100_000
_MOST_CELLS = 50_000
_MOST_MERGED_PLACES = 200_000
_ON = frozenset({"1", "true"})
_OFF = frozenset({"0", "false"})
_PRINTS = {"n": printed, **dict.fromkeys(("s", "inlineStr", "str"), printed_text)}
"""How the cells that hold a number or a text show it, by their kind."""
_WHITE, _BLACK = "FFFFFF", "000000"
_THEME = {"0": _WHITE, "1": _BLACK}
_INDEXED = {"0": _BLACK, "1": _WHITE, "8": _BLACK, "9": _WHITE, "64": _BLACK, "65": _WHITE}
"""Black and white among the colours that have a number."""
_LEAST_SIZE = 2.0
"""Nobody can read characters, or a row, of fewer points."""
_LEAST_WIDTH_CHARS = 0.25
_MOST_SHEETS = 200
_SIZE = re.compile(r"\d{1,5}(?:\.\d{1,20})?")


@frozen
class WorkbookSheet:
    """A sheet of a workbook."""

    name: str
    part: str
    """The name of its part in the archive."""
    hidden: bool


def sheets_in(workbook: bytes, relations: bytes) -> list[WorkbookSheet]:
    """Return the sheets of a workbook, in their order."""
    targets = dict[str, str]()
    for each in parsed(relations, _WHAT).iter("{*}Relationship") if relations else ():
        target = each.get("Target", "")
        targets[each.get("Id", "")] = target.lstrip("/") if target[:1] == "/" else f"xl/{target}"
    sheets = list[WorkbookSheet]()
    for number, each in enumerate(parsed(workbook, _WHAT).iter("{*}sheet"), 1):
        key = next((value for name, value in each.items() if name.endswith("}id")), "")
        part = targets.get(key, f"xl/worksheets/sheet{number}.xml")
        hidden = each.get("state", "visible") != "visible"
        sheets.append(WorkbookSheet(each.get("name", str(number)), part, hidden))
    if len(sheets) > _MOST_SHEETS:
        raise UnreadableSource(
            f"The Excel workbook has {len(sheets)} sheets; none with more than {_MOST_SHEETS} is "
            "read. Take the sheets of the report out of it."
        )
    return sheets


@frozen
class _Style:
    """How the cells of one style show what they hold."""

    format: str = "General"
    way: str | None = None
    """`struck`, `raised`, `hidden`, or `None`."""


@frozen
class WorkbookParts:
    """What the sheets of a workbook share."""

    strings: Sequence[str]
    styles: Sequence[_Style]

    @classmethod
    def of(cls, strings: bytes, styles: bytes) -> WorkbookParts:
        """Return the shared strings and the styles of the cells."""
        items = parsed(strings, _WHAT).iterfind("{*}si") if strings else ()
        texts = [_rich_text(each) for each in items]
        if not styles:
            return cls(texts, ())
        root = parsed(styles, _WHAT)
        formats = {**BUILT_IN}
        for each in root.iterfind("{*}numFmts/{*}numFmt"):
            formats[_whole(each.get("numFmtId"))] = each.get("formatCode", "General")
        fonts = [*root.iterfind("{*}fonts/{*}font")]
        grounds = [_ground(fill) for fill in root.iterfind("{*}fills/{*}fill")] or [_WHITE]
        made = list[_Style]()
        for xf in root.iterfind("{*}cellXfs/{*}xf"):
            font, fill = _whole(xf.get("fontId")), _whole(xf.get("fillId"))
            ground = grounds[fill] if fill < len(grounds) else None
            way = _way(fonts[font], ground) if font < len(fonts) else None
            made.append(_Style(formats.get(_whole(xf.get("numFmtId")), "General"), way))
        return cls(texts, made)

    def text_of(self, cell: etree._Element) -> tuple[str, bool]:
        """Return what a cell holds as it is printed, and whether it shows it."""
        kind, style = cell.get("t", "n"), _whole(cell.get("s"))
        look = self.styles[style] if style < len(self.styles) else _Style()
        value = cell.findtext("{*}v") or ""
        text = self._plain(cell, kind, value)
        formula = cell.find("{*}f")
        if formula is not None and not value and kind != "str":
            # Nobody has computed it; a blank would say that nothing stands there.
            text = f"={formula.text or ''}"
        elif text and kind in _PRINTS:
            in_format = _PRINTS[kind](text, look.format)
            if in_format is None:
                return text, False
            text = in_format
        if look.way is None or not text.strip():
            return text, True
        if look.way == "hidden":
            return text, False
        return "".join(between_marks([(look.way, text)])), True

    def _plain(self, cell: etree._Element, kind: str, value: str) -> str:
        """Return the text of a cell; a number as the file writes it."""
        if kind == "s":
            index = _whole(value)
            return self.strings[index] if index < len(self.strings) else ""
        if kind == "inlineStr":
            inline = cell.find("{*}is")
            return _rich_text(inline) if inline is not None else ""
        if kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        return value


@frozen
class _Cell:
    """A cell of a sheet; a merged one has all of its places."""

    row: int
    column: int
    text: str = ""
    last_row: int = 0
    last_column: int = 0


@frozen
class SheetPieces:
    """What a sheet shows."""

    pieces: tuple[Piece, ...]
    hidden: tuple[str, ...]
    """The texts of cells that it does not show."""

    def notes(self, sheet: WorkbookSheet) -> Iterator[Note]:
        """Yield a note if cells of the sheet are hidden."""
        if self.hidden:
            quoted = ", ".join(map(repr, self.hidden[:5]))
            message = (
                f"the sheet {sheet.name!r} has {len(self.hidden)} cells that are hidden, "
                f"such as {quoted}; they are not read"
            )
            yield Note("not_shown", message)


def pieces_of(sheet: bytes, workbook: WorkbookParts, number: int, is_label: IsLabel) -> SheetPieces:
    """Return the tables and texts of a sheet, from top to bottom.

    Args:
        sheet: The part of the sheet.
        workbook: What the sheets share.
        number: The number of the sheet, from 1.
        is_label: Tells whether a text is a whole label.

    """
    grid = _Grid.of(parsed(sheet, _WHAT), workbook)
    pieces, table = list[Piece](), list[list[_Cell]]()
    before = 0
    for row in sorted(grid.rows):
        cells = [grid.rows[row][column] for column in sorted(grid.rows[row])]
        said = [cell for cell in cells if cell.text]
        alone = len(said) == 1 and len(cells) == 1 and not is_label(said[0].text)
        if table and (row != before + 1 or alone or not said):
            pieces += _closed(table, grid, number)
            table = []
        before = row
        if alone or not said:
            pieces += [whole(c.text, (number, c.row, c.column)) for c in said]
        else:
            table.append(cells)
    pieces += _closed(table, grid, number)
    return SheetPieces(tuple(pieces), tuple(grid.hidden))


def _closed(rows: list[list[_Cell]], grid: _Grid, number: int) -> Iterator[Piece]:
    """Yield the table that these rows make."""
    if not rows:
        return
    end = max(cell.last_column for row in rows for cell in row)
    first = min(cell.column for row in rows for cell in row)
    table = list[Row]()
    for row in rows:
        here = {cell.column: cell for cell in row}
        cells, line, column = list[tuple[str | Passage, int]](), row[0].row, first
        while column <= end:
            # A place in which no cell stands is blank.
            cell = here.get(column) or grid.above.get((line, column)) or _Cell(line, column)
            last = max(column, cell.last_column)
            shown = sum(each not in grid.hidden_columns for each in range(column, last + 1))
            if shown:
                text = grid.text_of(cell) if cell.row == line and cell.column == column else ""
                cells.append((whole(text, (number, line, column)), shown))
            column = last + 1
        table.append(spread(cells))
    yield table


@define
class _Grid:
    """The cells of a sheet by row and column, and those that it does not show."""

    rows: dict[int, dict[int, _Cell]] = field(factory=dict)
    above: dict[tuple[int, int], _Cell] = field(factory=dict)
    """For the first place of each further row of a merged cell, that cell."""
    hidden: list[str] = field(factory=list)
    hidden_columns: set[int] = field(factory=set)

    @classmethod
    def of(cls, root: etree._Element, workbook: WorkbookParts) -> _Grid:
        """Return the grid of a sheet."""
        grid = cls()
        views = root.iterfind("{*}sheetViews/{*}sheetView")
        has_noughts = all(view.get("showZeros") not in _OFF for view in views)
        grid._hide_columns(root)
        merged = _merged(root)
        covered = {
            (row, column)
            for (top, left), (bottom, right) in merged.items()
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        for row, column, element, row_shown in _numbered_cells(root):
            if (row, column) not in covered:
                text, shown = workbook.text_of(element)
                value = element.findtext("{*}v") or ""
                is_nought = element.get("t", "n") == "n" and "0" in value and not value.strip("0.")
                shown = shown and row_shown and (has_noughts or not is_nought)
                bottom, right = merged.get((row, column), (row, column))
                grid._add(_Cell(row, column, text, bottom, right), shown=shown)
        for (top, left), (bottom, right) in merged.items():
            cell = grid.rows.get(top, {}).get(left) or _Cell(top, left, "", bottom, right)
            for row in range(top + 1, bottom + 1):
                grid.above[row, left] = cell
        return grid

    def _hide_columns(self, root: etree._Element) -> None:
        for each in root.iterfind("{*}cols/{*}col"):
            if _is_hidden(each, "width", _LEAST_WIDTH_CHARS):
                last = min(_whole(each.get("max")), _MOST_COLUMNS)
                self.hidden_columns.update(range(_whole(each.get("min")), last + 1))

    def text_of(self, cell: _Cell) -> str:
        """Return the text of a cell; a figure is marked that other rows have as well."""
        if cell.last_row > cell.row and read_cell(cell.text).state is State.PRINTED:
            rows = (self.rows.get(row, {}) for row in range(cell.row + 1, cell.last_row + 1))
            if any(other.text for row in rows for other in row.values()):
                return SPANS_ROWS + cell.text
        return cell.text

    def _add(self, cell: _Cell, *, shown: bool) -> None:
        columns = range(cell.column, cell.last_column + 1)
        if shown and not self.hidden_columns.issuperset(columns):
            if cell.text and cell.column > _MOST_COLUMNS:
                raise UnreadableSource(
                    f"The Excel workbook has a cell in column {cell.column}; none beyond "
                    f"{_MOST_COLUMNS} is read. Take the tables of the report out of it."
                )
            if cell.column <= _MOST_COLUMNS:
                self.rows.setdefault(cell.row, {})[cell.column] = cell
        elif cell.text:
            self.hidden.append(cell.text)


def _numbered_cells(root: etree._Element) -> Iterator[tuple[int, int, etree._Element, bool]]:
    """Yield the row and the column of each cell, the cell, and whether its row is shown.

    A row without a number follows the last one, and so does a cell without a place.
    """
    row, count = 0, 0
    for line in root.iterfind("{*}sheetData/{*}row"):
        row, column = _whole(line.get("r")) or row + 1, 0
        count += len(line)
        if count > _MOST_CELLS:
            raise UnreadableSource(
                f"A sheet of the Excel workbook has more than {_MOST_CELLS} cells; no report "
                "has nearly as many. Take the tables of the report out of it."
            )
        is_shown = not _is_hidden(line, "ht", _LEAST_SIZE)
        for element in line.iterfind("{*}c"):
            place = _REFERENCE.fullmatch(element.get("r", ""))
            column = _column(place[1]) if place else column + 1
            yield row, column, element, is_shown


def _merged(root: etree._Element) -> dict[tuple[int, int], tuple[int, int]]:
    """Return the merged cells: the last row and column by the first."""
    found, places = dict[tuple[int, int], tuple[int, int]](), 0
    for each in root.iterfind("{*}mergeCells/{*}mergeCell"):
        area = _RANGE.fullmatch(each.get("ref", ""))
        if area is None:
            continue
        left, right = _column(area[1]), min(_column(area[3]), _MOST_COLUMNS)
        top, bottom = int(area[2]), min(int(area[4]), int(area[2]) + _MOST_ROWS)
        places += max(0, right - left + 1) * max(0, bottom - top + 1)
        if places > _MOST_MERGED_PLACES:
            raise UnreadableSource(
                f"The Excel workbook has merged cells over more than {_MOST_MERGED_PLACES} places. "
                "Take the tables of the report out of it."
            )
        found[top, left] = (bottom, right)
    return found


def _rich_text(element: etree._Element) -> str:
    """Return a text whose pieces may be set in several ways; what is said aloud is left out."""
    pieces = list[tuple[str | None, str]]()
    for each in element:
        name = etree.QName(each).localname
        if name == "t":
            pieces.append((None, each.text or ""))
        elif name == "r":
            properties = each.find("{*}rPr")
            # The ground is that of the cell, which is not known here.
            way = None if properties is None else _way(properties, None)
            text = "".join(part.text or "" for part in each.iterfind("{*}t"))
            pieces.append((way, text))
    return "".join(between_marks(pieces))


def _way(font: etree._Element, ground: str | None) -> str | None:
    """Return how a font shows characters: `struck`, `raised`, `hidden`, or `None`."""
    strike = font.find("{*}strike")
    if strike is not None and strike.get("val", "1") in _ON:
        return "struck"
    raised = font.find("{*}vertAlign")
    if raised is not None and raised.get("val") in ("superscript", "subscript"):
        return "raised"
    size = font.find("{*}sz")
    colour = font.find("{*}color")
    own = _BLACK if colour is None else _colour(colour)
    unseen = (own is not None and own == ground) or (
        size is not None and _is_below(size.get("val"), _LEAST_SIZE)
    )
    return "hidden" if unseen else None


def _ground(fill: etree._Element) -> str | None:
    """Return the colour below the characters, or `None` where it is not known."""
    pattern = fill.find("{*}patternFill")
    if pattern is None:
        return None
    colour = pattern.find("{*}fgColor")
    kind = pattern.get("patternType", "none")
    if kind == "solid" and colour is not None:
        return _colour(colour)
    return _WHITE if kind == "none" else None


def _colour(element: etree._Element) -> str | None:
    """Return a colour, or `None` if it is not known."""
    if element.get("tint", "").strip("0.-"):
        return None
    own = element.get("rgb", "")[-6:].upper()
    return own or _THEME.get(element.get("theme", "")) or _INDEXED.get(element.get("indexed", ""))


def _is_hidden(element: etree._Element, size: str, least: float) -> bool:
    """Whether a row or a column is hidden, or too small to show anything."""
    return element.get("hidden") in _ON or _is_below(element.get(size), least)


def _is_below(size: str | None, least: float) -> bool:
    """Whether a size is stated, and is less than this."""
    return size is not None and _SIZE.fullmatch(size) is not None and float(size) < least


def _column(letters: str) -> int:
    """Return the number of a column: A is 1, and AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _whole(text: str | None) -> int:
    """Return a number that the file states; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0
