"""The errors that people meet first: each says what was found, what is wanted, what to do, and what was meant."""

from __future__ import annotations

import base64
import io
import pickle
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import govinfo
from govinfo import archive
from govinfo.cli import main
from govinfo.consistency import rule_from_formula
from govinfo.errors import GovInfoError, NotAReport, UnknownAddress, UnreadableSource
from govinfo.forms import form_by_id
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

PATHS = [
    "report.pdf",
    "云岫市2023年政府信息公开工作年度报告.pdf",
    "/srv/reports/2023.html",
    "下载/2023 年报.docx",
    r"C:\Users\me\report.docx",
    "D:/reports/2023",
    r"\\server\share\report.pdf",
    "~/report.txt",
    "./report",
    "..",
    "reports/2023/",
    "report.PDF\n",
    '"my report.pdf"',
]


@pytest.fixture(scope="module")
def report() -> Report:
    """A report on the 2021 form."""
    return govinfo.parse(render(write(FORM2021, random.Random(7)), "pipes"))


def first_line(source: Any) -> str:
    """The first line of what is said of a source that is no report."""
    with pytest.raises(GovInfoError) as raised:
        govinfo.parse(source)
    return str(raised.value).split("\n", 1)[0]


@pytest.mark.parametrize("path", PATHS)
def test_a_path_given_as_text_is_told_in_the_first_line(path: str) -> None:
    """The line says that a str is text, and what to write to have the file read."""
    name = path.strip().strip('"')
    told = f"{name!r} is a str, which is read as text, and looks like a path. Give Path({name!r}) instead."
    assert first_line(path).endswith(told)


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (
            "https://www.yunxiu.example/report.html",
            "is a str, which is read as text, and looks like a URL",
        ),
        (
            "www.yunxiu.example/报告?year=2023",
            "looks like a URL. Nothing is fetched here: download it",
        ),
        (
            "file:///srv/my%20report.pdf",
            "looks like the URL of a file. Give Path('/srv/my report.pdf') instead.",
        ),
        (
            "reports",
            "is too short for a report. If it is the name of a file, give Path('reports').",
        ),
        (
            "",
            "the text is empty. Give the text of the report, its bytes, or the path of its file as Path(...).",
        ),
        (" \n\ufeff", "the text is empty"),
        (b"", "the content is empty"),
        (
            b"report.pdf",
            "the content is only 'report.pdf', which looks like a path. Give Path('report.pdf') instead.",
        ),
        ('{"year": 2023, "agency": null}', "looks like JSON. Take the text or the table out of it"),
        ('{"schema": "govinfo.report/1"}', "Read it with govinfo.Report.from_json(text)."),
        (
            base64.b64encode(b"%PDF-1.7 and more of it, and more" * 9).decode(),
            "looks like base64. Decode it",
        ),
        ("%PDF-1.7\n...", "is what a PDF document holds, read as characters"),
        (io.StringIO("report.pdf"), "the content is only 'report.pdf'"),
        (
            ["report.pdf"],
            "not list. Several go to `parse_many`, the rows of a table to `parse_grid`.",
        ),
        (None, "not NoneType."),
        (
            Path("https://www.yunxiu.example/report.html"),
            "Nothing is fetched here: download it first.",
        ),
    ],
    # The address of an object differs from process to process, and so would its name.
    ids=lambda value: type(value).__name__ if hasattr(value, "read") else repr(value)[:30],
)
def test_what_is_no_report_is_told_in_the_first_line(source: Any, told: str) -> None:
    """The line says what the source looks like, and what to give instead."""
    assert told in first_line(source)


def test_markup_is_no_name_of_a_file() -> None:
    """A short page of markup may be no report, but nobody gives it as a path."""
    told = "this is no annual report on government information disclosure"
    assert first_line("<html><p>正在跳转</p></html>") == told


def test_a_folder_is_told(tmp_path: Path) -> None:
    """A folder given as a path is no file; the evidence of a text that looks like nothing stays as it is."""
    with pytest.raises(UnreadableSource, match="is a directory; a file was wanted"):
        govinfo.parse(tmp_path)
    with pytest.raises(NotAReport) as raised:
        govinfo.parse("关于做好本年度工作的通知。\n请各单位遵照执行。" * 3)
    assert str(raised.value).startswith(
        "this is no annual report on government information disclosure\n  - "
    )


@given(st.text(max_size=80))
def test_any_short_text_gets_an_answer(text: str) -> None:
    """Whatever is given as text, it is `NotAReport` with its evidence, and pickles as what it is."""
    with pytest.raises(NotAReport) as raised:
        govinfo.parse(text)
    again = pickle.loads(pickle.dumps(raised.value))
    assert (str(again), again.evidence) == (str(raised.value), raised.value.evidence)


