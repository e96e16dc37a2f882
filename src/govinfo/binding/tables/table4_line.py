"""Where the fifteen values of table 4 begin on their line, by the lines of heads above it."""

from __future__ import annotations

from govinfo.binding.kinds import BLANK, line_above, line_around
from govinfo.binding.tables.merged_cells import has_no_borders
from govinfo.binding.tables.profile import Shape, in_grid, is_lone_text, keeps_to_the_grid
from govinfo.binding.tables.rows import RESULTS, REVIEW_WIDTH, Found
from govinfo.binding.tables.table4_heads import RESULT_HEADS

__all__ = ["has_blanks_beside", "offset_of_values"]

_LINES_ABOVE = 2
"""This many lines above the values are compared with them."""
_MOST_LINES_LOOKED_AT = 6
"""Lines that a page break leaves are not counted; no more stand there."""


def has_blanks_beside(kinds: str, begin: int, page: Shape) -> bool:
    """Whether blanks beside the values come from no border or spanned head: one may be a stray."""
    if not in_grid(kinds, begin):
        return kinds[begin] == BLANK and page.before | page.after <= {0}
    *above, run = _lines_down_to(kinds, begin)
    before, after = _borders([*above, run])
    lengths = {len(line) for line in above}
    is_longer = len(above) > 1 and len(lengths) == 1 and len(run) > max(lengths)
    return (
        is_longer
        or len(run.lstrip(BLANK)) < len(run) - before
        or len(run.rstrip(BLANK)) < len(run) - after
    )


def offset_of_values(kinds: str, row: Found, run: str, page: Shape) -> int | None:
    """Return where the values begin, the first or the last of them blank, if the page shows it."""
    if not run.strip(BLANK):
        return 0 if len(run) >= REVIEW_WIDTH else None
    if not in_grid(kinds, row.begin):
        is_bare = page.before | page.after <= {0} or has_no_borders(row.form, page.full)
        return 0 if len(run) == REVIEW_WIDTH and is_bare else None
    if not keeps_to_the_grid(kinds, row.begin):
        # The line above may lack just the results of the first proceeding, which span the line
        # above that.
        line = line_around(kinds, row.begin)
        above = line_above(kinds, line)
        if above is None or line.length - above.length != RESULTS:
            return None
        if kinds[above.begin : above.end].strip(BLANK)[:1] not in RESULT_HEADS:
            return None
    before, after = _borders(_lines_down_to(kinds, row.begin))
    return before if len(run) == before + REVIEW_WIDTH + after else None


def _lines_down_to(kinds: str, token: int) -> list[str]:
    """The line with this token, and up to two lines of the grid above it."""
    line = line_around(kinds, token)
    lines, above = [kinds[line.begin : line.end]], line_above(kinds, line)
    for _ in range(_MOST_LINES_LOOKED_AT):
        if above is None or not above.is_row or len(lines) > _LINES_ABOVE:
            break
        if above.length == line.length or not is_lone_text(kinds, above):
            lines.insert(0, kinds[above.begin : above.end])
        above = line_above(kinds, above)
    return lines


def _borders(lines: list[str]) -> tuple[int, int]:
    """How many blanks stand before and after the cells in each row of the grid: a border."""
    before = min(len(line) - len(line.lstrip(BLANK)) for line in lines)
    return before, min(len(line) - len(line.rstrip(BLANK)) for line in lines)
