"""What the site shows beside its pages: samples that are made when it is built."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from govinfo.consistency import Lang
from govinfo.reading import parse
from govinfo.review import review_page, reviewed

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
REVIEWED = ("form2021-unbalanced.txt", "form2021-stacked.txt")
LANGUAGES: dict[Lang, str] = {"zh": "review.html", "en": "review.en.html"}


def on_post_build(config: Mapping[str, str], **_: object) -> None:
    """Write the samples into the site."""
    folder = Path(config["site_dir"]) / "samples"
    folder.mkdir(exist_ok=True)
    subjects = [reviewed(parse(EXAMPLES / name), name) for name in REVIEWED]
    for lang, name in LANGUAGES.items():
        (folder / name).write_text(review_page(subjects, lang), encoding="utf-8")
