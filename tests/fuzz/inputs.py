"""Inputs that have the shape of what people hand in, and something wrong with them in one place or in several.

Each maker throws dice for everything it decides, and reads what came of it as far as it can be
read. The dice of the fuzzer are its bytes, so that its search goes from one input to those beside
it.
"""

from __future__ import annotations

import contextlib
import io
import zipfile
from array import array
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any, Self, cast

from attrs import evolve
from click.testing import CliRunner

from everything import touch_everything
from govinfo.adapters.adapter import Adapter
from govinfo.adapters.registry import ADAPTERS, read_page
from govinfo.binding.binder import bind
from govinfo.cli import main
from govinfo.consistency import check, read_dismissals, rules_from_json, rules_to_json
from govinfo.errors import GovInfoError
from govinfo.forms import form_by_id
from govinfo.many import parse_many
from govinfo.page import Block, Grid, Heading, LooseCells, Page, Paragraph, Run, Stream
from govinfo.reading import parse, parse_grid
from govinfo.serial import from_dict, from_json, to_dict, to_json
from govinfo.spans import Span, Text
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import DIALECTS
from govinfo.testing.dialects.webpages import html
from govinfo.testing.documents.docx import DOCX_VARIANTS, archive, docx
from govinfo.testing.documents.pdf import PDF_SETTINGS, pdf
from govinfo.testing.drafts import write

__all__ = ["KINDS", "Dice", "run"]


class Dice(Random):
    """Dice that fall as the bytes of the fuzzer say, and by chance when these are used up."""

    def __new__(cls, _content: bytes) -> Self:
        """Make dice of bytes."""
        return super().__new__(cls)

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self.content, self.place = content, 0

    def getrandbits(self, k: int, /) -> int:
        """Return so many bits: those of the bytes that come next."""
        count = -(-k // 8)
        piece = self.content[self.place : self.place + count]
        if len(piece) < count:
            return super().getrandbits(k)
        self.place += count
        return int.from_bytes(piece, "little") & ((1 << k) - 1)

    def random(self) -> float:
        """Return a number below 1."""
        return self.getrandbits(16) / 65536


FORMS = [form_by_id(name) for name in ("form2021", "form2019", "narrative2008", "stats2014")]
DRAFTS = [write(form, Random(seed)) for form in FORMS for seed in (7, 8)]
TABLED = [draft for draft in DRAFTS if draft.form.is_tabular]
EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "reports").glob("*.txt"))
SAMPLES = [render(draft) for draft in DRAFTS for render in DIALECTS.values()]
SAMPLES += [html(draft) for draft in DRAFTS]
SAMPLES += [path.read_text(encoding="utf-8") for path in EXAMPLES]
_FIGURES = """
0 1 2 7 12 100 352/0 1/2 0.5 1.2.3 -1 +3 - — —1— / 无 不适用 ? 1,234 1,23 12件 1万 1万元 ３ １２ ٣ ١٢ ७ 𝟏𝟐 ² ① ⑫
〇 十二 廿 Ⅻ ½ 1e9 1e999999 nan inf None <NA> 2024年 2024年٣月1日 二〇二四年 0000-00-00 9999年99月99日 2024-02-30 100%
12.5% 0/0 第3页
"""
_MARKUP = """
| || ｜ │ <td> </td> <tr> </tr> <table> </table> <br> &#0; &#xD800; &nbsp; &amp;#49; <!-- --> <script> </script> ** #
``` \\ [x](y) (bào) 。 ； ： （ ） 总计 其他 （一） 一、 政府信息公开工作年度报告
"""
_UNSEEN = [
    "",
    " ",
    "\t",
    "\n",
    "\n\n",
    "\r\n",
    "\x0b",
    "\x07",
    "\x00",
    "\u3000",
    "\xa0",
    "\u200b",
    "\ufeff",
    "\u202e",
]
_BROKEN = ["\ufffd", "\ud800", "\udfff", "\U0010ffff", "\u0301"]
_WITHOUT_END = [
    "9" * 41,
    "9" * 4400,
    "1" * 24,
    "一" * 5000,
    "千" * 300,
    "0" * 40 + "1",
    "1." + "0" * 4400,
    "１" * 4400,
]
ODD = [
    *_FIGURES.split(),
    "- 3 -",
    "第 1 页 共 9 页",
    *_MARKUP.split(),
    *_UNSEEN,
    *_BROKEN,
    *_WITHOUT_END,
]
"""What hardly any report has, and what every report has in other places."""
WORDS = [
    line
    for draft in TABLED
    for line in DIALECTS["stacked"](draft).split("\n")
    if 0 < len(line) < 40
]
PIECES = [*dict.fromkeys(WORDS), *ODD]


