"""An invented form: it shows that a form is a file of data, and one line in the table of forms.

Against the form of 2021 table three has one more row and one more column, and one row is gone;
table two has one more column in its first block.
"""

from __future__ import annotations

from attrs import evolve

from govinfo.forms.form2021 import PROACTIVE as PROACTIVE2021
from govinfo.forms.form2021 import REQUESTS as REQUESTS2021
from govinfo.forms.schema import Block, Column, Form, FormTable, Row
from govinfo.forms.shared import SECTIONS, requests_identities, review_identities, review_table

_DOCUMENTS, *_OTHERS = PROACTIVE2021.blocks
_REVISED = Column("revised", "本年修订件数")

PROACTIVE = evolve(
    PROACTIVE2021,
    blocks=(
        evolve(_DOCUMENTS, columns=(*_DOCUMENTS.columns[:2], _REVISED, *_DOCUMENTS.columns[2:])),
        *_OTHERS,
    ),
)


def _requests() -> FormTable:
    (block,) = REQUESTS2021.blocks
    *applicants, other, total = block.columns
    abroad = Column("foreign_org", "境外组织", group="法人或其他组织")
    rows = list[Row]()
    for row in block.rows:
        if row.id != "not_processed_publication":
            rows.append(row)
        if row.id == "denied_administrative_inquiry":
            rows.append(Row("denied_trial_use", "9.属于试用数据", parent="denied"))
    return evolve(
        REQUESTS2021, blocks=(Block(columns=(*applicants, abroad, other, total), rows=tuple(rows)),)
    )


REQUESTS = _requests()
REVIEW = review_table()

FORM2031 = Form(
    id="form2031",
    name="虚构的2031年格式",
    basis="（虚构）",
    first_year=2031,
    last_year=None,
    sections=SECTIONS,
    tables=(PROACTIVE, REQUESTS, REVIEW),
    identities=(*requests_identities(REQUESTS), *review_identities(REVIEW)),
)
