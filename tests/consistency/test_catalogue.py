"""The rules as data: written, changed, added to, and read back."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from hypothesis import given
from sheetwork import consistent_values, report_of
from test_years import report_for

from govinfo.consistency import RULES, check, rule_from_formula, rules_from_json, rules_to_json
from govinfo.errors import BadRules
from govinfo.forms import FORMS

BALANCED_ROWS = "requests.{row}.natural_person <= requests.{row}.total"


def entries() -> dict[str, Any]:
    """The file of rules as data."""
    data: dict[str, Any] = json.loads(rules_to_json())
    return data


def test_the_rules_survive_the_way_there_and_back() -> None:
    """What was written and read again is the same rules, functions included."""
    back = rules_from_json(rules_to_json())
    assert back == dict(RULES)
    assert all(back[name].judge is rule.judge for name, rule in RULES.items())


def test_other_tools_can_run_the_sums() -> None:
    """A rule that compares sums says so, and lists the rows and columns for which it stands."""
    stated = {entry["id"]: entry for entry in entries()["rules"]}
    assert stated["T3.BALANCE"]["arithmetic"]
    assert stated["T3.BALANCE"]["each"]["column"][0] == "natural_person"
    assert stated["T3.BALANCE"]["formula"].startswith(
        "requests.new_received.{column} + requests.carried_over.{column}"
    )
    assert not stated["STRUCT.SECTIONS"]["arithmetic"]
    assert stated["STRUCT.SECTIONS"]["formula"] is None
    assert stated["STRUCT.SECTIONS"]["symbols"].startswith("sections == [overview, ")
    assert (
        stated["T3.CARRY"]["formula"]
        == "requests.carried_over.{column} == prev.requests.carried_forward.{column}"
    )


def test_each_formula_runs() -> None:
    """A rule has a formula whose equations name cells of its forms, or none, and symbols in any case."""
    addresses = {form.id: set(form.addresses) for form in FORMS}
    without = set()
    for rule in RULES.values():
        assert rule.symbols
        if rule.formula is None:
            without.add(rule.id)
            continue
        assert rule.symbols == rule.formula.text
        cells = {
            operand.address for equation in rule.formula.equations for operand in equation.operands
        }
        assert any(cells <= addresses[form] for form in rule.forms), rule.id
    assert {"CELL.BLANK", "HIER.SUM", "TEXT.ANSWERED", "STRUCT.SECTIONS"} <= without
    assert without.isdisjoint({"T3.BALANCE", "T3.CARRY", "T2.IN_FORCE_BOUND", "STAT.PRESS"})


def test_a_file_of_an_earlier_version_is_read() -> None:
    """Where an earlier file holds symbols as the formula of a rule without one, the rule is the built-in one."""
    data = entries()
    for entry in data["rules"]:
        symbols = entry.pop("symbols")
        entry["formula"] = entry["formula"] or symbols
    assert rules_from_json(json.dumps(data)) == dict(RULES)


def test_symbols_can_be_reworded() -> None:
    """Symbols are for people: another wording of them leaves the rule's function as it is."""
    data = entries()
    data["rules"] = [one for one in data["rules"] if one["id"] == "CELL.BLANK"]
    data["rules"][0]["symbols"] = "every cell holds a number"
    rule = rules_from_json(json.dumps(data))["CELL.BLANK"]
    assert (rule.symbols, rule.formula) == ("every cell holds a number", None)
    assert rule.judge is RULES["CELL.BLANK"].judge


def test_a_rule_can_be_switched_off_and_weigh_differently() -> None:
    """What is not in the file is not applied, and the severity in the file counts."""
    data = entries()
    data["rules"] = [entry for entry in data["rules"] if entry["id"] == "T3.ROW_TOTAL"]
    data["rules"][0]["severity"] = "info"
    rules = rules_from_json(json.dumps(data))
    (finding,) = check(report_of({"requests.granted.total": 1}), rules=rules)
    assert (finding.rule, finding.severity) == ("T3.ROW_TOTAL", "info")


