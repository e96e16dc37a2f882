"""Accidents of single lines: a zero that is lost, and figures that are in the place of others.

Each line that does not add up gets the versions that would. The versions of all lines are then
chosen together, so that as many identities as possible hold; a line for which they hold as printed
keeps what is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from govinfo.accidents.sheet import Candidates, Line, LineSum, Sheet
from govinfo.figures import Number

__all__ = ["undo_rotations", "undo_shifts"]

_MOST_LOST_ZEROS = 3
"""This many zeros of one line may be lost."""
_PASSES = 3
"""The versions of all lines settle in so many passes."""
_ENOUGH_LINES = 3
"""This many lines with the same accident need no further evidence each."""
_ENOUGH_IDENTITIES = 2
"""This many identities that hold only when the accident is undone are evidence enough."""

Version: TypeAlias = tuple[Number, ...]
_Versions: TypeAlias = Callable[
    [Sequence[Number | None], Sequence[LineSum]], Iterator[list[Version]]
]
"""A function that yields the versions of a line that add up, the likeliest first, in groups."""


def undo_shifts(sheet: Sheet) -> Candidates:
    """Undo lost zeros: the figures behind each moved left, and the line was filled at its end."""
    found, blanks = _undo_lines(sheet, _insert_zeros), dict[str, tuple[Number, ...]]()
    for table in sheet.tables:
        if not any(cell in found for line in table for cell in line):
            continue
        # A line of zeros that lost one of them has a blank at its end.
        for line in table:
            *others, last = (sheet.values[cell] for cell in line)
            if last is None and not any(others) and None not in others:
                blanks[line[-1]] = (0,)
    return {**found, **blanks}


def undo_rotations(sheet: Sheet) -> Candidates:
    """Undo wrapped lines: the figures of the second line were put before those of the first."""
    found = _undo_lines(sheet, _rotate)
    if len({cell.rpartition(".")[0] for cell in found}) <= 1:
        return found
    # Other lines add up as printed, but better when they are wrapped back as well.
    whole = sheet.with_values({cell: numbers[0] for cell, numbers in found.items()})
    hidden = dict[str, tuple[Number, ...]]()
    for line in (line for table in sheet.tables for line in table if found.keys().isdisjoint(line)):
        printed = [sheet.values[cell] for cell in line]
        versions = next(_rotate(printed, sheet.inside(line)), [])
        better = [one for version in versions if whole.gain(one := _numbers(line, version)) > 0]
        hidden |= _candidates(sheet, line, better) if better else {}
    return {**found, **hidden}


def _insert_zeros(
    printed: Sequence[Number | None], sums: Sequence[LineSum]
) -> Iterator[list[Version]]:
    width = len(printed)
    for lost in range(1, _MOST_LOST_ZEROS + 1):
        begin, filled = printed[: width - lost], set(printed[width - lost :])
        kept = [number for number in begin if number is not None]
        if filled not in ({None}, {0}) or len(kept) < len(begin) or not any(kept):
            return
        if any(own.totals_line for own in sums) and sum(kept) not in (0, 2 * kept[-1]):
            continue  # as the total stands either the last figure that is printed, or a zero
        # From left to right, each beginning with the number of its zeros: most beginnings fail in
        # the first sum that ends in them.
        begun: list[tuple[Version, int]] = [((), 0)]
        for at in range(width):
            # Behind each beginning comes a zero that was lost, or the next figure.
            longer = list[tuple[Version, int]]()
            for version, zeros in begun:
                if zeros < lost:
                    longer.append(((*version, 0), zeros + 1))
                if len(version) - zeros < len(kept):
                    longer.append(((*version, kept[len(version) - zeros]), zeros))
            ending = [own for own in sums if own.last == at]
            begun = [one for one in longer if all(own.holds(one[0]) for own in ending)]
        # A version that only fills the blanks moves nothing.
        versions = dict.fromkeys(version for version, _ in begun)
        yield [version for version in versions if version[: len(kept)] != tuple(kept)]


def _rotate(printed: Sequence[Number | None], sums: Sequence[LineSum]) -> Iterator[list[Version]]:
    numbers = [number for number in printed if number is not None]
    if len(numbers) < len(printed):
        return
    # The figure that comes to stand last is the total of the others, where the line has one.
    is_summed, both = any(own.totals_line for own in sums), sum(numbers)
    last = (at for at in range(1, len(numbers)) if not is_summed or 2 * numbers[at - 1] == both)
    versions = ((*numbers[at:], *numbers[:at]) for at in last)
    yield [one for one in versions if all(own.holds(one) for own in sums)]


def _undo_lines(sheet: Sheet, versions_of: _Versions) -> dict[str, tuple[Number, ...]]:
    """Return what the cells of damaged lines may hold; empty where the sums do not confirm it."""
    versions = dict[Line, list[Version]]()
    for line in sheet.torn:
        groups = versions_of([sheet.values[cell] for cell in line], sheet.inside(line))
        if fitting := next(filter(None, groups), None):
            versions[line] = fitting
    chosen = _choose(sheet, versions)
    whole = sheet.with_values({cell: n for line in chosen for cell, n in chosen[line].items()})
    found = dict[str, tuple[Number, ...]]()
    for line, own in chosen.items():
        gain = -whole.gain({cell: sheet.values[cell] for cell in own})
        changed = [cell for cell in line if own[cell] != sheet.values[cell]]
        is_confirmed = gain >= _ENOUGH_IDENTITIES or len(chosen) >= _ENOUGH_LINES
        if gain > 0 and (is_confirmed or not whole.is_crossed(line, changed)):
            # Where one line alone is damaged, the others tell its versions apart.
            others = (_numbers(line, version) for version in versions[line])
            best = [one for one in others if len(chosen) > 1 or whole.gain(one) == 0]
            found |= _candidates(sheet, line, [own, *best])
    return found


def _candidates(
    sheet: Sheet, line: Line, versions: Sequence[Mapping[str, Number | None]]
) -> dict[str, tuple[Number, ...]]:
    """Return what the cells of a line hold in these versions, if it is not always as printed."""
    found = dict[str, tuple[Number, ...]]()
    for cell in line:
        numbers = dict.fromkeys(version[cell] for version in versions)
        if any(number != sheet.values[cell] for number in numbers):
            found[cell] = tuple(number for number in numbers if number is not None)
    return found


def _numbers(line: Line, version: Version) -> dict[str, Number | None]:
    """Return what the cells of a line hold in a version."""
    return dict(zip(line, version, strict=True))


def _choose(
    sheet: Sheet, versions: Mapping[Line, Sequence[Version]]
) -> dict[Line, dict[str, Number | None]]:
    """Return the versions with which most identities hold; a line for which these do not count."""
    chosen = {line: _numbers(line, own[0]) for line, own in versions.items()}
    for _ in range(_PASSES):
        for line, own in versions.items():
            rest = {
                cell: n for other in chosen if other != line for cell, n in chosen[other].items()
            }
            others = sheet.with_values(rest)
            options = [_numbers(line, version) for version in own]
            best = max(options, key=others.gain)
            if others.gain(best) > 0:
                chosen[line] = best
            else:
                chosen.pop(line, None)
    return chosen
