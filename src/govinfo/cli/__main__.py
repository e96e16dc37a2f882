"""`python -m govinfo.cli` is the same as `govinfo`."""

from __future__ import annotations

from govinfo.cli import main

main(prog_name="govinfo")
