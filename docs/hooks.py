"""What the build adds to the pages: samples beside them, and places where long names may break."""

from __future__ import annotations

import re
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

_CELL = re.compile(r"<td[^>]*>.*?</td>", re.DOTALL)
_JOINT = re.compile(r"(?<=[a-z0-9*])[._](?=[a-z0-9*])")
"""Where two words of an address or a subject meet."""


def on_page_content(html: str, **_: object) -> str:
    """Let long names in cells of tables break between their words, not within one."""
    return _CELL.sub(
        lambda cell: re.sub(
            r"(?<=<code>)[^<]+", lambda name: _JOINT.sub(r"\g<0><wbr>", name[0]), cell[0]
        ),
        html,
    )


def on_post_build(config: Mapping[str, str], **_: object) -> None:
    """Write the samples into the site."""
    folder = Path(config["site_dir"]) / "samples"
    folder.mkdir(exist_ok=True)
    subjects = [reviewed(parse(EXAMPLES / name), name) for name in REVIEWED]
    comparison = compare(*(parse(PANEL / name) for name in COMPARED))
    for lang, ending in LANGUAGES.items():
        (folder / f"review{ending}").write_text(review_page(subjects, lang), encoding="utf-8")
        (folder / f"comparison{ending}").write_text(comparison.html(lang), encoding="utf-8")
