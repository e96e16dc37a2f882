"""govinfo reads China's annual reports on government information disclosure.

Their Chinese name is 政府信息公开工作年度报告.

    >>> import govinfo
    >>> report = govinfo.parse(text)
    >>> report["requests.new_received.total"].value

Every name here is loaded from its room on first use, so that importing the package costs next to
nothing.
"""

from __future__ import annotations

# Not from typing: importing that takes longer than everything else here. Type checkers know the
# name.
TYPE_CHECKING = False

if TYPE_CHECKING:
    from govinfo.adapters import Adapter, Match, available_adapters
    from govinfo.codebook import dictionary
    from govinfo.comparison import Comparison, compare
    from govinfo.consistency import (
        RULES,
        Blame,
        Finding,
        Findings,
        Rule,
        Severity,
        Verdict,
        check,
        suggest,
    )
    from govinfo.errors import (
        AdapterFailed,
        AmbiguousAdapter,
        BadAddress,
        BadArgument,
        BadDismissals,
        BadRules,
        GovInfoError,
        MissingExtra,
        NotAReport,
        UnknownAdapter,
        UnknownAddress,
        UnknownName,
        UnreadableSource,
        UnwritableArchive,
        WorkerLost,
    )
    from govinfo.figures import Address, Figure, Origin, State
    from govinfo.forms import FORMS, Form
    from govinfo.frames import to_arrow, to_pandas, to_polars
    from govinfo.geography.regions import Region
    from govinfo.many import parse_many
    from govinfo.measures import Indicators, indicators
    from govinfo.model import (
        Agency,
        Claim,
        Considered,
        Method,
        Note,
        Report,
        Section,
        Table,
        Unread,
    )
    from govinfo.page import Grid, Heading, Page, Paragraph, Run, Stream
    from govinfo.places import Box, Place
    from govinfo.quantities import comparable
    from govinfo.reading import parse, parse_all, parse_grid
    from govinfo.sources import Reading
    from govinfo.spans import Edit, Span, Text

_ROOMS = {
    "adapters": ("Adapter", "Match", "available_adapters"),
    "codebook": ("dictionary",),
    "comparison": ("Comparison", "compare"),
    "consistency": (
        "RULES",
        "Blame",
        "Finding",
        "Findings",
        "Rule",
        "Severity",
        "Verdict",
        "check",
        "suggest",
    ),
    "errors": (
        "AdapterFailed",
        "AmbiguousAdapter",
        "BadAddress",
        "BadArgument",
        "BadDismissals",
        "BadRules",
        "GovInfoError",
        "MissingExtra",
        "NotAReport",
        "UnknownAdapter",
        "UnknownAddress",
        "UnknownName",
        "UnreadableSource",
        "UnwritableArchive",
        "WorkerLost",
    ),
    "figures": ("Address", "Figure", "Origin", "State"),
    "forms": ("FORMS", "Form"),
    "frames": ("to_arrow", "to_pandas", "to_polars"),
    "geography.regions": ("Region",),
    "many": ("parse_many",),
    "measures": ("Indicators", "indicators"),
    "model": (
        "Agency",
        "Claim",
        "Considered",
        "Method",
        "Note",
        "Report",
        "Section",
        "Table",
        "Unread",
    ),
    "page": ("Grid", "Heading", "Page", "Paragraph", "Run", "Stream"),
    "places": ("Box", "Place"),
    "quantities": ("comparable",),
    "reading": ("parse", "parse_all", "parse_grid"),
    "sources": ("Reading",),
    "spans": ("Edit", "Span", "Text"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__version__ = "0.1.0"

__all__ = [
    "FORMS",
    "RULES",
    "Adapter",
    "AdapterFailed",
    "Address",
    "Agency",
    "AmbiguousAdapter",
    "BadAddress",
    "BadArgument",
    "BadDismissals",
    "BadRules",
    "Blame",
    "Box",
    "Claim",
    "Comparison",
    "Considered",
    "Edit",
    "Figure",
    "Finding",
    "Findings",
    "Form",
    "GovInfoError",
    "Grid",
    "Heading",
    "Indicators",
    "Match",
    "Method",
    "MissingExtra",
    "NotAReport",
    "Note",
    "Origin",
    "Page",
    "Paragraph",
    "Place",
    "Reading",
    "Region",
    "Report",
    "Rule",
    "Run",
    "Section",
    "Severity",
    "Span",
    "State",
    "Stream",
    "Table",
    "Text",
    "UnknownAdapter",
    "UnknownAddress",
    "UnknownName",
    "Unread",
    "UnreadableSource",
    "UnwritableArchive",
    "Verdict",
    "WorkerLost",
    "__version__",
    "available_adapters",
    "check",
    "comparable",
    "compare",
    "dictionary",
    "indicators",
    "parse",
    "parse_all",
    "parse_grid",
    "parse_many",
    "suggest",
    "to_arrow",
    "to_pandas",
    "to_polars",
]


if not TYPE_CHECKING:
    # Type checkers have the names from above; shown this function, they would believe in every
    # other name too.

    def __getattr__(name: str) -> object:
        room = _HOME.get(name)
        if room is None:
            told = f"module 'govinfo' has no attribute {name!r}"
            if name.startswith("_"):  # asked for by machinery, which reads no hints
                raise AttributeError(told)
            from govinfo.errors import meant  # noqa: PLC0415 - as above

            hint = meant(name, __all__)
            raise AttributeError(f"{told}. {hint}" if hint else told)
        from importlib import import_module  # noqa: PLC0415 - as above

        value = getattr(import_module(f"govinfo.{room}"), name)
        made = vars(value).get("__getattr__") if isinstance(value, type) else None
        if made is not None and made.__module__ is None:
            # attrs makes this method without a module, and `help` on Python 3.13 wants one.
            made.__module__ = value.__module__
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
