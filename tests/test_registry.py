"""Adapters by name: those of other packages, those that fail, and those that are equally sure."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from array import array
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from random import Random
from threading import Event
from typing import Any, TypeAlias

import pytest
from attrs import evolve, frozen

from govinfo.adapters import plugins, registry
from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.dialects.pipes import PIPES
from govinfo.adapters.plugins import AdapterWarning, Plugins
from govinfo.adapters.registry import ADAPTERS, available_adapters, verdicts
from govinfo.errors import AdapterFailed, AmbiguousAdapter, BadArgument, UnknownAdapter
from govinfo.forms.form2021 import FORM2021
from govinfo.many import parse_many
from govinfo.model import Report
from govinfo.page import Grid, Heading, LooseCells, Page, Paragraph, Run, Stream
from govinfo.reading import parse, parse_all
from govinfo.spans import Span, Text
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write

Install: TypeAlias = Callable[..., None]

DRAFT = evolve(
    write(FORM2021, Random(1)), values={a: n for n, a in enumerate(FORM2021.addresses, 100)}
)
TEXT = render(DRAFT, "pipes")
BUILT_IN = [adapter.name for adapter in ADAPTERS]


@frozen
class Distribution:
    """A distribution, as far as it is looked at."""

    name: str


@frozen
class Point:
    """An entry point, as far as it is looked at."""

    name: str
    value: Any
    dist: Distribution | None = None

    def load(self) -> Any:
        """Return the value, or raise it."""
        if isinstance(self.value, BaseException):
            raise self.value
        return self.value


@pytest.fixture
def publish(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Let other packages publish these under the group of adapters."""

    def published(*points: Point) -> None:
        monkeypatch.setattr(
            metadata, "entry_points", lambda *, group: points if group == "govinfo.adapters" else ()
        )

    return published


@pytest.fixture(autouse=True)
def forget(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the entry points be looked for again, and every warning be given again."""
    monkeypatch.setattr(registry, "_PLUGINS", Plugins(BUILT_IN))


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Let these adapters be the only ones that are asked."""
    return lambda *adapters: monkeypatch.setattr(registry, "_ordered", lambda *_: adapters)


def adapter(name: str, read: Callable[[Text], Any] = PIPES.read, score: float = 1.0) -> Adapter:
    """Return an adapter that is this sure of any text."""
    return Adapter(name, lambda _: Match(score, "anything"), read, distribution=f"dist-of-{name}")


def failing(_: Text) -> Page:
    """Fail."""
    raise RuntimeError("out of order")


def leaving(_: Text) -> Page:
    """End the process."""
    sys.exit("bye")


ALL = Span(0, len(TEXT))


def test_installed_adapter_comes_first(publish: Install) -> None:
    """An adapter of another package is asked before those built in, and knows which distribution it is of."""
    publish(
        Point("zeta", adapter("zeta")),
        Point("mine", evolve(adapter("mine"), interface=1), Distribution("my-dist")),
    )
    adapters = available_adapters()

    assert list(adapters) == ["mine", "zeta", *BUILT_IN]
    assert adapters["mine"].distribution == "my-dist"
    assert adapters["zeta"].distribution == "an unnamed distribution"
    assert {adapters[name].distribution for name in BUILT_IN} == {"govinfo"}
    assert repr(adapters["mine"]) == "<Adapter mine from my-dist>"


def test_installed_adapter_is_used(publish: Install) -> None:
    """An adapter of another package reads the text that it is surest of, and can be forced."""
    publish(Point("mine", adapter("mine", score=0.95)))

    assert parse(TEXT).adapter == "mine"
    assert parse(TEXT, adapter="mine").values() == DRAFT.values


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        pytest.param(
            ImportError("no such module"),
            r"importing it raised ImportError\('no such module'\)",
            id="import",
        ),
        pytest.param(
            SystemExit("bye"), r"importing it raised SystemExit\('bye'\)", id="ends the process"
        ),
        pytest.param(evolve(ADAPTERS[0], name=""), "its name is ''", id="no name"),
        pytest.param(evolve(ADAPTERS[0], name=7), "its name is 7", id="a number for a name"),  # type: ignore[arg-type]
        pytest.param(
            evolve(ADAPTERS[0], name="new", read=None),  # type: ignore[arg-type]
            "its recognise and read are no functions",
            id="None",
        ),
        pytest.param("an adapter", r"it is str, not govinfo\.Adapter", id="no adapter"),
        pytest.param(Adapter, r"it is type, not govinfo\.Adapter", id="the class"),
        pytest.param(
            evolve(ADAPTERS[0], name="new", interface=2),
            "it speaks interface 2, and this",
            id="interface",
        ),
        pytest.param(
            evolve(ADAPTERS[0], name="pipes"),
            "the name 'pipes' is taken",
            id="name of one built in",
        ),
        pytest.param(
            evolve(ADAPTERS[0], name="good"), "the name 'good' is taken", id="name of another"
        ),
    ],
)
def test_unusable_adapters_are_skipped(value: Any, reason: str, publish: Install) -> None:
    """What cannot be used is left out with one warning, which names the distribution and the reason."""
    publish(
        Point("nice", value, Distribution("bad-dist")),
        Point("good", adapter("good"), Distribution("good-dist")),
    )
    with pytest.warns(
        AdapterWarning, match=rf"^the adapter 'nice' of bad-dist is skipped: {reason}"
    ) as warned:
        assert list(available_adapters()) == ["good", *BUILT_IN]

    assert len(warned) == 1
    assert available_adapters()["good"].distribution == "good-dist"


