"""The tables of an archive: their columns, what each holds, and what it is called.

`TABLES` is the one source for the Arrow schemas, the data package and the sheets of labels.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from govinfo.consistency.messages import Lang
from govinfo.errors import MissingExtra
from govinfo.forms import FORMS

try:
    import pyarrow as pa
except ImportError as error:
    raise MissingExtra("govinfo.archive", "arrow") from error

__all__ = ["SCHEMAS", "TABLES", "Column", "label_of"]


class Column(NamedTuple):
    """One column of a table."""

    name: str
    holds: str
    """`text`, `whole`, `number`, `date` or `truth`."""
    zh: str
    en: str


_SOURCE = Column("source_id", "text", "来源（文件路径或编号）", "source: a path or a number")
_AGENCY = Column("agency", "text", "发布机构", "body that wrote the report")
_YEAR = Column("year", "whole", "报告年度", "year of the report")
_FORM = Column("form", "text", "格式", "form of the report")
_START = Column(
    "start", "whole", "起始位置（字符，从0起）", "first character in the source text, from 0"
)
_END = Column("end", "whole", "结束位置（字符）", "character after the last one in the source text")

TABLES: dict[str, tuple[Column, ...]] = {
    "reports": (
        _SOURCE,
        Column("sha256", "text", "文件内容的SHA-256", "SHA-256 of the bytes"),
        Column("bytes", "whole", "字节数", "bytes"),
        Column("status", "text", "读取结果", "read, not_a_report, failed or lost"),
        Column("error", "text", "未能读取的原因", "why it was not read"),
        _FORM,
        Column("method", "text", "读取方式", "adapter and strategy that read the cells"),
        Column("title", "text", "标题", "title"),
        _AGENCY,
        Column("agency_level", "text", "机构层级", "level of the body, as its name shows"),
        _YEAR,
        Column("period_start", "date", "统计期限起", "first day of the period"),
        Column("period_end", "date", "统计期限止", "last day of the period"),
        Column("published", "date", "发布日期", "day of publication"),
        Column("created", "date", "成文日期", "day the document was made"),
        Column("signed", "date", "落款日期", "day under the signature"),
        Column("printed", "whole", "有数字的单元格数", "cells with a number"),
        Column("blank", "whole", "空白单元格数", "blank cells"),
        Column("not_applicable", "whole", "“不适用”单元格数", "cells that say not applicable"),
        Column("illegible", "whole", "无法辨认的单元格数", "cells that cannot be read"),
        Column("absent", "whole", "缺失的单元格数", "cells the document lacks"),
        Column("inferred", "whole", "据勾稽关系推得的单元格数", "cells inferred from identities"),
        Column("notes", "whole", "读取疑点数", "doubts of the reader"),
        Column("duplicate_of", "text", "与何来源内容相同", "source with the same bytes"),
        Column(
            "same_report_as", "text", "与何来源同一机构同一年度", "source of the same body and year"
        ),
        Column("version", "text", "读取程序版本", "version of the reader"),
    ),
    "figures": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        _FORM,
        Column("table", "text", "表", "table"),
        Column("row", "text", "行", "row"),
        Column("column", "text", "列", "column"),
        Column("row_label", "text", "行标签", "label of the row"),
        Column("column_label", "text", "列标签", "label of the column"),
        Column("value", "number", "数值", "value"),
        Column("unit", "text", "单位", "unit"),
        Column("state", "text", "单元格状态", "state of the cell"),
        Column("origin", "text", "数值来由", "read, or inferred"),
        Column("raw", "text", "原文", "characters as printed"),
        _START,
        _END,
    ),
    "claims": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        Column("subject", "text", "所述事项", "what is counted"),
        Column("kind", "text", "类型", "kind of claim"),
        Column("value", "number", "数值", "value"),
        Column("unit", "text", "单位", "unit"),
        Column("hedged", "truth", "是否约数", "whether it is approximate"),
        Column("scope", "text", "范围", "bodies it covers"),
        Column("address", "text", "对应单元格", "cells with the same count"),
        Column("text", "text", "原文", "characters of the figure"),
        Column("sentence", "text", "所在句子", "the sentence"),
        _START,
        _END,
    ),
    "notes": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        Column("code", "text", "代码", "code"),
        Column("message", "text", "说明", "message"),
        _START,
        _END,
    ),
    "findings": (
        _SOURCE,
        _AGENCY,
        _YEAR,
        Column("rule", "text", "规则", "rule"),
        Column("severity", "text", "严重程度", "severity"),
        Column("verdict", "text", "结论", "verdict"),
        Column("blame", "text", "可能的责任方", "where the error most likely comes from"),
        Column("message", "text", "说明", "message"),
        Column("left", "text", "左边", "left side"),
        Column("right", "text", "右边", "right side"),
        Column("line", "whole", "原文行号（从1起）", "line of the source text, from 1"),
        Column("addresses", "text", "涉及的单元格", "cells it is about"),
        Column("fingerprint", "text", "指纹", "fingerprint"),
    ),
}
"""The columns of each table, in order."""

_TYPES = {
    "text": pa.string(),
    "whole": pa.int64(),
    "number": pa.float64(),
    "date": pa.date32(),
    "truth": pa.bool_(),
}


def _schema(columns: tuple[Column, ...]) -> pa.Schema:
    forms = ", ".join(form.id for form in FORMS)
    fields = [
        pa.field(
            column.name,
            _TYPES[column.holds],
            metadata={
                "label_zh": column.zh,
                "label_en": column.en,
                "unit": "see column unit" if column.name == "value" else "",
                "forms": forms,
            },
        )
        for column in columns
    ]
    return pa.schema(fields)


SCHEMAS: Mapping[str, pa.Schema] = {name: _schema(columns) for name, columns in TABLES.items()}
"""The Arrow schema of each table; the metadata of a field has its labels, unit and forms."""


def label_of(column: Column, lang: Lang) -> str:
    """Return what a column is called in a language."""
    return column.zh if lang == "zh" else column.en
