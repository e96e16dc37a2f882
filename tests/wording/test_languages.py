"""Everything that is said has both languages, and neither has words of the other."""

from __future__ import annotations

import ast
import inspect
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st
from sayings import ROOMS, sayings

import govinfo
from govinfo import GovInfoError, Note, errors, parse, parse_many
from govinfo.adapters.registry import ADAPTERS
from govinfo.cli import main
from govinfo.cli.language import language_of
from govinfo.cli.sentences import in_words
from govinfo.errors import BadArgument
from govinfo.forms import FORMS, form_by_id
from govinfo.model import Report
from govinfo.parts import Unread
from govinfo.spans import Span
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write
from govinfo.wording.catalogue import Catalogue, Pattern
from govinfo.wording.sentences import SENTENCES, in_language
from govinfo.wording.words import WORDS

CASES = Path(__file__).parents[1] / "cases"
NAMES = re.compile(
    r"""
    --?[a-z]+(?:-[a-z]+)*                            # options
  | [\w/]*[./][\w./]+                                # addresses, files, modules
  | [A-Z]+\d*\.[A-Z_\d]+                             # rules
  | \b(?: form20\d\d | stats20\d\d | narrative2008 )\b
  | \b(?: json | jsonl | csv | text | sarif | html | dismissals | parquet | xlsx | dta | sqlite
        | duckdb | zh | en | check | rules | adapters | govinfo | main | x )\b
  | [a-z]+(?:_[a-z]+)+                                # rows of tables
  | \b(?: reports | figures | claims | notes | findings | comparable | wide )\b
    """,
    re.VERBOSE,
)
"""What is a name, and the same in every language."""
PROPER_NAMES = """
flows plots noto cjk fonts bodies dict
parse parse_all parse_many parse_grid Path str bytes RTF PDF Word Excel WPS ZIP OFD EPUB
OpenDocument PowerPoint PNG JPEG GIF TIFF WebP BMP HEIC AVIF DjVu PostScript gzip xz bzip2
Zstandard RAR tar Parquet SQLite Office Outlook OCR UTF GB18030 Big5 JSON MHTML HTML XML DTD MiB
LaTeX OTSL pdftotext pandas polars pyarrow Arrow base64 lang U FFFD STRATEGIES NotAReport Match
None recognise read Adapter GOVINFO_DISABLE_ADAPTERS True False wide workers os cpu_count glob
txt suggest content path source_id adapter source schema to_dict serial source_text from_json
from_dict Report rules_to_json rule id severity forms statement formula each error warning info
zh en RULES null table row column tables report values requests quote span true false io in
document Python int object GovInfoError Markdown format names verdicts dictionary extract
"""
"""Names of formats, programs and parts of the interface: they are written so in Chinese."""
PROPER = frozenset(PROPER_NAMES.split())


def told(text: str) -> list[str]:
    """Return the Latin words of a Chinese sentence that are no names, and not quoted."""
    bare = re.sub(r"“[^”]*”|\{\w+(?:![a-z])?\}", " ", text)
    words = re.findall(r"[A-Za-z][A-Za-z_0-9]+", NAMES.sub(" ", bare))
    return [word for word in words if word not in PROPER]


def run(*arguments: object, **environment: str | None) -> Result:
    """Return what the command line does with these arguments."""
    return CliRunner(env=environment).invoke(main, [str(one) for one in arguments])


def test_every_sentence_of_the_source_is_in_the_catalogue() -> None:
    """Whatever a note, an error, a warning or a reason is made of has its Chinese."""
    known = "\n".join(SENTENCES.sentences)
    pieces = {
        piece.strip(" -.:;,'`\"()").removesuffix(" statistics"): room
        for saying, room in sayings().items()
        for piece in re.split(r'\{[^}]*\}|\n|"', saying)
    }
    lacking = {
        piece: room
        for piece, room in pieces.items()
        if len(piece.split()) > 2 and piece not in known
    }
    assert lacking == {}


