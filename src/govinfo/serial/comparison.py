"""The comparison of two reports as plain data."""

from __future__ import annotations

from typing import Any

from govinfo.comparison import CellChange, Comparison, PartMatch, SentenceChange
from govinfo.consistency.findings import Finding
from govinfo.model import Report
from govinfo.serial.findings import finding_data
from govinfo.serial.written import claim_data, figure_data, span_data
from govinfo.wording import Lang

__all__ = ["COMPARISON_SCHEMA", "comparison_data"]

COMPARISON_SCHEMA = "govinfo.comparison/1"
"""The id that every comparison carries as plain data."""


def comparison_data(comparison: Comparison, lang: Lang) -> dict[str, Any]:
    """Return a comparison as dicts, lists, strings, numbers, booleans and `None`."""
    before, after = comparison.before, comparison.after
    return {
        "schema": COMPARISON_SCHEMA,
        "before": _report_data(before),
        "after": _report_data(after),
        "two_years": comparison.is_of_two_years,
        "fields": [
            {"name": one.name, "before": one.before, "after": one.after}
            for one in comparison.fields
        ],
        "cells": [_cell_data(one) for one in comparison.cells],
        "parts": [_part_data(one) for one in comparison.parts],
        "repeated": [_sentence_data(one) for one in comparison.repeated],
        "claims": [
            {
                "change": one.change.value,
                "before": one.before and claim_data(one.before),
                "after": one.after and claim_data(one.after),
            }
            for one in comparison.claims
        ],
        "gone": [_finding_data(one, lang) for one in comparison.gone],
        "new": [_finding_data(one, lang) for one in comparison.new],
        "links": [_finding_data(one, lang) for one in comparison.links],
    }


def _report_data(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "agency": report.agency and report.agency.name,
        "year": report.year,
        "form": report.form.id,
    }


def _cell_data(cell: CellChange) -> dict[str, Any]:
    return {
        "address": str(cell.address),
        "change": cell.change.value,
        "before": None if cell.before is None else figure_data(cell.before),
        "after": None if cell.after is None else figure_data(cell.after),
        "rules": list(cell.rules),
    }


def _part_data(part: PartMatch) -> dict[str, Any]:
    return {
        "section": part.section,
        "title": part.title,
        "before": span_data(part.before),
        "after": span_data(part.after),
        "taken_over": round(part.taken_over, 4),
        "sentences": [_sentence_data(one) for one in part.sentences],
    }


def _sentence_data(sentence: SentenceChange) -> dict[str, Any]:
    return {
        "change": sentence.change.value,
        "section": sentence.section,
        "before": sentence.before,
        "after": sentence.after,
        "before_span": span_data(sentence.before_span),
        "after_span": span_data(sentence.after_span),
    }


def _finding_data(finding: Finding, lang: Lang) -> dict[str, Any]:
    addresses = [str(term.address) for term in finding.terms]
    return {**finding_data(finding, lang), "addresses": addresses}
