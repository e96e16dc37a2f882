"""The built-in adapters keep the contract that plug-ins are held to."""

from __future__ import annotations

from random import Random

from govinfo.adapters.dialects.collapsed import COLLAPSED
from govinfo.adapters.dialects.columns import COLUMNS
from govinfo.adapters.dialects.delimited import DELIMITED
from govinfo.adapters.dialects.drawn import DRAWN
from govinfo.adapters.dialects.html import HTML
from govinfo.adapters.dialects.latex import LATEX
from govinfo.adapters.dialects.markdown import MARKDOWN
from govinfo.adapters.dialects.narrative import NARRATIVE
from govinfo.adapters.dialects.otsl import OTSL
from govinfo.adapters.dialects.pipes import PIPES
from govinfo.adapters.dialects.spaced import SPACED
from govinfo.adapters.dialects.stacked import STACKED
from govinfo.adapters.dialects.wiki import WIKI
from govinfo.figures import Number
from govinfo.forms import Form
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.testing.contract import AdapterContract
from govinfo.testing.dialects import VARIANTS, render
from govinfo.testing.drafts import Draft, write


def specimens(dialect: str, *forms: Form) -> dict[str, dict[str, Number | None]]:
    """Return one report for each form and each variant of the dialect, with its values."""
    dice = Random(7)
    drafts = [(write(form, dice), options) for form in forms for options in VARIANTS[dialect]]
    return {render(draft, dialect, **options): draft.expected() for draft, options in drafts}


def few() -> Draft:
    """A report of an office of which little was asked: nearly every cell is 0."""
    draft = write(FORM2021, Random(5))
    rows = {
        "new_received": 12,
        "granted": 9,
        "unable_not_held": 2,
        "outcomes_total": 11,
        "carried_forward": 1,
    }
    asked = {
        f"requests.{row}.{column}": n
        for row, n in rows.items()
        for column in ("natural_person", "total")
    }
    return draft.changed(dict.fromkeys(draft.values, 0) | asked)


FEW = few()


class TestPipes(AdapterContract):
    """One row a line, the cells divided by pipes."""

    adapter = PIPES
    specimens = specimens("pipes", FORM2021, FORM2019)
    dialects = ("pipes",)


class TestLatex(AdapterContract):
    """Tables of LaTeX."""

    adapter = LATEX
    specimens = specimens("latex", FORM2021, FORM2019)
    dialects = ("latex",)


class TestOtsl(AdapterContract):
    """Cells behind the tags of OTSL."""

    adapter = OTSL
    specimens = specimens("otsl", FORM2021, FORM2019)
    dialects = ("otsl",)


class TestStacked(AdapterContract):
    """One cell a line."""

    adapter = STACKED
    specimens = specimens("stacked", FORM2021, FORM2019)
    dialects = ("stacked",)


class TestMarkdown(AdapterContract):
    """GFM tables."""

    adapter = MARKDOWN
    specimens = specimens("markdown", FORM2021, FORM2019)
    dialects = ("markdown",)


class TestDelimited(AdapterContract):
    """Commas, tabs or semicolons between cells."""

    adapter = DELIMITED
    specimens = specimens("delimited", FORM2021, FORM2019)
    dialects = ("delimited",)


class TestColumns(AdapterContract):
    """Cells under each other, with spaces between."""

    adapter = COLUMNS
    specimens = specimens("columns", FORM2021, FORM2019) | specimens("frames", FORM2021, FORM2019)
    dialects = ("columns", "frames", "scattered")


class TestSpaced(AdapterContract):
    """One space between cells."""

    adapter = SPACED
    specimens = specimens("spaced", FORM2021, FORM2019)
    dialects = ("spaced",)


class TestCollapsed(AdapterContract):
    """No separators at all: what the sums of the form settle."""

    adapter = COLLAPSED
    specimens = {render(FEW, "collapsed"): FEW.expected()}  # noqa: RUF012 - set once, as in the others
    dialects = ("collapsed",)


class TestHtml(AdapterContract):
    """Web pages."""

    adapter = HTML
    specimens = specimens("html", FORM2021, FORM2019)
    dialects = ("html",)


class TestDrawn(AdapterContract):
    """Tables drawn with lines."""

    adapter = DRAWN
    specimens = specimens("drawn", FORM2021, FORM2019)
    dialects = ("drawn",)


class TestWiki(AdapterContract):
    """Tables in the markup of a wiki."""

    adapter = WIKI
    specimens = specimens("wiki", FORM2021, FORM2019)
    dialects = ("wiki",)


class TestNarrative(AdapterContract):
    """Prose alone."""

    adapter = NARRATIVE
    specimens = specimens("narrative", NARRATIVE2008)
    # The last adapter to be asked takes whatever no other one wants; what is no report is told
    # later.
    foreign = ()
