"""Rules about an identity of the form: the rule gives the words, the form the equations."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.accidents.sheet import is_sound
from govinfo.consistency.context import Context
from govinfo.consistency.outcome import Outcome, Verdict, weigh_all
from govinfo.forms import FORMS
from govinfo.forms.formulas import Formula

__all__ = ["formula_of", "keeps", "keeps_all"]


def keeps(context: Context, *, identity: str) -> Iterator[Outcome]:
    """Yield what each equation of an identity comes to, over the rows that the document has.

    An equation that a cell was inferred from holds in any case, and is no evidence.
    """
    equations = context.equations.get(identity, ())
    found = weigh_all(equations, context.values, impossible=context.bounded.impossible)
    if not context.report.inferred:
        yield from found
        return
    for outcome in found:
        if outcome.verdict is Verdict.HOLDS and context.proves_itself(outcome.operands):
            yield outcome._replace(verdict=Verdict.UNASSESSABLE, reason="inferred")
        else:
            yield outcome


def keeps_all(context: Context) -> bool:
    """Whether a quick look shows that the report keeps every identity of its form.

    It has all cells of the form then, and none of them is inferred.
    """
    form, numbers = context.report.form, [*context.values.values()]
    has_rows_of_form = len(numbers) == len(form.addresses)
    return has_rows_of_form and is_sound(form, numbers) and not context.report.inferred


def formula_of(identity: str) -> Formula:
    """Return an identity as the newest form that has it states it; `KeyError` when no form has."""
    for form in FORMS:
        for stated in form.identities:
            if stated.id == identity:
                return stated.formula
    raise KeyError(f"no form states the identity {identity!r}")
