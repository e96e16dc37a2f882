"""How one figure is shown: four kinds of no number look different from each other and from zero."""

from __future__ import annotations

from decimal import Decimal

from govinfo.figures import Figure, Number, Origin, State

__all__ = ["LEGEND", "classes", "number", "shortened", "shown", "told"]

_GLYPHS = {State.BLANK: "␣", State.ABSENT: "·"}
_LONGEST = 24

LEGEND: dict[str, tuple[str, str]] = {
    "inferred": ("7*", "推定 inferred from the form's own identities"),
    "blank": ("␣", "空白 blank"),
    "not_applicable": ("/", "不适用 not applicable"),
    "illegible": ("1?6", "难辨 illegible"),
    "absent": ("·", "缺 not in the document"),
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


def classes(figure: Figure) -> str:
    """Return the names of what is special about a figure, for the style sheet and the legend."""
    names = [figure.state.value]
    if figure.origin is Origin.INFERRED:
        names.append(figure.origin.value)
    if figure.value == 0:
        names.append("zero")
    return " ".join(names)


def told(figure: Figure) -> str:
    """Return in one line what a figure is: value and unit, how it stands, and what it could be."""
    value = "no number" if figure.value is None else number(figure.value)
    if figure.value is not None and figure.unit:
        value += f" {figure.unit}"
    parts = [value, figure.state.value.replace("_", " ")]
    if figure.origin is Origin.INFERRED:
        parts.append("inferred")
    if figure.raw:
        parts.append(f"as printed: {shortened(figure.raw)}")
    if figure.candidates:
        parts.append(f"could be {' or '.join(map(number, figure.candidates))}")
    return " · ".join(parts)


def shortened(text: str, longest: int = _LONGEST) -> str:
    """Return a text on one line, cut when it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 1]}…"
