"""The review page in a real browser: it answers clicks, asks for nothing, and runs nothing of a document."""

from __future__ import annotations

import json
import os
import re
import shutil
import zipfile
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from PIL import Image

from govinfo.comparison import compare
from govinfo.consistency import check
from govinfo.figures import Address
from govinfo.reading import parse, parse_grid
from govinfo.review import ReviewedReport, review_page, reviewed
from govinfo.testing.dialects import render
from govinfo.testing.documents.docx import archive, docx
from govinfo.testing.documents.pdf import PDF_SETTINGS, Setting, pdf
from govinfo.testing.documents.xlsx import xlsx
from govinfo.testing.drafts import Draft

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Dialog, Page

CHROMIUM = os.environ.get("GOVINFO_CHROMIUM") or shutil.which("chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
GRANTED = Address("requests.granted.natural_person")

pytestmark = pytest.mark.skipif(
    CHROMIUM is None, reason="there is no Chromium; GOVINFO_CHROMIUM names one elsewhere"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A Chromium, if there is one that can draw a word."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with playwright.sync_playwright() as started:
        chromium = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = chromium.new_page()
        page.set_content("<p>word</p>")
        if page.inner_text("p") != "word":
            pytest.skip("Chromium draws no text where no font is installed")
        page.close()
        yield chromium
        chromium.close()


@pytest.fixture
def opened(browser: Browser, tmp_path: Path) -> Iterator[Any]:
    """A function that opens a page; in the end nothing was asked for, and the console was silent."""
    said, asked, pages = list[str](), list[str](), list[Any]()

    def dismissed(dialog: Dialog) -> None:
        said.append(dialog.message)
        dialog.dismiss()

    def open_page(html: str, **context: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        page = browser.new_page(**context)
        pages.append(page)
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", dismissed)
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        return page

    yield open_page
    for page in pages:
        page.close()
    own = [(tmp_path / "page.html").as_uri(), "blob:"]
    assert said == []
    assert [url for url in asked if not url.startswith(tuple(own))] == []


@pytest.fixture(scope="module")
def html(wrong: Draft) -> str:
    """The page on the draft of the clerk, as the clerk's Word document has it."""
    report = parse(docx(wrong))
    return review_page([ReviewedReport("年度报告（送审稿）.docx", report, check(report))])


def test_a_click_lights_up_a_cell_and_its_place(opened: Any, html: str) -> None:
    """A cell leads to its place in the document, and the place leads back; a sentence leads to its cell."""
    page = opened(html)
    page.click(f"[id='r0-t-{GRANTED}']")
    assert page.evaluate("document.activeElement.id") == f"r0-s-{GRANTED}"
    assert page.inner_text(".paper .lit") == "12"
    assert page.inner_text("[role=status]") == "（一）予以公开 · 自然人：12 件"

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == f"r0-t-{GRANTED}"

    page.click(".claim.disagrees")
    assert page.evaluate("document.activeElement.id") == "r0-t-requests.carried_forward.total"
    page.keyboard.press("Escape")
    assert page.locator(".lit").count() == 0


def test_the_page_tells_the_three_slips(opened: Any, html: str) -> None:
    """The list has the slips of the draft with what to change, and each link shows its place."""
    page = opened(html)
    assert page.locator(".advice").all_inner_texts() == [
        "怎么改：请将 12 改为 21",
        "怎么改：请将 9 改为 8",
        "怎么改：表中各项相加无误，请将正文的“3件”改为“2件”",
    ]
    assert page.locator("td.wrong").all_inner_texts() == ["121", "92"]
    page.click(".remark >> nth=2 >> text=看原文")
    assert page.inner_text(".claim.lit") == "3件"
    assert page.evaluate("document.activeElement.className").split()[:2] == ["claim", "disagrees"]


def test_arrow_keys_move_through_a_table(opened: Any, html: str) -> None:
    """A table is one stop of the Tab key, and the arrow keys move from cell to cell."""
    page = opened(html)
    page.focus(f"[id='r0-t-{GRANTED}']")
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft"):
        page.keyboard.press(key)
    there = page.evaluate("document.activeElement.dataset.cells")
    assert there == "requests.partially_granted.natural_person"


def test_ticks_are_kept_and_can_be_saved(opened: Any, html: str) -> None:
    """What a proof-reader has ticked is there when the page is opened again, and in the file that it saves."""
    page = opened(html)
    page.click("text=逐格校对")
    page.check(f"[data-tick='{GRANTED}']")
    assert page.inner_text(".progress").startswith("已核对 1/")

    page.reload()
    page.click("text=逐格校对")
    assert page.is_checked(f"[data-tick='{GRANTED}']")
    with page.expect_download() as saved:
        page.click("text=下载核对记录")
    data = json.loads(Path(saved.value.path()).read_text("utf-8"))
    assert [cell["address"] for cell in data["cells"] if cell["ticked"]] == [GRANTED]
    assert (data["schema"], data["file"]) == ("govinfo.ticks/1", "年度报告（送审稿）.docx")

    page.click("text=清除核对记录")
    assert not page.is_checked(f"[data-tick='{GRANTED}']")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_use_it(opened: Any, html: str, scheme: str) -> None:
    """axe-core finds no fault that is serious, in light and in dark, on a desk and on a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    width = {"light": 1200, "dark": 360}[scheme]
    page = opened(html, color_scheme=scheme, viewport={"width": width, "height": 800})
    page.click("text=逐格校对")
    found = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]

    assert [one["help"] for one in found if one["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_small_fast_and_prints_on_four_pages(opened: Any, html: str) -> None:
    """A report of two hundred cells is a small file, opens at once, and prints on four pages of A4."""
    pdfium = pytest.importorskip("pypdfium2")
    page = opened(html)
    cdp = page.context.new_cdp_session(page)
    cdp.send("Performance.enable")
    page.reload()
    metrics = {one["name"]: one["value"] for one in cdp.send("Performance.getMetrics")["metrics"]}

    assert len(html.encode()) < 600_000
    assert metrics["ScriptDuration"] < 0.3
    assert len(pdfium.PdfDocument(BytesIO(page.pdf(prefer_css_page_size=True)))) <= 4


EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>\"' onmouseover=alert(3) x='"


def test_no_field_of_a_document_becomes_markup(opened: Any, wrong: Draft) -> None:
    """Markup in a title, a name, a sentence, a cell or a file name is shown, and runs nowhere."""
    overview = evolve(
        wrong.parts[0], paragraphs=(f"另有{EVIL}当年收到政府信息公开申请99件{EVIL}。",)
    )
    draft = evolve(
        wrong,
        title=f"松台县水务局2024年政府信息公开工作年度报告{EVIL}",
        parts=(overview, *wrong.parts[1:]),
    )
    text = render(draft, "pipes").replace("|12|", f"|12{EVIL}|")
    with zipfile.ZipFile(BytesIO(xlsx(draft))) as archived:
        book = {name: archived.read(name).decode() for name in archived.namelist()}
    sheet = "&lt;img src=x onerror=alert(4)&gt;"
    book["xl/workbook.xml"] = book["xl/workbook.xml"].replace("表1", sheet)
    reports = [
        parse(text),
        parse(docx(draft)),
        parse_grid([line.split("|") for line in text.splitlines()]),
        parse(archive(book)),
    ]
    html = review_page([evolve(reviewed(one), name=EVIL) for one in reports])
    page = opened(html)

    assert page.evaluate("document.querySelectorAll('img, iframe, main script').length") == 0
    assert page.evaluate("document.querySelectorAll('[onmouseover], [onerror]').length") == 0
    assert EVIL in page.inner_text("#r0 dl")
    assert EVIL in page.inner_text("#r0 .paper")
    assert EVIL in page.inner_text("#r1 .paper")


@pytest.mark.parametrize("setting", [PDF_SETTINGS[0], PDF_SETTINGS[3]], ids=["upright", "turned"])
def test_the_pages_of_a_pdf_have_a_box_around_each_cell(
    opened: Any, wrong: Draft, setting: Setting
) -> None:
    """The pages are pictures, upright; a box lies on the ink of its figure, and leads to its cell."""
    content = pdf(wrong, setting)
    report = parse(content)
    page = opened(report.review(content=content))
    there = page.locator(f"[id='r0-s-{GRANTED}']")
    (style,) = re.findall(
        r"left:(.+)%;top:(.+)%;width:(.+)%;height:(.+)%", there.get_attribute("style")
    )
    picture = there.locator("xpath=..").locator("img").get_attribute("src").partition(",")[2]
    image = Image.open(BytesIO(b64decode(picture))).convert("L")
    left, top, width, height = (
        float(share) * side / 100 for share, side in zip(style, image.size * 2, strict=True)
    )
    ink = image.crop((round(left), round(top), round(left + width), round(top + height)))
    assert min(ink.tobytes()) < 128
    assert page.locator(".picture").count() == 3

    there.click()
    assert page.evaluate("document.activeElement.id") == f"r0-t-{GRANTED}"
    assert page.locator(".claim.disagrees[style]").count() == 1


def test_a_web_page_is_rebuilt_without_what_it_brings(opened: Any, wrong: Draft) -> None:
    """Of a web page its words and tables are shown; its scripts, styles, addresses and loose ends are not."""
    text = render(wrong, "html").replace(
        "<table",
        "</div></article></main><svg onload=alert(1)><style>.sheet,.desk{display:none}</style>"
        "<a href='javascript:alert(2)'>地址</a><script>alert(3)</script></section><table",
        1,
    )
    page = opened(review_page([reviewed(parse(f"{text}<td><b onclick=alert(4)><!-- "))]))

    assert page.evaluate("document.querySelectorAll('main > article > .panes > .desk').length") == 1
    assert page.evaluate("[...document.querySelectorAll('a')].every(a => a.hash)")
    assert (
        page.evaluate("document.querySelectorAll('.paper style, .paper script, svg').length") == 0
    )
    assert page.inner_text(f"[id='r0-s-{GRANTED}']") == "12"
    assert page.evaluate(f"document.getElementById('r0-s-{GRANTED}').closest('td') !== null")


def test_several_reports_stand_on_one_page(opened: Any, right: Draft, wrong: Draft) -> None:
    """Each report has its own cells and places; a list on top leads to them, in English if asked."""
    reports = [parse(render(draft, "pipes")) for draft in (right, wrong)]
    page = opened(review_page([reviewed(one) for one in reports], "en"))

    assert page.locator(".contents li").count() == 2
    assert page.inner_text("#r0 .nothing").startswith("Nothing was found.")
    page.click(f"[id='r1-t-{GRANTED}']")
    assert page.evaluate("document.activeElement.id") == f"r1-s-{GRANTED}"
    assert page.locator(".lit").count() == 2


LAB = """
.jp-RenderedHTMLCommon table{table-layout:fixed;width:100%;border:none;font-size:12px;margin:auto}
.jp-RenderedHTMLCommon td,.jp-RenderedHTMLCommon th,.jp-RenderedHTMLCommon tr{
text-align:right;white-space:normal;max-width:none;border:none;padding:.5em}
.jp-RenderedHTMLCommon tbody tr:nth-child(odd){background:rgb(245,245,245)}
.jp-RenderedHTMLCommon dt{float:left;width:20px;font-weight:bold}
.jp-RenderedHTMLCommon ul:not(.list-inline){padding-left:8em}
"""
"""What notebooks say of every table, list and cell of an output."""


def test_a_report_in_a_notebook_keeps_its_shape(opened: Any, right: Draft) -> None:
    """The rules of a notebook leave a table its widths, its labels on the left, and its lines."""
    report = parse(render(right, "pipes"))
    html = (
        f'<!DOCTYPE html><meta charset="utf-8"><div class="jp-RenderedHTMLCommon" '
        f'style="width:900px">{report._repr_html_()}</div><style>{LAB}</style>'
    )
    page = opened(html, viewport={"width": 960, "height": 800})
    looks = page.evaluate(
        """() => {
            const look = (one) => document.querySelector(one);
            const style = (one) => getComputedStyle(look(one));
            const rows = [...document.querySelectorAll('th.row')];
            return {
                layout: style('.govinfo table').tableLayout,
                label: style('th.row').textAlign,
                figure: style('td.figure').textAlign,
                line: style('td.figure').borderTopStyle,
                ground: style('tbody tr').backgroundColor,
                name: style('dt').cssFloat,
                narrow: rows.filter((row) => row.getBoundingClientRect().width < 70).length,
            };
        }"""
    )
    assert looks == {
        "layout": "auto",
        "label": "left",
        "figure": "right",
        "line": "solid",
        "ground": "rgba(0, 0, 0, 0)",
        "name": "none",
        "narrow": 0,
    }


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_comparison_shows_both_sides_and_runs_nothing(
    opened: Any, right: Draft, wrong: Draft, scheme: str
) -> None:
    """What two reports say is text in the page that compares them, on a desk and on a phone."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    overview = evolve(right.parts[0], paragraphs=(f"另有信息{EVIL}40条。",))
    other = evolve(wrong.parts[0], paragraphs=(f"另有信息{EVIL}45条。",))
    sides = (
        parse(
            render(
                evolve(draft, title=f"{draft.title}{EVIL}", parts=(part, *draft.parts[1:])), "pipes"
            )
        )
        for draft, part in ((right, overview), (wrong, other))
    )
    width = {"light": 1200, "dark": 360}[scheme]
    page = opened(
        compare(*sides).html(), color_scheme=scheme, viewport={"width": width, "height": 800}
    )
    found = axe.Axe().run(page).response["violations"]

    assert page.evaluate("document.querySelectorAll('img, iframe, main script').length") == 0
    assert page.evaluate("document.querySelectorAll('[onmouseover], [onerror]').length") == 0
    # The reader takes leaked tags out of prose; what is left of them is text.
    assert "alert(2)\"'onmouseover=alert(3)" in page.inner_text("table.sides >> nth=0")
    assert page.evaluate("document.querySelectorAll('ins, del').length") > 0
    assert [one["help"] for one in found if one["impact"] in {"serious", "critical"}] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
