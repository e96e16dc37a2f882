"""Something in the data with the path that leads to it, so that what does not fit can be named."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from decimal import Decimal
from typing import TypeVar

from attrs import frozen

from govinfo.errors import UnreadableSource
from govinfo.figures import Number
from govinfo.forms import FORMS
from govinfo.spans import Span

__all__ = ["JsonValue", "Spans"]

T = TypeVar("T")
_DECIMAL = re.compile(r"[+-]?\d+(\.\d+)?(E[+-]?\d+)?", re.ASCII)
_LONGEST_CHARS = 60
_MOST_DIGITS = 40
"""No cell that is read as a number has more characters."""
_BEYOND = 10**_MOST_DIGITS
_MOST_POINTS = 10_000_000
"""No page is as large, and no table has as many rows."""


@frozen
class JsonValue:
    """Something in the data, and where: what is no report is refused by naming the place."""

    value: object
    path: str

    def unfit(self, wanted: str) -> UnreadableSource:
        """Return the error that says what was found here and what was wanted."""
        try:
            shown = repr(self.value)
        except (ValueError, RecursionError):
            # A number of some thousands of digits, or lists in lists without end.
            shown = f"a {type(self.value).__name__} too large to be shown"
        shown = shown if len(shown) <= _LONGEST_CHARS else f"{shown[:_LONGEST_CHARS]}..."
        return UnreadableSource(
            f"{self.path} is {shown}, where {wanted} was wanted; "
            "`report.to_dict()` makes such data, and `govinfo.serial.schema()` describes it"
        )

    def __getitem__(self, key: str) -> JsonValue:
        """Return the member of this name, which must be there."""
        if not isinstance(self.value, Mapping):
            raise self.unfit("an object")
        if key not in self.value:
            raise self.unfit(f"an object with the key {key!r}")
        return JsonValue(
            self.value[key], key if self.path == "the report" else f"{self.path}.{key}"
        )

    def items(self) -> list[tuple[str, JsonValue]]:
        """Return the members of an object."""
        if not isinstance(self.value, Mapping) or not all(
            isinstance(key, str) for key in self.value
        ):
            raise self.unfit("an object")
        return [(key, self[key]) for key in self.value]

    def each(self, read: Callable[[JsonValue], T]) -> tuple[T, ...]:
        """Return what `read` makes of each element of an array."""
        if not isinstance(self.value, list | tuple):
            raise self.unfit("an array")
        return tuple(
            read(JsonValue(item, f"{self.path}[{index}]")) for index, item in enumerate(self.value)
        )

    def maybe(self, read: Callable[[JsonValue], T]) -> T | None:
        """Return what `read` makes of this, or `None` where nothing is stated."""
        return None if self.value is None else read(self)

    def text(self) -> str:
        """Return a string."""
        if not isinstance(self.value, str):
            raise self.unfit("a string")
        return str(self.value)

    def whole(self) -> int:
        """Return an integer; `true` is none."""
        if not isinstance(self.value, int) or isinstance(self.value, bool):
            raise self.unfit("an integer")
        return self.value

    def truth(self) -> bool:
        """Return a boolean."""
        if not isinstance(self.value, bool):
            raise self.unfit("true or false")
        return self.value

    def number(self) -> Number:
        """Return a count, or the amount that a string spells."""
        number: object = self.value
        if isinstance(number, str) and len(number) <= _LONGEST_CHARS and _DECIMAL.fullmatch(number):
            number = Decimal(number)
        if not isinstance(number, int | Decimal) or isinstance(number, bool):
            raise self.unfit('an integer, or a decimal number in a string such as "12.50",')
        if not -_BEYOND < number < _BEYOND or (
            isinstance(number, Decimal) and number.adjusted() < -_MOST_DIGITS
        ):
            raise self.unfit(f"a number of at most {_MOST_DIGITS} digits")
        return number

    def point(self) -> float:
        """Return a number of a place: a count, or points on a page."""
        number = self.value
        if not isinstance(number, int | float) or isinstance(number, bool):
            raise self.unfit("a number")
        if not -_MOST_POINTS < number < _MOST_POINTS:
            raise self.unfit(f"a number from -{_MOST_POINTS} to {_MOST_POINTS}")
        return number

    def year(self) -> int:
        """Return a year that the calendar has, with the one before it and the one after."""
        if not MINYEAR < self.whole() < MAXYEAR:
            raise self.unfit(f"a year from {MINYEAR + 1} to {MAXYEAR - 1}")
        return self.whole()

    def cells(self) -> str:
        """Return the address of a cell that some form has, or of several, joined by `+`."""
        if not all(
            any(cell in form.positions for form in FORMS) for cell in self.text().split("+")
        ):
            raise self.unfit("the address of a cell, or of several with + between them,")
        return self.text()

    def day(self) -> date:
        """Return a date."""
        try:
            return date.fromisoformat(self.text())
        except ValueError:
            raise self.unfit("a date such as 2024-01-31") from None

    def one_of(self, *words: str) -> str:
        """Return one of these words."""
        if not isinstance(self.value, str) or self.value not in words:
            raise self.unfit(f"one of {', '.join(words)}")
        return self.text()


@frozen
class Spans:
    """How places are read that must lie within a source of this length."""

    length: int

    def __call__(self, found: JsonValue) -> Span:
        """Return a place that lies within the source."""
        return self.within(found["start"].whole(), found["end"].whole(), found)

    def within(self, start: int, end: int, found: JsonValue) -> Span:
        """Return the place from one offset to another, which must lie within the source."""
        if not 0 <= start <= end <= self.length:
            raise found.unfit(
                f"a start and an end, in order, within the {self.length} characters of source_text"
            )
        return Span(start, end)
