"""Proof-reading of marks and numbers: brackets, stops, digits of two widths, items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govinfo.consistency.context import Context
from govinfo.consistency.names import Statement
from govinfo.consistency.outcome import Outcome, Severity, Verdict
from govinfo.consistency.rule import Rule
from govinfo.consistency.rules.proofs import outcome, proofs
from govinfo.forms import FORMS
from govinfo.forms.formulas import Operand

__all__ = ["RULES", "brackets", "cut_sentences", "digit_width", "doubled_marks", "item_numbers"]

_ALL = tuple(form.id for form in FORMS)
_CLOSES = {"（": "）", "《": "》", "“": "”", "〔": "〕", "【": "】", "「": "」", "『": "』"}
_OPENS = {close: opening for opening, close in _CLOSES.items()}
_ONE_WIDTH = str.maketrans("()", "（）")
_ENUMERATOR = re.compile(r"(?:[\d０-９]{1,2}|[一二三四五六七八九十]{1,2}|[①-⑳a-zA-Z])[)）]")
"""1） and 一） close what nothing opens."""
_MIXED = re.compile(r"[0-9]+[０-９][0-9０-９]*|[０-９]+[0-9][0-9０-９]*")
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")
_MARKS = re.compile(
    r"""
    (?<![，、；：。])
    (?: ，[，、；。：] | 、[、，；。：] | ；[；，、。] | ：[：，、。；] | 。[。，、；] )
    (?![，、；：。])                      # 。。。 is meant as an ellipsis
    """,
    re.VERBOSE,
)
_UNFINISHED = re.compile(r"[，、：（《“]\Z")
_NUMERALS = "一二三四五六七八九十"
_ITEM = re.compile(
    r"""
    (?P<point> (?:\A|(?<=[。；：！？，]))[一二三四五六七八九十]是(?!否) )   # 一是
  | (?P<bracketed> [（(][一二三四五六七八九十][）)] )                    # （一）
  | (?P<digits> (?<![\d.]) \d{1,2}[.．、](?!\d) )                      # 1.
  | (?P<part> (?:\A|(?<=。))[一二三四五六七八九十]、 )                  # 一、
    """,
    re.VERBOSE,
)
_ABOVE = {
    "part": ("part",),
    "bracketed": ("part", "bracketed"),
    "digits": ("part", "bracketed", "digits"),
}
"""For each kind of item those that go on behind it; every other list ends there."""


def brackets(context: Context) -> Iterator[Outcome]:
    """括号、引号、书名号成对: an opening mark without its closing one, or the other way round.

    Of one kind of mark a piece has one finding, the first. A mark behind which the text is cut off,
    or before which the reader began, may have its partner there.
    """
    found = list(proofs(context))
    for number, proof in enumerate(found):
        told, last_stop = set[str](), max(proof.words.rfind(stop) for stop in "。！？；")
        for place, mark in _unpaired(proof.words):
            kind, other = _OPENS.get(mark, mark), _CLOSES.get(mark) or _OPENS[mark]
            is_open_at_the_end = number == len(found) - 1 and place > last_stop
            is_read_from_inside = not proof.section and mark in _OPENS
            if is_open_at_the_end or is_read_from_inside or kind in told:
                continue
            if proof.printed(place, place + 1) in {mark, "(", ")"}:
                told.add(kind)
                yield from outcome(proof, place, place + 1, other)


def _unpaired(words: str) -> Iterator[tuple[int, str]]:
    """Yield the marks without a partner, each with its place."""
    enumerators = {found.end() - 1 for found in _ENUMERATOR.finditer(words)}
    opened = dict[str, list[int]]()
    found = list[tuple[int, str]]()
    for place, mark in enumerate(words.translate(_ONE_WIDTH)):
        if mark in _CLOSES:
            opened.setdefault(mark, []).append(place)
        elif mark in _OPENS:
            partners = opened.get(_OPENS[mark])
            if partners:
                partners.pop()
            elif place not in enumerators:
                found.append((place, mark))
    found += [(place, mark) for mark, places in opened.items() for place in places]
    yield from sorted(found)


def doubled_marks(context: Context) -> Iterator[Outcome]:
    """标点没有误重: ，， and 。， but not …… or 。。。."""
    for proof in proofs(context):
        for found in _MARKS.finditer(proof.words):
            if "\n" not in proof.printed(*found.span()):
                marks = found[0]
                right = "。" if "。" in marks else marks[0]
                yield from outcome(proof, *found.span(), right)


def digit_width(context: Context) -> Iterator[Outcome]:
    """同一数字的全角、半角一致, in prose and in the cells of the tables."""
    for proof in proofs(context):
        for found in _MIXED.finditer(proof.words):
            yield from outcome(proof, *found.span(), found[0].translate(_WIDE))
    for address, figure in context.report.figures().items():
        if figure.span is not None and _MIXED.search(figure.raw):
            cell = (Operand(address, 1),)
            right = figure.raw.translate(_WIDE)
            yield Outcome(Verdict.BROKEN, cell, figure.raw, right, places=(figure.span,))


def cut_sentences(context: Context) -> Iterator[Outcome]:
    """句子完整: a part does not end with a comma, unless the whole text ends there, cut off."""
    for proof in proofs(context):
        end = len(proof.words)
        if not proof.section or not _UNFINISHED.search(proof.words):
            continue
        behind = context.report.source_text[proof.span(end - 1, end).end :]
        if behind.strip():
            yield from outcome(proof, end - 1, end, "。")


def item_numbers(context: Context) -> Iterator[Outcome]:
    """同级序号依次递增: after 一是 comes 二是, after （一） comes （二）; a list may restart."""
    for proof in () if context.is_cut else proofs(context):
        last = dict[str, tuple[int, int]]()
        if proof.is_doubted(0, len(proof.words)):
            continue
        for found in _ITEM.finditer(proof.words):
            kind = found.lastgroup or ""
            if kind in _ABOVE:
                last = {name: last[name] for name in _ABOVE[kind] if name in last}
            if kind in {"part", "digits", "bracketed"} and not proof.begins_line(found.start()):
                continue
            digits = "".join(filter(str.isdecimal, found[0]))
            numerals = (_NUMERALS.index(one) + 1 for one in found[0] if one in _NUMERALS)
            number = int(digits) if digits else next(numerals)
            before, place = last.get(kind, (0, 0))
            last[kind] = number, found.start()
            # A smaller number goes on with the list that this one stood in.
            if kind == "part" or not before or number < before or number in {1, before + 1}:
                continue
            wanted = _written(found[0], before + 1)
            # An item that lost its closing bracket is there; `brackets` tells of it.
            there = wanted[:-1] if kind == "bracketed" else wanted
            if there not in proof.words[place : found.start()]:
                yield from outcome(proof, *found.span(), wanted)


def _written(item: str, number: int) -> str:
    """Return an item of a list with another number."""
    if item[0].isdecimal():
        return f"{number}{item.lstrip('0123456789０１２３４５６７８９')}"
    if number > len(_NUMERALS):
        return str(number)
    return "".join(_NUMERALS[number - 1] if one in _NUMERALS else one for one in item)


_PUNCTUATION = "《标点符号用法》（GB/T 15834—2011）"
_DIGITS = "《出版物上数字用法》（GB/T 15835—2011）"
_NUMBERING = "《党政机关公文格式》（GB/T 9704—2012）第7.3.3条：结构层次序数依次标注"
RULES: tuple[Rule, ...] = (
    Rule(
        "STYLE.BRACKETS",
        Severity.INFO,
        _ALL,
        Statement("括号、引号、书名号成对", "brackets and quotation marks come in pairs"),
        _PUNCTUATION,
        ("GB/T 15834",),
        "verified",
        brackets,
        Statement(
            "“{left}”处缺与之配对的“{right}”", "at “{left}” its partner “{right}” is missing"
        ),
        symbols="count(open) == count(close)",
    ),
    Rule(
        "STYLE.DOUBLED_MARK",
        Severity.INFO,
        _ALL,
        Statement("标点没有误重", "no punctuation mark is doubled"),
        _PUNCTUATION,
        ("GB/T 15834",),
        "verified",
        doubled_marks,
        Statement("“{left}”中只用“{right}”", "in “{left}” write “{right}” alone"),
        symbols="no text matches (mark)(mark)",
    ),
    Rule(
        "STYLE.DIGIT_WIDTH",
        Severity.INFO,
        _ALL,
        Statement("同一数字的全角、半角一致", "the digits of a number have one width"),
        _DIGITS,
        ("GB/T 15835",),
        "verified",
        digit_width,
        Statement("“{left}”中写作“{right}”", "in “{left}” write “{right}”"),
        symbols="width(digit) is the same within a number",
    ),
    Rule(
        "STYLE.CUT_SENTENCE",
        Severity.INFO,
        _ALL,
        Statement("句子完整", "every sentence is finished"),
        _PUNCTUATION,
        ("GB/T 15834",),
        "verified",
        cut_sentences,
        Statement(
            "“{left}”未写完，补完后以“{right}”结尾",
            "“{left}” breaks off; finish it and end with “{right}”",
        ),
        symbols="section.text ends with 。",
    ),
    Rule(
        "STYLE.ITEM_NUMBERS",
        Severity.INFO,
        _ALL,
        Statement("同级序号依次递增", "the numbers of items follow each other"),
        _NUMBERING,
        ("GB/T 9704",),
        "verified",
        item_numbers,
        Statement(
            "“{left}”处的序号与前一项不衔接，接前一项为“{right}”",
            "the number at “{left}” does not follow the one before, which “{right}” would",
        ),
        symbols="number(item) == number(item before) + 1",
    ),
)
"""The rules of marks and numbers; `check` applies them with `style=True`."""
