"""Reports in the markup of wikis: MediaWiki's `{|`, `|-` and `||`."""

from __future__ import annotations

from collections.abc import Iterator

from govinfo.testing.drafts.draft import Draft
from govinfo.testing.drafts.printing import PLAIN, Style, printed_cell, report_lines, spread
from govinfo.testing.drafts.sheets import PrintedTable

__all__ = ["wiki"]


def wiki(
    draft: Draft, *, abreast: bool = False, attributes: bool = False, style: Style = PLAIN
) -> str:
    """Print tables as MediaWiki has them: `{|`, `|-`, one cell a line, or `||` between cells."""

    def table(sheet: PrintedTable) -> Iterator[str]:
        yield '{| class="wikitable"'
        for row in sheet.rows if attributes else ():
            yield "|-"
            for cell in row:
                spans = [
                    f'colspan="{cell.across}"' * (cell.across > 1),
                    f'rowspan="{cell.down}"' * (cell.down > 1),
                ]
                yield " ".join(
                    filter(None, ["|", *spans, "|" * any(spans), printed_cell(draft, cell, style)])
                )
        for cells in () if attributes else spread(draft, sheet, style, repeated=False):
            yield "|-"
            yield from (
                [f"| {' || '.join(cells)}"] if abreast else [f"| {cell}".rstrip() for cell in cells]
            )
        yield "|}"

    lines = report_lines(draft, table, style, heading=lambda text: f"== {text} ==")
    return "\n".join(lines) + "\n"
