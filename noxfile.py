"""The environments of the tests: `pip install nox`, then `nox`, `nox -s newest`, `nox -s lock`."""

from __future__ import annotations

import nox

nox.needs_version = ">=2024.10"
nox.options.sessions = ["tests"]

PYTHONS = ["3.11", "3.12", "3.13"]
LOCK = "locked.txt"


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the tests with the versions that are locked."""
    session.install("-r", LOCK)
    session.install("--no-deps", "--no-build-isolation", "-e", ".")
    _check(session)


@nox.session(python=PYTHONS)
def newest(session: nox.Session) -> None:
    """Run the tests with the newest versions that `pyproject.toml` allows."""
    session.install("--upgrade", "-e", ".[test,docs]")
    _check(session)


@nox.session
def lock(session: nox.Session) -> None:
    """Lock the newest versions that `pyproject.toml` allows, for every Python and every system."""
    session.install("uv")
    what = (
        "--universal",
        "--python-version",
        PYTHONS[0],
        "--extra",
        "test",
        "--extra",
        "docs",
        "--upgrade",
        "--generate-hashes",
    )
    plain = (
        "--no-annotate",
        "--no-emit-index-url",
        "--no-emit-find-links",
        "--custom-compile-command",
        "nox -s lock",
    )
    session.run(
        "uv", "pip", "compile", "--quiet", *what, *plain, "--output-file", LOCK, "pyproject.toml"
    )


def _check(session: nox.Session) -> None:
    """Run all tests with coverage and check the types, or run only the tests asked for."""
    session.run("python", "-m", "pip", "list", "--format=freeze")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", *(session.posargs or ["--cov"]))
    if not session.posargs:
        session.run("python", "-m", "mypy")
