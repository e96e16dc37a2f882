"""Suggestions as HTML."""

from __future__ import annotations

from govinfo.consistency.repair.suggest import SHOWN, Suggestion, Suggestions
from govinfo.rendering.markup import Html, page, tag
from govinfo.wording import Lang
from govinfo.wording.words import counted_words

__all__ = ["suggestions_html"]


def suggestions_html(suggestions: Suggestions, lang: Lang = "zh") -> str:
    """Return the likeliest suggestions as a list, the first unfolded, and what is said of all."""
    items = [
        _item(one, lang, is_first=not number) for number, one in enumerate(suggestions[:SHOWN])
    ]
    return page(
        tag("p", counted_words("suggestion", len(suggestions), lang)),
        tag("ol", *items) if items else None,
        None if suggestions.note is None else tag("p", suggestions.note.in_(lang), class_="aside"),
    )


def _item(one: Suggestion, lang: Lang, *, is_first: bool) -> Html:
    changes, *evidence = one.text(lang).split("\n")
    return tag(
        "li",
        tag(
            "details",
            tag("summary", changes),
            tag("ul", *(tag("li", line.strip()) for line in evidence)),
            open="open" if is_first else None,
        ),
    )
