"""The check: every rule is applied to every report on its forms."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, TypeAlias

from govinfo.consistency.context import Context
from govinfo.consistency.findings import Findings
from govinfo.consistency.outcome import Verdict
from govinfo.consistency.panel import Links, contexts
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES, STYLE_RULES
from govinfo.errors import BadArgument, is_one_of, one_of
from govinfo.model import Reports

__all__ = ["VERDICTS", "check", "check_each"]

Verdicts: TypeAlias = Literal["problems", "all"]
VERDICTS: dict[Verdicts, frozenset[Verdict]] = {
    "problems": frozenset({Verdict.BROKEN, Verdict.UNASSESSABLE}),
    "all": frozenset(Verdict),
}
"""What `check` can be asked to return."""


def check(  # noqa: PLR0913 - options, each by its name
    reports: Reports,
    *,
    verdicts: Verdicts = "problems",
    style: bool = False,
    rules: Mapping[str, Rule] | None = None,
    renamed: Mapping[str, str] | None = None,
    children: Mapping[str, Collection[str]] | None = None,
) -> Findings:
    """Apply the rules to one report, or to several, across years and levels of government.

    Args:
        reports: One report, or several in any order; reports of one body are joined by year.
            Readings of `parse_many` do as well; one that gave no report is left out.
        verdicts: `problems` for the verdicts `broken` and `unassessable`, `all` to include `holds`.
        style: Also proof-read the text by `STYLE_RULES`: doubled words, brackets that do not close,
            placeholders and the like, all of severity `info`.
        rules: The rules by id: a mapping made from `RULES` with rules added, changed or left out.
            `None` for `RULES` as they are.
        renamed: For each renamed body its later name, by its earlier name.
        children: For each government the bodies whose reports it adds up, by name. Without it the
            bodies are inferred from their names, and compared only with a report that evidently
            adds them up.

    Returns:
        The findings, in the order of the reports and of the rules. A rule that depends on a
        doubtful value is `unassessable`, never `broken`.

    Raises:
        ValueError: `verdicts` has another value.

    """
    if not is_one_of(verdicts, VERDICTS):
        raise one_of("`verdicts`", verdicts, VERDICTS)
    rules = RULES if rules is None else _rules_given(rules)
    rules = {**rules, **STYLE_RULES} if style else rules
    each = check_each(
        contexts(reports, Links(renamed or {}, children or {})), VERDICTS[verdicts], rules
    )
    return Findings(tuple(finding for findings in each for finding in findings), rules=tuple(rules))


def _rules_given(rules: object) -> Mapping[str, Rule]:
    """Return rules as a caller gave them, if they are rules by their ids."""
    if isinstance(rules, Mapping) and all(isinstance(one, Rule) for one in rules.values()):
        return rules
    raise BadArgument(
        f"`rules` is of type {type(rules).__name__}, where rules by their ids were wanted. "
        "Give a dict made from govinfo.RULES, or leave it out for all rules."
    )


def check_each(
    found: Iterable[Context], wanted: frozenset[Verdict], rules: Mapping[str, Rule]
) -> Iterator[Findings]:
    """Yield the findings of each report that have one of the wanted verdicts."""
    for context in found:
        own = [finding for rule in rules.values() for finding in rule.findings(context, wanted)]
        yield Findings(tuple(own), rules=tuple(rules))
