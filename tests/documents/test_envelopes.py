"""Envelopes: what a saved page, a mail or a record of JSON holds is read like the text itself."""

from __future__ import annotations

import json
from collections.abc import Sequence
from email.message import EmailMessage
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from everything import look_at_everything
from govinfo.documents.envelopes import enclosures_in
from govinfo.errors import GovInfoError, NotAReport, UnreadableSource
from govinfo.forms.form2021 import FORM2021
from govinfo.model import Report
from govinfo.reading import parse, parse_all
from govinfo.testing.compare import differences
from govinfo.testing.dialects import DIALECTS, render
from govinfo.testing.documents.docx import docx
from govinfo.testing.drafts import Draft, write
from govinfo.testing.strategies import consistent_reports
from govinfo.text import Content

DRAFT = write(FORM2021, Random(3))
PAGE = render(DRAFT, "html")
dialects = st.sampled_from([name for name in DIALECTS if name not in ("collapsed", "scattered")])


def saved_page(page: str, charset: str = "utf-8", transfer: str = "quoted-printable") -> bytes:
    """Return a page as a browser saves it in one file: the page, a frame, and a picture."""
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = "http://www.example.cn/zfxxgk/1.html"
    message.set_content(page, subtype="html", charset=charset, cte=transfer)
    message.make_related()
    message.add_related("body { color: red }", subtype="css")
    message.add_related(b"\x89PNG\r\n\x1a\n", "image", "png")
    return message.as_bytes()


def mail(text: str | None = None, page: str | None = None, attached: Sequence[bytes] = ()) -> bytes:
    """Return a mail with a text, a page and attachments."""
    message = EmailMessage()
    message["Received"] = "from mx.example.cn by mail.example.cn; Mon, 6 Jan 2025 09:00:00 +0800"
    message["Subject"] = "年度报告"
    message.set_content(text or "请查收附件。", charset="gb18030", cte="base64")
    if page is not None:
        message.add_alternative(page, subtype="html")
    for document in attached:
        message.add_attachment(document, "application", "octet-stream", filename="年报.docx")
    return message.as_bytes()


def facts(report: Report) -> tuple[Any, ...]:
    """Return all that a report says, except how its envelope was encoded."""
    return report.figures(), report.head, report.sections, report.source_text, report.adapter


@given(
    consistent_reports(),
    st.sampled_from(["utf-8", "gb18030"]),
    st.sampled_from(["quoted-printable", "base64"]),
)
def test_a_saved_page_is_read_like_the_page(draft: Draft, charset: str, transfer: str) -> None:
    """In any charset and transfer encoding; the source text is the page itself."""
    page = render(draft, "html")
    report = parse(saved_page(page, charset, transfer))

    assert facts(report) == facts(parse(page))
    assert report.notes == ()


def test_the_stated_charset_may_be_too_narrow_or_wrong() -> None:
    """Pages call gb2312 what has more characters, and utf-8 what is none."""
    narrow = saved_page(PAGE, "gb18030").replace(b"gb18030", b"gb2312")
    wrong = saved_page(PAGE, "gb18030", "base64").replace(b"gb18030", b"utf-8")

    assert [parse(each).encoding for each in (narrow, wrong)] == ["gb18030", "gb18030"]
    assert [differences(parse(each), DRAFT.expected()) for each in (narrow, wrong)] == [{}, {}]


@pytest.mark.parametrize(
    ("source", "adapter"),
    [
        (mail(page=PAGE), "html"),
        (mail(text=render(DRAFT, "pipes")), "pipes"),
        (mail(attached=[docx(DRAFT)]), "docx"),
        (b"\r\n" + saved_page(PAGE), "html"),
        (b"From nobody Mon Jan  6 09:00:00 2025\n" + saved_page(PAGE), "html"),
    ],
)
def test_mail(source: bytes, adapter: str) -> None:
    """The page comes before the text, and an attached document after both."""
    report = parse(source)
    assert (report.adapter, differences(report, DRAFT.expected())) == (adapter, {})


def test_a_mail_with_two_attached_documents() -> None:
    """The first is read, a note counts the other, and `parse_all` reads both."""
    other = write(FORM2021, Random(8), agency="岚汐县林业局", year=2023)
    source = mail(attached=[docx(DRAFT), docx(other)])

    report = parse(source)

    assert report.values() == parse(docx(DRAFT)).values()
    assert [(note.code, "; 1 more" in note.message) for note in report.notes] == [
        ("records_unread", True)
    ]
    assert [one.values() for one in parse_all(source)] == [
        parse(docx(each)).values() for each in (DRAFT, other)
    ]


def test_a_mail_whose_attachment_cannot_be_read() -> None:
    """The error names the attachment and its fault; the few words of the mail are no fault."""
    with pytest.raises(UnreadableSource, match=r"part 3 \(application/octet-stream\).*broken"):
        parse(mail("年报见附件。", attached=[b"PK\x03\x04" + bytes(90)]))


