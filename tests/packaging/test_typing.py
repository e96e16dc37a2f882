"""What a type checker sees of the package: every name there is, and none besides."""

from __future__ import annotations

import ast
import inspect
import pickle
import pydoc
import re
import subprocess
import sys
from pathlib import Path

import pytest

import govinfo
import govinfo.consistency

SCRIPTS = Path(__file__).parents[1] / "fixtures" / "typing"
ROOT = Path(govinfo.__file__)


def complaints(script: Path, cache: Path) -> dict[int, str]:
    """What mypy says of a script in its strictest mode, by line, as somebody who has installed the package runs it."""
    command = [
        sys.executable,
        "-m",
        "mypy",
        "--strict",
        "--config-file",
        "",
        "--cache-dir",
        str(cache),
        str(script),
    ]
    found = subprocess.run(
        [*command, "--no-error-summary"], capture_output=True, text=True, check=False, cwd=cache
    )
    assert found.stderr == ""
    lines = [
        re.match(r".*?(\w+\.py):(\d+): error: (.*)", line) for line in found.stdout.splitlines()
    ]
    assert {line[1] for line in lines if line} <= {script.name}
    return {int(line[2]): line[3] for line in lines if line}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which mypy keeps what it has learnt of the packages."""
    return tmp_path_factory.mktemp("mypy")


def test_typical_use_passes(cache: Path) -> None:
    """Code that uses the package as its pages show is right in the strictest mode."""
    assert complaints(SCRIPTS / "right.py", cache) == {}


def test_every_typo_is_found(cache: Path) -> None:
    """A name, an argument or a word that does not exist is found in every line that has one, and in no other."""
    script = SCRIPTS / "typos.py"
    wrong = {
        n
        for n, line in enumerate(script.read_text("utf-8").splitlines(), 1)
        if line.endswith("# typo")
    }
    assert set(complaints(script, cache)) == wrong


def test_the_package_says_that_it_is_typed() -> None:
    """Without this file type checkers would not look at the package at all."""
    assert (ROOT.parent / "py.typed").is_file()


def test_the_three_lists_of_names_agree() -> None:
    """What checkers see, what is loaded on first use and what a star import gives is the same, each from its room."""
    block = next(
        node for node in ast.parse(ROOT.read_text("utf-8")).body if isinstance(node, ast.If)
    )
    typed = {
        node.module.removeprefix("govinfo."): tuple(name.name for name in node.names)
        for node in block.body
        if isinstance(node, ast.ImportFrom) and node.module
    }
    assert typed == govinfo._ROOMS
    assert sorted([*(name for names in typed.values() for name in names), "__version__"]) == sorted(
        govinfo.__all__
    )


def run(code: str) -> str:
    """What a program prints that has imported nothing yet."""
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout


def test_names_are_loaded_on_first_use() -> None:
    """A star import, `dir` and `getattr` give every name; importing the package alone loads none of its rooms."""
    loaded = "sorted(name for name in sys.modules if name.startswith('govinfo'))"
    assert run(f"import sys, govinfo; print({loaded})") == "['govinfo']\n"
    assert run("import govinfo; print(set(govinfo.__all__) <= set(dir(govinfo)))") == "True\n"
    assert (
        run("from govinfo import *; print(parse.__module__, BadRules.__name__)")
        == "govinfo.reading BadRules\n"
    )


def test_what_has_names_of_the_package_pickles_and_is_described() -> None:
    """A function of the root pickles by its name, and the help lists it."""
    assert pickle.loads(pickle.dumps(govinfo.parse)) is govinfo.parse
    page = pydoc.plain(pydoc.render_doc(govinfo))
    assert [name for name in ("parse", "check", "Report", "BadRules") if name not in page] == []


def test_an_unknown_name_tells_the_nearest() -> None:
    """A typo at run time is an attribute error with the name that was meant."""
    with pytest.raises(AttributeError, match=r"no attribute 'prase'\. Did you mean parse"):
        _ = govinfo.prase  # type: ignore[attr-defined]
    assert not hasattr(govinfo, "__wrapped__")


def test_the_kit_has_its_modules_when_they_are_asked_for() -> None:
    """`import govinfo.testing` is enough for every part of the kit, and for no other name."""
    script = (
        "import govinfo.testing as kit; print(kit.strategies.__name__, kit.golden.__name__, "
        "'strategies' in dir(kit), hasattr(kit, 'none'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert (done.stderr, done.stdout) == (
        "",
        "govinfo.testing.strategies govinfo.testing.golden True False\n",
    )


def test_no_signature_is_longer_than_a_screen() -> None:
    """`help` of a function begins with what can be read: no default is a whole catalogue."""
    called = [getattr(govinfo, name) for name in govinfo.__all__]
    called.append(govinfo.consistency.rules_to_json)
    functions = [one for one in called if inspect.isfunction(one)]
    assert govinfo.check in functions
    assert [one for one in functions if len(str(inspect.signature(one))) > 600] == []
