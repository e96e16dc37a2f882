"""How one figure is shown: four kinds of no number look different from each other and from zero."""

from __future__ import annotations

from decimal import Decimal

from govinfo.consistency.names import Statement
from govinfo.figures import Figure, Number, Origin, State
from govinfo.spans import Span
from govinfo.text.quotation import quotation
from govinfo.wording import Lang
from govinfo.wording.words import word

__all__ = ["LEGEND", "classes", "number", "offsets", "shortened", "shown", "told"]

_GLYPHS = {State.BLANK: "␣", State.ABSENT: "·"}
_LONGEST = 24

LEGEND: dict[str, tuple[str, Statement]] = {
    "inferred": ("7*", Statement("由勾稽关系推定", "inferred from the form's own identities")),
    "blank": ("␣", Statement("空白", "blank")),
    "not_applicable": ("/", Statement("不适用", "not applicable")),
    "illegible": ("1?6", Statement("无法辨认", "illegible")),
    "absent": ("·", Statement("文中没有", "not in the document")),
}
"""Every kind of figure that is not just a number that was read: a sample, and its meaning."""


def shown(figure: Figure) -> str:
    """Return what stands for a figure in a narrow cell."""
    if figure.value is not None:
        return number(figure.value) + ("*" if figure.origin is Origin.INFERRED else "")
    return _GLYPHS.get(figure.state) or shortened(figure.raw) or "?"


def number(value: Number) -> str:
    """Return a number in digits, without an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def offsets(span: Span | None, lang: Lang) -> str:
    """Return in words where a span stands in the source text; empty where there is none."""
    if span is None:
        return ""
    if span:
        told = f"{span.start}–{span.end}"
        return f"第 {told} 字符" if lang == "zh" else f"characters {told}"
    return f"第 {span.start} 字符处" if lang == "zh" else f"before character {span.start}"


def classes(figure: Figure) -> str:
    """Return the names of what is special about a figure, for the style sheet and the legend."""
    names = [figure.state.value]
    if figure.origin is Origin.INFERRED:
        names.append(figure.origin.value)
    if figure.value == 0:
        names.append("zero")
    return " ".join(names)


def told(figure: Figure, lang: Lang = "zh") -> str:
    """Return in one line what is to be said of a figure besides its number: unit, state, raw text.

    The raw text is told where it is not the number itself.
    """
    zh = lang == "zh"
    parts = [figure.unit] if figure.value is not None and figure.unit else []
    parts.append(word(figure.state.value, lang))
    if figure.origin is Origin.INFERRED:
        parts.append(word(figure.origin.value, lang))
    raw = shortened(figure.raw)
    if raw and (figure.value is None or raw != number(figure.value)):
        parts.append(f"原文“{raw}”" if zh else f"as printed: {raw}")
    if figure.candidates:
        could = map(number, figure.candidates)
        parts.append(f"可能是 {'、'.join(could)}" if zh else f"could be {' or '.join(could)}")
    return " · ".join(parts)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a piece of a source on one line, without tags, and cut when it is long."""
    flat = " ".join(quotation(text).split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
