"""Typing errors in numbers, in words."""

from __future__ import annotations

from govinfo.consistency.names import Statement
from govinfo.slips import SLIPS

__all__ = ["slip_of"]

_NAMES = {
    "mistyped": Statement("一位数字写错", "one digit mistyped"),
    "transposed": Statement("相邻两位颠倒", "two digits transposed"),
    "dropped": Statement("少写一位", "one digit dropped"),
    "doubled": Statement("一位重复", "one digit doubled"),
    "added": Statement("多写一位", "one digit added"),
}


def slip_of(printed: object, right: object) -> Statement | None:
    """Return the one slip by which a number was printed for another; `None` if it takes more."""
    return next(
        (_NAMES[name] for name, is_it in SLIPS.items() if is_it(str(printed), str(right))), None
    )
