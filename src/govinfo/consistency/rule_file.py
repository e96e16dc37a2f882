"""The rules as a JSON file that other tools can run and users can edit.

Deleting a rule from the file switches it off. A changed severity changes how much a broken finding
weighs. A rule that is added needs a formula, a comparison of two sums of cells.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any, Literal

from attrs import evolve

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, weigh_all
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES
from govinfo.errors import BadRules, meant
from govinfo.forms import FORMS, forms_with
from govinfo.forms.formulas import Formula

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

    Args:
        name: The id of the rule, such as `MY.RULE`.
        formula: Addresses joined by `+` or `-` on both sides. `prev.` before an address means the
            report for the year before.
        zh: What should hold, in Chinese.
        en: The same in English.
        each: For each name in braces in the formula, the rows or columns that it stands for.
        severity: `error`, `warning` or `info`.
        forms: The ids of the forms that it applies to.
        basis: The law or the document that it follows from.

    Returns:
        The rule, for the argument `rules` of `check`.

    Raises:
        BadRules: The formula does not compare two sums, or none of the forms has an address in it,
            or the severity or a form is unknown.

    """
    stated, forms = Formula(formula, each or {}), tuple(forms)
    _check_forms(name, forms)
    addresses = {address for form in FORMS if form.id in forms for address in form.addresses}
    for equation in stated.equations:
        for operand in equation.operands:
            if operand.address not in addresses:
                raise BadRules(
                    f"rule {name}: no cell of {' or '.join(forms)} has the address "
                    f"{operand.address!r}. {meant(operand.address, addresses)}".rstrip()
                )
    return Rule(
        name,
        _severity(name, severity),
        forms,
        Statement(zh, en),
        basis,
        (),
        "added",
        partial(_weigh_formula, formula=stated, forms=forms),
        formula=stated,
    )


def rules_to_json(rules: Mapping[str, Rule] | None = None) -> str:
    """Return rules as JSON text: an object with the schema id and the list of rules.

    Args:
        rules: The rules by id; `None` for `RULES`, all that are built in.

    Returns:
        The text of the file. In each entry `formula` can be run by other tools, or is null;
        `symbols` is for people; `arithmetic` says whether there is a formula.

    """
    entries = [
        {
            "id": rule.id,
            "severity": rule.severity.value,
            "forms": list(rule.forms),
            "statement": {"zh": rule.statement.zh, "en": rule.statement.en},
            "basis": rule.basis,
            "source": list(rule.source),
            "status": rule.status,
            "symbols": rule.symbols,
            "formula": None if rule.formula is None else rule.formula.text,
            "each": {} if rule.formula is None else dict(rule.formula.each),
            "arithmetic": rule.formula is not None,
        }
        for rule in (RULES if rules is None else rules).values()
    ]
    return json.dumps({"schema": SCHEMA, "rules": entries}, ensure_ascii=False, indent=2) + "\n"


def rules_from_json(text: str) -> dict[str, Rule]:
    """Return the rules of a file that `rules_to_json` wrote, perhaps edited since.

    Args:
        text: The content of the file.

    Returns:
        The rules by id, for `check(reports, rules=…)`.

    Raises:
        BadRules: The text is not a file of rules, or one of its rules cannot run; the message names
            the rule.

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
            f'a file of rules is an object with "schema": "{SCHEMA}" and a list "rules"; '
            "write one from RULES"
        )
    rules = [_read_rule(entry) for entry in data["rules"]]
    return {rule.id: rule for rule in rules}


def _read_rule(entry: Mapping[str, Any]) -> Rule:
    """Return the rule of an entry: the built-in one with what the entry changes, or a new one.

    The function of a built-in rule stays as long as the entry states what that rule states. Files
    of earlier versions hold the symbols of a rule without a formula in `formula`.
    """
    name = _require_entry(entry)
    known, severity = RULES.get(name), _severity(name, entry["severity"])
    zh, en = entry["statement"]["zh"], entry["statement"]["en"]
    forms, basis = tuple(entry["forms"]), entry.get("basis", "")
    stated, symbols, each = entry["formula"], entry.get("symbols"), entry.get("each", {})
    has_own_function = known is not None and known.formula is None
    as_known = has_own_function and stated in (None, known and known.symbols)
    formula = None if as_known else _formula(name, stated, each)
    if known is not None and known.formula == formula:
        _check_forms(name, forms)
        return evolve(
            known,
            severity=severity,
            forms=forms,
            statement=Statement(zh, en),
            basis=basis,
            symbols=symbols or known.symbols,
        )
    return rule_from_formula(
        name, stated, zh=zh, en=en, each=each, severity=severity, forms=forms, basis=basis
    )


def _require_entry(entry: Mapping[str, Any]) -> str:
    """Return the id of an entry; raise if it lacks a field, or if one that is text is none."""
    name = entry.get("id") if isinstance(entry, dict) else None
    if not isinstance(name, str):
        found = json.dumps(entry, ensure_ascii=False)[:80]
        raise BadRules(f'every rule is an object with an "id"; found {found}')
    try:
        texts = [entry["statement"]["zh"], entry["statement"]["en"]]
        forms, basis, formula = tuple(entry["forms"]), entry.get("basis", ""), entry["formula"]
        texts += [basis, formula or "", entry.get("symbols") or "", *forms]
        _ = entry["severity"], "".join(texts)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        wanted = "severity, forms, statement (with zh and en) and formula"
        raise BadRules(f"rule {name}: {error!r}; an entry has {wanted}") from error
    return name


def _formula(name: str, text: str | None, each: Mapping[str, Iterable[str]]) -> Formula:
    """Return the formula of an entry; the error names the rule."""
    if text is None:
        raise BadRules(
            f"rule {name}: the formula is null, but only the rules that `rules_to_json` writes "
            "with null have a function of their own; write a comparison of two sums of cells"
        )
    try:
        return Formula(text, each)
    except BadRules as error:
        raise BadRules(f"rule {name}: {error}") from error
    except (TypeError, ValueError) as error:
        wanted = "`formula` is text, and `each` lists rows or columns for each name in it"
        raise BadRules(f"rule {name}: {error}; {wanted}") from error


def _severity(name: str, severity: str) -> Severity:
    try:
        return Severity(severity)
    except ValueError as error:
        told = f"rule {name}: the severity is error, warning or info, not {severity!r}"
        raise BadRules(f"{told}. {meant(severity, Severity)}".rstrip()) from error


def _weigh_formula(
    context: Context, *, formula: Formula, forms: tuple[str, ...]
) -> Iterator[Outcome]:
    """Yield what the equations of a formula come to, if the cells and the year before are there."""
    across = any(operand.before for one in formula.equations for operand in one.operands)
    before = context.before
    if across and (before is None or before.report.form.id not in forms):
        return iter(())
    # A report of this form cannot lack a row that only another form has.
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
        found = ", ".join(strange) or "none"
        hint = meant(strange[0] if strange else "", known)
        raise BadRules(
            f"rule {name}: the forms are {', '.join(known)}; found {found}. {hint}".rstrip()
        )
