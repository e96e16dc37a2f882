"""Small values as HTML for notebooks: what each is, as facts with their names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from govinfo.consistency.rule import Finding, Rule
from govinfo.forms import Form
from govinfo.notes import Note
from govinfo.parts import Claim
from govinfo.rendering.cells import offsets
from govinfo.rendering.findings import weight
from govinfo.rendering.markup import Html, facts_html, page, tag
from govinfo.rendering.reports import report_facts
from govinfo.wording import Lang
from govinfo.wording.subjects import subject_name
from govinfo.wording.words import word

if TYPE_CHECKING:
    from govinfo.sources import Reading

__all__ = ["claim_html", "finding_html", "form_html", "note_html", "reading_html", "rule_html"]

_NAMES: Mapping[str, str] = {
    "place": "位置",
    "kind": "性质",
    "cell": "单元格",
    "scope": "范围",
    "hedge": "约数",
    "words": "依据的词",
    "forms": "适用格式",
    "basis": "依据",
    "formula": "公式",
    "source": "来源",
    "error": "原因",
    "years": "年度",
    "cells": "格数",
    "tables": "表",
    "blame": "差错归属",
    "address": "单元格",
}
"""The names of the facts, in Chinese."""


def _card(lang: Lang, head: list[Html | str], facts: Mapping[str, str | None]) -> str:
    """Return a line, and below it the facts that are known."""
    known = ((name, fact) for name, fact in facts.items() if fact)
    named = ((_NAMES[name] if lang == "zh" else name, fact) for name, fact in known)
    return page(tag("p", *head), facts_html(named))


def claim_html(claim: Claim, lang: Lang = "zh") -> str:
    """Return a figure stated in prose: what it counts, and which cell holds the same count."""
    value = f"{claim.value}{'' if claim.unit is None else f' {claim.unit}'}"
    facts = {
        "kind": word(claim.kind, lang),
        "cell": claim.address,
        "scope": claim.scope,
        "hedge": claim.hedge,
        "words": " · ".join(f"{word(name, lang)} {words}" for name, words in claim.words),
        "place": offsets(claim.span, lang),
    }
    name = subject_name(claim.subject, lang)
    head = [f"{name} ", tag("strong", value), " ", tag("code", claim.subject)]
    return _card(lang, head, facts)


def note_html(note: Note, lang: Lang = "zh") -> str:
    """Return a doubt of the reader: its code, what it says, and where."""
    return _card(
        lang,
        [tag("code", note.code), " ", note.text(lang)],
        {"place": offsets(note.span, lang) or None},
    )


def finding_html(finding: Finding, lang: Lang = "zh") -> str:
    """Return a finding: its weight, its rule, what it says, and whose error it is."""
    name = weight(finding)
    badge = tag("span", word(name, lang), class_=f"badge {name}")
    is_broken = finding.verdict == "broken"
    blame = f"{word(finding.blame.value, lang)} · {finding.blame_reason(lang)}"
    head = [badge, " ", tag("code", finding.rule), " ", finding.message(lang)]
    return _card(lang, head, {"blame": blame if is_broken else None})


def rule_html(rule: Rule, lang: Lang = "zh") -> str:
    """Return a rule: what should hold, on which basis, and as a formula."""
    name = rule.severity.value
    badge = tag("span", word(name, lang), class_=f"badge {name}")
    facts = {
        "basis": rule.basis,
        "forms": ", ".join(rule.forms),
        "formula": rule.symbols,
    }
    return _card(lang, [badge, " ", tag("code", rule.id), " ", rule.statement.in_(lang)], facts)


def reading_html(reading: Reading, lang: Lang = "zh") -> str:
    """Return what became of a source: the facts about its report, or why there is none."""
    if reading.report is None:
        error = None if reading.error is None else reading.error.text(lang).split("\n", 1)[0]
        return _card(lang, [tag("code", reading.source_id)], {"error": error})
    return page(
        tag("p", tag("code", reading.source_id)), facts_html(report_facts(reading.report, lang))
    )


def form_html(form: Form, lang: Lang = "zh") -> str:
    """Return a form: its name, its years, and its tables with their number of cells."""
    facts = {
        "basis": form.basis,
        "years": f"{form.first_year}–{form.last_year or ''}",
        "cells": str(len(form.addresses)),
        "tables": " · ".join(f"{table.id} {len(table.addresses)}" for table in form.tables),
    }
    return _card(lang, [tag("code", form.id), " ", form.name], facts)
