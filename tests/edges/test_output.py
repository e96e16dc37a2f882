"""What is written, and where: escapes on terminals only, files whole or not at all, CSV without formulas."""

from __future__ import annotations

import csv
import io
import os
import random
import re
import signal
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click import ClickException, unstyle
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from govinfo.cli import main
from govinfo.cli.output import write
from govinfo.forms.form2021 import FORM2021
from govinfo.frames import COLUMNS
from govinfo.rendering.spreadsheet import csv_text, guarded
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write as written

pytestmark = pytest.mark.skipif(
    os.name != "posix", reason="terminals, links and permissions as POSIX has them"
)
BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula, or may once it has trimmed it."""
SAVED = "saved before"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A report that does not add up, so that a check finds something."""
    draft = written(FORM2021, random.Random(7)).changed({"requests.new_received.total": 99_991})
    path = tmp_path / "broken.txt"
    path.write_text(render(draft, "pipes"), encoding="utf-8")
    return path


def run(*arguments: object, **environment: str | None) -> Result:
    """Return what the command line does with these arguments."""
    quiet = {"NO_COLOR": None, "FORCE_COLOR": None, "TERM": "xterm"}
    return CliRunner(env={**quiet, **environment}).invoke(
        main, [str(argument) for argument in arguments]
    )


def on_a_terminal(*arguments: object, **environment: str) -> bytes:
    """Return what the command line shows on a terminal."""
    pty = pytest.importorskip("pty")
    own, its = pty.openpty()
    wishes = {
        name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR")
    }
    program = [sys.executable, "-m", "govinfo.cli", *map(str, arguments)]
    with subprocess.Popen(
        program, env={**wishes, "TERM": "xterm", **environment}, stdout=its
    ) as running:
        os.close(its)
        shown = b""
        while piece := _piece(own):
            shown += piece
        running.wait()
    os.close(own)
    return shown


def _piece(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux says so when the program has ended
        return b""


# Escapes.


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": "", "FORCE_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
    ids=str,
)
def test_a_terminal_has_colours_unless_it_wants_none(
    source: Path, environment: dict[str, str], *, coloured: bool
) -> None:
    """NO_COLOR comes before FORCE_COLOR, and that before a terminal that calls itself dumb."""
    shown = on_a_terminal("check", source, **environment)
    assert b"T3.BALANCE" in shown
    assert (b"\x1b[31merror" in shown) is coloured


@pytest.mark.parametrize("shape", ["text", "json", "sarif", "html", "dismissals"])
@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1"}], ids=str)
def test_a_file_has_no_escapes(source: Path, shape: str, environment: dict[str, str]) -> None:
    """Whatever the environment wants, a file holds what a pipe is given, and no colours."""
    out = source.parent / "out"
    run("check", source, "--format", shape, "-o", out, **environment)
    assert "\x1b" not in out.read_text("utf-8")
    assert out.read_text("utf-8") == unstyle(
        run("check", source, "--format", shape, **environment).stdout
    )


def test_a_pipe_has_colours_only_when_forced(source: Path) -> None:
    """FORCE_COLOR is for pagers, which show colours and are no terminal."""
    assert "\x1b" not in run("check", source).stdout
    assert "\x1b[31merror" in run("check", source, FORCE_COLOR="1").stdout


def test_a_file_name_cannot_steer_the_terminal(source: Path) -> None:
    """Escapes in a file's name are shown as what they are, in the text and in complaints."""
    strange = source.with_name("a\x1b[31mb\x07.txt")
    source.rename(strange)
    shown = on_a_terminal("check", strange, NO_COLOR="1")
    assert b"a\\x1b[31mb\\x07.txt" in shown
    assert b"\x1b" not in shown
    assert "\x1b" not in run("check", strange.with_name("\x1b[31mgone.txt")).stderr


# Files.


def failing() -> Iterator[str]:
    """Yield a piece, and fail."""
    yield "half"
    raise RuntimeError("the rest cannot be made")


def test_a_failure_leaves_the_old_file(tmp_path: Path) -> None:
    """What was there stays whole when something goes wrong half-way, and nothing is left beside it."""
    out = tmp_path / "out"
    out.write_text(SAVED)
    with pytest.raises(RuntimeError):
        write(failing(), str(out))
    assert (out.read_text(), list(tmp_path.iterdir())) == (SAVED, [out])