def test_every_option_and_every_kind_of_name_has_its_chinese() -> None:
    """Whatever is none of the possible values, or unknown, is told in Chinese throughout."""
    calls = dict[str, str]()
    for path in sorted(ROOMS.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            what = node.args[0] if node.args else None
            if isinstance(what, ast.Constant) and node.func.id in {"one_of", "unknown_name"}:
                calls[str(what.value)] = node.func.id
    assert len(calls) > 8
    for named, function in calls.items():
        error = getattr(errors, function)(named, "nme", ["name", "other"])
        assert error.text().startswith(("没有名为“nme”的", in_language(named, "zh"))), named
        assert "name、other" in error.text()
        assert error.text().endswith("是否指 name？")


@pytest.fixture(scope="session")
def report() -> Report:
    """A report in which one row does not add up."""
    draft = write(form_by_id("form2021"), random.Random(7))
    return parse(render(draft.changed({"requests.new_received.total": 1}), "pipes"))


@pytest.mark.parametrize("english", SENTENCES.sentences)
def test_both_languages_say_the_same_and_only_that(english: str) -> None:
    """A sentence has the same fields in both languages, and no words of the other."""
    chinese = SENTENCES.sentences[english]
    field = re.compile(r"\{\w+(?:![a-z])?\}")
    assert set(field.findall(chinese)) <= set(field.findall(english))
    assert told(chinese) == []
    # Quotation marks are as wide as characters, and need no blank beside them.
    assert re.findall(r"[一-鿿，。] \{\w+!r\}|\{\w+!r\} [一-鿿]", chinese) == []
    assert (
        re.findall(
            "[一-鿿]",
            english.replace("政府信息公开", "").replace("年度报告", "").replace("年报", ""),
        )
        == []
    )


def test_every_note_of_the_cases_is_told_in_chinese() -> None:
    """Whatever the reader doubts in the cases is told in Chinese, with no English words."""
    files = [path for path in sorted(CASES.iterdir()) if path.suffix != ".json"]
    reports = [one.report for one in parse_many(files) if one.report is not None]
    assert len(reports) > 100
    for report in reports:
        reasons = [one.reason for one in (*report.unread, *report.uncounted)]
        for english in [*(note.message for note in report.notes), *reasons]:
            assert SENTENCES.chinese(english) is not None, english
        for note in report.notes:
            assert note.text("en") == note.message
            assert told(note.text()) == [], note.text()


def test_claims_and_reasons_are_told_in_chinese() -> None:
    """A claim names in Chinese what each word gave it, and a number in no cell has its reason."""
    (claim, *_) = parse(
        CASES.parents[1] / "examples" / "reports" / "form2021-unbalanced.txt"
    ).claims
    head, *facts = claim.explain("zh").splitlines()
    assert head.endswith("（数量）")
    assert {fact.split()[0] for fact in facts} <= {WORDS[name] for name in CLAIM_WORDS}
    assert claim.explain() == claim.explain("zh") != claim.explain("en")
    unread = Unread(Span(0, 1), None, "it stands between two cells")
    assert (unread.text(), unread.text("en")) == ("该数字在两格之间", unread.reason)


CLAIM_WORDS = ("thing", "event", "way", "time", "scope", "hedge", "cell")
"""What the words of a sentence give a claim."""


def test_what_the_language_is_not_is_refused() -> None:
    """A note and an error have two languages."""
    for say in (Note("row_width", "").text, GovInfoError("").text):
        with pytest.raises(BadArgument, match="zh"):
            say("fr")  # type: ignore[arg-type]


def test_what_others_say_stays_as_it_is() -> None:
    """A sentence of a plug-in is no sentence of the catalogue."""
    assert Note("mine", "my doubt is this").text("zh") == "my doubt is this"


@given(st.text())
def test_any_text_is_told_and_its_quotations_are_kept(text: str) -> None:
    """Whatever a document holds stands in the Chinese sentence as it stands in the English one."""
    assert isinstance(in_language(text, "zh"), str)
    note = Note("cell_unreadable", f"{text!r} is no number that could be read")
    assert note.text() == f"“{repr(text)[1:-1]}”不是可以识读的数字"


@given(st.text(alphabet="ab; :'", max_size=30), st.text(alphabet="ab; :'", max_size=30))
def test_a_pattern_reads_what_it_was_filled_with(first: str, second: str) -> None:
    """The fields of a pattern are found again, whatever stands in the one that is quoted."""
    catalogue = Catalogue({"{one!r} goes with {two}": "{two}，{one!r}"})
    found = catalogue.chinese(f"{first!r} goes with {second}")
    assert found == f"{second}，“{repr(first)[1:-1]}”".strip()


def test_the_surer_pattern_is_taken() -> None:
    """Of two patterns that fit, the one with more words of its own is meant."""
    catalogue = Catalogue({"{row}: {why!t}": "{row}：{why!t}", "{a}: b c": "丙", "b c": "乙"})
    assert catalogue.chinese("x: b c") == "丙"
    assert Pattern("{a} and {b!n}").read("x and y") is None


def test_a_hostile_text_is_no_deep_nest() -> None:
    """Sentences within sentences end somewhere."""
    nested = "; more cells below are read in the same way" * 300
    assert in_language(f"x{nested}", "zh") == f"x{nested}"


ERRORS = [
    ("parse", b"\xff\xfe\x00" * 7),
    ("parse", "hello"),
    ("parse", "report.docx"),
    ("parse", "https://example.org/report.html"),
    ("parse", ""),
    ("parse", b"%PDF-1.4 broken"),
    ("parse", b"PK\x03\x04 broken"),
    ("parse", b"{\\rtf1 }"),
    ("parse", b"\x89PNG\r\n\x1a\n"),
    ("parse", Path("no/such/file.txt")),
    ("parse", Path(__file__).parent),
    ("parse", 3),
    ("parse_many", "one text"),
    ("parse_many", 3),
    ("parse_grid", 3),
    ("parse_grid", [["a", {}]]),
]
"""A function, and what it refuses."""


@pytest.mark.parametrize(
    ("name", "source"),
    ERRORS,
    ids=lambda one: str(one) if isinstance(one, str) else type(one).__name__,
)
def test_every_refusal_is_told_in_chinese(name: str, source: object) -> None:
    """An error says in Chinese what it says in English."""
    import govinfo

    with pytest.raises(GovInfoError) as caught:
        list(getattr(govinfo, name)(source))
    english = str(caught.value)
    assert caught.value.text("en") == english
    for line in caught.value.text("zh").split("\n"):
        assert re.search("[一-鿿]", line), line
        assert told(re.sub(r"（[^）]*）|'[^']*'", "", line)) == [], line


def test_errors_about_a_report_are_told_in_chinese(report: Report) -> None:
    """So are addresses and arguments that there are not."""
    tries: list[Callable[[], object]] = [
        lambda: report["requests.grantd.total"],
        lambda: report["granted"],
        lambda: report[3],  # type: ignore[index]
        lambda: report.quote(None),  # type: ignore[arg-type]
        lambda: report.explain("requests.granted.total", "fr"),  # type: ignore[arg-type]
        lambda: parse(report.source_text, adapter="pipe"),
        lambda: Report.from_json("{}"),
        lambda: Report.from_json("no"),
    ]
    for attempt in tries:
        with pytest.raises(GovInfoError) as caught:
            attempt()
        assert SENTENCES.chinese(str(caught.value)) is not None, str(caught.value)


def test_every_error_class_has_both_languages() -> None:
    """`text` is there on every error, and takes a language."""
    for name in errors.__all__:
        kind = getattr(errors, name)
        if isinstance(kind, type):
            assert issubclass(kind, GovInfoError)


def test_every_id_that_is_shown_has_a_word() -> None:
    """States, origins, verdicts, severities and blames have a Chinese word."""
    from govinfo.consistency import Severity, Verdict
    from govinfo.consistency.attribution import Blame
    from govinfo.figures import Origin, State

    for kind in (State, Origin, Verdict, Severity, Blame):
        for one in kind:
            assert re.fullmatch("[一-鿿]+", WORDS[one.value])


COMMANDS = [(), *((name,) for name in main.commands)]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: " ".join(one) or "govinfo")
def test_help_is_in_one_language(command: tuple[str, ...]) -> None:
    """All of the help is in the language that is asked for, but names and values."""
    chinese, english = (
        run(*command, "--help", "--lang", lang, COLUMNS="200").stdout for lang in ("zh", "en")
    )
    assert chinese.startswith("用法：")
    names = {"stata", "BOM", "duckdb", *command, *main.commands}
    assert [word for word in told(chinese) if word not in names] == []
    assert english.startswith("Usage: ")
    assert re.findall("[一-鿿]", english) == []


