"""Find the claims of a report: sentence by sentence, each read by the grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, starmap

from attrs import frozen

from govinfo.claims.announced import announced_parts
from govinfo.claims.clauses import read_sentence
from govinfo.claims.cues import cues_of
from govinfo.claims.doubts import doubts_in, unsure_of
from govinfo.claims.lexicon import DISCLOSING, LEXICON, OF_CASES, Lexicon
from govinfo.claims.lists import (
    add_recognised,
    close_lists,
    confirm_answered,
    confirm_requests,
    count_carried,
    count_partial,
)
from govinfo.claims.owner import Owner
from govinfo.claims.prose import Prose, proses
from govinfo.claims.readings import FigureReading, Frame
from govinfo.claims.scanner import Scanner, scanner_of
from govinfo.claims.sentence import Sentence
from govinfo.claims.subjects import cells_of
from govinfo.forms import forms_with
from govinfo.model import Claim, Report
from govinfo.parts import Unread
from govinfo.spans import Span

__all__ = ["find_claims", "find_uncounted"]

_PROCEEDINGS = ("reconsideration", "litigation")
_BRACKETS_AND_SEMICOLONS = re.compile(r"[（(）)；;]")
_NUMERAL_OR_DIGIT = re.compile(r"[0-9]|[二两三四五六七八九十百千]")
_STARTS_LIST = (
    "其中",
    "历年累计",
    "累计公开",
    "按",
    "从",
    "在",
    "具体",
    "主要包括",
    "主要类别",
    "分别",
    "涉及",
)


_OF_THOSE = ("办结件", "办结的", "答复件", "上述", "以上", "其中", "在")
"""How a sentence may begin that is about the requests of the sentence before."""

_TABLED, _TABLED_SINCE = frozenset(forms_with("requests")), 2019
"""The forms with tables of requests, and the first year for which they hold."""
_BEGINS_PARTS = re.compile("涉及[^0-9，、；]{0,20}(?:类|信息)[0-9]")
"""How a sentence begins that names the parts of a total, beside those with a word for it."""
_TELLS_OUTCOMES = re.compile(
    r"""
    (?: 全年 | 本年度?                                            # the year, or its last day
      | 截[至止]到? (?: 20\d\d年 )? (?: 年底 | 12月底 | 12月31日 ) )? ，?
    [已共均]* (?: 按[时期] | 全部 | 予以 | 依法 )*
    (?: 答复 | 办结 | 同意公开 | 予以公开 )
    """,
    re.VERBOSE,
)
"""How a sentence begins that tells what became of the requests in the sentence before."""


@frozen
class _Read:
    """A sentence of a piece of prose that was read."""

    prose: Prose
    start: int
    end: int
    sentence: Sentence


@frozen
class _Found:
    """A figure that was read, with what the report makes of it."""

    reading: FigureReading
    scope: str | None
    cells: str | None
    """The cells that it can only be."""
    place: tuple[int, int]
    """Where it stands in the text of the report."""
    sentence_place: tuple[int, int]
    """Where its sentence stands there."""
    doubts: frozenset[str]
    """What its sentence says besides that its figures may not be what they seem."""


def find_claims(report: Report, lexicon: Lexicon = LEXICON) -> tuple[Claim, ...]:
    """Return the figures that the prose of a report states, in the order of the text.

    Args:
        report: A report that was read from text.
        lexicon: The words to know; those of the library unless given.

    """
    owner = Owner(report)
    found = [
        each for read in _sentences(report, owner, lexicon) for each in _found(report, owner, read)
    ]
    places = [each.place for each in found] + [each.sentence_place for each in found]
    spans = list(starmap(Span, report.text.source_spans(places)))
    span_of = {id(each.reading): span for each, span in zip(found, spans, strict=False)}
    claims = (
        _claim(each, span, sentence_span, span_of)
        for each, span, sentence_span in zip(
            found, spans[: len(found)], spans[len(found) :], strict=True
        )
    )
    return (*announced_parts(report), *claims)


def find_uncounted(report: Report) -> tuple[Unread, ...]:
    """Return the numbers in prose that are no claim, and are not told apart as no quantity."""
    found = []
    for read in _sentences(report, Owner(report), LEXICON, all_numbers=True):
        counted = {(one.value.start, one.value.end) for one in read.sentence.readings}
        for index, token in enumerate(read.sentence.tokens):
            if token.kind != "number" or index in read.sentence.apart:
                continue
            if (token.start, token.end) in counted or not _NUMERAL_OR_DIGIT.search(token.text):
                continue
            reason = (
                "no thing that it counts is known" if token.id != "cut" else "a part of a number"
            )
            span = read.prose.span(read.start + token.start, read.start + token.end)
            found.append(Unread(span, None, reason))
    return tuple(found)


def _sentences(
    report: Report, owner: Owner, lexicon: Lexicon, *, all_numbers: bool = False
) -> Iterator[_Read]:
    """Yield the sentences that may state figures, read in the order of the text."""
    scanner, cues = scanner_of(lexicon), cues_of(lexicon)
    for prose in proses(report):
        last: Sentence | None = None
        topic, elsewhere = "request" if prose.section == "requests" else "", False
        for start, end in prose.sentences():
            item = _ITEM.match(prose.characters, start, end)
            if item is not None and prose.section != "requests":
                topic = "request" if _ON_REQUEST.match(prose.characters, item.end(), end) else ""
                # What is said below another heading is about something else.
                last = None
                elsewhere = _ON_OTHERS.match(prose.characters, item.end(), end) is not None
            text = prose.numbered(start, end) if all_numbers else prose.stated(start, end)
            text = text.rstrip(".")  # some pages end their sentences with it
            goes_on = last is not None and _TELLS_OUTCOMES.match(text) is not None
            known = all_numbers or topic or goes_on or text.startswith(_STARTS_LIST)
            if not text or not (known or cues.search(text)):
                last = last if not text and end - start <= _HEADING_CHARS else None
                continue
            about = prose.section == "review_litigation" or (topic and prose.section != "requests")
            frame = Frame(thing=topic, about=bool(about))
            frame.elsewhere = elsewhere and (last is None or last.frame.thing != "request")
            last = _read(scanner, text, frame, last, owner.year)
            last.doubts = doubts_in(prose.characters[start:end]) if last.readings else frozenset()
            yield _Read(prose, start, end, last)


_HEADING_CHARS = 24
_HEADING_TOKENS = 12
_ITEM = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)、.．]")
"""The number of a line."""
_ON_REQUEST = re.compile(
    r"""
    (?: (?: 政府 | 政务 )? 信息 )? 依申请 (?: 公开 )?
    | (?: 收到 | 受理 ) (?: 和 | 及 )? (?: 处理 | 办理 )? (?: 政府 )? 信息公开申请
    """,
    re.VERBOSE,
)
"""How a paragraph begins that is about requests for information."""
_ON_OTHERS = re.compile(
    r"[^，。；]{0,6}(?:互动|热线|执法|建议|提案|公文|举报|投诉|信访|信箱|平台|工单|留言|来信|咨询|许可|处罚)"
)
"""How the heading of a paragraph begins that is about other work."""


def _read(
    scanner: Scanner, text: str, frame: Frame, last: Sentence | None, year: int | None
) -> Sentence:
    """Read one sentence, with what the sentence before it has left open."""
    whole = None if last is None else _go_on(frame, text, last)
    tokens = scanner.tokens(text)
    for before, token in pairwise(tokens[:_HEADING_TOKENS] if tokens[0].kind == "apart" else ()):
        begins = token.id in {"named_year", "year"} or token.kind == "own" or token.text == "在"
        if begins and before.text in {"情况", "方面", "工作"}:
            # (一)公开情况2023年公开7条 begins behind its heading.
            tokens = tokens[tokens.index(token) :]
        if token.kind == "stop" or tokens[0] is token:
            break
    sentence = Sentence(scanner, tokens, frame, year=year, whole=whole)
    read_sentence(sentence)
    close_lists(sentence)
    count_carried(sentence)
    count_partial(sentence)
    confirm_answered(sentence)
    confirm_requests(sentence)
    add_recognised(sentence)
    return sentence


def _go_on(frame: Frame, text: str, last: Sentence) -> FigureReading | None:
    """Keep what the sentence before has named, and return its figure whose parts may follow."""
    before, whole = last.frame, last.whole
    frame.about = frame.about or before.about
    asked = {one.subject for one in last.readings if one.thing == "request"}
    # 上年结转2件，均已办结。办结件中1件予以公开
    frame.subset = asked == {"requests_carried_over"} and text.startswith(_OF_THOSE)
    # 在微博发布9条 behind 历年累计公开90条 is no part of that.
    of_all_years = whole is not None and whole.time == "_cumulative"
    is_apart = of_all_years and text[0] == "在" and not text.startswith("在20")
    if text.startswith(_STARTS_LIST) and not is_apart:
        frame.thing, frame.thing_word = before.thing or frame.thing, before.thing_word
        frame.time, frame.time_word = before.time, before.time_word
        frame.own_year, frame.until = before.own_year, before.until
        frame.among = _BEGINS_PARTS.match(text) is not None
        if text.startswith("其中") and whole is not None and whole.event in DISCLOSING:
            frame.thing, frame.thing_word = whole.thing, whole.words.get("thing", "")
        return whole
    if _TELLS_OUTCOMES.match(text) and before.thing == "request":
        frame.thing, frame.thing_word = "request", before.thing_word
        frame.own_year = before.time == ""
    return None


def _found(report: Report, owner: Owner, read: _Read) -> Iterator[_Found]:
    """Yield the figures of a sentence, each seen beside the others."""
    sentence = read.sentence
    unsure = unsure_of(sentence) if sentence.readings else set()
    places = dict[tuple[int, int], tuple[int, int]]()
    seen: set[tuple[str, str | None]] = set()
    totals: dict[tuple[str, str], str | None] = {}
    for reading in sentence.readings:
        is_own = reading.scope is not None and owner.is_itself(reading.scope)
        scope = None if is_own else reading.scope
        key, of_kind = (reading.subject + reading.time, scope), (reading.thing, reading.time)
        cells = _cells(report, owner, reading, scope)
        alone = id(reading) in unsure
        doubtful = alone or (key[0], reading.scope) in unsure
        if (key in seen or doubtful) and reading.kind != "sum":
            cells = None
        if reading.kind == "count":
            if not alone:
                seen.add(key)
            if reading.subject in _PROCEEDINGS:
                totals.setdefault(of_kind, cells)
            elif reading.event in OF_CASES and totals.get(of_kind, "") is None:
                # The results of 林权行政复议6件，维持5件 are not those of the table either.
                cells = None
        value, around = reading.value, _part_around(read, reading.value.start)
        place = read.prose.place(read.start + value.start, read.start + value.end)
        if around not in places:
            places[around] = read.prose.place(*around)
        yield _Found(reading, scope, cells, place, places[around], sentence.doubts)


def _cells(report: Report, owner: Owner, reading: FigureReading, scope: str | None) -> str | None:
    """Return the cells that a figure can only be, or `None`."""
    if reading.loose or reading.time or reading.kind in {"percent", "change"}:
        return None
    if scope is not None and not owner.counts_all_of(scope):
        return None
    if reading.subject.startswith(_PROCEEDINGS) and reading.kind == "count" and not reading.about:
        return None
    form = report.form.id
    if form in _TABLED and (owner.year or _TABLED_SINCE) < _TABLED_SINCE:
        # A report of an earlier year may have the headings of later ones, but no such cells.
        return None
    if reading.subject == "requests_handled" and reading.event not in {"handle", "due"}:
        new, over = cells_of("requests_received", form), cells_of("requests_carried_over", form)
        return f"{new}+{over}" if new and over else None
    return cells_of(reading.subject, form, reading.event)


def _claim(found: _Found, span: Span, sentence_span: Span, span_of: dict[int, Span]) -> Claim:
    reading = found.reading
    value = reading.value
    time = reading.time.removeprefix("_") or ("year" if "time" in reading.words else None)
    return Claim(
        kind=reading.kind,
        value=value.value,
        unit=value.unit or None,
        hedged=value.hedge is not None,
        subject=reading.subject + reading.time,
        address=found.cells,
        scope=found.scope,
        span=span,
        sentence_span=sentence_span,
        thing=reading.thing or None,
        event=reading.event or None,
        time=time,
        hedge=value.hedge,
        refers_to=None if reading.whole is None else span_of.get(id(reading.whole)),
        closed=reading.closed and "overlap" not in found.doubts,
        words=tuple(reading.words.items()),
    )


def _part_around(read: _Read, position: int) -> tuple[int, int]:
    """Return where the sentence, or its part between semicolons, stands around a position in it."""
    text = read.prose.characters[read.start : read.end]
    if "；" not in text and ";" not in text:
        return read.start, read.end
    start, depth = 0, 0
    for stop in _BRACKETS_AND_SEMICOLONS.finditer(text):
        if stop[0] in "（(":
            depth += 1
        elif stop[0] in "）)":
            depth -= depth > 0
        elif not depth:
            if stop.start() >= position:
                return read.start + start, read.start + stop.start()
            start = stop.end()
    return read.start + start, read.end
