"""Reports, tables, figures and findings for people: HTML for notebooks, and plain text."""

from __future__ import annotations

from govinfo.rendering.explanation import explain
from govinfo.rendering.findings import findings_html, findings_text
from govinfo.rendering.reports import (
    figure_html,
    report_html,
    report_text,
    table_grid,
    table_html,
)
from govinfo.rendering.suggestions import suggestions_html

__all__ = [
    "explain",
    "figure_html",
    "findings_html",
    "findings_text",
    "report_html",
    "report_text",
    "suggestions_html",
    "table_grid",
    "table_html",
]
