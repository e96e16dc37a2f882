"""Write the pages of the forms and of the rules from the data; `--check` only says whether they are up to date."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from govinfo.consistency import RULES
from govinfo.forms import FORMS, Block, Form, Table

DOCS = Path(__file__).parent


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


def _form(form: Form) -> Iterator[str]:
    years = f"{form.first_year} to {form.last_year or 'now'}"
    yield from (f"## {form.id}: {form.name}", "", f"Report years {years}; {form.basis}.", "")
    yield from ("| section | heading | other wordings |", "|---|---|---|")
    yield from (f"| `{s.id}` | {s.title} | {'、'.join(s.aliases)} |" for s in form.sections)
    yield ""
    for table in form.tables:
        yield from (f"### `{table.id}`: {table.title}", "")
        for block in table.blocks:
            yield from _block(table, block)


def _block(table: Table, block: Block) -> Iterator[str]:
    if block.caption:
        yield from (f"{block.caption}:", "")
    columns = ", ".join(f"`{c.id}` {c.label} ({c.unit})" for c in block.columns)
    yield from (f"Columns: {columns}.", "", "| row | label | other wordings |", "|---|---|---|")
    for row in block.rows:
        name = "–" if row.header else f"`{table.id}.{row.id}.…`"
        yield f"| {name} | {row.label} | {'、'.join(row.aliases)} |"
    yield ""


PAGES = {"forms.md": forms_page, "rules.md": rules_page}


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
