"""HTML that no document can break: every string is escaped unless it is markup already."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from govinfo.rendering.style import ALONE, STYLE
from govinfo.wording import Lang

__all__ = [
    "GENERATOR",
    "Html",
    "document",
    "facts_html",
    "joined",
    "page",
    "tag",
    "whole_page",
]

GENERATOR = '<meta name="generator" content="govinfo">'
"""It stands at the beginning of every page that is written, and of no report."""


_NOTHING = (None, "", 1)
"""The values of attributes that say nothing: a cell spans one row and one column anyway."""


_LANG: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
"""What a screen reader reads the page in."""


class Html(str):
    """Markup; only the functions of this module make it."""

    __slots__ = ()


def tag(name: str, *children: str | None, **attributes: object) -> Html:
    """Return an element. Plain strings in it are escaped; attributes that say nothing are left out.

    An attribute whose name is a word of Python is written with an underscore: `class_`.
    """
    stated = "".join(
        f' {key.rstrip("_")}="{escape(str(value))}"'
        for key, value in attributes.items()
        if value not in _NOTHING
    )
    return Html(f"<{name}{stated}>{joined(*children)}</{name}>")


def joined(*children: str | None) -> Html:
    """Return these pieces one after the other; plain strings are escaped, `None` is nothing."""
    there = (child for child in children if child is not None)
    return Html("".join(one if isinstance(one, Html) else escape(one) for one in there))


def facts_html(facts: Iterable[tuple[str, str | None]]) -> Html:
    """Return facts with their names, side by side."""
    return tag("dl", *(joined(tag("dt", name), tag("dd", text)) for name, text in facts))


def page(*children: str | None) -> Html:
    """Return a piece that can stand alone in a notebook: it brings its style, for itself only."""
    return tag("div", tag("style", Html(STYLE)), *children, class_="govinfo")


def document(title: str, parts: Iterable[tuple[str, str, str]], lang: Lang = "zh") -> Html:
    """Return a whole page of its own: for each part a heading, a line below it, and markup."""
    head = [tag("title", title), tag("style", Html(ALONE))]
    pieces = (joined(tag("h2", heading), tag("p", line), body) for heading, line, body in parts)
    return whole_page(head, tag("body", tag("h1", title), *pieces), lang)


def whole_page(head: Iterable[Html], body: Html, lang: Lang) -> Html:
    """Return a page of its own with these elements in its head, and this body."""
    whole = tag("head", Html(f'<meta charset="utf-8">{GENERATOR}'), *head)
    return joined(Html("<!DOCTYPE html>\n"), tag("html", whole, body, lang=_LANG[lang]), Html("\n"))
