"""PDF documents that are broken, encrypted, scanned, or made to do harm: each says so, and soon."""

from __future__ import annotations

import zlib
from base64 import a85encode
from collections.abc import Callable, Iterator
from hashlib import md5
from random import Random

import pytest
from drawing import drawn, lines_in, write
from hypothesis import given, settings
from hypothesis import strategies as st
from test_hostile_documents import mutations, read_everything

from govinfo.documents.pdf import limits as unpacking
from govinfo.errors import GovInfoError, NotAReport, UnreadableSource
from govinfo.forms.form2021 import FORM2021
from govinfo.reading import parse
from govinfo.testing.documents.canvas import Canvas, bound, shown, written
from govinfo.testing.documents.pdf import pdf
from govinfo.testing.drafts import write as written_draft

MANY = settings(max_examples=5 * settings().max_examples)
MEBIBYTE = 1024 * 1024
PDF = pdf(written_draft(FORM2021, Random(5)))
PICTURE = "q 400 0 0 400 90 200 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q"


@MANY
@given(mutations(PDF))
def test_broken_documents(content: bytes) -> None:
    """Whatever happened to its bytes, a PDF document raises nothing strange."""
    read_everything(content)


@given(st.binary(max_size=400))
def test_any_bytes(content: bytes) -> None:
    """Bytes that only begin as a PDF document does are none."""
    with pytest.raises(GovInfoError):
        parse(b"%PDF-1.7\n" + content)


@MANY
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("re f", "m 9 9 l S", "cm", "Td <4e00> Tj", "Tf", "Tr", "w")),
            st.floats(),
        )
    )
)
def test_any_drawing(operators: list[tuple[str, float]]) -> None:
    """Numbers that no page can hold do no harm."""
    read_everything(
        bound(
            [" ".join(f"{number} {number} {number} {number} {name}" for name, number in operators)]
        )
    )


