"""The heads of all real documents: what is read by hand comes out, or nothing does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from govinfo.head.dates import date_in
from govinfo.reading import parse

NUMBERS = ("001", "011", "013", "014", "016", "018", "020", "023", "024", "026")


def truth(corpus: Path, number: str) -> Any:
    """Return what was read by hand in a document."""
    return json.loads((corpus / "real" / "truth.json").read_text(encoding="utf-8"))[number]


@pytest.mark.parametrize("number", NUMBERS)
def test_head(corpus: Path, number: str) -> None:
    """Title, year, day of publication and of the signature are those of the document; the agency is its author."""
    meant = truth(corpus, number)
    for file in meant["files"]:
        report = parse(corpus / "real" / file)

        assert (report.title, report.year) == (
            re.sub(r"\s", "", meant["title"]),
            meant["report_year"],
        )
        assert report.published == date_in(meant.get("publish_date", ""))
        assert report.signed == date_in(meant.get("signature", ""))
        # A name may be stated in full only where the document does not say it.
        assert report.agency is not None
        assert report.agency.name in meant["agency"]
