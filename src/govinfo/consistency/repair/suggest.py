"""The smallest sets of cell changes that make every identity hold: of tables 3 and 4, or an annex.

Often there are several such sets. The search does not know which cell is wrong; evidence ranks the
sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product
from math import prod
from typing import overload

from attrs import evolve, frozen

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement, cell_name
from govinfo.consistency.outcome import Verdict, weigh
from govinfo.consistency.repair.evidence import (
    Background,
    Change,
    Evidence,
    evidence_of,
    rank_of,
)
from govinfo.consistency.repair.localisation import (
    MOST_CHANGES,
    MOST_STEPS,
    End,
    Repairs,
    repairs,
)
from govinfo.errors import BadArgument, require_language
from govinfo.figures import Number
from govinfo.forms.formulas import Equation
from govinfo.model import Report, Reports, each_report
from govinfo.wording import Lang

__all__ = [
    "MOST_SUGGESTIONS",
    "Change",
    "Evidence",
    "Suggestion",
    "Suggestions",
    "suggest",
    "suggest_apart",
]

MOST_SUGGESTIONS = 1_000
"""Maximum number of suggestions; each repair of one group goes with each of another."""

_MOST_TOLD = 5
"""This many suggestions are told as text and as HTML; the likeliest come first."""


@frozen
class Suggestion:
    """A smallest set of changes after which every identity holds."""

    changes: tuple[Change, ...]
    """The cells that change, in the order of the form."""
    evidence: tuple[Evidence, ...] = ()
    """The evidence for and against the changes, the strongest first."""

    @property
    def reason(self) -> str:
        """The size of the set and its evidence in one English sentence."""
        cells = "1 cell changes" if len(self.changes) == 1 else f"{len(self.changes)} cells change"
        return "; ".join([cells, *(each.statement.en for each in self.evidence)])

    def text(self, lang: Lang = "zh") -> str:
        """Return the changes, and below each other what speaks for them and against them.

        Args:
            lang: `zh` for Chinese, `en` for English.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        between = "；" if lang == "zh" else "; "
        lines = [between.join(one.text(lang) for one in self.changes)]
        for one in self.evidence:
            sign = "+" if one.supports else "-"
            lines.append(f"  {sign} {one.statement.in_(lang)}")
        return "\n".join(lines)

    def __str__(self) -> str:
        return self.text()

    def _repr_html_(self) -> str:
        from govinfo.rendering import suggestions_html

        return suggestions_html(Suggestions((self,)))


@frozen(repr=False)
class Suggestions(Sequence[Suggestion]):
    """A sequence of suggestions, those with the strongest evidence first."""

    _all: tuple[Suggestion, ...] = ()
    note: Statement | None = None
    """Why the list is empty or incomplete; `None` if it is complete, or if nothing is broken."""

    @overload
    def __getitem__(self, index: int) -> Suggestion: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Suggestion, ...]: ...
    def __getitem__(self, index: int | slice) -> Suggestion | tuple[Suggestion, ...]:
        """Return one suggestion, or for a slice those in it."""
        return self._all[index]

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Suggestion]:
        return iter(self._all)

    @property
    def likeliest(self) -> tuple[Suggestion, ...]:
        """Those that are shown first."""
        return self._all[:_MOST_TOLD]

    def text(self, lang: Lang = "zh", most: int = _MOST_TOLD) -> str:
        """Return the likeliest suggestions as numbered paragraphs, and what is to be said of all.

        Args:
            lang: `zh` for Chinese, `en` for English.
            most: So many are told; of more, the number.

        Raises:
            BadArgument: `lang` is another language.

        """
        require_language(lang)
        told = [f"{number}. {one.text(lang)}" for number, one in enumerate(self[:most], 1)]
        rest = len(self) - most
        if rest > 0:
            told.append(f"另有 {rest} 种改法。" if lang == "zh" else f"{rest} more.")
        if self.note is not None:
            told.append(self.note.in_(lang) + ("。" if lang == "zh" else "."))
        nothing = "Nothing to suggest: no sum of the tables is broken."
        if lang == "zh":
            nothing = "没有可提的改法：表格中没有不成立的勾稽关系。"
        return "\n".join(told) or nothing

    def __str__(self) -> str:
        return self.text()

    def __repr__(self) -> str:
        likeliest = f", likeliest: {self[0].reason}" if self else ""
        return f"<Suggestions: {len(self)}{likeliest}>"

    def _repr_html_(self) -> str:
        from govinfo.rendering import suggestions_html

        return suggestions_html(self)


