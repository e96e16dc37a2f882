"""The command line: `govinfo parse`, `check`, `extract`, `explain` and others.

Everything heavy is imported by the command that needs it, so that `govinfo --help` is there at
once.
"""
# ruff: noqa: PLC0415 - imports stand in the commands, see above.

from __future__ import annotations

import sys
import warnings
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import click

from govinfo.cli.group import Choice, Commands
from govinfo.cli.language import spoken
from govinfo.cli.output import (
    emit,
    emit_rows,
    ready,
    shape_of,
    show_warning,
    terminal_columns,
    wanted_colour,
    write,
)
from govinfo.errors import meant

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from govinfo.wording import Lang

    _Command = TypeVar("_Command", bound=Callable[..., Any])

__all__ = ["main"]

FOUND_ERRORS = 1
"""The exit status of `check` for a broken rule of severity error, of `compare` for other cells."""


source = click.Path(path_type=str, readable=False)
"""A source; whether it can be read is told of each alone, and the others are still read."""
files = click.argument("files", metavar="FILE...", nargs=-1, required=True, type=source)
adapter = click.option(
    "--adapter", metavar="NAME", help="Read with this adapter; see `govinfo adapters`."
)
to_file = click.option(
    "-o", "--output", metavar="OUT", type=click.Path(dir_okay=False), help="Write to this file."
)
existing = click.Path(exists=True, dir_okay=False)
dismissals = click.option(
    "--dismissals",
    metavar="FILE",
    type=existing,
    help="Findings to pass over, in the form of `check --format dismissals`.",
)
_speaking = partial(
    click.option,
    "--lang",
    type=Choice(["zh", "en"]),
    help="Language of all that is printed; by default that of the locale, or Chinese.",
)


def shaped(usual: str, *others: str) -> Callable[[_Command], _Command]:
    """Return the option for the format of what is written; the usual one comes first."""
    told = f"By default as the file name of OUT ends, or {usual}."
    return click.option("--format", "shape", type=Choice([usual, *others]), help=told)


lang = _speaking(callback=lambda _context, _parameter, value: value or spoken())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="govinfo", message="%(prog)s %(version)s")
@_speaking(expose_value=False)
@click.pass_context
def main(context: click.Context) -> None:
    """Read China's annual reports on government information disclosure.

    A FILE may be a directory: then every file below it is read, except hidden ones and what govinfo
    wrote. "-" reads standard input.

    Exit status: 0 when all was read, and no rule of severity error was broken; 1 when `check` found
    errors, or `compare` cells that differ; 2 when the command was used wrongly or a source could
    not be read. Every other source is still processed.
    """
    context.color = wanted_colour()
    context.with_resource(warnings.catch_warnings())
    warnings.showwarning = show_warning


@main.command()
@files
@shaped("json", "jsonl", "csv")
@to_file
@adapter
@lang
def parse(
    files: tuple[str, ...], shape: str | None, output: str | None, adapter: str | None, lang: Lang
) -> None:
    """Read reports, and write them as data.

    json is one object for one FILE and an array for several, jsonl one report a line, csv one cell
    a line.
    """
    from govinfo.cli.reports import SHAPES
    from govinfo.cli.sources import Sources

    sources = Sources.below(files, adapter)
    ready(output, sources.names)
    shape = shape_of(shape, output, SHAPES) or "json"
    pieces = SHAPES[shape](sources.reports(), lang, several=sources.several)
    if shape == "csv" and output not in {None, "-"}:
        pieces = chain(["\ufeff"], pieces)  # by this mark Excel knows that it is UTF-8
    write(pieces, output)
    sys.exit(sources.status)


@main.command()
@files
@lang
@shaped("text", "json", "sarif", "html", "dismissals")
@click.option(
    "--style", is_flag=True, help="Proof-read the text too: doubled words, brackets, numbering."
)
@click.option(
    "--rules",
    "rules_file",
    metavar="FILE",
    type=existing,
    help="Rules to apply, in the form of `rules --format json`.",
)
@dismissals
@to_file
@click.option("--all", "everything", is_flag=True, help="List what could not be assessed as well.")
@adapter
def check(  # noqa: PLR0913, PLR0917 - one for each option
    files: tuple[str, ...],
    lang: Lang,
    shape: str | None,
    style: bool,  # noqa: FBT001 - as click has it
    rules_file: str | None,
    dismissals: str | None,
    output: str | None,
    everything: bool,  # noqa: FBT001 - as click has it
    adapter: str | None,
) -> None:
    """Check reports against the rules.

    Every report is checked on its own, those of one body from year to year, and those of a
    government against the bodies below it. text lists what is broken, and only counts what could
    not be assessed, unless --all is given; json and html list that too; sarif is for code review;
    dismissals are lines for a file of findings that somebody has set aside.
    """
    from govinfo.cli.findings import (
        SHAPES,
        check_all,
        findings_as_text,
        next_commands,
        warn_of_stale,
    )
    from govinfo.cli.settings import dismissed_in, rules_in
    from govinfo.cli.sources import Sources

    rules, dismissed = rules_in(rules_file, style=style), dismissed_in(dismissals)
    sources = Sources.below(files, adapter)
    ready(output, [*sources.names, rules_file, dismissals])
    checked = check_all(sources.reports(), rules, dismissed)
    shape = shape_of(shape, output, SHAPES) or "text"
    if shape == "text":
        columns, named = terminal_columns(output), len(sources.names)
        pieces = findings_as_text(
            checked, lang, sources=named, columns=columns, everything=everything
        )
        write(pieces, output, styled=True)
    else:
        write(SHAPES[shape](checked, lang, several=sources.several), output)
    warn_of_stale(dismissed, checked)
    if shape == "text" and terminal_columns(output) is not None:
        emit(next_commands(checked, lang, everything=everything))
    errors = any(one.findings.errors for one in checked)
    sys.exit(sources.status or (FOUND_ERRORS if errors else 0))


