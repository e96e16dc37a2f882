"""Fuzz the reader, guided by coverage: `pip install atheris`, then `python tests/fuzz/run.py -max_total_time=300`.

Anything but a report or a `GovInfoError` stops the run, and leaves the input in a file `crash-…`; put a small form of
it into `tests/fixtures/odd`, as `python tests/fuzz/run.py --show crash-…` writes it. A folder given as an argument
keeps what was found from run to run; other options are libFuzzer's.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from random import Random

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["govinfo"]):
    import govinfo

    for module in walk_packages(govinfo.__path__, "govinfo."):
        if ".testing" not in module.name and "__main__" not in module.name:
            import_module(module.name)

from everything import read_everything
from govinfo.forms import form_by_id
from govinfo.testing.authoring import write
from govinfo.testing.dialects import DIALECTS

FORMS = [form_by_id(name) for name in ("form2021", "form2019", "narrative2008")]
SAMPLES = [render(write(form, Random(7))) for form in FORMS for render in DIALECTS.values()]
LABELS = [line for name in FORMS[:2] for line in DIALECTS["stacked"](write(name, Random(7))).split("\n") if line]
MARKS = """
0 1 2 12 1,234 ３ 0.5 - / 无 ? ( ) (bào) (he)(he) 年 月 日 2021年 \ufffd 锛 銆 å æ \u200b
| || |} {| |- !! |---|---| -- +--+ │ ─ # ** \\ [x](y) , "
<table> </table> <tr> <td> <td/rowspan=2> <td/colspan=3> </td> <th> <p> <br> < <div/hidden> <html>
<!-- --> <script> </script> <style> &nbsp; &#48; &lt; <![endif]-->
"""
SPACES = ["\n", "\n\n", " | ", "\t", " ", "  ", "\u3000", "\xa0", "\f", "\r", "\r\n"]
WORDS = [*dict.fromkeys(label for label in LABELS if len(label) < 40), *MARKS.split(), *SPACES]


def text(content: bytes) -> str:
    """Any text, lone surrogates too."""
    return content.decode("utf-8", "surrogateescape")


def spoken(content: bytes) -> str:
    """A text of the words that reports are made of."""
    return "".join(WORDS[byte % len(WORDS)] for byte in content)


def wounded(content: bytes) -> str:
    """A report into which words are put, or in whose place they stand."""
    sample = SAMPLES[content[0] % len(SAMPLES)] if content else ""
    for at in range(1, len(content) - 3, 4):
        place = int.from_bytes(content[at : at + 2]) % (len(sample) + 1)
        sample = sample[:place] + WORDS[content[at + 2] % len(WORDS)] + sample[place + content[at + 3] % 16 :]
    return sample


def encoded(content: bytes) -> bytes:
    """The file of such a report."""
    codec = ("utf-8", "gb18030", "big5", "utf-16", "utf-16-le")[content[-1] % 5 if content else 0]
    return wounded(content[:-1]).encode(codec, "replace")


def torn(content: bytes) -> bytes:
    """The file of a sample, bytes of which are others."""
    file = bytearray(encoded(content[:1] + content[-1:]))
    for at in range(1, len(content) - 3, 3):
        file[int.from_bytes(content[at : at + 2]) % len(file)] = content[at + 2]
    return bytes(file)


KINDS: tuple[Callable[[bytes], str | bytes], ...] = (bytes, text, spoken, wounded, wounded, encoded, torn)
"""What the first byte of an input chooses from."""


def source_of(content: bytes) -> str | bytes:
    """Return what an input of the fuzzer stands for."""
    return KINDS[content[0] % len(KINDS)](content[1:]) if content else b""


def one(content: bytes) -> None:
    """Read one input."""
    with contextlib.suppress(govinfo.GovInfoError):
        read_everything(source_of(content))


def main(arguments: list[str]) -> None:
    """Fuzz, or show what an input stands for."""
    if arguments[1:2] == ["--show"]:
        source = source_of(Path(arguments[2]).read_bytes())
        sys.stdout.buffer.write(source if isinstance(source, bytes) else source.encode("utf-8", "surrogateescape"))
        return
    atheris.Setup(arguments, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)