_NOTES = {
    End.IMPOSSIBLE: Statement(
        "可以改动的单元格无论怎样改，都不能使勾稽关系全部成立",
        "no change of the cells that may change makes every identity hold",
    ),
    End.STEPS: Statement(
        f"查找了 {MOST_STEPS} 步后停止，可能还有未列出的改法",
        f"the search was given up after {MOST_STEPS} steps, so there may be more than is listed",
    ),
    End.SIZE: Statement(
        f"相互关联的单元格中，改动 {MOST_CHANGES} 格仍不能使勾稽关系全部成立，未再查找更多格的改法",
        f"among cells that share identities no {MOST_CHANGES} changes make them all hold; "
        "larger sets were not tried",
    ),
}
"""Why a search did not list every smallest set; the first that applies is told."""
_TOO_MANY = Statement(
    f"改法的组合过多，只列出 {MOST_SUGGESTIONS} 种",
    f"of too many combinations {MOST_SUGGESTIONS} are listed",
)


def suggest(report: Report, *, pinned: Iterable[str] = (), neighbours: Reports = ()) -> Suggestions:
    """Return the smallest sets of cell changes that repair every broken identity.

    Identities are those of tables 3 and 4, and the sums of an annex of statistics.
    The search is exact. Among cells that share identities, directly or through others, it tries
    sets of one cell first, sets of two only if there is none, and so on up to four. Every value
    stays a count. Cells without a number keep their state, and their identities take no part, but
    no change may leave such a cell without a number that fits. Two cells that stand in exactly the
    same identities never change together, because nothing shows how they share the difference.

    Args:
        report: The report.
        pinned: The addresses of cells that are known to be right; they never change.
        neighbours: Reports of the same agency for the year before and the year after, in any
            order. They serve as evidence only.

    Returns:
        The suggestions, those with the strongest evidence first; none for a report that breaks no
        identity. Its `note` says why the list is empty or incomplete.

    Raises:
        BadArgument: `report` is no report.
        UnknownAddress: The form of the report has no cell with a pinned address.

    """
    if not isinstance(report, Report):
        raise BadArgument(
            f"suggest takes one report, and was given {type(report).__name__}; "
            "`govinfo.parse` makes one"
        )
    kept = frozenset(pinned)
    for address in kept:
        report[address]  # raises for an address that the report does not have
    others = {other for _, other in each_report(neighbours)}
    background = Background(
        Context.of(report),
        tuple(sorted(others, key=lambda other: (other.year or 0, str(other.values())))),
    )
    context = background.context
    found = list(repairs(background.sums, context.values, kept))
    ranked = _ranked(found, background)
    listed = _possible(ranked, context)
    return Suggestions(tuple(listed), _note(found, background, some_left=len(listed) < len(ranked)))


def suggest_apart(report: Report) -> tuple[tuple[Suggestion, ...], ...]:
    """Return what `suggest` finds slip by slip, where it combines every choice for all of them.

    Changes that share no identity have nothing to do with each other. So each set of changes is cut
    into such parts, and parts that repair the same identities are choices for the same slip. Where
    there are too many slips for the search, it leaves out those that a cell alone explains: all
    identities of the cell are broken by the same difference, and no other cell may explain them.

    Args:
        report: The report.

    Returns:
        For each slip its suggestions, those with the strongest evidence first; nothing for
        identities that no change of a few cells repairs.

    """
    background = Background(Context.of(report))
    context = background.context
    found, alone = list(repairs(background.sums, context.values)), list[Change]()
    if not all(group.sets for group in found):
        alone = _alone(background)
        repaired = {**context.values, **{change.address: change.new for change in alone}}
        found = list(repairs(background.sums, repaired))
    groups = [[_judge((change,), background)] for change in alone] + _judged(found, background)
    slips = list[tuple[Suggestion, ...]]()
    for group in filter(None, (_possible(group, context) for group in groups)):
        cut = [_cut(one.changes, background) for one in group]
        if len({frozenset(parts) for parts in cut}) > 1:
            # Its sets disagree on the slips in it.
            slips.append(tuple(group))
            continue
        for broken in cut[0]:
            parts = dict.fromkeys(one[broken] for one in cut)
            choices = (_judge(part, background) for part in parts)
            slips.append(tuple(sorted(choices, key=_rank)))
    return tuple(slips)


_MOST_BROKEN = 16
"""Where more identities are broken, several slips too often look like one."""


