"""The ladder of encodings, from laws to wounds."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose import SIMPLIFIED, simplified, traditional

from govinfo.errors import GovInfoError, UnreadableSource
from govinfo.text import Decoded, Source, decode, read_source

_TRADITIONAL = "清溪縣水利局年度報告,無其他需要說明的情況。"


@given(
    st.text(
        st.characters(exclude_categories=["Cs"]).filter(
            lambda character: character not in "\0\ufeff"
        )
    )
)
def test_any_utf8_comes_back(text: str) -> None:
    """Strict UTF-8 is believed before anything else, unless it begins as another container does."""
    try:
        assert decode(text.encode()) == Decoded(text, "utf-8")
    except UnreadableSource as error:
        assert "it begins with" in str(error)  # noqa: PT017 - most texts do not raise


@given(
    simplified,
    st.sampled_from(
        ["utf-8", "utf-8-sig", "gbk", "gb18030", "gb2312", "utf-16", "utf-16-le", "utf-16-be"]
    ),
)
def test_simplified_prose_comes_back(text: str, encoding: str) -> None:
    """What was encoded comes back, whatever the encoding."""
    assert decode(text.encode(encoding)).text == text


@given(
    traditional,
    st.sampled_from(["utf-8", "gbk", "big5", "big5hkscs", "utf-16", "utf-16-le", "utf-16-be"]),
)
def test_traditional_prose_comes_back(text: str, encoding: str) -> None:
    """Big5 and GBK are told apart by the characters they give."""
    assert decode(text.encode(encoding)).text == text


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_clear_refusal(data: bytes) -> None:
    """Nothing else is raised."""
    try:
        assert isinstance(decode(data).text, str)
    except UnreadableSource as error:
        told = (str(len(data)), "it begins with", "an empty ZIP archive")
        assert any(what in str(error) for what in told)  # noqa: PT017 - most bytes do not raise


@given(simplified, st.data())
def test_utf8_cut_anywhere_is_still_utf8(text: str, data: st.DataObject) -> None:
    """A file cut in the middle of a character loses that character and nothing else."""
    whole = text.encode()
    cut = data.draw(st.integers(12, len(whole)))
    found = decode(whole[:cut])
    assert found.encoding == "utf-8"
    assert text.startswith(found.text.rstrip("\ufffd"))
    assert found.certain == (found.note is None) == ("\ufffd" not in found.text)


@given(simplified, st.data())
def test_utf8_with_one_bad_byte_is_still_utf8(text: str, data: st.DataObject) -> None:
    """The note says where the byte stands."""
    whole = bytearray(text.encode())
    place = data.draw(st.integers(0, len(whole) - 1))
    whole[place] = 0xFF
    found = decode(bytes(whole))
    assert (found.encoding, found.certain) == ("utf-8", False)
    assert found.note is not None
    assert "U+FFFD" in found.note


def test_the_encoding_is_named_and_certain() -> None:
    """GB2312 and GBK are read as the GB18030 that holds them."""
    assert decode(SIMPLIFIED.encode("gbk")) == Decoded(SIMPLIFIED, "gb18030")
    assert decode(_TRADITIONAL.encode("big5")) == Decoded(_TRADITIONAL, "big5")
    assert decode(b"\xef\xbb\xbfabc") == Decoded("abc", "utf-8-sig")


def test_utf32_is_not_taken_for_utf16() -> None:
    """Its mark begins with the mark of UTF-16."""
    assert decode(SIMPLIFIED.encode("utf-32")) == Decoded(SIMPLIFIED, "utf-32-le")


def test_letters_in_utf16_are_not_taken_for_utf8() -> None:
    """Zero bytes are legal in UTF-8, and still no text."""
    assert decode("2022\n".encode("utf-16-le")).text == "2022\n"


def test_utf16_cut_in_half_keeps_the_rest() -> None:
    """The last half character is lost, and said to be."""
    found = decode(SIMPLIFIED.encode("utf-16")[:-1])
    assert (found.encoding, found.text[:-1], found.certain) == ("utf-16-le", SIMPLIFIED[:-1], False)


def test_gbk_with_a_wound_says_where() -> None:
    """One byte is gone, the report is not."""
    data = SIMPLIFIED.encode("gbk")
    found = decode(data[:9] + b"\xff" + data[10:])
    assert (found.encoding, found.certain) == ("gb18030", False)
    assert found.note is not None
    assert " at 8 " in found.note


def test_a_declaration_counts_only_where_the_bytes_do_not_decide() -> None:
    """Whole bytes make it a lie that nobody need hear of; where they are damaged, the note says what it was."""
    page = f'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">\n{SIMPLIFIED}'
    assert decode(page.encode()) == Decoded(page, "utf-8")
    damaged = decode(page.encode()[:-1])
    assert (damaged.encoding, damaged.certain) == ("utf-8", False)
    assert damaged.note is not None
    assert damaged.note.endswith("The document itself declares gb2312.")
    agreed = decode(page.encode("gbk")[:-1])
    assert (agreed.encoding, agreed.certain) == ("gb18030", False)
    assert agreed.note is not None
    assert "declares" not in agreed.note
    unknown = decode(page.replace("gb2312", "x-mac-roman").encode()[:-1])
    assert unknown.note is not None
    assert unknown.note.endswith("The document itself declares x-mac-roman.")


def test_a_close_call_is_no_certainty() -> None:
    """Two bytes are a character in every Chinese encoding."""
    found = decode(b"\xb0\xa1")
    assert (found.text, found.encoding, found.certain) == ("啊", "gb18030", False)
    assert found.note is not None
    assert "big5" in found.note


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00", "an old Microsoft Office document"),
        (
            COMPOUND + "WordDocument".encode("utf-16-le"),
            r"an old Word or WPS document \(.doc, .wps",
        ),
        (COMPOUND + "Workbook".encode("utf-16-le"), "an old Excel workbook"),
        (
            COMPOUND + "EncryptedPackage".encode("utf-16-le"),
            "an Office document with a password.*remove its password",
        ),
        (b"{\\rtf1\\ansi", "a rich-text document.*save it as .docx"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a PNG picture.*OCR"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"II*\0\x08\0\0\0", "a TIFF picture"),
        (b"MM\0*\0\0\0\x08", "a TIFF picture"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "a WebP picture"),
        (b"BM\x36\0\0\0\0\0\0\0", "a BMP picture"),
        (b"\0\0\0\x18ftypheic", "a HEIC or AVIF picture"),
        (b"Rar!\x1a\x07\x01\0", "a RAR archive.*Unpack it"),
        (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (b"\0" * 257 + b"ustar\x0000", "a tar archive"),
    ],
)
def test_containers_are_named(data: bytes, name: str) -> None:
    """The message says what it is and what to do."""
    with pytest.raises(UnreadableSource, match=f"The source is {name}") as caught:
        decode(data)
    assert "which is not read; a report's text was wanted. " in str(caught.value)


def test_a_refusal_lists_what_was_tried() -> None:
    """And where each of them failed."""
    with pytest.raises(UnreadableSource) as caught:
        decode(b"\xff" * 20)
    assert isinstance(caught.value, (GovInfoError, ValueError))
    for codec in ("utf-8: byte 0xff at 0", "gb18030: byte 0xff at 0", "big5: byte 0xff at 0"):
        assert codec in str(caught.value)


class FilePath(os.PathLike[bytes]):
    """A path spelt in bytes."""

    def __init__(self, path: Path) -> None:
        """Keep the path."""
        self.path = path

    def __fspath__(self) -> bytes:
        """Give it in bytes."""
        return os.fsencode(self.path)


def test_every_kind_of_source(tmp_path: Path) -> None:
    """Text stays as given; content, paths and open files are decoded."""
    path = tmp_path / "report.txt"
    path.write_bytes(SIMPLIFIED.encode("gbk"))
    assert read_source(SIMPLIFIED).characters() == (SIMPLIFIED, None, None)
    assert read_source("\ud800").characters() == ("\ud800", None, None)
    expected = (SIMPLIFIED, "gb18030", None)
    data = path.read_bytes()
    sources: list[Source] = [
        data,
        bytearray(data),
        memoryview(data),
        path,
        FilePath(path),
        io.BytesIO(data),
    ]
    assert [read_source(source).characters() for source in sources] == [expected] * len(sources)
    assert read_source(io.StringIO(SIMPLIFIED)).characters() == (SIMPLIFIED, None, None)


def test_paths_that_cannot_be_read(tmp_path: Path) -> None:
    """The message gives the path and the system's own reason."""
    with pytest.raises(UnreadableSource, match=r"missing\.txt.*No such file"):
        read_source(tmp_path / "missing.txt")
    with pytest.raises(UnreadableSource, match="is a directory"):
        read_source(tmp_path)
    with pytest.raises(UnreadableSource, match="is no path"):
        read_source(Path("a\0b"))
    picture = tmp_path / "picture.txt"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(UnreadableSource, match=r"picture\.txt.*PNG"):
        read_source(picture).characters()


def test_open_files_that_cannot_be_read(tmp_path: Path) -> None:
    """A closed file, and a text file opened in the wrong encoding."""
    path = tmp_path / "report.txt"
    path.write_bytes(SIMPLIFIED.encode("gbk"))
    with path.open(encoding="utf-8") as file, pytest.raises(UnreadableSource, match="binary mode"):
        read_source(file)
    with pytest.raises(UnreadableSource, match="closed file"):
        read_source(file)


@pytest.mark.parametrize("source", [None, 7, ["text"], object()])
def test_anything_else_is_a_type_error(source: object) -> None:
    """The message names the type."""
    with pytest.raises(UnreadableSource, match=f"not {type(source).__name__}"):
        read_source(source)  # type: ignore[arg-type]
