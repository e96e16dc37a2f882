"""What a report offers and a higher floor fills in.

A `Report` has claims, a frame, a JSON form and an HTML form, but the model must not import the
rooms that make them: every arrow points down. So each room is named here once, and called through
this table when it is needed.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["SEAMS", "call"]

SEAMS: dict[str, tuple[str, str]] = {
    "read_head": ("govinfo.head.reader", "read_head"),
    "find_claims": ("govinfo.claims", "find_claims"),
    "to_dict": ("govinfo.serial", "to_dict"),
    "from_dict": ("govinfo.serial", "from_dict"),
    "to_json": ("govinfo.serial", "to_json"),
    "from_json": ("govinfo.serial", "from_json"),
    "to_pandas": ("govinfo.frames", "to_pandas"),
    "to_polars": ("govinfo.frames", "to_polars"),
    "to_arrow": ("govinfo.frames", "to_arrow"),
    "report_html": ("govinfo.rendering", "report_html"),
    "table_html": ("govinfo.rendering", "table_html"),
    "figure_html": ("govinfo.rendering", "figure_html"),
    "findings_html": ("govinfo.rendering", "findings_html"),
    "explain": ("govinfo.rendering", "explain"),
}
"""What a report can be asked for, and the module and function that answer."""


def call(name: str, *args: Any, **options: Any) -> Any:  # noqa: ANN401 - each seam has its own types
    """Call the function that fills in `name`; its module is imported on first use."""
    module, function = SEAMS[name]
    return getattr(import_module(module), function)(*args, **options)
