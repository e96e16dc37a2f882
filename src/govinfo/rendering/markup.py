"""HTML that cannot be broken by what a document says: every string is escaped unless it is markup already."""

from __future__ import annotations

from html import escape

from govinfo.rendering.style import STYLE

__all__ = ["Html", "joined", "page", "tag"]


_NOTHING = (None, "", 1)
"""What says nothing as the value of an attribute: a cell reaches over one row and one column anyway."""


class Html(str):
    """Markup; only the functions of this module make it."""

    __slots__ = ()


def tag(name: str, *children: str | None, **attributes: object) -> Html:
    """Return an element. Plain strings in it are escaped; attributes that say nothing are left out.

    An attribute whose name is a word of Python is written with an underscore: `class_`.
    """
    stated = "".join(
        f' {key.rstrip("_")}="{escape(str(value))}"' for key, value in attributes.items() if value not in _NOTHING
    )
    return Html(f"<{name}{stated}>{joined(*children)}</{name}>")


def joined(*children: str | None) -> Html:
    """Return these pieces one after the other; plain strings are escaped, `None` is nothing."""
    return Html("".join(_escaped(child) for child in children if child is not None))


def page(*children: str | None) -> Html:
    """Return a piece that can stand alone in a notebook: it brings its own style, which touches nothing else."""
    return tag("div", tag("style", Html(STYLE)), *children, class_="govinfo")


def _escaped(child: str) -> str:
    return child if isinstance(child, Html) else escape(child)
