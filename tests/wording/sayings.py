"""The English sentences that the code makes, found in its source."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from pathlib import Path

ROOMS = Path(__file__).parents[2] / "src" / "govinfo"
NOT_SAID = ("testing", "claims/lexicon.py", "wording", "cli", "archive/formats")
"""Rooms whose errors are read by developers of plug-ins, and rooms with words of their own."""
MADE_BY = {"Note", "note", "note_at", "_note", "Unread", "Considered", "Match", "warn_of", "blame"}
"""The functions whose arguments are sentences."""


def sayings() -> dict[str, str]:
    """Return every piece of a sentence in the source, with the place where it stands."""
    found = dict[str, str]()
    for path in sorted(ROOMS.rglob("*.py")):
        room = path.relative_to(ROOMS).as_posix()
        if not room.startswith(NOT_SAID):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for piece in _pieces(tree):
                found.setdefault(piece, room)
    return found


def _pieces(tree: ast.Module) -> Iterator[str]:
    """Yield what stands between the fields of each sentence of a module."""
    wanted, texts = set[str](), list[ast.expr]()
    for node in ast.walk(tree):
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call) and not _is_pythons(node):
            texts += [*node.exc.args, *(one.value for one in node.exc.keywords)]
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in MADE_BY:
            texts += node.args[0:]
    for text in texts:
        wanted |= {one.id for one in ast.walk(text) if isinstance(one, ast.Name)}
        yield from _literals(text)
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            if any(isinstance(one, ast.Name) and one.id in wanted for one in targets):
                yield from _literals(node.value)


def _is_pythons(node: ast.Raise) -> bool:
    """Whether an error is one of Python itself, for those who write in it."""
    return isinstance(node.exc, ast.Call) and hasattr(builtins, ast.unparse(node.exc.func))


def _literals(tree: ast.expr) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            piece = node.value.strip(" .:;,\n")
            words = [word for word in piece.split() if word.isalpha() and word.isascii()]
            if len(words) > 2 and "(?" not in piece:
                yield piece
