"""Write the pages of forms, rules, prose, tools, comparability and the walk from the data, in English and in Chinese.

`python docs/make_tables.py` writes the pages; with `--check` it only says whether they are up to
date.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govinfo.claims import LEXICON, SUBJECTS
from govinfo.claims.doubts import DOUBTS
from govinfo.claims.lexicon import Entry, Thing, Way
from govinfo.consistency import RULES, STYLE_RULES
from govinfo.forms import FORMS, Block, Form, FormTable
from govinfo.forms.crosswalk import CROSSWALK
from govinfo.forms.indicators import INDICATORS
from govinfo.wording.subjects import subject_name

DOCS = Path(__file__).parent
SPECIMENS = DOCS.parent / "tests" / "fixtures" / "tools"

GENERATED = {
    "en": "Generated from the data by `python docs/make_tables.py`.",
    "zh": "本页由 `python docs/make_tables.py` 根据程序数据生成。",
}


def forms_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page on the forms."""
    yield from _top(lang, en="The forms", zh="报告格式")
    for form in FORMS:
        yield from _form(form, lang)


def rules_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page on the rules."""
    yield from _top(lang, en="The rules", zh="规则")
    yield from _table_head(
        lang,
        en="rule, severity, forms, statement, in symbols, basis",
        zh="规则, 严重程度, 格式, 表述, 算式, 依据",
    )
    for rule in (*RULES.values(), *STYLE_RULES.values()):
        both = {"en": f"{rule.statement.zh}<br>{rule.statement.en}", "zh": rule.statement.zh}
        symbols = rule.symbols.replace("|", "\\|")
        yield (
            f"| `{rule.id}` | {rule.severity} | {', '.join(rule.forms)} | {both[lang]} "
            f"| `{symbols}` | {rule.basis} |"
        )


def prose_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page on the figures in prose."""
    yield from _top(lang, en="Figures in prose", zh="正文里的数字")
    yield from (PROSE[lang], "")
    yield {"en": "## Subjects", "zh": "## 事项"}[lang]
    yield ""
    yield from _table_head(
        lang,
        en="subject, in Chinese, thing, events, cells, annex, earlier annex, example",
        zh="事项, 名称, 对象, 行为, 单元格, 2014 年统计表, 早期统计表, 例句",
    )
    for subject in SUBJECTS:
        cells = (subject.cells, subject.annex, subject.earlier)
        row = (subject.thing, subject.events.replace("*", "…"), *cells)
        shown = " | ".join(f"`{one}`" if one else "" for one in row)
        name = subject_name(subject.id, "zh")
        yield f"| `{subject.id}` | {name} | {shown} | {subject.example} |"
    yield ""
    yield {"en": "## Doubts", "zh": "## 存疑"}[lang]
    yield ""
    yield from _table_head(
        lang, en="doubt, what is not tied to a cell, example", zh="代号, 不与单元格对应的, 例句"
    )
    for doubt in DOUBTS:
        unties = {"en": doubt.unties, "zh": doubt.zh}[lang]
        yield f"| `{doubt.name}` | {unties} | {doubt.example} |"
    yield ""
    yield {"en": "## Words", "zh": "## 词表"}[lang]
    yield ""
    yield from _table_head(lang, en="table, id, words", zh="词表, 代号, 词语")
    for table in (LEXICON.things, LEXICON.events, LEXICON.ways, LEXICON.marks):
        for entry in table:
            yield _entry(entry)


def _entry(entry: Entry) -> str:
    """Return the row of one entry of the lexicon."""
    table = "thing" if isinstance(entry, Thing) else "way" if isinstance(entry, Way) else "word"
    words = entry.words.replace("|", "\\|")
    return f"| {table} | `{entry.id}` | `{words}` |"


