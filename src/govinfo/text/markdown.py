r"""Signs of Markdown around words: `[首页](/)`, `**总计**`, `1\.`, and the styles of Pandoc.

In AsciiDoc, `2+|` before a cell says that it spans columns, and `|===` stands around a table.

Tables and headings stay: the adapters read those. Where cells stand under each other, spaces take
the place of what is removed, so that the columns stay in line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from govinfo.spans import Edit

__all__ = [
    "has_spans",
    "has_styles",
    "repair_anchors",
    "repair_escapes",
    "repair_links",
    "repair_quotes",
    "repair_spans",
    "repair_strong_words",
    "repair_styles",
]

_STYLED = re.compile(r"\[(?P<text>[^\[\]\n]*)\](?P<style>\{[#.a-z][^{}]{0,400}\})")
_FENCE = re.compile(r"^:::.*$|(?<=[^\n]) \{#[^{}\n]*\}$", re.MULTILINE)
"""The border of a block, and the name of a heading."""
_TARGET = r"(?:[/#.?]|[A-Za-z][\w-]{0,60}[/.:])(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*\))*"
_ANCHOR = re.compile(r"<a (?:id|name)=\"[^\"<>]*\"></a>")
_LINK = re.compile(rf"!?\[(?P<text>[^\[\]\n]*)\]\((?:{_TARGET}(?:[ \n]+\"[^\"\n]*\")?)\)")
_QUOTE = re.compile(r"^(?:>(?: |(?=[>|]|$)))+", re.MULTILINE)
"""The sign before a line that is quoted, once for each quotation around it."""
# Asterisks in the middle of a line may stand for characters that were made unreadable.
_STRONG = re.compile(
    r"""
    (?:^|\|)[ \t]*                      # the beginning of a line or of a cell
    (?:(?:[-*+]|\#{1,6})[ \t]+)?        # the sign of a list item or of a heading
    (?P<mark>\*\*|__)(?=[^\s*_])
    (?P<text>[^*_|\n]+)
    (?P=mark)
    """,
    re.MULTILINE | re.VERBOSE,
)
# The bar stays escaped: behind a backslash it divides no cells, and without one it would. At the
# end of a line, a backslash that stands apart is a cell.
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{}~])|(?<=[^\s|])\\(?=\n)")


_SPAN = re.compile(
    r"""
      (?<![^\s|]) (?: \d{1,2} | \d{0,2}\.\d{1,2} )\+ (?=\|)      # 2+|, .3+|, 2.3+|
    | ^ (?: \[ (?:cols|%|options|width|frame|grid) [^\[\]\n]* \] | \|=== [ ]* ) $
    """,
    re.MULTILINE | re.VERBOSE,
)


def has_spans(text: str) -> bool:
    """Whether a text has a table of AsciiDoc."""
    return "|=" in text and "|===\n" in text


def repair_spans(text: str) -> Iterator[Edit]:
    """Yield the edits that remove what AsciiDoc says of its cells and tables."""
    return (Edit(*match.span()) for match in _SPAN.finditer(text))


def has_styles(text: str) -> bool:
    """Whether a text may have the styles of Pandoc."""
    # The search for one character takes a tenth of the time of the search for two.
    return ("{" in text and ("]{" in text or " {#" in text)) or (":" in text and ":::" in text)


def repair_styles(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the styles of Pandoc; the words in them stay."""
    found = [*_STYLED.finditer(text), *_FENCE.finditer(text)]
    done = 0
    for match in sorted(found, key=lambda match: match.start()):
        if match.start() < done:
            continue
        done = match.end()
        if match.re is _FENCE:
            yield Edit(*match.span())
            continue
        # Two spaces or the end of the line follow: the next cell keeps its column.
        keeps_columns = text[done : done + 2] in ("", "  ") or text[done : done + 1] == "\n"
        style = text[match.end("text") : done] + "["
        width = sum(2 if east_asian_width(character) in "WF" else 1 for character in style)
        yield Edit(match.start(), match.start("text"))
        yield Edit(match.end("text"), done, " " * width if keeps_columns else "")


def repair_links(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the targets of links; the words of the links stay."""
    for match in _LINK.finditer(text):
        yield Edit(match.start(), match.start("text"))
        yield Edit(match.end("text"), match.end())


def repair_anchors(text: str) -> Iterator[Edit]:
    """Yield the edits that remove anchors."""
    return (Edit(*match.span()) for match in _ANCHOR.finditer(text))


def repair_strong_words(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the signs around words in bold."""
    for match in _STRONG.finditer(text):
        yield Edit(*match.span("mark"))
        yield Edit(match.end("text"), match.end())


def repair_quotes(text: str) -> Iterator[Edit]:
    """Yield the edits that remove the signs before the lines of a quotation."""
    return (Edit(*match.span()) for match in _QUOTE.finditer(text))


def repair_escapes(text: str) -> Iterator[Edit]:
    """Yield the edits that remove backslashes."""
    return (Edit(*match.span()) for match in _ESCAPE.finditer(text))
