"""WordprocessingML: the XML of a Word document, as the paragraphs and tables that a reader sees.

Text that was deleted while changes were tracked, or is hidden, is not seen; nor are field codes,
placeholders, glosses above the characters, pictures and text boxes. What is struck out or raised
stands between the marks of Markdown. A cell that spans others stands in the first of their places,
and leaves the others empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from lxml import etree

from govinfo.documents.compose import Piece, spread
from govinfo.documents.wordstyles import Settings, are_set_apart, between_marks
from govinfo.errors import UnreadableSource

__all__ = ["main_part", "pieces_of"]

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
"""What only wraps what is seen. Anything not named here or below is not part of the text."""
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_HIDING = frozenset(
    {"rPr/vanish", "sdtPr/showingPlcHdr", "trPr/del", "trPr/hidden", "tcPr/cellDel"}
)
"""Properties that take what they belong to out of sight."""
_OFF = frozenset({"0", "false", "off"})

_MOST_COLUMNS = 63
"""Word itself makes no table wider."""
_DIGITS = 3
_LONGEST = 120
"""A paragraph longer than this is no label: the table it stands in lays out the page."""

_BROKEN = "Open it in an office program and save it anew."


def main_part(relations: bytes) -> str | None:
    """Return the name of the part that holds the body, by the relations of the package; `None` when they do not say."""
    if not relations:
        return None
    for relation in _parsed(relations).iter("{*}Relationship"):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", "")).lstrip("/") or None
    return None


def pieces_of(document: bytes, styles: bytes = b"") -> Iterator[Piece]:
    """Yield the paragraphs and tables of a document's main part, in the order of the body."""
    root = _parsed(document)
    settings = None
    if are_set_apart(document, styles):
        settings = Settings(document, _parsed(styles) if styles else ())
    if _name(root) != "document":
        raise UnreadableSource(
            f"The main part of the Word document is a {root.tag!r}, no w:document. {_BROKEN}"
        )
    for block in _inside(root, "p", "tbl"):
        if _name(block) == "p":
            yield _text(block, settings)
        else:
            yield _rows(block, settings)


def _parsed(xml: bytes) -> etree._Element:
    """Parse XML that may be hostile: nothing is fetched, no entity is written out, and the depth is limited."""
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(xml, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableSource(
            f"The XML of the Word document is broken: {error}. {_BROKEN}"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise UnreadableSource(
            f"The XML of the Word document declares a DTD, which none may have. {_BROKEN}"
        )
    return root


def _name(element: etree._Element) -> str:
    """The name of an element of Word's, without its namespace; nothing for those of other vocabularies."""
    return _local_name(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(maxsize=1024)
def _local_name(tag: str) -> str:
    return next(
        (tag[len(space) :] for space in (*_WORD, _COMPATIBILITY) if tag.startswith(space)), ""
    )


def _inside(element: etree._Element, *wanted: str) -> Iterator[etree._Element]:
    """Yield the elements of these names that stand in an element, be they wrapped or not; no deeper ones."""
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
    """Yield an element's own properties: the group they are in, the name, and the value, if any."""
    for group in element:
        kind = _name(group)
        if "Pr" not in kind:
            # Properties come first.
            return
        for each in group:
            yield kind, _name(each), each.get(_WORD[0] + "val") or each.get(_WORD[1] + "val") or ""


def _text(paragraph: etree._Element, settings: Settings | None) -> str:
    """The characters of a paragraph; a line break in it is one here, and what is struck out or raised is marked."""
    pieces = list[tuple[str | None, str]]()
    for each in _inside(paragraph, "t", *_SIGNS):
        name, run = _name(each), each.getparent()
        text = _SIGNS[name] if name in _SIGNS else " ".join((each.text or "").split("\n"))
        pieces.append(
            (settings.way_of(run, paragraph) if settings and run is not None else None, text)
        )
    return "".join(between_marks(pieces))


def _rows(table: etree._Element, settings: Settings | None) -> Iterator[list[str]]:
    """Yield the rows of a table; where it only lays out the page, each line is a row."""
    for row in _inside(table, "tr"):
        cells = list(_inside(row, "tc"))
        blocks = [[] if _goes_on(cell) else list(_inside(cell, "p", "tbl")) for cell in cells]
        texts = [
            [_text(block, settings) if _name(block) == "p" else None for block in cell]
            for cell in blocks
        ]
        if len(cells) > 1 and all(
            text is not None and len(text) <= _LONGEST for cell in texts for text in cell
        ):
            joined = ("\n".join(filter(None, cell)) for cell in texts)
            yield spread(zip(joined, map(_columns, cells), strict=True))
            continue
        for block, text in zip(
            chain.from_iterable(blocks), chain.from_iterable(texts), strict=True
        ):
            yield from (
                _rows(block, settings) if text is None else ([line] for line in text.split("\n"))
            )


def _columns(cell: etree._Element) -> int:
    """How many columns a cell spans."""
    spans = (
        value for kind, name, value in _properties(cell) if (kind, name) == ("tcPr", "gridSpan")
    )
    span = next(spans, "")
    return min(int(span), _MOST_COLUMNS) if span.isdecimal() and len(span) <= _DIGITS else 1


def _goes_on(cell: etree._Element) -> bool:
    """Whether a cell is the rest of one that begins above it or before it."""
    return any(
        kind == "tcPr" and name in {"vMerge", "hMerge"} and value != "restart"
        for kind, name, value in _properties(cell)
    )