@pytest.mark.parametrize(
    ("arguments", "told_zh"),
    [
        (["chek"], "没有命令“chek”。是否指 check？"),
        (["nothing"], "没有命令“nothing”。命令有 parse、check"),
        (["check"], "缺少参数“文件...”"),
        (["check", "x", "--lang", "cn"], "“--lang”取值不当：“cn”不是 zh、en 之一。"),
        (["check", "x", "--format", "htm"], "是否指 html？"),
        (["check", "x", "--rules", "/none"], "文件“/none”不存在"),
        (["check", "x", "--forma", "text"], "没有选项“--forma”。是否指 --format？"),
        (["extract", "x"], "缺少选项“-o”"),
        (["extract", "x", "-o", "y", "--workers", "0"], "0 小于 1"),
        (["extract", "x", "-o", "y", "--workers", "a"], "“a”不是整数"),
        (["rules", "T3.BALANC"], "没有规则“T3.BALANC”。是否指 T3.BALANCE？"),
        (["parse", "x", "--adapter", "pipe"], "没有名为“pipe”的适配器"),
        (["parse", "x", "-o", "/none/y"], "无法写入：没有这个文件或文件夹。请先建立文件夹“/none”"),
        (["explain", "x"], "缺少参数“地址”"),
        (["forms", "x"], "多出参数：x"),
    ],
    ids=str,
)
def test_wrong_usage_is_told_in_chinese(arguments: list[str], told_zh: str) -> None:
    """What is wrong with the arguments is said in the language of the locale."""
    result = run(*arguments, LC_MESSAGES="zh_CN.UTF-8")
    assert result.exit_code == 2
    assert told_zh in result.stderr
    assert result.stderr.startswith("用法：")