def test_a_killed_process_leaves_the_old_file(tmp_path: Path) -> None:
    """Killed between two pieces, a program has not touched the file that it was to replace."""
    out = tmp_path / "out"
    out.write_text(SAVED)
    code = (
        "import os, signal, sys\nfrom govinfo.cli.output import write\n"
        "def pieces():\n    yield 'x' * 100_000\n    os.kill(os.getpid(), signal.SIGKILL)\n    yield 'y'\n"
        "write(pieces(), sys.argv[1])"
    )
    ended = subprocess.run([sys.executable, "-c", code, str(out)], check=False)
    assert (ended.returncode, out.read_text()) == (-signal.SIGKILL, SAVED)


def test_a_new_file_has_the_usual_permissions_and_an_old_one_keeps_its_own(tmp_path: Path) -> None:
    """What the user has set for a file holds for what replaces it."""
    old, new, plain = tmp_path / "old", tmp_path / "new", tmp_path / "plain"
    old.write_text(SAVED)
    old.chmod(0o640)
    plain.write_text("")
    write(["text"], str(old))
    write(["text"], str(new))
    assert [stat.S_IMODE(path.stat().st_mode) for path in (old, new)] == [
        0o640,
        stat.S_IMODE(plain.stat().st_mode),
    ]
    assert (old.read_text(), new.read_text()) == ("text", "text")


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_and_what_it_points_to_is_replaced(tmp_path: Path, *, there: bool) -> None:
    """Writing to a link writes to its target, also where that is still to be made, in whatever folder."""
    (tmp_path / "elsewhere").mkdir()
    target, link = tmp_path / "elsewhere" / "target", tmp_path / "link"
    if there:
        target.write_text(SAVED)
    link.symlink_to(target)
    write(["text"], str(link))
    assert (link.is_symlink(), target.read_text()) == (True, "text")
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "elsewhere", target, link]


@pytest.mark.parametrize("name", ["-", "/dev/stdout", "/dev/fd/1"])
def test_standard_output_has_several_names(source: Path, name: str) -> None:
    """What stands for standard output is written into and never replaced, also where that is a file being added to."""
    out = source.parent / "log"
    out.write_text(f"{SAVED}\n")
    with out.open("a") as stream:
        program = [
            sys.executable,
            "-m",
            "govinfo.cli",
            "parse",
            "--format",
            "jsonl",
            str(source),
            "-o",
            name,
        ]
        assert subprocess.run(program, stdout=stream, check=False).returncode == 0
    assert out.read_text() == f"{SAVED}\n{run('parse', '--format', 'jsonl', source).stdout}"


def test_devices_and_pipes_are_written_into(source: Path) -> None:
    """/dev/null stays a device, and a pipe with a name gives what was written to whoever reads it."""
    pipe = source.parent / "pipe"
    os.mkfifo(pipe)
    program = [sys.executable, "-m", "govinfo.cli", "parse", str(source), "-o"]
    with subprocess.Popen([*program, str(pipe)]) as running:
        assert pipe.read_text("utf-8") == run("parse", source).stdout
    assert (running.returncode, stat.S_ISFIFO(pipe.stat().st_mode)) == (0, True)
    assert run("parse", source, "-o", os.devnull).exit_code == 0
    assert not Path(os.devnull).is_file()


