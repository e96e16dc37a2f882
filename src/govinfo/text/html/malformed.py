"""Tags that only what stands around them explains: torn ones, and elements that a browser does not show.

Pages that have none of these, as most, are never looked at here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate

from govinfo.spans import Edit
from govinfo.text.html.tags import BROKEN, DROP, HIDDEN, KEEP, TAG, TO_THE_END

__all__ = ["mended_tags"]

_LONGEST_TAG = 1500
_MOST_TAGS = 3000
"""No more stand in what is not shown; where there are more, its end is lost."""
_PATIENCE = 1000
_VAIN = 50
"""So many tags are looked into; one that leads to nothing counts for many. No office has pages with more."""

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
"""Elements whose end need not be written, and the tags before which they end."""


def mended_tags(source: str, left: Mapping[str, str]) -> Iterator[Edit]:
    """Yield what to replace before a page can be cut at each `<`: torn tags made whole, what is not shown taken out.

    Args:
        source: the page.
        left: what each piece of it leaves behind.

    """
    starts = list(accumulate((len(piece) + 1 for piece in source.split("<")), initial=-1))
    number, inside, patience = 1, "", _PATIENCE
    while number < len(starts) - 1:
        start, leaves = starts[number], left[source[starts[number] + 1 : starts[number + 1]]]
        number += 1
        edit: Edit | None = None
        if inside:
            inside = "" if KEEP + inside in leaves else inside
        elif DROP in leaves:
            inside = _left_open(leaves)
        elif patience > 0 and (leaves.startswith(BROKEN) or HIDDEN in leaves):
            torn = leaves.startswith(BROKEN)
            edit = (
                _made_whole(source, start)
                if torn
                else _not_shown(source, starts[number - 1 : number + _MOST_TAGS])
            )
            patience -= 1 if edit is not None else _VAIN
        if edit is not None:
            yield edit
            while number < len(starts) - 1 and starts[number] < edit.end:
                number += 1


def _left_open(leaves: str) -> str:
    """The letter of the element that begins in a piece and does not end in it, if only its own end can end it."""
    letter = leaves[leaves.rindex(DROP) + 1]
    return letter if letter in TO_THE_END and KEEP + letter not in leaves else ""


def _made_whole(source: str, start: int) -> Edit | None:
    """A tag with `<` in one of its attributes, or between it and the next tag."""
    tag = TAG.match(source, start, start + _LONGEST_TAG)
    return Edit(*tag.span(), "<" + tag[0][1:].replace("<", " ")) if tag else None


def _not_shown(source: str, starts: list[int]) -> Edit | None:
    """An element that begins at the first of these places, up to its end."""
    name, depth, tables = "", 0, 0
    for start in starts:
        tag = TAG.match(source, start, start + _LONGEST_TAG)
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
