"""What character recognition leaves of digits: `O` for 0, `l` for 1, and `2 31` for 231.

Such a cell is read when its row adds up with it. Elsewhere what letters look like is a candidate;
digits that stand apart may be several figures.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from govinfo.binding.assignment import Bound, settle_illegible, settle_printed, span_of
from govinfo.figures import Address, Number, Origin, Printed, State, read_cell
from govinfo.notes import Note
from govinfo.page import NOWHERE

__all__ = ["number_of_letters", "settle_misread"]

_DIGITS = str.maketrans({**dict.fromkeys("OoＯ〇○零", "0"), **dict.fromkeys("lI一", "1")})
"""The letters and the digits that they stand for."""
_LONGEST_NUMBER_CHARS = 9
_GAP = re.compile(r"(?<=\d)[ \xa0\u2002-\u200a\u202f]{1,2}(?=\d)")


def settle_misread(bound: Bound) -> None:
    """Enter the cells that hold letters for digits, or digits apart, where a row adds up with them.

    A note names the identity that a row keeps.
    """
    # Most pages have no such cell, and few different ones.
    cells = {bound.tokens[place] for place in bound.places if place != NOWHERE}
    illegible = [cell for cell in cells if read_cell(cell).state is State.ILLEGIBLE]
    if all(_number_in(cell) is None for cell in illegible):
        return
    addresses = (*bound.form.addresses, *bound.others)
    misread, kept = _misread_cells(bound, addresses)
    for index, value in misread.items():
        address, span = addresses[index], span_of(bound, [bound.places[index]])
        raw = bound.page.text.source[span.start : span.end]
        identity = kept.get(address.rpartition(".")[0])
        if identity is None and number_of_letters(bound.tokens[bound.places[index]]) is None:
            continue
        if identity is None:
            settle_illegible(bound, index, span, [value])
            message = f"{raw!r} is no number that could be read; it may stand for {value}"
            bound.notes.append(Note("cell_unreadable", message, span))
        else:
            settle_printed(bound, index, Printed(State.PRINTED, value), span, Origin.INFERRED)
            message = f"{raw!r} is read as {value}: its row keeps {identity} with it"
            bound.notes.append(Note("digits_recognised", message, span))


def _misread_cells(
    bound: Bound, addresses: Sequence[Address]
) -> tuple[dict[int, int], dict[str, str]]:
    """Return what cells of letters or of digits apart look like, and which rows add up with it.

    Returns:
        The numbers by the positions of their addresses; and for each row that keeps an identity of
        its own, as `table.row`, the id of that identity.

    """
    misread, values, kept = dict[int, int](), dict[str, Number | None](), dict[str, str]()
    for index, (address, place) in enumerate(zip(addresses, bound.places, strict=True)):
        if index in bound.settled or place == NOWHERE:
            continue
        printed = read_cell(bound.tokens[place])
        values[address] = printed.value
        if printed.state is State.ILLEGIBLE:
            number = _number_in(bound.tokens[place])
            if number is not None:
                misread[index] = values[address] = number
    for identity in bound.form.identities if misread else ():
        for equation in identity.equations:
            left, right = equation.sums(values, None)
            if equation.row is not None and left is not None and left == right:
                kept[equation.row] = identity.id
    return misread, kept


def _number_in(cell: str) -> int | None:
    """Return the number that a cell of letters looks like, or that its digits make together."""
    number = number_of_letters(cell)
    return number if number is not None else number_of_letters(_GAP.sub("", cell))


def number_of_letters(cell: str) -> int | None:
    """Return the number that the letters and digits in a cell look like, or `None`."""
    digits = cell.strip(" \t\r\n|\u3000").translate(_DIGITS)
    if not (digits.isdecimal() and digits.isascii() and len(digits) <= _LONGEST_NUMBER_CHARS):
        return None
    return int(digits) if digits == "0" or digits[0] != "0" else None
