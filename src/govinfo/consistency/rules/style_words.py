"""Proof-reading of words: doubled, left over from last year, misquoted, or never filled in.

Each finding names the place and what to write instead. Where good Chinese may look like the slip,
nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rapidfuzz.distance import Indel

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.proofs import outcome, proofs
from govinfo.forms import FORMS
from govinfo.spans import Span
from govinfo.text import plain

__all__ = [
    "RULES",
    "body_name",
    "document_number",
    "doubled_words",
    "old_year",
    "placeholders",
    "statute_names",
    "unnamed_regulation",
]

_ALL = tuple(form.id for form in FORMS)
_DOUBLED = re.compile(
    r"""
    (?P<pair> (?P<word>[\u3400-\u9fff]{2}) (?P=word) )(?!(?P=word))
  | (?P<more> (?P<long>[\u3400-\u9fff]{3,8}) (?P=long) )
  | (?P<particle> (?<![目标之鹄]) 的的 (?!确) | 了了(?=[，。；、]) )
    """,
    re.VERBOSE,
)
_MEETING = frozenset(
    """
    政府 信息 公开 工作 服务 管理 处理 单位 中心 部门 申请 机关 行政 数据 网站 平台
    制度 事项 决定 建设 发展 监督 保障 政务 公示 审查 文件 社会 人员 办公 宣传 教育
    培训 学习 研究 监管 执法 业务 财政 预算 项目 企业 群众 媒体 新闻 发布 答复 目录
    指南 标准 规范 考核 评估 安全 环境 生态 经济 公共 法律 组织 会议 活动 人民 领导
    专业 技术 科技 文化 交通 卫生 农业 农村 乡村 街道 社区 基层 综合 统计 审计 价格
    质量 市场 生产 消费 投资 生活 复议 诉讼 采购 许可 处罚 登记 征收 救助 资源 规划
    招标 调查 检查 评价 信用 评审 公告 咨询 保险 住房 就业 养老 城市 土地 水利 工程
    """.split()  # noqa: SIM905 - words are easier to read in lines
)
"""Words that end one compound and begin the next: 政府信息公开工作|工作人员 is no slip."""
_CLOSED = re.compile(r"[，。；、：！？）”》]|[的了和与及并等]|情况|\Z")
"""What shows that no compound begins with the second of two such words."""
_LAWFUL = re.compile(
    r"""
    (.)\1\1\1                                   # one character four times
  | 一[\u4e00-\u9fff]一[\u4e00-\u9fff]           # 一项一项, 一步一步
  | [零〇一二三四五六七八九十百千万亿几多两]{2,}    # numbers
  | 逐步逐步 | 比较比较 | 研究研究 | 讨论讨论 | 商量商量 | 很多很多 | 许多许多 | 非常非常
  | 哈哈哈哈 | 是否是否 | 好的好的
    """,
    re.VERBOSE,
)
_PLACEHOLDER = re.compile(
    r"""
    (?<![A-Za-z0-9.@/·])  [XxＸｘ×✕]{2,}  (?![A-Za-z0-9.@/])   # ×××, XX: no part of a word, a plate
  | (?<![A-Za-z0-9×]) [XxＸｘ×] (?=[年月日]) (?! 年代 )         # X年X月
  | 20\d{2}年(?:\d{1,2})?月日 (?! [均常报] )                       # a day that was never filled in
  | [○〇Ｏ]{2,} (?=[局委办市县区镇乡年月日])
  | [（(【\[] (?:此处|在此|请)? (?:填写|补充|待填|待补|待定|待核) [^）)】\]]{0,20} [）)】\]]
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(
    r"""
    (?<=[发办函字令规公党政文厅])          # 国办发
    (?P<open>[（(\[【［〔﹝]) 20\d{2} (?P<close>[）)\]】］〕﹞])
    (?= 第? \d{1,4} 号 )
    """,
    re.VERBOSE,
)
_RIGHT_BRACKETS = frozenset({"〔〕", "﹝﹞"})
_TITLED = re.compile(r"《(?P<name>[^《》]{4,40})》")
_STATUTES = (
    "中华人民共和国政府信息公开条例",
    "政府信息公开信息处理费管理办法",
    "中华人民共和国政府信息公开工作年度报告格式",
)
"""The names of the acts that every report quotes."""
_SHORT_NAMES = frozenset({"政府信息公开条例", "政府信息公开工作年度报告格式"})
_OTHER_ACT = re.compile(
    "[省市县区州盟旗]|自治|实施|解读|规定|通知|问答|修订|草案|读本|释义|试行|细则"
)
_ALIKE_SHARE = 0.86
"""A title with less in common with the name of an act is another act."""
_REGULATION = "政府信息公开条例"
_LINE = re.compile(r"(?<![^\s|])[\u3400-\u9fff]{5,40}(?=[\s|]*\n)")
"""A name that stands alone at the end of a line."""
_SIGNATURE_CHARS = 120
_DIRECTIONS = frozenset("东西南北中上下左右前后大小新老内外一二三四五六七八九十")
_PLACE_NAME = re.compile(r"(?P<place>[\u3400-\u9fff]{2,6}?)(?=[市县区镇乡]|街道)")
_OLD_YEAR = re.compile(
    r"""
    (?<!\d) (?P<year>20\d{2}) 年度? [，,]?
    (?: [我本全][局委办厅院县市区镇乡旗州街部中单机]              # 2022年，我局
      | (?:累计|全年)? (?: 主动公开 | 制作 (?!的) | 共 (?=[收受公制办新]) )   # 2022年共收到
    )
    """,
    re.VERBOSE,
)
_PAST = re.compile("同比|相比|比上|上年|上一年|去年|以来|较20|自20|当时|曾|往年|历年")
_SENTENCE_CHARS = 200
_PLAN = re.compile(
    r"""
    (?: \A | (?<=[。；：]) ) (?P<year>20\d{2}) 年 [，,]?
    [^，。；]{0,12} 将                                  # 我局将
    (?= 继续 | 进一步 | 不断 | 着力 | 持续 | 加大 | 加强 | 重点 | 认真 | 严格 | 围绕 | 按照
      | 深入 | 大力 | 努力 | 积极 | 切实 )
    """,
    re.VERBOSE,
)


