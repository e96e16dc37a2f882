"""Climb towards the slowest texts there are: `python benchmarks/growth.py --seconds 300 --seed 1`.

A text is a beginning, a unit many times over, and an end; or as many openings as closings around
something. Units are made of pieces that readers look for. The search keeps the units that cost most
and changes them a little, and prints for every stage of the reading the worst it has found: how
many times longer twice the text takes, and what a character costs as a multiple of the floor.
"""

from __future__ import annotations

import argparse
import contextlib
import gc
import random
import signal
import sys
import time
from collections.abc import Callable, Generator, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple, TypeVar
from zipfile import ZIP_DEFLATED, ZipFile

sys.path.insert(0, str(Path(__file__).parent))

from measures import floor

import govinfo
from corpus import originals
from govinfo.binding.binder import bind
from govinfo.forms import FORMS
from govinfo.reading import recognised
from govinfo.spans import Text
from govinfo.text import repair
from govinfo.text.html.markup import is_markup, without_markup
from govinfo.text.repairs import REPAIRS, repaired

__all__ = ["BEGINNINGS", "PIECES", "Shape", "stages_of"]

PIECES: dict[str, tuple[str, ...]] = {
    "borders": (
        "+---",
        "+",
        "---",
        "===",
        "┌─┬─┐",
        "│",
        "├─┼─┤",
        "─",
        "╔═╦",
        "║",
        ":--",
        ":-:",
        "+---+\n",
    ),
    "bars": (
        "|",
        "||",
        "| 1 ",
        "|-",
        "|---|",
        "{|",
        "|}",
        "|-\n",
        "! ",
        "｜",
        "| a | b |\n",
        "|\n",
        "||\n",
    ),
    "digits": (
        "1",
        "0",
        "12",
        "1,234",
        "1.5",
        "-",
        "1 2 ",
        "１２",
        "三",
        "1\n",
        "0\n",
        "２０",
        "9" * 30,
        "1 0 0 0",
    ),
    "separators": (
        " ",
        "  ",
        "\t",
        "\n",
        "\n\n",
        "\r\n",
        "\u3000",
        ",",
        ";",
        "\x0b",
        "\x0c",
        "\u200b",
        "\xa0",
        "、",
    ),
    "brackets": (
        "(",
        ")",
        "（",
        "）",
        "〔",
        "〕",
        "[",
        "]",
        "《",
        "》",
        "“",
        "”",
        "（一）",
        "1.",
        "(1)",
        "{{",
        "}}",
        "①",
    ),
    "tags": (
        *(
            "<td>",
            "</td>",
            "<tr>",
            "</tr>",
            "<table>",
            "</table>",
            "<td>1</td>",
            "<p>",
            "<br>",
            "<!--",
            "-->",
        ),
        *(
            "<script>",
            "</script>",
            '<a href="',
            "<",
            ">",
            "</",
            "<td rowspan=9>",
            "<td colspan=99>",
            "<style>",
            "<b>",
        ),
        *(
            '<div style="display:none">',
            "</div>",
            "<![CDATA[",
            "<?",
            "<th>",
            "<li>",
            "<ruby>",
            "<rt>",
            "<sup>1</sup>",
        ),
    ),
    "sheets": (
        "<style>",
        "</style>",
        ":is(",
        ":not(.a)",
        "[class*='a']",
        "[",
        ".a,",
        ".b>i ",
        "{",
        "}",
        "{display:none}",
        "text-decoration:line-through;",
        "--a:var(--b);",
        "var(--a,",
        "&",
        "\\:",
        "@media screen{",
        "<i class='a b' id=c>",
    ),
    "entities": ("&amp;", "&amp", "&#", "&#x4e00;", "&nbsp;", "&lt;", "&", ";", "&lt;td&gt;"),
    "markdown": (
        "```",
        "**",
        "#",
        "# ",
        "*",
        "_",
        "`",
        "\\",
        "- ",
        "> ",
        "![",
        "](",
        "~~",
        "1. ",
        "\\|",
        "__",
    ),
    "sentences": (
        *(
            "共收到申请12件",
            "，",
            "。",
            "本年新收",
            "其中",
            "2023年",
            "比上年增长5.3%",
            "予以公开3件",
            "分别为",
            "占比",
        ),
        *(
            "行政复议",
            "行政诉讼",
            "件",
            "条",
            "年",
            "月",
            "日",
            "万元",
            "信息公开",
            "结转下年度继续办理",
            "人次",
            "县",
        ),
    ),
    "heads": (
        *(
            "云岫市教育局2023年政府信息公开工作年度报告",
            "云岫市教育局",
            "年度报告",
            "政府信息公开工作",
            "发布时间：",
            "来源：",
        ),
        *(
            "2024-01-25",
            "2024年1月25日",
            "二〇二四年一月",
            "索引号：",
            "（一）",
            "目录",
            "第1页",
            "自2023年1月1日起至",
            "12月31日止",
        ),
    ),
    "headings": (
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、",
        "六、其他需要报告的事项",
        "四、",
        "第一",
        "附件",
        "附表",
    ),
    "annexes": (
        "指标名称",
        "单位",
        "统计数",
        "主动公开信息数",
        "政府信息公开情况统计表",
        "(一)",
        "1.收到申请数",
        "（年度）",
    ),
    "damage": (
        "\ufffd",
        "æ\x94¿",
        "åº\x9c",
        "锟斤拷",
        "\ue5e5",
        "?",
        "Õþ¸®",
        "\x80",
        "三?！",
        "報(bào)",
        "\xad",
        "\u202e",
        "\u202c",
        "â€œ",
    ),
    "words": (
        "公开",
        "政",
        "的",
        "a",
        "A1",
        "政务公开",
        "word",
        "信 息",
        "公\n",
        "规章",
        "总计",
        "自然人",
        "商业企业",
    ),
}
"""What readers look for, by kind."""