def _alone(background: Background) -> list[Change]:
    """Return changes of single cells that repair all their identities, as no other cell does."""
    context, gaps = background.context, background.gaps
    if sum(gap != 0 for gap in gaps.values()) > _MOST_BROKEN:
        return []
    own = dict[str, set[Equation]]()
    differences = dict[str, set[Number]]()
    for equation, gap in gaps.items():
        for operand in equation.operands:
            own.setdefault(operand.address, set()).add(equation)
            differences.setdefault(operand.address, set()).add(-gap * operand.sign)
    sizes, changes = Counter(map(abs, gaps.values())), dict[str, Change]()
    for address, (difference, *others) in differences.items():
        value, count = context.values[address], len(own[address])
        # An equal difference elsewhere may come from the same slips, and this from several.
        alike = difference and not others and sizes[abs(difference)] == count > 1
        if value is not None and alike:
            changes[address] = Change(
                address, value, value + difference, cell_name(address, context.report)
            )
    return [
        change
        for address, change in changes.items()
        if change.new >= 0
        and all(other == address or own[other].isdisjoint(own[address]) for other in changes)
    ]


def _cut(
    changes: Iterable[Change], background: Background
) -> dict[frozenset[Equation], tuple[Change, ...]]:
    """Return the parts of a set that share no identity, by the broken identities they repair."""
    parts, values = list[tuple[set[Equation], list[Change]]](), background.context.values
    for change in changes:
        own = {equation for equation in background.sums if equation.has(change.address)}
        joined, cells = own, [change]
        for part in [part for part in parts if part[0] & own]:
            parts.remove(part)
            joined, cells = joined | part[0], [*part[1], *cells]
        parts.append((joined, cells))
    return {
        frozenset(one for one in identities if weigh(one, values).verdict is Verdict.BROKEN): tuple(
            cells
        )
        for identities, cells in parts
    }


def _possible(ranked: Iterable[Suggestion], context: Context) -> list[Suggestion]:
    """Return the suggestions that leave every blank cell a number that fits."""
    stuck, listed = _stuck(context), []
    for suggestion in ranked:
        changes = {change.address: change.new for change in suggestion.changes}
        if _stuck(evolve(context, values={**context.values, **changes})) <= stuck:
            listed.append(suggestion)
    return listed


def _judge(changes: Iterable[Change], background: Background) -> Suggestion:
    """Return these changes with the evidence for and against them."""
    changes = tuple(changes)
    return Suggestion(changes, evidence_of(changes, background))


def _judged(found: Iterable[Repairs], background: Background) -> list[list[Suggestion]]:
    """Return the repairs of each group of identities, the likeliest first."""
    report, values = background.context.report, background.context.values
    groups = []
    for group in found:
        sets = [
            _judge(
                (
                    Change(address, value, repair[address], cell_name(address, report))
                    for address, value in values.items()
                    if value is not None and address in repair
                ),
                background,
            )
            for repair in group.sets
        ]
        # The likeliest come together first, so that the bound on their number costs the least
        # likely.
        groups.append(sorted(sets, key=_rank))
    return groups


def _ranked(found: Sequence[Repairs], background: Background) -> list[Suggestion]:
    """Return every choice of one repair for each group of identities, the likeliest first."""
    groups = _judged(found, background)
    if not groups:
        return []
    chosen = islice(product(*groups), MOST_SUGGESTIONS)
    if len(groups) == 1:
        return [one for (one,) in chosen]
    whole = (
        _judge((change for one in choice for change in one.changes), background)
        for choice in chosen
    )
    return sorted(whole, key=_rank)


def _rank(suggestion: Suggestion) -> tuple[int | Number, ...]:
    return rank_of(suggestion.changes, suggestion.evidence)


def _stuck(context: Context) -> set[Equation]:
    """Return the identities with blank cells that cannot hold, whatever number stands there."""
    return {
        equation
        for equation, cause in context.bounded.impossible.items()
        if cause.reason == "impossible"
    }


def _note(found: Sequence[Repairs], background: Background, *, some_left: bool) -> Statement | None:
    """Return why a search did not list every smallest set; `None` if it did."""
    ends = {group.end for group in found}
    for end, note in _NOTES.items():
        if end in ends:
            return note
    if prod(len(group.sets) for group in found) > MOST_SUGGESTIONS:
        return _TOO_MANY
    if background.left_out:
        return Statement(
            f"有的合计不止一种算法，不在查找之列（{'、'.join(background.left_out)}）",
            "sums that may be added up in several ways are not repaired "
            f"({', '.join(background.left_out)})",
        )
    impossible = background.context.bounded.impossible
    if not impossible and not some_left:
        return None
    ids = dict.fromkeys(background.sums[equation] for equation in impossible)
    zh, en = (f"（{'、'.join(ids)}）", f" ({', '.join(ids)})") if ids else ("", "")
    return Statement(
        f"含空白处的勾稽关系不在查找之列，其中有的无论空白处填何数均不能成立{zh}；"
        "会使之如此的改法不列出",
        f"identities with blank cells are not repaired, and one cannot hold whatever they say{en}; "
        "changes that would bring that about are not listed",
    )
