"""Reports as PDF documents: sheets on pages, with or without lines, cut where a page ends."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate

from attrs import frozen

from govinfo.testing.documents.canvas import Canvas, bound, width_of, wrapped
from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines
from govinfo.testing.drafts.sheets import PrintedCell, PrintedTable

__all__ = ["PDF_SETTINGS", "Setting", "pdf"]

_LEADING = 16.0
_DROP = 12.0
"""The distance of one line from the next, and how far below the top of a line its baseline is."""
_FOOTER = 40.0


@frozen
class Setting:
    """What PDF documents do in more than one way."""

    height: float = 842.0
    """Of a page; where it is small, tables go on over several pages."""
    size: float = 10.5
    """Of the characters: 五号, which tables are set in."""
    ruled: bool = True
    """Whether there are lines around the cells."""
    thin: bool = False
    """Whether these are thin rectangles."""
    open_sides: bool = False
    """Whether there is none at the left and at the right of a table."""
    footers: bool = False
    """Whether the number of the page stands at the foot of each."""
    indents: bool = True
    """Whether the first line of a paragraph is indented; else there is room between paragraphs."""
    turned: bool = False
    """Whether the pages lie on their side in the file."""


PDF_SETTINGS: tuple[Setting, ...] = (
    Setting(),
    Setting(height=420.0, footers=True),
    Setting(height=520.0, thin=True, open_sides=True),
    Setting(turned=True, indents=False),
    Setting(height=600.0, size=9.0, thin=True, footers=True),
)
"""How documents with ruled tables are set; the plainest stands first."""


def pdf(draft: Draft, setting: Setting = PDF_SETTINGS[0], *, style: Style = PLAIN) -> bytes:
    """Return the draft as a PDF document."""
    canvas, sheets = Canvas(height=setting.height), dict[str, PrintedTable]()

    def marked(sheet: PrintedTable) -> Iterator[str]:
        sheets[f"\0{sheet.table.id}"] = sheet
        yield f"\0{sheet.table.id}"

    headings = {part.heading for part in draft.parts}
    for line in report_lines(draft, marked, style):
        if line in sheets:
            _Ruler(canvas, setting, draft, style).table(sheets[line])
        else:
            _paragraph(canvas, line, setting, heading=line in headings)
    if setting.footers:
        for number, page in enumerate(canvas.pages, 1):
            foot = Canvas(height=setting.height, pages=[page])
            foot.text(foot.width / 2, setting.height - _FOOTER, f"-{number}-", setting.size)
    pages = ["\n".join(page) for page in canvas.pages]
    return bound(pages, (canvas.width, canvas.height), turned=setting.turned)


def _paragraph(canvas: Canvas, text: str, setting: Setting, *, heading: bool) -> None:
    indent = 2 * setting.size if setting.indents and not heading else 0.0
    for number, line in enumerate(
        wrapped(text, canvas.right - canvas.margin, setting.size, indent)
    ):
        if not canvas.fits(_LEADING):
            canvas.turn_page()
        canvas.text(
            canvas.margin + (0.0 if number else indent), canvas.y + _DROP, line, setting.size
        )
        canvas.y += _LEADING
    canvas.y += 0.0 if setting.indents else _LEADING / 2


@frozen
class _Ruler:
    """Draws the tables of one document."""

    canvas: Canvas
    setting: Setting
    draft: Draft
    style: Style

    def table(self, sheet: PrintedTable) -> None:
        """Set the rows one below the other; a cell that spans rows is set in the first of them."""
        borders, above, canvas = self._borders(sheet), list[PrintedCell](), self.canvas
        for row in sheet.filled():
            cells = [
                (place, cell)
                for place, cell in enumerate(row)
                if place == 0 or cell is not row[place - 1]
            ]
            begun = {
                place: cell for place, cell in cells if not any(cell is other for other in above)
            }
            lines = {place: self._lines(cell, place, borders) for place, cell in begun.items()}
            height = max(map(len, lines.values())) * _LEADING
            broken = not canvas.fits(height)
            if broken:
                self._across(borders[0], borders[-1])
                canvas.turn_page()
            for place, cell in cells:
                sides = borders[place], borders[place + cell.across]
                self._set(lines.get(place, []), sides, height)
                self._upright([x for x in sides if not self._is_open(x, borders)], height)
                if broken or place in begun:
                    self._across(*sides)
            canvas.y += height
            above = row
        self._across(borders[0], borders[-1])

    def _borders(self, sheet: PrintedTable) -> list[float]:
        """Where the columns begin, and where the last one ends; columns of labels are wider."""
        figures = {
            place for row in sheet.filled() for place, cell in enumerate(row) if cell.address
        }
        room, labels = self.canvas.right - self.canvas.margin, sheet.width - len(figures)
        narrow = room / 2 / len(figures) if labels else room / sheet.width
        wide = (room - narrow * len(figures)) / max(1, labels)
        widths = (narrow if place in figures else wide for place in range(sheet.width))
        return list(accumulate(widths, initial=self.canvas.margin))

    def _lines(self, cell: PrintedCell, place: int, borders: list[float]) -> list[str]:
        room = borders[place + cell.across] - borders[place] - 2
        return wrapped(printed_cell(self.draft, cell, self.style), room, self.setting.size)

    def _set(self, lines: list[str], sides: tuple[float, float], height: float) -> None:
        """Set lines in the middle of a cell; a number too long for it is set smaller."""
        top, room = self.canvas.y + (height - len(lines) * _LEADING) / 2, sides[1] - sides[0] - 2
        for index, line in enumerate(lines):
            size = min(self.setting.size, room / max(width_of(line, 1.0), 1.0))
            left = (sum(sides) - width_of(line, size)) / 2
            self.canvas.text(left, top + index * _LEADING + _DROP, line, size)

    def _is_open(self, x: float, borders: list[float]) -> bool:
        return self.setting.open_sides and x in (borders[0], borders[-1])

    def _upright(self, places: list[float], height: float) -> None:
        """Draw lines down from here."""
        for x in places if self.setting.ruled else ():
            self.canvas.line(
                (x, self.canvas.y), (x, self.canvas.y + height), thin=self.setting.thin
            )

    def _across(self, left: float, right: float) -> None:
        """Draw a line across, here."""
        if self.setting.ruled:
            self.canvas.line((left, self.canvas.y), (right, self.canvas.y), thin=self.setting.thin)
