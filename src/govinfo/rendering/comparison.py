"""The comparison of two reports as plain text and as HTML, in Chinese or in English."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from govinfo.comparison import CellChange, ClaimChange, Comparison, Difference
from govinfo.comparison.alignment import pieces
from govinfo.comparison.prose import ProsePair, prose_pairs
from govinfo.consistency.findings import Finding
from govinfo.consistency.names import Statement, labels, row_label
from govinfo.errors import require_language
from govinfo.figures import Figure, State
from govinfo.rendering.cells import number, shortened
from govinfo.rendering.markup import Html, joined, page, tag, whole_page
from govinfo.rendering.style import ALONE, above_notebooks
from govinfo.sentences import PrintedSentence
from govinfo.wording import Lang
from govinfo.wording.subjects import subject_name
from govinfo.wording.words import word

__all__ = ["comparison_html", "comparison_page", "comparison_text"]

_WORDS = {
    "title": Statement("两份报告比较", "Two reports compared"),
    "same": Statement("两份报告没有不同。", "The reports do not differ."),
    "item": Statement("项目", "item"),
    "before": Statement("前", "before"),
    "after": Statement("后", "after"),
    "heads": Statement("标题与日期", "Title and dates"),
    "cells": Statement("表格数字", "Figures in the tables"),
    "others": Statement(
        "另有 {} 格只见于其中一份报告的格式", "{} cells that only one of the two forms has"
    ),
    "prose": Statement("正文", "Prose"),
    "repeated": Statement(
        "上年原句（含数字，请核对是否更新）", "Last year's sentences with figures, to be looked at"
    ),
    "claims": Statement("正文里的数字", "Figures in the prose"),
    "links": Statement("两年之间的衔接", "Rules that link the years"),
    "new": Statement("新出现的问题", "New findings"),
    "gone": Statement("不再出现的问题", "Findings gone"),
    "taken": Statement("沿用 {:.0%}", "{:.0%} taken over"),
    "opening": Statement("前言", "Introduction"),
    "whole": Statement("正文对照", "The prose, side by side"),
}
_CHANGES = {
    Difference.CHANGED: Statement("不同", "changed"),
    Difference.ADDED: Statement("增加", "added"),
    Difference.LOST: Statement("缺失", "lost"),
    Difference.MOVED: Statement("移位", "moved"),
    Difference.REPEATED: Statement("沿用", "repeated"),
    Difference.UNREAD: Statement("一方未能读出，无法比较", "read in one report only"),
}
_FIELDS = {
    "title": Statement("标题", "title"),
    "agency": Statement("机关", "body"),
    "year": Statement("年度", "year"),
    "period": Statement("统计期限", "period"),
    "published": Statement("发布日期", "published"),
    "created": Statement("成文日期", "made"),
    "signed": Statement("落款日期", "signed"),
}
_NO_NUMBER = {
    State.BLANK: Statement("空白", "blank"),
    State.NOT_APPLICABLE: Statement("未填数字", "not applicable"),
    State.ILLEGIBLE: Statement("无法辨认", "illegible"),
    State.ABSENT: Statement("无此格", "absent"),
}
_STYLE = above_notebooks("""
.govinfo del{background:rgba(208,68,46,.16);text-decoration:line-through}
.govinfo ins{background:rgba(46,157,87,.18);text-decoration:underline}
.govinfo table.sides{table-layout:fixed;width:100%}
.govinfo table.sides td{vertical-align:top;overflow-wrap:anywhere}
.govinfo th[scope=row]{min-width:4em}
@media(max-width:40em){.govinfo table.sides{font-size:.9em}}
""")


def comparison_text(comparison: Comparison, lang: Lang) -> str:
    """Return a comparison as plain text: a heading for each kind of difference, and a line each."""
    require_language(lang)
    lines = [" → ".join(_sides(comparison, lang))]
    for name, found in _kinds(comparison, lang):
        if found:
            count = len(comparison.cells) if name == "cells" else len(found)
            lines += ["", f"{_WORDS[name].in_(lang)}{_aside(count, lang)}"]
            lines += [f"  {line}" for one in found for line in one]
    if not comparison:
        lines += ["", _WORDS["same"].in_(lang)]
    return "\n".join(lines) + "\n"


def _kinds(comparison: Comparison, lang: Lang) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield each kind of difference, with the lines of each of its members."""
    heads = _heads(comparison, lang)
    yield "heads", [[_named(name, f"{old} → {new}", lang)] for name, old, new in heads]
    cells = list[list[str]]()
    for cell in _of_both_forms(comparison):
        name, told, old, new = _cell_words(comparison, cell, lang)
        rules = f" [{' '.join(cell.rules)}]" if cell.rules else ""
        cells.append([f"{_named(name, f'{old} → {new}', lang)}{told}{rules}  {cell.address}"])
    others = len(comparison.cells) - len(cells)
    if others:
        cells.append([_WORDS["others"].in_(lang).format(others)])
    yield "cells", cells
    yield "prose", list(_sentence_lines(comparison, lang))
    yield "repeated", [[f"= {one.after}"] for one in comparison.repeated]
    yield "claims", [[_claim_line(comparison, claim, lang)] for claim in comparison.claims]
    yield "links", [[_finding_line(finding, lang)] for finding in comparison.links]
    yield "new", [[_finding_line(finding, lang)] for finding in comparison.new]
    yield "gone", [[_finding_line(finding, lang)] for finding in comparison.gone]


