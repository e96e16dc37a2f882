"""Suggestions as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govinfo.rendering.markup import Html, page, tag
from govinfo.wording import Lang
from govinfo.wording.words import counted_words

if TYPE_CHECKING:
    from govinfo.consistency.repair.suggest import Suggestions

__all__ = ["suggestions_html"]


def suggestions_html(suggestions: Suggestions, lang: Lang = "zh") -> str:
    """Return the likeliest suggestions as a list, the first unfolded, and what is said of all."""
    items = list[Html]()
    for one in suggestions.likeliest:
        changes, *evidence = one.text(lang).split("\n")
        folded = tag(
            "details",
            tag("summary", changes),
            tag("ul", *(tag("li", line.strip()) for line in evidence)),
            open=None if items else "open",
        )
        items.append(tag("li", folded))
    return page(
        tag("p", counted_words("suggestion", len(suggestions), lang)),
        tag("ol", *items) if items else None,
        None if suggestions.note is None else tag("p", suggestions.note.in_(lang), class_="aside"),
    )