PROSE = {
    "en": """\
`report.claims` holds the figures that the prose states, in the order of the text, and `report.uncounted` the numbers
that are neither a claim nor a date, a document number and the like. A lexicon knows the words, and a small grammar says
how they belong together:

* A number is read with the words between it and the number before. They name a *thing*, what happened to it (the
  *event*), by what *way*, in which *time*, and whom it is about (the *scope*).
* What they leave out is taken from the clauses before, until another thing is named. A thing that the lexicon lacks is
  another thing too. `其中`, `按…分` and `在…中` carry a list into the next sentence. A numbered paragraph that begins with
  `依申请公开` is about requests until the next number.
* A thing and an event lead to a *subject*, and the subject to a cell. A claim is tied to its cell only if nothing else
  can be meant: the scope is the body's own, the year that of the report, and no word narrows the thing.

Prose is what stands in the parts without tables, around the tables elsewhere, and in the place of a table that is
missing. Figures may be digits of any width, grouped or broken over lines, or Chinese numerals; 万 and 亿 are understood,
and so are the words that make a figure approximate. `claim.explain()` says which words gave a claim what it says.

A claim about another year has a subject that ends with `_prior_year`, `_other_year`, `_cumulative` or `_part_year`, and
no address. A `percent` or a `change` has the subject of what it is a share or a change of; the subject is `share` or
`change` if the sentence does not say. A total that is stated with its parts is a `sum`, and `claim.refers_to` of each
part is its place. `disclosed_of_a_kind` is information of one kind of which no total is stated. `declared_parts` is the number of parts that the introduction announces. A star stands for all rows
of the form that begin like this, and `…` for every event that no other subject names.

To make a new thing known, add one line to `THINGS` in `claims/lexicon.py`: a thing with a subject is counted under it.
A new event is one line in `EVENTS`. A line in `SUBJECTS` in `claims/subjects.py` leads a thing and its events to a
subject and its cells. In the words, `[a|b]` is one of these or nothing, and `{a|b}` one of them.
""",
    "zh": """\
`report.claims` 按原文次序列出正文写明的数字，`report.uncounted` 列出既不是陈述、也不是日期文号之类的数字。词表认识词语，一套小语法说明词语怎样搭配：

* 数字与它和前一个数字之间的词语一起读。这些词语说出*对象*、发生的*行为*、*途径*、*时间*，以及说的是谁（*范围*）。
* 没有说出的，取自前面的分句，直到出现另一个对象为止。词表里没有的对象也是另一个对象。“其中”“按…分”“在…中”把列举带入下一句。以“依申请公开”开头的编号段落，到下一个编号为止说的都是申请。
* 对象和行为合起来决定*事项*，事项决定单元格。只有不可能另有所指时才对应单元格：范围是本机关，年度是本报告年度，也没有限定对象的词语。

没有表格的部分、表格前后的文字，以及缺表之处的文字，都作为正文来读。全角半角、带千位分隔、跨行断开的数字，以及中文数字、“万”“亿”、表示约数的词，都能读。`claim.explain()` 说明哪些词语给出了陈述的内容。

说的是别的年度的，事项代号以 `_prior_year`、`_other_year`、`_cumulative` 或 `_part_year` 结尾，不对应单元格。`percent`（百分比）和 `change`（增减）的事项是所占或所增减的东西；句子没说的，事项为 `share` 或 `change`。合计连同分项写出的是 `sum`，各分项的 `claim.refers_to` 是合计的位置。`disclosed_of_a_kind` 是没有写出合计的某一类信息。`declared_parts` 是引言所说的报告共有几个部分。星号代表格式中以此开头的各行，“…”代表别的事项没有列出的各种行为。

要认识新的对象，在 `claims/lexicon.py` 的 `THINGS` 里加一行：写明事项的对象，就按该事项计数。新的行为是 `EVENTS` 里的一行。`claims/subjects.py` 的 `SUBJECTS` 里的一行，使对象和行为对应到事项和单元格。词语中 `[a|b]` 表示其中之一或者没有，`{a|b}` 表示其中之一。
""",
}


def tools_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page on the converters that reports come out of."""
    tools, table = _specimens("tools.json"), _specimens("expected.json")
    yield from _top(lang, en="The converters", zh="转换工具")
    yield from (TOOLS[lang].format(_cells("form2021"), _cells("form2019")), "")
    head = {
        "en": "tool, command, read by, cells, why not all",
        "zh": "工具, 命令, 适配器, 读对的格, 未读全的原因",
    }
    yield from _table_head(lang, **head)
    page = {"en": "The page itself", "zh": "网页本身"}[lang]
    for tool in [{"name": page, "version": "", "command": "", "file": "page.html"}, *tools]:
        row, command = table[tool["file"]], tool["command"].removeprefix("$ ")
        name = f"{tool['name']} {tool['version']}".strip()
        cells = ", ".join(map(str, row["cells"]))
        why = row["why"] if lang == "en" else CHINESE.get(row["why"], row["why"])
        yield f"| {name} | {command and f'`{command}`'} | {_readers(row['adapter'])} | {cells} | {why} |"


TOOLS = {
    "en": """\
