"""The annex of statistics behind a report, in whatever shape it comes.

Each row is a label, a unit, and a figure for each column that the head names. A row that the form
does not have is kept as a note with its label and its figures; what cannot be told apart is
illegible.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import frozen

from govinfo.binding.annex.labels import NARROW, Label, Squeezed, labels_in, rows_named, squeezed
from govinfo.binding.annex.rows import Line, Sheet, put_lines
from govinfo.figures import Figure
from govinfo.forms import FORMS, Form
from govinfo.model import Note
from govinfo.spans import Text
from govinfo.text.normalise import plain_text

__all__ = ["Annex", "annex_begins", "read_annex"]

_SIGN = re.compile("指[ \u3000]?[标標]")
_LONGEST_HEAD = 120
_LONGEST_ANNEX = 20_000
_MOST_HEADS = 20
_FEW_ROWS = 3
_UNREAD = "the head of an annex of statistics stands here, but its rows could not be told apart"
_COLUMN = re.compile(
    r"(?P<sum>(?:历年|历史|历届|总|本年度?|自\d{4}年以来)?累计(?:数|总数)?)"
    r"|(?P<one>20\d\d年度?(?:统计数?|数)?|本年度?(?:数|实际|统计)?|本期(?:实际|数)?|年末统计数?|统计数据?|当年数?|全年数?|报告期|数据统计数|数[量据值])"
)
_YEAR = re.compile(r"(20\d\d)\s*年")
_CODED = re.compile("代码|代号|序号|编号")
_LETTERS = re.compile(r"甲[|\s]*+乙[|\s丙丁戊\d]*")
"""Under the heads Chinese statistics print 甲 乙 丙 1 2: the names of the columns."""
_LONE_FIGURE = re.compile(r"(?:^|[\s|])[+-]?\d[\d,.]*(?:[\s|]|$)")
_DELIMITER = re.compile(r'指标(?:名称|内容)?"?([,;])')
_WIKI = re.compile(r"^\|[-}][^\n]*", re.MULTILINE)
_ANNEXES = tuple(form for form in FORMS if form.annex is not None)
_OF_2014 = re.compile("统计指标|统计数")


@frozen
class Annex:
    """What was read of an annex: the form, the figures by their position in it, and the reader's doubts."""

    form: Form
    figures: dict[int, Figure]
    notes: tuple[Note, ...]
    begin: int
    """Where it begins in the text that was read."""
    year: int | None = None
    """The year that the head of a column names."""


def annex_begins(characters: str) -> int | None:
    """Return where the head of an annex begins in characters without glosses, or `None` where there is no annex."""
    narrow = characters.translate(NARROW) if _SIGN.search(characters) else ""
    for match in [*_SIGN.finditer(narrow)][:_MOST_HEADS]:
        text = squeezed(narrow, match.start(), match.start() + 2 * _LONGEST_HEAD)
        first = next(labels_in(text), None)
        head = characters[match.start() : text.places[first.start]] if first else "。"
        if first and first.start <= _LONGEST_HEAD and not re.search("[。；，]", head):
            return match.start()
    return None


def read_annex(page_text: Text) -> Annex | None:
    """Return the annex of a report, or `None` where the text has none."""
    if not _SIGN.search(page_text.characters):
        return None
    text = plain_text(page_text)
    begin = annex_begins(text.characters)
    if begin is None:
        return None
    characters = _with_borders(text.characters, begin).translate(NARROW)
    sheet = squeezed(characters, begin, begin + _LONGEST_ANNEX)
    labels = list(labels_in(sheet))
    if not labels:
        return None
    form = _form_of(labels, sheet.characters[: labels[0].start])
    lines = list(_lines(labels, sheet, form, min(len(characters), begin + _LONGEST_ANNEX)))
    place = _same_sign(page_text.characters, text.characters, begin)
    if sum(line.row is not None and not line.row.header for line in lines) < _FEW_ROWS:
        return Annex(
            form, {}, (Note("annex_unread", _UNREAD, text.source_span(begin, begin + 2)),), place
        )
    head = characters[begin : sheet.places[labels[0].start]]
    reading = Sheet(
        text, characters, form, begin, _columns(form, head), _CODED.search(head) is not None
    )
    _doubt_the_head(reading, head)
    put_lines(reading, lines)
    years = set(_YEAR.findall(head))
    return Annex(
        form,
        reading.figures,
        tuple(reading.notes),
        place,
        int(years.pop()) if len(years) == 1 else None,
    )