_OF_ITSELF = re.compile(
    r"""
    20\d{2}年 | 办公室 | 高度重视 | 认真 | 严格 | 坚持 | 深入 | 全面 | 持续 | 主动公开
  | 共(?:收|受|公) | 按照 | 根据 | 编制
    """,
    re.VERBOSE,
)
"""What a report says of the body that wrote it, and not of its neighbours."""


def doubled_words(context: Context) -> Iterator[Outcome]:
    """叠词误重: 资金资金; 人人, 方方面面, 一项一项 and 政府政府信息 are good Chinese."""
    for proof in proofs(context):
        for found in _DOUBLED.finditer(proof.words):
            word = found["word"] or found["long"]
            start, end = found.span()
            if word and word[-2:] in _MEETING and not _CLOSED.match(proof.words, end):
                continue
            # What white space or a border parts are two cells, or two lines.
            if (
                _LAWFUL.match(proof.words, start, end)
                or len(proof.printed(start, end)) > end - start
            ):
                continue
            yield from outcome(proof, start, end, word or found[0][0])


def placeholders(context: Context) -> Iterator[Outcome]:
    """占位符未替换: ×××, XX, X年X月."""
    for proof in proofs(context):
        for found in _PLACEHOLDER.finditer(proof.words):
            yield from outcome(proof, *found.span(), "")


def document_number(context: Context) -> Iterator[Outcome]:
    """发文字号的年份用六角括号〔〕 (GB/T 9704—2012)."""
    for proof in proofs(context):
        for found in _NUMBER.finditer(proof.words):
            if found["open"] + found["close"] not in _RIGHT_BRACKETS:
                year = found[0][1:-1]
                yield from outcome(proof, *found.span(), f"〔{year}〕")


