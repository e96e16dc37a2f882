"""The clerk's own Word document: a comment at each place, and everything else as it was."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from lxml import etree

from govinfo.consistency import check
from govinfo.errors import UnreadableSource
from govinfo.reading import parse
from govinfo.review import remarks_on
from govinfo.review.word import commented
from govinfo.testing.documents.docx import DOCX_VARIANTS, docx
from govinfo.testing.drafts import Draft

SOFFICE = shutil.which("soffice")
RANGE = re.compile(
    r'<w:commentRangeStart w:id="(\d+)"/>(.*?)<w:commentRangeEnd w:id="\1"/>', re.DOTALL
)
SHOWN = re.compile(r"<w:t\b[^>]*>([^<]*)</w:t>")
ADVICE = ["请将 12 改为 21", "请将 9 改为 8", "表中各项相加无误，请将正文的“3件”改为“2件”"]


def with_comments(document: bytes) -> bytes:
    """Return a document with the comments on it, in Chinese."""
    report = parse(document)
    return commented(document, report, remarks_on(report, check(report)), "zh")


def parts(document: bytes) -> dict[str, bytes]:
    """Return the parts of a document by name."""
    with zipfile.ZipFile(BytesIO(document)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def places(document: bytes) -> dict[int, str]:
    """Return the text that each comment is on."""
    body = parts(document)["word/document.xml"].decode()
    return {int(number): "".join(SHOWN.findall(inside)) for number, inside in RANGE.findall(body)}


@pytest.mark.parametrize("options", DOCX_VARIANTS, ids=str)
def test_each_slip_has_a_comment_at_its_place(wrong: Draft, options: dict[str, Any]) -> None:
    """The three comments are on the two cells and on the figure in the sentence, and the text is what it was."""
    document = docx(wrong, **options)
    written = with_comments(document)
    hidden = "72" if options.get("tracked") else ""

    assert places(written) == {0: f"{hidden}12", 1: f"{hidden}9", 2: "3件"}
    comments = etree.fromstring(parts(written)["word/comments.xml"])
    told = ["".join(comment.itertext()) for comment in comments]
    assert [one.partition("怎么改：")[2] for one in told] == ADVICE
    assert parse(written) == parse(document)


def test_every_other_part_keeps_its_bytes(wrong: Draft) -> None:
    """In a document as a word processor writes it, four small parts change, and no other."""
    library = pytest.importorskip("docx")
    blank, body = BytesIO(), parts(docx(wrong))["word/document.xml"]
    library.Document().save(blank)
    before = parts(blank.getvalue()) | {"word/document.xml": body}
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in before.items():
            archive.writestr(name, content)
    after = parts(with_comments(made.getvalue()))

    assert {name for name in after if before.get(name) != after[name]} == {
        "[Content_Types].xml",
        "word/_rels/document.xml.rels",
        "word/comments.xml",
        "word/document.xml",
    }
    opened = library.Document(BytesIO(with_comments(made.getvalue())))
    assert [(one.author, one.text.split("：")[-1]) for one in opened.comments] == [
        ("govinfo", advice) for advice in ADVICE
    ]


def test_comments_of_others_stay(wrong: Draft) -> None:
    """A document that has comments keeps them, and gets the new ones behind them."""
    once = with_comments(docx(wrong))
    twice = with_comments(once)

    comments = etree.fromstring(parts(twice)["word/comments.xml"])
    assert [one.get(next(iter(one.attrib))) for one in comments] == [str(n) for n in range(6)]
    signs = re.findall(rb'commentReference w:id="(\d+)"', parts(twice)["word/document.xml"])
    assert sorted(map(int, signs)) == [*range(6)]
    assert parse(twice) == parse(docx(wrong))


def test_a_remark_without_a_place_is_on_the_first_line(wrong: Draft) -> None:
    """What is missing has no place: its comment is on the title."""
    document = docx(wrong)
    report = parse(document)
    remark = evolve(remarks_on(report, check(report))[0], cells=(), claims=())

    assert places(commented(document, report, [remark], "zh")) == {0: wrong.title}


def test_a_document_without_remarks_is_the_same_document(right: Draft) -> None:
    """Where nothing is to be said, no mark is made in the text."""
    document = docx(right)
    assert with_comments(document) == document


def test_what_is_no_word_document_is_refused(wrong: Draft) -> None:
    """Comments are written into Word documents only."""
    report = parse(docx(wrong))
    with pytest.raises(UnreadableSource, match="archive is broken"):
        commented(b"PK no", report, remarks_on(report, check(report)), "zh")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("options", [{}, {"nested": True, "controls": True}], ids=str)
def test_libreoffice_shows_the_comments(
    wrong: Draft, options: dict[str, Any], tmp_path: Path
) -> None:
    """LibreOffice opens the document with comments, and has all three of them, whole."""
    (tmp_path / "draft.docx").write_bytes(with_comments(docx(wrong, **options)))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "odt", "--outdir", "."]
    command.append("draft.docx")
    done = subprocess.run(
        command, cwd=tmp_path, check=False, capture_output=True, encoding="utf-8", timeout=120
    )
    if "No fonts could be found" in done.stderr:
        pytest.skip("LibreOffice opens nothing where no font is installed")
    assert done.returncode == 0, done.stderr
    content = parts((tmp_path / "draft.odt").read_bytes())["content.xml"].decode()
    found = re.findall(r"<office:annotation .*?</office:annotation>", content, re.DOTALL)

    told = [re.sub("<[^>]*>", "", one).partition("【")[2] for one in found]
    assert sorted(one.partition("怎么改：")[2] for one in told) == sorted(ADVICE)
