"""The command line's `check` and `rules`: what they write, which rules they apply, and what is set aside."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from click import unstyle
from test_cli import ADDRESS, draft, run

from govinfo.cli.findings import check_all, findings_as_text, next_commands
from govinfo.consistency import RULES, check
from govinfo.reading import parse
from govinfo.testing.dialects import render
from govinfo.wording.widths import width


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A report of which one total is wrong."""
    path = tmp_path / "broken.txt"
    path.write_text(render(draft(total=1), "pipes"), encoding="utf-8")
    return path


def dismissals(broken: Path, *, but: str = "nothing") -> Path:
    """A file that sets aside what is broken, those lines left out that hold this word."""
    lines = run("check", "--format", "dismissals", broken).stdout.splitlines(keepends=True)
    path = broken.with_name("dismissals.txt")
    path.write_text("".join(line for line in lines if but not in line), encoding="utf-8")
    return path


def test_what_is_dismissed_is_counted_and_not_listed(broken: Path) -> None:
    """A file written from the findings sets them aside: the status is 0, and the summary says how many."""
    result = run("check", "--dismissals", dismissals(broken), broken)
    assert (result.exit_code, result.stderr) == (0, "")
    assert "T3.ROW_TOTAL" not in result.stdout
    head = run("check", broken).stdout.splitlines()[0]
    assert result.stdout.splitlines()[0].endswith(" dismissed")
    assert "2 errors" in head


def test_on_a_narrow_terminal_what_is_found_stands_below_the_name(broken: Path) -> None:
    """Where a line does not hold all that is told of a report, its name has a line of its own, and so have all others."""
    checked = check_all([(str(broken), parse(broken)), ("x", parse(broken))], RULES, {})

    def heads(columns: int | None) -> list[str]:
        told = "".join(
            findings_as_text(checked, "zh", sources=1, columns=columns, everything=False)
        )
        return [line for line in unstyle(told).splitlines() if "form2021" in line or line == "x"]

    (wide, _), narrow = heads(None), heads(60)
    assert wide.startswith(f"{broken}  ")
    assert narrow == [wide.removeprefix(str(broken)), "x", wide.removeprefix(str(broken))]
    assert heads(width(wide)) == heads(None)


def test_the_next_commands_are_told(broken: Path) -> None:
    """Of a report with errors it is `suggest`, and where something stays open `check --all`."""
    undated = broken.read_text("utf-8").replace("2023-", "").replace("2024-", "")
    sources = {str(broken): parse(broken), "undated.txt": parse(undated)}
    checked = check_all(sources.items(), RULES, {})
    suggested = f"govinfo suggest {broken}\n"
    assert next_commands(checked, "zh", everything=True) == f"\n怎样改：{suggested}"
    assert next_commands(checked, "en", everything=False) == (
        f"\nwhat to change: {suggested}why some are unassessable: govinfo check --all\n"
    )
    assert next_commands([], "en", everything=False) == ""


def test_what_is_not_dismissed_is_still_an_error(broken: Path) -> None:
    """Setting one finding aside leaves the other, and its status."""
    result = run(
        "check", "--format", "json", "--dismissals", dismissals(broken, but="T3.BALANCE"), broken
    )
    data = json.loads(result.stdout)
    assert result.exit_code == 1
    assert {
        f["rule"] for f in data["findings"] if f["severity"] == "error" and f["verdict"] == "broken"
    } == {"T3.BALANCE"}
    assert "T3.ROW_TOTAL" in [one["rule"] for one in data["dismissed"]]
    assert all(len(one["fingerprint"]) == 16 for one in data["dismissed"])


def test_dismissals_that_match_nothing_are_told(broken: Path) -> None:
    """What they were for may have been corrected: they are named, and change nothing."""
    path = broken.with_name("old.txt")
    path.write_text("0123456789abcdef  # mended\n", encoding="utf-8")
    result = run("check", "--dismissals", path, broken)
    assert result.stderr == "govinfo: 1 of 1 dismissals match no finding: 0123456789abcdef\n"
    assert result.exit_code == 1