def test_a_short_mail_is_not_taken_for_a_path() -> None:
    """Its text came from a file; nobody gave it as a `str`."""
    with pytest.raises(NotAReport) as caught:
        parse(mail("请尽快报送。"))
    assert "Path(" not in str(caught.value)


def test_a_saved_page_that_was_read_as_text() -> None:
    """It is ASCII, so that somebody may have opened it as text."""
    report = parse(saved_page(PAGE).decode("ascii"))
    assert (report.adapter, differences(report, DRAFT.expected())) == ("html", {})


def test_half_of_a_pair_in_a_saved_page_that_was_read_as_text() -> None:
    """A character that no encoding has harms no other."""
    page = render(DRAFT, "html").replace("<body>", "<body>\udfff")
    message = f"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{page}"

    assert differences(parse(message), DRAFT.expected()) == {}


def test_a_mail_without_text_is_refused() -> None:
    """The message says what it holds, and what to do."""
    message = EmailMessage()
    message.set_content(b"\x89PNG", "image", "png")
    with pytest.raises(UnreadableSource, match=r"holds image/png; a part with text.*Save the page"):
        parse(message.as_bytes())


def in_a_list(text: str, _title: str) -> Any:
    """Return a record as a service answers with it, some levels down."""
    return {"code": 200, "data": {"list": [{"content": text, "url": "http://example.cn"}]}}


RECORDS: dict[str, Any] = {
    "alone": lambda text, _: text,
    "in a field": lambda text, title: {"id": 7, "title": title, "body": text, "tags": ["公开"]},
    "in a list": in_a_list,
    "in Chinese": lambda text, title: [{"标题": title, "正文": text, "摘要": text[:90]}],
    "in paragraphs": lambda text, _: {"paragraphs": text.split("\n")},
}


@given(consistent_reports(), dialects, st.sampled_from([*RECORDS]), st.sampled_from("as ut"))
def test_a_record_is_read_like_its_text(
    draft: Draft, dialect: str, record: str, written_as: str
) -> None:
    """Whatever its fields are called, as text and as bytes."""
    text = render(draft, dialect)
    data = RECORDS[record](text, draft.title)
    written = json.dumps(data, ensure_ascii=written_as in "a ")
    report = parse(written.encode() if written_as in "at" else written)

    assert report.values() == parse(text).values()
    assert report.source_text.endswith(text)
    assert all(report.quote(f.span) == f.raw for f in report.figures().values() if f.span)


def test_the_title_of_a_record_stands_above_its_text() -> None:
    """A crawler keeps the title of a page in a field of its own; then only it names the body."""
    text = PAGE[PAGE.index("<table") :]
    title = "云岫县水务局2024年政府信息公开工作年度报告"
    report = parse(json.dumps({"title": title, "content": text}))
    assert (report.agency and report.agency.name, report.year) == ("云岫县水务局", 2024)
    assert report.values() == parse(text).values()


def test_several_records() -> None:
    """The first that is a report is read; a note counts the further ones."""
    other = write(FORM2021, Random(4))
    notice = "关于召开会议的通知。" * 20
    bodies = [notice, PAGE, render(other, "html")]
    whole = json.dumps([{"body": body} for body in bodies])
    lines = "\n".join(json.dumps({"body": body}) for body in bodies)
    for source in (whole, lines, lines + '\n{"body": "cut o'):
        report = parse(source)
        assert differences(report, DRAFT.expected()) == {}
        assert [(note.code, "1 more records" in note.message) for note in report.notes] == [
            ("records_unread", True)
        ]


def test_blocks_of_a_layout_tool() -> None:
    """Texts and tables of a document in blocks follow each other."""
    blocks: list[dict[str, Any]] = [
        {"type": "text", "text": line, "page_idx": 0}
        for line in PAGE[: PAGE.index("<table")].split("\n")
    ]
    for table in PAGE.split("<table")[1:]:
        body, _, rest = table.partition("</table>")
        blocks.append({"type": "table", "table_body": f"<table{body}</table>", "table_caption": []})
        blocks.append({"type": "text", "text": rest})
    assert differences(parse(json.dumps(blocks)), DRAFT.expected()) == {}


TITLE = "云岫县水务局2024年政府信息公开工作年度报告"
RECORD = {"title": TITLE, "content": PAGE[PAGE.index("<table") :]}
AS_JSON = json.dumps(RECORD).replace("</", "<\\/")


@pytest.mark.parametrize("source", [f"callback({AS_JSON});", f"var data = {AS_JSON};\n"])
def test_a_record_that_a_script_takes(source: str) -> None:
    """What a site answers to a script is a record within the call of a function."""
    assert parse(source) == parse(json.dumps(RECORD))
    assert parse(source.encode()).values() == parse(RECORD["content"]).values()


