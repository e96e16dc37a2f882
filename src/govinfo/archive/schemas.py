"""The tables of an archive: their columns, what each holds, and what it is called.

`WRITTEN` is the one source for the Arrow schemas, the data package and the sheets of labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Any, NamedTuple

import pyarrow as pa

from govinfo.codebook import dictionary
from govinfo.forms import FORMS
from govinfo.frames import KEYS, LABELS, REGION
from govinfo.quantities import series
from govinfo.wording import Lang

__all__ = [
    "SCHEMAS",
    "STORED",
    "TABLES",
    "WRITTEN",
    "WRITTEN_SCHEMAS",
    "TableColumn",
    "Tables",
    "encoded",
    "finding_columns",
    "reader_version",
    "wide_labels",
]


_TYPES = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "truth": pa.bool_(),
}


_EVERY_FORM = tuple(form.id for form in FORMS)


class TableColumn(NamedTuple):
    """One column of a table."""

    name: str
    holds: str
    """`text`, `whole`, `number`, `date` or `truth`."""
    zh: str
    en: str
    unit: str = ""
    forms: tuple[str, ...] = _EVERY_FORM
    """The forms that have a number for it."""

    def label(self, lang: Lang) -> str:
        """Return what the column is called in a language."""
        return self.zh if lang == "zh" else self.en

    def arrow_field(self) -> pa.Field:
        """Return the field of the Arrow schema, with the labels as metadata."""
        metadata = {
            "label_zh": self.zh,
            "label_en": self.en,
            "unit": "see column unit" if self.name == "value" else self.unit,
            "forms": ", ".join(self.forms),
        }
        return pa.field(self.name, _TYPES[self.holds], metadata=metadata)


_SOURCE = TableColumn("source_id", "text", "来源（文件路径或编号）", "source: a path or a number")
_AGENCY = TableColumn("agency", "text", "发布机构", "body that wrote the report")
_YEAR = TableColumn("year", "whole", "报告年度", "year of the report")
_FORM = TableColumn("form", "text", "格式", "form of the report")
_START = TableColumn(
    "start", "whole", "起始位置（字符，从0起）", "first character in the source text, from 0"
)
_END = TableColumn(
    "end", "whole", "结束位置（字符）", "character after the last one in the source text"
)

TABLES: dict[str, tuple[TableColumn, ...]] = {
    "reports": (
        _SOURCE,
        TableColumn("sha256", "text", "文件内容的SHA-256", "SHA-256 of the bytes"),
        TableColumn("bytes", "whole", "字节数", "bytes"),
        TableColumn("status", "text", "读取结果", "read, not_a_report, failed or lost"),
        TableColumn("error", "text", "未能读取的原因", "why it was not read"),
        _FORM,
        TableColumn("method", "text", "读取方式", "adapter and strategy that read the cells"),
        TableColumn("title", "text", "标题", "title"),
        _AGENCY,
        TableColumn("agency_level", "text", "机构层级", "level of the body, as its name shows"),
        TableColumn("agency_id", "text", "机构编号（更名后不变）", "body, over the years"),
        TableColumn("region_code", "text", "行政区划代码", "code of its place by GB/T 2260"),
        TableColumn("region_edition", "whole", "行政区划代码版本年", "year of the table of codes"),
        TableColumn("province", "text", "省级", "province"),
        TableColumn("city", "text", "地级", "prefecture or city of that rank"),
        TableColumn("county", "text", "县级", "county, district, or city of that rank"),
        TableColumn("level", "text", "所属层级", "level of the government of the body"),
        _YEAR,
        TableColumn("period_start", "date", "统计期限起", "first day of the period"),
        TableColumn("period_end", "date", "统计期限止", "last day of the period"),
        TableColumn("published", "date", "发布日期", "day of publication"),
        TableColumn("created", "date", "成文日期", "day the document was made"),
        TableColumn("signed", "date", "落款日期", "day under the signature"),
        TableColumn("printed", "whole", "有数字的单元格数", "cells with a number"),
        TableColumn("blank", "whole", "空白单元格数", "blank cells"),
        TableColumn("not_applicable", "whole", "“不适用”单元格数", "cells that say not applicable"),
        TableColumn("illegible", "whole", "无法辨认的单元格数", "cells that cannot be read"),
        TableColumn("absent", "whole", "文中没有的单元格数", "cells the document lacks"),
        TableColumn("inferred", "whole", "据勾稽关系推得的单元格数", "cells inferred"),
        TableColumn("notes", "whole", "读取疑点数", "doubts of the reader"),
        TableColumn(
            "within",
            "text",
            "所在来源（来源含多份报告时）",
            "source that holds it, behind another report",
        ),
        TableColumn("duplicate_of", "text", "与何来源内容相同", "source with the same bytes"),
        TableColumn(
            "same_report_as", "text", "与何来源同一机构同一年度", "source of the same body and year"
        ),
        TableColumn("version", "text", "读取程序版本", "version of the reader"),
    ),
    "figures": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        _FORM,
        TableColumn("table", "text", "表", "table"),
        TableColumn("row", "text", "行", "row"),
        TableColumn("column", "text", "列", "column"),
        TableColumn("row_label", "text", "行标签", "label of the row"),
        TableColumn("column_label", "text", "列标签", "label of the column"),
        TableColumn("value", "number", "数值", "value"),
        TableColumn("unit", "text", "单位", "unit"),
        TableColumn("state", "text", "单元格状态", "state of the cell"),
        TableColumn("origin", "text", "数值来历", "read, or inferred"),
        TableColumn("raw", "text", "原文", "characters as printed"),
        _START,
        _END,
    ),
    "claims": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        TableColumn("subject", "text", "所述事项", "what is counted"),
        TableColumn("subject_name", "text", "事项名称", "what is counted, in words"),
        TableColumn("kind", "text", "类型", "kind of claim"),
        TableColumn("value", "number", "数值", "value"),
        TableColumn("unit", "text", "单位", "unit"),
        TableColumn("hedged", "truth", "是否约数", "whether it is approximate"),
        TableColumn("scope", "text", "范围", "bodies it covers"),
        TableColumn("address", "text", "对应单元格", "cells with the same count"),
        TableColumn("text", "text", "原文", "characters of the figure"),
        TableColumn("sentence", "text", "所在句子", "the sentence"),
        _START,
        _END,
    ),
    "notes": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        TableColumn("code", "text", "代码", "code"),
        TableColumn("message", "text", "说明", "message"),
        _START,
        _END,
    ),
    "findings": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        TableColumn("rule", "text", "规则", "rule"),
        TableColumn("severity", "text", "严重程度", "severity"),
        TableColumn("verdict", "text", "结论", "verdict"),
        TableColumn("blame", "text", "差错归属", "where the error most likely comes from"),
        TableColumn("message", "text", "说明", "message"),
        TableColumn("left", "text", "等号左边", "left side"),
        TableColumn("right", "text", "等号右边", "right side"),
        TableColumn("line", "whole", "原文行号（从1起）", "line of the source text, from 1"),
        TableColumn("addresses", "text", "涉及的单元格", "cells it is about"),
        TableColumn("fingerprint", "text", "指纹", "fingerprint"),
    ),
}
"""The columns of each table, in order."""
WRITTEN: Mapping[str, tuple[TableColumn, ...]] = {
    **TABLES,
    "comparable": (
        *({one.name: one for one in TABLES["reports"]}[name] for name in (*KEYS, *REGION)),
        *(
            TableColumn(
                one.name,
                "whole" if one.counts else "number",
                one.label("zh"),
                one.label("en"),
                one.unit,
                one.forms,
            )
            for one in series()
        ),
    ),
}
"""The tables that are written, with one that is made of them: the panel over the years."""


Tables = dict[str, pa.RecordBatch]
"""A batch of each table by the name of the table."""


SCHEMAS: Mapping[str, pa.Schema] = {
    name: pa.schema([column.arrow_field() for column in columns])
    for name, columns in TABLES.items()
}
"""The Arrow schema of each table; the metadata of a field has its labels, unit and forms."""
WRITTEN_SCHEMAS: Mapping[str, pa.Schema] = {
    name: pa.schema([column.arrow_field() for column in columns])
    for name, columns in WRITTEN.items()
}
"""The same of each table that is written."""


_REPEATED = frozenset({*KEYS, *LABELS, "unit", "state", "origin"}) - {"year"}
"""Columns of `figures` that hold a few texts many times."""
STORED: Mapping[str, pa.Schema] = {
    **SCHEMAS,
    "figures": pa.schema(
        one.with_type(pa.dictionary(pa.int32(), pa.string())) if one.name in _REPEATED else one
        for one in SCHEMAS["figures"]
    ),
}
"""The schema of each table on its way and in the store: repeated texts stand there once."""


def encoded(tables: Tables) -> Tables:
    """Return the same tables as they travel and are stored."""
    figures = tables["figures"]
    columns = [
        column.dictionary_encode() if field.name in _REPEATED else column
        for field, column in zip(figures.schema, figures.columns, strict=True)
    ]
    return {**tables, "figures": pa.record_batch(columns, schema=STORED["figures"])}


def finding_columns(columns: Mapping[str, list[Any]]) -> dict[str, list[Any]]:
    """Return the columns of findings with texts for what may be a number or a date."""
    sides = {
        side: [None if value is None else str(value) for value in columns[side]]
        for side in ("left", "right")
    }
    return {**columns, **sides}


@cache
def reader_version() -> str:
    """Return the version of the library; another one reads every source anew."""
    return version("govinfo")


def wide_labels(lang: Lang) -> dict[str, str]:
    """Return what each column of the wide table is called."""
    heads = {column.name: column.label(lang) for column in TABLES["reports"]}
    cells = {str(variable.address): variable.label for variable in dictionary(lang)}
    return {name: heads[name] for name in (*KEYS, *REGION)} | cells