@pytest.mark.parametrize(
    ("option", "text"), [("--dismissals", "what?"), ("--rules", "{}"), ("--rules", "nonsense")]
)
def test_files_that_cannot_be_used_are_refused(broken: Path, option: str, text: str) -> None:
    """A wrong file is wrong usage, and the message names it."""
    path = broken.with_name("file.txt")
    path.write_text(text, encoding="utf-8")
    result = run("check", option, path, broken)
    assert (result.exit_code, result.stdout) == (2, "")
    assert str(path) in result.stderr.replace("\n", "")


def test_rules_are_written_changed_and_applied(broken: Path) -> None:
    """The file that `rules` writes is what `check` reads: fewer rules, another severity."""
    data = json.loads(run("rules", "--format", "json").stdout)
    assert [entry["id"] for entry in data["rules"]] == list(RULES)
    data["rules"] = [
        entry | {"severity": "info"} for entry in data["rules"] if entry["id"] == "T3.BALANCE"
    ]
    path = broken.with_name("rules.json")
    path.write_text(json.dumps(data), encoding="utf-8")
    result = run("check", "--rules", path, broken)
    head, line = result.stdout.splitlines()
    assert (result.exit_code, head.endswith("1 info"), line.split()[:2]) == (
        0,
        True,
        ["info", "T3.BALANCE"],
    )


def test_sarif_says_where_what_and_how_sure(broken: Path) -> None:
    """Every finding is a result with its rule, its line, and a fingerprint; what is set aside is suppressed."""
    log = json.loads(
        run(
            "check", "--format", "sarif", "--dismissals", dismissals(broken, but="BALANCE"), broken
        ).stdout
    )
    (each,) = log["runs"]
    rules = each["tool"]["driver"]["rules"]
    failed = {
        one["ruleId"]: one
        for one in each["results"]
        if one["kind"] == "fail" and one["level"] == "error"
    }
    assert (log["version"], set(failed)) == ("2.1.0", {"T3.BALANCE", "T3.ROW_TOTAL"})
    for name, one in failed.items():
        assert rules[one["ruleIndex"]]["id"] == name
        assert ("suppressions" in one) is (name == "T3.ROW_TOTAL")
    (location,) = failed["T3.BALANCE"]["locations"]
    place = location["physicalLocation"]
    report = parse(broken)
    region = place["region"]
    at = report["requests.new_received.total"].span
    assert at is not None
    assert place["artifactLocation"]["uri"] == str(broken)
    assert (region["charOffset"], region["charLength"]) == (at.start, at.end - at.start)
    assert region["startLine"] == report.source_text.count("\n", 0, at.start) + 1


def test_html_is_a_page_of_its_own(broken: Path) -> None:
    """The page is whole, says in which encoding it is, and holds the message and whose error it is."""
    out = broken.with_name("out.html")
    result = run("check", "--format", "html", "-o", out, broken)
    page = out.read_text(encoding="utf-8")

    class Words(HTMLParser):
        """The texts of the page."""

        words: list[str]

        def handle_data(self, data: str) -> None:
            """Keep a text."""
            self.words.append(data)

    reader = Words()
    reader.words = []
    reader.feed(page)
    assert (result.exit_code, result.stdout) == (1, "")
    assert page.startswith('<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">')
    assert {"T3.ROW_TOTAL", "publisher", str(broken)} <= set(reader.words)


def test_rules_tells_the_numbers_of_a_file(broken: Path) -> None:
    """With a file, a rule is applied to it and told with its numbers, also where it holds."""
    result = run("rules", "T3.BALANCE", broken, "--lang", "en")
    lines = result.stdout.splitlines()
    assert (
        "formula    requests.new_received.{column} + requests.carried_over.{column} == "
        in result.stdout
    )
    assert str(broken) in lines
    told = [line.split()[0] for line in lines[lines.index(str(broken)) + 1 :]]
    assert (told.count("holds"), told.count("error"), result.exit_code) == (6, 1, 0)


def test_rules_says_where_a_rule_does_not_apply(broken: Path) -> None:
    """A rule for another form has nothing to say."""
    result = run("rules", "T2.ITEMS_NONNEG", broken)
    assert result.stdout.splitlines()[-1].strip() == "the rule has nothing to say of this report"


