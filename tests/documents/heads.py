"""What a report says about itself, and what the draft that was printed says."""

from __future__ import annotations

from govinfo.model import Report
from govinfo.testing.drafts import Draft

__all__ = ["head_meant", "head_of"]


def head_of(report: Report) -> list[object]:
    """Return what the report says about itself."""
    agency = report.agency and report.agency.name
    parts = [section.id for section in report.sections]
    return [
        report.form,
        report.title,
        report.year,
        agency,
        report.period,
        report.signed,
        report.published,
        parts,
    ]


def head_meant(draft: Draft) -> list[object]:
    """Return what the draft says about itself."""
    parts = [part.id for part in draft.parts]
    return [
        draft.form,
        draft.title,
        draft.year,
        draft.agency,
        draft.period,
        draft.signed,
        draft.published,
        parts,
    ]