def _heads(comparison: Comparison, lang: Lang) -> list[list[str]]:
    """Return each statement of the head that differs: its name, and what stands on both sides."""
    to = " 至 " if lang == "zh" else " to "
    return [
        [_FIELDS[one.name].in_(lang)]
        + [day.replace("/", to) if one.name == "period" else day for day in (one.before, one.after)]
        for one in comparison.fields
    ]


def _of_both_forms(comparison: Comparison) -> list[CellChange]:
    """Return the cells that both forms have; those of one form alone are no news of the report."""
    return [cell for cell in comparison.cells if cell.before is not None and cell.after is not None]


def _cell_words(comparison: Comparison, cell: CellChange, lang: Lang) -> tuple[str, str, str, str]:
    """Return the name of a cell, what became of it, and what stands there before and after."""
    row, column = labels(cell.address, comparison.after, lang)
    row = row_label(cell.address, comparison.after) if lang == "zh" else row
    name = f"{row} · {column}"
    told = "" if cell.change is Difference.CHANGED else _aside(_CHANGES[cell.change], lang)
    return name, told, _figure(cell.before, lang), _figure(cell.after, lang)


def _named(name: str, told: str, lang: Lang) -> str:
    return f"{name}{'：' if lang == 'zh' else ': '}{told}"


def _aside(told: object, lang: Lang) -> str:
    said = told.in_(lang) if isinstance(told, Statement) else told
    return f"（{said}）" if lang == "zh" else f" ({said})"


def _sides(comparison: Comparison, lang: Lang) -> list[str]:
    """Return the bodies and years that are compared, and the names of their sources if known."""
    sides = list[str]()
    brackets = "（{}）" if lang == "zh" else " ({})"
    for name, report in zip(comparison.names, (comparison.before, comparison.after), strict=True):
        unknown = Statement("机关不明", "body unknown").in_(lang)
        year = "" if report.year is None else f" {report.year}"
        who = f"{report.agency.name if report.agency else unknown}{year}"
        sides.append(f"{name}{brackets.format(who)}" if name else who)
    return sides


def _figure(figure: Figure | None, lang: Lang) -> str:
    if figure is None:
        return _NO_NUMBER[State.ABSENT].in_(lang)
    if figure.value is not None:
        return number(figure.value)
    return shortened(figure.raw) or _NO_NUMBER[figure.state].in_(lang)


def _sentence_lines(comparison: Comparison, lang: Lang) -> Iterator[list[str]]:
    for part in comparison.parts:
        title = part.title or _WORDS["opening"].in_(lang)
        told = title + _aside(_WORDS["taken"].in_(lang).format(part.taken_over), lang)
        for place, sentence in enumerate(part.sentences):
            lines = [] if place else [told]
            if sentence.change is Difference.MOVED:
                moved = _aside(_CHANGES[Difference.MOVED], lang)
                yield [*lines, f"  ~ {sentence.after}{moved}"]
                continue
            sides = (("-", sentence.before), ("+", sentence.after))
            yield lines + [f"  {sign} {words}" for sign, words in sides if words is not None]


def _claim_line(comparison: Comparison, change: ClaimChange, lang: Lang) -> str:
    sides = [(comparison.before, change.before), (comparison.after, change.after)]
    told = ["—" if claim is None else f"{claim.value}{claim.unit or ''}" for _, claim in sides]
    report, claim = next((report, claim) for report, claim in reversed(sides) if claim is not None)
    name = subject_name(claim.subject, lang)
    if lang == "zh" and claim.subject in _OF_NO_KIND:
        # The words of the sentence itself say more.
        words = dict(claim.words)
        named = "".join(words.get(one, "") for one in ("way", "event", "thing"))
        name = named or shortened(report.quote(claim.sentence_span))
    return _named(name, " → ".join(told), lang) + _aside(_CHANGES[change.change], lang)


