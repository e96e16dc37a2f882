"""The draft of a clerk: a report of a place that does not exist, right in all, and with slips."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from attrs import evolve

from govinfo.figures import Number
from govinfo.forms import form_by_id
from govinfo.testing.drafts import Draft, write

FORM = form_by_id("form2021")
COLUMNS = [column.id for column in FORM.table("requests").blocks[0].columns][:-1]
OUTCOMES = {
    "granted": (21, 4, 0, 1, 0, 0),
    "partially_granted": (3, 1, 0, 0, 0, 0),
    "denied_third_party": (2, 0, 0, 0, 0, 0),
    "denied_internal_affairs": (1, 0, 0, 0, 1, 0),
    "unable_not_held": (5, 2, 0, 0, 0, 1),
    "not_processed_petition": (2, 0, 0, 0, 0, 0),
    "other_misc": (1, 0, 0, 0, 0, 0),
}
OVER, FORWARD = (1, 1, 0, 0, 0, 0), (2, 0, 0, 0, 0, 0)
SENTENCE = "（二）依申请公开。本年新收政府信息公开申请45件，上年结转2件，结转下年度继续办理{}件。"


def cells() -> dict[str, Number]:
    """Return the figures of a report of which every sum holds."""
    ended = tuple(map(sum, zip(*OUTCOMES.values(), strict=True)))
    received = tuple(e + f - o for e, f, o in zip(ended, FORWARD, OVER, strict=True))
    rows = {
        **OUTCOMES,
        "outcomes_total": ended,
        "carried_over": OVER,
        "carried_forward": FORWARD,
        "new_received": received,
    }
    values: dict[str, Number] = dict.fromkeys(FORM.addresses, 0)
    for row, counts in rows.items():
        values |= {
            f"requests.{row}.{column}": count for column, count in zip(COLUMNS, counts, strict=True)
        }
        values[f"requests.{row}.total"] = sum(counts)
    return values | {
        "proactive.normative_documents.issued": 3,
        "proactive.normative_documents.in_force": 17,
        "proactive.licensing.decisions": 268,
        "proactive.administrative_fees.amount": Decimal("12.5"),
        "review.reconsideration.upheld": 1,
        "review.reconsideration.total": 1,
    }


@pytest.fixture(scope="session")
def right() -> Draft:
    """A draft in which nothing is wrong."""
    draft = write(FORM, random.Random(11), agency="松台县水务局", year=2024, values=cells())
    overview = evolve(draft.parts[0], paragraphs=(SENTENCE.format(2),))
    return evolve(draft, parts=(overview, *draft.parts[1:]))


@pytest.fixture(scope="session")
def wrong(right: Draft) -> Draft:
    """The draft with two digits turned, one total of a row too high, and a sentence that disagrees."""
    overview = evolve(right.parts[0], paragraphs=(SENTENCE.format(3),))
    draft = evolve(right, parts=(overview, *right.parts[1:]))
    return draft.changed(
        {"requests.granted.natural_person": 12, "requests.unable_not_held.total": 9}
    )
