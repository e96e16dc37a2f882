"""The papers of an archive: `datapackage.json`, as Frictionless has it, and `dictionary.csv`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from govinfo.archive.schemas import WRITTEN, reader_version
from govinfo.codebook import dictionary, stata_name
from govinfo.rendering.spreadsheet import csv_text
from govinfo.wording import Lang

__all__ = ["write_package"]

_TYPES = {
    "text": "string",
    "whole": "integer",
    "number": "number",
    "date": "date",
    "truth": "boolean",
}
_TITLES = {
    "reports": {"zh": "来源与报告", "en": "sources and reports"},
    "figures": {"zh": "统计表数据", "en": "cells of the tables"},
    "claims": {"zh": "正文中的数字", "en": "figures stated in prose"},
    "notes": {"zh": "读取疑点", "en": "doubts of the reader"},
    "findings": {"zh": "核对结果", "en": "findings of the check"},
    "comparable": {
        "zh": "历年可比的面板数据",
        "en": "panel of what can be compared over the years",
    },
}


def write_package(out: Path, paths: Mapping[str, list[str]], lang: Lang) -> None:
    """Write both files into a folder; `paths` are the files of each table."""
    variables = dictionary(lang)
    rows = [variables[0]._fields, *variables]
    _put(out / "dictionary.csv", csv_text(rows), "utf-8-sig")
    resources = [_resource(name, files, lang) for name, files in paths.items()]
    resources.append(
        {
            "name": "dictionary",
            "path": "dictionary.csv",
            "format": "csv",
            "encoding": "utf-8-sig",
            "schema": {"fields": [{"name": name, "type": "string"} for name in rows[0]]},
        }
    )
    package = {
        "name": "govinfo",
        "title": "政府信息公开工作年度报告" if lang == "zh" else "Annual reports on disclosure",
        "created_by": f"govinfo {reader_version()}",
        "resources": resources,
    }
    _put(out / "datapackage.json", json.dumps(package, ensure_ascii=False, indent=2), "utf-8")


def _resource(name: str, files: list[str], lang: Lang) -> dict[str, Any]:
    kind = files[0].rpartition(".")[2]
    fields = [
        {"name": column.name, "type": _TYPES[column.holds], "title": column.label(lang)}
        for column in WRITTEN[name]
    ]
    if kind == "xlsx":
        # The heads of a sheet are labels.
        fields = [one | {"name": one["title"], "title": one["name"]} for one in fields]
    elif kind == "dta" and name == "comparable":
        fields = [one | {"name": stata_name(one["name"])} for one in fields]
    resource: dict[str, Any] = {
        "name": name,
        "title": _TITLES[name][lang],
        "path": files[0] if len(files) == 1 else files,
        "format": kind,
        "schema": {"fields": fields},
    }
    if kind == "xlsx":
        resource["dialect"] = {"excel": {"sheet": name}}
    return resource | ({"encoding": "utf-8-sig"} if kind == "csv" else {})


def _put(path: Path, text: str, encoding: str) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(text, encoding, newline="")
    beside.replace(path)
