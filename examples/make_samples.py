"""Make the sample reports beside this file: `python examples/make_samples.py`.

Every place and every figure in them is invented. The numbers after the forms are seeds: the same
seed makes the same report, so the samples change only when the kit does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

from attrs import field, frozen

from govinfo.figures import Number
from govinfo.forms import Form
from govinfo.forms.form2019 import FORM2019
from govinfo.forms.form2021 import FORM2021
from govinfo.forms.narrative2008 import NARRATIVE2008
from govinfo.forms.stats2008 import STATS2008
from govinfo.forms.stats2014 import STATS2014
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import Style, render
from govinfo.testing.documents.docx import docx
from govinfo.testing.documents.pdf import Setting, pdf
from govinfo.testing.drafts import write

REPORTS = Path(__file__).parent / "reports"
DOCUMENTS = Path(__file__).parent / "documents"


@frozen
class Sample:
    """One sample report: how it is drafted, changed, printed and worn."""

    form: Form
    seed: int
    dialect: str
    options: Mapping[str, Any] = field(factory=dict)
    changes: Mapping[str, Number] = field(factory=dict)
    damage: tuple[str, ...] = ()


def procurement(projects: int, amount: str) -> dict[str, Number]:
    """Return the cells of 政府集中采购, which dice make too small to be believed."""
    row = "proactive.government_procurement"
    return {f"{row}.projects": projects, f"{row}.amount": Decimal(amount)}


SAMPLES = {
    "form2021-pipes": Sample(FORM2021, 2031, "pipes"),
    "form2021-pipes-glossed": Sample(
        FORM2021,
        33306,
        "pipes",
        {"style": Style(metadata="none")},
        damage=("half_width_punctuation", "pinyin_glosses"),
    ),
    "form2021-stacked": Sample(
        FORM2021, 27288, "stacked", {"blank_lines": True}, damage=("site_chrome",)
    ),
    "form2021-stacked-pipes": Sample(
        FORM2021, 29284, "stacked", {"pipes": True, "style": Style(metadata="pairs")}
    ),
    "form2021-markdown": Sample(FORM2021, 21115, "markdown"),
    "form2021-collapsed": Sample(FORM2021, 40018, "collapsed"),
    "form2021-unbalanced": Sample(
        # One request more than was answered or carried forward: the only sample whose arithmetic is
        # broken.
        FORM2021,
        9663,
        "pipes",
        {"leading": True, "fillers": False},
        {"requests.new_received.natural_person": 14, "requests.new_received.total": 22},
    ),
    "form2019-stacked": Sample(
        FORM2019,
        8330,
        "stacked",
        {"indent": "  ", "style": Style(units=True)},
        procurement(17, "486250.50"),
    ),
    "form2019-markdown": Sample(
        FORM2019, 7616, "markdown", {"repeated": True}, procurement(3, "92800")
    ),
    "stats2014-narrative": Sample(
        STATS2014, 2041, "narrative", {"indent": "\u3000\u3000", "border": " "}
    ),
    "stats2008-pipes": Sample(STATS2008, 2115, "pipes"),
    "narrative2008": Sample(NARRATIVE2008, 9, "narrative", {"indent": "\u3000\u3000"}),
}
"""Every sample by the name of its file."""


DOCUMENT_SAMPLES: dict[str, Callable[[], bytes]] = {
    "form2021.pdf": lambda: pdf(write(FORM2021, Random(2372)), Setting(footers=True)),
    "form2021.html": lambda: render(
        write(FORM2021, Random(4711)), "html", nested=True, nbsp=True, chrome=True, breaks=True
    ).encode(),
    "form2019.docx": lambda: docx(write(FORM2019, Random(1446)), numbered=True),
}
"""The samples that are documents, by the name of their file."""


def made(sample: Sample) -> str:
    """Return the text of one sample."""
    dice = Random(sample.seed)
    draft = write(sample.form, dice).changed(sample.changes)
    text = render(draft, sample.dialect, **sample.options)
    for name in sample.damage:
        text = DAMAGE[name].apply(text, dice)
    return text


def main() -> None:
    """Write every sample into `reports` and `documents`."""
    REPORTS.mkdir(exist_ok=True)
    DOCUMENTS.mkdir(exist_ok=True)
    for name, document in DOCUMENT_SAMPLES.items():
        (DOCUMENTS / name).write_bytes(document())
    for name, sample in SAMPLES.items():
        (REPORTS / f"{name}.txt").write_text(made(sample), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