def cells_of(text: str) -> list[tuple[int, int]]:
    """Return where something stands in a text between two borders, blanks or line ends."""
    places, begin = [], 0
    for at, character in enumerate(text):
        if character in "|\t,\n> <":
            if at > begin:
                places.append((begin, at))
            begin = at + 1
    return places


def wounded(text: str, dice: Random) -> str:
    """Return a text with cells and lines that are other than they were: gone, doubled, swapped, odd."""
    for _ in range(dice.randrange(1, 8)):
        how = dice.randrange(8)
        if how < 3 and (cells := cells_of(text)):
            start, end = dice.choice(cells)
            text = text[:start] + dice.choice(ODD) + text[end if dice.randrange(4) else start :]
        elif how == 3:
            name = dice.choice(list(DAMAGE))
            # Some need a line with figures, and there may be none left.
            with contextlib.suppress(IndexError, ValueError):
                text = DAMAGE[name].apply(text, dice)
        elif how == 4:
            figure = str(dice.randrange(100)) if dice.randrange(2) else dice.choice(ODD)
            often = dice.random()
            text = "".join(
                figure if one.isdigit() and dice.random() < often / 4 else one for one in text
            )
        elif how == 5:
            lines = text.split("\n")
            first, second = dice.randrange(len(lines)), dice.randrange(len(lines))
            if dice.randrange(2):
                lines[first], lines[second] = lines[second], lines[first]
            else:
                lines[first:first] = lines[min(first, second) : max(first, second)]
            text = "\n".join(lines[:2000])
        elif how == 6:
            start = dice.randrange(len(text) + 1)
            text = text[:start] + text[start + dice.choice((1, 3, 20, 300, 3000)) :]
        else:
            start = dice.randrange(len(text) + 1)
            text = (
                text[:start] + "".join(dice.choices(PIECES, k=dice.randrange(1, 6))) + text[start:]
            )
    return text[:60_000]


def text_source(dice: Random) -> None:
    """A report in some dialect, wounded, or two of them after each other."""
    source = wounded(dice.choice(SAMPLES), dice)
    if not dice.randrange(6):
        source += "\n" + wounded(dice.choice(SAMPLES), dice)
    encoding = dice.choice((None, None, None, "utf-8", "gb18030", "big5", "utf-16"))
    touch_everything(parse(source.encode(encoding, "replace") if encoding else source))


def page(dice: Random) -> None:
    """A page of blocks as a plug-in may make it, some of them impossible."""
    text = Text(
        "\n".join(dice.choices(PIECES, k=dice.randrange(1, 200)))
        if dice.randrange(2)
        else dice.choice(SAMPLES)
    )
    text = text.edited([]) if dice.randrange(2) else Text(wounded(str(text), dice))
    strange = not dice.randrange(4)
    blocks = tuple(block(text, dice, strange=strange) for _ in range(dice.randrange(6)))
    if not dice.randrange(3):
        own = dice.choice(ADAPTERS).read(text)
        blocks = (*own.blocks, *blocks) if own.text is text else blocks
    odd = Adapter(
        "odd",
        lambda _: None,
        lambda _: Page(text, blocks, bool(dice.randrange(4))),
        distribution="fuzz",
    )
    touch_everything(bind(read_page(odd, text), "odd"))


