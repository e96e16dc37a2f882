"""The style sheets of a page: which elements they strike out, raise or hide.

Selectors of names, classes, identifiers and attributes, one in the other, are understood. Where a
selector asks for more, nobody can tell here which elements it means, so that numbers in them are in
doubt. Rules for paper and for small screens do not count.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from attrs import define, field

from govinfo.text.html.appearance import (
    BOXES,
    CELLS,
    ESCAPE,
    TELLING,
    VOID,
    altered_as,
    is_hidden,
    is_within_lines,
)

__all__ = ["Cascade", "cascade_of", "may_alter"]

_SHOWN = frozenset({"struck", "raised", "hidden", "turned", "flipped"})
"""What a style sheet says of the appearance of an element; the rest is too common in pages."""
_OF_TABLES = BOXES | {"tr"}
_STYLE = re.compile(r"<style\b(?P<attributes>[^<>]{0,300})>", re.IGNORECASE)
_FOR_PAPER = re.compile(r"media\s*=[^>]*print(?![^>]*(?:screen|all))", re.IGNORECASE)
_NO_TEXT = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_SIGN = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|[{};]")
_FOR_SCREENS = re.compile(
    r"""
      @(?:media\b)?\s*+(?:not\s++(?:print|speech)|(?:only\s++)?(?:all|screen)?)
          \s*+(?:(?:and\s*+)?\(\s*+min-width[^)]*+\)\s*+)*
    | @(?:supports|layer|container|scope)\b.*
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_FOR_SOME = re.compile(r"@(?:container|scope)\b", re.IGNORECASE)
"""At-rules of which nobody can tell here whether they hold."""
_SIGNS_ASIDE, _SIGNS_END = 0xE000, 0x80
_ESCAPED = "\ue000-\ue07f"
"""Signs behind a backslash are written with these while a selector is read: they are none of it."""
_PLAIN = {_SIGNS_ASIDE + code: code for code in range(_SIGNS_END)}
_COMPOUND = re.compile(
    rf"(?P<name>[a-zA-Z][\w-]*|\*)?(?P<others>(?:[.#][\w{_ESCAPED}-]+|\[\d+\])*)"
)
_PART = re.compile(rf"[.#][\w{_ESCAPED}-]+")
_NUMBERED = re.compile(r"\[(\d+)\]")
_ANY_OF = re.compile(r":(?:is|where|matches|-webkit-any|-moz-any)\((?P<any>[^()]*)\)")
_NAMED = re.compile(r"\[(?:(id)|class~)=[\"']?([\w-]+)[\"']?\]")
_ATTRIBUTES = re.compile(
    r"""
    \[ \s*+ (?P<name>[\w-]+) \s*+
    (?: (?P<how>[~|^$*]?)= \s*+ (?: "([^"]*)" | '([^']*)' | ([^\s"'\]]+) ) \s*+ (?P<case>[iIsS]?) )?
    \s*+ \]
    """,
    re.VERBOSE,
)
_FURTHER = re.compile(r"\[(?!\d+\])[^\]]{0,200}\]|:(?!:)[\w-]+(?:\([^()]*\))?")
"""What a selector asks for beside names, classes, identifiers and attributes."""
_NOT_NOW = re.compile(
    r"""
      ::                                                            # a part of an element
    | :(?: hover | focus | active | visited | checked | target )    # what a reader does first
    | :(?: empty | before | after | first-l )                       # nothing, or a part again
    | [+~|]                                                         # an element beside another
    """,
    re.VERBOSE,
)
"""What selects no element as a page is first shown, or no whole element."""
_GENERATED = re.compile(r"::?(?:before|after)\Z", re.IGNORECASE)
_GENERATES = re.compile(
    r"\"[^\"]*\"|'[^']*'|attr\(\s*(?P<attribute>[\w-]+)|(?P<counter>counters?\()"
)
_CONTENT = "::content"
"""The key of what a rule writes before or behind an element."""
_ATTRIBUTE = re.compile(
    r"""
    (?<![^\s"'/]) (?P<name>[^\s"'<>/=]+)
    (?: \s*+=\s*+ (?: "([^"]*)" | '([^']*)' | ([^\s"'>]+) ) )?
    """,
    re.VERBOSE,
)
_VARIABLE = re.compile(r"(?<![\w-])(?P<name>--[\w-]+)\s*+:(?P<value>[^;{}]{0,200})")
_OF_VARIABLE = re.compile(r"var\(\s*(?P<name>--[\w-]+)\s*(?:,(?P<otherwise>[^()]*))?\)")
_DECLARATION = re.compile(r"([\w-]+)\s*:\s*(.*)", re.DOTALL)
_MOST_RULES = 300
_MOST_PARTS = 12
_MOST_ALTERNATIVES = 32
"""This many selectors are made of one that names alternatives in brackets."""
_MOST_VARIABLES_IN_EACH_OTHER = 4
_LONGEST_SELECTORS_CHARS = 2000
_MOST_NESTED = 6
_DEEPEST = 200
"""This many elements stand one in the other; a browser has a limit too."""


