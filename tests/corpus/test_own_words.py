"""The project's sample prose is its own: no sentence of it comes from the reports of the corpus."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from govinfo.testing.drafts import wording
from govinfo.text.normalise import plain

RUN = 14
"""So many characters in a row, the same in both, would be a quotation."""


def squeezed(text: str) -> str:
    """Return the text in simplified characters and half-width punctuation, without blanks."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", plain(text)))


def pieces(value: object) -> Iterator[str]:
    """Yield the strings of a wording table, cut where a field is filled in, a law or the kind of report is named."""
    if isinstance(value, str):
        yield from re.split(r"\{\w+\}|《[^》]*》|政府信息公开工作年度报告", value)
    elif isinstance(value, dict):
        yield from pieces(tuple(value.values()))
    elif isinstance(value, tuple):
        for item in value:
            yield from pieces(item)


def test_no_sentence_is_borrowed(corpus: Path) -> None:
    """No run of fourteen characters stands both in the kit's wording and in the corpus."""
    texts = squeezed(
        "\n".join(path.read_text(encoding="utf-8") for path in sorted(corpus.glob("*/*.txt")))
    )
    own = [squeezed(piece) for name in wording.__all__ for piece in pieces(getattr(wording, name))]
    runs = {piece[at : at + RUN] for piece in own for at in range(len(piece) - RUN + 1)}

    assert {run for run in runs if run in texts} == set()