def block(text: Text, dice: Random, *, strange: bool) -> Block:
    """Return a block of any kind, with cells anywhere."""
    length = len(text)

    def span() -> Any:
        if strange and not dice.randrange(8):
            return dice.choice(
                [
                    Span(5, 3),
                    Span(-1, 2),
                    Span(0, length + 9),
                    (0, 1),
                    "cell",
                    None,
                    Span(0, cast("int", "1")),
                ]
            )
        start = dice.randrange(length + 1)
        return Span(start, min(length, start + dice.choice((0, 1, 2, 5, 30, 400, length))))

    def borders() -> array[int]:
        places = sorted(dice.randrange(length + 1) for _ in range(2 * dice.randrange(40)))
        return array("i", places[1:] if strange and not dice.randrange(4) else places)

    def cells() -> Any:
        if dice.randrange(2):
            return tuple(span() for _ in range(dice.randrange(30)))
        return tuple(Span(*cell) for cell in cells_of(str(text))[: dice.randrange(300)])

    def separator() -> str:
        return dice.choice(
            ("|", "\t", " ", "||", "、", "1") if not strange else ("", "\n", "|\n", "|")
        )

    made: list[Callable[[], Any]] = [
        lambda: Heading(span()),
        lambda: Paragraph(span()),
        lambda: Run(span()),
        lambda: LooseCells(
            span(), borders(), tuple(sorted({dice.randrange(20) for _ in range(dice.randrange(3))}))
        ),
        lambda: Stream(span(), (separator(),)),
        lambda: Stream(span(), ("\n\n", "\n")),
        lambda: Stream(span(), cells=cells()),
        lambda: Grid(span(), separator()),
        lambda: Grid(span(), rows=tuple(cells() for _ in range(dice.randrange(9)))),
        lambda: Grid(span(), rows=("row", ("cell",)) if strange else ((),)),  # type: ignore[arg-type]
    ]
    found: Block = dice.choice(made)()
    return found


def grid(dice: Random) -> None:
    """Tables as other tools hand them over: ragged, with numbers, with nothing, with what is no cell."""
    tables = [table_of(dice) for _ in range(dice.randrange(1, 4))]
    for _ in range(dice.randrange(8)):
        table = dice.choice(tables)
        row = dice.choice(table) if table else None
        how = dice.randrange(7)
        if how == 0 and table:
            table[dice.randrange(len(table))] = dice.choice(
                [None, [], "row", 7, [None], [[]], {"a": 1}]
            )
        elif how == 1 and isinstance(row, list) and row:
            odd = [
                None,
                7,
                5.0,
                float("nan"),
                Decimal("1.50"),
                Decimal("1E+9"),
                10**5000,
                True,
                b"x",
                [1],
                *ODD,
            ]
            row[dice.randrange(len(row))] = dice.choice(odd)
        elif how == 2 and isinstance(row, list):
            row.insert(dice.randrange(len(row) + 1), dice.choice(PIECES))
        elif how == 3 and isinstance(row, list) and row:
            del row[dice.randrange(len(row))]
        elif how == 4 and table:
            table.insert(dice.randrange(len(table)), list(row) if isinstance(row, list) else row)
        elif how == 5 and table:
            del table[dice.randrange(len(table))]
        elif isinstance(row, list):
            row[:] = [
                int(cell) if isinstance(cell, str) and cell.isdecimal() and len(cell) < 99 else cell
                for cell in row
            ]
    given: Any = tables if dice.randrange(4) else [row for table in tables for row in table]
    touch_everything(parse_grid(given if dice.randrange(4) else iter(given)))


def table_of(dice: Random) -> list[Any]:
    """Return the rows of a draft's tables, as lists of cells."""
    lines = DIALECTS["pipes"](dice.choice(TABLED)).split("\n")
    begin = dice.randrange(len(lines)) if not dice.randrange(3) else 0
    return [[cell.strip() for cell in line.split("|")] for line in lines[begin:] if "|" in line]


def dates(dice: Random) -> None:
    """A report whose dates are written with any digits, in any order, with anything between them."""
    digits = (
        "0123456789",
        "０１２３４５６７８９",
        "٠١٢٣٤٥٦٧٨٩",
        "०१२३४५६७८९",
        "〇一二三四五六七八九",
        "零○OＯ0二三四五六",
    )

    def number(most: int) -> str:
        written = dice.choice(digits)
        value = dice.choice((dice.randrange(most), dice.randrange(most), 0, 99, 9999, 10**9))
        if not dice.randrange(4):
            return dice.choice(
                (
                    "元",
                    "十",
                    "二十",
                    "三十一",
                    "十二",
                    "廿三",
                    "九十九",
                    "十十",
                    "",
                    "1٣",
                    "一1",
                    "²",
                )
            )
        return "".join(dice.choice((written, written, digits[0]))[int(one)] for one in str(value))

    def date() -> str:
        year, month, day = (
            dice.choice(("年", "-", ".", "/", " 年 ", "")),
            dice.choice(("月", "-", ".", "/")),
            "日",
        )
        return f"{number(3000)}{year}{number(14)}{month}{number(33)}{dice.choice((day, '', '号'))}"

    text = dice.choice(SAMPLES)
    places = [at for at, character in enumerate(text) if character in "年月日期："]
    for _ in range(dice.randrange(1, 6)):
        at = dice.choice(places)
        words = dice.choice(
            (
                date(),
                f"{date()}至{date()}",
                f"统计期限自{date()}起，到{date()}止",
                f"发布日期：{date()}",
            )
        )
        text = text[: at + 1] + words + text[at + 1 + dice.randrange(3) * 5 :]
    touch_everything(parse(text))


