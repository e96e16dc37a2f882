"""Which figures of a sentence may be only some of what a cell counts, because of those beside them.

Beside 2件转为信访 the 13件 that were answered of 15件 are not all that had an outcome.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from attrs import frozen

from govinfo.claims.cases import among_cases
from govinfo.claims.fates import GROUPS, beside_rows, beyond_requests, incomplete
from govinfo.claims.lexicon import ACTS
from govinfo.claims.readings import FigureReading
from govinfo.claims.sentence import Sentence
from govinfo.claims.several import of_several, repeated, with_others

__all__ = ["DOUBTS", "Doubt", "doubts_in", "unsure_of"]

Figures = Callable[[Sentence, Sequence[FigureReading]], Iterable[FigureReading]]
"""What finds the doubtful figures of a sentence, given its counts."""


@frozen
class Doubt:
    """Something beside figures that makes them unsure: none of them is tied to a cell then."""

    name: str
    figures: Figures
    """Those of a sentence that it makes unsure."""
    unties: str
    """Which these are, in a sentence."""
    zh: str
    """The same in Chinese."""
    example: str
    """A statement with a figure that would be tied without this doubt."""
    words: re.Pattern[str] | None = None
    """The words that raise it; without any, the figures alone do."""
    alone: bool = False
    """Whether it makes only these figures unsure, and no others of the same subject."""


def doubts_in(words: str) -> frozenset[str]:
    """Return which doubts the words of a whole sentence raise about its figures."""
    return frozenset(one.name for one in DOUBTS if one.words and one.words.search(words))


def unsure_of(sentence: Sentence) -> set[tuple[str, str | None] | int]:
    """Return the subjects and scopes, or the figures by `id`, that may be those of no cell.

    Args:
        sentence: A sentence that was read.

    """
    counts = [one for one in sentence.readings if one.kind == "count"]
    return {
        id(one) if doubt.alone else (one.subject + one.time, one.scope)
        for doubt in DOUBTS
        if doubt.words is None or doubt.name in sentence.doubts
        for one in doubt.figures(sentence, counts)
    }


def _counted(is_unsure: Callable[[FigureReading], bool]) -> Figures:
    """Return what finds the counts of which something holds."""
    return lambda _, counts: filter(is_unsure, counts)


def _of_new(_: Sentence, counts: Sequence[FigureReading]) -> Iterable[FigureReading]:
    """Return the answers, and what came new where no answers are told: they are both.

    In 办结上年结转3件、本年新收9件 what came new is only what of it was settled.
    """
    told = any(one.subject == "requests_answered" for one in counts)
    return (
        one
        for one in counts
        if one.subject in _SETTLED
        or (one.subject == "requests_received" and one.event == "new" and not told)
    )


_OUTCOME = r"""
    (?: 依法 | 答复 | 全部 | 均 | 已 )* (?: 予以 | 同意 | 部分 | 不予 | 不同意 | 无法 )
    (?: 部分 )? (?: 公开 | 提供 )