def test_a_rule_can_be_added() -> None:
    """A comparison of sums is all it takes, in code or in the file."""
    formula: dict[str, Any] = {
        "formula": "requests.{row}.natural_person >= requests.{row}.business",
        "each": {"row": ["granted"]},
    }
    words: dict[str, Any] = {
        "zh": "自然人不少于企业",
        "en": "natural persons are no fewer than enterprises",
    }
    made = rule_from_formula(
        "MY.MORE_PEOPLE",
        formula["formula"],
        each={"row": ["granted"]},
        **words,
    )
    entry = {
        "id": "MY.MORE_PEOPLE",
        **formula,
        "statement": words,
        "severity": "warning",
        "forms": ["form2021"],
    }
    (read,) = rules_from_json(json.dumps({"schema": "govinfo.rules/1", "rules": [entry]})).values()
    for rule in (made, read):
        (finding,) = check(report_of({"requests.granted.business": 2}), rules={rule.id: rule})
        assert (finding.verdict, finding.left, finding.right, finding.severity) == (
            "broken",
            0,
            2,
            "warning",
        )
        assert finding.message("en") == (
            "natural persons are no fewer than enterprises: table 3, row granted: natural person ≥ business: 0 < 2"
        )
    assert pickle.loads(pickle.dumps(made)) == made


def test_an_added_rule_may_look_at_the_year_before() -> None:
    """`prev.` is the report for the year before, where there is one on a form that the rule is for."""
    rule = rule_from_formula(
        "MY.NO_LEAP",
        "requests.granted.total <= prev.requests.granted.total",
        zh="不多于上年",
        en="no more than before",
    )
    panel = [
        report_for(2022, {"requests.granted.total": 3}),
        report_for(2023, {"requests.granted.total": 5}),
    ]
    found = check(panel, rules={rule.id: rule})
    assert [(one.year, one.left, one.right) for one in found] == [(2023, 5, 3)]
    assert not check(panel[1], rules={rule.id: rule})


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        (
            {"severity": "fatal"},
            r"rule T3.BALANCE: the severity is error, warning or info, not 'fatal'",
        ),
        ({"forms": ["form1999"]}, r"rule T3.BALANCE: the forms are .*; found form1999"),
        ({"forms": []}, r"rule T3.BALANCE: the forms are .*; found none"),
        (
            {"formula": "all cells are fine"},
            r"^rule T3.BALANCE: the formula 'all cells are fine' is no comparison",
        ),
        (
            {"formula": "requests.grantd.total == 0", "each": {}},
            r"no cell of .* has the address 'requests.grantd.total'",
        ),
        (
            {"statement": {"zh": "一"}},
            r"rule T3.BALANCE: KeyError\('en'\); an entry has severity, forms",
        ),
        (
            {"formula": "requests.{line}.total == 0"},
            r"^rule T3.BALANCE: the formula .* has {line}, for which `each` lists nothing",
        ),
        (
            {"each": 5},
            r"^rule T3.BALANCE: 'int' object is not iterable; `formula` is text, and `each`",
        ),
        ({"formula": None}, r"^rule T3.BALANCE: the formula is null"),
        ({"formula": 5}, r"rule T3.BALANCE: .*; an entry has"),
        ({"id": 5}, r'every rule is an object with an "id"; found {"id": 5'),
    ],
)
def test_a_rule_that_cannot_be_run_is_refused(change: dict[str, Any], wrong: str) -> None:
    """The message names the rule and says what was wanted."""
    data = entries()
    data["rules"][0] |= change
    with pytest.raises(BadRules, match=wrong):
        rules_from_json(json.dumps(data))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "govinfo.rules/2", "rules": []}', "{"]
)
def test_what_is_no_file_of_rules_is_refused(text: str) -> None:
    """Neither another kind of JSON nor anything else."""
    with pytest.raises(BadRules, match="file of rules"):
        rules_from_json(text)


@given(consistent_values())
def test_rules_read_from_their_formulas_judge_as_those_built_in(values: dict[str, int]) -> None:
    """Under another name, where only the formula is left to go by, each arithmetic rule finds the same."""
    first = next(iter(values))
    report = report_of({**values, first: values[first] + 1})
    for rule in RULES.values():
        if (
            rule.formula is not None
            and "form2021" in rule.forms
            and "prev." not in rule.formula.text
        ):
            other = rule_from_formula(
                "X",
                rule.formula.text,
                each=dict(rule.formula.each),
                zh="",
                en="",
                forms=("form2021", "form2019"),
            )
            built_in, read = (
                [(f.verdict, f.left, f.right) for f in check(report, rules={"r": one})]
                for one in (rule, other)
            )
            assert read == built_in
