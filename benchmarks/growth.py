"""Climb towards the slowest texts there are: `python benchmarks/growth.py --seconds 300 --seed 1`.

A text is a beginning, a unit many times over, and an end; or as many openings as closings around something. Units are
made of pieces that readers look for. The search keeps the units that cost most and changes them a little, and prints
for every stage of the reading the worst it has found: how many times longer twice the text takes, and what a character
costs as a multiple of the floor.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import signal
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

sys.path.insert(0, str(Path(__file__).parent))

import govinfo
from corpus import originals
from govinfo.binding import bind
from govinfo.forms import FORMS
from govinfo.page import Page
from govinfo.reading import recognised
from govinfo.spans import Text
from govinfo.text import repair
from govinfo.text.mend import mended
from govinfo.text.repair import REPAIRS
from measures import floor

__all__ = ["BEGINNINGS", "PIECES", "STAGES", "Shape", "stages_of"]

PIECES: dict[str, tuple[str, ...]] = {
    "borders": ("+---", "+", "---", "===", "┌─┬─┐", "│", "├─┼─┤", "─", "╔═╦", "║", ":--", ":-:", "+---+\n"),
    "bars": ("|", "||", "| 1 ", "|-", "|---|", "{|", "|}", "|-\n", "! ", "｜", "| a | b |\n", "|\n", "||\n"),
    "digits": ("1", "0", "12", "1,234", "1.5", "-", "1 2 ", "１２", "三", "1\n", "0\n", "２０", "9" * 30, "1 0 0 0"),
    "separators": (" ", "  ", "\t", "\n", "\n\n", "\r\n", "\u3000", ",", ";", "\x0b", "\x0c", "\u200b", "\xa0", "、"),
    "brackets": ("(", ")", "（", "）", "〔", "〕", "[", "]", "《", "》", "“", "”", "（一）", "1.", "(1)", "{{", "}}", "①"),
    "tags": (
        *("<td>", "</td>", "<tr>", "</tr>", "<table>", "</table>", "<td>1</td>", "<p>", "<br>", "<!--", "-->"),
        *("<script>", "</script>", '<a href="', "<", ">", "</", "<td rowspan=9>", "<td colspan=99>", "<style>", "<b>"),
        *('<div style="display:none">', "</div>", "<![CDATA[", "<?", "<th>", "<li>", "<ruby>", "<rt>", "<sup>1</sup>"),
    ),
    "entities": ("&amp;", "&amp", "&#", "&#x4e00;", "&nbsp;", "&lt;", "&", ";", "&lt;td&gt;"),
    "markdown": ("```", "**", "#", "# ", "*", "_", "`", "\\", "- ", "> ", "![", "](", "~~", "1. ", "\\|", "__"),
    "sentences": (
        *("共收到申请12件", "，", "。", "本年新收", "其中", "2023年", "比上年增长5.3%", "予以公开3件", "分别为", "占比"),
        *("行政复议", "行政诉讼", "件", "条", "年", "月", "日", "万元", "信息公开", "结转下年度继续办理", "人次", "县"),
    ),
    "heads": (
        *("云岫市教育局2023年政府信息公开工作年度报告", "云岫市教育局", "年度报告", "政府信息公开工作", "发布时间：", "来源："),
        *("2024-01-25", "2024年1月25日", "二〇二四年一月", "索引号：", "（一）", "目录", "第1页", "自2023年1月1日起至", "12月31日止"),
    ),
    "headings": ("一、总体情况", "二、主动公开政府信息情况", "三、", "六、其他需要报告的事项", "四、", "第一", "附件", "附表"),
    "annexes": ("指标名称", "单位", "统计数", "主动公开信息数", "政府信息公开情况统计表", "(一)", "1.收到申请数", "（年度）"),
    "damage": ("\ufffd", "æ\x94¿", "åº\x9c", "锟斤拷", "\ue5e5", "?", "Õþ¸®", "\x80", "三?！", "報(bào)", "\xad", "â€œ"),
    "words": ("公开", "政", "的", "a", "A1", "政务公开", "word", "信 息", "公\n", "规章", "总计", "自然人", "商业企业"),
}
"""What readers look for, by kind."""


def _labels() -> tuple[str, ...]:
    labels = {row.label for form in FORMS for table in form.tables for row in table.rows}
    columns = {column.label for form in FORMS for table in form.tables for block in table.blocks for column in block.columns}
    return tuple(sorted(labels | columns))


LABELS = _labels()


class Shape(NamedTuple):
    """How a text is made, of any size."""

    begin: str
    unit: str
    end: str
    close: str = ""

    def text(self, size: int) -> str:
        """Return a text of about this size."""
        inner = max(1, size // len(self.unit + self.close))
        varied = self.unit
        if "#N#" in varied:
            body = "".join(varied.replace("#N#", str(number)) for number in range(inner))
        else:
            body = varied * inner
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

    clean = "".join(character if character.isprintable() or character == "\n" else " " for character in text)
    body = "".join(map(line, clean.split("\n")))
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')
    return held.getvalue()


def _grid(text: str) -> list[list[list[str]]]:
    return [[line.split("|") for line in part.split("\n")] for part in text.split("\n\n")]


def stages_of(text: str, way: str, clock: Callable[[], float] = time.process_time) -> Iterator[Stage]:
    """Yield what each step took of reading a text in one way: an adapter, `surest`, `docx`, `grid` or `repairs`."""

    def timed(name: str, job: Callable[[], object]) -> object:
        start = clock()
        try:
            result = job()
        except govinfo.GovInfoError:
            result = None
        done.append(Stage(f"{way}: {name}", clock() - start))
        return result

    done: list[Stage] = []
    report: object
    if way == "repairs":
        repaired = Text(text)
        for each in REPAIRS:
            if timed(f"look for {each.name}", partial(each.needed, text)):
                found = timed(f"mend {each.name}", partial(mended, repaired, each))
                repaired = found[0] if isinstance(found, tuple) else repaired
        timed("all", lambda: repair(Text(text)))
        timed("recognise", lambda: recognised(text))
        report = None
    elif way == "bytes":
        report = timed("parse", lambda: govinfo.parse(text.encode("utf-8", "surrogatepass")))
    elif way == "gbk":
        report = timed("parse", lambda: govinfo.parse(text.encode("gb18030", "replace")))
    elif way == "docx":
        content = _docx(text)
        report = timed("parse", lambda: govinfo.parse(content))
    elif way == "grid":
        grid = _grid(text)
        report = timed("parse", lambda: govinfo.parse_grid(grid))
    elif way == "surest":
        report = timed("parse", lambda: govinfo.parse(text))
    else:
        adapter = govinfo.available_adapters()[way]
        mended_text, notes = repair(Text(text))
        page = timed("read", lambda: adapter.read(mended_text))
        report = timed("bind", lambda: bind(page, way, None, notes).light()) if isinstance(page, Page) else None
    yield from done
    done.clear()
    if not isinstance(report, govinfo.Report):
        return
    own: govinfo.Report = report
    steps: dict[str, Callable[[], object]] = {
        "values": own.values,
        "figures": own.figures,
        "head": lambda: own.head,
        "sections": lambda: [(section.title, section.text) for section in own.sections],
        "notes": lambda: [own.quote(note.span) for note in own.notes if note.span],
        "claims": lambda: own.claims,
        "check": lambda: list(govinfo.check(own)),
        "to_json": own.to_json,
        "suggest": lambda: govinfo.suggest(own),
        "explain": lambda: [own.explain(str(address)) for address in own.addresses[:3]],
        "repr": lambda: (repr(own), own._repr_html_()),
    }
    for name, step in steps.items():
        timed(name, step)
        yield from done
        done.clear()
    made = own.to_json()
    timed("from_json", lambda: govinfo.Report.from_json(made))
    yield from done


WAYS = (*govinfo.available_adapters(), "surest", "docx", "grid", "repairs", "bytes", "gbk")


class Found(NamedTuple):
    """How a stage grew on one shape."""

    growth: float
    cost: float
    size: int
    stage: str
    way: str
    shape: Shape


def measured(shape: Shape, way: str, largest: int, least: float) -> dict[str, Found]:
    """Return each stage's growth, at the largest size that does not take too long."""
    found: dict[str, Found] = {}
    size, before = 5_000, dict[str, float]()
    lengths = 1
    while size <= largest:
        text = shape.text(size)
        now: dict[str, float] = {}
        try:
            with _within(8):
                for stage in stages_of(text, way):
                    now[stage.name] = stage.seconds
        except _TooLongError:
            found[f"{way}: stuck"] = Found(99, 1e6, size, f"{way}: stuck after {list(now)[-1:]}", way, shape)
            break
        per_floor = _floor(text)
        for name, seconds in now.items():
            if seconds < least:
                continue
            growth = seconds / before[name] * lengths / len(text) * 2 if before.get(name) else 1.0
            if name not in found or growth > found[name].growth or size > found[name].size:
                found[name] = Found(growth, seconds / per_floor, size, name, way, shape)
        before, lengths, size = now, len(text), size * 2
        if max(now.values(), default=0) > 2:
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
    unit = "".join(chance.choice(chance.choice(chosen)) for _ in range(chance.choice((1, 1, 2, 2, 3, 4, 6, 9))))
    if chance.random() < 0.4:
        unit += chance.choice(("\n", "\n#N#\n", "#N#\n", " #N#", "\n\n", "|#N#|#N#\n", "|"))
    begin = BEGINNINGS[chance.choice(list(BEGINNINGS))] if chance.random() < 0.6 else ""
    end = BEGINNINGS[chance.choice(list(BEGINNINGS))] if chance.random() < 0.4 else ""
    close = chance.choice(chance.choice(kinds)) if chance.random() < 0.15 else ""
    return Shape(begin + chance.choice(("", "\n")), unit, chance.choice(("", "\n")) + end, close)


