"""The findings of a check: a sequence to filter, print and turn into a data frame."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Container, Iterator, Sequence
from typing import TYPE_CHECKING, Any, overload

from attrs import evolve, field, frozen

from govinfo.consistency.outcome import Severity, Verdict
from govinfo.consistency.rule import Finding
from govinfo.errors import MissingExtra, is_one_of, require_language, unknown_name
from govinfo.wording import Lang
from govinfo.wording.words import word

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Finding", "Findings"]


@frozen(repr=False)
class Findings(Sequence[Finding]):
    """A sequence of findings, in the order of the reports and of the rules."""

    _all: tuple[Finding, ...] = ()
    _rules: tuple[str, ...] | None = field(default=None, eq=False, kw_only=True)
    """The ids of the rules that were applied, also of those without findings; `None` if unknown."""

    @overload
    def __getitem__(self, index: int) -> Finding: ...
    @overload
    def __getitem__(self, index: slice) -> Findings: ...
    def __getitem__(self, index: int | slice) -> Finding | Findings:
        """Return one finding, or for a slice the findings in it."""
        return evolve(self, all=self._all[index]) if isinstance(index, slice) else self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._all)

    @property
    def broken(self) -> Findings:
        """The findings with the verdict `broken`."""
        return self._those(lambda finding: finding.verdict is Verdict.BROKEN)

    @property
    def errors(self) -> Findings:
        """The broken findings of severity `error`."""
        return self._those(
            lambda one: one.verdict is Verdict.BROKEN and one.severity is Severity.ERROR
        )

    def by_rule(self, rule: str) -> Findings:
        """Return the findings of one rule.

        Args:
            rule: The id of the rule, such as `T3.BALANCE`.

        Raises:
            UnknownName: No rule of this id was applied.

        """
        found = self._those(lambda finding: is_one_of(rule, (finding.rule,)))
        if not found and self._rules is not None and not is_one_of(rule, self._rules):
            raise unknown_name(
                "rule", rule, self._rules, "The keys of the rules that were applied are the ids."
            )
        return found

    def without(self, fingerprints: Container[str]) -> Findings:
        """Return the findings that nobody has dismissed.

        Args:
            fingerprints: Those of the dismissed findings, as `read_dismissals` returns them.

        """
        return self._those(lambda finding: finding.fingerprint not in fingerprints)

    def _those(self, wanted: Callable[[Finding], bool]) -> Findings:
        return evolve(self, all=tuple(filter(wanted, self._all)))

    def text(self, lang: Lang = "zh") -> str:
        """Return one line per finding: verdict, severity, rule, body and year, message.

        Where there is none, it says so.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        lines = []
        for finding in self:
            who = " ".join(str(part) for part in (finding.agency, finding.year) if part is not None)
            words = (word(finding.verdict.value, lang), word(finding.severity.value, lang))
            parts = [*words, finding.rule, who]
            lines.append("  ".join(part for part in (*parts, finding.message(lang)) if part))
        return "\n".join(lines) or ("没有发现问题" if lang == "zh" else "no findings")

    def columns(self, lang: Lang = "zh") -> dict[str, list[Any]]:
        """Return the findings as lists, one for each of `COLUMNS`; messages in this language."""
        return {name: [say(finding, lang) for finding in self] for name, say in COLUMNS.items()}

    def to_pandas(self, lang: Lang = "zh") -> pd.DataFrame:
        """Return the findings as a pandas data frame, one row per finding.

        Args:
            lang: The language of the messages, `zh` or `en`.

        Returns:
            The columns `source_id, agency, year, rule, severity, verdict, blame, message, left,
            right, line, addresses, fingerprint`. `line` counts the lines of the source text from 1;
            `addresses` has a space between two of them.

        Raises:
            MissingExtra: pandas is not installed.

        """
        pandas = _pandas("Findings.to_pandas")
        table = self.columns(lang)
        whole = {name: pandas.array(table[name], dtype="Int64") for name in ("year", "line")}
        frame: pd.DataFrame = pandas.DataFrame(table | whole)
        return frame

    def summary(self) -> pd.DataFrame:
        """Return how many findings there are by rule, agency and year.

        Returns:
            One row for each rule, severity, body and year with a finding, and a column for each
            verdict with its count: `broken`, `unassessable`, `holds`.

        Raises:
            MissingExtra: pandas is not installed.

        """
        pandas = _pandas("Findings.summary")
        counts = Counter(
            ((one.rule, one.severity.value, one.agency, one.year), one.verdict) for one in self
        )
        verdicts = (Verdict.BROKEN, Verdict.UNASSESSABLE, Verdict.HOLDS)
        rows = [
            (*key, *(counts[key, verdict] for verdict in verdicts))
            for key in dict.fromkeys(key for key, _ in counts)
        ]
        names = ["rule", "severity", "agency", "year", *(verdict.value for verdict in verdicts)]
        frame: pd.DataFrame = pandas.DataFrame(rows, columns=names).astype({"year": "Int64"})
        return frame

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        counts = Counter(finding.verdict for finding in self)
        told = [f"{counts[verdict]} {verdict}" for verdict in Verdict if verdict in counts]
        return f"<Findings: {', '.join(told) or 'none'}>"

    def _repr_html_(self) -> str:
        from govinfo.rendering import findings_html

        return findings_html(self)


COLUMNS: dict[str, Callable[[Finding, Lang], Any]] = {
    "source_id": lambda one, _: one.source_id,
    "agency": lambda one, _: one.agency,
    "year": lambda one, _: one.year,
    "rule": lambda one, _: one.rule,
    "severity": lambda one, _: one.severity.value,
    "verdict": lambda one, _: one.verdict.value,
    "blame": lambda one, _: one.blame.value,
    "message": lambda one, lang: one.message(lang),
    "left": lambda one, _: one.left,
    "right": lambda one, _: one.right,
    "line": lambda one, _: one.line,
    "addresses": lambda one, _: " ".join(term.address for term in one.terms),
    "fingerprint": lambda one, _: one.fingerprint,
}
"""The columns of the table of findings, and what each finding has there."""


def _pandas(wanted_by: str) -> Any:  # noqa: ANN401 - a module
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtra(wanted_by, "pandas") from error
    return pd
