"""Tags that only their surroundings explain: torn tags, and elements that a browser does not show.

Only pages that have such tags come here; most have none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import accumulate

from govinfo.spans import Edit
from govinfo.text.html.tags import BROKEN, DROP, HIDDEN, KEEP, TAG, unended_element

__all__ = ["repaired_tags"]

_LONGEST_TAG_CHARS = 1500
_MOST_HIDDEN_TAGS = 3000
"""The maximum number of tags in a hidden element; where there are more, its end is missing."""
_MOST_EDITS = 1000
_COST_OF_NO_EDIT = 50
"""A tag that leads to no edit counts as this many edits, so that hostile pages end soon."""

_LOST_END = re.compile("""["'](?=\ufffd[^<>="']*\\Z)""")
"""The end of the attributes of a tag whose `>` was lost, before text that it damages."""
_ROWS = frozenset({"tr", "/tr", "tbody", "/tbody", "/thead", "/tfoot", "/table"})
_ENDED_BY: dict[str, frozenset[str]] = {
    "td": _ROWS | {"td", "th"},
    "th": _ROWS | {"td", "th"},
    "tr": _ROWS,
    "li": frozenset({"li", "/ul", "/ol"}),
    "p": frozenset(
        {
            "p",
            "div",
            "table",
            "ul",
            "ol",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "/td",
            "/div",
            "/body",
        }
    ),
}
"""Elements that may have no end tag, and the tags before which they then end."""


def repaired_tags(source: str, marked_pieces: Mapping[str, str]) -> Iterator[Edit]:
    """Yield the edits that a page needs before it can be cut at each `<`.

    They close torn tags, and remove what a browser does not show.

    Args:
        source: The page.
        marked_pieces: Each piece of the page, with marks in place of its tag.

    """
    starts = list(accumulate((len(piece) + 1 for piece in source.split("<")), initial=-1))
    number, unended, budget = 1, "", _MOST_EDITS
    while number < len(starts) - 1:
        start = starts[number]
        number += 1
        marked = marked_pieces[source[start + 1 : starts[number]]]
        if unended:
            unended = "" if KEEP + unended in marked else unended
        elif DROP in marked:
            unended = unended_element(marked)
        elif budget > 0 and (marked.startswith(BROKEN) or HIDDEN in marked):
            if marked.startswith(BROKEN):
                edit = _torn(source, start, starts[number])
            else:
                edit = _not_shown(source, starts[number - 1 : number + _MOST_HIDDEN_TAGS])
            if edit is None:
                budget -= _COST_OF_NO_EDIT
                continue
            budget -= 1
            yield edit
            while number < len(starts) - 1 and starts[number] < edit.end:
                number += 1


def _torn(source: str, start: int, next_tag: int) -> Edit | None:
    """Return the edit that closes a tag whose `>` stands behind the next `<`, or nowhere."""
    lost_end = _LOST_END.search(source, start, next_tag)
    if lost_end:
        return Edit(lost_end.end(), lost_end.end() + 1, ">\ufffd")
    # A tag with `<` in one of its attributes, or between it and the next tag.
    tag = TAG.match(source, start, start + _LONGEST_TAG_CHARS)
    return Edit(*tag.span(), "<" + tag[0][1:].replace("<", " ")) if tag else None


def _not_shown(source: str, starts: list[int]) -> Edit | None:
    """Return the edit that removes the element that begins at the first of these places."""
    name, depth, tables = "", 0, 0
    for start in starts:
        tag = TAG.match(source, start, start + _LONGEST_TAG_CHARS)
        if tag is None:
            continue
        own = tag["name"].lower()
        name = name or own
        written = tag["close"] + own
        if depth and not tables and written in _ENDED_BY.get(name, ()):
            return Edit(starts[0], start)
        tables = max(0, tables + (written == "table") - (written == "/table"))
        if name not in _ENDED_BY or not tables:
            depth += (written == name) - (written == "/" + name)
        if not depth:
            return Edit(starts[0], tag.end())
    return None