@main.command()
@click.argument("file", type=source)
@click.option("--format", "shape", type=Choice(["text", "json"]), default="text", show_default=True)
@adapter
@lang
def suggest(file: str, shape: str, adapter: str | None, lang: Lang) -> None:
    """Tell which cells to change so that every sum holds, the likeliest change first.

    A report that breaks no sum has none. + is what speaks for a change, - what speaks against it.
    json gives the changes as data.
    """
    from govinfo.cli.sources import Sources
    from govinfo.cli.suggestions import SHAPES

    sources = Sources([file], adapter)
    for _, report in sources.reports():
        write(SHAPES[shape](report, lang, terminal_columns(None)))
    sys.exit(sources.status)


@main.command()
@click.argument("before", type=source)
@click.argument("after", type=source)
@lang
@shaped("text", "json", "html")
@to_file
@adapter
def compare(  # noqa: PLR0913, PLR0917 - one for each option
    before: str, after: str, lang: Lang, shape: str | None, output: str | None, adapter: str | None
) -> None:
    """Compare two reports: two captures of a page, two years, a draft and what was published.

    It lists the cells, sentences and figures in prose that differ, and the findings that are gone
    or new. Exit status 1 when cells differ.
    """
    from govinfo.cli.comparison import SHAPES, compared
    from govinfo.cli.sources import Sources

    sources = Sources([before, after], adapter)
    ready(output, sources.names)
    found = compared(sources)
    if found is not None:
        shape = shape_of(shape, output, SHAPES) or "text"
        pieces = SHAPES[shape](found, lang, terminal_columns(output))
        write(pieces, output, styled=shape == "text")
    sys.exit(sources.status or (FOUND_ERRORS if found and found.differing else 0))


@main.command()
@click.argument("file", type=source)
@click.argument("address")
@adapter
@lang
def explain(file: str, address: str, adapter: str | None, lang: Lang) -> None:
    """Tell what was read at an address, where, and how.

    ADDRESS is table.row.column, such as requests.new_received.total; `govinfo dictionary` lists
    them all.
    """
    from govinfo.cli.sources import Sources
    from govinfo.errors import UnknownAddress
    from govinfo.rendering import explain as explained

    sources = Sources([file], adapter)
    for name, report in sources.reports():
        try:
            emit(explained(report, address, lang, terminal_columns(None)))
        except UnknownAddress as error:
            sources.complain(name, error)
    sys.exit(sources.status)


@main.command()
@files
@click.option(
    "-o",
    "--output",
    "out",
    metavar="FOLDER",
    required=True,
    type=click.Path(file_okay=False),
    help="The folder of the tables.",
)
@click.option(
    "--workers",
    type=click.IntRange(min=1),
    help="How many processes read; by default one for each processor.",
)
@click.option(
    "--format",
    "shape",
    type=Choice(["parquet", "csv", "xlsx", "dta", "sqlite", "duckdb"]),
    default="parquet",
    show_default=True,
)
@click.option("--no-check", is_flag=True, help="Apply no rules.")
@click.option(
    "--fresh", is_flag=True, help="Read everything again, also what an earlier run has read."
)
@lang
def extract(  # noqa: PLR0913, PLR0917 - one for each option
    files: tuple[str, ...],
    out: str,
    workers: int | None,
    shape: str,
    no_check: bool,  # noqa: FBT001 - as click has it
    fresh: bool,  # noqa: FBT001
    lang: Lang,
) -> None:
    """Read many files into tables in a folder.

    The tables are reports, figures, claims, notes and findings, and comparable, the panel over
    the years; xlsx and dta have one row per report as well, in wide, and the databases have wide
    as a view. A run that was stopped goes on where it was; a file that has not changed is not
    read again.
    """
    from govinfo.cli.extraction import extracted

    sys.exit(
        extracted(
            files, out, workers=workers, shape=shape, lang=lang, check=not no_check, fresh=fresh
        )
    )