def _labels() -> tuple[str, ...]:
    labels = {row.label for form in FORMS for table in form.tables for row in table.rows}
    columns = {
        column.label
        for form in FORMS
        for table in form.tables
        for block in table.blocks
        for column in block.columns
    }
    return tuple(sorted(labels | columns))


LABELS = _labels()


_COUNTED = "#N#"
"""Stands in a unit for the number of its repetition: then no two are alike."""


class Shape(NamedTuple):
    """How a text is made, of any size."""

    begin: str
    unit: str
    end: str
    close: str = ""

    def text(self, size: int) -> str:
        """Return a text of about this size."""
        inner = max(1, size // len(self.unit + self.close))
        body = self.unit * inner
        if _COUNTED in self.unit:
            body = "".join(self.unit.replace(_COUNTED, str(number)) for number in range(inner))
        return f"{self.begin}{body}{self.close * inner}{self.end}"


def _beginnings() -> dict[str, str]:
    found = {"": ""}
    for name, text in originals().items():
        found[name] = text
        lines = text.split("\n")
        found[f"{name}, half"] = "\n".join(lines[: len(lines) // 2])
        found[f"{name}, second half"] = "\n".join(lines[len(lines) // 2 :])
    return found


BEGINNINGS = _beginnings()


class Stage(NamedTuple):
    """One step of reading, and the time it took."""

    name: str
    seconds: float


T = TypeVar("T")


class _TooLongError(Exception):
    pass


@contextlib.contextmanager
def _within(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise _TooLongError

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _docx(text: str) -> bytes:
    from xml.sax.saxutils import escape  # noqa: PLC0415

    def cell(one: str) -> str:
        return f"<w:tc><w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p></w:tc>"

    def line(one: str) -> str:
        if "|" in one:
            return f"<w:tbl><w:tr>{''.join(map(cell, one.split('|')))}</w:tr></w:tbl>"
        return f"<w:p><w:r><w:t>{escape(one)}</w:t></w:r></w:p>"

    clean = "".join(
        character if character.isprintable() or character == "\n" else " " for character in text
    )
    body = "".join(map(line, clean.split("\n")))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>',
        )
    return held.getvalue()


def _grid(text: str) -> list[list[list[str]]]:
    return [[line.split("|") for line in part.split("\n")] for part in text.split("\n\n")]


def stages_of(text: str, way: str) -> Iterator[Stage]:
    """Yield what each step took of reading a text in one way; `WAYS` lists the ways."""
    report = yield from _report(text, way)
    if report is None:
        return
    steps: dict[str, Callable[[], object]] = {
        "values": report.values,
        "figures": report.figures,
        "head": lambda: report.head,
        "sections": lambda: [(section.title, section.text) for section in report.sections],
        "notes": lambda: [report.quote(note.span) for note in report.notes if note.span],
        "claims": lambda: report.claims,
        "check": lambda: list(govinfo.check(report)),
        "suggest": lambda: govinfo.suggest(report),
        "explain": lambda: [report.explain(address) for address in report.addresses[:3]],
        "to_json and back": lambda: govinfo.Report.from_json(report.to_json()),
    }
    for name, step in steps.items():
        yield _timed(f"{way}: {name}", step)[0]


def _report(text: str, way: str) -> Generator[Stage, None, govinfo.Report | None]:
    """Yield the stages up to the report, and return it; `None` where there is none."""
    if way == "repairs":
        yield from _repairs(text)
        return None
    if way in ADAPTERS:
        repaired, notes = repair(Text(text))
        stage, page = _timed(f"{way}: read", lambda: ADAPTERS[way].read(repaired))
        yield stage
        if page is None:
            return None
        stage, report = _timed(f"{way}: bind", lambda: bind(page, way, None, notes).light())
    else:
        stage, report = _timed(f"{way}: parse", SOURCES[way](text))
    yield stage
    return report


def _repairs(text: str) -> Iterator[Stage]:
    so_far = Text(text)
    for each in REPAIRS:
        stage, needed = _timed(
            f"repairs: look for {each.name}", partial(each.needed, so_far.characters)
        )
        yield stage
        if needed:
            stage, made = _timed(f"repairs: do {each.name}", partial(repaired, so_far, each))
            yield stage
            so_far = made[0] if made is not None else so_far
    yield _timed("repairs: markup", lambda: is_markup(text) and without_markup(Text(text)))[0]
    yield _timed("repairs: recognise", lambda: recognised(text))[0]


def _timed(name: str, job: Callable[[], T]) -> tuple[Stage, T | None]:
    """Do a job, and return how long it took and its result; that the text is no report is an answer like any other."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    try:
        result = job()
    except govinfo.GovInfoError:
        result = None
    finally:
        gc.enable()
    return Stage(name, time.process_time() - start), result


ADAPTERS = govinfo.available_adapters()
SOURCES: dict[str, Callable[[str], Callable[[], govinfo.Report]]] = {
    "surest": lambda text: partial(govinfo.parse, text),
    "bytes": lambda text: partial(govinfo.parse, text.encode("utf-8", "surrogatepass")),
    "gbk": lambda text: partial(govinfo.parse, text.encode("gb18030", "replace")),
    "docx": lambda text: partial(govinfo.parse, _docx(text)),
    "grid": lambda text: partial(govinfo.parse_grid, _grid(text)),
}
"""Ways of reading with no adapter named: what makes the source of a text, ready to be parsed."""
WAYS = (*ADAPTERS, *SOURCES, "repairs")


class Found(NamedTuple):
    """How a stage grew on one shape."""

    growth: float
    cost: float
    size: int
    stage: str
    way: str
    shape: Shape


_LEAST = 0.02
"""Seconds below which the time of a stage says nothing."""
_LONGEST, _LONG = 8.0, 2.0
"""Seconds after which a reading is stopped, and after which no larger text is tried."""
_STEEP = 2.6
"""A doubling that costs more is measured again."""
_CLIMBING = 0.5
"""The part of the shapes that are neighbours of the worst so far."""


def measured(shape: Shape, way: str, largest: int) -> dict[str, Found]:
    """Return each stage's growth, at the largest size that does not take too long."""
    found: dict[str, Found] = {}
    size, before = 5_000, dict[str, float]()
    lengths = 1
    while size <= largest:
        text = shape.text(size)
        now: dict[str, float] = {}
        try:
            with _within(_LONGEST):
                for stage in stages_of(text, way):
                    now[stage.name] = stage.seconds
        except _TooLongError:
            found[f"{way}: stuck"] = Found(
                99, 1e6, size, f"{way}: stuck after {list(now)[-1:]}", way, shape
            )
            break
        per_floor = _floor(text)
        for name, seconds in now.items():
            if seconds < _LEAST:
                continue
            growth = seconds / before[name] * lengths / len(text) * 2 if before.get(name) else 1.0
            if name not in found or growth > found[name].growth or size > found[name].size:
                found[name] = Found(growth, seconds / per_floor, size, name, way, shape)
        before, lengths, size = now, len(text), size * 2
        if max(now.values(), default=0) > _LONG:
            break
    return found


def _floor(text: str) -> float:
    best = 1.0
    for _ in range(3):
        start = time.process_time()
        floor(text)
        best = min(best, time.process_time() - start)
    # A text of one line has hardly any floor: at least what copying it costs.
    return max(best, 2e-9 * len(text))


def shapes(chance: random.Random) -> Shape:
    """Return a shape made at random."""
    kinds = [LABELS, *PIECES.values()]
    chosen = chance.sample(kinds, chance.choice((1, 1, 2, 2, 3)))
    unit = "".join(
        chance.choice(chance.choice(chosen)) for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 6, 9)))
    )
    if chance.random() < 0.4:
        unit += chance.choice(("\n", "\n#N#\n", "#N#\n", " #N#", "\n\n", "|#N#|#N#\n", "|"))
    begin = BEGINNINGS[chance.choice(list(BEGINNINGS))] if chance.random() < 0.6 else ""
    end = BEGINNINGS[chance.choice(list(BEGINNINGS))] if chance.random() < 0.4 else ""
    close = chance.choice(chance.choice(kinds)) if chance.random() < 0.15 else ""
    return Shape(begin + chance.choice(("", "\n")), unit, chance.choice(("", "\n")) + end, close)


def changed(shape: Shape, chance: random.Random) -> Shape:
    """Return a neighbour of a shape: another beginning, end or closing, or a unit with a piece more or less."""
    other = shapes(chance)
    cut = chance.randrange(len(shape.unit))
    before, after = shape.unit[:cut], shape.unit[cut:]
    neighbours = (
        shape._replace(begin=other.begin),
        shape._replace(end=other.end),
        shape._replace(close=other.close),
        shape._replace(unit=shape.unit + other.unit),
        shape._replace(unit=before + other.unit + after),
        shape._replace(unit=before + after[1:] or other.unit),
    )
    return chance.choice(neighbours)


def main() -> None:
    """Search, and print the worst of each stage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--seconds", type=float, default=300, help="how long to search (default 300)"
    )
    parser.add_argument(
        "--seed", type=int, default=1, help="the same seed tries the same shapes first (default 1)"
    )
    parser.add_argument(
        "--largest", type=int, default=80_000, help="characters of the largest text (default 80000)"
    )
    parser.add_argument(
        "--ways", nargs="*", default=WAYS, help="adapters and other ways of reading (default all)"
    )
    options = parser.parse_args()
    chance, stop, tried = random.Random(options.seed), time.monotonic() + options.seconds, 0
    worst: dict[str, Found] = {}
    while time.monotonic() < stop:
        shape, way = shapes(chance), chance.choice(options.ways)
        if worst and chance.random() < _CLIMBING:
            old = chance.choice(sorted(worst.values(), key=lambda one: -one.growth)[:20])
            shape, way = changed(old.shape, chance), old.way
        tried += 1
        for one in _confirmed(shape, way, options.largest):
            if one.stage not in worst or (one.growth, one.cost) > (
                worst[one.stage].growth,
                worst[one.stage].cost,
            ):
                worst[one.stage] = one
    print(f"{tried} shapes tried; the worst of each stage, the steepest first:")
    for one in sorted(worst.values(), key=lambda one: (-one.growth, -one.cost)):
        print(_line(one))


def _confirmed(shape: Shape, way: str, largest: int) -> Iterator[Found]:
    """Yield how each stage grew; what seems too steep is measured again, and counts when it comes back."""
    found = measured(shape, way, largest)
    again = (
        measured(shape, way, largest)
        if any(one.growth > _STEEP for one in found.values())
        else found
    )
    for name, one in found.items():
        if name in again:
            yield min(one, again[name], key=lambda each: each.growth)


def _line(one: Found) -> str:
    shape = one.shape
    unit = shape.unit if len(shape.unit) < 80 else shape.unit[:80] + "…"
    return (
        f"{one.growth:6.2f}x {one.cost:9.0f} floors at {one.size:7} {one.stage:30} "
        f"{shape.begin[:15]!r}…{shape.begin[-20:]!r} {unit!r} {shape.close!r} {shape.end[:20]!r}"
    )


if __name__ == "__main__":
    main()
