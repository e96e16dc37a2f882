"""What every adapter promises, as a test class to subclass.

    class TestMyDump(AdapterContract):
        adapter = ADAPTER
        specimens = {TEXT: {"requests.new_received.total": 5}}

A specimen is a text of the adapter's dialect with the values it must give. The texts of other
dialects are supplied; add more in `foreign`. If the kit prints the adapter's own dialect, name it
in `dialects`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from random import Random
from time import process_time

from govinfo.adapters.adapter import Adapter, Match
from govinfo.adapters.registry import ADAPTERS
from govinfo.binding.binder import bind
from govinfo.figures import Number
from govinfo.forms.form2021 import FORM2021
from govinfo.page import ROW_END, Page
from govinfo.spans import Text
from govinfo.testing.damage import DAMAGE
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.drafts.authoring import write

__all__ = ["FOREIGN", "HOSTILE", "SLOWEST", "AdapterContract"]

FOREIGN = (
    "",
    "关于召开座谈会的通知\n各有关单位：请于周五上午到会议室开会，带好材料。\n",
    "name,amount\nalpha,1\nbeta,2\n",
    "<html><body><p>正在跳转，请稍候</p></body></html>",
)
"""Texts that are no report in any dialect."""

HOSTILE = (
    "",
    "\x00",
    "\ufeff",
    "\udcff",
    "|" * 2000,
    "\n" * 2000,
    "| --- |\n" * 300,
    "0 " * 2000,
    "（（（（" * 500,
    "一、\n二、\n三、\n四、\n",
    "9" * 5000,
    "<" * 2000,
    "<!--" * 500,
    "<script>" * 300,
    "<table><tr><td>" * 300,
    "<td colspan=1000 rowspan=1000>" * 100,
    '<td title="' * 300,
    "&amp" * 1000,
)
"""Texts that break readers."""


SLOWEST = 50
"""To refuse another dialect may take so many times as long as stripping the lines of a text."""


class AdapterContract:
    """The promises of an adapter; set `adapter` and `specimens` in the subclass."""

    adapter: Adapter
    specimens: Mapping[str, Mapping[str, Number | None]]
    """Texts of the dialect, each with the value at every address it must give."""
    foreign: Sequence[str] = FOREIGN
    """Texts that are of another dialect, or none at all."""
    dialects: Sequence[str] = ()
    """The dialects of the kit that are the adapter's own."""

    def test_recognises_its_specimens(self) -> None:
        """The adapter is sure of every specimen, to a degree between 0 and 1, and says why."""
        assert self.specimens, "a contract without specimens proves nothing"
        for specimen in self.specimens:
            match = self.adapter.recognise(Text(specimen))
            assert isinstance(match, Match), f"not recognised: {specimen[:60]!r}"
            assert match.reason

    def test_recognise_is_pure(self) -> None:
        """The adapter says the same of the same text, however often it is asked."""
        for specimen in (*self.specimens, *self.foreign, *HOSTILE):
            text = Text(specimen)
            assert self.adapter.recognise(text) == self.adapter.recognise(text)

    def test_is_less_sure_of_foreign_text(self) -> None:
        """The adapter is less sure of any foreign text than of its specimens."""
        sure = min(_score(self.adapter, specimen) for specimen in self.specimens)
        surer = [text[:60] for text in self.foreign if _score(self.adapter, text) >= sure]
        assert not surer, f"as sure of these: {surer}"

    def test_takes_no_text_from_others(self) -> None:
        """On every dialect that is not its own, an adapter that is built in is surer."""
        others = [other for other in ADAPTERS if other.name != self.adapter.name]
        for dialect, text in _printed().items():
            if dialect not in self.dialects:
                best = max(_score(other, text) for other in others)
                assert _score(self.adapter, text) < best, (
                    f"it claims what is printed in the dialect {dialect}"
                )

    def test_is_quick_to_say_no(self) -> None:
        """Recognising a long text of no dialect takes few times as long as stripping its lines."""
        text = Text(FOREIGN[1] * 3000)
        jobs = (
            lambda: self.adapter.recognise(text),
            lambda: [line.strip() for line in str(text).splitlines()],
        )
        # In turns, as the machine drifts; of each the best round counts.
        rounds = [[_seconds(job) for job in jobs] for _ in range(7)]
        own, least = map(min, zip(*rounds, strict=True))
        assert own < SLOWEST * least, (
            f"it took {own / least:.0f} times as long as stripping the lines"
        )

    def test_spans_are_in_order_and_quote(self) -> None:
        """Blocks and cells come in reading order, and each stands where its span says."""
        for specimen in (*self.specimens, *_printings()):
            page = self.adapter.read(Text(specimen))
            assert page.text.source == specimen
            assert _in_order([(block.span.start, block.span.end) for block in page.blocks])
            assert _in_order([place for _, place in _cells(page)])
            assert all(
                token == page.text.characters[start:end] for token, (start, end) in _cells(page)
            )

    def test_loses_no_character(self) -> None:
        """Every letter and digit of the text stands in a cell."""
        for specimen in (*self.specimens, *_printings()):
            page = self.adapter.read(Text(specimen))
            kept = "".join(token for token, _ in _cells(page))
            assert _letters(kept) == _letters(page.text.characters), (
                f"characters are lost from {specimen[:60]!r}"
            )

    def test_gives_the_expected_values(self) -> None:
        """A page of the adapter, bound to its form, has the values that are expected."""
        for specimen, expected in self.specimens.items():
            values = bind(self.adapter.read(Text(specimen)), self.adapter.name).values()
            found: dict[str, Number | None] = {
                str(address): value for address, value in values.items()
            }
            wrong = {
                a: (value, found.get(a)) for a, value in expected.items() if found.get(a) != value
            }
            assert not wrong, f"expected and found: {wrong}"

    def test_survives_hostile_input(self) -> None:
        """No text at all makes the adapter raise, and each gives a page."""
        for text in (*HOSTILE, *self.foreign, *_printings()):
            self.adapter.recognise(Text(text))
            assert isinstance(self.adapter.read(Text(text)), Page)


def _printings() -> Iterator[str]:
    """Yield one report in every dialect, whole and damaged: any adapter may be forced upon it."""
    dice = Random(2021)
    for dialect in DIALECTS:
        text = render(write(FORM2021, dice), dialect)
        yield text
        yield from (damage.apply(text, dice) for damage in DAMAGE.values())


def _printed() -> dict[str, str]:
    """One report in every dialect with tables, as it is."""
    dice = Random(2019)
    return {name: render(write(FORM2021, dice), name) for name in DIALECTS if name != "narrative"}


def _seconds(job: Callable[[], object]) -> float:
    start = process_time()
    job()
    return process_time() - start


def _score(adapter: Adapter, text: str) -> float:
    match = adapter.recognise(Text(text))
    return match.score if match else 0.0


def _cells(page: Page) -> list[tuple[str, tuple[int, int]]]:
    return [pair for pair in zip(page.cut(), page.places(), strict=True) if pair[0] != ROW_END]


def _in_order(places: list[tuple[int, int]]) -> bool:
    ends = [0, *(end for _, end in places)]
    return all(
        previous <= start <= end for previous, (start, end) in zip(ends, places, strict=False)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
