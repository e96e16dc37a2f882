"""Typing errors in numbers: how one number is printed for another."""

from __future__ import annotations

from collections.abc import Callable, Mapping

__all__ = ["SLIPS", "is_slip"]


def _is_dropped(printed: str, right: str) -> bool:
    return any(printed == right[:at] + right[at + 1 :] for at in range(len(right)))


SLIPS: Mapping[str, Callable[[str, str], bool]] = {
    "mistyped": lambda printed, right: (
        len(printed) == len(right) and sum(map(str.__ne__, printed, right)) == 1
    ),
    "transposed": lambda printed, right: any(
        printed == right[:at] + right[at + 1] + right[at] + right[at + 2 :] != right
        for at in range(len(right) - 1)
    ),
    "dropped": _is_dropped,
    "doubled": lambda printed, right: any(
        printed == right[: at + 1] + right[at:] for at in range(len(right))
    ),
    "added": lambda printed, right: _is_dropped(right, printed),
}
"""Every slip of one digit, by its name: whether a number was printed for another in this way."""


def is_slip(printed: object, right: object) -> bool:
    """Return whether a number differs from another by one slip."""
    return any(is_it(str(printed), str(right)) for is_it in SLIPS.values())
