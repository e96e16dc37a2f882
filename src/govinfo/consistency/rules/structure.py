"""The six parts of a report: whether they are there, in order, and say what they must."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govinfo.consistency.context import Context
from govinfo.consistency.messages import words_at
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.wholeness import is_elsewhere
from govinfo.forms import forms_with
from govinfo.forms.formulas import Operand
from govinfo.forms.labels import label_key, number_of_heading
from govinfo.parts import Section
from govinfo.spans import Span

__all__ = [
    "RULES",
    "fee_conflict",
    "fee_reported",
    "heading_numbers",
    "problems_not_empty",
    "six_parts",
    "supervision",
]

_TABLES = forms_with("requests")
_NOTHING = frozenset({"", "无", "无。"})
_NO_PROBLEM = re.compile(
    r"""
      (?: 目前 | 暂时? | 本年度? | 均 )*                                # 暂
      (?: 无 | 没有 | 未发现 | 不存在 )                                 # 无
      (?: 主要 | 突出 | 明显 | 重大 | 存在 | 相关 | 的 )*
      (?: 问题 | 不足 | 困难 | 情况 )? [。.；;]?
    | 略[。.]? | [(（]文字描述[^()（）]{0,30}[)）] | [\W_]*               # a blank form
    """,
    re.VERBOSE,
)
"""What says that there is no problem, or says nothing."""
_EMPTY_PROBLEMS_CHARS = 10
"""Whether so few characters name a problem is for a reader to judge."""
_LONGEST_PREAMBLE_CHARS = 300
"""A longer text before the first heading may hold part one, its heading lost."""
_NUMBERED_LINE = re.compile(
    r"""
    ^[^\S\n]*(?:\#{1,6}\s*)?(?:\*\*|<[^<>\n]*>)?(?P<number>[一二三四五六七八九])、
    (?!本年度?新收|上年度?结转|本年度?办理结果|结转下)      # the rows of table 3
    [^\n。]{2,40}$
    """,
    re.MULTILINE | re.VERBOSE,
)
"""A line that may be a heading."""
_MARKUP_CHARS = 20
"""So much markup may stand before a heading, such as `## `."""
_ENUMERATOR = "一二三四五六七八九十、"


def six_parts(context: Context) -> Iterator[Outcome]:
    """六个部分齐全且顺序一致; nobody is blamed for a heading that the reader may have missed."""
    wanted = [part.id for part in context.report.form.sections]
    found = [part.id for part in context.report.sections if part.id in wanted]
    if not found:
        yield Outcome(Verdict.UNASSESSABLE, reason="section")
        return
    if found == wanted:
        yield Outcome(Verdict.HOLDS, (), "、".join(found), "、".join(wanted))
        return
    missing = [part for part in wanted if part not in found]
    in_order = sorted(found, key=wanted.index)
    misplaced = [part for part, other in zip(found, in_order, strict=True) if part != other]
    verdict, reason = Verdict.BROKEN, "part_absent" if missing else "part_misplaced"
    inside = wanted[wanted.index(found[0]) : wanted.index(found[-1])]
    if missing and not set(missing).intersection(inside) and context.is_cut:
        # An excerpt may lack parts at both of its ends.
        verdict, reason = Verdict.UNASSESSABLE, "cut"
    elif (
        context.doubts
        or len(found) > len(set(found))
        or any(_maybe_there(context, part) for part in missing)
    ):
        verdict, reason = Verdict.UNASSESSABLE, "reader"
    sides = _titles(context, found), _titles(context, missing or misplaced)
    yield Outcome(verdict, (), *sides, reason=reason)


def heading_numbers(context: Context) -> Iterator[Outcome]:
    """各部分标题编号依次递增; says nothing of headings without numbers.

    Where parts may be missing, a gap says nothing, and only the same number twice is a fault.
    """
    parts, annex = context.report.sections, context.report.form.annex
    outcome = _numbered(context, parts)
    if outcome and outcome.verdict is Verdict.BROKEN and annex is not None:
        # The rows of an annex have numbers of their own: only the parts above it count.
        cells = (context.report[address].span for address in annex.addresses)
        begin = min((span.start for span in cells if span is not None), default=None)
        above = [part for part in parts if begin is None or part.span.start < begin]
        outcome = _numbered(context, above)
    if outcome is not None:
        yield outcome


def _numbered(context: Context, parts: Sequence[Section]) -> Outcome | None:
    """Return what the numbers of these headings come to; `None` where they say nothing."""
    numbers = [number_of_heading(label_key(part.title)) or 0 for part in parts]
    if len(numbers) < 2 or 0 in numbers or context.doubts:
        return None
    whole, heads = list[int](), dict[int, Section]()
    for part, number, following in zip(parts, numbers, (*numbers[1:], 0), strict=True):
        heads[len(whole)] = part
        whole.append(number)
        # A part of the office's own, such as 五、平台建设情况, is no section, and has a number.
        for line in _NUMBERED_LINE.finditer(part.text) if number + 1 < following else ():
            extra = whole[-1] + 1
            if extra < following and _ENUMERATOR[extra - 1] == line["number"]:
                whole.append(extra)
    own = [part.id for part in context.report.form.sections]
    is_whole = [part.id for part in parts if part.id in own] == own
    wanted = list(range(1, len(whole) + 1)) if is_whole else whole
    left, right = ("、".join(_ENUMERATOR[n - 1] for n in each) for each in (whole, wanted))
    wrong = [
        place
        for place, number in enumerate(whole)
        if number != wanted[place] or whole[place - 1 : place] == [number]
    ]
    if not wrong:
        return Outcome(Verdict.HOLDS, (), left, right)
    places, first = tuple[Span, ...](), heads.get(wrong[0])
    if first is not None:
        start, length = first.span.start, len(first.title)
        places = context.places_of(first.title, start, start + length + _MARKUP_CHARS)
    return Outcome(Verdict.BROKEN, (), left, right, places=places)


def problems_not_empty(context: Context) -> Iterator[Outcome]:
    """第五部分不得空缺或仅写“无” (条例第五十条第（四）项：存在的主要问题及改进情况)."""
    prose = context.prose("problems")
    if prose is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="section")
    elif (
        len(prose) <= _EMPTY_PROBLEMS_CHARS
        and _NO_PROBLEM.fullmatch(prose) is None
        and not is_elsewhere(prose)
    ):
        # So few characters may still name a problem: 目录更新不及时。
        yield Outcome(Verdict.UNASSESSABLE, (), len(prose), reason="short")
    else:
        yield _judged(
            context,
            "problems",
            holds=len(prose) > _EMPTY_PROBLEMS_CHARS and prose not in _NOTHING,
            left=len(prose),
        )


def fee_reported(context: Context) -> Iterator[Outcome]:
    """第六部分应报告收取信息处理费情况 (see the hint of the form); any mention of a fee will do.

    Some report it in a part of its own, in a table before part six, or among the problems.
    """
    prose = context.prose("other_matters")
    if prose is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="section")
        return
    yield _judged(context, "other_matters", holds=context.mentions_fees, left=len(prose))


def fee_conflict(context: Context) -> Iterator[Outcome]:
    """存在收费而第六部分写“无”; a weak sign, because 行政事业性收费 is not the 信息处理费."""
    amount = (Operand("proactive.administrative_fees.amount", 1),)
    value, prose = context.values.get(amount[0].address), context.prose("other_matters")
    if value is None or prose is None:
        yield Outcome(
            Verdict.UNASSESSABLE, amount, value, reason="" if value is None else "section"
        )
        return
    broken = (
        value > 0
        and prose in _NOTHING
        and prose != ""
        and not context.doubts_about("other_matters")
    )
    yield Outcome(Verdict.BROKEN if broken else Verdict.HOLDS, amount, value)


def supervision(context: Context) -> Iterator[Outcome]:
    """各级人民政府年报还应包括工作考核、社会评议和责任追究结果情况, in any part."""
    agency = context.report.agency
    if agency is None or agency.level is None:
        yield Outcome(Verdict.UNASSESSABLE, reason="agency")
    elif agency.is_government:
        if context.prose("overview") is None:
            yield Outcome(Verdict.UNASSESSABLE, reason="section")
            return
        prose = "".join(context.prose(part) or "" for part in context.sections)
        said = any(word in prose for word in ("考核", "评议", "责任追究", "追责", "问责"))
        yield _judged(context, "overview", holds=said, left=len(prose))


def _judged(context: Context, section: str, *, holds: bool, left: int) -> Outcome:
    """Return the outcome; unassessable if the reader may have lost what is missing."""
    if not holds and is_elsewhere(context.prose(section) or ""):
        return Outcome(Verdict.UNASSESSABLE, (), left, reason="attached")
    if not holds and context.doubts_about(section):
        return Outcome(Verdict.UNASSESSABLE, (), left, reason="reader")
    if not holds and section == context.report.sections[-1].id and context.is_cut:
        return Outcome(Verdict.UNASSESSABLE, (), left, reason="cut")
    return Outcome(Verdict.HOLDS if holds else Verdict.BROKEN, (), left)


def _maybe_there(context: Context, part: str) -> bool:
    """Whether a part without a heading left other traces.

    Traces are its table, its title in another part, a line there with its number, its gist in
    another title, and a long preamble.
    """
    form = context.report.form
    number = _ENUMERATOR[[one.id for one in form.sections].index(part)]
    for section in context.report.sections:
        for line in _NUMBERED_LINE.finditer(section.text):
            if line["number"] == number:
                return True
    for table in form.tables:
        if table.section == part and not all(map(context.absent, table.addresses)):
            return True
    first = context.report.sections[0]
    preamble = words_at(context.report, 0, first.span.start)
    if part == form.sections[0].id and len(preamble) > _LONGEST_PREAMBLE_CHARS:
        return True
    own = next(one for one in form.sections if one.id == part)
    if any(re.search(own.gist, section.title) for section in context.report.sections):
        return True
    titles = [title.lstrip(_ENUMERATOR) for title in (own.title, *own.aliases)]
    return any(title in (context.prose(one) or "") for one in context.sections for title in titles)


def _titles(context: Context, parts: list[str]) -> str:
    titles = {part.id: part.title for part in context.report.form.sections}
    return "、".join(f"“{titles[part].lstrip(_ENUMERATOR)}”" for part in parts)


_NOTICE = "国办公开办函〔2021〕30号"
RULES: tuple[Rule, ...] = (
    Rule(
        "STRUCT.SECTIONS",
        Severity.ERROR,
        _TABLES,
        Statement("六个部分齐全且顺序一致", "the six parts are all there, in their order"),
        f"{_NOTICE}及其格式；条例第五十条",
        ("NOTICE2021", "TEMPLATE2021", "PEER_CHECK"),
        "verified",
        six_parts,
        symbols="sections == [overview, proactive_disclosure, requests, review_litigation, "
        "problems, other_matters]",
    ),
    Rule(
        "STRUCT.HEADING_NUMBERS",
        Severity.INFO,
        (*_TABLES, "narrative2008", "stats2014", "stats2008"),
        Statement("各部分标题编号依次递增", "the numbers of the headings run on from one"),
        f"{_NOTICE}格式；公文通例",
        ("TEMPLATE2021", "DERIVED"),
        "derived",
        heading_numbers,
        Statement(
            "现为 {left}，应从“一”起依次递增，不重不漏",
            "they are {left}; none may be missing or stand twice",
        ),
        symbols="numbers(sections) == [1, 2, ..., len(sections)]",
    ),
    Rule(
        "STRUCT.PROBLEMS_NOT_EMPTY",
        Severity.WARNING,
        _TABLES,
        Statement("第五部分不得空缺或仅写“无”", "part five names problems and remedies"),
        "《政府信息公开条例》（国务院令第711号）第五十条第（四）项",
        ("PEER_CHECK", "REG2019 art.50(4)"),
        "verified",
        problems_not_empty,
        Statement("共 {left} 字，没有写出问题", "its {left} characters name no problem"),
        symbols="len(section.problems) > 10 and section.problems not in ['无','无。']",
    ),
    Rule(
        "STRUCT.FEE_REPORTED",
        Severity.WARNING,
        forms_with("requests.other_fee_unpaid"),
        Statement(
            "第六部分应报告收取信息处理费情况", "part six reports on the information processing fee"
        ),
        f"{_NOTICE}格式第六部分：“收取信息处理费情况在此处报告”",
        ("TEMPLATE2021",),
        "verified",
        fee_reported,
        Statement("第六部分共 {left} 字，没有提及收费", "its {left} characters mention no fee"),
        symbols="contains(section.other_matters, '费')",
    ),
    Rule(
        "STRUCT.FEE_CONFLICT",
        Severity.INFO,
        forms_with("requests.other_fee_unpaid", "proactive.administrative_fees.amount"),
        Statement(
            "存在收费的，第六部分不写“无”", "where fees were charged, part six does not say none"
        ),
        f"{_NOTICE}格式第二、六部分；行政事业性收费并非信息处理费，仅供参考",
        ("PEER_CHECK",),
        "verified",
        fee_conflict,
        Statement(
            "{cells}为 {left} 万元，第六部分却写“无”",
            "{cells} is {left} (10,000 yuan), and part six says none",
        ),
        symbols="proactive.administrative_fees.amount > 0 "
        "implies section.other_matters not in ['无','无。']",
    ),
    Rule(
        "STRUCT.SUPERVISION_GOV",
        Severity.INFO,
        _TABLES,
        Statement(
            "各级人民政府年报还应包括工作考核、社会评议和责任追究结果情况",
            "a government's report covers assessment, public evaluation and accountability",
        ),
        "《政府信息公开条例》（国务院令第711号）第五十条第（四）项",
        ("REG2019 art.50(4)", "NOTICE2021"),
        "verified",
        supervision,
        Statement("正文共 {left} 字，均未提及", "none of its {left} characters of text does"),
        symbols="agency.is_government implies matches(sections, '考核|评议|责任追究|追责|问责')",
    ),
)
"""The rules of the parts and their prose."""
