"""Print figures on the structure of the code: `python tools/structure.py`.

A report, not a gate: it tells where the house gets harder to live in. Each line says what was
counted, the figure, and the goal. With `--list` the places are listed as well.
"""

from __future__ import annotations

import argparse
import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src"
WIDEST_LINE = 100
LONGEST_BARE_REGEX = 80
LONGEST_BODY = 25


class Measure(NamedTuple):
    """One figure, with its goal and the places that make it."""

    what: str
    found: str
    goal: str
    places: list[str]


class Module(NamedTuple):
    """A module of the package, read once."""

    name: str
    path: Path
    text: str
    tree: ast.Module


def main() -> None:
    """Measure the package and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="list the places too")
    options = parser.parse_args()
    for measure in measures(list(modules())):
        print(f"{measure.what:<64}{measure.found:>10}   {measure.goal}")
        for place in measure.places if options.list else ():
            print(f"    {place}")


def modules() -> Iterator[Module]:
    """Yield every module of the package."""
    for path in sorted(SOURCE.rglob("*.py")):
        parts = path.relative_to(SOURCE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        text = path.read_text(encoding="utf-8")
        yield Module(name, path, text, ast.parse(text))


def measures(every: list[Module]) -> Iterator[Measure]:
    """Yield each figure."""
    library = [module for module in every if not module.name.startswith("govinfo.testing")]
    lines = sum(module.text.count("\n") for module in every)
    without = sum(module.text.count("\n") for module in library)
    yield Measure(
        "lines of src/govinfo, without testing",
        f"{without}",
        f"< 22300 (with testing {lines}, < 25400)",
        [],
    )
    once, functions = private_used_once(library)
    share = f"{100 * len(once) / functions:.1f} %"
    yield Measure("top-level functions that are private and used once", share, "<= 28 %", once)
    chain = longest_chain(every)
    yield Measure("longest import chain, in modules", f"{len(chain)}", "<= 14", chain)
    names = participles(every)
    yield Measure("modules in binding/ named by a participle", f"{len(names)}", "0", names)
    twice = classes_of_one_name(library)
    yield Measure("public classes that share a name", f"{len(twice)}", "0", twice)
    bare = bare_regexes(library)
    yield Measure(
        f"regexes over {LONGEST_BARE_REGEX} characters that are not VERBOSE",
        f"{len(bare)}",
        "0",
        bare,
    )
    wide = wide_lines(every)
    yield Measure(f"lines over {WIDEST_LINE} characters", f"{len(wide)}", "0", wide)
    state = mutable_globals(library)
    yield Measure("module-level names that functions rebind or mutate", f"{len(state)}", "0", state)
    long = long_bodies(library)
    yield Measure(f"bodies of more than {LONGEST_BODY} lines", f"{len(long)}", "few", long)


def private_used_once(every: list[Module]) -> tuple[list[str], int]:
    """Return the private functions that their module names once, and the number of functions."""
    found, count = list[str](), 0
    for module in every:
        functions = [
            node
            for node in module.tree.body
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        ]
        named = Counter(node.id for node in ast.walk(module.tree) if isinstance(node, ast.Name))
        count += len(functions)
        found += [
            f"{_place(module, function)} {function.name} ({len(function.body)} statements)"
            for function in functions
            if function.name.startswith("_")
            and not function.name.startswith("__")
            and named[function.name] == 1
        ]
    return found, count


def _place(module: Module, node: ast.stmt) -> str:
    """Return the file and the line of a definition, as editors open them."""
    return f"{module.path.relative_to(ROOT)}:{node.lineno}"


def longest_chain(every: list[Module]) -> list[str]:
    """Return the longest way down through the imports that modules make when they are loaded."""
    known = {module.name for module in every}
    imports = {module.name: sorted(_imported(module, known) - {module.name}) for module in every}

    @cache
    def below(name: str) -> tuple[str, ...]:
        ways = [below(other) for other in imports[name]]
        return (name, *max(ways, key=len, default=()))

    longest: tuple[str, ...] = max(map(below, known), key=len)
    return list(longest)


def _imported(module: Module, known: set[str]) -> set[str]:
    """The modules of the package that this one imports at its top level."""
    found = set[str]()
    for node in module.tree.body:
        if isinstance(node, ast.ImportFrom) and node.module:
            whole = {f"{node.module}.{alias.name}" for alias in node.names} & known
            found |= whole or {node.module} & known
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names} & known
    return found


_PARTICIPLE = re.compile(r"(?:ing|ed)$")
_NOUNS = {"unordered", "unseparated"}
"""Packages named by what their tables are."""


def participles(every: list[Module]) -> list[str]:
    """Return the modules of binding whose name is a participle."""
    binding = [module.name for module in every if module.name.startswith("govinfo.binding.")]
    return [
        name
        for name in binding
        if _PARTICIPLE.search(name) and name.rpartition(".")[2] not in _NOUNS
    ]


def classes_of_one_name(every: list[Module]) -> list[str]:
    """Return the public classes that two modules define under one name."""
    homes: dict[str, list[str]] = {}
    for module in every:
        for node in module.tree.body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes.setdefault(node.name, []).append(module.name)
    return [f"{name}: {', '.join(own)}" for name, own in sorted(homes.items()) if len(own) > 1]


def bare_regexes(every: list[Module]) -> list[str]:
    """Return the regular expressions at module level that are long and not written as VERBOSE."""
    found = list[str]()
    for module in every:
        for node in module.tree.body:
            for call in (inner for inner in ast.walk(node) if isinstance(inner, ast.Call)):
                if not (
                    isinstance(call.func, ast.Attribute)
                    and call.func.attr == "compile"
                    and call.args
                ):
                    continue
                pattern = ast.get_source_segment(module.text, call.args[0]) or ""
                flags = ast.get_source_segment(module.text, call) or ""
                if (
                    len(pattern) > LONGEST_BARE_REGEX
                    and "VERBOSE" not in flags
                    and not re.search(r"\bre\.X\b", flags)
                ):
                    found.append(f"{module.name}:{call.lineno} ({len(pattern)} characters)")
    return found


def wide_lines(every: list[Module]) -> list[str]:
    """Return the lines that are too wide to be read side by side."""
    return [
        f"{module.path.relative_to(ROOT)}:{number} ({len(line)})"
        for module in every
        for number, line in enumerate(module.text.split("\n"), 1)
        if len(line) > WIDEST_LINE
    ]


_MUTATES = {
    "append",
    "add",
    "update",
    "clear",
    "setdefault",
    "pop",
    "extend",
    "remove",
    "discard",
    "popitem",
    "insert",
}


def mutable_globals(every: list[Module]) -> list[str]:
    """Return the names at module level that a function of the module rebinds or mutates."""
    found = list[str]()
    for module in every:
        names = {
            target.id
            for node in module.tree.body
            for target in _targets(node)
            if isinstance(target, ast.Name) and target.id != "__all__"
        }
        functions = [node for node in ast.walk(module.tree) if isinstance(node, ast.FunctionDef)]
        for function in functions:
            own = {
                node.id
                for node in ast.walk(function)
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
            }
            own |= {
                argument.arg for argument in ast.walk(function) if isinstance(argument, ast.arg)
            }
            found += [
                f"{module.name}: {name} in {function.name}"
                for name in _mutated(function) & names - own
            ]
            found += [
                f"{module.name}: global {name} in {function.name}"
                for node in ast.walk(function)
                if isinstance(node, ast.Global)
                for name in node.names
            ]
    return sorted(set(found))


def _targets(node: ast.stmt) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign) else []


def _mutated(function: ast.FunctionDef) -> set[str]:
    """The names on which a function calls a method that mutates, or whose items it sets."""
    found = set[str]()
    for node in ast.walk(function):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in _MUTATES
        ):
            target: ast.expr = node.func.value
        elif isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            target = node.value
        else:
            continue
        if isinstance(target, ast.Name):
            found.add(target.id)
    return found


def long_bodies(every: list[Module]) -> list[str]:
    """Return the functions whose body is too long to be seen at once."""
    found = list[str]()
    for module in every:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.FunctionDef):
                first = (
                    node.body[1] if len(node.body) > 1 and ast.get_docstring(node) else node.body[0]
                )
                length = (node.end_lineno or 0) - first.lineno + 1
                if length > LONGEST_BODY:
                    found.append(f"{_place(module, node)} {node.name} ({length} lines)")
    return found


if __name__ == "__main__":
    main()
