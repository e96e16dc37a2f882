"""The rules as data: written to JSON, so that other tools can run them, and read back, with whatever a user changed.

A rule that is left out of the file is switched off, one whose severity is another weighs
differently, and one that is added is run by its formula, which has to be a comparison of two sums
of cells.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Literal

from attrs import evolve

from govinfo.consistency.context import Context
from govinfo.consistency.messages import Statement
from govinfo.consistency.outcome import Outcome, Severity, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES
from govinfo.errors import BadRules, meant
from govinfo.forms import FORMS, forms_with
from govinfo.forms.formulas import Equation, Formula

__all__ = ["SCHEMA", "rule_from_formula", "rules_from_json", "rules_to_json"]

SCHEMA = "govinfo.rules/1"
"""The id that every file of rules carries."""
_TABLES = forms_with("requests")


def rule_from_formula(  # noqa: PLR0913 - these are what a rule consists of
    name: str,
    formula: str,
    *,
    zh: str,
    en: str,
    each: Mapping[str, Iterable[str]] | None = None,
    severity: Severity | Literal["error", "warning", "info"] = "warning",
    forms: Iterable[str] = _TABLES,
    basis: str = "",
) -> Rule:
    """Return a rule from a formula: two sums of cells, compared by `==`, `<=` or `>=`.

    Args: name: The id of the rule, such as `MY.RULE`. formula: Addresses joined by `+` or `-` on
        both sides; `prev.` before one means the report for the year before. zh: What should hold,
        in Chinese. en: The same in English. each: For each name in braces in the formula, the rows
        or columns that it stands for. severity: `error`, `warning` or `info`. forms: The ids of the
        forms that it applies to. basis: The law or the document that it follows from.

    Raises:
        BadRules: The formula does not compare two sums, or none of the forms has an address in it.

    """
    stated, forms = Formula(formula, each or {}), tuple(forms)
    _check_forms(name, forms)
    _check_addresses(name, stated.equations, forms)
    judge = partial(_weighed, formula=stated, forms=forms)
    return Rule(
        name,
        _severity(name, severity),
        forms,
        Statement(zh, en),
        basis,
        (),
        "added",
        judge,
        formula=stated,
    )


def rules_to_json(rules: Mapping[str, Rule] = RULES) -> str:
    """Return rules as JSON text: an object with the schema id and the list of rules, in both languages.

    Args:
        rules: The rules by id; by default all built-in rules.

    """
    data = {"schema": SCHEMA, "rules": [_entry(rule) for rule in rules.values()]}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def rules_from_json(text: str) -> dict[str, Rule]:
    """Return the rules of a file that `rules_to_json` wrote, perhaps edited since.

    Args:
        text: The content of the file.

    Returns:
        The rules by id, for `check(reports, rules=…)`.

    Raises: BadRules: The text is not a file of rules, or one of its rules cannot run; the message
        names the rule.

    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadRules(f"the file of rules is no JSON: {error}") from error
    if (
        not isinstance(data, dict)
        or data.get("schema") != SCHEMA
        or not isinstance(data.get("rules"), list)
    ):
        raise BadRules(
            f'a file of rules is an object with "schema": "{SCHEMA}" and a list "rules"; write one from RULES'
        )
    rules = [_read(entry) for entry in data["rules"]]
    return {rule.id: rule for rule in rules}


def _entry(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "forms": list(rule.forms),
        "statement": {"zh": rule.statement.zh, "en": rule.statement.en},
        "basis": rule.basis,
        "source": list(rule.source),
        "status": rule.status,
        "formula": rule.formula.text,
        "each": {name: list(values) for name, values in rule.formula.each},
        "arithmetic": rule.formula.is_arithmetic,
    }


def _read(entry: Mapping[str, Any]) -> Rule:
    """Return the rule of an entry: the one built in, as far as its formula is the same, with what the entry changes."""
    name = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(name, str):
        raise BadRules(
            f'every rule is an object with an "id"; found {json.dumps(entry, ensure_ascii=False)[:80]}'
        )
    try:
        zh, en = entry["statement"]["zh"], entry["statement"]["en"]
        formula = Formula(entry["formula"], entry.get("each", {}))
        severity, forms, basis = entry["severity"], tuple(entry["forms"]), entry.get("basis", "")
        _ = "".join([zh, en, formula.text, basis, *forms])  # all of it has to be text
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        wanted = "severity, forms, statement (with zh and en) and formula"
        raise BadRules(f"rule {name}: {error!r}; an entry has {wanted}") from error
    known = RULES.get(name)
    if known is not None and known.formula == formula:
        _check_forms(name, forms)
        weight = _severity(name, severity)
        return evolve(known, severity=weight, forms=forms, statement=Statement(zh, en), basis=basis)
    each = dict(formula.each)
    return rule_from_formula(
        name, formula.text, zh=zh, en=en, each=each, severity=severity, forms=forms, basis=basis
    )


def _severity(name: str, severity: str) -> Severity:
    try:
        return Severity(severity)
    except ValueError as error:
        told = f"rule {name}: the severity is error, warning or info, not {severity!r}"
        raise BadRules(f"{told}. {meant(severity, Severity)}".rstrip()) from error


def _weighed(context: Context, *, formula: Formula, forms: tuple[str, ...]) -> Iterator[Outcome]:
    """What the equations of a formula come to; those with the year before need a report of one of these forms."""
    across = any(operand.before for one in formula.equations for operand in one.operands)
    before = context.before
    if across and (before is None or before.report.form.id not in forms):
        return iter(())
    # A row of another form is none that this report could lack.
    own = [
        one
        for one in formula.equations
        if any(operand.address in context.values for operand in one.operands)
    ]
    return weigh_all(own, context.values, None if before is None else before.values)


def _check_forms(name: str, forms: tuple[str, ...]) -> None:
    known = list(dict.fromkeys(form for rule in RULES.values() for form in rule.forms))
    strange = [form for form in forms if form not in known]
    if strange or not forms:
        hint = meant(strange[0] if strange else "", known)
        told = f"rule {name}: the forms are {', '.join(known)}; found {', '.join(strange) or 'none'}. {hint}"
        raise BadRules(told.rstrip())


def _check_addresses(name: str, equations: Iterable[Equation], forms: tuple[str, ...]) -> None:
    addresses = frozenset(
        address for form in FORMS if form.id in forms for address in form.addresses
    )
    strange = [
        operand.address
        for one in equations
        for operand in one.operands
        if operand.address not in addresses
    ]
    if strange:
        hint = meant(strange[0], addresses)
        raise BadRules(
            f"rule {name}: no cell of {' or '.join(forms)} has the address {strange[0]!r}. {hint}".rstrip()
        )
