"""The parts of a report that are values: agency, head, sections, claims, and method."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen

from govinfo.errors import require_language
from govinfo.figures import Number
from govinfo.geography.surroundings import NOTHING_SAID, Surroundings
from govinfo.notes import Note
from govinfo.spans import Span
from govinfo.wording import Lang
from govinfo.wording.subjects import subject_name
from govinfo.wording.widths import padded
from govinfo.wording.words import word

if TYPE_CHECKING:
    from govinfo.geography.regions import Location, Region

__all__ = ["Agency", "Claim", "Considered", "Head", "Mark", "Method", "Section", "Unread"]


class Mark(NamedTuple):
    """Where the heading of a section stands on its page."""

    section: str
    """The id of the section."""
    token: int
    """The token of the page with the heading."""
    begin: int = 0
    """Where the heading begins in its token, in characters."""
    end: int | None = None
    """Where it ends there; `None` where the heading is the rest of the token."""


@frozen
class Agency:
    """The body that wrote the report."""

    name: str
    """The name as the document states it, in simplified characters."""
    level: str | None = None
    """The level that the name shows, such as `department` or `township`; otherwise `None`."""
    _page: Surroundings = field(default=NOTHING_SAID, eq=False, repr=False)

    @property
    def region(self) -> Region | None:
        """The place of the body by GB/T 2260; `None` where the page does not name one place only.

        The name decides if it is that of one place, as 南京市鼓楼区司法局 is. There are several
        districts called 鼓楼区: then the title, the body that published the report, its index
        number, and the owner of the website decide.
        """
        return self._location.region

    @property
    def region_candidates(self) -> tuple[Region, ...]:
        """The places between which the page does not decide; empty where there is a region."""
        return self._location.candidates

    @property
    def id(self) -> str | None:
        """The same over the years for a body in a place that got another name or code.

        It is the id of the place and the name of the organ there, such as `320106:司法局`; `None`
        where the place or the level of the body is not known.
        """
        return self._location.id

    def on_page(self, page: Surroundings) -> Agency:
        """Return the agency with what its page says of its place, unless it has that already."""
        return self if self._page != NOTHING_SAID else Agency(self.name, self.level, page)

    @property
    def distinct_name(self) -> str:
        """The name; with its whole place before it where the name alone may be that of several."""
        return self._location.full_name or self.name

    @property
    def _location(self) -> Location:
        from govinfo.geography.regions import locate

        return locate(self.name, *self._page)

    def __str__(self) -> str:
        return self.name

    @property
    def is_department(self) -> bool:
        """Whether the name is that of a department; a government's general office is none."""
        return self.level in {"department", "state_council_department"}

    @property
    def is_government(self) -> bool:
        """Whether the name is that of a government of a county or above, not of its office."""
        governments = {
            "provincial_government",
            "prefecture_government",
            "county_government",
            "government",
        }
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
class Considered:
    """One reading that competed for a text: an adapter and a strategy, and what they explain."""

    adapter: str
    """The name of the adapter."""
    strategy: str
    """The name of the strategy that found the cells."""
    rows: int
    """The rows of the tables in which every cell was read."""
    cells: int
    """The cells with a number, a blank, or a sign that there is none."""
    held: int
    """The sums of the form that hold."""
    broken: int
    """The sums of the form that do not hold."""
    verdict: str
    """Why the reading was taken or not, in a few words."""


@frozen
class Method:
    """How the cells of a report were found: the adapter, the strategy and the module."""

    adapter: str = ""
    """The name of the adapter that made a page of the text."""
    strategy: str = ""
    """`exact`, `rowwise`, `unseparated`, `unordered`, `annex`, `prose`; empty if not known."""
    module: str = ""
    """The module of govinfo that found the cells: look there for the cause of a wrong figure."""
    considered: tuple[Considered, ...] = ()
    """The readings that competed, the surest first; empty where the first one was complete."""


@frozen
class Section:
    """One part of a report, such as 一、总体情况."""

    id: str
    """One of `overview`, `proactive_disclosure`, `requests`, `review_litigation`, `problems`,
    `other_matters`.
    """
    title: str
    """The heading as printed, without glosses and ornaments."""
    text: str
    """Everything below the heading, without glosses, in simplified characters."""
    span: Span
    """The part with its heading, in the source text."""


@frozen
class Claim:
    """A figure stated in prose."""

    kind: str
    """`count`, `percent`, `change`, `none_occurred` or `sum`."""
    value: Number | None
    """The number; 0 for `none_occurred`, negative for a decrease."""
    unit: str | None
    """The measure word as printed, such as 件."""
    hedged: bool
    """Whether the sentence makes the figure approximate (余, 约, 近, 多)."""
    subject: str
    """A stable id of what is counted, such as `requests_received`."""
    address: str | None
    """The address of the cell with the same count, or several joined by `+`; `None` if none."""
    scope: str | None
    """The bodies that the sentence covers, such as 本级 or 全市; `None` if it does not say."""
    span: Span
    """The figure with its unit, in the source text."""
    sentence_span: Span
    """The sentence, in the source text."""
    thing: str | None = None
    """What is counted, by the id of the lexicon, such as `request`."""
    event: str | None = None
    """What happened to it, such as `receive`; `None` if the sentence does not say."""
    time: str | None = None
    """`year` for that of the report, `prior_year`, `other_year`, `cumulative` or `part_year`."""
    hedge: str | None = None
    """The words that make the figure approximate, such as 余."""
    refers_to: Span | None = None
    """The figure that this one is a part of, or a share or a change of, in the source text."""
    closed: bool = False
    """Whether the list of the parts of this total was read to its end."""
    words: tuple[tuple[str, str], ...] = ()
    """The words that gave thing, event, way, time and scope, each with its name."""

    def _repr_html_(self) -> str:
        from govinfo.rendering import claim_html

        return claim_html(self)

    def explain(self, lang: Lang = "zh") -> str:
        """Return which words of the sentence gave the claim what it says, one a line.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        printed = "" if self.unit is None else f" {self.unit}"
        lines = [f"{self.subject}: {self.value}{printed} ({self.kind})"]
        if lang == "zh":
            name = f"{subject_name(self.subject, lang)}（{self.subject}）"
            lines = [f"{name}：{self.value}{printed}（{word(self.kind, lang)}）"]
        facts = [*self.words, *([] if self.hedge is None else [("hedge", self.hedge)])]
        facts.append(("cell", self.address or ("无" if lang == "zh" else "none")))
        lines += [f"  {padded(word(name, lang), 8)} {fact}" for name, fact in facts]
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.explain()


@frozen
class Unread:
    """A number that the reader saw and could not make a figure of."""

    span: Span
    """The number, in the source text."""
    table: str | None
    """The table that it stands in, such as `requests`; `None` for a number in prose."""
    reason: str
    """Why it is in no cell, in English."""

    def text(self, lang: Lang = "zh") -> str:
        """Return why it is in no cell.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        from govinfo.wording.sentences import in_language  # only where reasons are told

        require_language(lang)
        return in_language(self.reason, lang)

    def __str__(self) -> str:
        return self.text()
