"""A report to be spoken of."""

from __future__ import annotations

import random

import pytest

from govinfo.forms import form_by_id
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write


@pytest.fixture(scope="session")
def report() -> Report:
    """A report in which one row does not add up."""
    draft = write(form_by_id("form2021"), random.Random(7))
    return parse(render(draft.changed({"requests.new_received.total": 1}), "pipes"))
