"""The figures stated in the prose of two reports that differ."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

from govinfo.comparison.changes import ClaimChange, Difference
from govinfo.model import Report
from govinfo.parts import Claim

__all__ = ["claim_changes"]


def claim_changes(before: Report, after: Report) -> Iterator[ClaimChange]:
    """Yield the claims that differ, in the order of the later text, then those that are lost."""
    earlier = dict[Hashable, list[Claim]]()
    for claim in before.claims:
        earlier.setdefault(_said(claim), []).append(claim)
    rest = list[Claim]()
    for claim in after.claims:
        same = earlier.get(_said(claim))
        if same:
            same.pop(0)
        else:
            rest.append(claim)
    left = dict[Hashable, list[Claim]]()
    for claims in earlier.values():
        for claim in claims:
            left.setdefault(_about(claim), []).append(claim)
    for claim in rest:
        old = left.get(_about(claim))
        change = Difference.CHANGED if old else Difference.ADDED
        yield ClaimChange(change, old.pop(0) if old else None, claim)
    for claims in left.values():
        for claim in claims:
            yield ClaimChange(Difference.LOST, claim, None)


def _about(claim: Claim) -> Hashable:
    """Return what a claim is about, whatever number it gives, and in whatever words."""
    return claim.subject, claim.scope


def _said(claim: Claim) -> Hashable:
    """Return all that a claim says."""
    return _about(claim), claim.kind, claim.value, claim.unit, claim.hedged
