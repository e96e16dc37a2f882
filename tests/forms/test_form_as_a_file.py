"""A new form is one file of data and one line in the table of forms; it is read like the others, and harms none."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
READ = """
import json
from random import Random
import govinfo
from govinfo.forms import FORMS
from govinfo.testing.drafts import write
from govinfo.testing.dialects import DIALECTS, VARIANTS, render

form, found = FORMS[0], {}
for dialect in DIALECTS:
    for number, options in enumerate(VARIANTS[dialect] if dialect != "narrative" else ()):
        draft = write(form, Random(number))
        values = govinfo.parse(render(draft, dialect, **options)).values()
        wrong = [a for a, value in draft.expected().items() if values.get(a) not in (value, None)]
        unread = [a for a, value in draft.expected().items() if values.get(a) is None is not value]
        found[f"{dialect}-{number}"] = [len(wrong), len(unread)]
draft = write(form, Random(7))
report = govinfo.parse(render(draft, "pipes"))
new = "requests.denied_trial_use.foreign_org"
broken = govinfo.parse(render(draft.changed({new: draft.values[new] + 1}), "pipes"))
holds = {f.rule for f in govinfo.check(report, verdicts="all") if f.verdict == "holds"}
print(json.dumps({
    "form": report.form.id,
    "found": found,
    "holds": sorted(rule for rule in holds if rule.startswith(("T3", "T4"))),
    "broken": sorted({f.rule for f in govinfo.check(broken).errors}),
    "json": govinfo.Report.from_json(report.to_json()) == report,
    "frame": list(report.to_pandas().shape),
    "explained": "9.属于试用数据 × 境外组织" in report.explain(new),
    "rendered": "境外组织" in report._repr_html_(),
}))
"""


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of the package that knows the invented form, which a file and a line have added."""
    folder = tmp_path_factory.mktemp("with-a-new-form")
    shutil.copytree(
        ROOT / "src" / "govinfo", folder / "govinfo", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(Path(__file__).parent / "form2031.py", folder / "govinfo" / "forms")
    table = folder / "govinfo" / "forms" / "__init__.py"
    text = table.read_text(encoding="utf-8")
    import_line, entry = "from govinfo.forms.form2031 import FORM2031\n", "= (FORM2021, "
    assert text.count(entry) == 1
    text = text.replace(
        "from govinfo.forms.form2021", f"{import_line}from govinfo.forms.form2021", 1
    )
    table.write_text(text.replace(entry, "= (FORM2031, FORM2021, "), encoding="utf-8")
    return folder


def run(package: Path, *arguments: str) -> str:
    """Run Python with that copy of the package, and return what it prints."""
    environment = {**os.environ, "PYTHONPATH": str(package), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, *arguments],
        env=environment,
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    return done.stdout


def test_it_is_read_checked_and_written(package: Path) -> None:
    """No value is wrong in any dialect, and only collapsed tables leave some unread; all of govinfo knows the form."""
    done = json.loads(run(package, "-c", READ))

    assert done["form"] == "form2031"
    assert {
        name: counts
        for name, counts in done["found"].items()
        if counts != [0, 0] and "collapsed" not in name
    } == {}
    assert [wrong for wrong, _ in done["found"].values() if wrong] == []
    assert max(unread for _, unread in done["found"].values()) <= 20
    assert done["holds"] == [
        "T3.BALANCE",
        "T3.FEE_UNPAID_YEAR",
        "T3.NO_REQUESTS_TEXT",
        "T3.OUTCOMES_TOTAL",
        "T3.ROW_TOTAL",
        "T4.LIT_AFTER_TOTAL",
        "T4.LIT_DIRECT_TOTAL",
        "T4.RECON_TOTAL",
    ]
    assert done["broken"] == ["T3.OUTCOMES_TOTAL", "T3.ROW_TOTAL"]
    assert done["frame"] == [227, 16]
    assert done["json"] is done["explained"] is done["rendered"] is True


def test_it_harms_no_other(package: Path, corpus: Path) -> None:
    """Every document of the snapshot is read and checked as it is without the new form."""
    assert corpus.is_dir()
    printed = run(package, "tools/snapshot.py")
    assert printed.splitlines()[-1].endswith("differences: 0")
