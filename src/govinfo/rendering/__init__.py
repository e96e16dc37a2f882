"""Reports, tables, figures and findings for people: HTML for notebooks, and plain text."""

from __future__ import annotations

from govinfo.rendering.cards import (
    claim_html,
    finding_html,
    form_html,
    note_html,
    reading_html,
    rule_html,
)
from govinfo.rendering.explanation import explain
from govinfo.rendering.findings import findings_html, findings_text
from govinfo.rendering.reports import (
    figure_html,
    report_html,
    report_text,
    table_grid,
    table_heading,
    table_html,
)
from govinfo.rendering.suggestions import suggestions_html

__all__ = [
    "claim_html",
    "explain",
    "figure_html",
    "finding_html",
    "findings_html",
    "findings_text",
    "form_html",
    "note_html",
    "reading_html",
    "report_html",
    "report_text",
    "rule_html",
    "suggestions_html",
    "table_grid",
    "table_heading",
    "table_html",
]