def test_a_named_output_whose_reader_has_gone_ends_quietly(source: Path) -> None:
    """So does standard output under another name, as before `head`."""
    program = [sys.executable, "-m", "govinfo.cli", "parse", str(source), "-o", "/dev/stdout"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (141, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("named", [True, False])
def test_a_full_disk_is_told_in_one_line(source: Path, *, named: bool) -> None:
    """Where nothing more can be written, the reason is told, without a traceback."""
    program = [
        sys.executable,
        "-m",
        "govinfo.cli",
        "parse",
        str(source),
        *(["-o", "/dev/full"] if named else []),
    ]
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(program, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert "cannot be written: No space left on device" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.parametrize("size", [2_000, 200_000])
def test_a_file_that_grows_too_large_is_told_and_leaves_the_old_one(
    tmp_path: Path, size: int
) -> None:
    """However little is written, the reason is told once, and nothing is left beside the old file."""
    out = tmp_path / "out"
    out.write_text(SAVED)
    code = (
        "import click, resource, sys\nfrom govinfo.cli.output import write\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))\n"
        "try:\n    write(['x' * int(sys.argv[2])], sys.argv[1])\n"
        "except click.BadParameter as error:\n    sys.exit(error.message)"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, str(out), str(size)],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert ended.stderr.strip() == f"{out} cannot be written: File too large. Write elsewhere."
    assert (out.read_text(), list(tmp_path.iterdir())) == (SAVED, [out])


def refusal(source: Path, out: object, *more: str) -> str:
    """What is said of an output that cannot be written; nothing is read or printed then."""
    result = run("check", source, "-o", out, *more)
    assert (result.exit_code, result.stdout) == (2, "")
    return result.stderr


def test_an_output_that_is_a_source_is_refused(source: Path) -> None:
    """Writing over what is read would lose it, under whatever name, and as rules or dismissals as well."""
    before = source.read_bytes()
    link, dismissals = source.with_name("link"), source.with_name("dismissals")
    link.symlink_to(source)
    dismissals.write_text("")
    for out in (source, link, source.parent / "." / source.name):
        assert "is read as well" in refusal(source, out)
    assert "is read as well" in refusal(source, dismissals, "--dismissals", str(dismissals))
    assert "is read as well" in refusal(source.parent, source)
    assert source.read_bytes() == before


def test_an_output_in_no_folder_is_refused(source: Path) -> None:
    """The message names the folder to make."""
    said = refusal(source, source.parent / "gone" / "out")
    assert "cannot be written: No such file or directory" in said
    assert "Make the folder" in said
    assert "is no folder" in refusal(source, source / "out")


@pytest.mark.parametrize("out", ["", "."])
def test_an_output_that_is_no_file_is_refused(source: Path, out: str) -> None:
    """A folder, and no name at all."""
    assert "-o" in refusal(source, out)


def test_a_link_to_itself_is_refused(source: Path) -> None:
    """A link that leads nowhere is told, and stays."""
    link = source.with_name("loop")
    link.symlink_to(link)
    assert "cannot be written" in refusal(source, link)
    assert link.is_symlink()


def test_what_is_not_ours_to_write_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file or a folder that is write-protected stays as it is, and the message says what is wanted."""
    out = tmp_path / "out"
    out.write_text(SAVED)
    monkeypatch.setattr(
        os, "access", lambda *_: False
    )  # the tests may be run by root, who may write everything
    with pytest.raises(ClickException, match="cannot be written: Permission denied"):
        write(["text"], str(out))
    monkeypatch.undo()

    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("govinfo.cli.output.mkstemp", refused)
    with pytest.raises(ClickException, match=r"Permission denied.*written beside"):
        write(["text"], str(out))
    assert (out.read_text(), list(tmp_path.iterdir())) == (SAVED, [out])


# CSV.

texts = st.text() | st.builds(
    "".join,
    st.tuples(
        st.sampled_from(["", "'", "''", " ", "\u3000'"]), st.sampled_from(BEGINNINGS), st.text()
    ),
)


@given(texts)
def test_no_text_begins_as_a_formula_and_each_is_read_back(text: str) -> None:
    """A guarded text begins as no formula does; whoever takes off one apostrophe has the text again."""
    safe = guarded(text)
    assert not safe.lstrip().startswith(BEGINNINGS)
    is_guarded = re.match(r"'['\s]*[=+\-@\t\r\n＝＋－＠]", safe)
    assert (safe[1:] if is_guarded else safe) == text


@pytest.mark.parametrize("text", [" =1+1", "\xa0@A1", "' -1", "\u3000＋1", "\v=1"])
def test_spaces_before_a_formula_do_not_hide_it(text: str) -> None:
    """Some spreadsheets leave out spaces before they look for a formula."""
    assert csv_text([[text]]) == f"'{text}\n"


def test_numbers_stay_numbers() -> None:
    """Only texts are guarded: what is negative is still a number."""
    assert csv_text([[-5, "-5", None, "a=b", 0, "=1"]]) == "-5,'-5,,a=b,0,'=1\n"


def test_csv_of_a_hostile_report_holds_no_formula(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names of files and what stands in cells are no formulas in the CSV; a value that was read is its number."""
    draft = written(FORM2021, random.Random(7))
    text = render(draft, "pipes")
    cells = ("| 0 | =HYPERLINK(1) |", "| -5+5 | 0 |")
    text = text.replace("| 0 | 0 |", cells[0], 1).replace("| 0 | 0 |", cells[1], 1)
    monkeypatch.chdir(source.parent)
    Path("=1+1.txt").write_text(text, encoding="utf-8")
    rows = list(csv.reader(io.StringIO(run("parse", "--format", "csv", "=1+1.txt").stdout)))
    held = {name: {row[at] for row in rows[1:]} for at, name in enumerate(COLUMNS)}
    assert held["source_id"] == {"'=1+1.txt"}
    assert {"'=HYPERLINK(1)", "'-5+5"} <= held["raw"]
    assert not any(
        cell.startswith(BEGINNINGS) for name in COLUMNS if name != "value" for cell in held[name]
    )
