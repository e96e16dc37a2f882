"""WordprocessingML: the XML of a Word document, as the paragraphs and tables that a reader sees.

Left out are hidden text, text that was deleted while changes were tracked, field codes,
placeholders, glosses above the characters, pictures and text boxes; a sign stands in a cell that
shows a figure in one of these. Text that is struck out or
raised stands between the marks of Markdown. A cell that spans others stands in the first of their
places, and leaves the others empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate, chain, count, islice

from attrs import evolve, frozen
from lxml import etree

from govinfo.documents.compose import Passage, Piece, Row, spread, whole
from govinfo.documents.wordstyles import Settings, are_set_apart, between_marks
from govinfo.documents.xml import parsed
from govinfo.errors import UnreadableSource
from govinfo.figures import State, read_cell
from govinfo.notes import Note
from govinfo.places import Spot
from govinfo.text.formatting import UNREADABLE
from govinfo.text.whitespace import TURNED

__all__ = ["cells_in", "characters_in", "main_part", "paragraphs_in", "pieces_of"]

_WORD = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    # What Word writes as a "Strict Open XML Document".
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_AROUND_BLOCKS = (
    "body",
    "sdt",
    "sdtContent",
    "customXml",
    "ins",
    "moveTo",
    "AlternateContent",
    "Choice",
)
_AROUND_TEXT = ("r", "hyperlink", "fldSimple", "smartTag", "ruby", "rubyBase", "bdo", "dir")
_SEE_THROUGH = frozenset((*_AROUND_BLOCKS, *_AROUND_TEXT))
"""Elements that wrap text. Any other element, unless it is named below, is left out."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_SHOWS = tuple(f"{{*}}{name}" for name in ("drawing", "pict", "object", "oMath", "sym", "pgNum"))
_SHOWS += ("{*}altChunk", "{*}subDoc", "{*}contentPart")
"""Elements that show something that is not in the text."""
_BESIDE = ("{*}oMath", "{*}sym", "{*}instrText", "{*}fldSimple")
"""Elements that may show digits of a figure beside those in the text."""
_DRAWN_FIELD = re.compile(r"\s*(?:EQ|SYMBOL|AUTONUM\w*|LISTNUM|MACROBUTTON)\b", re.IGNORECASE)
"""The codes of fields that show something, and have no text for it."""
_HIDING = frozenset(
    {"rPr/vanish", "sdtPr/showingPlcHdr", "trPr/del", "trPr/hidden", "tcPr/cellDel"}
)
"""Properties that hide the text that they belong to."""
_OFF = frozenset({"0", "false", "off"})

_MOST_NESTED_FIELDS = 20
_MOST_COLUMNS = 63
"""Word itself makes no table wider."""
_MOST_COLUMNS_DIGITS = 3
_LONGEST_LABEL_CHARS = 120
"""A paragraph longer than this is no label: the table it stands in lays out the page."""

_UNSEEN = (b"delText", b"vanish", b"trPr", b"txbxContent")
"""Without any of these words a document hides nothing that would be said."""
_DELETED, _HIDDEN = "was deleted while changes were tracked", "is hidden"
_IN_A_BOX = "stands in a text box"
_MOST_QUOTED_CHARS = 60
_WHAT = "Word document"
_BROKEN = "Open it in an office program and save it again."


def main_part(relations: bytes) -> str | None:
    """Return the name of the part with the body, by the relations of the package; or `None`."""
    if not relations:
        return None
    for relation in parsed(relations, _WHAT).iter("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/") or None
    return None


def pieces_of(document: bytes, styles: bytes = b"") -> Iterator[Piece]:
    """Yield the paragraphs and tables of a document's main part, in the order of the body."""
    root = parsed(document, _WHAT)
    settings = None
    if are_set_apart(document, styles):
        settings = Settings(document, parsed(styles, _WHAT) if styles else ())
    if _name(root) != "document":
        raise UnreadableSource(
            f"The main part of the Word document is a {root.tag!r}, no w:document. {_BROKEN}"
        )
    if b"fldChar" in document:
        _drop_field_codes(root)
    hides = b"vanish" in styles or any(word in document for word in _UNSEEN)
    body = _Body(settings, hides, count(1))
    for block in _inside(root, "p", "tbl"):
        if _name(block) == "p":
            yield Passage(_text(block, settings), notes=body.unseen(block))
        else:
            yield _rows(block, body)