CALLS: list[tuple[str, Callable[[Report], object], type[Exception], str]] = [
    (
        "table",
        lambda r: r.tables["request"],
        KeyError,
        r"there are 'proactive', 'requests', 'review'\. .*requests\?",
    ),
    (
        "lacking",
        lambda r: _mute(r).tables["review"],
        KeyError,
        "form2021 has the table 'review', and this document",
    ),
    (
        "pair",
        lambda r: r.tables["requests"]["granted.total"],  # type: ignore[index]
        ValueError,
        r'Write table\["granted", "total"\], or re',
    ),
    (
        "triple",
        lambda r: r.tables["requests"]["requests.granted.total"],  # type: ignore[index]
        ValueError,
        r'table\["granted", "total"\]',
    ),
    (
        "place",
        lambda r: r.tables["requests"][0],  # type: ignore[index]
        TypeError,
        "by the ids of its row and its column; found 0",
    ),
    (
        "row",
        lambda r: r.tables["requests"]["grantd", "total"],
        KeyError,
        r"mean requests\.granted\.total",
    ),
    (
        "address",
        lambda r: r["requests.grantd.total"],
        KeyError,
        r"Did you mean requests\.granted\.total",
    ),
    (
        "part",
        lambda r: r["granted.total"],
        KeyError,
        r"table\.row\.column, such .*: form2021 has no cell",
    ),
    (
        "tuple",
        lambda r: r["requests", "granted", "total"],  # type: ignore[index]
        TypeError,
        "Join table, row and column by dots",
    ),
    ("list", lambda r: r[["a"]], TypeError, "an address is one text"),  # type: ignore[index]
    (
        "explain",
        lambda r: r.explain("requests.granted"),
        UnknownAddress,
        "table.row.column, such .*Did you mean requests.granted",
    ),
    (
        "rule",
        lambda _: govinfo.RULES["T3.BALANC"],
        KeyError,
        r"no rule 'T3\.BALANC'\. Did you mean T3\.BALANCE\?",
    ),
    ("case", lambda _: govinfo.RULES["t3.balance"], KeyError, r"Did you mean T3\.BALANCE\?"),
    (
        "by_rule",
        lambda r: govinfo.check(r).by_rule("T3.BALANC"),
        LookupError,
        r"Did you mean T3\.BALANCE\?",
    ),
    (
        "broken",
        lambda r: govinfo.check(r).broken[:1].by_rule("T3"),
        LookupError,
        r"Did you mean T3\.",
    ),
    (
        "verdicts",
        lambda r: govinfo.check(r, verdicts="al"),  # type: ignore[arg-type]
        ValueError,
        "one of 'problems', 'all'. Did you mean all",
    ),
    (
        "several",
        lambda r: govinfo.check(r, verdicts=["all"]),  # type: ignore[arg-type]
        ValueError,
        "one of 'problems', 'all'",
    ),
    (
        "lang",
        lambda r: _any(r).message("cn"),
        ValueError,
        "'cn'; it must be one of 'zh', 'en'. 'zh' is Chinese",
    ),
    ("blame", lambda r: _any(r).blame_reason("EN"), ValueError, r"Did you mean en\?"),
    (
        "text",
        lambda r: govinfo.check(r)[:0].text("zh-CN"),  # type: ignore[arg-type]
        ValueError,
        "it must be one of 'zh', 'en'",
    ),
    (
        "wide",
        lambda r: govinfo.to_pandas(r, wide="yes"),  # type: ignore[arg-type]
        ValueError,
        "`wide` is 'yes'; it must be True, for one row",
    ),
    ("frame", lambda r: r.to_arrow(wide=None), ValueError, "`wide` is None; it must be True"),  # type: ignore[arg-type]
    (
        "path",
        lambda _: govinfo.to_polars("a.pdf"),  # type: ignore[arg-type]
        TypeError,
        "passed is of type str, where a report",
    ),
    (
        "number",
        lambda r: govinfo.to_pandas([r, 5]),  # type: ignore[list-item]
        TypeError,
        "item 1 is of type int, where a report",
    ),
    (
        "rules",
        lambda r: govinfo.check(r, rules=["T3.BALANCE"]),  # type: ignore[arg-type]
        ValueError,
        "`rules` is of type list, where rules by their ids were wanted. Give a dict made from",
    ),
    (
        "frame",
        lambda r: govinfo.check(r, verdicts=pd.DataFrame({"a": [1, 2]})),  # type: ignore[arg-type]
        ValueError,
        "it must be one of 'problems', 'all'",
    ),
    (
        "long number",
        lambda r: r[10**5000],  # type: ignore[index]
        ValueError,
        "found <int>. Join table, row and column by dots.",
    ),
    ("batch", lambda _: archive.read_batch("folder"), ValueError, "given a str, which is one text"),
    (
        "progress",
        lambda _: archive.extract([], "x", progress=True),  # type: ignore[arg-type]
        ValueError,
        "`progress` is of type bool; a function",
    ),
    (
        "long path",
        lambda r: govinfo.parse(Path(r.source_text)),
        ValueError,
        r"cannot be read: File name too long. If it is the text of a report, give it as it is",
    ),
    ("adapter", lambda _: govinfo.parse("", adapter="pipe"), LookupError, r"Did you mean pipes\?"),
    ("adapters", lambda _: govinfo.available_adapters()["htlm"], KeyError, r"Did you mean html\?"),
    (
        "form",
        lambda _: form_by_id("form2012"),
        KeyError,
        "there is no form 'form2012'; there are 'form2021'",
    ),
    ("form's table", lambda r: r.form.table("request"), KeyError, r"Did you mean requests\?"),
    (
        "formula",
        lambda _: rule_from_formula("A", "requests.grantd.total == 0", zh="", en=""),
        ValueError,
        "mean reque",
    ),
]


