"""Read the annex of statistics behind a report.

Each row is a label, a unit, and a figure for each column that the head names. A row that the form
does not have is kept in a note with its label and its figures. Figures that cannot be told apart
have no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from attrs import frozen

from govinfo.binding.annex.borders import (
    blank_page_numbers,
    mark_dividers,
    mark_grids,
    numbers_of_rows,
)
from govinfo.binding.annex.builder import AnnexBuilder
from govinfo.binding.annex.cells import CODE
from govinfo.binding.annex.label_column import WrappedAnnex, enclosed_rows, find_wrapped
from govinfo.binding.annex.labels import (
    NARROW,
    UNIT,
    Label,
    Squeezed,
    find_labels,
    rows_named,
    squeeze,
)
from govinfo.binding.annex.rows import AnnexRow, enter_enclosed_rows, enter_rows
from govinfo.figures import Figure
from govinfo.forms import FORMS, Form
from govinfo.forms.schema import Row
from govinfo.notes import Note
from govinfo.page import Page
from govinfo.spans import Text
from govinfo.text.boilerplate import end_of_body
from govinfo.text.normalise import plain_text

__all__ = ["Annex", "AnnexLines", "find_lines", "read_annex"]

_INDICATOR = re.compile(r"指[^\S\n]{0,4}[标標]")
"""The first head of every annex: 指标, or 指  标 where it is set wide."""
_HEAD_CHARS = 120
_ANNEX_CHARS = 20_000
_MOST_HEADS = 20
_MIN_ROWS = 3
_MANY_ROWS = 5
"""So many labels with figures behind are an annex, whatever stands above them."""
_COLUMN = re.compile(
    r"""
    (?P<sum>                            # the running total
        (?:历年|历史|历届|总|本年度?|自\d{4}年以来)? 累计 (?:数|总数)?
    )
  | (?P<one>                            # the year
        (?<!\d) 20\d\d (?!\d) (?: [\s|]* 年度? )? (?:统计数?|数)?    # 2018年, 2018 年, 2018
      | 本年度? (?:数|实际|统计)?
      | 本期 (?:实际|数)?
      | 年末统计数? | 统计数据? | 当年数? | 全年数? | 报告期 | 数据统计数 | 数[量据值]
    )
    """,
    re.VERBOSE,
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_REMARKS_LAST = re.compile(r"(?:备注|说明)[^\u3400-\u9fff]*$")
_CODED = re.compile("代码|代号|序号|编号")
_LETTERS = re.compile(r"甲[|\s]*+乙[|\s丙丁戊\d]*")
"""Under the heads Chinese statistics print 甲 乙 丙 1 2: the names of the columns."""
_LONE_FIGURE = re.compile(r"(?:^|[\s|])[+-]?\d[\d,.]*(?:[\s|]|$)")
_BEGINS_CELL = re.compile(r"(?:^|[|\t\"'\d])[^\u3400-\u9fff\n]*\Z", re.MULTILINE)
_FIGURE_BEHIND = re.compile(rf"(?>(?:[^\u3400-\u9fff\d。]|{UNIT})*)\d")
_IN_BRACKETS = re.compile(r"\(\d+\)")
_HEADS = re.compile(r"指[ ]{0,4}标 [^\u3400-\u9fff]{1,80} 单[ ]{0,4}位", re.VERBOSE)
_UNIT_AND_FIGURE = re.compile(rf"{UNIT}[\s|]+\d")
_BELOW_LABEL = re.compile(
    rf"(?>(?:[^\u3400-\u9fff]|{UNIT}|历年|本[年期]|累计|实际|统计|年度?|数)*)"
)
"""What may belong to the last row: anything but words other than units and heads of columns."""
_WHOLE_NUMBER = re.compile(r"\d+?(?=\d{0,2}[.、)](?!\d)|(?!\d))")
"""Digits, without the number of the next label that may be glued to them: 412 of 4122.政府公报."""
_REMARK_BEHIND = re.compile(r"\s*\((?=[\u3400-\u9fff])[^()|]{2,60}\)")
_REACH_CHARS = 120
_ANNEXES = tuple(form for form in FORMS if form.annex is not None)
_OF_2014 = re.compile("统计指标|统计数")


@frozen
class Annex:
    """What was read of an annex."""

    form: Form
    figures: dict[int, Figure]
    """The figures by their position in the form."""
    notes: tuple[Note, ...]
    begin: int
    """Where it begins in the text that was read."""
    year: int | None = None
    """The year that the head of a column names."""


@frozen
class AnnexLines:
    """Where an annex stands: its characters, and the labels among them."""

    text: Text
    characters: str
    """The characters of the text in half width, with `|` for each border."""
    begin: int
    begin_on_page: int
    """Where it begins on the page, which has the glosses."""
    squeezed: Squeezed
    """What the labels are looked for in."""
    labels: tuple[Label, ...]
    end: int
    printed: WrappedAnnex | None = None
    """The lines of a printed page whose labels go on over several of them."""

    @property
    def head(self) -> str:
        """What stands above the first label."""
        return self.characters[self.begin : self.squeezed.places[self.labels[0].start]]

    def numbers(self) -> Iterator[tuple[int, int]]:
        """Yield where the numbers behind the first label stand that are in no label."""
        places = self.squeezed.places
        begin, last = places[self.labels[0].start], places[self.labels[-1].end - 1] + 1
        below = _BELOW_LABEL.match(
            self.characters, last, min(self.end, end_of_body(str(self.text)))
        )
        end = below.end() if below else last
        own = {place for one in self.labels for place in places[one.start : one.end]}
        behind = [_REMARK_BEHIND, *([CODE] if _CODED.search(self.head) else [])]
        for one in self.labels:
            found = [words.match(self.characters, places[one.end - 1] + 1) for words in behind]
            own.update(place for words in found if words for place in range(*words.span()))
        masked = list(self.characters[begin:end])
        for place in own.intersection(range(begin, end)):
            masked[place - begin] = " "
        for number in _WHOLE_NUMBER.finditer("".join(masked)):
            yield begin + number.start(), begin + number.end()


def find_lines(page: Page) -> AnnexLines | None:
    """Return the lines of the annex of a report; `None` where the page has none."""
    on_page = page.text.characters
    printed = find_wrapped(plain_text(page.text)) if "指" in on_page else None
    if printed is not None:
        which = len(_INDICATOR.findall(printed.characters[: printed.begin]))
        heads = [match.start() for match in _INDICATOR.finditer(on_page)]
        begin_on_page = heads[which] if which < len(heads) else printed.begin
        where = printed.text, printed.characters, printed.begin, begin_on_page, printed.labels
        return AnnexLines(*where, tuple(find_labels(printed.labels)), printed.end, printed)
    found = _find_begin(page)
    if found is None:
        return None
    text, begin, begin_on_page = found
    marked = mark_dividers(text.characters, begin)
    characters = blank_page_numbers(marked.translate(NARROW))
    characters, squeezed = _without_numbers(characters, begin)
    end = min(len(characters), begin + _ANNEX_CHARS)
    labels = tuple(_without_figure(one, characters, squeezed) for one in find_labels(squeezed))
    return AnnexLines(text, characters, begin, begin_on_page, squeezed, labels, end)


def _find_begin(page: Page) -> tuple[Text, int, int] | None:
    """Return the text without glosses and where the head of an annex begins in it; else `None`.

    The last number says where the head begins on the page, which has the glosses.
    """
    on_page = page.text.characters
    if not _INDICATOR.search(on_page):
        return None
    plain = plain_text(mark_grids(page))
    narrow = plain.characters.translate(NARROW)
    for which, match in enumerate([*_INDICATOR.finditer(narrow)][:_MOST_HEADS]):
        begin = match.start()
        text = squeeze(narrow, begin, begin + 2 * _HEAD_CHARS)
        first = next(find_labels(text), None)
        if first is None or first.start > _HEAD_CHARS:
            continue
        if not re.search("[。；，]", plain.characters[begin : text.places[first.start]]):
            heads = [head.start() for head in _INDICATOR.finditer(on_page)]
            return plain, begin, heads[which] if which < len(heads) else begin
    return None


def read_annex(page: Page) -> Annex | None:
    """Return the annex of a report, or `None` where the page has none."""
    lines = find_lines(page)
    if lines is None or not lines.labels:
        return _annex_without_head(page)
    form = _choose_form(lines.labels, "".join(lines.head.split()))
    rows = list(_list_rows(lines.labels, lines.squeezed, form, lines.end))
    if sum(row.row is not None and not row.row.header for row in rows) < _MIN_ROWS:
        return _unread(lines.text, lines.begin, lines.begin + 2, lines.begin_on_page, form)
    builder = _read_head(lines.text, lines.characters, form, lines.begin, lines.head)
    if lines.printed is None:
        enter_rows(builder, rows)
    else:
        enter_enclosed_rows(builder, *enclosed_rows(lines.printed, rows, form))
    notes = tuple(builder.notes)
    return Annex(form, builder.figures, notes, lines.begin_on_page, _year_of(lines.head))


def _unread(text: Text, start: int, end: int, begin: int, form: Form) -> Annex:
    """Return an annex without figures, and a note that tells of it."""
    message = "this is the beginning of an annex of statistics, but its rows could not be separated"
    return Annex(form, {}, (Note("annex_unread", message, text.source_span(start, end)),), begin)


def _annex_without_head(page: Page) -> Annex | None:
    """Return what tells of an annex whose heads or labels are lost.

    It has many labels, each before a figure, or many units before figures below its heads.
    """
    text = plain_text(mark_grids(page))
    characters = text.characters.translate(NARROW)
    squeezed, found = squeeze(characters, 0, len(characters)), dict[str, Label]()
    for label in find_labels(squeezed):
        start, end = squeezed.places[label.start], squeezed.places[label.end - 1] + 1
        is_row = any(not row.header for form in _ANNEXES for row in rows_named(form, label.key))
        before = characters[max(0, start - _REACH_CHARS) : start]
        if is_row and _BEGINS_CELL.search(before) and _FIGURE_BEHIND.match(characters, end):
            found.setdefault(label.key, label)
    labels = [*found.values()]
    if len(labels) >= _MANY_ROWS:
        begin = squeezed.places[labels[0].start]
        return _unread(text, begin, begin + 2, begin, _choose_form(labels, ""))
    for head in _HEADS.finditer(characters):
        if len(_UNIT_AND_FIGURE.findall(characters, head.end())) >= _MANY_ROWS:
            return _unread(text, *head.span(), head.start(), _ANNEXES[0])
    return None


def _without_numbers(characters: str, begin: int) -> tuple[str, Squeezed]:
    """Return the characters with blanks in place of the numbers of rows, and the annex squeezed."""
    squeezed = squeeze(characters, begin, begin + _ANNEX_CHARS)
    starts = [squeezed.places[label.start] for label in find_labels(squeezed)]
    numbers = numbers_of_rows(characters, starts)
    for first, last in numbers:
        characters = characters[:first] + " " * (last - first) + characters[last:]
    if numbers:
        squeezed = squeeze(characters, begin, begin + _ANNEX_CHARS)
    return characters, squeezed


def _year_of(head: str) -> int | None:
    """Return the year that the heads name; `None` where they name none or several."""
    years = set(_YEAR.findall(head))
    return int(years.pop()) if len(years) == 1 else None


def _choose_form(labels: Sequence[Label], head: str) -> Form:
    """Return the form that has most of these rows; where both have as many, the heads decide."""
    known = {form: sum(bool(rows_named(form, label.key)) for label in labels) for form in _ANNEXES}
    best = max(known.values())
    fitting = [form for form in _ANNEXES if known[form] == best]
    return fitting[0] if len(fitting) == 1 or _OF_2014.search(head) else fitting[-1]


def _without_figure(label: Label, characters: str, squeezed: Squeezed) -> Label:
    """Return a label without a number in brackets before it that stands in a cell of its own."""
    number = _IN_BRACKETS.match(squeezed.characters, label.start, label.end)
    if number is None or number.end() >= label.end:
        return label
    between = characters[squeezed.places[number.end() - 1] : squeezed.places[number.end()]]
    apart = "|" in between or "\n" in between
    return label._replace(start=number.end(), number=None) if apart else label


def _list_rows(labels: Sequence[Label], text: Squeezed, form: Form, end: int) -> Iterator[AnnexRow]:
    """Yield each label with the row that it names and the place of what stands behind it."""
    rows = _rows_of(labels, form)
    for label, (row, is_known), following in zip_longest(labels, rows, labels[1:]):
        yield AnnexRow(
            label,
            row,
            place=text.places[label.start],
            begin=text.places[label.end - 1] + 1,
            end=text.places[following.start] if following else end,
            sure=is_known and (following is None or following.sure),
            last=following is None,
        )


def _rows_of(labels: Sequence[Label], form: Form) -> Iterator[tuple[Row | None, bool]]:
    """Yield the row that each label names, and whether no other row of this label may be meant."""
    last_seen: dict[str | None, int] = {}
    keys = [label.key for label in labels]
    seen = {row.id for key in keys for row in rows_named(form, key)}
    parents = {row.id: row.parent for row in form.annex.rows} if form.annex else {}
    # The rows below which nothing but rows under them has come.
    open_headings = set[str | None]()
    for index, key in enumerate(keys):
        # A row whose label stands under several headings belongs to the one last seen.
        named = rows_named(form, key)
        row = max(named, key=lambda row: last_seen.get(row.parent, -1), default=None)
        if row is None:
            yield None, True
            continue
        # Where its heading is nowhere, the order decides if the label stands under each.
        is_in_order = row.parent not in seen and keys.count(key) == len(named)
        yield row, len(named) == 1 or row.parent in open_headings or is_in_order
        last_seen[row.id] = index
        above, heading = {row.id}, row.parent
        while heading is not None:
            above, heading = {*above, heading}, parents[heading]
        open_headings = {row.id, *open_headings.intersection(above)}


def _read_head(text: Text, characters: str, form: Form, begin: int, head: str) -> AnnexBuilder:
    """Return what the head of an annex says of its rows.

    Notes are added on heads that do not name the columns, and on figures above the first label.
    """
    squeezed = re.sub(r"[\s|]+", "", _LETTERS.sub("", head))
    kinds = [str(match.lastgroup) for match in _COLUMN.finditer(squeezed)]
    own = [column.id for column in form.annex.blocks[0].columns] if form.annex else []
    # The form of 2014 has one column. A note tells of what stands beside it.
    names = {"one": own[0], "sum": own[1] if len(own) > 1 else ""}
    is_sum_alone = kinds == ["sum"] and names["sum"] != ""
    are_known = sorted(kinds) == ["one", "sum"] or kinds == ["one"] or is_sum_alone
    columns = tuple(names[kind] for kind in kinds) if are_known else ()
    coded, end = _CODED.search(head) is not None, begin + len(head)
    remarked = _REMARKS_LAST.search(squeezed) is not None
    builder = AnnexBuilder(text, characters, form, begin, columns, coded, remarked)
    if not columns:
        shown = " ".join(head.split())[:60]
        message = f"the column headings of the annex do not say what its columns are: {shown!r}"
        builder.note("columns_unknown", message, begin, end)
    if _LONE_FIGURE.search(_LETTERS.sub(" ", _COLUMN.sub(" ", head))):
        message = "figures stand above the first label of the annex: they may precede their labels"
        builder.note("numbers_before_label", message, begin, end)
        builder.doubted = True
    return builder