def test_commands_print_one_language(tmp_path: Path, report: Report) -> None:
    """What the commands print about a report has no words of the other language."""
    file = tmp_path / "报告.txt"
    file.write_text(report.source_text, encoding="utf-8")
    ours = {one.name for one in ADAPTERS} | {one.id for one in FORMS}
    for command in (
        ["check", file, "--all"],
        ["forms"],
        ["rules"],
        ["adapters"],
        ["adapters", "--explain", file],
        ["suggest", file],
        ["explain", file, "requests.granted.total"],
        ["rules", "T3.BALANCE", file],
    ):
        shown = run(*command, "--lang", "zh").stdout
        shown = re.sub(r"(?m)^ *(?:公式|符号|其中) .*", "", shown)
        for symbols in re.findall(r"requests\.\S+|each .*|\b[A-Z]\d\w*|\w+\(.*", shown):
            shown = shown.replace(symbols, " ")
        found = [word for word in told(shown) if word not in ours]
        assert [
            word for word in found if word not in {"exact", "rowwise", "prose", "corpus", "legal"}
        ] == [], command


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], {}, "zh"),
        ([], {"LANG": "C.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN"}, "zh"),
        ([], {"LC_ALL": "en", "LC_MESSAGES": "zh_CN"}, "en"),
        ([], {"LC_ALL": "", "LANG": "en_GB"}, "en"),
        ([], {"LANG": "fr_FR.UTF-8"}, "zh"),
        (["check", "--lang", "en"], {}, "en"),
        (["--lang=zh", "check"], {"LANG": "en_US"}, "zh"),
        (["check", "--", "--lang", "zh"], {"LANG": "en_US"}, "en"),
        (["check", "--lang"], {"LANG": "en_US"}, "en"),
    ],
)
def test_the_language_is_asked_for_or_that_of_the_locale(
    arguments: list[str], environment: dict[str, str], lang: str
) -> None:
    """`--lang` comes first, then LC_ALL, LC_MESSAGES and LANG, then Chinese."""
    assert language_of(arguments, environment) == lang