def json_text(dice: Random) -> None:
    """A saved report in which something is other than it was, or only a part of its JSON."""
    data = to_dict(parse(dice.choice(SAMPLES[: len(DIALECTS)] + SAMPLES[-len(EXAMPLES) :])))
    for _ in range(dice.choice((0, 1, 1, 1, 2, 4))):
        inside: Any = data
        key = dice.choice([*inside])
        while isinstance(inside[key], dict | list) and inside[key] and dice.randrange(6):
            inside = inside[key]
            key = dice.choice([*inside] if isinstance(inside, dict) else range(len(inside)))
        change(inside, key, dice)
    report = from_dict(data)
    touch_everything(report, saved=True)
    text = to_json(report)
    start = dice.randrange(len(text))
    if not dice.randrange(3):
        put = dice.choice(("", "[" * 100_000, "}", '"', "\x00", "NaN", "1" * 5000))
        from_json(text[:start] + put + text[start + 1 :])


def change(inside: Any, key: Any, dice: Random) -> None:
    """Change one thing in data: it is gone, has another name, is another thing or one of its kind."""
    odd: list[Any] = [
        None,
        True,
        -1,
        10**5000,
        10**30,
        0.5,
        float("nan"),
        "",
        "\ud800",
        "1E+999999",
        "٣",
        [],
        {},
        [[]],
        "9" * 5000,
    ]
    how, was = dice.randrange(9), inside[key]
    if how == 0:
        del inside[key]
    elif how == 1 and isinstance(was, int):
        inside[key] += dice.choice((-1, 1, 1000))
    elif how == 2 and isinstance(inside, dict):
        inside[dice.choice(PIECES)] = was
    elif how == 3:
        inside[key] = dice.choice([*inside.values()] if isinstance(inside, dict) else inside)
    elif how > 5 and isinstance(was, str | int) and not isinstance(was, bool):
        inside[key] = dice.choice(
            [one for one in [*PIECES, *range(-3, 20), 2024, 10**12] if type(one) is type(was)]
        )
    else:
        inside[key] = dice.choice(odd)


DOCX = [docx(draft, **options) for draft in TABLED[:2] for options in DOCX_VARIANTS]
PDF = [pdf(TABLED[0], setting) for setting in PDF_SETTINGS[:3]]
ELEMENTS = [
    "<w:p>",
    "</w:p>",
    "<w:tbl>",
    "</w:tbl>",
    "<w:tr>",
    "</w:tr>",
    "<w:tc>",
    "</w:tc>",
    "<w:t>",
    "</w:t>",
]
ATTRIBUTES = [
    "w:gridSpan w:val='99999'",
    "w:gridSpan w:val='-1'",
    "w:gridSpan w:val='٣'",
    "w:vMerge",
    "w:vanish",
]


def word_document(dice: Random) -> None:
    """A Word document: its markup wounded and packed again, or its bytes."""
    content = dice.choice(DOCX)
    if dice.randrange(4):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            parts = {name: opened.read(name).decode("utf-8") for name in opened.namelist()}
        for _ in range(dice.randrange(1, 6)):
            name = dice.choice(list(parts))
            marked = parts[name]
            places = [at for at, one in enumerate(marked) if one == "<"] or [0]
            at, end = dice.choice(places), dice.choice(places)
            if dice.randrange(2):
                put = dice.choice([*ELEMENTS, *(f"<{one}/>" for one in ATTRIBUTES), *PIECES])
                parts[name] = marked[:at] + put + marked[at:]
            else:
                parts[name] = (
                    marked[: min(at, end)]
                    + marked[max(at, end) if dice.randrange(2) else min(at, end) + 30 :]
                )
        content = archive(
            {name: part.encode("utf-8", "replace").decode("utf-8") for name, part in parts.items()}
        )
    else:
        content = torn(content, dice)
    touch_everything(parse(content))


