"""Headings become sections: lines and their beginnings, never a row of a table or a sentence.

`四、结转下年度继续办理` is a row of table 3 and has a label of its own; the introduction, which
names all six parts, is running text. Where a page begins with a table of contents, the last line of
each title is the heading. Headings in the words of an office, of another form or within a line are
read by their gist, for the parts that no known title opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import islice
from operator import itemgetter
from typing import NamedTuple

from govinfo.binding.kinds import NUMBERED, PROSE, UNKNOWN
from govinfo.forms.labels import HEADINGS, LABELS, heading_key, label_key, number_of_heading
from govinfo.forms.schema import Form
from govinfo.model import Report
from govinfo.notes import Note
from govinfo.page import NOWHERE
from govinfo.parts import Mark
from govinfo.text.normalise import plain

__all__ = ["known_headings", "mark_sections", "note_extra_parts"]

_MOST_NUMBERED_HEADINGS = 200
"""No report has more numbered lines of its own wording; a hostile page is read no further."""
_LAST_WORD = "(?:情[况況]|概\\s?述|概[况況]|综述|綜述|事[项項]|措施|打算|安排|附表)"
_IN_A_LINE = re.compile(
    rf"""
    (?:^|(?<=[\s。！？!?）)”:：]))                       # behind a sentence or a space
    (?P<number>[一二三四五六七八九])[、.．]\s?
    (?: [^\s。，,；;：:\d（(]{{0,16}}?\s?[^\s。，,；;：:\d（(]{{0,30}}?{_LAST_WORD}
        (?:[及和与]改[进進](?:情[况況]|措施))?
        (?![及和与、；;，,的概]|统计|[图表])              # and the body behind it
      | [^\s。，,；;：:\d（(]{{2,20}}(?=\s)               # other words, up to a space
    )
    """,
    re.VERBOSE,
)
_ORDINAL = re.compile("[一二三四五六七八九][、.．]")
_FEW_SECTIONS = 3
_SHORT_LINE = re.compile(f"[{UNKNOWN}]")
_NUMBERED = re.compile(f"[{NUMBERED}-\uf0ff]")
_MOST_SHORT_LINES = 2_000
_OTHER_NUMBER = re.compile(
    r"""
    ^(?: \( (?P<bracketed> [一二三四五六七八九十] ) \)
       | \(? (?P<figure> \d{1,2} ) (?: [、.,)] | (?![\d年月日件条个项%.]) )
       | (?P<roman> [IVX]{1,4} ) [、.,]
       | (?P<bare> [一二三四五六七八九] ) (?![、.,是十百年月部])
    )、?
    """,
    re.VERBOSE,
)
_ORDINALS = {
    sign: ordinal
    for numerals in ("一 二 三 四 五 六 七 八 九 十", "I II III IV V VI VII VIII IX X")
    for ordinal, sign in enumerate(numerals.split(), 1)
}
_NO_HEADING = re.compile(r"信息管理|平台建设|监督保障|\d[件条篇次项个人万]")
"""Words of a list: of figures, or of the points of the first part: (一)主动公开 and so on."""
_BLANKS = " \t\u3000\xa0|:：。"
_EXTRA_PARTS = (("fees", re.compile("处理费|收费|费用")),)
"""Parts that some provinces add to the form: the id of each, and its gist."""
_BEFORE_OTHERS = ("fees", "review_litigation")
"""因政府信息公开申请行政复议 names the requests too: the gist of these parts counts first."""


class _Heading(NamedTuple):
    """A line or the beginning of one that may be a heading."""

    token: int
    begin: int
    """Where it begins in its token."""
    end: int | None
    """Where it ends in its token; `None` where it is the whole of it."""
    number: int
    line: str
    """Its words as a key: in simplified characters, without spaces."""

    @classmethod
    def each_of(cls, tokens: list[str], kinds: str, form: Form) -> Iterator[_Heading]:
        """Yield the numbered lines that are no title of this form, and headings within lines."""
        annexed = _rows_of_annexes(form)
        for kind in _lines_like_headings(form).finditer(kinds):
            token, is_whole = kind.start(), kind["line"] is not None
            text = tokens[token]
            if not is_whole and not _ORDINAL.search(text):
                continue
            length = len(text.strip(_BLANKS))
            is_sentence = not is_whole or text.rstrip()[-1:] == "。"
            for match in islice(_IN_A_LINE.finditer(text), _MOST_NUMBERED_HEADINGS):
                behind = text[match.end() : match.end() + 2]
                # 一、总体情况与风险 is one heading; in a sentence any body may follow.
                is_apart = is_sentence or behind[:1] in _BLANKS or behind == "20"
                is_row = heading_key(label_key(plain(match[0]))) in annexed
                if len(match[0]) < length and is_apart and not is_row:
                    yield from cls.in_text(match[0], token, match.start(), match.end())
                    is_whole = False
            if is_whole:
                yield from cls.in_text(text, token)

    @classmethod
    def in_text(
        cls, text: str, token: int, begin: int = 0, end: int | None = None
    ) -> Iterator[_Heading]:
        """Yield the heading that stands there, if it has a number."""
        line = label_key(plain(text))
        number = number_of_heading(line)
        if number is not None:
            yield cls(token, begin, end, number, line)


def known_headings(kinds: str, form: Form) -> int:
    """Return how many of the form's sections are on the page under a title that is known."""
    return len(_known(kinds, form))


def mark_sections(tokens: list[str], kinds: str, form: Form) -> tuple[Mark, ...]:
    """Return where each section begins, in the order of the page."""
    found = {section: Mark(section, token) for section, token in _known(kinds, form).items()}
    headings = list[_Heading]()
    if len(found) < _FEW_SECTIONS:
        known, headings = _numbered_otherwise(tokens, kinds, form)
        found |= known
    if len(found) < len(form.sections):
        each = _Heading.each_of(tokens, kinds, form)
        headings = headings or list(islice(each, _MOST_NUMBERED_HEADINGS))
        for is_exact in (True, False):
            _add_worded_freely(found, headings, form, len(tokens), is_exact=is_exact)
    if form.is_tabular:
        # The parts that the form does not have, where they stand behind table 3.
        behind = found.get("requests")
        # Most pages have no such line.
        for match in _odd_lines(form).finditer(kinds, behind.token + 1 if behind else len(kinds)):
            line = label_key(plain(tokens[match.start()]))
            is_taken = any(mark.token == match.start() for mark in found.values())
            if is_taken or number_of_heading(line) is None:
                continue
            for section, gist in _EXTRA_PARTS:
                if section not in found and gist.search(line):
                    found[section] = Mark(section, match.start())
    return tuple(sorted(found.values(), key=itemgetter(1, 2)))


def _known(kinds: str, form: Form) -> dict[str, int]:
    """The last line with a title of each section, in any of its wordings."""
    found = dict[str, int]()
    for title, section in _titles(form).items():
        place = kinds.rfind(title)
        if place > found.get(section, NOWHERE):
            found[section] = place
    return found


def _numbered_otherwise(
    tokens: list[str], kinds: str, form: Form
) -> tuple[dict[str, Mark], list[_Heading]]:
    """Return the sections under titles with numbers of another kind, and such lines in other words.

    Such numbers, （一）, 1、 or Ⅰ, stand before the headings within the parts too. They count only
    where no other headings are there, and in the order of the form; lines in other words only
    where no line has a number of the top level.
    """
    sections, found = _titles(form), dict[str, Mark]()
    lines: dict[str, list[_Heading]] = {style: [] for style in _OTHER_NUMBER.groupindex}
    for kind in islice(_SHORT_LINE.finditer(kinds), _MOST_SHORT_LINES):
        token = kind.start()
        line = label_key(plain(tokens[token]))
        number = _OTHER_NUMBER.match(line)
        key = line[number.end() :] if number else line
        section = sections.get(HEADINGS.get(key, ""))
        if section is not None and section not in found:
            found[section] = Mark(section, token)
        style = number.lastgroup if number else None
        if number and style:
            sign = number[style]
            ordinal = int(sign) if sign.isdecimal() else _ORDINALS.get(sign, 0)
            lines[style].append(_Heading(token, 0, None, ordinal, key))
    if list(found) != [section.id for section in form.sections if section.id in found]:
        found = {}
    for headings in lines.values():
        numbers = [heading.number for heading in headings]
        is_top_level = numbers == list(range(1, len(numbers) + 1)) and not _NUMBERED.search(kinds)
        is_other = any(_NO_HEADING.search(heading.line) for heading in headings)
        if found and len(headings) >= _FEW_SECTIONS and is_top_level and not is_other:
            return found, headings
    return (found if len(found) >= _FEW_SECTIONS else {}), []


@cache
def _titles(form: Form) -> Mapping[str, str]:
    """The characters that stand for titles of the form, each with the id of its section."""
    return {
        HEADINGS[heading_key(label_key(text))]: section.id
        for section in form.sections
        for text in (section.title, *section.aliases)
    }


@cache
def _odd_lines(form: Form) -> re.Pattern[str]:
    """The characters of numbered lines and of the titles of other forms."""
    others = set(HEADINGS.values()).difference(_titles(form))
    return re.compile(f"[{NUMBERED}-\uf0ff{''.join(sorted(others))}]")


@cache
def _lines_like_headings(form: Form) -> re.Pattern[str]:
    """The characters of those lines and of 其他, and of prose."""
    lines = _odd_lines(form).pattern[:-1] + LABELS["其他"] + LABELS["其它"]
    return re.compile(f"(?P<line>{lines}])|[{PROSE}{UNKNOWN}]")


@cache
def _rows_of_annexes(form: Form) -> frozenset[str]:
    """The keys of the rows of annexes, without numbers; their groups are numbered like parts."""
    rows = (
        row
        for table in form.tables
        if table.is_annex
        for block in table.blocks
        for row in block.rows
    )
    return frozenset(heading_key(label_key(row.label)) for row in rows)


def _add_worded_freely(
    found: dict[str, Mark], headings: list[_Heading], form: Form, end: int, *, is_exact: bool
) -> None:
    """Add the sections that a heading opens by its gist.

    Args:
        found: The sections so far, by their id.
        headings: What may be a heading, in the order of the page.
        form: The form of the report.
        end: The number of tokens of the page.
        is_exact: Whether a numbered section needs a heading with its number; else one is enough
            that is off by one or two, as where a part was added or a number was typed twice.

    """
    by_precedence = sorted(form.sections, key=lambda section: section.id not in _BEFORE_OTHERS)
    for heading in headings:
        taken = {(mark.token, mark.begin) for mark in found.values()}
        if (heading.token, heading.begin) in taken:
            continue
        for section in by_precedence:
            off = abs(heading.number - section.number) if section.number else 0
            is_meant = section.id not in found and off <= (0 if is_exact else 2)
            if not is_meant or not re.search(section.gist, heading.line):
                continue
            # It stands after the sections before its own, and before those after it.
            own = form.sections.index(section)
            before = [found[one.id][1:3] for one in form.sections[:own] if one.id in found]
            after = [found[one.id][1:3] for one in form.sections[own + 1 :] if one.id in found]
            least, most = max(before, default=(NOWHERE, 0)), min(after, default=(end, 0))
            if section.number is None or least < heading[:2] < most:
                found[section.id] = Mark(section.id, *heading[:3])
                break


def note_extra_parts(report: Report) -> Report:
    """Return the report with a note on each part that its form does not have."""
    ids = report.section_ids
    if not any(part in ids for part, _ in _EXTRA_PARTS):
        return report
    own = {section.id for section in report.form.sections}
    if own.issuperset(ids):
        return report
    notes = [
        Note(
            "extra_part",
            f"the form has no part {section.title!r}: its figures have no address",
            section.span,
        )
        for section in report.sections
        if section.id not in own
    ]
    return report.with_notes(*notes)
