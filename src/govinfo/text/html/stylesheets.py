"""The style sheets of a page: which elements they strike out, raise or hide.

Selectors of names, classes and identifiers, one in the other, are understood. Where a selector asks
for more, nobody can tell here which elements it means, so that numbers in them are in doubt. Rules
for paper and for small screens do not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from attrs import define, field

from govinfo.text.html.appearance import TELLING, VOID, altered_as, is_within_lines

__all__ = ["Cascade", "cascade_of", "may_alter"]

_SHOWN = frozenset({"struck", "raised", "hidden"})
"""What a style sheet says of the appearance of an element; the rest is too common in pages."""
_STYLE = re.compile(r"<style\b(?P<attributes>[^<>]{0,300})>", re.IGNORECASE)
_FOR_PAPER = re.compile(r"media\s*=[^>]*print(?![^>]*(?:screen|all))", re.IGNORECASE)
_NO_TEXT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIGN = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[{};]")
_FOR_SCREENS = re.compile(
    r"""
      @media\s*+(?:only\s++)?(?:all|screen)?\s*+(?:(?:and\s*+)?\(\s*+min-width[^)]*+\)\s*+)*
    | @(?:supports|layer)\b.*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_COMPOUND = re.compile(r"(?P<name>[a-zA-Z][\w-]*|\*)?(?P<others>(?:[.#][\w-]+)*)")
_PART = re.compile(r"[.#][\w-]+")
_COMMA = re.compile(r",(?![^()\[\]]*[)\]])")
_NAMED = re.compile(r"\[(?:(id)|class~)=[\"']?([\w-]+)[\"']?\]")
_ATTRIBUTES = re.compile(r"\[[^\]]*\]")
_FURTHER = re.compile(r"\[[^\]]*\]|:(?!:)[\w-]+(?:\([^()]*\))?")
"""What a selector asks for beside names, classes and identifiers."""
_HERE = re.compile(r"&(?=[\s>])")
_NOT_NOW = re.compile(
    r"::|:(?:hover|focus|active|visited|checked|target|before|after|first-l)|[+~|]"
)
"""What selects no element as a page is first shown, or no whole element."""
_ATTRIBUTE = re.compile(
    r"(?<![\w-])(?P<name>class|id|style)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*(.*)", re.DOTALL)
_MOST_RULES = 300
_MOST_PARTS = 12
_LONGEST_SELECTORS_CHARS, _LONGEST_HARD_CHARS = 2000, 200
"""The maximum length of selectors, and of those with brackets, of which the rest is left out."""
_MOST_NESTED = 6
_DEEPEST = 200
"""So many elements stand one in the other; a browser has a limit too."""


class _Rule(NamedTuple):
    """What is declared for elements of a kind."""

    element: frozenset[str]
    """The names, classes and identifiers that an element has."""
    around: frozenset[str]
    """Those that elements around it have."""
    declared: dict[str, str]
    is_sure: bool
    """Whether all that the selector asks for is known here."""


class _Open(NamedTuple):
    """An element whose end has not come yet."""

    name: str
    parts: frozenset[str]
    """Its name, its classes and its identifier, and those of all elements around it."""