class _Test(NamedTuple):
    """What a selector asks of an attribute."""

    name: str
    how: str
    """`any` value, or the sign before `=`: `~` one of its words, `*` a part, and so on."""
    value: str
    ignores_case: bool

    @classmethod
    def of(cls, found: re.Match[str]) -> _Test:
        """Return what a selector in brackets asks of an attribute."""
        value = found[3] or found[4] or found[5] or ""
        how = "any" if found["how"] is None else found["how"]
        return cls(found["name"].lower(), how, value, (found["case"] or "").lower() == "i")

    def holds(self, stated: Mapping[str, str]) -> bool:
        """Whether the attributes of an element are as wanted."""
        found, wanted = stated.get(self.name), self.value
        if found is None or self.how == "any":
            return found is not None
        if self.ignores_case:
            found, wanted = found.lower(), wanted.lower()
        if self.how == "~":
            return wanted in found.split()
        if self.how in ("", "|"):
            return found == wanted or (self.how == "|" and found.startswith(f"{wanted}-"))
        ways = {"*": found.__contains__, "^": found.startswith, "$": found.endswith}
        return bool(wanted) and ways[self.how](wanted)


class _Rule(NamedTuple):
    """What is declared for elements of a kind."""

    element: frozenset[str]
    """The names, classes and identifiers that an element has."""
    tests: tuple[_Test, ...]
    """What is asked of its attributes."""
    around: frozenset[str]
    """The names, classes and identifiers that elements around it have."""
    declared: dict[str, str]
    is_sure: bool
    """Whether all that the selector asks for is known here."""

    @classmethod
    def of(cls, selector: str, declared: dict[str, str], *, is_sure: bool) -> _Rule | None:
        """Return the rule of a selector; `None` for one of a kind that is not looked at."""
        if _NOT_NOW.search(_ATTRIBUTES.sub("", selector)):
            return None
        wanted = _NAMED.sub(lambda found: f"{'#' if found[1] else '.'}{found[2]}", selector)
        tests = list[_Test]()
        for found in [*_ATTRIBUTES.finditer(wanted)]:
            wanted = wanted.replace(found[0], f"[{len(tests)}]", 1)
            tests.append(_Test.of(found))
        known = _FURTHER.sub("", wanted)
        *around, last = known.replace(">", " ").split() or [""]
        compounds = [*map(_parts, (*around, last))]
        if not last or None in compounds:
            return None
        *outer, element = (each for each in compounds if each is not None)
        rule = cls(
            element,
            tuple(tests[int(found)] for found in _NUMBERED.findall(last)),
            frozenset().union(*outer),
            declared,
            is_sure and known == wanted and "[" not in "".join(around),
        )
        is_of_any = not (element or rule.tests or rule.is_sure)
        has_many = len(element) + len(rule.around) + len(tests) > _MOST_PARTS
        return None if has_many or is_of_any else rule

    @property
    def name(self) -> str:
        """The name of the element; of a rule for any element, that of a plain one."""
        return next((part for part in self.element if part[0] not in ".#"), "span")

    def alters(self) -> bool:
        """Whether an element is shown otherwise by the rule, or has a text from it."""
        return _CONTENT in self.declared or _shown(self.name, self.declared) is not None


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

    def _rules_for(
        self, parts: set[str], around: frozenset[str], stated: Mapping[str, str]
    ) -> Iterator[_Rule]:
        """Yield the rules that hold for an element, in their order."""
        places = (place for part in ("", *parts) for place in self._by_part.get(part, ()))
        for place in sorted(places):
            rule = self.rules[place]
            is_one = rule.element <= parts and rule.around <= around
            if is_one and all(test.holds(stated) for test in rule.tests):
                yield rule

    def enter(self, name: str, attributes: str) -> str | None:
        """Return how an element that begins here is shown by the rules, as `altered_as` says it.

        It is `struck`, `raised` or `hidden`, or `gone` for a cell without a place; where that is
        in doubt, `apart` in a line and `doubtful` for a cell. `written` is an element beside whose
        text a rule writes digits.
        """
        stated = dict[str, str]()
        for found in _ATTRIBUTE.finditer(attributes):
            stated.setdefault(found["name"].lower(), found[2] or found[3] or found[4] or "")
        parts = {name, *(f".{each}" for each in stated.get("class", "").split())}
        if "id" in stated:
            parts.add(f"#{stated['id']}")
        around = self._open[-1].parts if self._open else frozenset[str]()
        declared, in_doubt, writes = dict[str, str](), False, False
        for rule in self._rules_for(parts, around, stated):
            _declare(declared, rule.declared if rule.is_sure else {})
            in_doubt |= not rule.is_sure and rule.alters()
            writes |= _writes_digits(rule.declared.get(_CONTENT, ""), stated)
        if name not in VOID and len(self._open) < _DEEPEST:
            self._open.append(_Open(name, around | parts))
        if declared:
            _declare(declared, _declarations(stated.get("style", "").split(";")))
            how = _shown(name, declared)
            if how is not None:
                return how
        if writes:
            return "written"
        in_line = "apart" if is_within_lines(name) else None
        return ("doubtful" if name in CELLS else in_line) if in_doubt else None

    def leave(self, name: str) -> None:
        """Take note of an end tag."""
        for place in range(len(self._open) - 1, -1, -1):
            if self._open[place].name == name:
                del self._open[place:]
                return