def test_blame_is_in_the_json(broken: Path) -> None:
    """Every finding says whose error it is, and why."""
    found: list[dict[str, Any]] = json.loads(
        run("check", "--format", "json", broken, "--lang", "en").stdout
    )["findings"]
    total = next(one for one in found if one["rule"] == "T3.ROW_TOTAL")
    assert (total["blame"], ADDRESS in [term["address"] for term in total["terms"]]) == (
        "publisher",
        True,
    )
    assert (
        total["blame_reason"] == "all this was read as it is printed, and nothing in it was doubted"
    )


def test_suggest_tells_which_cell_to_change(broken: Path, tmp_path: Path) -> None:
    """The likeliest change comes first, in words and as data; a good report has none."""
    told = run("suggest", broken, "--lang", "zh")
    assert (told.exit_code, told.stderr) == (0, "")
    data = json.loads(run("suggest", broken, "--lang", "zh", "--format", "json").stdout)
    first = data["suggestions"][0]["changes"][0]
    assert told.stdout.startswith(f"1. {first['cell']}由 {first['old']} 改为 {first['new']}")
    assert first["address"] == ADDRESS
    good = tmp_path / "good.txt"
    good.write_text(render(draft(), "pipes"), encoding="utf-8")
    nothing = "没有可提的改法：表格中没有不成立的勾稽关系。\n"
    assert run("suggest", good, "--lang", "zh").stdout == nothing
    assert run("suggest", tmp_path / "none.txt").exit_code == 2


TWO_SLIPS = {
    "requests.carried_over.business": 24,
    "review.reconsideration.total": 1,
}
"""A number of table three with a digit too many, and a total of table four."""


@pytest.fixture
def twice(tmp_path: Path) -> Path:
    """A report with two slips that have nothing to do with each other."""
    path = tmp_path / "twice.txt"
    path.write_text(render(draft().changed(TWO_SLIPS), "pipes"), encoding="utf-8")
    return path


