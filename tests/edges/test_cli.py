"""The command line."""

from __future__ import annotations

import csv
import io
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govinfo.cli import main
from govinfo.consistency import RULES
from govinfo.forms import FORMS, form_by_id
from govinfo.frames import COLUMNS
from govinfo.model import Report
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.testing.drafts import Draft, write

ADDRESS = "requests.new_received.total"


def draft(**values: int) -> Draft:
    """Return a consistent report on the 2021 form, with these numbers of the first row changed."""
    made = write(form_by_id("form2021"), random.Random(7))
    return made.changed(
        {f"requests.new_received.{column}": value for column, value in values.items()}
    )


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A folder with a good report, one that does not add up, a notice that is no report, and a hidden file."""
    below = tmp_path / "below"
    below.mkdir()
    (below / "good.txt").write_text(render(draft(), "pipes"), encoding="utf-8")
    (tmp_path / "broken.txt").write_text(render(draft(total=1), "pipes"), encoding="utf-8")
    (tmp_path / "notice.txt").write_text("关于报送年度报告的通知", encoding="utf-8")
    (tmp_path / ".hidden").write_text("", encoding="utf-8")
    return tmp_path


def run(*arguments: object, stdin: bytes = b"") -> Result:
    """Return what the command line does with these arguments."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def test_one_source_is_one_object(sources: Path) -> None:
    """`parse` writes the report of a lone file as one JSON object, which is the report."""
    good = sources / "below" / "good.txt"
    result = run("parse", good)
    assert (result.exit_code, result.stderr) == (0, "")
    assert json.loads(result.stdout) == parse(good).to_dict()
    assert Report.from_json(result.stdout) == parse(good)


def test_several_sources_are_an_array_and_a_bad_one_is_named(sources: Path) -> None:
    """Every readable source is in the array, the others are named on standard error, and the status is 2."""
    names = [str(sources / "notice.txt"), str(sources / "broken.txt"), str(sources / "gone.txt")]
    result = run("parse", *names)
    assert [item["source_id"] for item in json.loads(result.stdout)] == [names[1]]
    assert [line.split(": ")[1] for line in result.stderr.splitlines()] == [names[0], names[2]]
    assert result.exit_code == 2


