"""An attachment that cannot be opened is named, beside the report that can be read."""

from __future__ import annotations

import random
from email.message import EmailMessage

from govinfo.forms import form_by_id
from govinfo.reading import parse, parse_all
from govinfo.testing.dialects import render
from govinfo.testing.drafts import write


def mail(*attachments: bytes) -> bytes:
    """Return a mail with a report as its text, and these PDF documents attached."""
    message = EmailMessage()
    message["Subject"] = "年报"
    message.set_content(render(write(form_by_id("form2021"), random.Random(3)), "pipes"))
    for number, content in enumerate(attachments):
        message.add_attachment(
            content, maintype="application", subtype="pdf", filename=f"附件{number}.pdf"
        )
    return message.as_bytes()


def test_parse_all_names_the_attachment_that_it_cannot_open() -> None:
    """The report is read, and a note says which attachment is not, and why, in both languages."""
    (report,) = parse_all(mail(b"%PDF-1.7 broken"))
    (note,) = [note for note in report.notes if note.code == "attachment_unreadable"]
    assert note.message.startswith("part 3 (application/pdf) is not read: ")
    assert note.text("zh").startswith("第 3 部分（application/pdf）未读取：")
    assert "PDF 文档" in note.text("zh")


def test_a_mail_without_such_attachments_has_no_such_note() -> None:
    """Nothing is said where nothing is lost."""
    for report in (parse(mail()), *parse_all(mail())):
        assert "attachment_unreadable" not in [note.code for note in report.notes]
