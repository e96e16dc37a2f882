"""What a sentence is read into: numbers with their words, figures, and what clauses have named."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, field

from govinfo.claims.scanner import Token
from govinfo.claims.words import is_skipped

__all__ = ["UNKNOWN", "Around", "FigureReading", "Frame"]

UNKNOWN = "?"
"""The thing of a figure that counts something that the lexicon lacks."""


@define(eq=False)
class Around:
    """A number and the words around it."""

    number: Token
    near: list[Token]
    """The tokens between it and the number or the clause before."""
    behind: list[Token]
    """The tokens between it and the next number or stop."""
    content: list[Token] = field(init=False)
    """Those of the words before that mean something."""
    tail: Token | None = field(init=False)
    """The last word with a meaning before the number."""
    _kinds: dict[str, list[Token]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        """Sort the words by kind once: the grammar asks for them again and again."""
        self.content = [one for one in self.near if not is_skipped(one)]
        self.tail, self._kinds = self.content[-1] if self.content else None, {}
        for token in self.content:
            self._kinds.setdefault(token.kind, []).append(token)

    def of_kind(self, kind: str) -> Sequence[Token]:
        """Return the words of one kind before the number."""
        return self._kinds.get(kind, ())

    @property
    def told(self) -> list[Token]:
        """The words that say what happened: those before the number, or else on both sides."""
        return self.near if self.of_kind("event") else [*self.near, *self.behind]


@define(eq=False)
class FigureReading:
    """One figure, and what the grammar made of it."""

    kind: str
    value: Token
    """The number; for a denial the words that deny, with a value of 0."""
    subject: str = ""
    thing: str = ""
    event: str = ""
    several: tuple[str, ...] = ()
    """The events that it counts together, where these are two outcomes."""
    ways: tuple[str, ...] = ()
    time: str = ""
    """What the time adds to the subject; empty for the year of the report."""
    scope: str | None = None
    words: dict[str, str] = field(factory=dict)
    """The words that gave thing, event, way, time and scope."""
    loose: bool = False
    """Whether words that the lexicon lacks, or a part, keep it from being the figure of a cell."""
    about: bool = False
    """Whether the sentence names the disclosure of information, as proceedings must."""
    whole: FigureReading | None = None
    """The figure that this is a part or a share of, or a change of."""
    way_before: bool = False
    """Whether a clause of its own names the way, as in 在互联网上，…."""
    opens: bool = False
    """Whether its parts may follow."""
    closed: bool = False
    """Whether the list of its parts was read to its end."""


@define
class Frame:
    """What the clauses before have named."""

    thing: str = ""
    thing_word: str = ""
    event: str = ""
    event_word: str = ""
    time: str = ""
    time_word: str = ""
    own_year: bool = False
    until: bool = False
    """Whether the time is a day of the year, up to which the figures reach."""
    scope: str | None = None
    compared: bool = False
    """Whether a year before has just been named to compare with."""
    among: bool = False
    """Whether a list of parts is open."""
    about: bool = False
    elsewhere: bool = False
    """Whether the heading of the paragraph names other work than requests."""
    subset: bool = False
    """Whether what follows is about some of the requests only, as behind 本年新收8件中."""
