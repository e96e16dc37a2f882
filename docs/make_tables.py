"""Write the pages of forms, rules, prose and tools from the data; `--check` only says whether they are up to date."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from govinfo.claims import PATTERNS, Pattern
from govinfo.consistency import RULES
from govinfo.forms import FORMS, Block, Form, Table
from govinfo.forms.crosswalk import CROSSWALK

DOCS = Path(__file__).parent
SPECIMENS = DOCS.parent / "tests" / "fixtures" / "tools"


def forms_page() -> Iterator[str]:
    """Yield the lines of the page on the forms."""
    yield from ("# The forms", "", "Generated from the data by `python docs/make_tables.py`.", "")
    for form in FORMS:
        yield from _form(form)


def rules_page() -> Iterator[str]:
    """Yield the lines of the page on the rules."""
    yield from ("# The rules", "", "Generated from the data by `python docs/make_tables.py`.", "")
    yield from ("| rule | severity | forms | statement | basis |", "|---|---|---|---|---|")
    for rule in RULES.values():
        statement = f"{rule.statement.zh}<br>{rule.statement.en}"
        yield f"| `{rule.id}` | {rule.severity} | {', '.join(rule.forms)} | {statement} | {rule.basis} |"


def prose_page() -> Iterator[str]:
    """Yield the lines of the page on what the prose says."""
    subjects: dict[str, list[Pattern]] = {}
    for pattern in PATTERNS:
        subjects.setdefault(pattern.subject, []).append(pattern)
    yield from ("# What the prose says", "", "Generated from the data by `python docs/make_tables.py`.", "")
    yield from (_PROSE, "", "| subject | kinds | cells | examples |", "|---|---|---|---|")
    for subject, patterns in subjects.items():
        kinds = ", ".join(dict.fromkeys(pattern.kind for pattern in patterns))
        cells = " or ".join(dict.fromkeys(f"`{pattern.address}`" for pattern in patterns if pattern.address))
        examples = "<br>".join(dict.fromkeys(pattern.example for pattern in patterns))
        yield f"| `{subject}` | {kinds} | {cells} | {examples} |"


_PROSE = """\
`report.claims` holds the figures that the prose states, in the order of the text. Each is read by the words around it
in its sentence: in digits of any width, grouped or broken over lines, in Chinese numerals, with 万 and 亿, and with the
words that make it inexact. What counts none of the things below is no claim: years, dates, articles, document and
telephone numbers.

A claim of another year than the report's has a subject that ends with `_prior_year`, `_other_year` or `_cumulative`,
and is tied to no cell. `percent` and `change` have the subject of what they are a share or a change of, or `share`
and `change` where the sentence does not say; a total that is given with its parts is a `sum`. `declared_parts` is how
many parts the introduction announces. A star stands for all rows of the form that begin so."""


def tools_page() -> Iterator[str]:
    """Yield the lines of the page on the tools that reports come out of."""
    tools, table = _specimens("tools.json"), _specimens("expected.json")
    yield from ("# The tools", "", "Generated from the data by `python docs/make_tables.py`.", "")
    yield from (_TOOLS.format(_cells("form2021"), _cells("form2019")), "")
    yield from ("| tool | command | read by | cells | why not all |", "|---|---|---|---|---|")
    for tool in [{"name": "The page itself", "version": "", "command": "", "file": "page.html"}, *tools]:
        row, command = table[tool["file"]], tool["command"].removeprefix("$ ")
        name = f"{tool['name']} {tool['version']}".strip()
        cells = ", ".join(map(str, row["cells"]))
        yield f"| {name} | {command and f'`{command}`'} | {_readers(row['adapter'])} | {cells} | {row['why']} |"


def comparability_page() -> Iterator[str]:
    """Yield the lines of the page on what may be compared across generations."""
    yield from ("# What may be compared", "", "Generated from the data by `python docs/make_tables.py`.", "")
    yield from (_COMPARABILITY, "")
    yield from ("| quantity | counted in | may be compared | what differs | claims |", "|---|---|---|---|---|")
    for quantity in CROSSWALK:
        cells = "<br>".join(f"{form}: `{cell}`" for form, cell in quantity.cells.items())
        groups = "<br>".join(" – ".join(group) for group in quantity.comparable)
        subject = f"`{quantity.subject}`" if quantity.subject else ""
        yield f"| {quantity.zh}<br>{quantity.en} | {cells} | {groups} | {quantity.why} | {subject} |"


_COMPARABILITY = """\
Five generations of the form count much the same things, and not in the same way. Forms on one line of the third column
may be set side by side; forms on different lines may not, for the reason given. A cell of one generation never stands
under an address of another. The claims of the last column are figures of the prose, found in reports of every year;
what an office counts in its prose is its own affair.

