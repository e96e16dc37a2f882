r"""Whether a text has tables of LaTeX, in which a backslash begins a command."""

from __future__ import annotations

import re

__all__ = ["TABLES", "has_latex_table"]

TABLES = (
    "tabular",
    "tabularx",
    "tabulary",
    "longtable",
    "supertabular",
    "tabu",
    "longtabu",
    "tblr",
    "array",
)
"""The environments that hold a table."""
_BEGIN = re.compile(rf"\\begin ?\{{(?:{'|'.join(TABLES)})\*?\}}")


def has_latex_table(text: str) -> bool:
    """Whether a table of LaTeX begins in a text."""
    # One character is found many times faster than a word.
    return "\\" in text and "\\begin" in text and _BEGIN.search(text) is not None
