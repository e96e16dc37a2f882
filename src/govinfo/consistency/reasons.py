"""What else there is to say of an outcome than its numbers, such as why it is not assessed."""

from __future__ import annotations

__all__ = ["REASONS"]

REASONS: dict[str, tuple[str, str]] = {
    "doubt": (
        "读取时对其中的数字存有疑问，不作判断",
        "the reader is not sure of these numbers, so nothing is concluded",
    ),
    "reader": (
        "可能是读取时遗漏，不作判断",
        "the reader may have missed something, so nothing is concluded",
    ),
    "inferred": (
        "其中有由勾稽关系推定的数字",
        "some of these numbers are inferred from the form's identities",
    ),
    "added_otherwise": (
        "合并列出的行若已包含分列的行，合计同样不符",
        "the total does not hold either if the joint row already counts the rows beside it",
    ),
    "unread": ("没有读到可供核对的表格数字", "no figures of the tables were read"),
    "year": ("文中没有报告年度", "the report year is not stated"),
    "one_year": (
        "年度只在一处写明，没有另一处可以对照",
        "the year stands in one place only, so there is nothing to compare it with",
    ),
    "both_forms": (
        "读到的格两种格式都有，看不出用的是哪一种",
        "both forms have the cells that are there, so they do not tell the form",
    ),
    "agency": ("文中没有可以判断层级的机关名称", "the agency, or its level, is not stated"),
    "short": (
        "文字很短，是否写出问题须由读者判断",
        "the text is short: a reader must judge whether it names a problem",
    ),
    "prose": (
        "正文前后说法不一，不作判断",
        "the text gives several figures, so nothing is concluded",
    ),
    "with_carried": (
        "正文之数等于新收与上年结转之和，或已计入结转",
        "the text may count the requests carried over as well",
    ),
    "new_only": (
        "正文或只计本年新收的申请，未计上年结转的",
        "the text may leave out the requests carried over",
    ),
    "until_a_day": (
        "正文之数截至某日，或含往年的",
        "the text counts up to a day, and may count years before",
    ),
    "wider_group": (
        "正文所称的公开或不公开，或含表三的几类结果",
        "the words of the text may cover several kinds of outcome of table 3",
    ),
    "some_unanswered": (
        "正文或未计不予处理、其他处理的申请",
        "the text may leave out requests that were closed without an answer",
    ),
    "counted_apart": (
        "同一句中另有一个数，或属其中，两数之和与表格一致",
        "another number of the sentence may belong to it: both together are that of the table",
    ),
    "own_figures": (
        "汇总的年报，正文或只计其中一个机关的数字",
        "the text may count for one of several bodies that the table counts for",
    ),
    "kinds": ("同一信息或计入多类", "one piece of information may be counted in several kinds"),
    "date": ("文中没有这一日期", "the date is not stated"),
    "period": ("文中没有统计期限", "the period is not stated"),
    "period_unreadable": (
        "文中的统计期限缺了字，读不出起止日期",
        "the period has lost some of its words, so its days cannot be read",
    ),
    "reversed": ("止日早于起日", "it ends before it begins"),
    "gap": ("缺上一年度的报告，无法衔接", "the report for the year before is missing"),
    "disputed": (
        "上一年度有两份数字不同的报告，无法衔接",
        "two different reports for the year before were given",
    ),
    "both_years": (
        "两个年度的报告在此处自身均不平衡（{identities}）",
        "both reports break an identity of their own at these cells ({identities})",
    ),
    "this_year": (
        "本年度报告在此处自身不平衡（{identities}），宜先核对本年度",
        (
            "this year's report breaks an identity of its own there ({identities}), "
            "so look at it first"
        ),
    ),
    "year_before": (
        "上一年度报告在此处自身不平衡（{identities}），宜先核对上一年度",
        (
            "last year's report breaks an identity of its own there ({identities}), "
            "so look at it first"
        ),
    ),
    "digits_cut": ("似为截去末位而非四舍五入", "its last digits seem to be cut off, not rounded"),
    "children_missing": (
        "尚缺下级单位的数字，只能确定不小于已知各数之和",
        (
            "some of the bodies below have no number here, so the sum of the others is only the "
            "least that it can be"
        ),
    ),
    "children_unknown": (
        "未给出下级单位名单，且各数与已有下级之和多不相同，可能只计本级",
        (
            "no list of the bodies below was given, and few figures are the sums of those given, "
            "so the report may count its own office only"
        ),
    ),
    "other_rows": (
        "表中另有格式未列的行，可能计入其中",
        "the table has rows that the form does not have, which may count here",
    ),
    "part_absent": ("文中没有{right}", "{right}: absent"),
    "part_misplaced": ("{right}不在格式规定的位置", "{right}: not where the form has it"),
    "cells_missing": ("缺{cells}，共 {left} 格", "{cells}: absent, {left} cells"),
    "cells_too_many": ("多出{cells}，共 {right} 格", "{cells}: not in the form, {right} cells"),
    "cells_differ": (
        "缺 {left} 格、多出 {right} 格，即{cells}",
        "{left} cells absent, {right} cells not in the form: {cells}",
    ),
    "title_and_period": (
        "标题为 {left} 年，统计期限为 {right} 年",
        "{left} in the title, {right} in the period",
    ),
    "title_and_prose": (
        "标题为 {left} 年，第一部分写的是 {right} 年",
        "{left} in the title, {right} in part one",
    ),
    "opening_and_period": (
        "引言为 {left} 年，统计期限为 {right} 年",
        "{left} in the opening, {right} in the period",
    ),
    "opening_and_prose": (
        "引言为 {left} 年，第一部分写的是 {right} 年",
        "{left} in the opening, {right} in part one",
    ),
    "taken_over": (
        "报告年度为 {left} 年，这里写作 {right} 年，数字却与本年相同；原句：{sentence}",
        (
            "the report is for {left}, this says {right} with the same figures; "
            "the sentence: {sentence}"
        ),
    ),
    "part_of_total": ("其中一部分多于总数", "a part is more than the total"),
    "attached": (
        "这一部分只写了见附件，请核对附件",
        "this part only names an attachment: look there",
    ),
    "tables_attached": (
        "表格在附件中，请一并读取附件",
        "the tables are in an attachment: read that as well",
    ),
    "tables_lost": (
        "没有读到表格，可能是图片、附件，或在转存中丢失，请核对原件",
        (
            "no table was read: it may be a picture or an attachment, or was lost on the way; "
            "look at the source"
        ),
    ),
    "cut": ("文本似被截断", "the text seems to be cut off"),
    "part_year": (
        "新设、合并或撤销的机关可以只报告部分月份",
        "a new, merged or abolished body may report on part of the year",
    ),
    "school_year": ("学校按学年报告", "schools report on a school year"),
    "amended": ("可能是修订稿或重新发布", "it may be an amended report, or published once more"),
    "section": ("没有读到这一部分", "this part was not read"),
    "impossible": (
        "空白处无论填何数均不能相等",
        "whatever counts stand in the cells without a number, the sides are not equal",
    ),
    "impossible_together": (
        "与勾稽关系 {identities} 合看，空白处无论填何数均不能相等",
        "together with {identities}, no counts in the cells without a number make the sides equal",
    ),
}
"""The sentences, by the reason of the outcome.

`{identities}` stands for their ids, `{left}` and `{right}` for the two sides, `{cells}` for the
labels of the cells, and `{sentence}` for the words of the prose.
"""
