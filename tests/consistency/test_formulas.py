"""Formulas: what a rule states in symbols, and the equations that follow."""

from __future__ import annotations

import pytest

from govinfo.errors import BadRules
from govinfo.forms.formulas import Formula, Operand


def test_a_formula_gives_an_equation_for_each_row() -> None:
    """A name in braces stands for each of the rows listed, and what is subtracted changes sides."""
    formula = Formula(
        "proactive.{row}.in_force == prev.proactive.{row}.in_force - proactive.{row}.repealed",
        {"row": ["rules", "normative_documents"]},
    )
    first, second = formula.equations
    assert first.relation == "="
    assert first.operands == (
        Operand("proactive.rules.in_force", 1),
        Operand("proactive.rules.repealed", 1),
        Operand("proactive.rules.in_force", -1, before=True),
    )
    assert second.operands[0].address == "proactive.normative_documents.in_force"


@pytest.mark.parametrize(
    ("text", "relation", "signs"),
    [
        ("a.b.c + a.b.d >= a.b.e", "≥", [1, 1, -1]),
        ("a.b.c<=a.b.d", "≤", [1, -1]),
        ("a.b.c + a.b.d >= 0", "≥", [1, 1]),
        ("- a.b.c == a.b.d", "=", [-1, -1]),
    ],
)
def test_comparisons(text: str, relation: str, signs: list[int]) -> None:
    """Three relations, sums on both sides, and nothing on one of them."""
    (equation,) = Formula(text).equations
    assert (equation.relation, [operand.sign for operand in equation.operands]) == (relation, signs)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a.b.c", "no comparison of two sums"),
        ("a.b == a.c", "no comparison of two sums"),
        ("a.b.c == a.b.d == a.b.e", "no comparison of two sums"),
        ("a.b.c + == a.b.d", "no comparison of two sums"),
        ("a.b.{row} == a.b.c", "`each` lists nothing"),
        ("a.b.{} == a.b.c", "braces without a name"),
        ("a.b.{row2} == a.b.c", "braces without a name"),
        ("a.b.{row == a.b.c", "braces without a name"),
    ],
)
def test_what_is_no_comparison_of_sums_is_refused(text: str, wrong: str) -> None:
    """The message shows the formula and says what was wanted."""
    with pytest.raises(BadRules, match=wrong) as caught:
        _ = Formula(text).equations
    assert repr(text) in str(caught.value)
