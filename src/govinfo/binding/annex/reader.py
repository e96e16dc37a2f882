"""Read the annex of statistics behind a report.

Each row is a label, a unit, and a figure for each column that the head names. A row that the form
does not have is kept in a note with its label and its figures. Figures that cannot be told apart
have no value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from govinfo.binding.annex.borders import (
    blank_page_numbers,
    mark_dividers,
    mark_grids,
    numbers_of_rows,
)
from govinfo.binding.annex.builder import AnnexBuilder
from govinfo.binding.annex.label_column import WrappedAnnex, enclosed_rows, find_wrapped
from govinfo.binding.annex.labels import (
    NARROW,
    Label,
    Squeezed,
    find_labels,
    rows_named,
    squeeze,
)
from govinfo.binding.annex.rows import AnnexRow, enter_enclosed_rows, enter_rows
from govinfo.figures import Figure
from govinfo.forms import FORMS, Form
from govinfo.notes import Note
from govinfo.page import Page
from govinfo.spans import Text
from govinfo.text.normalise import plain_text

__all__ = ["Annex", "read_annex"]

_INDICATOR = re.compile(r"指[^\S\n]{0,4}[标標]")
"""The first head of every annex: 指标, or 指  标 where it is set wide."""
_HEAD_CHARS = 120
_ANNEX_CHARS = 20_000
_MOST_HEADS = 20
_MIN_ROWS = 3
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
_CODED = re.compile("代码|代号|序号|编号")
_LETTERS = re.compile(r"甲[|\s]*+乙[|\s丙丁戊\d]*")
"""Under the heads Chinese statistics print 甲 乙 丙 1 2: the names of the columns."""
_LONE_FIGURE = re.compile(r"(?:^|[\s|])[+-]?\d[\d,.]*(?:[\s|]|$)")
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
    printed = find_wrapped(plain_text(page.text)) if "指" in page.text.characters else None
    if printed is not None:
        return _read_wrapped(page, printed)
    found = _find_begin(page)
    if found is None:
        return None
    text, begin, begin_on_page = found
    marked = mark_dividers(text.characters, begin)
    characters = blank_page_numbers(marked.translate(NARROW))
    characters, squeezed = _without_numbers(characters, begin)
    labels = list(find_labels(squeezed))
    if not labels:
        return None
    form = _choose_form(labels, squeezed.characters[: labels[0].start])
    rows = list(_list_rows(labels, squeezed, form, min(len(characters), begin + _ANNEX_CHARS)))
    if sum(row.row is not None and not row.row.header for row in rows) < _MIN_ROWS:
        message = (
            "this is the beginning of an annex of statistics, but its rows could not be separated"
        )
        note = Note("annex_unread", message, text.source_span(begin, begin + 2))
        return Annex(form, {}, (note,), begin_on_page)
    head = characters[begin : squeezed.places[labels[0].start]]
    builder = _read_head(text, characters, form, begin, head)
    enter_rows(builder, rows)
    return Annex(form, builder.figures, tuple(builder.notes), begin_on_page, _year_of(head))


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


def _read_wrapped(page: Page, printed: WrappedAnnex) -> Annex:
    """Return the annex of a printed page whose labels go on over several lines."""
    characters, begin, squeezed = printed.characters, printed.begin, printed.labels
    labels = list(find_labels(squeezed))
    head = characters[begin : squeezed.places[labels[0].start]]
    form = _choose_form(labels, "".join(head.split()))
    lines = list(_list_rows(labels, squeezed, form, printed.end))
    builder = _read_head(printed.text, characters, form, begin, head)
    enter_enclosed_rows(builder, *enclosed_rows(printed, lines, form))
    which = len(_INDICATOR.findall(characters[:begin]))
    heads = [match.start() for match in _INDICATOR.finditer(page.text.characters)]
    begin_on_page = heads[which] if which < len(heads) else begin
    return Annex(form, builder.figures, tuple(builder.notes), begin_on_page, _year_of(head))


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


def _list_rows(labels: Sequence[Label], text: Squeezed, form: Form, end: int) -> Iterator[AnnexRow]:
    """Yield each label with the row that it names and the place of what stands behind it."""
    last_seen: dict[str | None, int] = {}
    for index, label in enumerate(labels):
        following = labels[index + 1] if index + 1 < len(labels) else None
        # A row whose label stands under several headings belongs to the one last seen.
        named = rows_named(form, label.key)
        row = max(named, key=lambda row: last_seen.get(row.parent, -1), default=None)
        if row is not None:
            last_seen[row.id] = index
        yield AnnexRow(
            label,
            row,
            place=text.places[label.start],
            begin=text.places[label.end - 1] + 1,
            end=text.places[following.start] if following else end,
            sure=following is None or following.sure,
            last=following is None,
        )


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
    builder = AnnexBuilder(text, characters, form, begin, columns, coded)
    if not columns:
        shown = " ".join(head.split())[:60]
        message = f"the column headings of the annex do not say what its columns are: {shown!r}"
        builder.note("columns_unknown", message, begin, end)
    if _LONE_FIGURE.search(_LETTERS.sub(" ", _COLUMN.sub(" ", head))):
        message = "figures stand above the first label of the annex: they may precede their labels"
        builder.note("numbers_before_label", message, begin, end)
        builder.doubted = True
    return builder