@pytest.mark.parametrize("name", ["pipes", "markdown"])
def test_adapter_is_forced(name: str) -> None:
    """The adapter that is named reads the text, also one that is less sure of it."""
    assert parse(TEXT, adapter=name).adapter == name


@pytest.mark.parametrize("read", [parse, lambda *a, **k: parse_all(*a, **k)[0]])
def test_adapter_itself_is_given(read: Callable[..., Report]) -> None:
    """An adapter does as well as its name, also one that nobody has published."""
    own = adapter("of my own")

    assert read(TEXT, adapter=own).adapter == "of my own"
    assert read(TEXT, adapter=own).values() == DRAFT.values
    assert read(TEXT, adapter=available_adapters()["markdown"]).adapter == "markdown"


@pytest.mark.parametrize("workers", [1, 2])
def test_adapter_itself_reads_many(workers: int) -> None:
    """Many sources are read with it, in several processes too."""
    for given in (evolve(ADAPTERS[0], name="of my own"), available_adapters()["markdown"]):
        (reading,) = parse_many([TEXT], workers=workers, adapter=given)
        assert reading.report is not None
        assert reading.report.adapter == given.name


def test_adapter_that_other_processes_cannot_have() -> None:
    """A function that stands in no module cannot be sent; the error says what to do."""
    own = evolve(ADAPTERS[0], name="of my own", read=lambda text: Page(text, ()))

    with pytest.raises(BadArgument, match=r"'of my own' cannot be handed .* with workers=1\.$"):
        parse_many([TEXT], workers=2, adapter=own)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"read": None}, "cannot be used: its recognise and read are no functions"),
        ({"interface": 2}, "cannot be used: it speaks interface 2, and this govinfo speaks 1"),
        ({"read": lambda _: 1 / 0}, "raised ZeroDivisionError"),
        ({"read": lambda _: "no page"}, "returned "),
    ],
)
def test_adapter_itself_that_fails(changes: dict[str, Any], told: str) -> None:
    """An adapter that is given and cannot read is an error, which names it."""
    own = evolve(ADAPTERS[0], **{"name": "of my own", **changes})

    with pytest.raises(AdapterFailed, match=f"^the adapter 'of my own' of this program {told}"):
        parse(TEXT, adapter=own)


def test_unknown_adapter() -> None:
    """An adapter that does not exist is an error that lists those that do."""
    told = r"no adapter is named 'tables'; there are: .*markdown, narrative, .*pipes, .*stacked"
    with pytest.raises(UnknownAdapter, match=told):
        parse(TEXT, adapter="tables")