def cascade_of(page: str) -> Cascade | None:
    """Return the rules of the style sheets for screens that alter elements; `None` without any."""
    rules, low, end = list[_Rule](), page.lower(), 0
    if len(low) != len(page):  # İ is the one letter that grows
        low = page
    for begin in _STYLE.finditer(page):
        if begin.start() < end:
            continue
        end = low.find("</style", begin.end())
        if end < 0:
            break
        if not _FOR_PAPER.search(begin["attributes"]):
            rules += _rules(page[begin.end() : end])
    rules = rules[:_MOST_RULES]
    return Cascade(tuple(rules)) if any(rule.alters() for rule in rules) else None


def may_alter(sheet: str) -> bool:
    """Whether a style sheet alters elements, or may where it stands in a comment."""
    return not sheet.strip() or any(rule.alters() for rule in _rules(sheet))


def _declare(declared: dict[str, str], further: Mapping[str, str]) -> None:
    """Add what is declared further on; what is important stays, unless that is important too."""
    for name, value in further.items():
        if "!" in value or "!" not in declared.get(name, ""):
            declared[name] = value


def _writes_digits(content: str, stated: Mapping[str, str]) -> bool:
    """Whether what a rule writes at an element with these attributes has digits."""
    for found in _GENERATES.finditer(content):
        attribute = found["attribute"]
        text = stated.get(attribute.lower(), "") if attribute else ESCAPE.sub(_set_aside, found[0])
        if found["counter"] or any(character.isdecimal() for character in text):
            return True
    return False


def _shown(name: str, declared: dict[str, str]) -> str | None:
    """Return how an element is shown of which this is declared; `None` if like any other."""
    style = ' style="{}"'.format("; ".join(f"{each}: {value}" for each, value in declared.items()))
    how = altered_as(name, style)
    if how not in _SHOWN and name in _OF_TABLES and is_hidden(style):
        # An invisible cell keeps its place.
        return "gone" if name in CELLS and "none" in declared.get("display", "") else "hidden"
    return how if how in _SHOWN else None


@lru_cache(maxsize=16)
def _rules(sheet: str) -> tuple[_Rule, ...]:
    """Return the rules of a style sheet that declare what counts."""
    rules = list[_Rule]()
    preludes, declared, begin = list[str](), list[list[str]](), 0
    sheet = _NO_TEXT.sub(" ", sheet)
    values = dict[str, set[str]]()
    for found in _VARIABLE.finditer(sheet) if "var(" in sheet else ():
        values.setdefault(found["name"], set()).add(found["value"].strip())
    # Custom properties that have the same value everywhere.
    variables = {name: own.pop() for name, own in values.items() if len(own) == 1}
    for sign in _SIGN.finditer(sheet):
        if sign[0] not in "{};":
            continue
        text, begin = sheet[begin : sign.start()].strip(), sign.end()
        if sign[0] == "{":
            preludes.append(text)
            declared.append([])
        elif declared:
            declared[-1].append(_with_values(text, variables))
        if sign[0] == "}" and preludes:
            stated = _declarations(declared.pop())
            if stated and len(preludes) <= _MOST_NESTED and len(rules) < _MOST_RULES:
                rules += _selected(preludes, stated)
            preludes.pop()
    return tuple(rules[:_MOST_RULES])


