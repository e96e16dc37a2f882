"""The words of the review page, in both languages."""

from __future__ import annotations

from collections.abc import Mapping

from govinfo.consistency.names import Statement

__all__ = ["LEGEND", "WORDS"]

WORDS: Mapping[str, Statement] = {
    "title": Statement("年度报告审读", "Review of an annual report"),
    "titles": Statement("年度报告审读", "Review of annual reports"),
    "untitled": Statement("政府信息公开工作年度报告", "Annual report on government information"),
    "source": Statement("原文", "The document"),
    "pages": Statement("第 {} 页", "Page {}"),
    "remarks": Statement("需要处理的问题", "What to look at"),
    "counting": Statement(
        "按处计：一处差错可使多条规则不成立，check 按规则计",
        "Counted by place: one slip may break several rules, and check counts those",
    ),
    "none": Statement(
        "没有发现问题。表中各项勾稽相符，正文与表格一致。",
        "Nothing was found. The sums hold, and the prose agrees with the tables.",
    ),
    "none_assessed": Statement(
        "没有发现问题，但有的内容无法核对，见下。",
        "Nothing was found, but some of it could not be assessed; see below.",
    ),
    "advice": Statement("怎么改", "What to change"),
    "why": Statement("理由", "Why"),
    "misfit": Statement("不符之处", "What does not fit"),
    "basis": Statement("依据", "Legal basis"),
    "doubt": Statement("先看读取是否有误", "Check the reading first"),
    "in_source": Statement("看原文", "In the document"),
    "in_table": Statement("看表格", "In the table"),
    "open": Statement("无法核对的 {} 项", "Not assessed: {}"),
    "unread": Statement("没有读入任何单元格的数字 {} 个", "Numbers in no cell: {}"),
    "notes": Statement("读取疑点 {} 处", "Doubts of the reader: {}"),
    "tables": Statement("统计表", "The tables"),
    "legend": Statement("图例", "Legend"),
    "proof": Statement("逐格校对", "Tick off the figures"),
    "ticked": Statement("已核对", "Ticked"),
    "save": Statement("下载核对记录", "Download the ticks"),
    "print": Statement("打印", "Print"),
    "clear": Statement("清除核对记录", "Clear the ticks"),
    "agency": Statement("机关", "Agency"),
    "year": Statement("年度", "Year"),
    "form": Statement("格式", "Form"),
    "file": Statement("文件", "File"),
    "signed": Statement("落款日期", "Signed"),
    "checked_by": Statement("校对人", "Checked by"),
    "date": Statement("日期", "Date"),
    "reports": Statement("各份报告", "The reports"),
    "skip": Statement("跳到问题列表", "Skip to the findings"),
    "raw": Statement("原文为“{}”", "as printed: {}"),
    "candidates": Statement("可能是 {}", "could be {}"),
    "no_number": Statement("无数字", "no number"),
    "agrees": Statement("与表格一致", "agrees with the table"),
    "disagrees": Statement("与表格不一致", "disagrees with the table"),
    "style": Statement("文字表述", "a matter of wording"),
    "untied": Statement("正文中的数字，不与某一格对应", "a figure in the prose, of no one cell"),
    "not_in_text": Statement("文中没有这一格", "not in the document"),
    "from": Statement(
        "由 govinfo 生成；本页不访问网络", "Made by govinfo; this page fetches nothing"
    ),
    "note_omitted": Statement("打印件不含原文", "The document itself is not printed"),
}
"""What the page says, by name."""

LEGEND: Mapping[str, tuple[str, Statement]] = {
    "printed": ("7", Statement("读出的数字", "a number that was read")),
    "wrong": ("7", Statement("建议改动", "to be changed")),
    "involved": ("7", Statement("与问题有关", "part of what does not fit")),
    "inferred": ("7*", Statement("由勾稽关系推定", "inferred")),
    "blank": ("␣", Statement("空白", "blank")),
    "not_applicable": ("/", Statement("未填数字", "not applicable")),
    "illegible": ("1?6", Statement("无法辨认", "illegible")),
    "absent": ("·", Statement("文中没有", "not in the document")),
    "agrees": ("7", Statement("正文，与表格一致", "in the prose, and agrees")),
    "disagrees": ("7", Statement("正文，与表格不一致", "in the prose, and disagrees")),
    "style": ("文字", Statement("表述需要修改", "wording to be changed")),
    "unread": ("7", Statement("没有读入任何单元格", "in no cell")),
}
"""Every look of a number on the page: a sample, and what it means."""