def statute_names(context: Context) -> Iterator[Outcome]:
    """法规名称引用准确: a title that is nearly the name of an act, and no other act's."""
    for proof in proofs(context):
        for found in _TITLED.finditer(proof.words):
            name = found["name"]
            if name in _STATUTES or name in _SHORT_NAMES or _OTHER_ACT.search(name):
                continue
            scores = {
                right: Indel.normalized_similarity(name, right)
                for right in (*_STATUTES, *sorted(_SHORT_NAMES))
            }
            best = max(scores, key=scores.__getitem__)
            if scores[best] >= _ALIKE_SHARE and not name.endswith(best):
                yield from outcome(proof, *found.span(), f"《{best}》")


def unnamed_regulation(context: Context) -> Iterator[Outcome]:
    """《条例》应先写全称: where no sentence of the report names it in full."""
    found = list(proofs(context))
    is_whole = context.report.title is not None and "overview" in context.sections
    if not is_whole or context.is_cut or _REGULATION in plain(context.report.source_text):
        return
    for proof in found:
        place = proof.words.find("《条例》")
        if place >= 0 and "条例》" not in proof.words[:place]:
            full = f"《中华人民共和国{_REGULATION}》（以下简称《条例》）"
            yield from outcome(proof, place, place + 4, full)
            return


def body_name(context: Context) -> Iterator[Outcome]:
    """机关名称前后一致: the name with one character of its place changed, or with one doubled.

    Another place may well have a body of the same kind, so a changed character counts only where
    the report speaks of its own body.
    """
    agency = context.report.agency
    if agency is None or len(agency.name) < 5:
        return
    name, place = agency.name, _PLACE_NAME.match(agency.name)
    # The office of a bureau is 局局办公室: what doubles the last character is good Chinese.
    doubled = {f"{name[: n + 1]}{name[n:]}" for n in range(len(name) - 1)}
    changed = list[re.Pattern[str]]()
    for n in range(len(place["place"]) if place else 0):
        if name[n] not in _DIRECTIONS:
            rest = re.escape(name[n + 1 :])
            changed.append(re.compile(f"{re.escape(name[:n])}[\\u3400-\\u9fff]{rest}"))
    for proof in proofs(context):
        for wrong in doubled:
            start = proof.words.find(wrong)
            if start >= 0:
                yield from outcome(proof, start, start + len(wrong), name)
        for n, pattern in enumerate(changed):
            for found in pattern.finditer(proof.words):
                is_own = not proof.section or _OF_ITSELF.match(proof.words, found.end())
                if is_own and found[0] != name and found[0][n] not in _DIRECTIONS:
                    yield from outcome(proof, *found.span(), name)
    yield from _signed_otherwise(context, name)


def _signed_otherwise(context: Context, name: str) -> Iterator[Outcome]:
    """Yield the name under the last part, if it is the body's with one other character."""
    report = context.report
    if not report.sections:
        return
    end = report.sections[-1].span.end
    for line in _LINE.finditer(report.source_text, max(0, end - _SIGNATURE_CHARS), end):
        signed = plain(line[0])
        differing = sum(one != other for one, other in zip(signed, name, strict=False))
        if len(signed) == len(name) and differing == 1:
            place = Span(*line.span())
            yield Outcome(Verdict.BROKEN, (), signed, name, places=(place,))