@pytest.mark.parametrize(
    ("read", "what"),
    [
        pytest.param(failing, r"raised RuntimeError\('out of order'\)", id="raises"),
        pytest.param(str, "returned a str where a Page was wanted", id="returns text"),
        pytest.param(
            lambda _: None, "returned a NoneType where a Page was wanted", id="returns nothing"
        ),
        pytest.param(leaving, r"raised SystemExit\('bye'\)", id="ends the process"),
        pytest.param(
            lambda text: Page(str(text), ()),  # type: ignore[arg-type]
            "returned a page whose text is a str",
            id="no text",
        ),
        pytest.param(
            lambda text: Page(text, None),  # type: ignore[arg-type]
            "returned a page whose blocks are a NoneType",
            id="no blocks",
        ),
        pytest.param(
            lambda text: Page(text, ("x",)),  # type: ignore[arg-type]
            "returned a page with a str among its blocks, at 0",
            id="words",
        ),
        *(
            pytest.param(
                lambda text, block=block: Page(text, (block,)),
                f"returned a page whose block 0, {what}",
                id=what,
            )
            for block, what in [
                (Grid(ALL), "a Grid, has neither a separator nor rows, and so no cells"),
                (Grid(ALL, "\n"), r"a Grid, has the separator '\\n', where characters"),
                (Grid(ALL, 7), "a Grid, has the separator 7, where characters"),  # type: ignore[arg-type]
                (Grid(ALL, rows=7), "a Grid, has rows that are an int where"),  # type: ignore[arg-type]
                (
                    Grid(ALL, rows=("row",)),  # type: ignore[arg-type]
                    "a Grid, has the row 0 that is a str where a tuple of spans was wanted",
                ),
                (
                    Grid(ALL, rows=((ALL,), ("a", "b"))),  # type: ignore[arg-type]
                    "a Grid, has in its row 1 a str where a Span of two",
                ),
                (
                    Grid(ALL, rows=((Span(5, 3),),)),
                    "a Grid, has in its row 0 the span 5 to 3, and the text has",
                ),
                (Stream(ALL, ("",)), r"a Stream, has the separators \(''.\), where"),
                (Stream(ALL, "\n"), "a Stream, has the separators "),  # type: ignore[arg-type]
                (Stream(ALL), "a Stream, has neither separators nor cells"),
                (Stream(ALL, cells=7), "a Stream, has cells that are an int"),  # type: ignore[arg-type]
                (
                    Stream(Span(0, 10**9), ("\n",)),
                    "a Stream, has the span 0 to 1000000000, and the text has",
                ),
                (Paragraph(Span(-1, 5)), "a Paragraph, has the span -1 to 5, and the text has"),
                (Run((0, 5)), "a Run, has a tuple where a Span of two whole numbers was wanted"),  # type: ignore[arg-type]
                (
                    Heading(Span(0, 0.5)),  # type: ignore[arg-type]
                    "a Heading, has a Span where a Span of two whole numbers was wanted",
                ),
                (
                    LooseCells(ALL, array("i", [0, 1, 2])),
                    "a LooseCells, has 3 borders, where each cell has two",
                ),
                (
                    LooseCells(ALL, [0, "1"]),  # type: ignore[arg-type]
                    "a LooseCells, has borders or runs that are no whole numbers",
                ),
                (
                    LooseCells(ALL, None),  # type: ignore[arg-type]
                    "a LooseCells, has borders or runs that cannot be gone through",
                ),
                (
                    LooseCells(ALL, array("i", [0, 10**6])),
                    "a LooseCells, has the span 0 to 1000000, and",
                ),
                (
                    LooseCells(ALL, array("i", [0, 1]), (1,)),
                    "a LooseCells, names cell 1 as a run, and has 1",
                ),
            ]
        ),
    ],
)
def test_forced_adapter_fails(
    read: Callable[[Text], Any], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A forced adapter that fails is an error that names it, where it came from, and what it did."""
    monkeypatch.setattr(Plugins, "installed", lambda *_: (adapter("odd", read),))
    with pytest.raises(AdapterFailed, match=f"the adapter 'odd' of dist-of-odd {what}"):
        parse(TEXT, adapter="odd")


def test_failing_adapter_is_skipped(install: Install) -> None:
    """Where the surest adapter fails, a warning names it, and the next one reads."""
    install(adapter("broken", failing), adapter("good", score=0.5))
    with pytest.warns(
        AdapterWarning, match=r"'broken' of dist-of-broken raised .*; the next adapter is asked"
    ):
        report = parse(TEXT)

    assert (report.adapter, report.values()) == ("good", DRAFT.values)


@pytest.mark.parametrize(
    ("recognise", "what"),
    [pytest.param(failing, "raised", id="raises"), pytest.param(len, "returned int", id="odd")],
)
def test_failing_recognition_is_skipped(recognise: Any, what: str, install: Install) -> None:
    """An adapter that cannot even say whether it knows a text is left out, with a warning."""
    install(
        Adapter("broken", recognise, PIPES.read, distribution="dist"), adapter("good", score=0.5)
    )
    with pytest.warns(AdapterWarning, match=f"'broken' of dist {what}"):
        assert parse(TEXT).adapter == "good"


def test_page_of_no_blocks_is_a_failure(install: Install) -> None:
    """An adapter that returns a page of something else has failed as well, and is skipped."""
    install(adapter("odd", lambda text: Page(text, ("x",))), adapter("good", score=0.5))  # type: ignore[arg-type]
    with pytest.warns(AdapterWarning, match="dist-of-odd"):
        assert parse(TEXT).adapter == "good"


def test_lists_do_for_tuples(install: Install) -> None:
    """A page whose blocks, rows and cells are lists is a page like any other."""

    def read(text: Text) -> Page:
        rows, begin = [], 0
        for line in str(text).split("\n"):
            ends = [begin + match.end() for match in re.finditer(r"[^|]+", line)]
            rows.append(
                [
                    Span(start, end)
                    for start, end in zip([begin, *(end + 1 for end in ends)], ends, strict=False)
                ]
            )
            begin += len(line) + 1
        return Page(text, [Grid(ALL, rows=rows)])  # type: ignore[arg-type]

    install(adapter("lists", read))
    report = parse(TEXT)
    assert (report.adapter, report.values()) == ("lists", DRAFT.values)
    assert hash(report) == hash(parse(TEXT))


@pytest.mark.parametrize("where", ["recognise", "read"])
def test_an_interrupt_passes_through(where: str, install: Install) -> None:
    """Ctrl+C is the user's own: it is no failure of the adapter that it hits."""

    def interrupted(_: Text) -> Any:
        raise KeyboardInterrupt

    change: dict[str, Any] = {where: interrupted}
    install(evolve(adapter("slow"), **change), adapter("good", score=0.5))
    with pytest.raises(KeyboardInterrupt):
        parse(TEXT)


@pytest.mark.parametrize(
    "error", [SystemExit("bye"), MemoryError(), RecursionError("too deep")], ids=repr
)
@pytest.mark.parametrize("where", ["recognise", "read"])
def test_an_adapter_that_gives_up_is_skipped(
    where: str, error: BaseException, install: Install
) -> None:
    """One that ends the process, or runs out of memory or of stack, is left out with a warning like any other."""

    def giving_up(_: Text) -> Any:
        raise error

    change: dict[str, Any] = {where: giving_up}
    install(evolve(adapter("weary"), **change), adapter("good", score=0.5))
    with pytest.warns(AdapterWarning, match="'weary' of dist-of-weary raised"):
        assert parse(TEXT).adapter == "good"


def test_a_match_without_a_reason_is_none() -> None:
    """The reason is printed for people, so it is text; what a plug-in says otherwise is blamed on it."""
    with pytest.raises(TypeError, match="'reason' must be <class 'str'>"):
        Match(0.5, None)  # type: ignore[arg-type]


def test_equally_sure_adapters_agree(install: Install) -> None:
    """Two that are equally sure and read the same leave a note, and the first one's report."""
    install(adapter("one"), adapter("two"), adapter("unsure", failing, score=0.5))
    report = parse(TEXT)

    assert (report.adapter, report.values()) == ("one", DRAFT.values)
    assert [note.code for note in report.notes] == ["adapters_agree"]
    assert "one and two" in report.notes[0].message


def test_equally_sure_adapters_differ(install: Install) -> None:
    """Two that are equally sure and read other values are an error that names the first address that differs."""
    other = TEXT.replace("| 130 |", "| 131 |")
    install(adapter("one"), adapter("two", lambda _: PIPES.read(Text(other))))
    with pytest.raises(
        AmbiguousAdapter, match=r"'one' and 'two' .* 130 and 131 at requests\.granted\.total"
    ):
        parse(TEXT)


@pytest.mark.parametrize("names", [("one", "two"), ("two", "one")])
def test_one_of_equally_sure_adapters_reads_more(names: tuple[str, str], install: Install) -> None:
    """Where one reads cells that the other one does not, and no other value, it is taken."""
    less = TEXT[: TEXT.index("\n第二十条第（一）项")] + TEXT[TEXT.index("\n三、收到和处理") :]
    reads = {"one": PIPES.read, "two": lambda _: PIPES.read(Text(less))}
    install(*(adapter(name, reads[name]) for name in names))
    report = parse(TEXT)

    assert (report.adapter, report.values()) == ("one", DRAFT.values)
    assert [each.adapter for each in report.method.considered][:2] == [*names]


def test_equally_sure_adapter_fails(install: Install) -> None:
    """One that is as sure as another and then fails is no reason to doubt the other."""
    install(adapter("one"), adapter("two", failing))
    with pytest.warns(AdapterWarning, match="as sure as 'one', and read nothing"):
        assert parse(TEXT).notes == ()


def test_slow_adapter_is_skipped(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that does not say in time whether it knows a text is warned of once, and not waited for again."""
    never, asked = Event(), list[Text]()

    def wait(text: Text) -> Match | None:
        asked.append(text)
        never.wait()
        return None

    monkeypatch.setattr(plugins, "PATIENCE_SECONDS", 0.01)
    install(Adapter("slow", wait, PIPES.read, distribution="dist-of-slow"), evolve(PIPES))
    with pytest.warns(
        AdapterWarning, match=r"'slow' of dist-of-slow took more than 0\.01 seconds"
    ) as warned:
        assert [parse(TEXT).adapter for _ in range(3)] == ["pipes"] * 3
    never.set()

    assert (len(warned), len(asked)) == (1, 1)


def test_each_broken_adapter_is_named_once(install: Install) -> None:
    """However many reports it fails on, an adapter is warned of a single time."""
    install(adapter("broken", failing), adapter("good", score=0.5))
    with pytest.warns(AdapterWarning) as warned:
        assert {parse(TEXT).adapter for _ in range(5)} == {"good"}

    assert len(warned) == 1


def test_preferred_adapters(publish: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """Adapters named in the environment come first, and win over those that are as sure."""
    other = TEXT.replace("| 130 |", "| 131 |")
    publish(
        Point("one", adapter("one")),
        Point("two", adapter("two", lambda _: PIPES.read(Text(other)))),
    )
    monkeypatch.setenv("GOVINFO_PREFER_ADAPTERS", "two, narrative, nobody")

    assert list(available_adapters())[:3] == ["two", "narrative", "one"]
    assert parse(TEXT)["requests.granted.total"].value == 131


def test_verdicts_tell_what_each_adapter_says() -> None:
    """Every adapter that is asked has its say, the surest first, and those that say no at the end."""
    said = verdicts(Text(TEXT))
    scores = [-1.0 if match is None else match.score for _, match in said]

    assert sorted(scores, reverse=True) == scores
    assert sorted(one.name for one, _ in said) == sorted(BUILT_IN)
    assert said[0][0].name == "pipes"


def test_disabled_adapters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Adapters named in the environment are not asked, and can be forced all the same."""
    monkeypatch.setenv("GOVINFO_DISABLE_ADAPTERS", "pipes, stacked, columns")

    assert set(BUILT_IN) - set(available_adapters()) == {"pipes", "stacked", "columns"}
    assert parse(TEXT).adapter not in {"pipes", "stacked", "columns"}
    assert parse(TEXT, adapter="pipes").values() == DRAFT.values


def test_disabled_adapter_is_not_imported(
    publish: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To name a broken adapter in the environment, as its warning says one should, silences the warning."""
    publish(Point("broken", ImportError("no such module"), Distribution("bad-dist")))
    monkeypatch.setenv("GOVINFO_DISABLE_ADAPTERS", "broken")
    assert list(available_adapters()) == BUILT_IN


SEEN = (
    "import sys; before = {*sys.modules}; import govinfo; govinfo.parse(sys.argv[1]); "
    "print([*govinfo.available_adapters()][0], *sorted({'email.message', 'importlib.metadata', "
    "'zipfile'} & ({*sys.modules} - before)))"
)


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        pytest.param("mine-1.0.dist-info", "mine ", id="installed"),
        pytest.param("Mine.egg-info", "mine ", id="installed long ago"),
        pytest.param("mine-1.0.copy", "html\n", id="none"),
    ],
)
def test_first_parse_of_a_process(name: str, seen: str, tmp_path: Path) -> None:
    """A process finds the adapters that are installed, and imports what lists them only if there may be some."""
    (tmp_path / name).mkdir()
    (tmp_path / name / "METADATA").write_text("Name: mine\nVersion: 1.0\n")
    (tmp_path / name / "entry_points.txt").write_text("[govinfo.adapters]\nmine = its:MINE\n")
    (tmp_path / "its.py").write_text(
        "import govinfo\n"
        "MINE = govinfo.Adapter(name='mine', recognise=lambda text: None, read=lambda text: None)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", SEEN, TEXT],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.startswith(seen)


def test_where_adapters_may_be_published(tmp_path: Path) -> None:
    """What lists its distributions in another way than in folders may have some; what is not there has none."""
    archive, egg = tmp_path / "all.zip", tmp_path / "its.egg"
    archive.write_bytes(b"PK")
    egg.mkdir()
    found = [plugins._may_publish(one) for one in (tmp_path, archive, egg, tmp_path / "nowhere")]

    assert found == [False, True, True, False]