Many reports reach you as the output of a converter. This page shows how much of it govinfo reads.

Two reports of fictional places were published as web pages: one of the 2021 form with {} cells, and one of the 2019
form with {} cells, some of them blank. Each tool converted both pages with its usual options, and `govinfo.parse` read
the output. A cell counts if its value and its state are right. The other cells are absent or illegible, and a note says
why. `tests/fixtures/tools/make.py` makes the specimens again; `tests/toolwork.py` counts.""",
    "zh": """\
到手的报告，常常是某个工具转换出来的文本。本页列出这些文本各能读出多少。

两份虚构地方的报告先做成网页：2021 年格式的一份有 {} 格；2019 年格式的一份有 {} 格，其中有空白格。每个工具按通常的选项转换这两个网页，再由 `govinfo.parse` 读取。数值和状态都对的才计入“读对的格”（前一数为 2021 年格式，后一数为 2019 年格式）。其余各格缺失或无法辨认，都有附注说明原因。样本由 `tests/fixtures/tools/make.py` 重新生成，由 `tests/toolwork.py` 计数。""",
}

CHINESE = {
    "a blank cell leaves nothing behind": "空白格不留痕迹",
    "blank cells leave nothing behind": "空白格不留痕迹",
    "blank cells leave nothing behind, and no order is sure": "空白格不留痕迹，先后次序也不可靠",
    "blank cells of rows that no full row of figures stands above": "空白格所在的行，上方没有数字齐全的行",
    "cells that only spaces divide are not told apart yet": "只以空格分隔的格，目前还分不开",
    "of digits that no total bears out several readings are left; blank cells leave nothing behind": "没有总计可验证的数字有几种切法；空白格不留痕迹",
    "pages are cut into grids at random": "页面被随意切成表格",
    "where cells are blank nothing shows which": "看不出空白的是哪几格",
}
"""The reasons that the data give in English; one that is not here is shown in English."""


def comparability_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page on what may be compared across generations."""
    yield from _top(lang, en="What may be compared", zh="跨年可比性")
    yield from (COMPARABILITY[lang], "")
    head = {
        "en": "quantity, counted in, may be compared, what differs, claims",
        "zh": "数量, 所在单元格, 可以相比的格式, 差别, 正文事项",
    }
    yield from _table_head(lang, **head)
    for quantity in CROSSWALK:
        cells = "<br>".join(f"{form}: `{cell}`" for form, cell in quantity.cells.items())
        groups = "<br>".join(" – ".join(group) for group in quantity.comparable)
        subject = ""
        if quantity.subject:
            subject = f"{subject_name(quantity.subject, 'zh')}<br>`{quantity.subject}`"
        name = {"en": f"{quantity.zh}<br>{quantity.en}", "zh": quantity.zh}[lang]
        why = quantity.why if lang == "en" else quantity.why_zh
        yield f"| {name} | {cells} | {groups} | {why} | {subject} |"


COMPARABILITY = {
    "en": """\
The five generations of the form count similar things in different ways. Forms on one line of the third column count the
same thing, so you may compare them. Forms on different lines count different things, for the reason given. A cell of
one generation never has an address of another. The last column names claims: figures in prose, found in reports of
every year. Each office decides what it counts in prose.

`govinfo.forms.crosswalk.CROSSWALK` holds the same data: `quantity.cells`, `quantity.may_compare(one, other)`.""",
    "zh": """\
五版格式所数的事情大体相同，口径却不一样。第三列写在同一行的格式口径一致，可以相比；写在不同行的不能相比，原因见“差别”一列。一版格式的单元格，绝不会存在另一版格式的地址下。最后一列是正文里的数字，各年度的报告都有；正文怎么计数，由各机关自定。

同样的数据在 `govinfo.forms.crosswalk.CROSSWALK`：`quantity.cells`、`quantity.may_compare(one, other)`。""",
}


