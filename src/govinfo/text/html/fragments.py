"""Markup that leaked into a text: `<!--[if !supportLists]-->`, `<ul list-paddingleft-2">`, `-->`, `&nbsp;`.

A text that is the source of a web page is read by `markup`; this is for what a scraper left over.
Where a tag stood between two figures they stay apart: whether they were one number nobody can tell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from govinfo.spans import Edit
from govinfo.text.mend import Repair

__all__ = ["LEAKS"]

_WITHIN_WORDS = (
    r"a|abbr|b|big|em|font|i|o:p|small|span|strike|strong|sub|sup|tt|u|(?:st1|v|w):[a-z]+"
)
_OTHERS = (
    "article|blockquote|body|br|center|col|colgroup|dd|div|dl|dt|footer|form|h[1-6]|head|header|hr|html|iframe|img|input|label|"
    "li|link|main|meta|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_TAG = rf"</?(?:{_WITHIN_WORDS}|{_OTHERS})(?:[\s/][^<>\n]{{0,400}})?>"
# Of what is not closed, only so much is gone through from each `<!--` as stands before the fourth
# one behind it.
_INSIDE = r"[^\n<>]{0,400}+(?>(?:(?:<(?!!--)|(?<!--)>)[^\n<>]{0,400}+){0,16})"
_COMMENT = rf"<!--{_INSIDE}(?>(?:<!--{_INSIDE}){{0,3}})(?<=--)>|<!\[[^\n<>]{{0,60}}\]>|<!--|-->"
_MARKUP = re.compile(rf"(?>(?:{_COMMENT}|{_TAG})+)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:amp;)*(?:[a-z]{2,8}\d{0,2}|\#\d{1,6}|\#x[\da-f]{1,5});", re.IGNORECASE)
_INLINE = re.compile(
    rf"(?>(?:{_COMMENT}|</?(?:{_WITHIN_WORDS})(?:[\s/][^<>\n]{{0,400}})?>)+)", re.IGNORECASE
)
_MAY_BEGIN = re.compile("<(?!https?:|www)[A-Za-z/!]")
_LINE = re.compile(r"[ \t\u3000\xa0]*\n")


def _may_leak(text: str) -> bool:
    # Breadcrumbs have `>`, and scrapers write 《 as `<`: what stands beside it tells more than the
    # character itself.
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


def _edits(text: str) -> Iterator[Edit]:
    done = 0
    for start in _beginnings(text):
        # What was matched from an earlier beginning is not gone through again: a run of tags would
        # be, once for each.
        found = (
            (_ENTITY if text[start] == "&" else _MARKUP).match(text, start)
            if start >= done
            else None
        )
        if found is None:
            continue
        if found.re is _ENTITY:
            done = found.end()
            yield Edit(start, done, _written(found[0]))
        else:
            begin, done = _with_its_line(text, *found.span())
            yield Edit(begin, done, _left(text, begin, done))


def _beginnings(text: str) -> list[int]:
    """Where markup may begin; a pattern that looks for it everywhere would take longer than all the reading."""
    ends = [place - 2 for place in _places(text, ">") if text.startswith("--", max(0, place - 2))]
    return sorted({*_places(text, "<"), *_places(text, "&"), *ends})


def _places(text: str, character: str) -> Iterator[int]:
    place = text.find(character)
    while place >= 0:
        yield place
        place = text.find(character, place + 1)


def _with_its_line(text: str, start: int, end: int) -> tuple[int, int]:
    """A line of nothing but markup goes as a whole, with the blank line behind it: left blank it would be a cell."""
    rest = _LINE.match(text, end)
    line = text.rfind("\n", 0, start) + 1 if rest is not None else start
    if rest is None or text[line:start].strip():
        return start, end
    blank = _LINE.match(text, rest.end()) if text.endswith("\n\n", 0, line) else None
    return line, (blank or rest).end()


def _left(text: str, start: int, end: int) -> str:
    """What stays in the place of tags: nothing, or a space where they set things apart."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[end - 1] == "\n" or not before.strip() or not after.strip():
        return ""
    within_a_word = _INLINE.fullmatch(text, start, end) and not (
        before.isdecimal() and after.isdecimal()
    )
    return "" if within_a_word else " "


def _written(entity: str) -> str:
    """The character that an entity names, which may have been escaped more than once; a space for any space."""
    character = unescape(re.sub("&(?:amp;)+", "&", entity, flags=re.IGNORECASE))
    return " " if character.isspace() else character


LEAKS = Repair("leaked markup", _may_leak, _edits)
