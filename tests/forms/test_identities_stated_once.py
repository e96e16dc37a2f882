"""What must add up is stated in `forms` alone; no other module lists the rows of an identity."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import govinfo
from govinfo.figures import Address
from govinfo.forms import FORMS

SOURCE = Path(govinfo.__file__).parent
STATING = ("forms", "testing")
"""The forms state the identities; the kit is an independent oracle, so it states them again."""
BALANCE = frozenset({"new_received", "carried_over", "outcomes_total", "carried_forward"})
FEW_OUTCOMES = 3
"""A list of this many outcomes is on the way to being all of them."""


def outcomes() -> frozenset[str]:
    """The rows that （七）总计 adds up, in any form."""
    return frozenset(
        Address(operand.address).row
        for form in FORMS
        for identity in form.identities
        if identity.id.startswith("T3.OUTCOMES_TOTAL")
        for operand in identity.equations[0].operands
    ) - {"outcomes_total", "other"}


def stated(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Yield every string of a module, and every list of strings as one, with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value
        elif isinstance(node, ast.Tuple | ast.List | ast.Set | ast.Dict | ast.JoinedStr):
            parts = ast.iter_child_nodes(node)
            strings = [part.value for part in parts if isinstance(part, ast.Constant)]
            yield node.lineno, " ".join(map(str, strings))


def statements(text: str) -> list[int]:
    """Return the lines of a module that list the rows of the balance, or outcomes."""
    lines = []
    for line, string in stated(ast.parse(text)):
        words = set(re.findall(r"[a-z0-9_]+", string))
        if words >= BALANCE or len(words & outcomes()) >= FEW_OUTCOMES:
            lines.append(line)
    return lines


def test_no_other_module_states_an_identity() -> None:
    """Outside the forms and the kit no module lists the rows of the balance, or several outcomes."""
    found = {
        f"{path.relative_to(SOURCE)}:{line}"
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in STATING
        for line in statements(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_a_statement_of_an_identity_is_found() -> None:
    """The search finds the ways in which an identity has been stated: a formula, a tuple, a dict."""
    formula = (
        'X = "a.new_received.b + a.carried_over.b == a.outcomes_total.b + a.carried_forward.b"'
    )
    rows = 'X = (\n    "granted",\n    "partially_granted",\n    "denied_state_secret",\n)'
    columns = (
        'X = {"new_received": 1, "carried_over": 1, "outcomes_total": 1, "carried_forward": 1}'
    )
    assert [statements(text) for text in (formula, rows, columns)] == [[1], [1], [1]]
    assert statements('X = ("new_received", "carried_over", "carried_forward")') == []
