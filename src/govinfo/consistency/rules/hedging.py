"""The values that a figure in prose allows: one if it is exact, several if it is hedged."""

from __future__ import annotations

import re
from decimal import Decimal

from govinfo.figures import Number
from govinfo.parts import Claim

__all__ = ["allows"]

_ABOUT = re.compile(r"约|左右|上下")
_BELOW = re.compile(r"近|不到|不足|以内|以下|最多")
_ABOVE = re.compile(r"超|逾|不少于|不低于|至少|突破|以上|多达")


def allows(claim: Claim, value: Number) -> bool:
    """Return whether a claim allows this value.

    230余 is from 230 to less than 240, 约230 within a tenth of it, 近230 not more, and 超过230 not
    less.
    """
    said, hedge = claim.value, claim.hedge or ""
    if said is None or not claim.hedged:
        return said == value
    if "余" in hedge or "多" in hedge.replace("多达", ""):
        # 余 and 多 add less than one of the last place that is not 0, which is ten at least.
        zeros = len(str(said)) - len(str(said).rstrip("0"))
        step: int = 10 ** max(1, zeros)
        return said <= value < said + step
    if _BELOW.search(hedge):
        return value <= said
    if _ABOVE.search(hedge):
        return value >= said
    return _ABOUT.search(hedge) is None or abs(Decimal(value) - Decimal(said)) * 10 <= Decimal(said)