@pytest.mark.parametrize(
    ("made", "told"),
    [
        (
            "gone.txt",
            "cannot be read: No such file or directory. Check the name; it was looked for in",
        ),
        ("empty", "no file in this folder is to be read; hidden ones, and what govinfo wrote,"),
        ("old.rtf", "The source is a rich-text document"),
    ],
)
def test_a_source_is_named_once(tmp_path: Path, made: str, told: str) -> None:
    """The message of an error begins with the source, and does not repeat its name."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "old.rtf").write_text(r"{\rtf1 }", encoding="utf-8")
    result = run("check", tmp_path / made)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"govinfo: {tmp_path / made}: {told}")


@pytest.mark.parametrize("command", ["parse", "check"])
def test_a_second_report_in_a_source_is_told(tmp_path: Path, command: str) -> None:
    """Only the first report of a file is read, and standard error says which one is not."""
    form, path = form_by_id("form2021"), tmp_path / "two.txt"
    drafts = [write(form, random.Random(7), agency="松台县水务局", year=y) for y in (2022, 2023)]
    path.write_text("\n".join(render(one, "pipes") for one in drafts), encoding="utf-8")
    result = run(command, path)
    assert result.exit_code == 0
    assert result.stderr.startswith(f"govinfo: {path}: another report stands in the source")
    assert "2023年" in result.stderr


def test_a_lone_source_that_is_no_report_gives_nothing(sources: Path) -> None:
    """Where nothing could be read, nothing is written to standard output, and the evidence is shown."""
    result = run("parse", sources / "notice.txt")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"govinfo: {sources / 'notice.txt'}: ")
    assert "\n  - " in result.stderr


def test_a_directory_stands_for_the_files_below_it(sources: Path) -> None:
    """The files are taken in order, at any depth; hidden ones are left out."""
    result = run("parse", "--format", "jsonl", sources)
    found = [json.loads(line)["source_id"] for line in result.stdout.splitlines()]
    assert found == [str(sources / "below" / "good.txt"), str(sources / "broken.txt")]
    assert ".hidden" not in result.stderr


def test_standard_input_is_read_as_bytes(sources: Path) -> None:
    """A dash stands for standard input, whatever its encoding."""
    text = (sources / "broken.txt").read_text("utf-8")
    result = run("parse", "-", "--format", "jsonl", stdin=text.encode("gb18030"))
    assert (result.exit_code, json.loads(result.stdout)["source_text"]) == (0, text)
    assert json.loads(result.stdout)["figures"][ADDRESS]["value"] == 1


def test_csv_is_the_long_table_with_exact_numbers(sources: Path) -> None:
    """`--format csv` has a header and one line a cell, with counts as whole numbers."""
    result = run("parse", "--format", "csv", sources / "broken.txt")
    header, *rows = csv.reader(io.StringIO(result.stdout))
    assert header == list(COLUMNS)
    assert len(rows) == len(form_by_id("form2021").addresses)
    (row,) = (row for row in rows if row[4:7] == ADDRESS.split("."))
    assert (row[0], row[9], row[11]) == (str(sources / "broken.txt"), "1", "printed")


@pytest.mark.parametrize(
    ("lang", "labels"),
    [("zh", ["（七）总计", "总计"]), ("en", ["all outcomes", "total"])],
)
def test_the_labels_of_csv_are_in_the_language_that_is_asked_for(
    sources: Path, lang: str, labels: list[str]
) -> None:
    """Rows and columns have the labels of the form, or those of the codebook in English."""
    result = run("parse", "--format", "csv", "--lang", lang, sources / "broken.txt")
    rows = csv.reader(io.StringIO(result.stdout))
    (row,) = (row for row in rows if row[4:7] == ["requests", "outcomes_total", "total"])
    assert row[7:9] == labels


def test_of_many_sources_each_error_is_a_whole_line(sources: Path) -> None:
    """The evidence of one among several is left out, and so are the words that lead on to it."""
    (sources / "bad.bin").write_bytes(b"\x9c\x00\xb0\xff" * 50)
    names = [str(sources / "bad.bin"), str(sources / "notice.txt")]
    first, second = run("parse", *names).stderr.splitlines()
    assert first.startswith(f"govinfo: {names[0]}: No encoding fits these 200 bytes (they begin")
    assert first.endswith(")")
    assert second.startswith(f"govinfo: {names[1]}: ")


def test_output_goes_to_a_file(sources: Path) -> None:
    """`-o` writes the same as would be printed, as UTF-8."""
    out = sources / "out.json"
    result = run("parse", sources / "broken.txt", "-o", out)
    assert (result.exit_code, result.stdout) == (0, "")
    assert out.read_bytes().decode() == run("parse", sources / "broken.txt").stdout


def test_output_that_cannot_be_written_is_wrong_usage(sources: Path) -> None:
    """A file in a directory that is not there is refused with status 2."""
    result = run("parse", sources / "broken.txt", "-o", sources / "gone" / "out.json")
    assert result.exit_code == 2
    assert "cannot be written: No such file or directory" in result.stderr


def test_an_adapter_can_be_forced_and_must_exist(sources: Path) -> None:
    """`--adapter` decides who reads; an unknown name is a wrong use of the option."""
    assert (
        json.loads(run("parse", "--adapter", "pipes", sources / "broken.txt").stdout)["adapter"]
        == "pipes"
    )
    result = run("parse", "--adapter", "nobody", sources / "broken.txt")
    assert (result.exit_code, "'nobody'" in result.stderr) == (2, True)


def test_check_lists_what_is_broken_with_its_line(sources: Path) -> None:
    """A report has one line of summary; each broken rule follows with severity, rule, line and message."""
    result = run("check", sources / "broken.txt")
    head, *lines = result.stdout.splitlines()
    report = parse(sources / "broken.txt")
    assert report.agency is not None
    assert head.startswith(
        f"{sources / 'broken.txt'}  {report.agency.name}  {report.year}  form2021  "
    )
    span = report[ADDRESS].span
    assert span is not None
    line = report.source_text.count("\n", 0, span.start) + 1
    (total,) = (text for text in lines if "T3.ROW_TOTAL" in text)
    assert total.split()[:4] == ["error", "T3.ROW_TOTAL", "line", str(line)]
    assert result.exit_code == 1


def test_check_of_good_reports_is_quiet_and_succeeds(sources: Path) -> None:
    """Where no rule of severity error is broken the status is 0."""
    result = run("check", sources / "below")
    assert result.exit_code == 0
    assert not [line for line in result.stdout.splitlines() if line.startswith("  error")]


@pytest.mark.parametrize(("wish", "coloured"), [("", True), ("1", False)])
def test_check_is_coloured_on_a_terminal(sources: Path, wish: str, coloured: bool) -> None:  # noqa: FBT001
    """On a terminal a severity has its colour, unless NO_COLOR is set."""
    arguments = ["check", str(sources / "broken.txt")]
    result = CliRunner(env={"NO_COLOR": wish}).invoke(main, arguments, color=True)
    assert ("\x1b[31merror" in result.stdout) is coloured


def test_check_speaks_english(sources: Path) -> None:
    """`--lang en` gives the messages in English."""
    result = run("check", "--lang", "en", sources / "broken.txt")
    (line,) = (line for line in result.stdout.splitlines() if "T3.ROW_TOTAL" in line)
    assert RULES["T3.ROW_TOTAL"].statement.en in line


def test_check_ends_with_a_total(sources: Path) -> None:
    """Several reports end with their number and how many findings there are of each weight."""
    result = run("check", sources / "broken.txt", sources / "below" / "good.txt")
    assert result.stdout.splitlines()[-1].startswith("2 reports: ")
    assert result.exit_code == 1


def test_check_prefers_the_status_of_an_unread_source(sources: Path) -> None:
    """When a source could not be read and another has errors, the status is 2, and the errors are listed."""
    result = run("check", sources)
    assert (result.exit_code, "T3.ROW_TOTAL" in result.stdout) == (2, True)


def test_check_as_json_has_every_finding(sources: Path) -> None:
    """The JSON has terms with their addresses and numbers, places with their lines, and a stable fingerprint."""
    result = run("check", "--format", "json", sources / "broken.txt")
    data = json.loads(result.stdout)
    (finding,) = (item for item in data["findings"] if item["rule"] == "T3.ROW_TOTAL")
    assert (data["source_id"], data["form"], result.exit_code) == (
        str(sources / "broken.txt"),
        "form2021",
        1,
    )
    assert {"address": ADDRESS, "value": 1}.items() <= next(
        t for t in finding["terms"] if t["address"] == ADDRESS
    ).items()
    assert (finding["verdict"], finding["severity"], len(finding["spans"])) == (
        "broken",
        "error",
        7,
    )
    assert data == json.loads(run("check", "--format", "json", sources / "broken.txt").stdout)
    several = json.loads(
        run("check", "--format", "json", sources / "broken.txt", sources / "below").stdout
    )
    assert [item["source_id"] for item in several] == [
        str(sources / "broken.txt"),
        str(sources / "below" / "good.txt"),
    ]


def test_check_compares_the_years_of_an_agency(tmp_path: Path) -> None:
    """Reports of one agency are compared from year to year when they are checked together."""
    text = render(draft(), "pipes")
    later = render(draft().changed({"requests.carried_over.total": 99991}), "pipes")
    year = draft().year
    (tmp_path / "a.txt").write_text(text, "utf-8")
    (tmp_path / "b.txt").write_text(later.replace(str(year), str(year + 1)), "utf-8")
    alone, together = run("check", tmp_path / "b.txt").stdout, run("check", tmp_path).stdout
    assert ("T3.CARRY" in alone, "T3.CARRY" in together) == (False, True)


def test_explain_tells_about_one_cell(sources: Path) -> None:
    """`explain` prints what the report itself explains."""
    result = run("explain", sources / "broken.txt", ADDRESS)
    assert (result.exit_code, result.stdout) == (
        0,
        parse(sources / "broken.txt").explain(ADDRESS, "en"),
    )


def test_explain_complains_about_an_unknown_cell(sources: Path) -> None:
    """An address that the form has not is a complaint with close ones, and status 2."""
    result = run("explain", sources / "broken.txt", "requests.new_received.totla")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Did you mean requests.new_received.total" in result.stderr


def test_forms_rules_and_adapters_are_listed() -> None:
    """Every form, rule and adapter has its line."""
    from govinfo.adapters.registry import available_adapters

    for command, names in {
        "forms": [form.id for form in FORMS],
        "rules": RULES,
        "adapters": available_adapters(),
    }.items():
        result = run(command)
        first = [line.split()[0] for line in result.stdout.splitlines()]
        assert (result.exit_code, [name for name in first if name in names]) == (0, list(names))


def test_one_rule_is_told_in_full() -> None:
    """A rule shows its statement in the language that is spoken, its severity, its legal basis and its forms."""
    rule = RULES["T3.BALANCE"]
    for lang, told in {
        "zh": (rule.statement.zh, "错误"),
        "en": (rule.statement.en, "error"),
    }.items():
        result = run("rules", "T3.BALANCE", "--lang", lang)
        for text in [rule.id, *told, rule.basis, *rule.forms]:
            assert text in result.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["rules", "T3.BALANCF"],
        ["parse"],
        ["check", "--lang", "fr", "x"],
        ["print"],
        ["parse", "--format", "xml", "x"],
    ],
)
def test_wrong_usage_has_status_two(arguments: list[str]) -> None:
    """A wrong command, option or rule gives status 2 and a hint, and no trace."""
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("option", ["-h", "--help", "--version"])
def test_help_and_version_are_there(option: str) -> None:
    """Help and version succeed."""
    result = run(option)
    assert (result.exit_code, "govinfo" in result.stdout or "main" in result.stdout) == (0, True)


def started(*arguments: str, **environment: str) -> subprocess.Popen[bytes]:
    """Start the command line as a program of its own."""
    program = [sys.executable, "-m", "govinfo.cli", *arguments]
    return subprocess.Popen(
        program, env={**os.environ, **environment}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )


def test_a_program_writes_utf8_under_the_c_locale(sources: Path) -> None:
    """Chinese is written as UTF-8 also where the locale knows only ASCII, and colours only to a terminal."""
    with started(
        "check", str(sources / "broken.txt"), LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii"
    ) as program:
        out, err = program.communicate()
    assert (program.returncode, err) == (1, b"")
    assert "总计" in out.decode("utf-8")
    assert b"\x1b" not in out


def test_a_program_whose_reader_has_gone_ends_quietly(sources: Path) -> None:
    """When the pipe is closed, as by `head`, nothing is complained about."""
    with started("parse", str(sources / "broken.txt")) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        err = program.stderr.read()
    assert (program.returncode, err) == (141, b"")


def test_help_imports_nothing_heavy() -> None:
    """Asking for help loads neither pandas nor the reader."""
    heavy = {
        "pandas",
        "polars",
        "pyarrow",
        "hypothesis",
        "govinfo.reading",
        "govinfo.model",
        "govinfo.consistency",
    }
    code = f"import sys, govinfo.cli; print(sorted({heavy} & sys.modules.keys()))"
    out = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, text=True
    ).stdout
    assert out == "[]\n"


def test_adapters_explain_a_file(sources: Path) -> None:
    """Every adapter has its score and its reason for the text of a file, the one that would read it first."""
    result = run("adapters", "--explain", sources / "broken.txt")
    head, first, *others = result.stdout.splitlines()
    assert (head.split(), first.split()[1]) == (["score", "name", "reason"], "pipes")
    assert 0 < float(first.split()[0]) <= 1
    assert [line.split() for line in others if line.split()[1] == "html"] == [["-", "html", "no"]]
    missing = run("adapters", "--explain", sources / "none.txt")
    assert (missing.exit_code, "none.txt" in missing.stderr) == (2, True)


@pytest.mark.parametrize(
    ("command", "name", "begins"),
    [
        ("parse", "cells.csv", "\ufeffsource_id,agency,"),
        ("parse", "report.jsonl", '{"schema":'),
        ("parse", "report.txt", "{\n"),
        ("check", "found.HTM", "<!DOCTYPE html>"),
        ("check", "found.sarif", "{\n"),
        ("check", "found.txt", "report.txt  "),
        ("compare", "page.html", "<!DOCTYPE html>"),
    ],
)
def test_the_output_has_the_format_of_its_name(
    command: str, name: str, begins: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without `--format` the ending decides, and CSV has the mark by which Excel knows UTF-8."""
    monkeypatch.chdir(tmp_path)
    Path("report.txt").write_text(render(draft(), "pipes"), encoding="utf-8")
    sources = ["report.txt"] * (2 if command == "compare" else 1)
    out = Path("out", name)
    out.parent.mkdir()

    assert run(command, *sources, "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith(begins)


def test_a_format_that_is_named_comes_first(tmp_path: Path) -> None:
    """`--format` counts more than the ending."""
    source, out = tmp_path / "report.txt", tmp_path / "report.csv"
    source.write_text(render(draft(), "pipes"), encoding="utf-8")
    assert run("parse", source, "--format", "json", "-o", out).exit_code == 0
    assert out.read_text(encoding="utf-8").startswith("{\n")


def test_a_folder_has_no_table_of_scores(tmp_path: Path) -> None:
    """Where a source cannot be read, only what is wrong is told, without the head of a table."""
    result = run("adapters", "--explain", tmp_path, "--lang", "zh")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.endswith("是文件夹，需要的是文件。其中没有文件。\n")


@pytest.mark.skipif(os.name == "nt" or not hasattr(os, "mkfifo"), reason="Windows has no pipes")
def test_a_pipe_in_a_folder_is_passed_over(sources: Path) -> None:
    """What waits for another program is no file of the folder, and does not stop the others."""
    os.mkfifo(sources / "pipe")
    result = run("parse", "--format", "jsonl", sources / "below", sources)
    assert str(sources / "pipe") not in result.stderr
    assert len(result.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "this folder cannot be read: Permission denied."),
        ("zh", "这个文件夹无法读取：没有权限。"),
    ],
)
def test_a_folder_that_cannot_be_listed_is_told(
    sources: Path, monkeypatch: pytest.MonkeyPatch, lang: str, told: str
) -> None:
    """What lies in such a folder was not checked: it is named, and the status is 2."""
    below = str(sources / "below")
    scandir = os.scandir

    def forbidden(path: str) -> object:
        if path == below:
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", forbidden)
    result = run("parse", "--lang", lang, "--format", "jsonl", sources)
    assert result.stderr.startswith(f"govinfo: {below}: {told}")
    assert (len(result.stdout.splitlines()), result.exit_code) == (1, 2)


