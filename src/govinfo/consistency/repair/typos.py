"""Typing errors in numbers: how one number was printed for another."""

from __future__ import annotations

from collections.abc import Callable

from govinfo.consistency.messages import Statement

__all__ = ["SLIPS", "slip_of"]


def _is_dropped(printed: str, right: str) -> bool:
    return any(printed == right[:at] + right[at + 1 :] for at in range(len(right)))


SLIPS: tuple[tuple[Callable[[str, str], bool], Statement], ...] = (
    (
        lambda printed, right: (
            len(printed) == len(right) and sum(map(str.__ne__, printed, right)) == 1
        ),
        Statement("一位数字写错", "one digit mistyped"),
    ),
    (
        lambda printed, right: any(
            printed == right[:at] + right[at + 1] + right[at] + right[at + 2 :] != right
            for at in range(len(right) - 1)
        ),
        Statement("相邻两位颠倒", "two digits transposed"),
    ),
    (_is_dropped, Statement("少写一位", "one digit dropped")),
    (
        lambda printed, right: any(
            printed == right[: at + 1] + right[at:] for at in range(len(right))
        ),
        Statement("一位重复", "one digit doubled"),
    ),
    (lambda printed, right: _is_dropped(right, printed), Statement("多写一位", "one digit added")),
)
"""Every slip that is looked for, and its name."""


def slip_of(printed: object, right: object) -> Statement | None:
    """Return the one slip by which a number was printed for another; `None` if it takes more."""
    return next((name for is_it, name in SLIPS if is_it(str(printed), str(right))), None)