def cells_in(
    element: etree._Element, numbers: Iterator[int]
) -> Iterator[tuple[Spot, etree._Element]]:
    """Yield each cell with the table, the row and the column that `pieces_of` marks it with.

    Args:
        element: The root of the main part, or a cell with tables in it.
        numbers: The numbers of the tables, from 1.

    """
    for table in _inside(element, "tbl"):
        number = next(numbers)
        for place, row in enumerate(_inside(table, "tr"), 1):
            column = 1 + _columns_before(row)
            for cell in _inside(row, "tc"):
                yield (number, place, column), cell
                column += _columns(cell)
                if not _goes_on(cell):
                    yield from cells_in(cell, numbers)


def paragraphs_in(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the paragraphs that a reader sees, those in tables too, in their order."""
    for block in _inside(element, "p", "tbl"):
        if _name(block) == "p":
            yield block
            continue
        for row in _inside(block, "tr"):
            for cell in _inside(row, "tc"):
                if not _goes_on(cell):
                    yield from paragraphs_in(cell)


def characters_in(paragraph: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Yield the pieces of text in a paragraph, each with its element."""
    for each in _inside(paragraph, "t"):
        yield each, each.text or ""


@frozen
class _Body:
    """What the paragraphs and tables of a document share."""

    settings: Settings | None
    hides: bool
    """Whether any text may be deleted or hidden."""
    tables: Iterator[int]
    """The numbers of the tables that follow."""

    def unseen(self, block: etree._Element) -> tuple[Note, ...]:
        """Return notes on the deleted and the hidden text of a paragraph or a cell."""
        if not self.hides:
            return ()
        texts = dict.fromkeys((_DELETED, _HIDDEN), "")
        for run in block.iter("{*}r"):
            paragraph = next(run.iterancestors("{*}p"), block)
            hidden = _is_hidden(run) or (
                self.settings is not None and self.settings.way_of(run, paragraph) == "vanished"
            )
            for each in run:
                if _name(each) == "delText":
                    texts[_DELETED] += each.text or ""
                elif _name(each) == "t" and hidden:
                    texts[_HIDDEN] += each.text or ""
        if _name(block) == "tc":
            boxes = ("".join(_texts(each)) for each in block.iter("{*}txbxContent"))
            texts |= {_IN_A_BOX: next(filter(_has_digits, boxes), "")}
        return tuple(_note(text, how) for how, text in texts.items() if text.strip())

    def unseen_rows(self, table: etree._Element) -> tuple[Note, ...]:
        """Return notes on the rows of a table that are deleted or hidden."""
        notes = list[Note]()
        for row in table.iterchildren() if self.hides else ():
            if _name(row) == "tr" and _is_hidden(row):
                text = " ".join(each.text or "" for each in row.iter("{*}t", "{*}delText"))
                notes += [_note(text, _DELETED)] if text.strip() else []
        return tuple(notes)

    def contents(self, cell: etree._Element, goes_on: str) -> list[etree._Element | Passage]:
        """Return the paragraphs and tables in a cell, in their order; none in one that goes on."""
        return [
            Passage(_text(block, self.settings), notes=self.unseen(block))
            if _name(block) == "p"
            else block
            for block in (() if goes_on else _blocks(cell, self.tables))
        ]

    def lines(self, blocks: Iterable[etree._Element | Passage]) -> Iterator[Row]:
        """Yield the lines of a row that only lays out the page, and the rows of tables in it."""
        for block in blocks:
            if isinstance(block, Passage):
                first, *others = block.text.split("\n")
                lines: list[str | Passage] = [evolve(block, text=first), *others]
                yield from ([line] for line in lines)
            else:
                yield from _rows(block, self)


def _note(text: str, how: str) -> Note:
    text = text.strip()
    quoted = text if len(text) <= _MOST_QUOTED_CHARS else text[:_MOST_QUOTED_CHARS] + "…"
    return Note("not_shown", f"{quoted!r} {how}, and is not read")


def _name(element: etree._Element) -> str:
    """Return the name of an element of Word, without its namespace; nothing for any other."""
    return _local_name(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local_name(tag: str) -> str:
    for space in (*_WORD, _COMPATIBILITY):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _inside(element: etree._Element, *wanted: str) -> Iterator[etree._Element]:
    """Yield the elements of these names in an element, wrapped or not; those in them not."""
    # No recursion: a hostile document wraps each of its elements two hundred times.
    levels = [iter(element)]
    while levels:
        child = next(levels[-1], None)
        if child is None:
            levels.pop()
            continue
        name = _name(child)
        if (name in wanted or name in _SEE_THROUGH) and not _is_hidden(child):
            if name in wanted:
                yield child
            else:
                levels.append(iter(child))


def _is_hidden(element: etree._Element) -> bool:
    return any(
        f"{kind}/{name}" in _HIDING and value not in _OFF
        for kind, name, value in _properties(element)
    )


def _properties(element: etree._Element) -> Iterator[tuple[str, str, str]]:
    """Yield an element's own properties: the group they are in, the name, and the value or ""."""
    for group in element:
        kind = _name(group)
        if "Pr" not in kind:
            # Properties come first.
            return
        for each in group:
            yield kind, _name(each), each.get(_WORD[0] + "val") or each.get(_WORD[1] + "val") or ""


def _text(paragraph: etree._Element, settings: Settings | None) -> str:
    """Return the characters of a paragraph, with line breaks and marks of what is set apart."""
    pieces, was_turned = list[tuple[str | None, str]](), False
    last: etree._Element | None = None
    way, is_turned = None, False
    for each in _inside(paragraph, "t", *_SIGNS):
        name, run = _name(each), each.getparent()
        text = _SIGNS[name] if name in _SIGNS else " ".join((each.text or "").split("\n"))
        if run is not last:
            way = settings.way_of(run, paragraph) if settings and run is not None else None
            # Some runs are shown from right to left, whatever their characters are.
            is_turned = (
                run is not None
                and run.getparent() is not paragraph
                and any(
                    _name(each) == "bdo" and "rtl" in each.attrib.values()
                    for each in run.iterancestors("{*}bdo", "{*}p")
                )
            )
            last = run
        if is_turned != was_turned:
            text = (TURNED[0] if is_turned else TURNED[1]) + text
        pieces.append((way, text))
        was_turned = is_turned
    pieces += [(None, TURNED[1])] if was_turned else []
    return "".join(between_marks(pieces))


def _rows(table: etree._Element, body: _Body) -> Iterator[Row]:
    """Yield the rows of a table; where it only lays out the page, each line is a row."""
    number, unseen = next(body.tables), body.unseen_rows(table)
    begun = dict[int, int]()
    for place, row in enumerate(_inside(table, "tr"), 1):
        cells = list(_inside(row, "tc"))
        widths = list(map(_columns, cells))
        starts = list(accumulate(widths, initial=1 + _columns_before(row)))
        going_on = list(map(_goes_on, cells))
        begins = [  # the rest of a merged cell stands where that cell begins
            begun.get(start, place) if way == "vMerge" else place
            for start, way in zip(starts, going_on, strict=False)
        ]
        begun = dict(zip(starts, begins, strict=False))
        contents = [body.contents(*each) for each in zip(cells, going_on, strict=True)]
        passages = [[each for each in cell if isinstance(each, Passage)] for cell in contents]
        texts = [[passage.text for passage in cell] for cell in passages]
        is_long = any(len(text) > _LONGEST_LABEL_CHARS for cell in texts for text in cell)
        if len(cells) < 2 or is_long or passages != contents:  # a table stands in a cell
            yield from body.lines(chain.from_iterable(contents))
            continue
        joined = map(_shown, cells, ("\n".join(filter(None, cell)) for cell in texts))
        marks = [(number, begin, start) for begin, start in zip(begins, starts, strict=False)]
        notes = list(map(body.unseen, cells))
        notes[0] = (*unseen, *notes[0])
        yield spread(zip(map(whole, joined, marks, notes), widths, strict=True))
        unseen = ()


def _blocks(cell: etree._Element, tables: Iterator[int]) -> Iterator[etree._Element]:
    """Yield the paragraphs and tables in a cell; a table of one cell is its paragraphs."""
    for block in _inside(cell, "p", "tbl"):
        rows = islice(_inside(block, "tr") if _name(block) == "tbl" else (), 2)
        inner = [each for row in rows for each in islice(_inside(row, "tc"), 2)]
        if len(inner) == 1:
            next(tables)
            yield from _blocks(inner[0], tables)
        else:
            yield block


def _shown(cell: etree._Element, text: str) -> str:
    """Return what a cell shows: its text, with a sign for a figure that is not in the text."""
    if _goes_on(cell):
        return text
    if text.strip():
        is_figure = read_cell(text).state is State.PRINTED
        beside = any(
            _has_digits("".join(_texts(each)))
            if each.tag.endswith("oMath")
            else is_figure and _is_drawn(each)
            for each in cell.iter(*_BESIDE)
        )
        return text + UNREADABLE if beside else text
    # The number of a list is printed; in front of a row it counts the rows.
    numbers = cell.iterfind("{*}p/{*}pPr/{*}numPr/{*}numId")
    is_numbered = any("0" not in each.attrib.values() for each in numbers) and any(
        _name(each) == "tc" for each in cell.itersiblings(preceding=True)
    )
    shows = is_numbered or any(map(_is_drawn, cell.iter(*_SHOWS, *_BESIDE)))
    return UNREADABLE if shows else text


def _is_drawn(element: etree._Element) -> bool:
    """Whether an element shows something that is not in the text; an empty text box does not."""
    name = etree.QName(element).localname
    if name in ("instrText", "fldSimple"):
        code = element.text if name == "instrText" else next(iter(element.attrib.values()), "")
        return _DRAWN_FIELD.match(code or "") is not None
    is_box = next(element.iter("{*}txbxContent"), None) is not None
    return not is_box or any(text.strip() for text in _texts(element))


def _texts(element: etree._Element) -> Iterator[str]:
    return (each.text or "" for each in element.iter("{*}t"))


def _has_digits(text: str) -> bool:
    return any(character.isdecimal() for character in text)


def _drop_field_codes(root: etree._Element) -> None:
    """Take out the text in the codes of fields, such as the results of other fields."""
    # The text in the code of each open field; `None` for a field whose result has begun.
    fields: list[list[etree._Element] | None] = []
    for each in root.iter("{*}p", "{*}t", "{*}fldChar"):
        name = _name(each)
        if name == "p":
            fields.clear()
        elif name == "t":
            codes = (code for code in fields[:_MOST_NESTED_FIELDS] if code is not None)
            next(codes, []).append(each)
        elif "begin" in each.attrib.values():
            fields.append([])
        elif fields:
            for text in fields.pop() or ():
                text.text = ""
            fields += [None] if "separate" in each.attrib.values() else []


def _columns(cell: etree._Element) -> int:
    """Return how many columns a cell spans."""
    for kind, name, value in _properties(cell):
        if (kind, name) == ("tcPr", "gridSpan"):
            known = value.isdecimal() and len(value) <= _MOST_COLUMNS_DIGITS
            return min(int(value), _MOST_COLUMNS) if known else 1
    return 1


def _columns_before(row: etree._Element) -> int:
    """Return how many columns a row leaves out before its first cell."""
    for kind, name, value in _properties(row):
        if (kind, name) == ("trPr", "gridBefore"):
            known = value.isdecimal() and len(value) <= _MOST_COLUMNS_DIGITS
            return min(int(value), _MOST_COLUMNS) if known else 0
    return 0


def _goes_on(cell: etree._Element) -> str:
    """Return how a cell goes on from one above it (`vMerge`) or before it (`hMerge`), if so."""
    merged = (
        name
        for kind, name, value in _properties(cell)
        if kind == "tcPr" and name in {"vMerge", "hMerge"} and value != "restart"
    )
    return next(merged, "")