def _same_sign(characters: str, plain: str, begin: int) -> int:
    """Where the sign at which an annex begins stands in the characters before glosses were taken out of them."""
    which = sum(match.start() < begin for match in _SIGN.finditer(plain))
    return next(
        (match.start() for place, match in enumerate(_SIGN.finditer(characters)) if place == which),
        begin,
    )


def _with_borders(characters: str, begin: int) -> str:
    """The characters with a border wherever the annex has one: a comma, a semicolon, or the markup of a wiki."""
    delimiter = _DELIMITER.match(characters, begin)
    if delimiter:
        between = re.compile(rf'"[^"\n]*"|{delimiter[1]}')
        annex = between.sub(
            lambda match: match[0] if len(match[0]) > 1 else "|", characters[begin:]
        )
        return characters[:begin] + annex
    if "|-" in characters:
        return _WIKI.sub(lambda match: " " * len(match[0]), characters).replace("||", " |")
    return characters


def _doubt_the_head(reading: Sheet, head: str) -> None:
    """Note heads that do not say what the columns are, and figures that stand above the first label."""
    if not reading.columns:
        message = f"the heads of the annex do not say what its columns are: {' '.join(head.split())[:60]!r}"
        reading.note("columns_unknown", message, reading.begin, reading.begin + len(head))
    if _LONE_FIGURE.search(_LETTERS.sub(" ", _COLUMN.sub(" ", head))):
        message = "figures stand above the first label of the annex: they may precede their labels"
        reading.note("numbers_before_label", message, reading.begin, reading.begin + len(head))
        reading.doubted = True


def _form_of(labels: Sequence[Label], head: str) -> Form:
    """The form that has most of these rows; where both have as many, the heads decide."""
    known = {form: sum(bool(rows_named(form, label.key)) for label in labels) for form in _ANNEXES}
    best = max(known.values())
    fitting = [form for form in _ANNEXES if known[form] == best]
    return fitting[0] if len(fitting) == 1 or _OF_2014.search(head) else fitting[-1]


def _lines(labels: Sequence[Label], sheet: Squeezed, form: Form, end: int) -> Iterator[Line]:
    above: list[str] = []
    for index, label in enumerate(labels):
        following = labels[index + 1] if index + 1 < len(labels) else None
        named = rows_named(form, label.key)
        # A row whose label stands under several headings belongs to the one last seen.
        row = max(named, key=lambda row: _last(above, row.parent), default=None)
        if row is not None:
            above.append(row.id)
        stop = sheet.places[following.start] if following else end
        begin = sheet.places[label.end - 1] + 1
        place = sheet.places[label.start]
        yield Line(
            label, row, place, begin, stop, following is None or following.sure, following is None
        )


def _last(above: Sequence[str], row_id: str | None) -> int:
    return max((place for place, other in enumerate(above) if other == row_id), default=-1)


def _columns(form: Form, head: str) -> tuple[str, ...]:
    """The columns of the form in the order of the heads; empty where they do not say which is which."""
    kinds = [
        match.lastgroup
        for match in _COLUMN.finditer("".join(re.split(r"[\s|]+", _LETTERS.sub("", head))))
    ]
    own = [column.id for column in (form.annex.blocks[0].columns if form.annex else ())]
    if kinds == ["one"] or (kinds == ["sum"] and len(own) > 1):
        return (own[0] if kinds == ["one"] else own[1],)
    if sorted(str(kind) for kind in kinds) == ["one", "sum"]:
        # The national annex has one column; what is beside it is told by a note.
        names = {"one": own[0], "sum": own[1] if len(own) > 1 else ""}
        return tuple(names[str(kind)] for kind in kinds)
    return ()
