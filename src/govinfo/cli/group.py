"""Commands that speak the language that is asked for, also where arguments are wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import click

from govinfo.cli.language import language_of, spoken
from govinfo.cli.output import fitted, write_utf8
from govinfo.cli.sentences import in_words, usage_in_words
from govinfo.errors import meant
from govinfo.wording import Lang
from govinfo.wording.widths import padded, width, wrapped

__all__ = ["Choice", "Commands"]

_TERM_COLUMNS = 30
"""A longer option has its help on the next line."""


class Choice(click.Choice[str]):
    """One of a few words; the error for any other word names the nearest."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as click has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str:
        """Return the word, or say which there are, and which was meant."""
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter as error:
            hint = meant(value, self.choices)
            raise click.BadParameter(f"{error.message} {hint}".rstrip(), ctx, param) from error


class _Help(click.HelpFormatter):
    """Help in one language; a Chinese character is as wide as two Latin ones."""

    def __init__(self, lang: Lang, columns: int | None, most_columns: int | None) -> None:
        super().__init__(width=columns, max_width=most_columns)
        self.lang: Lang = lang

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line of usage."""
        if prefix is None:
            prefix = "Usage: " if self.lang == "en" else in_words("Usage:", self.lang)
        super().write_usage(prog, usage_in_words(args, self.lang), prefix)

    def write_heading(self, heading: str) -> None:
        """Write a heading above what is indented."""
        self.write(f"{in_words(heading, self.lang)}{':' if self.lang == 'en' else '：'}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs."""
        indent = " " * self.current_indent
        paragraphs = [" ".join(one.split()) for one in text.split("\n\n")]
        written = (
            "\n".join(wrapped(in_words(one, self.lang), self.width, indent, indent))
            for one in paragraphs
        )
        self.write("\n\n".join(written) + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _TERM_COLUMNS, col_spacing: int = 2
    ) -> None:
        """Write options or commands, each with its help beside it."""
        indent = " " * self.current_indent
        told = [
            (usage_in_words(term, self.lang), in_words(help_, self.lang)) for term, help_ in rows
        ]
        column = min(max(width(term) for term, _ in told), col_max) + col_spacing
        for term, help_ in told:
            rest = " " * (column + self.current_indent)
            first = indent + padded(term, column)
            if width(term) > col_max:
                self.write(f"{indent}{term}\n")
                first = rest
            self.write("".join(f"{line}\n" for line in wrapped(help_, self.width, first, rest)))


class _Context(click.Context):
    """The context of a command; its object is the language that is spoken."""

    def make_formatter(self) -> click.HelpFormatter:
        """Return what writes help in that language."""
        return _Help(self.obj or spoken(), self.terminal_width, self.max_content_width)


class _Command(click.Command):
    """A command whose help is in the language that is spoken."""

    context_class = _Context


class Commands(click.Group):
    """The commands; the error for an unknown command names the nearest."""

    context_class = _Context
    command_class = _Command

    def main(
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        complete_var: str | None = None,
        standalone_mode: bool = True,  # noqa: FBT001, FBT002 - as click has it
        windows_expand_args: bool = True,  # noqa: FBT001, FBT002
        **extra: Any,  # noqa: ANN401
    ) -> Any:  # noqa: ANN401
        """Run a command, in the language of its arguments or of the locale, and end."""
        write_utf8()
        given = sys.argv[1:] if args is None else list(args)
        extra.setdefault("obj", language_of(given, os.environ))
        try:
            status = super().main(
                args,
                prog_name,
                complete_var,
                standalone_mode=False,
                windows_expand_args=windows_expand_args,
                **extra,
            )
        except click.ClickException as error:
            if not standalone_mode:
                raise
            _show(error, extra["obj"])
            status = error.exit_code
        except click.Abort:
            if not standalone_mode:
                raise
            click.echo(in_words("Aborted!", extra["obj"]), err=True)
            status = 1
        if standalone_mode:
            sys.exit(status if isinstance(status, int) else 0)
        return status

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write every command with the first sentence of its help."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(
                [
                    (name, " ".join((command.help or "").split("\n\n")[0].split()))
                    for name, command in self.commands.items()
                ]
            )

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is asked for, or say which was meant."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            hint = meant(args[0], self.commands, f"The commands are {', '.join(self.commands)}.")
            raise click.UsageError(
                f"{error.message.split(' Did you mean')[0]} {hint}", ctx
            ) from error


def _show(error: click.ClickException, lang: Lang) -> None:
    """Write what is wrong with the arguments to standard error, and where help is.

    Without any argument that is help itself.
    """
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None and error.message == context.get_help():
        click.echo(error.message, err=True, color=context.color)
        return
    shown, is_missing = error, isinstance(error, click.MissingParameter)
    if isinstance(error, click.BadParameter) and not is_missing:
        # In its frame it would pass for a sentence that begins with the name of a file.
        hint = error.param_hint
        if isinstance(hint, str):
            hint = usage_in_words(hint if hint.startswith("'") else f"'{hint}'", lang)
        told = in_words(error.message, lang)
        shown = click.BadParameter(told, error.ctx, error.param, hint)
    message = in_words(f"Error: {shown.format_message()}", lang)
    if is_missing:
        message = usage_in_words(message, lang)
    lines = [message]
    if context is not None:
        help_ = f"Try '{context.command_path} --help' for help."
        lines = [context.get_usage(), in_words(help_, lang), "", *map(fitted, lines)]
    click.echo("\n".join(lines), err=True, color=None if context is None else context.color)