def pdf_document(dice: Random) -> None:
    """A PDF document, pieces of which are others."""
    content = dice.choice(PDF)
    for _ in range(dice.randrange(1, 5)):
        at = dice.randrange(len(content))
        at = max(0, content.rfind(dice.choice((b" ", b"/", b"\n", b"<", b"obj")), 0, at))
        put = dice.choice(
            (
                b" 0 ",
                b" -1 ",
                b" 1e9 ",
                b"<< ",
                b">> ",
                b"/Kids[",
                b"]",
                b" 99999 0 R ",
                b"<FFFE>",
                b"",
                b"(\\",
            )
        )
        content = content[:at] + put + content[at + dice.randrange(9) :]
    touch_everything(parse(content if dice.randrange(3) else torn(content, dice)))


def torn(content: bytes, dice: Random) -> bytes:
    """Return bytes some of which are others, or that end too soon."""
    file = bytearray(content)
    for _ in range(dice.randrange(1, 30)):
        file[dice.randrange(len(file))] = dice.randrange(256)
    return bytes(file[: dice.randrange(len(file))] if not dice.randrange(4) else file)


def command_line(dice: Random) -> None:
    """The command line over wounded files, in every shape it can write; a bad file takes no other down."""
    with TemporaryDirectory() as folder:
        names = []
        for number in range(dice.randrange(1, 4)):
            path = Path(folder, f"{number}.txt")
            source = wounded(dice.choice(SAMPLES), dice)
            path.write_bytes(source.encode("utf-8", dice.choice(("replace", "surrogatepass"))))
            names.append(str(path))
        rules = Path(folder, "rules.json")
        rules.write_text(
            wounded(rules_to_json(), dice) if dice.randrange(2) else rules_to_json(),
            "utf-8",
            "replace",
        )
        commands = [
            ["parse", *names, "--format", dice.choice(("json", "jsonl", "csv"))],
            [
                "check",
                *names,
                "--format",
                dice.choice(("text", "json", "sarif", "html", "dismissals")),
            ],
            ["check", *names, "--lang", "en", "--rules", str(rules)],
            [
                "explain",
                names[0],
                dice.choice(("requests.new_received.total", "review", *ODD[:20])),
            ],
            ["rules", dice.choice(("T3.BALANCE", "T4.SUM", "NUM.PLAUSIBLE", "x")), *names],
            ["adapters", "--explain", names[0]],
        ]
        result = CliRunner().invoke(main, dice.choice(commands))
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code in {0, 1, 2}


def several(dice: Random) -> None:
    """Many sources at once, checked together; a bad one is an error in its place."""
    texts = [
        wounded(dice.choice(SAMPLES), dice) if dice.randrange(2) else dice.choice(SAMPLES)
        for _ in range(3)
    ]
    readings = list(parse_many([*texts, dice.choice(("", b"\xff", 7, None, "x"))]))  # type: ignore[list-item]
    assert [reading.source_id for reading in readings] == [
        f"#{number}" for number in range(len(readings))
    ]
    assert len(check(readings, verdicts="all")) >= 0


def lists(dice: Random) -> None:
    """Files of rules and of dismissed findings, wounded."""
    read = dice.choice((rules_from_json, read_dismissals))
    read(wounded(rules_to_json(), dice))


def draft(dice: Random) -> None:
    """A draft with odd numbers, in some dialect."""
    one = dice.choice(TABLED)
    numbers = (-1, 10**9, 10**45, Decimal("0.5"), Decimal("1E+5"), 0, 1, 2)
    values = {
        address: dice.choice(numbers) if not dice.randrange(30) else value
        for address, value in one.values.items()
    }
    touch_everything(parse(dice.choice(list(DIALECTS.values()))(evolve(one, values=values))))


KINDS: dict[str, Callable[[Random], None]] = {
    "text": text_source,
    "page": page,
    "grid": grid,
    "dates": dates,
    "json": json_text,
    "docx": word_document,
    "pdf": pdf_document,
    "cli": command_line,
    "several": several,
    "lists": lists,
    "draft": draft,
}
"""What is made, and the function that makes and reads it."""


def run(kind: str, content: bytes) -> bool:
    """Make and read one input; whether it gave a report and not an error of our own."""
    try:
        KINDS[kind](Dice(content))
    except GovInfoError:
        return False
    return True