def test_words_of_other_programs_stay() -> None:
    """An error of the system that has no translation is shown as it is."""
    assert in_words("Error: Quota exceeded", "zh") == "错误：Quota exceeded"


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["review", "{good}", "-o", "x.pdf"], "错误：“-o”取值不当：x.pdf 应以 .html"),
        (["parse", "{good}", "-o", "{good}"], "错误：“-o”取值不当：{good} 同时又是来源"),
        (
            ["parse", "{good}", "-o", "/nonexistent/x"],
            "错误：“-o”取值不当：/nonexistent/x 无法写入",
        ),
        (["check", "{good}", "--rules", "{empty}"], "不是 JSON（第 1 行第 1 列应有值）"),
        (["rules", "NOPE"], "错误：“编号”取值不当：没有规则“NOPE”。"),
        (["parse", "{bytes}"], "没有一种编码适合这 5 个字节"),
        (
            ["parse", "{bytes}"],
            "  - big5：第 0 字节 0xff 不能解码；只有 0%",
        ),
        ([], "用法：main [选项] 命令"),
    ],
)
def test_what_is_wrong_is_told_in_one_language(
    arguments: list[str], wanted: str, tmp_path: Path
) -> None:
    """Misuse is told in Chinese from the first word to the last, whatever names stand in it."""
    files = {name: str(tmp_path / name) for name in ("good", "empty", "bytes")}
    Path(files["good"]).write_text("年度报告", encoding="utf-8")
    Path(files["empty"]).touch()
    Path(files["bytes"]).write_bytes(b"\xff\xfe\x00\x81\x99")
    given = [one.format(**files) for one in arguments]
    result = run(*given, LC_ALL="zh_CN.UTF-8")
    assert result.exit_code in {0, 2}
    assert wanted.format(**files) in result.stderr + result.stdout
    assert "Error" not in result.stderr
    assert "tried" not in result.stderr


def test_chinese_unless_asked() -> None:
    """One rule for the whole package: `lang` is Chinese where nothing is given."""
    named = [getattr(govinfo, name) for name in govinfo.__all__]
    members = [member for one in named if isinstance(one, type) for member in vars(one).values()]
    speaking = [
        (inspect.signature(one).parameters["lang"].default, one)
        for one in (*named, *members)
        if inspect.isfunction(one) and "lang" in inspect.signature(one).parameters
        if not one.__name__.startswith("_")
    ]
    assert len(speaking) > 12
    assert [one for default, one in speaking if default != "zh"] == []


def test_two_scripts_that_meet_at_a_field_have_a_space_between_them() -> None:
    """A kind of file begins with a Latin letter or with a Chinese character."""
    told = "The source is {kind}; a Word document (.docx) was wanted. Export it as .docx, .xlsx, "
    told += "PDF or plain text; the rows of its tables go to parse_grid."
    assert in_language(told.format(kind="an EPUB book"), "zh").startswith(
        "来源是 EPUB 电子书，需要的是 Word 文档（.docx）。"
    )
    assert in_language(told.format(kind="a video"), "zh").startswith(
        "来源是视频，需要的是 Word 文档"
    )
