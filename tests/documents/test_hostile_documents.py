"""Documents that are broken, or made to do harm: each gives a report, or an error of our own, and soon."""

from __future__ import annotations

import contextlib
import io
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from govinfo.errors import GovInfoError, UnreadableSource
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse
from govinfo.testing.documents.docx import archive, docx
from govinfo.testing.drafts import write

MANY = settings(max_examples=5 * settings().max_examples)
MEBIBYTE = 1024 * 1024
DOCX = docx(write(FORM2021, Random(5)))
BODY = zipfile.ZipFile(io.BytesIO(DOCX)).read("word/document.xml").decode()


def read_everything(source: bytes) -> None:
    """Parse a document, and look at everything the report offers."""
    with contextlib.suppress(GovInfoError):
        report = parse(source)
        assert all(
            report.quote(f.span) == f.raw for f in report.figures().values() if f.span is not None
        )
        assert all(section.text is not None for section in report.sections)
        assert (report.head, report.notes) is not None


@st.composite
def mutations(draw: st.DrawFn, whole: bytes) -> bytes:
    """Return a document with bytes changed, cut out, doubled or cut off."""
    content = bytearray(whole)
    for _ in range(draw(st.integers(1, 6))):
        place = draw(st.integers(0, len(content)))
        content[place : place + draw(st.integers(0, 40))] = draw(st.binary(max_size=8))
    return (
        bytes(content[: draw(st.integers(len(content) // 2, len(content)))])
        if draw(st.booleans())
        else bytes(content)
    )


@MANY
@given(mutations(DOCX))
def test_broken_archives(content: bytes) -> None:
    """Whatever happened to its bytes, a Word document raises nothing strange."""
    read_everything(content)


@MANY
@given(mutations(BODY.encode()))
def test_broken_bodies(body: bytes) -> None:
    """Whatever happened to its XML, a Word document raises nothing strange."""
    read_everything(archive({"word/document.xml": body.decode("utf-8", "replace")}))


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TENFOLD = [f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10)]
LAUGHS = f'<!DOCTYPE x [<!ENTITY e0 "笑">{"".join(TENFOLD)}]>'
WIDE_ROW = "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='99'/></w:tcPr></w:tc><w:tc/></w:tr>"
OPEN, CLOSE = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"


def deflated(body: str, prologue: str = "") -> bytes:
    """Return a document with this body, as small as it can be."""
    return archive(
        {"word/document.xml": f"{prologue}<w:document {WORD}><w:body>{body}</w:body></w:document>"}
    )


BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "zeros": (
        lambda: archive({"word/document.xml": "\0" * 64 * MEBIBYTE}),
        "'word/document.xml' in the Word document unpacks to more than 16 MiB",
    ),
    "entities": (
        lambda: deflated("&e9;", LAUGHS),
        "declares a DTD|amplification",
    ),
    "an entity from elsewhere": (
        lambda: archive(
            {"word/document.xml": f'<!DOCTYPE x SYSTEM "file:///etc/passwd"><w:document {WORD}/>'}
        ),
        "declares a DTD",
    ),
    "depth": (
        lambda: deflated(f"{OPEN * 2000}{CLOSE * 2000}"),
        "The XML of the Word document is broken",
    ),
    "columns": (
        lambda: deflated(f"<w:tbl>{WIDE_ROW * 50_000}</w:tbl>"),
        "holds more than 1000000 characters",
    ),
    "entries": (
        lambda: archive({f"word/{n}": "" for n in range(10_001)}),
        "more than 10000 entries",
    ),
}
"""Small files that would unpack to something enormous, and what is said of them."""


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str) -> None:
    """A small file that would become something enormous is refused, and the message names the limit."""
    make, message = BOMBS[name]
    bomb = make()

    assert len(bomb) < 2 * MEBIBYTE
    with pytest.raises(UnreadableSource, match=message):
        parse(bomb)


def test_zeros_are_not_unpacked_to_their_end() -> None:
    """Of a part of 64 MiB no more is ever in the memory than a part may have, read and joined."""
    bomb = BOMBS["zeros"][0]()
    tracemalloc.start()
    try:
        with pytest.raises(UnreadableSource):
            parse(bomb)
        assert tracemalloc.get_traced_memory()[1] < 3 * 16 * MEBIBYTE
    finally:
        tracemalloc.stop()


def test_a_file_too_large() -> None:
    """A file beyond the limit is not opened at all."""
    with pytest.raises(
        UnreadableSource,
        match=r"a Word document \(\.docx\) of 101 MiB; none above 100 MiB is opened",
    ):
        parse(DOCX + bytes(101 * MEBIBYTE - len(DOCX)))


def encrypted() -> bytes:
    """Return a document whose parts say that they are encrypted."""
    content = bytearray(DOCX)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + flags] |= 1
            at = content.find(mark, at + 1)
    return bytes(content)


def test_encrypted() -> None:
    """A document with a password says so: as an archive, and as the old format that office programs wrap it in."""
    with pytest.raises(
        UnreadableSource, match=r"is encrypted, password required.*without a password"
    ):
        parse(encrypted())
    with pytest.raises(UnreadableSource, match="an Office document with a password"):
        parse(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))


def test_cut_off() -> None:
    """Half a document is no archive."""
    with pytest.raises(UnreadableSource, match="its archive is broken"):
        parse(DOCX[: len(DOCX) // 2])


def test_packed_strangely() -> None:
    """A part that is compressed in another way could not be unpacked piece by piece, and is refused."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_BZIP2) as file:
        file.writestr("word/document.xml", BODY)
    with pytest.raises(UnreadableSource, match="is packed as no office program packs it"):
        parse(buffer.getvalue())


PLAIN_RUN, STRUCK_TEXT = "<w:r><w:t>2</w:t></w:r>", "<w:rPr><w:strike/></w:rPr><w:t>1</w:t>"


@pytest.mark.parametrize(
    ("before", "unit", "after"),
    [
        pytest.param("", f"<w:r>{STRUCK_TEXT}</w:r>{PLAIN_RUN}", "", id="many runs"),
        pytest.param(f"<w:r>{STRUCK_TEXT}", "<w:t>2</w:t><w:tab/>", "</w:r>", id="one long run"),
    ],
)
def test_a_long_paragraph_with_struck_text(before: str, unit: str, after: str) -> None:
    """Eight times the runs of a paragraph cost about eight times as much; each squared it is 64 times."""

    def cost(count: int) -> float:
        paragraph = f"<w:p>{before}{unit * count}{after}</w:p>"
        document = archive({"word/document.xml": BODY.replace("<w:p>", f"{paragraph}<w:p>", 1)})
        begun = time.process_time()
        read_everything(document)
        return time.process_time() - begun

    cost(10)  # what is loaded late is loaded now
    assert min(cost(4_000) for _ in range(2)) <= 24 * max(min(cost(500) for _ in range(2)), 0.03)