def zeros(count: int, of: bytes = b"PK\3\4") -> bytes:
    """Return so many MiB of the same bytes, packed; by default they are those that other documents begin with."""
    packer = zlib.compressobj(9)
    return (
        b"".join([packer.compress(of * (MEBIBYTE // len(of))) for _ in range(count)])
        + packer.flush()
    )


def packed(filters: str, stream: bytes, kind: str = "") -> bytes:
    """Return a document of one page whose content is packed like this."""
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"
    content = f"<<{kind}/Filter{filters}/Length {len(stream)}>>stream\n{stream.decode('latin-1')}\nendstream"
    return written(
        ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page, content]
    )


BOMBS: dict[str, Callable[[], bytes]] = {
    "packed twice": lambda: packed("[/FlateDecode/FlateDecode]", zlib.compress(zeros(5), 9)),
    "packed, and written as text": lambda: packed(
        "[/ASCII85Decode/FlateDecode]", a85encode(zeros(5), adobe=True)[2:]
    ),
    "written as numbers": lambda: packed("[/AHx/Fl]", zeros(5).hex().encode() + b">"),
    "under a disguised name": lambda: packed(
        "[/ASCII#38#35Decode/F#6cateDecode]", a85encode(zeros(5)) + b"~>"
    ),
    "called a picture": lambda: packed("/FlateDecode", zeros(9), "/Subtype/Image"),
    "packed the old way": lambda: packed("/LZWDecode", b"\0" * 3000),
    "packed the older way": lambda: packed("/RunLengthDecode", b"\x81\0" * 65_000),
}
"""Each of these would unpack to more than 4 MiB, or 8 if it is a picture."""


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small document that would unpack to something large is refused before it is; the message says how much."""
    monkeypatch.setattr(unpacking, "_LARGEST", 4 * MEBIBYTE)
    monkeypatch.setattr(unpacking, "_LARGEST_PICTURE", 8 * MEBIBYTE)
    with pytest.raises(
        UnreadableSource, match=r"A stream of the PDF document unpacks to more than (4|8) MiB"
    ):
        parse(BOMBS[name]())


def test_a_bomb() -> None:
    """A document of 70 kB with a page of 65 MiB is one."""
    bomb = packed("/FlateDecode", zeros(65))
    assert len(bomb) < 70_000
    with pytest.raises(
        UnreadableSource, match="A stream of the PDF document unpacks to more than 64 MiB"
    ):
        parse(bomb)


def test_drawing() -> None:
    """A small document with four MiB of drawing is refused, and so is one whose page names a stream again."""
    with pytest.raises(UnreadableSource, match="a stream of it holds more than 3 MiB of drawing"):
        parse(packed("/FlateDecode", zeros(4, b" ")))
    stream = zeros(2, b" ").decode("latin-1")
    page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents[{'4 0 R ' * 4}]>>"
    content = f"<</Filter/FlateDecode/Length {len(stream)}>>stream\n{stream}\nendstream"
    with pytest.raises(
        UnreadableSource, match="a page of it names 4 streams with more than 3 MiB of drawing"
    ):
        parse(
            written(
                [
                    "<</Type/Catalog/Pages 2 0 R>>",
                    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                    page,
                    content,
                ]
            )
        )


def test_forms_within_forms() -> None:
    """Forms that hold forms, each twice, are refused before they are drawn; three levels are read."""

    def nested(depth: int) -> bytes:
        form = "<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<<{}>>/Length {}>>stream\n{}\nendstream"
        page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"
        begin = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", page]
        begin.append("<</Length 5>>stream\n/X Do\nendstream")
        forms = [
            form.format(f"/XObject<</X {6 + level} 0 R>>", 11, "/X Do /X Do")
            for level in range(depth)
        ]
        return written([*begin, *forms, form.format("", 13, "0 0 m 9 9 l S")])

    with pytest.raises(
        UnreadableSource, match="holds forms within forms that draw more than 64 MiB"
    ):
        parse(nested(30))
    with pytest.raises(UnreadableSource, match="has no text on any page, and"):
        parse(nested(3))


def test_many_pages_of_one_content(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages that share a large stream draw it each, and are refused before; so are pages of very many things."""
    document = bound(["0 0 m 9 9 l S " * 30] * 40)
    monkeypatch.setattr("govinfo.documents.pdf.reader._MOST_THINGS", 250 - len(document) // 2)
    with pytest.raises(
        UnreadableSource, match="has more than 250 things drawn on its pages up to page 9"
    ):
        parse(document)
    monkeypatch.setattr("govinfo.documents.pdf.limits._MOST_OF_ALL_PAGES", MEBIBYTE)
    with pytest.raises(
        UnreadableSource, match="The 9 pages of the PDF document may draw more than 1 MiB"
    ):
        parse(bound([" " * (MEBIBYTE // 8)] * 9))


def test_many_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Many streams, each just small enough, are too much together."""
    monkeypatch.setattr(unpacking, "_ALL", 16 * MEBIBYTE)
    stream = zeros(3).decode("latin-1")
    objects = [f"<</Filter/FlateDecode/Length {len(stream)}>>stream\n{stream}\nendstream"] * 6
    with pytest.raises(UnreadableSource, match="The PDF document unpacks to more than 16 MiB"):
        parse(
            written(["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[]/Count 0>>", *objects])
        )


def test_too_many_pages() -> None:
    """A document of very many pages is not read to its end."""
    with pytest.raises(
        UnreadableSource, match="The PDF document has 501 pages; none with more than 500 is read"
    ):
        parse(bound([""] * 501))


def test_too_many_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nor is one of very many characters."""
    monkeypatch.setattr("govinfo.documents.pdf.reader._MOST_CHARACTERS", 250)
    with pytest.raises(UnreadableSource, match="more than 250 characters up to page 3"):
        parse(bound([shown(9, 9, "甲乙" * 50, 1)] * 3))


def rc4(key: bytes, content: bytes) -> Iterator[int]:
    """Yield the bytes of what is enciphered."""
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    i = j = 0
    for byte in content:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        yield byte ^ state[(state[i] + state[j]) % 256]


PADDING = bytes.fromhex("28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a")


def encrypted(password: bytes, stream: bytes, filters: str = "") -> bytes:
    """Return a document of one page that is encrypted with this password, in the oldest way there is."""
    secret = (password + PADDING)[:32]
    owner = bytes(rc4(md5(secret).digest()[:5], secret))
    permissions, name = (-4 & 0xFFFFFFFF).to_bytes(4, "little"), b"0123456789abcdef"
    key = md5(secret + owner + permissions + name).digest()[:5]
    user = bytes(rc4(key, PADDING))
    content = bytes(
        rc4(md5(key + (6).to_bytes(3, "little") + b"\0\0").digest()[:10], stream)
    ).decode("latin-1")
    font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 6 0 R/Resources<</Font<</F 4 0 R>>>>>>"
    handler = f"<</Filter/Standard/V 1/R 2/O<{owner.hex()}>/U<{user.hex()}>/P -4>>"
    body = f"<<{filters}/Length {len(content)}>>stream\n{content}\nendstream"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        font,
        handler,
        body,
    ]
    return written(objects, f"/Encrypt 5 0 R/ID[<{name.hex()}><{name.hex()}>]")


def test_encrypted() -> None:
    """A document with a password says so; one that anybody may open is opened."""
    text = b"BT /F 12 Tf 72 700 Td (Annual report) Tj ET"
    with pytest.raises(
        UnreadableSource, match="The PDF document is encrypted; remove its password"
    ):
        parse(encrypted(b"secret", text))
    with pytest.raises(NotAReport, match="the text begins: 'Annual report'"):
        parse(encrypted(b"", text))


def test_encrypted_bombs() -> None:
    """A document that anybody may open is measured once it is open."""
    with pytest.raises(
        UnreadableSource, match="A stream of the PDF document unpacks to more than 64 MiB"
    ):
        parse(encrypted(b"", zeros(65), "/Filter/FlateDecode"))


def test_scans() -> None:
    """Pages that are pictures want their characters recognised; pages without anything have none either."""
    with pytest.raises(
        UnreadableSource, match=r"is a scan: 2 of its 2 pages are pictures.*Recognise .*\(OCR\)"
    ):
        parse(bound([PICTURE, PICTURE]))
    with pytest.raises(UnreadableSource, match="is a scan: its only page is a picture, and"):
        parse(bound([PICTURE]))
    with pytest.raises(UnreadableSource, match=r"is a scan: 1 of its 2 pages are pictures"):
        parse(bound([f"{PICTURE} {shown(290, 30, '- 1 -', 10)}", ""]))
    with pytest.raises(UnreadableSource, match="has no text on any page, and"):
        parse(bound(["72 700 m 300 700 l S"]))


def test_pages_that_are_pictures() -> None:
    """Where only some pages are pictures the rest is read, and a note says which are not."""
    canvas = Canvas()
    write(
        canvas,
        "松台县教育局2023年政府信息公开工作年度报告",
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、其他需要报告的事项",
    )
    text = "\n".join(canvas.pages[0])
    first = [
        (note.code, note.message.partition(" is ")[0])
        for note in parse(bound([text, PICTURE])).notes[:1]
    ]

    assert first == [("page_without_text", "page 2")]
    scan = PICTURE.replace("400 0 0 400 90 200", "595 0 0 842 0 0")
    assert [note.code for note in parse(bound([f"{scan} 3 Tr {text}"])).notes][:1] == [
        "text_from_ocr"
    ]
    assert {note.code for note in parse(bound([text])).notes} == {"tables_missing"}


def test_unknown_characters() -> None:
    """A page of characters that no font says anything about is refused; one among figures is kept, as unknown."""
    page = shown(72, 700, "\ue000\ue001\ue002\ue003", 12)
    assert lines_in(bound([shown(72, 700, "1\x012\ue0003", 12)])) == ["1\ufffd2\ue0003"]
    with pytest.raises(
        UnreadableSource, match="do not say which characters they draw: 4 of 4 are unknown"
    ):
        parse(bound([page]))


def test_cut_off() -> None:
    """The beginning of a document is broken, and the message says so."""
    with pytest.raises(
        UnreadableSource, match="begins as a PDF document does, but the document is broken"
    ):
        parse(PDF[:200])


def test_a_page_full_of_lines() -> None:
    """A page of very many lines is a picture and no table, and is passed over quickly."""
    lines = " ".join(f"{n % 500} {n % 700} m {n % 500} {n % 700 + 50} l S" for n in range(21_000))
    with pytest.raises(NotAReport):
        parse(bound([f"{lines} {shown(72, 700, '甲乙', 12)}"]))


def test_a_dense_grid() -> None:
    """A page of small squares has more cells than any table, and is not searched for them."""
    grid = " ".join(f"{n * 4} 0 m {n * 4} 800 l S 0 {n * 4} m 800 {n * 4} l S" for n in range(200))

    def draw(canvas: Canvas) -> None:
        canvas.y = 25
        write(canvas, "甲乙")
        canvas.pages[-1].append(grid)

    with pytest.raises(NotAReport):
        parse(drawn(draw))
