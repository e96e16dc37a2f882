"""The glossary: the words that the commands and tables say are those it explains."""

from __future__ import annotations

from pathlib import Path

import pytest

from govinfo import Blame, Severity, Verdict
from govinfo.figures import Origin, State
from govinfo.wording.words import word

GLOSSARY = Path("docs/glossary.zh.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", [Severity, Verdict, Blame, State])
def test_the_chinese_glossary_has_the_words_that_are_said(kind: type[Severity]) -> None:
    """Each id of a kind stands in the glossary with the Chinese word that is shown for it."""
    missing = [
        one.value for one in kind if f"`{one.value}`（{word(one.value, 'zh')}）" not in GLOSSARY
    ]
    assert missing == []


@pytest.mark.parametrize("origin", Origin)
def test_the_chinese_glossary_names_each_origin(origin: Origin) -> None:
    """The origins stand in the glossary by their ids."""
    assert f"`{origin.value}`" in GLOSSARY
