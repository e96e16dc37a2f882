"""The claims of the documents of the corpus, against what was checked by hand once: figures and addresses alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from govinfo.claims.owner import Owner
from govinfo.model import Claim
from govinfo.reading import parse

EXPECTED = Path(__file__).parent / "expected"
DOCUMENTS = sorted(path.stem for path in EXPECTED.glob("*.json"))


def written(claim: Claim) -> list[Any]:
    """Return a claim as the files of expectations have it."""
    value = None if claim.value is None else str(claim.value)
    return [claim.kind, claim.subject, value, claim.unit, claim.hedged, claim.address, claim.scope]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_claims(corpus: Path, name: str) -> None:
    """Every figure that the prose states is found, with its cell where it has one, and nothing else is."""
    (path,) = corpus.glob(f"*/{name}.txt")
    expected = json.loads((EXPECTED / f"{name}.json").read_text(encoding="utf-8"))

    assert [written(claim) for claim in parse(path).claims] == expected


def test_every_document_is_checked(corpus: Path) -> None:
    """There is a file of expectations for every text of the corpus."""
    assert sorted(path.stem for path in corpus.glob("*/*.txt")) == DOCUMENTS


def test_the_year_without_the_head(corpus: Path) -> None:
    """The year that the claims are compared with is the year of the report's head."""
    reports = [parse(path) for path in sorted(corpus.glob("*/*.txt"))]

    assert [Owner(report).year for report in reports] == [report.year for report in reports]
