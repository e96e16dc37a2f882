"""How a Word document sets its characters: struck out, raised, or invisible.

A run has these properties itself, or from a style of characters, or from the style of its
paragraph; each overrides the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import groupby, islice
from typing import TypeAlias

from lxml import etree

from govinfo.text.formatting import HIDDEN, NOTE_MARK, RAISED, STRUCK, UNREADABLE

__all__ = ["Settings", "are_set_apart", "between_marks"]

Properties: TypeAlias = Mapping[str, str]
_NAMES = {
    **dict.fromkeys(("strike", "dstrike", "vertAlign", "position", "vanish", "color"), "val"),
    **dict.fromkeys(("sz", "rStyle", "pStyle", "highlight"), "val"),
    "shd": "fill",
    "rFonts": "ascii",
}
"""The properties that count, and the attribute that says which."""
_TOGGLES = ("strike", "dstrike", "vanish")
"""If both the style of a paragraph and that of a run say so, they take each other back."""
_OFF = frozenset({"0", "false", "off", "none"})
_WORDS = (
    b"trike",
    b"vertalign",
    b"position",
    b"vanish",
    b"ffffff",
    b"custommark",
    b"notereference",
    b"highlight",
    b"dings",
)
"""In small letters: a document without any of these sets all characters alike."""
_UNSEEN = re.compile(rb":sz\s+[\w:]*val=[\"'][0-3][\"']|fill=[\"']000000")
"""Tiny characters, and those on black."""
_WIDE = (b"\xff\xfe", b"\xfe\xff")
"""The first bytes of a document whose characters have two bytes each."""
_NOTES = frozenset({"footnoteReference", "endnoteReference"})
_NOTE_STYLE = re.compile(r"(?:foot|end)note ?reference", re.IGNORECASE)
_COLOURED = re.compile(
    rb"""
      fill=["'](?!auto|clear|ffffff)[\da-z]     # a cell, a paragraph or a run with a colour
    | w:highlight | w:background
    | :themeFill | w:tblStyle\b                 # a colour that is stated elsewhere
    """,
    re.IGNORECASE | re.VERBOSE,
)
"""Whether anything may lie under white characters."""
_HIGHLIGHTS = {"black": "000000", "white": "ffffff", "yellow": "ffff00", "red": "ff0000"}
_SIGNS_FONT = re.compile(r"(?:web|wing|zapf ?)dings.*", re.IGNORECASE)
"""Fonts that draw signs in place of digits and letters."""
_UNREADABLE_HALF_POINTS = 3
"""Nobody can read characters of this size."""
_MOST_BASED_STYLES = 20
"""Styles that are based on each other: Word itself has no more than a dozen in a row."""
_NUMBER = re.compile(r"[\d.,，、\s]+")
_WORDS_OF_A_LINE = re.compile(r"[^\s](?:[^\t\n]*[^\s])?")


def are_set_apart(document: bytes, styles: bytes) -> bool:
    """Return whether a document or its styles may set some characters in another way."""
    said = (document + styles).lower()
    return (
        document.startswith(_WIDE)
        or any(word in said for word in _WORDS)
        or _UNSEEN.search(said) is not None
    )


class Settings:
    """The styles of a document, which tell with its runs how characters are shown."""

    def __init__(self, document: bytes, styles: Iterable[etree._Element]) -> None:
        """Look through the styles of a document."""
        self._is_white = _COLOURED.search(document) is None
        self._styles: dict[str, etree._Element] = {}
        self._default = ""
        self._document: Properties = {}
        for style in styles:
            name = _name(style)
            if name == "style":
                self._styles[_value(style, "styleId")] = style
                if _value(style, "type") == "paragraph" and _value(style, "default") in (
                    "1",
                    "true",
                    "on",
                ):
                    self._default = _value(style, "styleId")
            elif name == "docDefaults":
                self._document = _stated(style.iterfind("{*}rPrDefault/{*}rPr"))
        self._of_style = cache(self._worked_out)

    def way_of(self, run: etree._Element, paragraph: etree._Element) -> str | None:
        """Return how a run is shown, or `None` if like any other.

        It is `struck`, `raised`, `hidden`, `vanished`, or drawn as `signs`.
        """
        own = _stated(_leading(run, "rPr"))
        of_paragraph = self._of_style(
            _stated(_leading(paragraph, "pPr")).get("pStyle", self._default)
        )
        of_characters = self._of_style(own["rStyle"]) if "rStyle" in own else {}
        said = {**self._document, **of_paragraph, **of_characters, **own}
        for toggle in _TOGGLES:
            if toggle not in own and _is_on(of_paragraph, toggle) and _is_on(of_characters, toggle):
                said[toggle] = "0"
        if any(_name(each) in _NOTES for each in run) or _NOTE_STYLE.fullmatch(
            own.get("rStyle", "")
        ):
            said.setdefault("vertAlign", "superscript")
        return self._shown(said)

    def _shown(self, said: Properties) -> str | None:
        size, position = said.get("sz", ""), said.get("position", "0").lstrip("-")
        color, ground = said.get("color", "auto").lower(), said.get("shd", "auto").lower()
        if said.get("highlight") in _HIGHLIGHTS:
            ground = _HIGHLIGHTS[said["highlight"]]
            # Without a colour of their own, characters turn white on black shading only.
            color = color.replace("auto", "000000")
        elif ground == "auto" and self._is_white:
            ground = "ffffff"
        ways = {
            "vanished": _is_on(said, "vanish"),
            "struck": _is_on(said, "strike") or _is_on(said, "dstrike"),
            "hidden": (size.isdecimal() and len(size) == 1 and int(size) <= _UNREADABLE_HALF_POINTS)
            or color == ground != "auto",
            "raised": said.get("vertAlign") in ("superscript", "subscript")
            or any(digit in "123456789" for digit in position),
            "signs": _SIGNS_FONT.fullmatch(said.get("rFonts", "")) is not None,
        }
        return next((way for way, holds in ways.items() if holds), None)

    def _worked_out(self, name: str) -> Properties:
        """Return the properties of a style, with those of the styles that it is based on."""
        chain = list[Properties]()
        while name in self._styles and len(chain) < _MOST_BASED_STYLES:
            style = self._styles[name]
            chain.append(_stated(style.iterfind("{*}rPr")))
            based = style.find("{*}basedOn")
            name = "" if based is None else _value(based, "val")
        return {key: value for properties in reversed(chain) for key, value in properties.items()}


def between_marks(pieces: Iterable[tuple[str | None, str]]) -> Iterator[str]:
    """Yield the pieces of a paragraph; those set in another way stand between marks."""
    for way, group in groupby(pieces, key=lambda piece: piece[0]):
        text = "".join(piece for _, piece in group)
        if way == "vanished":
            continue
        if way == "raised" and not (NOTE_MARK.fullmatch(text) or _NUMBER.fullmatch(text)):
            # Words that are raised are raised for their looks.
            yield text
        elif way == "signs":
            yield UNREADABLE if any(character.isdecimal() for character in text) else text
        elif way is None:
            yield text
        else:
            before, behind = {"struck": STRUCK, "raised": RAISED}.get(way, HIDDEN)
            yield _WORDS_OF_A_LINE.sub(rf"{before}\g<0>{behind}", text.replace("~", "～"))


def _leading(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the properties of a paragraph or a run, which come before anything else in it.

    A search for them would go through the whole paragraph, once for each of its runs.
    """
    yield from (each for each in islice(element, 1) if _name(each) == name)


def _stated(groups: Iterable[etree._Element]) -> dict[str, str]:
    """Return the properties that these groups state, by name."""
    return {
        name: _value(each, _NAMES[name])
        for group in groups
        for each in group
        if isinstance(each.tag, str) and (name := _name(each)) in _NAMES
    }


def _is_on(properties: Properties, name: str) -> bool:
    return name in properties and properties[name] not in _OFF


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""


def _value(element: etree._Element, name: str) -> str:
    """Return an attribute of an element, in whichever namespace."""
    return next(
        (str(value) for key, value in element.items() if key.rpartition("}")[2] == name), ""
    )