def _with_values(text: str, variables: Mapping[str, str]) -> str:
    """Return a declaration with values in place of custom properties."""
    for _ in range(_MOST_VARIABLES_IN_EACH_OTHER):
        if "var(" not in text or len(text) > _LONGEST_SELECTORS_CHARS:
            break
        text = _OF_VARIABLE.sub(
            lambda found: variables.get(found["name"], found["otherwise"] or ""), text
        )
    return text


def _selected(preludes: list[str], declared: dict[str, str]) -> Iterator[_Rule]:
    """Yield a rule for each selector: the innermost of these, within all the others."""
    selectors = [each for each in preludes if not each.startswith("@")]
    at_rules = [each for each in preludes if each.startswith("@")]
    if not selectors or sum(map(len, preludes)) > _LONGEST_SELECTORS_CHARS:
        return
    for first, *others in (at_rule.split(",") for at_rule in at_rules):
        # What stands below holds on a screen of usual size, or does not count.
        queries = [first, *(f"@{each.strip()}" for each in others)]
        if not any(_FOR_SCREENS.fullmatch(query.strip()) for query in queries):
            return
    is_sure = not any(map(_FOR_SOME.match, at_rules))
    for alternative in _alternatives(selectors):
        selector, content = _GENERATED.sub("", alternative) or "*", declared.get("content", "")
        if selector == alternative or not _GENERATES.search(content):
            selector, content = alternative, ""
        rule = _Rule.of(selector, {_CONTENT: content} if content else declared, is_sure=is_sure)
        if rule is None:
            continue
        name = rule.name
        is_shown = is_within_lines(name) or name in _OF_TABLES
        if is_shown or content or "line-through" in str(declared):
            yield rule


def _alternatives(selectors: Sequence[str]) -> list[str]:
    """Return the selectors that some rules, each within the one before, mean together."""
    around, found = "", list[str]()
    for each in selectors:
        escaped = ESCAPE.sub(_set_aside, each) if "\\" in each else each
        found = [
            part.replace("&", around) if "&" in part else f"{around} {part}".strip()
            for part in _listed(escaped)
        ]
        around = found[0] if len(found) == 1 else f":is({','.join(found)})"
        if len(around) > _LONGEST_SELECTORS_CHARS:
            return []
    while len(found) < _MOST_ALTERNATIVES:
        places = enumerate(map(_ANY_OF.search, found))
        place, any_of = next(((at, each) for at, each in places if each), (0, None))
        if any_of is None:
            break
        # The first brackets become a selector for each that they name.
        selector = found[place]
        begin = max(selector.rfind(sign, 0, any_of.start()) for sign in " >,(") + 1
        before, behind = selector[begin : any_of.start()], selector[any_of.end() :]
        names = [each.strip() for each in any_of["any"].split(",")]
        joined = (before + name if before[:1].isalpha() else name + before for name in names)
        found[place : place + 1] = [f"{selector[:begin]}{each}{behind}" for each in joined]
    return found


def _set_aside(found: re.Match[str]) -> str:
    """Return the character that an escape means, or what stands for it if it is a sign."""
    code = int(found["code"], 16) if found["code"] else ord(found["sign"])
    is_sign = code < _SIGNS_END and not chr(code).isalnum()
    return chr(code + _SIGNS_ASIDE if is_sign else min(code, sys.maxunicode))


def _listed(selectors: str) -> list[str]:
    """Return the selectors between commas; a comma within brackets parts none."""
    if "(" not in selectors and "[" not in selectors:
        return selectors.split(",")
    depth, begin, listed = 0, 0, list[str]()
    for place, sign in enumerate(selectors):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth <= 0:
            listed.append(selectors[begin:place])
            begin = place + 1
    return [*listed, selectors[begin:]]


def _parts(compound: str) -> frozenset[str] | None:
    """Return the names, classes and identifiers of a simple selector; `None` for any other."""
    found = _COMPOUND.fullmatch(compound)
    if found is None:
        return None
    name = {found["name"].lower()} - {"*"} if found["name"] else set[str]()
    parts = _PART.findall(_NUMBERED.sub("", found["others"]))
    return frozenset(name.union(each.translate(_PLAIN) for each in parts))


def _declarations(pieces: Iterable[str]) -> dict[str, str]:
    """Return what is declared, by property, of the properties that count."""
    found = (_DECLARATION.match(piece.strip()) for piece in pieces)
    return {each[1].lower(): each[2].strip() for each in found if each and TELLING.search(each[1])}