@main.command()
@files
@click.option(
    "-o",
    "--output",
    metavar="OUT",
    required=True,
    type=click.Path(dir_okay=False),
    help="Write to this file: .html for the page, .docx for the document.",
)
@dismissals
@lang
@adapter
def review(
    files: tuple[str, ...], output: str, dismissals: str | None, lang: Lang, adapter: str | None
) -> None:
    """Write what a proof-reader needs: a page, or the Word document with comments.

    The page has the document beside its tables: it says of each slip where it stands and what to
    change, links each cell with its place, and has the figures to tick off. It is one file that
    needs no network. Where OUT ends with .docx, FILE is one Word document; each thing to look at
    gets a comment, at its first place.
    """
    from govinfo.cli.review import written_review

    sys.exit(written_review(files, output, dismissals, lang, adapter))


@main.command()
@lang
@click.option("--format", "shape", type=Choice(["text", "csv"]), default="text", show_default=True)
def dictionary(lang: Lang, shape: str) -> None:
    """List the variables of the tables: names, labels, units, forms, and what may be compared."""
    from govinfo.codebook import HEADS
    from govinfo.codebook import dictionary as codebook
    from govinfo.rendering.spreadsheet import csv_text

    variables = codebook(lang)
    if shape == "csv":
        emit(csv_text([HEADS["en"], *variables]).rstrip("\n"))
        return
    rows = [list(one[:5]) for one in (HEADS[lang], *variables)]
    if terminal_columns(None) is not None:
        # The five columns are wider than most terminals: three of them stand below the others.
        rows = [[name, address, " · ".join(about)] for name, address, *about in rows]
    emit_rows(rows)


@main.command()
@lang
def forms(lang: Lang) -> None:
    """List the statutory forms that are known."""
    from govinfo.forms import FORMS

    heads = {
        "zh": ["编号", "年度", "格数", "依据", "名称"],
        "en": ["id", "years", "cells", "laid down by", "name"],
    }
    rows = [heads[lang]]
    for form in FORMS:
        years = f"{form.first_year}–{form.last_year or ''}"
        rows.append([form.id, years, str(len(form.addresses)), form.basis, form.name])
    emit_rows(rows, right=frozenset({2}))


@main.command()
@click.argument("rule", metavar="[ID", required=False)
@click.argument("files", metavar="[FILE...]]", nargs=-1, type=source)
@lang
@click.option("--format", "shape", type=Choice(["text", "json"]), default="text", show_default=True)
@adapter
def rules(
    rule: str | None, files: tuple[str, ...], lang: Lang, shape: str, adapter: str | None
) -> None:
    """List the rules, or tell all about one; with a FILE, also what it comes to there.

    json is what `govinfo check --rules` reads: leave rules out to switch them off, change
    severities, add sums.
    """
    from govinfo.cli.rules import applied, listed, told
    from govinfo.cli.sources import Sources
    from govinfo.consistency.rule_file import rules_to_json
    from govinfo.consistency.rules import RULES, STYLE_RULES

    known = {**RULES, **STYLE_RULES}
    if rule is not None and rule not in known:
        hint = meant(rule, known, "`govinfo rules` lists them all.")
        raise click.BadParameter(f"there is no rule {rule!r}. {hint}", param_hint="'ID'")
    if shape == "json":
        emit(rules_to_json(RULES if rule is None else {rule: known[rule]}))
        return
    emit_rows(listed(lang) if rule is None else told(known[rule], lang))
    sources = Sources.below(files, adapter)
    if rule is not None:
        write(applied(known[rule], sources.reports(), lang, terminal_columns(None)))
    sys.exit(sources.status)


@main.command()
@click.option(
    "--explain",
    "file",
    metavar="FILE",
    type=source,
    help="Tell what each says of this file.",
)
@lang
def adapters(file: str | None, lang: Lang) -> None:
    """List the adapters, in the order they are asked.

    With --explain, each has its score from 0 to 1 for the text of a file, and what it saw there;
    the surest reads. If its reading is not complete, the readings that competed follow.
    """
    from govinfo.cli.adapters import HEADS, listed
    from govinfo.cli.sources import Sources

    heads = HEADS[lang]
    if file is None:
        emit_rows([heads["listed"], *listed(lang)])
        return
    sources = Sources([file], None)
    if verdicts := list(sources.verdicts()):
        emit_rows([heads["verdicts"], *verdicts])
    considered = [*sources.considered()] if sources.status == 0 else []
    if considered:
        emit("\n")
        emit_rows([heads["considered"], *considered], right=frozenset({2, 3, 4, 5}))
    sys.exit(sources.status)
