"""What the 2019 and the 2021 form have in common: the six sections, and tables 3 and 4.

Table 3 differs in one place only, （六）其他处理: one row of figures in 2019, a heading over
three rows since 2021. Table 4 is the same in both: three header lines, then a single line of
fifteen values. Here its three proceedings are rows, so that a cell has an address like every other.
"""

from __future__ import annotations

from govinfo.forms.schema import Block, Column, FormSection, FormTable, Identity, Row

__all__ = [
    "OTHER_IN_ONE_ROW",
    "OTHER_IN_THREE_ROWS",
    "SECTIONS",
    "requests_identities",
    "requests_table",
    "review_identities",
    "review_table",
]

SECTIONS = (
    FormSection(
        "overview",
        "一、总体情况",
        number=1,
        gist="总体|概况|概述|综述|基本情况|开展情况",
        hint="（文字描述）",
    ),
    FormSection(
        "proactive_disclosure",
        "二、主动公开政府信息情况",
        aliases=("主动公开政府信息的情况", "行政机关主动公开政府信息情况"),
        number=2,
        gist="主动公开|公开政府信息",
    ),
    FormSection(
        "requests",
        "三、收到和处理政府信息公开申请情况",
        aliases=("收到和处理政府信息公开申请的情况", "收到和处理政府信息公开申请况"),
        number=3,
        gist="申请",
    ),
    FormSection(
        "review_litigation",
        "四、政府信息公开行政复议、行政诉讼情况",
        aliases=(
            "政府信息公开行政复议和行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
            "因政府信息公开工作被申请行政复议和提起行政诉讼情况",
            "因政府信息公开工作被申请行政复议、提起行政诉讼的情况",
        ),
        number=4,
        gist="复议|诉讼",
    ),
    FormSection(
        "problems",
        "五、存在的主要问题及改进情况",
        aliases=(
            "存在问题及改进情况",
            "存在的问题及改进情况",
            "存在的主要问题及改进措施",
            "主要问题和改进措施",
            "政府信息公开工作存在的主要问题及改进情况",
            "工作中存在的主要问题和改进情况",
        ),
        number=5,
        gist="问题|不足|改进|打算|困难|下一?步",
        hint="（文字描述）",
    ),
    FormSection(
        "other_matters",
        "六、其他需要报告的事项",
        aliases=("其他需要报告事项", "其他报告事项"),
        number=6,
        gist="其他|其它|需要(?:报告|说明)",
        hint="（文字描述，收取信息处理费情况在此处报告。）",
    ),
)

APPLICANTS = (
    Column("natural_person", "自然人", aliases=("公民", "个人")),
    Column("business", "商业企业", aliases=("商业", "企业"), group="法人或其他组织"),
    Column("research", "科研机构", group="法人或其他组织"),
    Column("public_interest", "社会公益组织", aliases=("社会组织",), group="法人或其他组织"),
    Column("legal_service", "法律服务机构", group="法人或其他组织"),
    Column("other_org", "其他", aliases=("其它",), group="法人或其他组织"),
    Column("total", "总计", aliases=("合计",)),
)

RECEIVED_AND_DECIDED = (
    Row(
        "new_received",
        "一、本年新收政府信息公开申请数量",
        aliases=("本年新收政府信息公开申请", "本年度新收政府信息公开申请数量", "本年新收"),
    ),
    Row(
        "carried_over",
        "二、上年结转政府信息公开申请数量",
        aliases=("上年结转政府信息公开申请", "上年度结转政府信息公开申请数量", "上年结转"),
    ),
    Row("outcomes", "三、本年度办理结果", header=True),
    Row("granted", "（一）予以公开", parent="outcomes"),
    Row(
        "partially_granted",
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        aliases=("部分公开", "部分公开（区分处理）"),
        parent="outcomes",
    ),
    Row("denied", "（三）不予公开", parent="outcomes", header=True),
    Row("denied_state_secret", "1.属于国家秘密", parent="denied"),
    Row(
        "denied_law_prohibited",
        "2.其他法律行政法规禁止公开",
        aliases=("法律行政法规禁止公开", "其他法律、行政法规禁止公开"),
        parent="denied",
    ),
    Row("denied_security_stability", "3.危及“三安全一稳定”", parent="denied"),
    Row("denied_third_party", "4.保护第三方合法权益", parent="denied"),
    Row(
        "denied_internal_affairs",
        "5.属于三类内部事务信息",
        aliases=("三类内部事务信息",),
        parent="denied",
    ),
    Row(
        "denied_process_information",
        "6.属于四类过程性信息",
        aliases=("四类过程性信息",),
        parent="denied",
    ),
    Row(
        "denied_enforcement_files", "7.属于行政执法案卷", aliases=("行政执法案卷",), parent="denied"
    ),
    Row(
        "denied_administrative_inquiry",
        "8.属于行政查询事项",
        aliases=("行政查询事项",),
        parent="denied",
    ),
    Row("unable", "（四）无法提供", parent="outcomes", header=True),
    Row("unable_not_held", "1.本机关不掌握相关政府信息", parent="unable"),
    Row(
        "unable_requires_creation",
        "2.没有现成信息需要另行制作",
        aliases=("没有现成信息，需要另行制作",),
        parent="unable",
    ),
    Row("unable_still_unclear", "3.补正后申请内容仍不明确", parent="unable"),
    Row("not_processed", "（五）不予处理", parent="outcomes", header=True),
    Row(
        "not_processed_petition",
        "1.信访举报投诉类申请",
        aliases=("信访、举报、投诉类申请",),
        parent="not_processed",
    ),
    Row("not_processed_duplicate", "2.重复申请", parent="not_processed"),
    Row("not_processed_publication", "3.要求提供公开出版物", parent="not_processed"),
    Row("not_processed_excessive", "4.无正当理由大量反复申请", parent="not_processed"),
    Row(
        "not_processed_confirmation",
        "5.要求行政机关确认或重新出具已获取信息",
        aliases=("要求行政机关确认或重新出具",),
        parent="not_processed",
    ),
)