def _mute(report: Report) -> Report:
    """A report in which table four is lacking."""
    text = report.source_text
    start = text.index("四、政府信息公开行政复议")
    return govinfo.parse(text[:start] + text[text.index("五、", start) :])


def _any(report: Report) -> Any:
    return govinfo.check(report, verdicts="all")[0]


@pytest.mark.parametrize(
    ("call", "kind", "told"), [case[1:] for case in CALLS], ids=[case[0] for case in CALLS]
)
def test_a_slip_is_told_with_what_was_meant(
    report: Report, call: Callable[[Report], object], kind: type[Exception], told: str
) -> None:
    """The error is one of the library's, a child of what Python raises for such a slip, and pickles."""
    with pytest.raises(GovInfoError, match=told) as raised:
        call(report)
    assert isinstance(raised.value, kind)
    assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


def test_a_rule_that_was_applied_may_have_found_nothing(report: Report) -> None:
    """`by_rule` of a rule that holds is empty; so it is of a rule that the user has added, and of no built-in then."""
    mine = rule_from_formula("MY.RULE", "requests.granted.total >= 0", zh="一", en="one")
    findings = govinfo.check(report, rules={mine.id: mine})
    assert len(govinfo.check(report).by_rule("T3.BALANCE")) == len(findings.by_rule("MY.RULE")) == 0
    with pytest.raises(GovInfoError, match=r"no rule 'T3\.BALANCE'; there are 'MY\.RULE'"):
        findings.by_rule("T3.BALANCE")


def test_tables_are_a_mapping_like_any_other(report: Report) -> None:
    """Asking whether a table is there, and for one that may be lacking, raises nothing; they pickle and compare."""
    tables = report.tables
    assert ("request" in tables, tables.get("request"), list(tables)) == (
        False,
        None,
        ["proactive", "requests", "review"],
    )
    assert pickle.loads(pickle.dumps(tables)) == tables == dict(tables)


@pytest.mark.parametrize("command", ["parse", "check"])
def test_a_text_given_as_a_file_on_the_command_line(
    report: Report, tmp_path: Path, command: str
) -> None:
    """A name that is too long for a file is told, and the other files are read."""
    file = tmp_path / "report.txt"
    file.write_text(report.source_text, encoding="utf-8")
    result = CliRunner().invoke(
        main, [command, report.source_text, str(file), "--format", "json", "--lang", "en"]
    )
    assert (result.exit_code, str(report.agency and report.agency.name) in result.stdout) == (
        2,
        True,
    )
    assert "File name too long. If it is the text of a report" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["rules", "T3.BALANC"], "there is no rule 'T3.BALANC'. Did you mean T3.BALANCE?"),
        (["rules", "nothing"], "`govinfo rules` lists them all."),
        (["explain", "FILE", "requests.grantd.total"], "Did you mean requests.granted.total"),
        (["explain", "FILE", "granted"], "an address is table.row.column"),
        (["parse", "FILE", "--adapter", "pipe"], "Did you mean pipes?"),
        (
            ["parse", "FILE", "--format", "jsn"],
            "'jsn' is not one of 'json', 'jsonl', 'csv'. Did you mean json",
        ),
        (["check", "FILE", "--format", "htm"], "Did you mean html?"),
        (["check", "FILE", "--lang", "cn"], "'cn' is not one of 'zh', 'en'."),
        (["chek", "FILE"], "No such command 'chek'. Did you mean check?"),
        (["nothing"], "The commands are parse, check, suggest"),
    ],
    ids=str,
)
def test_a_slip_on_the_command_line_is_told(
    report: Report, tmp_path: Path, arguments: list[str], told: str
) -> None:
    """Wrong usage has status 2, prints nothing, and says which word was meant."""
    file = tmp_path / "report.txt"
    file.write_text(report.source_text, encoding="utf-8")
    result = CliRunner().invoke(main, [str(file) if one == "FILE" else one for one in arguments])
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


def test_the_name_of_a_file_stands_in_chinese_quotation_marks(tmp_path: Path) -> None:
    """In Chinese an error quotes the file as it quotes everything."""
    path = tmp_path / "scan.pdf"
    path.write_bytes(b"%PDF-1.7 broken")
    with pytest.raises(govinfo.GovInfoError) as caught:
        govinfo.parse(path)
    assert caught.value.text().startswith(f"“{path}”：来源的开头与 PDF 文档相同")
