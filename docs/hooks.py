"""What the site shows beside its pages: samples that are made when it is built."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from govinfo.comparison import compare
from govinfo.consistency import Lang
from govinfo.reading import parse
from govinfo.review import review_page, reviewed

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
PANEL = EXAMPLES.parent / "panel"
REVIEWED = ("form2021-unbalanced.txt", "form2021-stacked.txt")
COMPARED = ("2022.txt", "2023.txt")
LANGUAGES: dict[Lang, str] = {"zh": ".html", "en": ".en.html"}
"""How the names of the samples in each language end."""


def on_post_build(config: Mapping[str, str], **_: object) -> None:
    """Write the samples into the site."""
    folder = Path(config["site_dir"]) / "samples"
    folder.mkdir(exist_ok=True)
    subjects = [reviewed(parse(EXAMPLES / name), name) for name in REVIEWED]
    comparison = compare(*(parse(PANEL / name) for name in COMPARED))
    for lang, ending in LANGUAGES.items():
        (folder / f"review{ending}").write_text(review_page(subjects, lang), encoding="utf-8")
        (folder / f"comparison{ending}").write_text(comparison.html(lang), encoding="utf-8")