def test_suggest_tells_slips_apart(twice: Path) -> None:
    """Each slip has choices of its own; none is repeated with every choice for another."""
    told = run("suggest", twice, "--lang", "en").stdout
    first, second = told.split("\n\n")
    assert first.startswith("slip 1 of 2, each on its own; choose one change for each:\n1. ")
    assert second.startswith("slip 2 of 2")
    assert told.count("row carried over, column business: 4 instead of 24") == 1
    assert second.count("row reconsideration, column total: 0 instead of 1\n") == 1
    assert (
        "差错 2（共 2 处，互不牵连，各取一种改法）：\n1. "
        in run("suggest", twice, "--lang", "zh").stdout
    )
    data = json.loads(run("suggest", twice, "--format", "json").stdout)
    assert [len(slip) for slip in data["slips"]] == [1, 5]
    assert len(data["suggestions"]) == 5
    assert {each["changes"][0]["new"] for each in data["slips"][1]} == {0, 1}


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "arguments",
    [
        ["suggest", "{file}"],
        ["explain", "{file}", ADDRESS],
        ["forms"],
        ["rules", "T3.BALANCE", "{file}"],
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_terminal_gets_no_line_that_is_too_wide(
    arguments: list[str], lang: str, twice: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a terminal of 60 columns long lines go on below; what is told stays the same."""
    given = [one.format(file=twice) for one in arguments]
    whole = run(*given, "--lang", lang).stdout
    monkeypatch.setattr("govinfo.cli.terminal_columns", lambda _output: 60)
    monkeypatch.setattr("govinfo.cli.output.terminal_columns", lambda _output: 60)
    told = run(*given, "--lang", lang).stdout.replace(str(twice), "FILE")
    assert max(map(width, told.splitlines())) <= 60
    if arguments[0] != "explain":  # it quotes less of the text
        assert "".join(told.split()) == "".join(whole.replace(str(twice), "FILE").split())


def test_check_lists_all_when_asked(tmp_path: Path) -> None:
    """What could not be assessed is counted, and with --all told as well, below what is broken."""
    made = draft(total=1)
    cell = f"requests.denied_internal_affairs.{ADDRESS.rpartition('.')[2]}"
    file = tmp_path / "unclear.txt"
    blank = made.changed({cell: None})  # type: ignore[dict-item] # a draft prints it as a blank
    file.write_text(render(blank, "pipes"), encoding="utf-8")
    expected = [
        finding.severity.value if finding.verdict == "broken" else "unassessable"
        for finding in check(parse(file))
    ]
    head, *short = run("check", file).stdout.splitlines()
    same, *long = run("check", file, "--all").stdout.splitlines()
    order = ["error", "warning", "info", "unassessable"]
    assert [line.split()[0] for line in long] == sorted(expected, key=order.index)
    assert same == head
    assert [line.split() for line in long[: len(short)]] == [line.split() for line in short]
    assert "unassessable" in expected


def test_sources_without_a_report_are_counted_below_the_others(
    broken: Path, tmp_path: Path
) -> None:
    """The last line says of how many sources nothing is known, and praises no report that is not there."""
    notice = tmp_path / "notice.txt"
    notice.write_text("关于做好年度报告编制工作的通知", encoding="utf-8")
    missing = tmp_path / "missing.txt"

    some = run("check", "--lang", "zh", broken, notice)
    assert some.stdout.endswith("\n1 份报告：2 条错误，2 条警告；1 个来源没有读出报告\n")
    assert some.stderr == (
        f"govinfo: {notice}: 这不是政府信息公开工作年度报告"
        "（文本的开头：“关于做好年度报告编制工作的通知”）\n"
    )
    none = run("check", "--lang", "en", notice, missing)
    assert none.stdout == "\n0 reports; 2 sources without a report\n"


def test_pages_that_govinfo_wrote_are_no_sources(broken: Path) -> None:
    """The same command can write its page into the folder that it reads, again and again."""
    folder, page = broken.parent, broken.with_name("page.html")
    for command, sources, status in (
        ("check", [folder], 1),
        ("review", [folder], 0),
        ("compare", [broken, broken], 0),
        ("check", [folder], 1),
    ):
        result = run(command, *sources, "-o", page)
        assert (result.exit_code, result.stdout, result.stderr) == (status, "", "")
    for name in ("cells.csv", "report.json", "report.jsonl"):
        assert run("parse", broken, "-o", folder / name).exit_code == 0
    result = run("check", folder)
    assert result.stderr == ""
    heads = [line for line in result.stdout.splitlines() if line.startswith(str(folder))]
    assert [head.split("  ")[0] for head in heads] == [str(broken)]


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "  rules that are unassessable without tables (20): T3.BALANCE, "),
        ("zh", "  因没有读到表格而无法核对的规则（20）：T3.BALANCE、"),
    ],
)
def test_where_no_table_was_read_it_is_said_once(tmp_path: Path, lang: str, told: str) -> None:
    """`--all` names the rules that need the tables in one line, below the finding that there are none."""
    lines = render(draft(), "pipes").split("\n")
    path = tmp_path / "prose.txt"
    path.write_text("\n".join(line for line in lines if " |" not in line), encoding="utf-8")
    head, finding, rest = run("check", "--lang", lang, "--all", path).stdout.splitlines()
    assert head.endswith({"en": "21 unassessable", "zh": "21 项无法核对"}[lang])
    assert finding.split()[1] == "STRUCT.TABLES"
    assert rest.startswith(told)


def test_a_table_that_was_read_keeps_a_line_for_each_rule(broken: Path) -> None:
    """Only where nothing of the tables was read, one reason stands for all."""
    lines = broken.read_text("utf-8").split("\n")
    start = next(i for i, line in enumerate(lines) if line.startswith("四、"))
    kept = [line for i, line in enumerate(lines) if i < start or " |" not in line]
    broken.write_text("\n".join(kept), encoding="utf-8")
    told = run("check", "--lang", "en", "--all", broken).stdout
    assert "  unassessable  T4.RECON_TOTAL " in told
    assert "without tables" not in told
