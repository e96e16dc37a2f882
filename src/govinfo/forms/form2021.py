"""The form for report years from 2021 on: 国办公开办函〔2021〕30号, issued on 26 September 2021.

Labels are those of the blank statutory template. Aliases are wordings seen in published reports,
and plausible spellings of them.
"""

from __future__ import annotations

from govinfo.forms.schema import Block, Column, Form, FormTable, Kind, Row
from govinfo.forms.shared import (
    OTHER_IN_THREE_ROWS,
    SECTIONS,
    requests_identities,
    requests_table,
    review_identities,
    review_table,
)

PROACTIVE = FormTable(
    id="proactive",
    title="主动公开政府信息情况",
    section="proactive_disclosure",
    blocks=(
        Block(
            caption="第二十条第（一）项",
            columns=(
                Column("issued", "本年制发件数", aliases=("本年制发",)),
                Column("repealed", "本年废止件数", aliases=("本年废止",)),
                Column("in_force", "现行有效件数", aliases=("现行有效",)),
            ),
            rows=(
                Row("rules", "规章", aliases=("地方政府规章", "部门规章")),
                Row(
                    "normative_documents",
                    "行政规范性文件",
                    aliases=("规范性文件", "行政规范性档案", "规范性档案"),
                ),
            ),
        ),
        Block(
            caption="第二十条第（五）项",
            columns=(Column("decisions", "本年处理决定数量", aliases=("处理决定数量",)),),
            rows=(Row("licensing", "行政许可"),),
        ),
        Block(
            caption="第二十条第（六）项",
            columns=(Column("decisions", "本年处理决定数量", aliases=("处理决定数量",)),),
            rows=(
                Row("penalties", "行政处罚"),
                Row("coercive_measures", "行政强制", aliases=("行政强制措施",)),
            ),
        ),
        Block(
            caption="第二十条第（八）项",
            columns=(
                Column(
                    "amount",
                    "本年收费金额（单位：万元）",
                    aliases=("本年收费金额", "收费金额"),
                    unit="万元",
                    kind=Kind.MONEY,
                ),
            ),
            rows=(Row("administrative_fees", "行政事业性收费"),),
        ),
    ),
)

REQUESTS = requests_table(OTHER_IN_THREE_ROWS)
REVIEW = review_table()

FORM2021 = Form(
    id="form2021",
    name="中华人民共和国政府信息公开工作年度报告格式",
    basis="国办公开办函〔2021〕30号",
    first_year=2021,
    last_year=None,
    sections=SECTIONS,
    tables=(PROACTIVE, REQUESTS, REVIEW),
    identities=(*requests_identities(REQUESTS), *review_identities(REVIEW)),
)
