"""The documentation as a site: it builds without a warning or a network, and fetches nothing from other hosts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WANTED = ("mkdocs", "material", "mkdocs_static_i18n", "mkdocstrings_handlers")
MISSING = [name for name in WANTED if find_spec(name) is None]

NO_NETWORK = """\
import socket

def connect(self, address):
    raise OSError(f"the build of the site asked for {address}")

socket.socket.connect = connect
"""
"""Python runs this as `sitecustomize` before anything else."""

FETCHED = re.compile(r"<(?:link|script|img|iframe)\b[^>]*\b(?:href|src)=[\"']?(?:https?:)?//[^>]*>")
"""A tag that makes a browser fetch something from another host; a link that a reader may follow is none."""


@pytest.mark.skipif(
    bool(MISSING) and os.environ.get("CI") != "true",
    reason=f"the extra `docs` is not installed: {', '.join(MISSING)} not found",
)
def test_the_site_builds_strictly_and_offline(tmp_path: Path) -> None:
    """`mkdocs build --strict` ends well in both languages, and no page fetches from another host."""
    assert MISSING == []
    site, path = tmp_path / "site", tmp_path / "path"
    path.mkdir()
    (path / "sitecustomize.py").write_text(NO_NETWORK, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(path), "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    told = f"{done.stdout}{done.stderr}"
    assert done.returncode == 0, f"the site in {site} is not whole:\n{told}"
    assert re.findall(r"^(?:WARNING|ERROR).*$", told, re.MULTILINE) == []

    pages = {
        page.relative_to(site).as_posix(): page.read_text(encoding="utf-8")
        for page in site.rglob("*.html")
    }
    assert 'lang="en"' in pages["model/index.html"]
    assert 'lang="zh"' in pages["zh/model/index.html"]
    assert "勾稽关系" in pages["zh/glossary/index.html"]
    assert "govinfo.parse" in pages["api/reading/index.html"]
    assert {name: found for name, page in pages.items() if (found := FETCHED.findall(page))} == {}
    styles = "".join(sheet.read_text(encoding="utf-8") for sheet in site.rglob("*.css"))
    assert re.findall(r"(?:@import|url\()[\s\"']*(?:https?:)?//", styles) == []