SHELL = "<html><body><nav>首页</nav><div id='app'></div><script>{}</script></body></html>"
SINGLE = RECORD["content"].replace("'", "\\'").replace("\n", "\\n").replace("</", "<\\/")


@pytest.mark.parametrize(
    "program",
    [
        f"window.__DATA__ = {AS_JSON};",
        f"window.d = JSON.parse({json.dumps(AS_JSON)});",
        f"(function(a){{return {{title:'{TITLE}',content:'{SINGLE}',n:a}}}}(null))",
        f"var t = '{TITLE}'; var c = `{RECORD['content']}`; show(t, c);",
        f"var t = '{TITLE}'; document.write({json.dumps(RECORD['content'])});",
        f"t('{TITLE}');"
        + "".join(f"c += {json.dumps(row)};" for row in RECORD["content"].split("\n")),
        AS_JSON.replace("<", "\\u003c"),
    ],
)
def test_a_page_that_its_script_writes(program: str) -> None:
    """Where a page is no report as it stands, the strings of its scripts are read."""
    report = parse(SHELL.format(program))

    assert report.values() == parse(RECORD["content"]).values()
    assert (report.agency and report.agency.name, report.year) == ("云岫县水务局", 2024)
    assert parse_all(SHELL.format(program).encode()) == (report,)


@pytest.mark.parametrize(
    "how", ["style='display: none'", "class=a hidden", 'style="DISPLAY:NONE;"']
)
def test_a_page_that_its_script_shows(how: str) -> None:
    """What a page hides whole is read with a note; a menu that it hides as well is not."""
    menu = "<div style='display:none'><p>目录 12</p></div>"
    body = f"<html><body>{menu}<div id='a' {how}>{PAGE}{menu}</div>{{}}</body></html>"
    report = parse(body.format("<script>show('a')</script>"))

    assert differences(report, DRAFT.expected()) == {}
    assert [note.code for note in report.notes] == ["hidden_text"]
    with pytest.raises(NotAReport):
        parse(body.format(""))


def test_a_page_whose_scripts_hold_no_report() -> None:
    """Lists of titles and programs are none; what is said is what the page itself lacks."""
    titles = [
        {"title": TITLE.replace("2024", str(year)), "url": "/x"} for year in range(2008, 2024)
    ]
    for program in (json.dumps(titles), "var a = 'x\\u12'; b = \"\\ud83d\"; if (a < b) {}", ""):
        with pytest.raises(NotAReport):
            parse(SHELL.format(f"window.list = {program};"))


@pytest.mark.parametrize(
    "source",
    [
        '{"tables": [[["规章", "0", "0", "0"], ["行政规范性文件", "1", "2", "3"]]]}',
        '"规章","0","0"\n"行政规范性文件","1","2"',
        '{"a": ' * 2000 + "1" + "}" * 2000,
        "[" * 200_000,
        '{"a": ' + "9" * 100_000 + "}",
        json.dumps({"schema": "govinfo.report/1", "source_text": PAGE}),
        "{| class=wikitable\n|-\n| 规章 || 0\n|}",
        "",
        "Note: 政府信息公开\n\n正文",
        "索引号: 1\n\n正文",
    ],
)
def test_what_is_no_envelope(source: str) -> None:
    """Tables in arrays, text that only looks like JSON, and a saved report are left to others."""
    assert enclosures_in(Content(source)) == ()
    assert enclosures_in(Content(source.encode())) == ()


def deep(levels: int) -> bytes:
    """Return a message with parts within parts."""
    head = b"MIME-Version: 1.0\n"
    for level in range(levels):
        head += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
    return head + b"Content-Type: text/plain\n\nx\n"


@pytest.mark.parametrize(
    ("source", "limit"),
    [
        (deep(1000), "levels of parts within parts"),
        (
            b"MIME-Version: 1.0\nContent-Type: text/html;" + b'a="' * 100_000 + b"\n\nx",
            "bytes in one field of a header",
        ),
        (
            b'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n'
            + b"--b\nContent-Type: text/plain\n\nx\n" * 40_000,
            "parts",
        ),
    ],
)
def test_limits(source: bytes, limit: str) -> None:
    """A message made to do harm is refused before it is taken apart."""
    with pytest.raises(UnreadableSource, match=rf"with \d+ {limit}; none with more than"):
        parse(source)


@given(st.data())
def test_broken_messages(data: st.DataObject) -> None:
    """Whatever happened to its bytes, a message gives a report or an error of our own."""
    content = bytearray(saved_page(PAGE))
    for _ in range(data.draw(st.integers(1, 6))):
        place = data.draw(st.integers(0, 1500))
        content[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    try:
        report = parse(bytes(content))
    except GovInfoError:
        return
    look_at_everything(report)