@define
class Cascade:
    """The rules of a page, and the elements that are open while it is read from its start."""

    rules: tuple[_Rule, ...]
    _by_part: dict[str, list[int]] = field(init=False)
    """Where the rules stand that ask for an element with a part; a rule stands under one part."""
    _open: list[_Open] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        self._by_part = {}
        for place, rule in enumerate(self.rules):
            self._by_part.setdefault(min(rule.element, default=""), []).append(place)

    def enter(self, name: str, attributes: str) -> str | None:
        """Return how an element that begins here is shown by the rules, as `altered_as` says it.

        It is `struck`, `raised` or `hidden`, or `apart` where that is in doubt.
        """
        stated = dict[str, str]()
        for found in _ATTRIBUTE.finditer(attributes):
            stated.setdefault(found["name"].lower(), found[2] or found[3] or found[4] or "")
        parts = {name, *(f".{each}" for each in stated.get("class", "").split())}
        if "id" in stated:
            parts.add(f"#{stated['id']}")
        around = self._open[-1].parts if self._open else frozenset[str]()
        declared, in_doubt = dict[str, str](), False
        places = (place for part in ("", *parts) for place in self._by_part.get(part, ()))
        for place in sorted(places):
            rule = self.rules[place]
            if rule.element <= parts and rule.around <= around:
                declared |= rule.declared if rule.is_sure else {}
                in_doubt |= not rule.is_sure and _alters(rule)
        if name not in VOID and len(self._open) < _DEEPEST:
            self._open.append(_Open(name, around | parts))
        if declared:
            declared |= _declarations(stated.get("style", "").split(";"))
            how = altered_as(name, _as_style(declared))
            if how in _SHOWN:
                return how
        return "apart" if in_doubt and is_within_lines(name) else None

    def leave(self, name: str) -> None:
        """Take note of an end tag."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].name == name:
                del self._open[place:]
                return


def cascade_of(page: str) -> Cascade | None:
    """Return the rules of the style sheets in a page that alter elements; `None` without any."""
    rules = list[_Rule]()
    for sheet in _sheets(page):
        rules += _rules(sheet)
    rules = rules[:_MOST_RULES]
    return Cascade(tuple(rules)) if any(map(_alters, rules)) else None


def may_alter(sheet: str) -> bool:
    """Whether a style sheet alters elements, or may where it stands in a comment."""
    return not sheet.strip() or any(map(_alters, _rules(sheet)))


def _alters(rule: _Rule) -> bool:
    return altered_as(_name(rule), _as_style(rule.declared)) in _SHOWN


def _sheets(page: str) -> Iterator[str]:
    """Yield the style sheets of a page that are for screens."""
    low, at = page.lower(), 0
    if len(low) != len(page):  # İ is the one letter that grows
        low = page
    for begin in _STYLE.finditer(page):
        if begin.start() < at:
            continue
        at = low.find("</style", begin.end())
        if at < 0:
            return
        if not _FOR_PAPER.search(begin["attributes"]):
            yield page[begin.end() : at]


@lru_cache(maxsize=16)
def _rules(sheet: str) -> tuple[_Rule, ...]:
    """Return the rules of a style sheet that declare what counts."""
    rules = list[_Rule]()
    preludes, declared, begin = list[str](), list[list[str]](), 0
    sheet = _NO_TEXT.sub(" ", sheet)
    for sign in _SIGN.finditer(sheet):
        if sign[0] not in "{};":
            continue
        text, begin = sheet[begin : sign.start()].strip(), sign.end()
        if sign[0] == "{":
            preludes.append(text)
            declared.append([])
        elif declared:
            declared[-1].append(text)
        if sign[0] == "}" and preludes:
            stated = _declarations(declared.pop())
            if stated and len(preludes) <= _MOST_NESTED:
                rules += _selected(preludes, stated)
            preludes.pop()
    return tuple(rules[:_MOST_RULES])


def _selected(preludes: list[str], declared: dict[str, str]) -> Iterator[_Rule]:
    """Yield a rule for each selector: the innermost of these, within all the others."""
    selectors = [each for each in preludes if not each.startswith("@")]
    at_rules = [each for each in preludes if each.startswith("@")]
    if not selectors or sum(map(len, preludes)) > _LONGEST_SELECTORS_CHARS:
        return
    *outer, inner = selectors
    if any("," in each for each in outer) or not all(map(_FOR_SCREENS.fullmatch, at_rules)):
        return
    plain = "(" not in inner and "[" not in inner
    for selector in inner.split(",") if plain else _COMMA.split(inner[:_LONGEST_HARD_CHARS]):
        nested = _HERE.sub(" ", " ".join((*outer, selector)))
        if _NOT_NOW.search(_ATTRIBUTES.sub("", nested)):
            continue
        nested = _NAMED.sub(lambda found: f"{'#' if found[1] else '.'}{found[2]}", nested)
        known = _FURTHER.sub("", nested)
        compounds = [_parts(each) for each in known.replace(">", " ").split()]
        if not compounds or None in compounds:
            continue
        *around, element = (each for each in compounds if each is not None)
        rule = _Rule(element, frozenset().union(*around), declared, known == nested)
        if len(element) + len(rule.around) > _MOST_PARTS or not (element or rule.is_sure):
            continue
        if is_within_lines(_name(rule)) or "line-through" in str(declared):
            yield rule


def _parts(compound: str) -> frozenset[str] | None:
    """Return the names, classes and identifiers of a simple selector; `None` for any other."""
    found = _COMPOUND.fullmatch(compound)
    if found is None:
        return None
    name = {found["name"].lower()} - {"*"} if found["name"] else set[str]()
    return frozenset(name.union(_PART.findall(found["others"])))


def _name(rule: _Rule) -> str:
    """Return the name of the element of a rule; of one for any element, that of a plain one."""
    return next((part for part in rule.element if part[0] not in ".#"), "span")


def _declarations(pieces: Iterable[str]) -> dict[str, str]:
    """Return what is declared, by property, of the properties that count."""
    found = (_DECLARATION.match(piece.strip()) for piece in pieces)
    return {each[1].lower(): each[2].strip() for each in found if each and TELLING.search(each[1])}


def _as_style(declared: dict[str, str]) -> str:
    return ' style="{}"'.format("; ".join(f"{name}: {value}" for name, value in declared.items()))
