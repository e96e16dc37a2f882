"""Every command that a document shows is run, and every output that it shows is the one that comes."""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from environments import ROOT, fresh

PAGES = [ROOT / "README.md", ROOT / "README.zh-CN.md", *sorted((ROOT / "docs").glob("*.md"))]
TREE = ("README.md", "LICENSE", "pyproject.toml", "src", "examples")
RUN_PAGES = [page for page in PAGES if not page.name.endswith((".zh.md", ".zh-CN.md"))]
"""Pages in Chinese have the same commands and outputs, which `test_translations_keep_in_step` checks."""
TUTORIAL = ROOT / "docs" / "writing-an-adapter.md"
EXAMPLE = ROOT / "examples" / "govinfo-cells"

BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>[^\n]*) -->\n)?```(?P<language>[\w-]*)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
RUN = frozenset({"sh", "console"})
SHOWN = frozenset({"text", "html", "csv"})
"""What is no code: specimens, drawings, and lists."""
OFFLINE = ("--quiet", "--no-deps", "--no-build-isolation", "--ignore-installed")
LIKE = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@frozen
class Block:
    """A block of code in a document."""

    mark: str
    """What a comment above it says: `file: NAME`, or `test command`."""
    language: str
    body: str

    @property
    def file(self) -> str:
        """The name of the file that it shows, or nothing."""
        return self.mark.removeprefix("file: ") if self.mark.startswith("file: ") else ""


def blocks(page: Path) -> list[Block]:
    """Return the blocks of code in a document."""
    return [
        Block(match["mark"] or "", match["language"], match["body"])
        for match in BLOCK.finditer(page.read_text("utf-8"))
    ]


def commands(block: Block) -> Iterator[tuple[str, str | None]]:
    """Yield each command of a block with the output shown below it, or `None` where none is shown."""
    if block.language == "sh":
        yield from ((line, None) for line in block.body.splitlines() if line.strip())
        return
    for shown in re.split(r"^\$ ", block.body, flags=re.MULTILINE)[1:]:
        command, _, output = shown.partition("\n")
        yield command, output


def script(page: Path, outputs: Path) -> str:
    """Return the whole page as one script, so that it goes on in the folder and with the variables it has set."""
    lines, number = list[str](), 0
    for block in blocks(page):
        if block.file:
            name = shlex.quote(block.file)
            lines += [
                f"mkdir -p $(dirname {name})",
                f"cat > {name} << 'END OF FILE'\n{block.body}END OF FILE",
            ]
        elif block.language in RUN and block.mark != "test command":
            for command, _ in commands(block):
                number += 1
                lines.append(
                    f"{{ {command}\n}} > {outputs}/{number}.out 2>&1; echo $? > {outputs}/{number}.status"
                )
    return "\n".join(lines)


def expected(page: Path) -> list[tuple[str, str | None]]:
    """Return every command of a page that is run, with its output."""
    run = [
        block
        for block in blocks(page)
        if block.language in RUN and not block.file and block.mark != "test command"
    ]
    return [command for block in run for command in commands(block)]


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A folder with a clone of the tree, and environments where the documents make theirs."""
    clone = tmp_path / "govinfo"
    clone.mkdir()
    for source in (ROOT / name for name in TREE):
        copy = shutil.copytree if source.is_dir() else shutil.copy
        copy(source, clone / source.name)
    return tmp_path


@pytest.mark.parametrize(
    "page", [page for page in RUN_PAGES if expected(page)], ids=lambda page: page.name
)
def test_commands_run(
    page: Path, workspace: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Each command ends well, and prints what the document shows; one that is shown to find errors tells them."""
    outputs = tmp_path_factory.mktemp("outputs")
    home = workspace / ("govinfo-cells" if page == TUTORIAL else "govinfo")
    environment = fresh(home / ".venv")
    if not any("pip install" in command for command, _ in expected(page)):
        environment.python("-m", "pip", "install", *OFFLINE, workspace / "govinfo")
    # The value says what it does not mean: with 0, building tools are those that are there.
    variables = environment.variables() | {"PIP_NO_BUILD_ISOLATION": "0"}
    start = workspace if page == TUTORIAL else home
    subprocess.run(["bash", "-c", script(page, outputs)], cwd=start, env=variables, check=False)

    for number, (command, output) in enumerate(expected(page), 1):
        status, printed = (
            (outputs / f"{number}.{end}").read_text("utf-8") for end in ("status", "out")
        )
        may_tell = output is not None or "govinfo check" in command
        assert int(status) in {0, 1 if may_tell else 0}, f"{command} ended with {status}{printed}"
        assert output is None or doctest.OutputChecker().check_output(output, printed, LIKE), (
            f"{command}\n{printed}"
        )
    if page == TUTORIAL:
        made = {
            name: (home / name).read_text("utf-8")
            for name in ("pyproject.toml", "src/govinfo_cells/__init__.py")
        }
        assert made == {name: (EXAMPLE / name).read_text("utf-8") for name in made}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_block_of_code_is_run(page: Path) -> None:
    """A block of code is a session, commands, a script for an engine, or a file that commands are run on."""
    scripts = [block for block in blocks(page) if block.mark.startswith("needs ")]
    left = [
        block
        for block in blocks(page)
        if block.language not in RUN | SHOWN | {"pycon"} and not block.file and block not in scripts
    ]

    assert left == []
    # `tests/archive/test_engines_in_docs.py` runs the scripts of these pages.
    assert not scripts or page.name in {"engines.md", "engines.zh.md"}
    assert len(re.findall(r"^```", page.read_text("utf-8"), re.MULTILINE)) == 2 * len(blocks(page))
