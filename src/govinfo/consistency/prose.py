"""What the prose says, held against the tables; the figures in the prose are the report's claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govinfo.consistency.formulas import Formula
from govinfo.consistency.outcomes import Operand, Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.sheets import Sheet
from govinfo.consistency.wording import Statement
from govinfo.figures import Number
from govinfo.model import Claim

__all__ = ["RULES", "none_received"]


def none_received(sheet: Sheet) -> Iterator[Outcome]:
    """正文称未收到政府信息公开申请的，本年新收应为0; prose that elsewhere gives the table's number denies nothing."""
    received = (Operand("requests.new_received.total", 1),)
    value = sheet.values.get(received[0].address)
    if value is None:
        yield Outcome(Verdict.UNASSESSABLE, received)
    else:
        denied = value != 0 and _denied(sheet.report.claims, received[0].address, value)
        yield Outcome(Verdict.BROKEN if denied else Verdict.HOLDS, received, value, 0)


def _denied(claims: Iterable[Claim], address: str, value: Number) -> bool:
    """Whether the prose says of the whole report that none occurred, and never says how many did."""
    about = [claim for claim in claims if claim.address == address]
    none = any(claim.kind == "none_occurred" and claim.scope is None for claim in about)
    return none and not any(claim.kind == "count" and claim.value == value for claim in about)


RULES: tuple[Rule, ...] = (
    Rule(
        "T3.NO_REQUESTS_TEXT",
        Severity.WARNING,
        ("form2021", "form2019"),
        Statement(
            "正文称未收到政府信息公开申请的，本年新收应为0",
            "where the text says that no request was received, the table has 0",
        ),
        "国办公开办函〔2021〕30号、国办公开办函〔2019〕60号印发的格式：第一、三部分应一致",
        ("R_ZHANGPING2025", "DERIVED"),
        "derived",
        none_received,
        Statement("{cells} 为 {left}", "{cells} is {left}"),
        formula=Formula("text.no_requests_received implies requests.new_received.total == 0"),
    ),
)
"""The rules of prose and tables."""
