"""Golden files tell every difference, and are written only when that is asked for."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from govinfo.testing.golden import differences, main, specimens, write

SAMPLES = Path(__file__).parents[1] / "examples" / "reports"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two reports and a text that is none, with their golden files."""
    for name in ("form2021-pipes.txt", "form2019-stacked.txt"):
        shutil.copy(SAMPLES / name, tmp_path)
    (tmp_path / "notice.txt").write_text("关于召开座谈会的通知\n", encoding="utf-8")
    assert [path.name for path in write(tmp_path)] == [
        "form2019-stacked.json",
        "form2021-pipes.json",
        "notice.json",
    ]
    return tmp_path


def change(golden: Path, key: str, value: object) -> None:
    """Write another value at one address of a golden file."""
    outcome = json.loads(golden.read_text(encoding="utf-8"))
    outcome["values"][key] = value
    golden.write_text(json.dumps(outcome), encoding="utf-8")


def run(*arguments: str) -> Result:
    """Run the module as a command."""
    return CliRunner().invoke(main, arguments)


def test_what_was_written_is_read_again(folder: Path) -> None:
    """Once written down, nothing differs, and to write again changes no file."""
    assert (differences(folder), write(folder)) == ([], [])
    assert json.loads((folder / "notice.json").read_text(encoding="utf-8")) == {
        "error": "NotAReport"
    }


def test_specimens_have_numbers(folder: Path) -> None:
    """The texts come with counts as whole numbers and money to the last digit; what is no report is no specimen."""
    stacked, pipes = specimens(folder).values()

    assert list(specimens(folder)) == [
        (folder / f"{name}.txt").read_text(encoding="utf-8")
        for name in ("form2019-stacked", "form2021-pipes")
    ]
    assert stacked["proactive.government_procurement.amount"] == Decimal("486250.50")
    assert type(pipes["requests.new_received.total"]) is int


def test_differences_are_told_and_nothing_is_written(folder: Path) -> None:
    """A value that has changed is told with its address, the status is 1, and the file stays as it is."""
    golden = folder / "form2021-pipes.json"
    found = json.loads(golden.read_text(encoding="utf-8"))["values"]["requests.granted.total"]
    change(golden, "requests.granted.total", None)
    before = golden.read_bytes()
    told = run(str(folder))

    assert told.exit_code == 1
    assert told.output.splitlines() == [
        f"form2021-pipes.txt: requests.granted.total: expected None, found {found}",
        "texts: 3, differences: 1",
    ]
    assert golden.read_bytes() == before


def test_write_is_asked_for(folder: Path) -> None:
    """With `--write` what is read now is written down, and only what has changed."""
    change(folder / "form2021-pipes.json", "requests.granted.total", 3)
    done = run("--write", str(folder))

    assert (done.exit_code, done.output) == (
        0,
        "form2021-pipes.json: written\ntexts: 3, differences: 0\n",
    )
    assert differences(folder) == []


def test_address_that_has_come_or_gone(folder: Path) -> None:
    """An address that is in the golden file alone is told as well."""
    change(folder / "form2021-pipes.json", "requests.forgotten.total", 0)

    assert differences(folder) == [
        "form2021-pipes.txt: requests.forgotten.total: expected 0, found nothing"
    ]


def test_text_or_golden_file_alone(folder: Path) -> None:
    """A text without a golden file is told, and so is a golden file without its text."""
    (folder / "notice.json").rename(folder / "other.json")

    assert differences(folder) == [
        "notice.txt: there is no notice.json beside it; --write makes one",
        "other.json: there is no text beside it; remove it, or bring the text back",
    ]


@pytest.mark.parametrize(
    ("names", "told"),
    [
        pytest.param((), "there is no text in", id="nothing"),
        pytest.param(("a.md", "a.txt"), "a.txt in .* would share its golden file", id="shared"),
    ],
)
def test_folders_that_cannot_be_compared(names: tuple[str, ...], told: str, tmp_path: Path) -> None:
    """A folder without texts proves nothing, and two texts may not share a golden file."""
    for name in names:
        (tmp_path / name).write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=told):
        differences(tmp_path)
    assert run(str(tmp_path)).exit_code == 2
