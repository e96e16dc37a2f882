"""Figures of requests that may leave some out, because of what else became of others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from govinfo.claims.lexicon import CASES, DISCLOSING, ITEMS
from govinfo.claims.readings import FigureReading
from govinfo.claims.sentence import Sentence
from govinfo.figures import Number

__all__ = ["GROUPS", "ROWS", "beside_rows", "beyond_requests", "incomplete"]

_FATES = {
    "requests_withdrawn": "requests_other_",
    "requests_to_others": "requests_other_",
    "requests_to_be_clarified": "requests_other_",
    "requests_transferred": "requests_other_",
    "requests_not_existing": "requests_unable",
    "requests_not_responsible": "requests_unable",
    "requests_already_public": "requests_granted",
}
"""What else may become of a request, and the group of outcomes that may count it too."""
GROUPS = {
    "requests_granted": ("requests_granted", "requests_granted_in_whole_or_part"),
    "requests_partially_granted": ("requests_partially_granted",),
    "requests_denied": ("requests_denied", "requests_denied_third_party"),
    "requests_unable": ("requests_unable",),
    "requests_not_processed": ("requests_not_processed",),
    "requests_other_": ("requests_other_outcome",),
}
"""How the subjects of outcomes begin, and those that may count only some beside another fate."""
_BEGINNINGS = ("denied", "unable", "not_processed", "other_")
"""How the events of the rows of each group begin."""
_ONE_GROUP_SINCE = 2019
"""Before this year the forms had rows for such fates, apart from the groups of outcomes."""
ROWS = {
    "requests_denied": "requests_denied_",
    "requests_unable": "requests_unable_",
    "requests_not_processed": "requests_not_processed_",
    "requests_other_outcome": "requests_other_",
}
"""How the subjects of the rows of each group begin."""
_COUNTED_APART = frozenset(
    {"requests_carried_forward", "requests_received", "requests_carried_over"}
)
"""What requests are counted as that says nothing of another outcome."""


def beside_rows(sentence: Sentence, counts: Sequence[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figures of groups of outcomes that may leave out the rows named behind them.

    So it is in 无法提供6件，补正后仍不明确1件, but not where the rows add up to the group.
    """
    for place, group in enumerate(counts):
        prefix = ROWS.get(group.subject, "-")
        rows = [one for one in counts[place + 1 :] if one.subject.startswith(prefix)]
        if not rows:
            continue
        between = sentence.between(group, rows[0])
        within = any(token.id == "among" or token.text in "（(：:" for token in between)
        if not within and sum(one.value.value or 0 for one in rows) != group.value.value:
            yield group


def beyond_requests(_: Sentence, counts: Sequence[FigureReading]) -> Iterator[FigureReading]:
    """Yield the figure of all that came, if the requests for disclosure are only some of it.

    So they are in 收到申请42件，其中政府信息公开申请27件 and 申请总量36件，其中本年新收27件.
    """
    came = [one for one in counts if one.subject == "requests_received"]
    for first, one in product(came[:1], came[1:]):
        named = "公开" in first.words.get("thing", "")
        fewer = (one.value.value or 0) < (first.value.value or 0)
        asked = not named and "公开" in one.words.get("thing", "") and one.time == first.time
        if fewer and (asked or (one.event == "new" and first.event != "new")):
            yield first


def incomplete(sentence: Sentence, counts: Sequence[FigureReading]) -> Iterator[FigureReading]:
    """Yield the answers and outcomes beside which requests had a fate of another kind."""
    if all(one.thing != "request" for one in counts):
        return
    values = {one.subject: one.value.value or 0 for one in reversed(counts) if not one.time}
    groups = {_FATES[fate] for fate in _FATES if fate in values}
    groups |= {group for event in sentence.other_fates for group in _groups_of(event)}
    came = values.get("requests_received", 0) + values.get("requests_carried_over", 0)
    total = max(came, values.get("requests_handled", 0))
    done = total - values.get("requests_carried_forward", 0)
    answered = values.get("requests_answered")
    rest = done - answered if total and answered is not None else None
    if not groups and (rest == 0 or not _is_explained(sentence, counts, rest)):
        return
    # What is said for all of a group counts, and else its rows.
    outcomes = sum(
        values.get(group, sum(values[one] for one in values if one.startswith(group)))
        for group in GROUPS
    )
    fates = sum(values.get(fate, 0) for fate in _FATES)
    if rest != 0 and outcomes + fates != answered:
        yield from (one for one in counts if one.subject.startswith("requests_answered"))
    if sentence.year is not None and sentence.year < _ONE_GROUP_SINCE:
        outcomes += fates
    if not outcomes or outcomes not in {done, answered}:
        unsure = {subject for group in groups for subject in GROUPS[group]}
        yield from (one for one in counts if one.subject in unsure)


def _groups_of(event: str) -> Iterable[str]:
    """Return the groups of outcomes that may count requests to which something else happened."""
    if event in DISCLOSING:
        return ("requests_granted",)
    row = next((one for one in _BEGINNINGS if event.startswith(one)), "")
    if row or f"requests_{event}" in _FATES:
        return (_FATES.get(f"requests_{event}", f"requests_{row}"),)
    if event == "not_information":
        return ("requests_unable", "requests_not_processed", "requests_other_")
    return GROUPS


def _is_explained(sentence: Sentence, counts: Sequence[FigureReading], rest: Number | None) -> bool:
    """Whether a number of a sentence may count what was not answered.

    So may 3件 in 转送其他机关3件, which was read as nothing, or one that is just the rest.
    """
    units = {one.value.unit for one in counts if one.subject == "requests_answered"}
    read = {one.value.start for one in sentence.readings}
    apart = {one.value.start for one in counts if one.subject in _COUNTED_APART}
    # What stands behind a figure of cases is about them: 行政复议9件（1件为往年申请）.
    cases = [one.value.start for one in sentence.readings if one.thing in CASES]
    return any(
        (token.unit in units and token.start not in read)
        or (token.unit in ITEMS and token.value == rest and token.start not in apart)
        for token in sentence.tokens
        if token.kind == "number" and not (cases and cases[0] < token.start)
    )
