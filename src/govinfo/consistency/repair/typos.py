"""The slips of a hand that copies figures: what was printed for what should have been."""

from __future__ import annotations

from collections.abc import Callable

from govinfo.consistency.messages import Statement

__all__ = ["SLIPS", "slip_of"]


def _mistyped(printed: str, right: str) -> bool:
    return len(printed) == len(right) and sum(map(str.__ne__, printed, right)) == 1


def _transposed(printed: str, right: str) -> bool:
    swapped = (
        right[:at] + right[at + 1] + right[at] + right[at + 2 :] for at in range(len(right) - 1)
    )
    return printed != right and printed in swapped


def _dropped(printed: str, right: str) -> bool:
    return any(printed == right[:at] + right[at + 1 :] for at in range(len(right)))


def _doubled(printed: str, right: str) -> bool:
    return any(printed == right[: at + 1] + right[at:] for at in range(len(right)))


def _added(printed: str, right: str) -> bool:
    return _dropped(right, printed)


SLIPS: tuple[tuple[Callable[[str, str], bool], Statement], ...] = (
    (_mistyped, Statement("一位数字写错", "one digit mistyped")),
    (_transposed, Statement("相邻两位颠倒", "two digits transposed")),
    (_dropped, Statement("少写一位", "one digit dropped")),
    (_doubled, Statement("一位重复", "one digit doubled")),
    (_added, Statement("多写一位", "one digit added")),
)
"""Every slip that is looked for, and what it is called."""


def slip_of(printed: object, right: object) -> Statement | None:
    """Return the slip by which one number was printed for another, or nothing when it takes more than one."""
    return next((name for is_it, name in SLIPS if is_it(str(printed), str(right))), None)
