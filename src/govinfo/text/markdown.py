r"""What Markdown puts around words: `[首页](/)`, `**总计**`, `1\.`, and the attributes in which Pandoc keeps styles.

Tables and headings are left as they are: those the adapters read. Where cells are set under each
other, what is taken away leaves spaces behind, so that they stay there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from govinfo.spans import Edit
from govinfo.text.mend import Repair

__all__ = ["MARKDOWN"]

_STYLED = re.compile(r"\[(?P<text>[^\[\]\n]*)\](?P<style>\{[#.a-z][^{}]{0,400}\})")
_FENCE = re.compile(r"^:::.*$|(?<=[^\n]) \{#[^{}\n]*\}$", re.MULTILINE)
"""The border of a block, and the name of a heading."""
_TARGET = r"(?:[/#.?]|[A-Za-z][\w-]{0,60}[/.:])(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*"
_ANCHOR = re.compile(r"<a (?:id|name)=\"[^\"<>]*\"></a>")
_LINK = re.compile(rf"!?\[(?P<text>[^\[\]\n]*)\]\((?:{_TARGET}(?:[ \n]+\"[^\"\n]*\")?)\)")
# Only what begins a line or a cell: asterisks elsewhere may stand for characters that were made
# unreadable.
_STRONG = re.compile(
    r"(?:^|\|)[ \t]*(?:(?:[-*+]|#{1,6})[ \t]+)?(?P<mark>\*\*|__)(?=[^\s*_])(?P<text>[^*_|\n]+)(?P=mark)",
    re.MULTILINE,
)
# Not the bar: behind a backslash it divides no cells, and without one it would.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{}~]|\n)")


def _styles(text: str) -> Iterator[Edit]:
    found = [
        (match.start(), match) for pattern in (_STYLED, _FENCE) for match in pattern.finditer(text)
    ]
    done = 0
    for start, match in sorted(found, key=lambda pair: pair[0]):
        if start < done:
            continue
        done = match.end()
        yield from _without_style(text, match) if match.re is _STYLED else (Edit(start, done),)


def _without_style(text: str, match: re.Match[str]) -> Iterator[Edit]:
    end = match.end("text")
    # More than one space, or nothing more: what comes next is a cell of its own, and has its place.
    alone = (
        text[match.end() : match.end() + 2] in ("", "  ")
        or text[match.end() : match.end() + 1] == "\n"
    )
    yield Edit(match.start(), match.start("text"))
    yield Edit(end, match.end(), " " * _width(text[end : match.end()] + "[") if alone else "")


def _width(text: str) -> int:
    """How many columns the characters fill; those of East Asia fill two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _links(text: str) -> Iterator[Edit]:
    for match in _LINK.finditer(text):
        yield Edit(match.start(), match.start("text"))
        yield Edit(match.end("text"), match.end())


def _anchors(text: str) -> Iterator[Edit]:
    return (Edit(*match.span()) for match in _ANCHOR.finditer(text))


def _strong(text: str) -> Iterator[Edit]:
    for match in _STRONG.finditer(text):
        yield Edit(*match.span("mark"))
        yield Edit(match.end("text"), match.end())


def _escapes(text: str) -> Iterator[Edit]:
    return (Edit(*match.span()) for match in _ESCAPE.finditer(text))


# To look for one character takes a tenth of the time that it takes to look for two.
MARKDOWN = (
    Repair(
        "styles of Pandoc",
        lambda text: (
            ("{" in text and ("]{" in text or " {#" in text)) or (":" in text and ":::" in text)
        ),
        _styles,
    ),
    Repair("links", lambda text: "]" in text and "](" in text, _links),
    Repair("anchors", lambda text: "<" in text and "<a " in text, _anchors),
    Repair(
        "strong words",
        lambda text: ("*" in text and "**" in text) or ("_" in text and "__" in text),
        _strong,
    ),
    Repair("escapes", lambda text: "\\" in text, _escapes),
)
"""The repairs in their order: what is escaped must not be taken for markup."""