def test_a_file_that_may_not_be_read_does_not_stop_the_others(
    sources: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Click does not ask for the right to read: each source is told of alone, in the language."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    result = run("parse", "--lang", "zh", sources / "broken.txt")
    assert (result.exit_code, result.stderr) == (0, "")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("", "这不是政府信息公开工作年度报告：内容为空。请重新保存或下载这份报告。\n"),
        ('{"a": 1}', "这不是政府信息公开工作年度报告：文本形似 JSON。"),
    ],
)
def test_where_a_reason_is_given_no_evidence_follows(
    tmp_path: Path, content: str, told: str
) -> None:
    """An empty file has no title, no tables and no headings, and nobody needs to be told so."""
    path = tmp_path / "odd.txt"
    path.write_text(content, encoding="utf-8")
    result = run("check", "--lang", "zh", path)
    assert result.stderr.startswith(f"govinfo: {path}: {told}")
    assert len(result.stderr.splitlines()) == 1


def test_evidence_with_a_title_is_in_chinese(tmp_path: Path) -> None:
    """The title that was found stands as it is in a sentence that is in Chinese."""
    path = tmp_path / "cut.txt"
    path.write_text("云岫市水务局2023年政府信息公开工作年度报告\n", encoding="utf-8")
    result = run("check", "--lang", "zh", path)
    assert "  - 标题行：云岫市水务局2023年政府信息公开工作年度报告\n" in result.stderr
    assert "this is" not in result.stderr


@pytest.mark.parametrize("option", ["--rules", "--dismissals"])
def test_a_file_of_settings_that_is_no_text_is_told_in_one_language(
    sources: Path, option: str
) -> None:
    """The option is named, and no English of the decoder stands in the Chinese sentence."""
    path = sources / "picture.png"
    path.write_bytes(b"\x89PNG")
    result = run("check", "--lang", "zh", option, path, sources / "broken.txt")
    assert f"“{option}”取值不当：" in result.stderr
    assert "不是 UTF-8 文本（第 0 字节 0x89 不符）。" in result.stderr


def test_an_address_of_the_web_is_named_once() -> None:
    """The path that Python makes of it, with one slash less, is not told as well."""
    result = run("check", "--lang", "en", "https://example.org/a.html")
    assert result.stderr.startswith("govinfo: https://example.org/a.html: cannot be read: ")