def indicators_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page on the indicators."""
    yield from _top(lang, en="Indicators", zh="指标")
    yield from (MEASURED, MEASURES[lang], "")
    head = {"en": "indicator, name, formula, meaning", "zh": "指标, 名称, 算式, 含义"}
    yield from _table_head(lang, **head)
    for one in INDICATORS:
        name = {"en": f"{one.zh}<br>{one.en}", "zh": one.zh}[lang]
        meaning = one.meaning_en if lang == "en" else one.meaning_zh
        formula = f"`100 * ({one.numerator}) / ({one.denominator})`"
        yield f"| `{one.id}` | {name} | {formula} | {meaning} |"


MEASURED = """\
```pycon
>>> import govinfo
>>> from pathlib import Path
>>> report = govinfo.parse(Path("examples/reports/form2021-stacked.txt"))
>>> found = govinfo.indicators(report)
>>> found.by_indicator("grant_rate")[0].value
94.44444444444444
>>> found.by_indicator("denial_third_party_share")[0].reason("en")
'the denominator is 0'

```
"""

MEASURES = {
    "en": """\
`indicators` takes one report, or many. Each value counts for each hundred. It is missing, and never 0, where a cell of its formula has
no number, where the denominator is 0, where the form does not count it, or where the part is larger than the whole; `reason()` says
which. `to_pandas()` has one row for each report and indicator.

Of several reports, `rank` is the place among the bodies of one year (1 is the largest value), and `change` the difference from the
same body's report for the year before, in points of a hundred. Two reports of one body for one year have neither.

Articles are those of the Regulation of 2019 (国务院令第711号). A star stands for all rows that begin so. The formulas are data:
`govinfo.forms.indicators.INDICATORS`.""",
    "zh": """\
`indicators` 接受一份或多份报告，每个值都按每百件计。算式里有一格没有数字、分母为 0、本版格式不统计，或部分大于总数时，值为缺失，绝不是 0；`reason()` 说明是哪一种。`to_pandas()` 每份报告、每个指标一行。

有多份报告时，`rank` 是同一年度各机关中的位次（1 为最大），`change` 是与同一机关上年报告之差（百分点）。同一机关同一年度有两份报告的，两项都没有。

条款均指2019年《政府信息公开条例》（国务院令第711号）。星号代表以此开头的各行。算式本身就是数据：`govinfo.forms.indicators.INDICATORS`。""",
}


def walk_page(lang: str) -> Iterator[str]:
    """Yield the lines of the page that follows one text through the code."""
    # In a process of its own: what this one has asked for is in its caches.
    done = subprocess.run(
        [sys.executable, DOCS / "walk.py"], capture_output=True, check=True, encoding="utf-8"
    )
    yield from _top(lang, en="The way of one text", zh="一篇文本的历程")
    yield from (WALK[lang], "", "```text")
    for step in json.loads(done.stdout):
        mark = "  (handed on)" if step["goes_up"] else ""
        yield f"{'    ' * step['depth']}{step['function']}{mark}"
    yield "```"


WALK = {
    "en": """\
This page shows which functions read and check one text, in the order in which they run. `govinfo.parse` reads the sample
`examples/reports/form2021-stacked-pipes.txt`, and `govinfo.check` checks the report.

A line is the first call of a function from another package. The function is called by the package of the nearest line
above it that stands further to the left. Calls inside a package are left out, and so are the packages that every stage
uses: `spans`, `errors` and `notes`.

Each step goes down: a package calls only packages on lower floors. There is one exception. A report finds its head and
its claims when somebody asks for them. Both are made by higher floors, so a method of the report hands on to them.
`ignore_imports` in `pyproject.toml` lists every place that may do so. A test checks this for every line.""",
    "zh": """\
本页按运行顺序列出读取并核查一篇文本的函数：`govinfo.parse` 读取示例 `examples/reports/form2021-stacked-pipes.txt`，`govinfo.check` 核查读出的报告。

每一行是一个函数第一次被别的包调用；调用它的包，是上方最近的、缩进更少的那一行所在的包。包内部的调用不列出，各阶段都用到的 `spans`、`errors`、`notes` 也不列出。

