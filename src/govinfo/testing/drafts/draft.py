"""A report before it is printed: what it says, without a word of how it is laid out.

A draft is what the laws of the reader are stated about: whatever dialect it is printed in, reading
it gives it back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol, TypeAlias, TypeVar

from attrs import evolve, field, frozen

from govinfo.figures import Number
from govinfo.forms import Form

__all__ = ["Change", "Dice", "Draft", "DraftPart"]

T = TypeVar("T")


class Dice(Protocol):
    """The dice for drafts: a seeded `random.Random`, or a hypothesis example that can shrink."""

    def randint(self, a: int, b: int, /) -> int:
        """Return a whole number from `a` to `b`, both included."""

    def choice(self, seq: Sequence[T], /) -> T:
        """Return one of the things; the plainest stands first."""


Change: TypeAlias = Callable[[str, Dice], str]
"""What happens to a text."""


@frozen
class DraftPart:
    """One of the parts of a report: its heading with its number, and the prose under it."""

    id: str
    heading: str
    paragraphs: tuple[str, ...] = ()


@frozen(repr=False)
class Draft:
    """One report as its author meant it; every figure at its address, every date a date."""

    form: Form
    agency: str
    year: int
    title: str
    introduction: str
    parts: tuple[DraftPart, ...]
    period: tuple[date, date]
    signed: date | None = None
    """The day under the signature."""
    created: date | None = None
    """成文日期, printed among the header fields."""
    published: date | None = None
    """发布日期, printed among the header fields."""
    index_number: str | None = None
    values: Mapping[str, Number] = field(factory=dict, hash=False)
    """The number of each cell; a cell without one is printed blank."""

    def __repr__(self) -> str:
        return f"<Draft {self.agency}, {self.year}, {self.form.id}>"

    def _repr_pretty_(self, printer: Any, _cycle: bool) -> None:  # noqa: ANN401, FBT001 - IPython's
        # Hypothesis would print every field, and bury what a failing test has to say.
        printer.text(repr(self))

    def expected(self) -> dict[str, Number | None]:
        """Return what a reader must find at every address of the form."""
        return {address: self.values.get(address) for address in self.form.addresses}

    def changed(self, values: Mapping[str, Number]) -> Draft:
        """Return the draft with other numbers in some of its cells."""
        return evolve(self, values={**self.values, **values})

    def without(self, addresses: Sequence[str]) -> Draft:
        """Return the draft with some of its cells left blank."""
        return evolve(
            self, values={a: value for a, value in self.values.items() if a not in addresses}
        )