`govinfo.forms.crosswalk.CROSSWALK` is the same as data: `quantity.cells`, `quantity.may_compare(one, other)`."""


_TOOLS = """\
One report of the 2021 form, with {} cells, and one of the 2019 form, with {} cells of which some are blank, were
published as web pages (of places that do not exist) and given to each tool, with its usual options; what it made of
them was given to `govinfo.parse`. A cell counts when its value and its state are right. The others are absent or
illegible, and a note says why. `tests/fixtures/tools/make.py` makes the specimens anew, `tests/toolwork.py` the
counts."""


def _cells(page: str) -> int:
    return len(_specimens(f"{page}/truth.json")["cells"])


def _specimens(file: str) -> Any:  # noqa: ANN401 - whatever the file holds.
    return json.loads((SPECIMENS / file).read_text(encoding="utf-8"))


def _readers(names: list[str]) -> str:
    """The adapters of both pages; where there is none, the error has no small letter in front."""
    return ", ".join(f"`{name}`" if name.islower() else "–" for name in dict.fromkeys(names))


def _form(form: Form) -> Iterator[str]:
    years = f"{form.first_year} to {form.last_year or 'now'}"
    yield from (f"## {form.id}: {form.name}", "", f"Report years {years}; {form.basis}.", "")
    yield from ("| section | heading | other wordings |", "|---|---|---|")
    yield from (f"| `{s.id}` | {s.title} | {'、'.join(s.aliases)} |" for s in form.sections)
    yield ""
    for table in form.tables:
        yield from (f"### `{table.id}`: {table.title}", "")
        if table.is_annex:
            yield from _annex(table)
        for block in table.blocks if not table.is_annex else ():
            yield from _block(table, block)


def _annex(table: Table) -> Iterator[str]:
    """The rows of an annex, which has one block for each run of rows with the same unit."""
    columns = ", ".join(f"`{column.id}` {column.label}" for column in table.blocks[0].columns)
    yield from (f"Columns: {columns}. A label marked † is recalled, not seen.", "")
    yield from ("| row | label | unit | other wordings |", "|---|---|---|---|")
    for block in table.blocks:
        for row in block.rows:
            name, unit = ("–", "") if row.header else (f"`{table.id}.{row.id}.…`", block.columns[0].unit)
            yield f"| {name} | {row.label}{' †' if row.recalled else ''} | {unit} | {'、'.join(row.aliases)} |"
    yield ""


def _block(table: Table, block: Block) -> Iterator[str]:
    if block.caption:
        yield from (f"{block.caption}:", "")
    columns = ", ".join(f"`{c.id}` {c.label} ({c.unit})" for c in block.columns)
    yield from (f"Columns: {columns}.", "", "| row | label | other wordings |", "|---|---|---|")
    for row in block.rows:
        name = "–" if row.header else f"`{table.id}.{row.id}.…`"
        yield f"| {name} | {row.label} | {'、'.join(row.aliases)} |"
    yield ""


PAGES = {
    "forms.md": forms_page,
    "rules.md": rules_page,
    "prose.md": prose_page,
    "tools.md": tools_page,
    "comparability.md": comparability_page,
}


def main(arguments: list[str]) -> int:
    """Write the pages, or compare them; returns the exit status."""
    stale = []
    for name, lines in PAGES.items():
        text = "\n".join(lines()).rstrip() + "\n"
        path = DOCS / name
        if "--check" not in arguments:
            path.write_text(text, encoding="utf-8")
        elif not path.exists() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
    for name in stale:
        print(f"docs/{name} is not what the data say: run python docs/make_tables.py", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
