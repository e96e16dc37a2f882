"""The trial form for report years 2019 and 2020: 国办公开办函〔2019〕60号.

Its cells are other quantities than those of the 2021 form, even where a row has the same label:
对外公开总数量 counts documents disclosed, 现行有效件数 documents in force; the fee rows count fee
items, not money. They are never mapped onto each other.
"""

from __future__ import annotations

from govinfo.forms.schema import Block, Column, Form, FormTable, Kind, Row
from govinfo.forms.shared import (
    OTHER_IN_ONE_ROW,
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
                Column("newly_made", "本年新制作数量"),
                Column("newly_disclosed", "本年新公开数量"),
                Column("total_disclosed", "对外公开总数量", aliases=("对外公开总数",)),
            ),
            rows=(
                Row("rules", "规章", aliases=("地方政府规章", "部门规章")),
                Row("normative_documents", "规范性文件", aliases=("行政规范性文件", "规范性档案")),
            ),
        ),
        Block(
            caption="第二十条第（五）项",
            columns=(
                Column("prior_year_items", "上一年项目数量", unit="项"),
                Column("change", "本年增/减", aliases=("本年增减",), unit="项", kind=Kind.CHANGE),
                Column("decisions", "处理决定数量"),
            ),
            rows=(
                Row("licensing", "行政许可"),
                Row("other_external_services", "其他对外管理服务事项"),
            ),
        ),
        Block(
            caption="第二十条第（六）项",
            columns=(
                Column("prior_year_items", "上一年项目数量", unit="项"),
                Column("change", "本年增/减", aliases=("本年增减",), unit="项", kind=Kind.CHANGE),
                Column("decisions", "处理决定数量"),
            ),
            rows=(
                Row("penalties", "行政处罚"),
                Row("coercive_measures", "行政强制", aliases=("行政强制措施",)),
            ),
        ),
        Block(
            caption="第二十条第（八）项",
            columns=(
                Column("prior_year_items", "上一年项目数量", unit="项"),
                Column("change", "本年增/减", aliases=("本年增减",), unit="项", kind=Kind.CHANGE),
            ),
            rows=(Row("administrative_fees", "行政事业性收费"),),
        ),
        Block(
            caption="第二十条第（九）项",
            columns=(
                Column("projects", "采购项目数量", unit="项"),
                Column("amount", "采购总金额", unit="元", kind=Kind.MONEY),
            ),
            rows=(Row("government_procurement", "政府集中采购", aliases=("政府采购",)),),
        ),
    ),
)

REQUESTS = requests_table(OTHER_IN_ONE_ROW)
REVIEW = review_table()

FORM2019 = Form(
    id="form2019",
    name="中华人民共和国政府信息公开工作年度报告格式（试行）",
    basis="国办公开办函〔2019〕60号",
    first_year=2019,
    last_year=2020,
    sections=SECTIONS,
    tables=(PROACTIVE, REQUESTS, REVIEW),
    identities=(
        *requests_identities(REQUESTS, "T3.OUTCOMES_TOTAL.2019"),
        *review_identities(REVIEW),
    ),
)