_OF_NO_KIND = frozenset({"part", "part_other", "disclosed_of_a_kind", "share", "change"})
"""Subjects that do not say what is counted."""


def _finding_line(finding: Finding, lang: Lang) -> str:
    return f"{word(finding.verdict, lang)}  {finding.rule}  {finding.message(lang)}"


def comparison_html(comparison: Comparison, lang: Lang = "zh") -> str:
    """Return a comparison as HTML: the cells in a table, the sentences with what was changed."""
    return page(tag("style", Html(_STYLE)), *_tables(comparison, lang))


def comparison_page(comparison: Comparison, lang: Lang) -> str:
    """Return a whole page: what differs, and below it the prose of both reports side by side."""
    require_language(lang)
    title = _WORDS["title"].in_(lang)
    pairs = prose_pairs(comparison.before, comparison.after)
    body = page(
        tag("style", Html(_STYLE)),
        *_tables(comparison, lang),
        tag("h2", _WORDS["whole"].in_(lang)),
        *(_both_sides(part, lang) for part in pairs),
    )
    head = [
        Html('<meta name="viewport" content="width=device-width">'),
        tag("title", title),
        tag("style", Html(f"{ALONE}body{{background:Canvas;color:CanvasText}}")),
    ]
    return whole_page(head, tag("body", tag("main", tag("h1", title), body)), lang)


def _tables(comparison: Comparison, lang: Lang) -> Iterator[Html]:
    yield tag("p", " → ".join(_sides(comparison, lang)))
    if not comparison:
        yield tag("p", _WORDS["same"].in_(lang))
    if comparison.fields:
        rows = _heads(comparison, lang)
        yield _table("heads", rows, lang)
    if comparison.cells:
        cells = _of_both_forms(comparison)
        words = (_cell_words(comparison, cell, lang) for cell in cells)
        rows = [[f"{name}{told}", old, new] for name, told, old, new in words]
        yield _table("cells", rows, lang)
        others = len(comparison.cells) - len(cells)
        yield tag("p", _WORDS["others"].in_(lang).format(others)) if others else joined()
    for part in comparison.parts:
        if part.sentences:
            title = part.title or _WORDS["opening"].in_(lang)
            yield tag("h4", f"{title} · {_WORDS['taken'].in_(lang).format(part.taken_over)}")
            pairs = [(one.before or "", one.after or "") for one in part.sentences]
            yield _sides_table(pairs, lang)
    for name, found in _kinds(comparison, lang):
        if found and name in {"repeated", "claims", "links", "new", "gone"}:
            items = (tag("li", " ".join(lines)) for lines in found)
            head = f"{_WORDS[name].in_(lang)}{_aside(len(found), lang)}"
            yield joined(tag("h4", head), tag("ul", *items))


def _table(name: str, rows: Iterable[list[str]], lang: Lang) -> Html:
    heads = [_WORDS["item"].in_(lang), _WORDS["before"].in_(lang), _WORDS["after"].in_(lang)]
    return joined(
        tag("h4", _WORDS[name].in_(lang)),
        tag(
            "table",
            tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
            tag(
                "tbody",
                *(
                    tag("tr", tag("th", row[0], scope="row"), *(tag("td", one) for one in row[1:]))
                    for row in rows
                ),
            ),
        ),
    )


def _both_sides(part: ProsePair, lang: Lang) -> Html:
    """Return one part of both reports; sentences that are the same stand in one row together."""
    rows, same = list[tuple[str, str]](), list[tuple[PrintedSentence, PrintedSentence]]()
    for before, after in (*part.pairs, (None, None)):
        if before and after and before.key == after.key:
            same.append((before, after))
            continue
        if same:
            rows.append(("".join(a.words for a, _ in same), "".join(b.words for _, b in same)))
            same = []
        if before or after:
            rows.append((before.words if before else "", after.words if after else ""))
    title = part.title or _WORDS["opening"].in_(lang)
    return joined(tag("h4", title), _sides_table(rows, lang))


def _sides_table(rows: Iterable[tuple[str, str]], lang: Lang) -> Html:
    heads = (_WORDS["before"].in_(lang), _WORDS["after"].in_(lang))
    body = list[Html]()
    for before, after in rows:
        left, right = list[Html](), list[Html]()
        for old, new in pieces(before, after):
            if old == new:
                left.append(joined(old))
                right.append(joined(new))
                continue
            left.append(tag("del", old) if old else joined())
            right.append(tag("ins", new) if new else joined())
        body.append(tag("tr", tag("td", *left), tag("td", *right)))
    return tag(
        "table",
        tag("thead", tag("tr", *(tag("th", head, scope="col") for head in heads))),
        tag("tbody", *body),
        class_="sides",
    )
