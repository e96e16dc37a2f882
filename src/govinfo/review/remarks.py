"""What a proof-reader would write in the margin: each slip once, with its place and what to change.

One slip breaks several rules, and sentences that were right all along then disagree with the
table. The changes that `suggest` finds tell which findings belong together: those that are gone
once the cell is mended. Slips that share no identity stay apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from govinfo.consistency.attribution import Blame
from govinfo.consistency.context import Context, total_of
from govinfo.consistency.findings import Finding
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Severity, Verdict
from govinfo.consistency.repair.suggest import Change, Suggestion, suggest_apart
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules import RULES
from govinfo.consistency.runner import check
from govinfo.figures import Address
from govinfo.model import Report
from govinfo.parts import Claim
from govinfo.review import sentences
from govinfo.spans import Span

__all__ = ["Remark", "remarks_on"]

_WEIGHTS = tuple(Severity)
"""Heaviest first."""
_TELLING = frozenset({"prose", "year"})
"""Evidence from elsewhere than the table itself."""
_MOST_SURE = 2
"""More cells than these that hang together may hide yet more slips, so they are only shown."""
_MOST_CHOICES = 6
"""Where nothing tells which of several changes is right, so many are shown."""


@frozen
class Remark:
    """One thing to look at, in words that need no knowledge of the rules."""

    severity: Severity
    """That of the heaviest rule it is about."""
    what: Statement
    """What stands there, and what does not fit."""
    advice: Statement | None
    """What to change; `None` where the finding itself says all there is to say."""
    findings: tuple[Finding, ...]
    """The broken rules that it explains, with their legal basis."""
    cells: tuple[Address, ...] = ()
    """The cells that it names: those to change, or else those that do not fit together."""
    claims: tuple[Claim, ...] = ()
    """The sentences that it names."""
    places: tuple[Span, ...] = ()
    """The places in the text that it names, where they are neither cells nor figures in prose."""
    changes: tuple[Change, ...] = ()
    """The changes that it advises; empty where several are equally likely."""
    reasons: tuple[Statement, ...] = ()
    """The evidence for the changes, and against them."""

    @property
    def doubt(self) -> Finding | None:
        """The first finding that may be an error of reading, and not of the report.

        On matters of wording nobody needs to be told.
        """
        if self.severity is Severity.INFO:
            return None
        return next((one for one in self.findings if one.blame is not Blame.PUBLISHER), None)

    def spans(self, report: Report) -> tuple[Span, ...]:
        """Return the places in the source text: of its cells, of its sentences, and the others."""
        cells = (report[cell].span for cell in self.cells if cell in report)
        return (
            *(span for span in cells if span is not None),
            *(claim.span for claim in self.claims),
            *self.places,
        )


def remarks_on(report: Report, findings: Sequence[Finding]) -> tuple[Remark, ...]:
    """Return the remarks on a report, the heaviest first, and those alike in the order of the text.

    Args:
        report: The report.
        findings: What `check` found in it, alone or beside others.

    """

    def order(remark: Remark) -> tuple[int, int]:
        starts = (span.start for span in remark.spans(report))
        return _WEIGHTS.index(remark.severity), min(starts, default=len(report.source_text))

    left = [finding for finding in findings if finding.verdict is Verdict.BROKEN]
    known = {finding.rule for finding in left} & RULES.keys()
    rules = {name: RULES[name] for name in known}
    remarks, mended = list[Remark](), report
    for group in suggest_apart(report) if left else ():
        gone = _gone(report, group[0].changes, left, rules)
        if gone:
            remarks.append(_slip(report, group, gone))
            left = [finding for finding in left if finding not in gone]
            mended = _with(mended, group[0].changes)
    context = Context.of(mended)
    across = dict[str, list[Finding]]()
    for finding in left:
        # Whether it compares the report with that of another year or body.
        if any(term.year != report.year or term.agency for term in finding.terms):
            across.setdefault(finding.rule, []).append(finding)
        else:
            remarks.append(_remark(finding, report, context))
    remarks += (_remark_across(findings, report) for findings in across.values())
    return tuple(sorted(remarks, key=order))


def _gone(
    report: Report, changes: Sequence[Change], left: Sequence[Finding], rules: Mapping[str, Rule]
) -> list[Finding]:
    """Return the findings about these cells that are gone once the cells are changed."""
    broken = check(_with(report, changes), rules=rules).broken
    still = {finding.fingerprint for finding in broken}
    cells = {change.address for change in changes}
    return [
        finding
        for finding in left
        if finding.rule in rules
        and finding.fingerprint not in still
        and any(term.address in cells for term in finding.terms)
    ]


def _with(report: Report, changes: Sequence[Change]) -> Report:
    """Return the report with these cells changed."""
    for change in changes:
        figure = evolve(report[change.address], value=change.new)
        report = report.with_figure(change.address, figure)
    return report


def _slip(report: Report, group: Sequence[Suggestion], gone: Sequence[Finding]) -> Remark:
    """Return the remark on one slip: the change that stands out, or else the likeliest few."""
    first, *others = group
    stands_out = not others or _telling(first) > max(map(_telling, others))
    is_sure = stands_out and len(first.changes) <= _MOST_SURE
    shown = [first] if is_sure else group[:_MOST_CHOICES]
    changes = [change for each in shown for change in each.changes]
    cells = tuple(dict.fromkeys(Address(change.address) for change in changes))
    if is_sure:
        what = sentences.printed(report, first.changes, gone)
        advice = sentences.change(report, first)
    else:
        what = sentences.told(gone[0])
        advice = sentences.choices(report, shown, len(group))
    return Remark(
        min((finding.severity for finding in gone), key=_WEIGHTS.index),
        what,
        advice,
        tuple(gone),
        cells,
        changes=first.changes if is_sure else (),
        reasons=tuple(one.statement for one in first.evidence if one.supports) if is_sure else (),
    )


def _telling(suggestion: Suggestion) -> int:
    """Return how much evidence from elsewhere speaks for a suggestion."""
    signs = (1 if one.supports else -1 for one in suggestion.evidence if one.kind in _TELLING)
    return sum(signs)


def _remark_across(findings: Sequence[Finding], report: Report) -> Remark:
    """Return the remark on how a report differs from another: one for all cells of a rule."""
    own = (
        Address(term.address)
        for finding in findings
        for term in finding.terms
        if term.year == report.year and not term.agency and term.address in report
    )
    claims = tuple(claim for finding in findings for claim in finding.claims)
    what, cells = sentences.told_together(findings), tuple(dict.fromkeys(own))
    return Remark(findings[0].severity, what, None, tuple(findings), cells, claims)


def _remark(finding: Finding, report: Report, mended: Context) -> Remark:
    """Return the remark on a finding that no change of a few cells explains."""
    cells = tuple(Address(term.address) for term in finding.terms if term.address in report)
    remark = Remark(
        finding.severity,
        sentences.told(finding),
        None,
        (finding,),
        cells,
        finding.claims,
        () if finding.terms or finding.claims else finding.spans,
    )
    if not finding.claims or not cells or not isinstance(finding.left, int):
        return remark
    value = total_of("+".join(cells), mended.values)
    what = sentences.contradiction(report, finding)
    denies = finding.claims[0].kind == "none_occurred"  # it has no figure to change
    if value is None or denies or not all(map(mended.adds_up, cells)):
        return evolve(remark, what=what, advice=sentences.compare())
    return evolve(remark, what=what, advice=sentences.sentence_change(report, finding, value))