"""
"""How an outcome is told, after words that may say that it is one of some requests only."""
_TOTALS = ("requests_received", "requests_handled", "reconsideration", "litigation")
"""Subjects of totals that may leave some out."""
_OUTCOMES = frozenset(subject for group in GROUPS.values() for subject in group)
"""Subjects of groups of outcomes, each of which counts all requests of the year."""
_CASES = ("reconsideration", "litigation")
"""How the subjects of proceedings begin."""
_SETTLED = frozenset({"requests_answered", "requests_handled"})
DOUBTS = (
    Doubt(
        "overlap",
        lambda *_: (),
        "No figure: the parts of a list are not summed, for they may overlap.",
        "不影响数字与单元格的对应；各分项可能重叠，不作合计。",
        "公开信息9条，其中行政许可类4条、行政处罚类5条，部分信息有重复",
        re.compile("重点领域|[分兼同]属|同时属|重复|重合|交叉|并发|[两多][类种个]"),
    ),
    Doubt(
        "excluded",
        _counted(lambda one: one.subject in _TOTALS),
        "Totals of requests and cases, which may leave out what was rejected or sent back.",
        "申请、案件的总数：可能不含退回、无效或未予受理的。",
        "收到申请9件，退回2件",
        re.compile(
            r"""
            无效 | 剔除 | 扣除 | 退回 | 退件 | 作废 | 测试件 | 其中有效
          | (?: 不予 | 不 | 未予 | 件未 | 均未 ) 受理
          | 合并 (?:登记|办理|处理)? [为成] [0-9]                           # 合并登记为27件
          | [0-9] [件份] [和及] 转 [来办]                                    # 收到9件和转来1件
          | 申请 [0-9]+ [件份] [，；] 另外? (?: 收到 | 接收 | 受理 )           # and 7件 besides
            (?! [^，。；0-9]* 公开 ) [^，。；0-9]{0,10} 申请
          | (?: 撤回 | 撤销 ) [^。；]{0,10} (?: 实际 | 实收 | 实有 | 未予登记 ) | 符合受理条件
          | [未不] [列计]入 (?! 下 | 次 ) | 放弃 | 不属于 我? [局委办镇县市区街道本]{1,3} 职责
          | [0-9][件份] [均都]? (?:不属于|不是) 政府信息公开申请              # no requests at all
          | (?: ^ | [，。；] ) (?: 除 [^，。；0-9]{1,16} 外 | 不[含计包][^，。；0-9]{1,12} ) ，
            [^，。；0-9]{0,6} (?: 收到 | 受理 | 接收 | 新收 )                   # 除重复申请外，
          | [0-9][件份] [均都]? (?:属于|为|系|告知为|作为) [^，。；0-9]{0,4} (?:咨询|投诉)
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "besides",
        _counted(lambda one: one.subject == "requests_answered"),
        "Answers to requests, some of which are told apart.",
        "答复数：另有一部分单独写明。",
        "办结本年申请9件，另办结上年结转2件",
        re.compile("[另还]外?(?:办结|答复|办理|处理)"),
    ),
    Doubt(
        "others",
        lambda sentence, _: sentence.readings,
        "All figures of a sentence on bodies beside the one that reports.",
        "全句数字：句中还包括其他单位。",
        "收到申请9件，受县政府委托答复",
        re.compile(
            r"""
            (?: ^ | [，。；、] | 全 | 本 ) 系统 (?: 内 | 上下 )            # more than the body
          | (?: 包括 | 含 | 连同 ) [^，。；]{0,6} [下所直局] 属
          | (?: ^ | [，。；及和与同] ) (?: 有关 | 相关 ) (?: 单位 | 部门 [^，。；0-9]{0,6}
            (?: 收到 | 受理 | 接收 | 办结 | 答复 | 制定 | 制发 | 出台 | 印发 ) )
          | 与 [^，。；]{2,16} 合并受理 | (?: 联合 | 牵头 ) (?: 受理 | 答复 | 办理 )
          | ^ (?: 例如 | 比如 ) | [每凡] [^，。；]{0,3}                   # no count of anything
            (?: 收到 | 受理 | 办结 | 答复 | 发生 | 制定 | 审结 ) [1一]
          | [0-9] 件 (?: 答复 | 申请 ) [^，。；0-9]{0,4} (?: 引发 | 引起 | 被 ) | 决定 被
          | 做到 (?: 收到 | 制定 | 制发 | 出台 ) | 力求
          | (?: 在 | 为 | 因 | 通过 ) (?: 答复 | 受理 | 办理 ) [1一] 件
          | 一件 [^，。；]{0,6} [，、] [^。；]{0,6} 一 [类起批]
          | 一件 (?P<same> [^，。；、]{2,6}) [，、；] (?! 废止 | 修订 )     # one of each
            [^，。；]{0,4} 一件 (?P=same)
          | (?: 主管 | 代管 | 归口 | 挂靠 | 合署 | 批准设立 | 设在 | 监管 | 指导 ) [^，。；]{2,16}
            (?: 收到 | 受理 )
          | 各自 (?: 收到 | 受理 )
          | 由其 (?: 答复 | 办理 ) | 代 [^，。；]{1,8} 答复 | 受 [^，。；]{1,8} 委托 | 抄送 的
          | (?: ^ | [，。；] ) (?: 承办单位 | 综合窗口 ) | 审核 我 | [收接] 到 过
          | 受理点 [^，。；0-9]{0,4} 收到 | 及其 (?:[所下]属)? 各? 部门 [^，。；0-9]{0,4} 收到
          | (?: 林场 | 农场 ) 被 (?: 复议 | 申请 | 提起 | 诉 )
          | (?: 承办 | 办理 | 答复 ) [^，。；]{0,10} (?: 交办 | 转办 | 转交 | 转来 ) 的
            [^，。；]{0,8} 申请
          | 转来 的 [^，。；0-9]{0,8} 申请 [0-9]+件 ， (?: 办结 | 答复 )
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "other_requests",
        _counted(lambda one: one.thing == "request"),
        "Requests for something other than information.",
        "申请数：申请的不是政府信息。",
        "收到档案信息公开申请9件",
        re.compile(
            r"""
            (?: 收到 | 受理 | 收 ) (?: 要求 )? (?: 依职权 | 公开 )?
            (?: 档案 (?! 局 | 馆 ) | 行政确认 | 数据共享 | 公共数据 | 更正 | 延期 | 补正后
              | 企事业单位信息 | 查询 | 出具 )
            [^，。；0-9]{0,10} 申请                                         # 受理档案利用申请
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "of_some",
        _counted(lambda one: one.subject in _OUTCOMES),
        "Outcomes of some requests only.",
        "处理结果：只涉及部分申请。",
        "自然人申请中，予以公开9件",
        re.compile(
            rf"""
            (?: 涉及 | 律师 | 片区 | 同一申请人 | 结转 | 转办 | 自然人 | 个人 | 网络 | 平台
              | (?<!各)类 | 关于 (?!政府信息|信息) | (?<!收到) 要求公开 (?!政府信息|信息) )
            [^，。；0-9]{{0,12}} (?: 申请 | 的内容 ) 中? ，? {_OUTCOME}        # 自然人申请
          | (?: 转来 | 转办申请 | 要求公开 (?!政府信息|信息) [^，。；0-9]{{2,16}} )
            [0-9]+件 ，? {_OUTCOME}
          | (?: 第三方同意
              | 申请 (?:公开|内容) (?: (?!属于|符合|可以|应当|信息) [^，。；] ){{2,12}} )
            的 ，? {_OUTCOME}                                               # 第三方同意的，予以公开
          | (?: 按[期时] | 期限内 ) 答复的 [0-9]+件 中 ，? {_OUTCOME}
          | [其对] 中? [0-9]+件 申请 ，? {_OUTCOME}
          | 结转 的? [^，。；]{{0,6}} ，? (?: 办理 | 处理 | 答复 )? 结果 [为是：:]+ {_OUTCOME}
          | (?: ^ | [；，] 结转的 | ； ) (?: 20\d\d年 )? [^，。；、0-9]{{0,8}}
            (?: 结转 | (?<=结转的) ) [^，。；、新收]{{0,12}} ，? 其中 {_OUTCOME}     # 结转3件已办结
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "of_new",
        _of_new,
        "Answers to the requests of the year alone, without those carried over.",
        "答复数：只涉及本年新收，不含上年结转。",
        "今年受理的申请27件，当年办结25件",
        re.compile(
            r"""
            (?: ^ | ； ) (?: (?!结转) [^。；] )* (?: 新收 | [今本]年受理的 )
            (?: (?!结转) [^。；] )* 当年已? (?: 办结 | 答复 )
          | [0-9]+个工作日内 (?: 办结 | 答复 ) [0-9]+件
          | 不含 [^，。；（）]{0,4} 结转 | (?: 办结 | 答复 ) 件 中 ，? 新收
          | 新收 [^。；]{0,12} [0-9]+件 ，已? (?: 办结 | 答复 ) [0-9]+件
            [，；] 上年 [^，。；]{0,4} 结转 [^。；]{0,12} (?: 办结 | 答复 )       # each for itself
          | (?: 办结 | 答复 | 处理 ) 上年结转 (?:申请)? [0-9]+件 [、和及] 本年新收  # both in one
          | 新收 (?:申请)? [0-9]+件 [、和及] (?:上年)? 结转                # 办结新收7件、结转2件
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "answers",
        _counted(lambda one: one.subject == "requests_answered" and one.value.unit == "件次"),
        "Answers counted one by one, of which a request may have several.",
        "按件次统计的答复：一件申请可能答复多次。",
        "新收申请27件，答复30件次",
    ),
    Doubt(
        "screened",
        _counted(lambda one: one.thing == "request" and not one.words.get("thing")),
        "Outcomes of a review of documents, where nothing names requests.",
        "未提到申请的审查结果：可能是对文件的审查。",
        "经审查，不予公开9件",
        re.compile("审查|审核"),
    ),
    Doubt(
        "others_acts",
        _counted(lambda one: one.thing in ACTS),
        "Rules and normative documents that others made, or helped to make.",
        "规章、规范性文件：由其他单位制定，或只是参与。",
        "配合市司法局清理规范性文件31件，废止6件",
        re.compile(
            r"""
            党 [组内委] [^，。；]{0,6} 规范性文件
          | (?: 配合 (?!做好) | 协助 | 建议 | 提请 | 报请 ) [^，。；]{0,12} (?: 清理 | 修订 | 制定 )
          | (?: 建议 | 提请 | 报请 ) [^，。；]{0,12} (?: 印发 | 废止 )
          | (?: 参与 | 推动 ) [^，。；]{0,4} (?: 制定 | 出台 | 起草 | 修订 )
          | 牵头 | 由 [^，。；]{2,8} 印发 | 联合 [^，。；]{0,12} (?: 制发 | 制定 | 印发 | 出台 )
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "several",
        of_several,
        "Figures that count each of several names, or several outcomes together.",
        "一个数字对应几个名称，或几种结果合在一起。",
        "不予公开（含不予处理）6件",
    ),
    Doubt(
        "with_others",
        with_others,
        "Figures of what 等 says is one of several things that they count.",
        "“等”字前的事项：数字还包括其他事项。",
        "新制发规范性文件等4件",
        alone=True,
    ),
    Doubt(
        "beyond_requests",
        beyond_requests,
        "Totals of which the requests for disclosure, or the new ones, are a part.",
        "总数：政府信息公开申请或新收申请只是其中一部分。",
        "收到申请42件，其中政府信息公开申请表27件",
        alone=True,
    ),
    Doubt(
        "unrelated",
        _counted(lambda one: one.subject.startswith(_CASES)),
        "Cases that are not about the disclosure of information.",
        "复议、诉讼：与政府信息公开无关。",
        "因信息公开引起的行政复议9件，案由均为婚姻登记类",
        re.compile(
            r"""
            无关 | 公开 (?:工作|事项)? (?:以外|之外) | (?:不涉及|非) (?:政府)? 信息公开
          | 作为 (?:复议机关|第三人) | 代理 (?:政府)? 信息公开 | 受理不服 | 不服下级
          | 参与 (?:政府)? 信息公开 | 各类行政复议 | 件次
          | 均 [为系属] 于? (?: (?!公开) [^，。；] ){1,10}                   # 均为婚姻登记类
            (?: 类 | 案件? | 纠纷 | 确权 | 处罚 | 征收 | 许可 )
          | (?: 案由 | 事项 ) 均? [为系] (?! [^，。；]* 公开 )
          | 主要 涉及 (?! [^，。；]* 公开 )
          | 复议 机[构关] [^，。；]{0,6} (?: 收到 | 受理 )
          | [在以从因] [1一] 件 [^，。；]{0,8} (?: 复议 | 诉讼 )
          | (?: 通过 | 针对 ) [1一] 件 [^，。；]{0,8} (?: 复议 | 诉讼 )
          | 中止 | 为 [一二] 审 | 再审 | (?<! [正尚仍] ) 在审 | 检察机关监督
          | 转入 [^，。；]{0,8} 审结
          | 除 [^，。；]{0,4} 信息公开 [^，。；]{0,4} 外
          | 不服 [^，。；0-9复诉]{0,6} [0-9]+件                                # 不服其中3件答复
          | (?: 新增 | 新收 ) [^，。；]{0,16} (?:复议|诉讼)              # those of the year only
          | 因 (?:政府)? 信息公开 (?:工作|事项|申请|答复)?                   # one cause of several
            (?: (?: [、和及与] | 以及 )
                (?! (?:政府)?信息公开 | 政务公开 | 依申请 | 答复 | 申请 | 工作 | 处理 | 办理
                  | 行政 [复诉] )
                [^，。；0-9]{1,12}?
              | 等 (?: 事项 | 原因 | 问题 | 工作 )? )
            (?: 被 | 引 [发起] | 提起 | 产生 | 导致 )
          | 申请 [、和及] (?:行政)? (?:复议|诉讼) (?:申请)? (?: 共计? | 合计 | 总计 ) [0-9]
            """,
            re.VERBOSE,
        ),
    ),
    Doubt(
        "among_cases",
        among_cases,
        "Cases of all kinds, of which those on disclosure are a part.",
        "各类复议、诉讼：政府信息公开类只是其中一部分。",
        "诉讼9件，其中信息公开类1件",
    ),
    Doubt(
        "incomplete",
        incomplete,
        "Answers and outcomes beside which requests had a fate of another kind.",
        "答复数和处理结果：另有申请作了其他处理。",
        "收到申请15件，答复13件，2件转为信访",
    ),
    Doubt(
        "beside_rows",
        beside_rows,
        "Groups of outcomes that leave out rows named behind them.",
        "一类结果的小计：后面另列的子项不在其中。",
        "无法提供6件，补正后申请内容仍不明确1件",
    ),
    Doubt(
        "repeated",
        repeated,
        "Figures of the same subject beside each other, none of them said to be the total.",
        "同一事项在一句中有几个数字，未说明哪个是总数。",
        "收到申请9件，收到申请7件",
    ),
)
"""What makes figures of a sentence unsure; `docs/prose.md` shows the table."""
