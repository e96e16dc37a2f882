"""Titles that stand on no line of their own: in 《》, among a website's words on the same line, in a page's <title>."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice

from govinfo.head.titles import Title, titles_in
from govinfo.text.normalise import plain

__all__ = ["page_title", "titles_within"]

_QUOTED = re.compile(
    r"[《〈<]([^《》〈〉<>。\n]{8,60})[》〉>](?![^。\n]{0,12}(?:通知|要求|规定|格式|模板|办法))"
)
_ABOUT = re.compile(r"(?:印发|关于|做好|根据|按照|依据|依照|贯彻|落实)[^。\n]{0,40}$")
"""What stands before the name of a document that the report follows, or refers to."""
_LONG_LINE = 30
_MOST_WORDS = 60
_MOST_LINES = 40
_LONGEST_RUN = 4
"""A title has no more spaces in it than these."""
_PAGE_TITLE = re.compile(r"<title[^<>]{0,200}>([^<]{4,400})</title>", re.IGNORECASE)
_HEAD_OF_PAGE = 20_000
_SITE = re.compile(r"\s*[|｜_]\s*|\s+[-—–]+\s+|[-—–]+(?=[^-—–]*$)")
"""What stands between the title of a page and the name of its site."""


def titles_within(text: str) -> list[Title]:
    """Return the titles that stand in sentences or among other words; text is that above the first part."""
    quoted = (
        m[1]
        for m in _QUOTED.finditer(text)
        if not _ABOUT.search(text, max(0, m.start() - 60), m.start())
    )
    return titles_in(list(islice(quoted, _MOST_LINES))) or list(_among_words(text))


def _among_words(text: str) -> Iterator[Title]:
    """A title with spaces around it, on a line that goes on; the longest that begins with the first word it can."""
    lines = (line for line in text.split("\n") if len(line) > _LONG_LINE and "报" in line)
    for line in islice(lines, _MOST_LINES):
        words = line.split()[:_MOST_WORDS]
        for first in range(len(words)):
            runs = (words[first : first + count] for count in range(_LONGEST_RUN, 0, -1))
            title = next((title for run in runs for title in titles_in(["".join(run)])), None)
            if title is not None and title.agency is not None and title.year is not None:
                yield title
                return


def page_title(source: str) -> list[Title]:
    """Return the title that a web page gives itself, without the name of its site."""
    match = _PAGE_TITLE.search(source, 0, _HEAD_OF_PAGE) if "<" in source[:_HEAD_OF_PAGE] else None
    if match is None:
        return []
    text = plain(unescape(match[1]))
    return titles_in([text]) or titles_in(_SITE.split(text)[:1])
