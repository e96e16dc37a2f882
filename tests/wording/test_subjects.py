"""The Chinese names of what figures in prose count."""

from __future__ import annotations

import pytest

from govinfo.claims.subjects import SUBJECTS
from govinfo.consistency.rules.operands import ENDINGS as ENDINGS_OF_OTHER_YEARS
from govinfo.wording.subjects import ENDINGS, NAMES, subject_name

OF_NO_TABLE = {"declared_parts", "share", "change"}
"""Subjects that no thing and event lead to."""


def test_every_subject_has_a_name_of_its_own() -> None:
    """No subject lacks a name, no name is of nothing, and no two subjects share one."""
    assert NAMES.keys() == {subject.id for subject in SUBJECTS} | OF_NO_TABLE
    assert len(set(NAMES.values())) == len(NAMES)
    assert ENDINGS.keys() == set(ENDINGS_OF_OTHER_YEARS)


@pytest.mark.parametrize(
    ("subject", "zh", "en"),
    [
        ("proactive_disclosures", "主动公开信息数", "proactive disclosures"),
        (
            "requests_received_prior_year",
            "收到申请数（上年）",
            "requests received prior year",
        ),
        ("documents_issued_cumulative", "制发文件数（累计）", "documents issued cumulative"),
        ("of_a_later_version", "of_a_later_version", "of a later version"),
    ],
)
def test_names(subject: str, zh: str, en: str) -> None:
    """The name says of which year a figure is; a subject that is not known stays as it is."""
    assert subject_name(subject, "zh") == zh
    assert subject_name(subject, "en") == en
