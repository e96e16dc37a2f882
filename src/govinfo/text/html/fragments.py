"""Markup that leaked into a text: `<ul list-paddingleft-2">`, `<!--[if …]-->`, `-->`, `&nbsp;`.

`markup` reads the source of a whole web page; this repair is for what a scraper left in a text.
Where a tag stood between two figures they stay apart, because they may be two numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from govinfo.spans import Edit

__all__ = ["may_have_fragments", "repair_fragments"]

_INLINE_NAMES = (
    r"a|abbr|b|big|em|font|i|o:p|small|span|strike|strong|sub|sup|tt|u|(?:st1|v|w):[a-z]+"
)
_BLOCK_NAMES = (
    "article|blockquote|body|br|center|col|colgroup|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr"
    "|html|iframe|img|input|label|li|link|main|meta|nav|ol|p|pre|script|section|style|table|tbody"
    "|td|tfoot|th|thead|title|tr|ul"
)
_TAG = rf"</?(?:{_INLINE_NAMES}|{_BLOCK_NAMES})(?:[\s/][^<>\n]{{0,400}})?>"
# Where a comment has no end, the search goes on from each `<!--` to the fourth one behind it.
_INSIDE = r"[^\n<>]{0,400}+(?>(?:(?:<(?!!--)|(?<!--)>)[^\n<>]{0,400}+){0,16})"
_COMMENT = rf"<!--{_INSIDE}(?>(?:<!--{_INSIDE}){{0,3}})(?<=--)>|<!\[[^\n<>]{{0,60}}\]>|<!--|-->"
_MARKUP = re.compile(rf"(?>(?:{_COMMENT}|{_TAG})+)", re.IGNORECASE)
_INLINE_MARKUP = re.compile(
    rf"(?>(?:{_COMMENT}|</?(?:{_INLINE_NAMES})(?:[\s/][^<>\n]{{0,400}})?>)+)", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:amp;)*(?:[a-z]{2,8}\d{0,2}|\#\d{1,6}|\#x[\da-f]{1,5});", re.IGNORECASE)
_MAY_BEGIN = re.compile("<(?!https?:|www)[A-Za-z/!]")
_REST_OF_LINE = re.compile(r"[ \t\u3000\xa0]*\n")


def may_have_fragments(text: str) -> bool:
    """Whether a text may have leaked markup."""
    # Breadcrumbs have `>`, and some scrapers write 《 as `<`: the characters beside it tell more.
    place = text.find("<")
    while place >= 0:
        if _MAY_BEGIN.match(text, place):
            return True
        place = text.find("<", place + 1)
    place = text.find(">")
    while place >= 0:
        if text[max(0, place - 2) : place] == "--":
            return True
        place = text.find(">", place + 1)
    return "&" in text and ";" in text


def repair_fragments(text: str) -> Iterator[Edit]:
    """Yield the edits that remove tags and comments, and write entities as characters."""
    # A pattern that searches the whole text would take longer than the whole reading.
    ends = [place - 2 for place in _places(text, ">") if text.startswith("--", max(0, place - 2))]
    done = 0
    for start in sorted({*_places(text, "<"), *_places(text, "&"), *ends}):
        # The match that began at an earlier place covers this one, as in a run of tags.
        if start < done:
            continue
        if text[start] != "&":
            markup = _MARKUP.match(text, start)
            if markup is not None:
                edit = _without_markup(text, *markup.span())
                done = edit.end
                yield edit
        elif (entity := _ENTITY.match(text, start)) is not None:
            done = entity.end()
            # Some entities were escaped more than once.
            character = unescape(re.sub("&(?:amp;)+", "&", entity[0], flags=re.IGNORECASE))
            yield Edit(start, done, " " if character.isspace() else character)


def _places(text: str, character: str) -> Iterator[int]:
    """Yield every place of a character in a text."""
    place = text.find(character)
    while place >= 0:
        yield place
        place = text.find(character, place + 1)


def _without_markup(text: str, start: int, end: int) -> Edit:
    """Return the edit that removes tags; a space stays where they keep two words apart."""
    rest = _REST_OF_LINE.match(text, end)
    line = text.rfind("\n", 0, start) + 1
    if rest is not None and not text[line:start].strip():
        # A line of tags alone goes with the blank line behind it: a blank line could be a cell.
        blank = _REST_OF_LINE.match(text, rest.end()) if text.endswith("\n\n", 0, line) else None
        return Edit(line, (blank or rest).end())
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.strip() or not after.strip():
        return Edit(start, end)
    are_digits = before.isdecimal() and after.isdecimal()
    is_inline = _INLINE_MARKUP.fullmatch(text, start, end) is not None
    return Edit(start, end, "" if is_inline and not are_digits else " ")