OTHER_IN_THREE_ROWS = (
    Row("other", "（六）其他处理", parent="outcomes", header=True),
    Row(
        "other_no_clarification",
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        aliases=("申请人无正当理由逾期不补正", "逾期不补正"),
        parent="other",
    ),
    Row(
        "other_fee_unpaid",
        "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
        aliases=("申请人逾期未按收费通知要求缴纳费用", "逾期未缴费"),
        parent="other",
    ),
    Row("other_misc", "3.其他", aliases=("其它",), parent="other"),
)

OTHER_IN_ONE_ROW = (
    Row(
        "other",
        "（六）其他处理",
        parent="outcomes",
        instead_of=tuple(row.id for row in OTHER_IN_THREE_ROWS[1:]),
    ),
)

TOTALS = (
    Row("outcomes_total", "（七）总计", aliases=("办理结果总计", "合计"), parent="outcomes"),
    Row(
        "carried_forward", "四、结转下年度继续办理", aliases=("结转下一年度继续办理", "结转下年度")
    ),
)

PROCEEDINGS = (
    Row("reconsideration", "行政复议"),
    Row(
        "litigation_direct",
        "未经复议直接起诉",
        aliases=("行政诉讼（未经复议直接起诉）", "未经行政复议直接起诉", "直接起诉"),
    ),
    Row(
        "litigation_after_reconsideration",
        "复议后起诉",
        aliases=("行政诉讼（复议后起诉）", "行政复议后起诉", "经复议后起诉"),
    ),
)

RESULTS = (
    Column("upheld", "结果维持", aliases=("维持",)),
    Column("corrected", "结果纠正", aliases=("纠正",)),
    Column("other", "其他结果", aliases=("其它结果",)),
    Column("pending", "尚未审结", aliases=("未审结",)),
    Column("total", "总计", aliases=("合计",)),
)


def requests_table(other: tuple[Row, ...]) -> FormTable:
    """Return table 3, with the rows of （六）其他处理 that a form has."""
    block = Block(columns=APPLICANTS, rows=RECEIVED_AND_DECIDED + other + TOTALS)
    return FormTable("requests", "收到和处理政府信息公开申请情况", "requests", (block,))


def review_table() -> FormTable:
    """Return table 4: three proceedings side by side, on one line of fifteen values."""
    block = Block(columns=RESULTS, rows=PROCEEDINGS, one_line=True)
    return FormTable("review", "政府信息公开行政复议、行政诉讼情况", "review_litigation", (block,))


def requests_identities(
    table: FormTable, outcomes: str = "T3.OUTCOMES_TOTAL"
) -> tuple[Identity, ...]:
    """Return what must add up in table 3: the balance that the form prints, and its totals.

    Args:
        table: The form's table 3.
        outcomes: The id of the identity of （七）总计, which differs where its rows do.

    """
    received, concluded = ("new_received", "carried_over"), ("outcomes_total", "carried_forward")
    return (
        Identity("T3.BALANCE", table.balance(received, concluded)),
        Identity(outcomes, table.total_of_rows("outcomes_total", "outcomes")),
        Identity("T3.ROW_TOTAL", table.total_of_columns("total")),
    )


def review_identities(table: FormTable) -> tuple[Identity, ...]:
    """Return what must add up in table 4: the total of each proceeding."""
    rules = ("T4.RECON_TOTAL", "T4.LIT_DIRECT_TOTAL", "T4.LIT_AFTER_TOTAL")
    return tuple(
        Identity(rule, table.total_of_columns("total", (row.id,)))
        for rule, row in zip(rules, table.rows, strict=True)
    )
