"""Each doubt of the table makes the figures of its example unsure, and nothing else does."""

from __future__ import annotations

import pytest

from govinfo.claims import doubts
from govinfo.claims.doubts import DOUBTS, Doubt
from govinfo.reading import parse

_PAGE = (
    "云岫市粮食局2023年政府信息公开工作年度报告\n一、总体情况\n{general}。\n"
    "二、主动公开政府信息情况\n略。\n三、收到和处理政府信息公开申请情况\n略。\n"
    "四、政府信息公开行政复议、行政诉讼情况\n{cases}。\n"
    "五、存在的主要问题及改进情况\n栏目偏多。\n六、其他需要报告的事项\n略。\n"
)


@pytest.mark.parametrize("doubt", DOUBTS, ids=lambda one: one.name)
def test_an_example_is_unsure_because_of_its_doubt(
    doubt: Doubt, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A figure of the example is tied, or its list closed, only where the doubt is not known."""
    doubted = sure(doubt.example)
    monkeypatch.setattr(doubts, "DOUBTS", tuple(one for one in DOUBTS if one is not doubt))
    assert doubted < sure(doubt.example)


def test_doubts_have_names_of_their_own() -> None:
    """Sentences keep the names of their doubts, so no two doubts share one."""
    assert len({one.name for one in DOUBTS}) == len(DOUBTS)


def sure(example: str) -> set[tuple[str, object, str]]:
    """Return which figures of an example are tied to a cell, and which lists are closed."""
    of_cases = "诉讼" in example
    page = _PAGE.format(general="略" if of_cases else example, cases=example if of_cases else "略")
    claims = parse(page).claims
    tied = {(one.subject, one.value, "tied") for one in claims if one.address}
    return tied | {(one.subject, one.value, "closed") for one in claims if one.closed}
