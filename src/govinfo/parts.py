"""The parts of a report that are values of their own: the agency, the head, sections and claims."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from govinfo.figures import Number
from govinfo.notes import Note
from govinfo.spans import Span

__all__ = ["Agency", "Claim", "Head", "Section"]


@frozen
class Agency:
    """The body that made the report."""

    name: str
    """The name as the document states it, in simplified characters."""
    level: str | None = None
    """What the name alone tells: `department`, `township`, `county_government` and so on; `None` when it does not."""

    def __str__(self) -> str:
        return self.name

    @property
    def is_department(self) -> bool:
        """Whether the name is that of a department; governments and their offices are none."""
        return self.level in {"department", "state_council_department"}

    @property
    def is_government(self) -> bool:
        """Whether the name is that of a local government at county level or above, not of its general office."""
        governments = {"provincial_government", "prefecture_government", "county_government", "government"}
        return self.level in governments and not self.name.endswith("办公厅")


@frozen
class Head:
    """What a report says about itself, above, below and beside its six parts."""

    title: str | None = None
    year: int | None = None
    agency: Agency | None = None
    period: tuple[date, date] | None = None
    published: date | None = None
    created: date | None = None
    signed: date | None = None
    metadata: dict[str, str] = field(factory=dict, hash=False)
    notes: tuple[Note, ...] = ()


@frozen
class Section:
    """One part of a report."""

    id: str
    title: str
    """The heading as printed, glosses and ornaments removed."""
    text: str
    """Everything below the heading, without glosses, in simplified characters."""
    span: Span
    """The part with its heading, in the source."""


@frozen
class Claim:
    """A figure stated in prose."""

    kind: str
    """`count`, `percent`, `change`, `none_occurred` or `sum`."""
    value: Number | None
    unit: str | None
    hedged: bool
    """Whether the sentence says 余, 约, 近 or 多: then the figure is not exact."""
    subject: str
    """A stable id of what is counted, such as `requests_received`."""
    address: str | None
    """The cell, or the sum of cells joined by `+`, that the claim is about."""
    scope: str | None
    """本级, 全市 and the like, or `None`."""
    span: Span
    sentence_span: Span