每一步都向下走：一个包只调用更低层的包。例外只有一种：报告的头部信息和正文里的数字，等到有人要时才去找，而找它们的代码在更高层，所以由报告的方法转交（标有 handed on）。`pyproject.toml` 里的 `ignore_imports` 列出了所有可以这样做的地方。每一行是否如此，有测试检查。""",
}


def _top(lang: str, *, en: str, zh: str) -> tuple[str, ...]:
    return (f"# {en if lang == 'en' else zh}", "", GENERATED[lang], "")


def _table_head(lang: str, *, en: str, zh: str) -> tuple[str, str]:
    columns = (en if lang == "en" else zh).split(", ")
    return f"| {' | '.join(columns)} |", "|---" * len(columns) + "|"


def _cells(page: str) -> int:
    return len(_specimens(f"{page}/truth.json")["cells"])


def _specimens(file: str) -> Any:  # noqa: ANN401 - whatever the file holds.
    return json.loads((SPECIMENS / file).read_text(encoding="utf-8"))


def _readers(names: list[str]) -> str:
    """The adapters that read both pages; a name with a capital letter is an error, and shown as a dash."""
    return ", ".join(f"`{name}`" if name.islower() else "–" for name in dict.fromkeys(names))


def _form(form: Form, lang: str) -> Iterator[str]:
    yield from (f"## {form.id}: {form.name}", "")
    if lang == "en":
        yield from (
            f"Report years {form.first_year} to {form.last_year or 'now'}; {form.basis}.",
            "",
        )
    else:
        yield from (
            f"报告年度：{form.first_year} 年至{f' {form.last_year} 年' if form.last_year else '今'}；{form.basis}。",
            "",
        )
    yield from _table_head(lang, en="section, heading, other wordings", zh="部分, 标题, 其他写法")
    yield from (f"| `{s.id}` | {s.title} | {'、'.join(s.aliases)} |" for s in form.sections)
    yield ""
    for table in form.tables:
        yield from (f"### `{table.id}`: {table.title}", "")
        if table.is_annex:
            yield from _annex(table, lang)
        for block in table.blocks if not table.is_annex else ():
            yield from _block(table, block, lang)


def _annex(table: FormTable, lang: str) -> Iterator[str]:
    """The rows of an annex, which has one block for each run of rows with the same unit."""
    columns = ", ".join(f"`{column.id}` {column.label}" for column in table.blocks[0].columns)
    if lang == "en":
        yield from (f"Columns: {columns}. A label marked † is known from memory only.", "")
    else:
        yield from (f"列：{columns}。标 † 的标签只凭记忆写成。", "")
    yield from _table_head(
        lang, en="row, label, unit, other wordings", zh="行, 标签, 单位, 其他写法"
    )
    for block in table.blocks:
        for row in block.rows:
            name, unit = (
                ("–", "") if row.header else (f"`{table.id}.{row.id}.…`", block.columns[0].unit)
            )
            yield f"| {name} | {row.label}{' †' if row.recalled else ''} | {unit} | {'、'.join(row.aliases)} |"
    yield ""


def _block(table: FormTable, block: Block, lang: str) -> Iterator[str]:
    if block.caption:
        yield from (f"{block.caption}:" if lang == "en" else f"{block.caption}：", "")
    columns = ", ".join(f"`{c.id}` {c.label} ({c.unit})" for c in block.columns)
    yield from (f"Columns: {columns}." if lang == "en" else f"列：{columns}。", "")
    yield from _table_head(lang, en="row, label, other wordings", zh="行, 标签, 其他写法")
    for row in block.rows:
        name = "–" if row.header else f"`{table.id}.{row.id}.…`"
        yield f"| {name} | {row.label} | {'、'.join(row.aliases)} |"
    yield ""


PAGES = {
    "forms": forms_page,
    "rules": rules_page,
    "prose": prose_page,
    "tools": tools_page,
    "comparability": comparability_page,
    "indicators": indicators_page,
    "walk": walk_page,
}
ENDINGS = {"en": ".md", "zh": ".zh.md"}


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them; returns the exit status."""
    stale = []
    for name, lines in PAGES.items():
        for lang, ending in ENDINGS.items():
            text = "\n".join(lines(lang)).rstrip() + "\n"
            path = DOCS / f"{name}{ending}"
            if "--check" not in arguments:
                path.write_text(text, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != text:
                stale.append(path.name)
    for file in stale:
        print(
            f"docs/{file} is not what the data say: run python docs/make_tables.py", file=sys.stderr
        )
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