def old_year(context: Context) -> Iterator[Outcome]:
    """上年报告的年份未改: 2022年，我局… in the report on 2023, and plans for a past year."""
    year = context.report.year
    if year is None or context.head_doubted("year"):
        return
    before = str(year - 1)
    for proof in proofs(context):
        if not proof.section:
            continue
        for found in _OLD_YEAR.finditer(proof.words) if before in proof.words else ():
            sentence = proof.words[found.start() : found.end() + _SENTENCE_CHARS].partition("。")[0]
            if (
                found["year"] == before
                and (proof.words[found.start() - 1] in "。；" or proof.begins_line(found.start()))
                and f"{year}年" not in sentence
                and not _PAST.search(sentence)
            ):
                yield from outcome(proof, *found.span("year"), f"{year}")
        for found in _PLAN.finditer(proof.words) if proof.section == "problems" else ():
            if int(found["year"]) == year:
                yield from outcome(proof, *found.span("year"), f"{year + 1}")


_DRAFTING = "《党政机关公文处理工作条例》（中办发〔2012〕14号）第十九条：表述准确，文字精练"
RULES: tuple[Rule, ...] = (
    Rule(
        "STYLE.DOUBLED_WORD",
        Severity.INFO,
        _ALL,
        Statement("词语没有误重", "no word is written twice"),
        _DRAFTING,
        ("DERIVED",),
        "derived",
        doubled_words,
        Statement("“{left}”中只写一个“{right}”", "in “{left}” write “{right}” once"),
        symbols="no text matches (word)(word)",
    ),
    Rule(
        "STYLE.PLACEHOLDER",
        Severity.INFO,
        _ALL,
        Statement("模板里的占位符都已替换", "no placeholder of a template is left"),
        _DRAFTING,
        ("DERIVED",),
        "derived",
        placeholders,
        Statement("“{left}”处待填实际内容", "“{left}” waits to be filled in"),
        symbols="no text matches ×××, XX, X年",
    ),
    Rule(
        "STYLE.DOCUMENT_NUMBER",
        Severity.INFO,
        _ALL,
        Statement(
            "发文字号的年份用六角括号〔〕括起",
            "the year in the number of a document stands in 〔〕",
        ),
        "《党政机关公文格式》（GB/T 9704—2012）第7.2.5条",
        ("GB/T 9704",),
        "verified",
        document_number,
        Statement("“{left}”中写作“{right}”", "in “{left}” write “{right}”"),
        symbols="document.number matches 〔year〕number号",
    ),
    Rule(
        "STYLE.STATUTE_NAME",
        Severity.INFO,
        _ALL,
        Statement("法规名称引用准确", "the names of acts are quoted as they are"),
        _DRAFTING,
        ("DERIVED",),
        "derived",
        statute_names,
        Statement("“{left}”中写作{right}", "in “{left}” write {right}"),
        symbols="text.title in statute.titles",
    ),
    Rule(
        "STYLE.REGULATION_UNNAMED",
        Severity.INFO,
        _ALL,
        Statement(
            "简称《条例》前先写明全称", "the Regulation is named in full before it is abbreviated"
        ),
        _DRAFTING,
        ("DERIVED",),
        "derived",
        unnamed_regulation,
        Statement("“{left}”处首次写作{right}", "at “{left}” write {right} first"),
        symbols="first(《条例》) follows 政府信息公开条例",
    ),
    Rule(
        "STYLE.BODY_NAME",
        Severity.INFO,
        _ALL,
        Statement("机关名称前后一致", "the name of the body is spelled in one way"),
        _DRAFTING,
        ("DERIVED",),
        "derived",
        body_name,
        Statement("“{left}”，别处为“{right}”", "“{left}”, elsewhere “{right}”"),
        symbols="text.agency == agency.name",
    ),
    Rule(
        "STYLE.OLD_YEAR",
        Severity.INFO,
        _ALL,
        Statement(
            "沿用上年文字时年份已更新", "the years in sentences of last year's report are renewed"
        ),
        _DRAFTING,
        ("DERIVED",),
        "derived",
        old_year,
        Statement(
            "“{left}”的年份似应为 {right} 年", "the year in “{left}” should probably be {right}"
        ),
        symbols="text.year == report.year",
    ),
)
"""The rules of words; `check` applies them with `style=True`."""
