"""Hypothesis strategies: reports that are consistent, reports that are not, and both as text.

They throw the same dice as everything else in the kit, so that what hypothesis finds, a seed can
find as well; and they shrink towards the plainest report: one agency, the first year, zeros
everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

from attrs import frozen

from govinfo.errors import MissingExtra
from govinfo.figures import Number
from govinfo.forms import Form
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.testing.damage import Damage
from govinfo.testing.dialects import VARIANTS, Style, render
from govinfo.testing.drafts.amounts import arbitrary, balanced
from govinfo.testing.drafts.authoring import write
from govinfo.testing.drafts.draft import Dice, Draft

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as missing:
    raise MissingExtra("govinfo.testing", "test") from missing

__all__ = [
    "Printed",
    "arbitrary_values",
    "consistent_reports",
    "consistent_values",
    "damaged",
    "dice",
    "narratives",
    "pages",
    "reports",
]

T = TypeVar("T")

TABLED = (FORM2021, FORM2019)
"""The forms that have tables."""


@frozen
class Printed:
    """A draft, and the text it became in one dialect."""

    draft: Draft
    dialect: str
    options: Mapping[str, Any]
    text: str


@frozen
class _Drawn:
    """Dice that hypothesis throws, and can throw again more plainly."""

    draw: Callable[[st.SearchStrategy[Any]], Any]

    def randint(self, a: int, b: int, /) -> int:
        return int(self.draw(st.integers(a, b)))

    def choice(self, seq: Sequence[T], /) -> T:
        return seq[self.randint(0, len(seq) - 1)]


@st.composite
def dice(draw: st.DrawFn) -> Dice:
    """Return dice for the functions of the kit; every throw is part of the example, and shrinks."""
    return _Drawn(draw)


@st.composite
def consistent_values(draw: st.DrawFn, form: Form) -> dict[str, Number]:
    """A number for every cell of the form, such that every identity between them holds."""
    return balanced(form, _Drawn(draw))


@st.composite
def arbitrary_values(draw: st.DrawFn, form: Form) -> dict[str, Number]:
    """A number for every cell of the form; nothing need add up."""
    return arbitrary(form, _Drawn(draw))


@st.composite
def consistent_reports(draw: st.DrawFn, forms: Iterable[Form] = TABLED) -> Draft:
    """Drafts on any of these forms whose numbers all agree with each other."""
    return write(draw(st.sampled_from(tuple(forms))), _Drawn(draw))


@st.composite
def reports(draw: st.DrawFn, forms: Iterable[Form] = TABLED) -> Draft:
    """Drafts on any of these forms, with numbers that need not agree."""
    return write(draw(st.sampled_from(tuple(forms))), _Drawn(draw), consistent=False)


def narratives() -> st.SearchStrategy[Draft]:
    """Drafts of the years before 2019: the headings of the 2007 Regulation, and no tables."""
    return consistent_reports((NARRATIVE2008,))


@st.composite
def pages(
    draw: st.DrawFn,
    drafts: st.SearchStrategy[Draft],
    dialects: Iterable[str] = ("pipes", "stacked", "markdown", "delimited", "spaced", "html"),
    styles: st.SearchStrategy[Style] | None = None,
) -> Printed:
    """Drafts as they are printed, in any of these dialects, with usual options or a given style."""
    dialect = draw(st.sampled_from(tuple(dialects)))
    options = dict(draw(st.sampled_from(VARIANTS[dialect])))
    if styles is not None:
        options["style"] = draw(styles)
    written = draw(drafts)
    return Printed(written, dialect, options, render(written, dialect, **options))


@st.composite
def damaged(draw: st.DrawFn, text: str, damage: Damage) -> str:
    """The text after one kind of damage."""
    return damage.apply(text, _Drawn(draw))