def changed(shape: Shape, chance: random.Random) -> Shape:
    """Return a neighbour of a shape."""
    other = shapes(chance)
    which = chance.randrange(6)
    if which == 0:
        return shape._replace(begin=other.begin)
    if which == 1:
        return shape._replace(end=other.end)
    if which == 2:  # noqa: PLR2004
        return shape._replace(unit=shape.unit + other.unit)
    if which == 3:  # noqa: PLR2004
        cut = chance.randrange(len(shape.unit))
        return shape._replace(unit=(shape.unit[:cut] + shape.unit[cut + 1 :]) or other.unit)
    if which == 4:  # noqa: PLR2004
        cut = chance.randrange(len(shape.unit) + 1)
        return shape._replace(unit=shape.unit[:cut] + other.unit + shape.unit[cut:])
    return shape._replace(close=other.close)


def main() -> None:
    """Search, and print the worst of each stage."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--seconds", type=float, default=300, help="how long to search (default 300)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--largest", type=int, default=80_000, help="characters of the largest text (default 80000)")
    parser.add_argument("--ways", nargs="*", default=WAYS, help="adapters and other ways of reading (default all)")
    parser.add_argument("--least", type=float, default=0.02, help="seconds below which a stage does not count")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    stop = time.monotonic() + options.seconds
    worst: dict[str, Found] = {}
    tried = 0
    while time.monotonic() < stop:
        if worst and chance.random() < 0.5:
            old = chance.choice(sorted(worst.values(), key=lambda one: -one.growth)[:20])
            shape, way = changed(old.shape, chance), old.way
        else:
            shape, way = shapes(chance), chance.choice(options.ways)
        tried += 1
        try:
            seen = measured(shape, way, options.largest, options.least)
        except Exception as error:  # noqa: BLE001 (a crash is a result)
            print(f"CRASH {way} {error!r:.200} {shape.unit!r} {shape.close!r}", flush=True)
            continue
        for name, one in seen.items():
            if one.growth > 2.6:
                # Once more: a growth that comes back is one.
                again = measured(shape, way, options.largest, options.least).get(name)
                if again is None or again.growth < 2.6:
                    continue
                one = min(one, again, key=lambda each: each.growth)
            if name not in worst or (one.growth, one.cost) > (worst[name].growth, worst[name].cost):
                worst[name] = one
                if one.growth > 2.6:
                    print(_line(one), flush=True)
    print(f"--- {tried} shapes tried")
    for one in sorted(worst.values(), key=lambda one: (-one.growth, -one.cost))[:60]:
        print(_line(one))


def _line(one: Found) -> str:
    shape = one.shape
    unit = shape.unit if len(shape.unit) < 80 else shape.unit[:80] + "…"
    return (
        f"{one.growth:6.2f}x {one.cost:9.0f} floors at {one.size:7} {one.stage:30} "
        f"{shape.begin[:15]!r}…{shape.begin[-20:]!r} {unit!r} {shape.close!r} {shape.end[:20]!r}"
    )


if __name__ == "__main__":
    main()
