"""A rule and a finding: what should hold, and whether it does in one report.

A rule has the words and the severity, its function computes with numbers only, and a finding joins
both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from hashlib import sha256
from operator import attrgetter
from typing import TYPE_CHECKING, TypeAlias

from attrs import field, frozen

from govinfo.consistency.messages import Case, message
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Side, Term, Verdict
from govinfo.figures import Number
from govinfo.forms.formulas import Formula
from govinfo.model import Report
from govinfo.parts import Claim
from govinfo.spans import Span
from govinfo.wording import Lang
from govinfo.wording.words import word

if TYPE_CHECKING:
    from govinfo.consistency.attribution import Blame, Blamed
    from govinfo.consistency.context import Context

__all__ = ["Finding", "Judge", "Rule"]

Judge: TypeAlias = "Callable[[Context], Iterable[Outcome]]"
"""The pure function of a rule: it takes a report in its context and yields outcomes."""


@frozen
class Rule:
    """Something that should hold in a report, with its legal basis."""

    id: str
    """The id of the rule, such as `T3.BALANCE`."""
    severity: Severity = field(converter=Severity)
    """The weight of a broken finding."""
    forms: tuple[str, ...]
    """The ids of the forms it applies to."""
    statement: Statement
    """What should hold, in Chinese and in English."""
    basis: str
    """The law or the official form that it follows from, such as 国办公开办函〔2021〕30号."""
    source: tuple[str, ...]
    """The documents in which it was found."""
    status: str
    """How sure the rule itself is: `verified` or `derived`."""
    judge: Judge = field(repr=False, eq=False)
    """The pure function."""
    told: Statement | None = field(default=None, repr=False)
    """What a broken finding says, if that is no equation.

    A pattern with the names `left`, `right`, `cells` (their labels), `figures` (each label with its
    own figure), `sentence` and `subject` (what the prose counts there).
    """
    formula: Formula | None = field(default=None, kw_only=True)
    """The comparison of two sums that it states, for other tools to run; `None` if it is none."""
    holds_at_once: Callable[[Context], bool] | None = field(
        default=None, kw_only=True, repr=False, eq=False
    )
    """A quick look that tells of most reports that it holds in all of their cells, if there is one.

    The pure function is not asked then, where findings that hold are not wanted.
    """
    symbols: str = field(kw_only=True)
    """What it states in symbols, for people to read."""

    @symbols.default
    def _symbols_of_formula(self) -> str:
        return "-" if self.formula is None else self.formula.text

    def _repr_html_(self) -> str:
        from govinfo.rendering import rule_html

        return rule_html(self)

    def __str__(self) -> str:
        return self.id

    def __repr__(self) -> str:
        return f"<Rule {self.id}: {self.statement.en}>"

    def check(self, reports: Report | Iterable[Report]) -> Iterator[Finding]:
        """Yield every finding of this rule in one or several reports, also those that hold.

        Args:
            reports: One report, or several in any order; those of one body are joined by year.

        """
        from govinfo.consistency.panel import contexts

        for context in contexts(reports):
            yield from self.findings(context, frozenset(Verdict))

    def findings(self, context: Context, verdicts: frozenset[Verdict]) -> Iterator[Finding]:
        """Yield the findings with these verdicts; none for a form that the rule is not for."""
        if context.report.form.id not in self.forms:
            return
        quick = None if Verdict.HOLDS in verdicts else self.holds_at_once
        if quick is not None and context.shows(quick):
            return
        for outcome in self.judge(context):
            if outcome.verdict in verdicts or outcome.verdict is Verdict.BROKEN:
                finding = self._finding(outcome, context)
                if finding.verdict in verdicts:
                    yield finding

    def _finding(self, outcome: Outcome, context: Context) -> Finding:
        """Return an outcome as a finding, with the value, year and body of each of its cells.

        A rule that only a doubtful reading breaks is unassessable: nobody is blamed for that.
        """
        report, operands = context.report, outcome.operands
        sheets = [context] * len(operands)
        if context.has_others:
            sheets = [context.sheet_of(operand) for operand in operands]
        cells = [(sheet, operand.address) for sheet, operand in zip(sheets, operands, strict=True)]
        is_broken = outcome.verdict is Verdict.BROKEN
        if is_broken and any(
            address in sheet.values and sheet.doubted(address) for sheet, address in cells
        ):
            outcome = outcome._replace(verdict=Verdict.UNASSESSABLE, reason="doubt")
        values = tuple(sheet.values.get(address) for sheet, address in cells)
        name = None if report.agency is None else report.agency.name
        sources = tuple(sheet.report for sheet in sheets)
        stated = values, name, report.year, report, sources, context.source_id
        return Finding(self, outcome, *stated)


def _whose(reports: tuple[Report, ...]) -> tuple[tuple[int | None, str | None], ...]:
    """The year and the body of each report."""
    return tuple((one.year, None if one.agency is None else one.agency.name) for one in reports)


@frozen
class Finding:
    """What one rule says about one place in one report."""

    _rule: Rule = field(eq=attrgetter("id"))
    _outcome: Outcome = field(repr=False)
    _values: tuple[Number | None, ...] = field(repr=False)
    """The number in each of the cells that it is about, or `None`."""
    agency: str | None
    """The name of the body whose report is checked."""
    year: int | None
    """The year of the report that is checked."""
    _report: Report = field(eq=False, repr=False)
    _sources: tuple[Report, ...] = field(eq=_whose, repr=False)
    """The report that each of the terms stands in."""
    source_id: str | None = field(default=None, eq=False)
    """The source of the report that is checked, where readings were checked."""

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The cells that it is about, each with its sign and value; made when they are read."""
        terms = list[Term]()
        for operand, value, source in zip(
            self._outcome.operands, self._values, self._sources, strict=True
        ):
            agency = None if operand.child is None else source.agency
            body = None if agency is None else agency.name
            terms.append(Term(operand.address, operand.sign, value, source.year, body))
        return tuple(terms)

    @property
    def rule(self) -> str:
        """The id of the rule, such as `T3.BALANCE`."""
        return self._rule.id

    @property
    def verdict(self) -> Verdict:
        """Whether the rule holds, is broken, or cannot be assessed."""
        return self._outcome.verdict

    @property
    def severity(self) -> Severity:
        """The severity of the rule."""
        return self._rule.severity

    @property
    def left(self) -> Side:
        """The left side of the comparison; `None` if it is unknown."""
        return self._outcome.left

    @property
    def right(self) -> Side:
        """The right side of the comparison; `None` if it is unknown."""
        return self._outcome.right

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The figures stated in prose that it is about, in the order of the text."""
        return self._outcome.said

    @property
    def line(self) -> int | None:
        """The first line of the source text that it is about, from 1; `None` if it has no place."""
        start = min((span.start for span in self.spans), default=None)
        return None if start is None else self._report.source_text.count("\n", 0, start) + 1

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits, the same in every run for the same rule, report and cells."""
        cells = (
            f"{term.sign}:{term.year}:{term.agency or ''}{term.address}" for term in self.terms
        )
        said = (f"{claim.subject}:{claim.value}" for claim in self._outcome.said)
        parts = [self.rule, self.agency or "", str(self.year or ""), *cells, *said]
        if self._outcome.places:  # a place moves with every edit of the text, what stands there not
            parts += [str(self.left), str(self.right)]
        return sha256("|".join(parts).encode("utf-8", "backslashreplace")).hexdigest()[:16]

    @property
    def spans(self) -> tuple[Span, ...]:
        """The places in the source text: of the cells, in order of the terms, then of the prose."""
        own = (
            term.address
            for term, source in zip(self.terms, self._sources, strict=True)
            if source is self._report
        )
        cells = (self._report[address].span for address in own if address in self._report)
        return (
            *(span for span in cells if span is not None),
            *(claim.span for claim in self._outcome.said),
            *self._outcome.places,
        )

    @property
    def blame(self) -> Blame:
        """Where the error most likely comes from."""
        return self._blamed.blame

    def blame_reason(self, lang: Lang = "zh") -> str:
        """Return the reason for the blame as a sentence.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        return self._blamed.reason.in_(lang)

    def message(self, lang: Lang = "zh") -> str:
        """Return the finding as a sentence: what should hold, where, and what was found there.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        return message(self._case, self._rule.statement, self._rule.told, lang)

    @property
    def _case(self) -> Case:
        return Case(self._outcome, self.terms, self._report, self._sources)

    @cached_property
    def _blamed(self) -> Blamed:
        from govinfo.consistency.attribution import blame

        return blame(self._case)

    def _repr_html_(self) -> str:
        from govinfo.rendering import finding_html

        return finding_html(self)

    def __str__(self) -> str:
        return f"{word(self.verdict, 'zh')}  {self.rule}  {self.message()}"

    def __repr__(self) -> str:
        return f"<Finding {self.rule}, {self.verdict}: {self.message('en')}>"
