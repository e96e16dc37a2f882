"""The command line's `compare`: what it writes, in which language, and its exit status."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

import click
import pytest
from test_cli import ADDRESS, draft, run

import govinfo
from govinfo.cli.comparison import comparison_as_text
from govinfo.testing.dialects import render
from govinfo.wording import Lang
from govinfo.wording.widths import width

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    """Two captures that differ in one cell and in one sentence."""
    before = render(draft(), "pipes")
    after = render(draft(total=1), "pipes")
    sentence = next(part.paragraphs[0] for part in draft().parts if part.id == "problems")
    paths = tmp_path / "before.txt", tmp_path / "after.txt"
    paths[0].write_text(before, encoding="utf-8")
    paths[1].write_text(after.replace(sentence, f"另据统计，{sentence}"), encoding="utf-8")
    return paths


def test_exactly_what_differs(sides: tuple[Path, Path]) -> None:
    """One cell and one sentence: JSON lists these two, and the status is 1."""
    result = run("compare", *sides, "--lang", "zh", "--format", "json")
    data = json.loads(result.stdout)

    assert (result.exit_code, result.stderr) == (1, "")
    assert data["schema"] == "govinfo.comparison/1"
    assert [(cell["address"], cell["change"]) for cell in data["cells"]] == [(ADDRESS, "changed")]
    assert [one["change"] for part in data["parts"] for one in part["sentences"]] == ["changed"]
    assert data["fields"] == data["claims"] == data["gone"] == data["links"] == []
    assert "T3.ROW_TOTAL" in {finding["rule"] for finding in data["new"]}
    assert data == govinfo.compare(*map(govinfo.parse, sides)).to_dict()


def test_text_in_both_languages(sides: tuple[Path, Path]) -> None:
    """The headings count what stands below them, in the language that is asked for."""
    chinese, english = (run("compare", *sides, "--lang", lang) for lang in ("zh", "en"))

    assert chinese.exit_code == english.exit_code == 1
    assert "\n表格数字（1）\n" in chinese.stdout
    assert "\n正文（1）\n" in chinese.stdout
    assert "\nFigures in the tables (1)\n" in english.stdout
    assert f"  {ADDRESS}\n" in english.stdout
    assert "    + 另据统计，" in english.stdout


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_terminal_has_no_longer_lines(sides: tuple[Path, Path], lang: Lang) -> None:
    """Long sentences go on below their beginning; nothing of them is lost."""
    comparison = govinfo.compare(*map(govinfo.parse, sides))
    lines = "".join(comparison_as_text(comparison, lang, 60)).splitlines()
    plain = [click.unstyle(line) for line in lines]
    assert max(map(width, plain)) <= 60
    assert any(line.startswith("      ") for line in plain)
    assert "".join("".join(plain).split()) == "".join(comparison.text(lang).split())


def test_without_difference_the_status_is_0(sides: tuple[Path, Path]) -> None:
    """A report does not differ from itself, and a sentence alone does not change the status."""
    same = run("compare", "--lang", "zh", sides[0], sides[0])
    assert (same.exit_code, same.stdout.splitlines()[-1]) == (0, "两份报告没有不同。")

    words = sides[1].with_name("words.txt")
    text = sides[0].read_text(encoding="utf-8")
    words.write_text(
        text.replace("公开", "公 开", 3).replace("条例", "条例条例", 1), encoding="utf-8"
    )
    assert run("compare", sides[0], words).exit_code == 0


def test_an_unread_side_is_told(sides: tuple[Path, Path]) -> None:
    """Nothing is compared with what is no report: the status is 2."""
    notice = sides[0].with_name("notice.txt")
    notice.write_text("关于报送年度报告的通知", encoding="utf-8")
    result = run("compare", notice, sides[0])

    assert (result.exit_code, result.stdout) == (2, "")
    assert "notice.txt" in result.stderr


def test_the_page_has_both_sides_and_no_foreign_markup(sides: tuple[Path, Path]) -> None:
    """It asks for nothing from elsewhere, and what a report says stays text."""
    before = sides[0].read_text(encoding="utf-8").replace("工作", f"工作{HOSTILE}", 30)
    sides[0].write_text(before, encoding="utf-8")
    page = sides[0].with_name("page.html")
    result = run("compare", *sides, "--lang", "zh", "--format", "html", "-o", page)
    html = page.read_text(encoding="utf-8")
    tags = list[tuple[str, dict[str, str | None]]]()

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            tags.append((tag, dict(attrs)))

    Tags().feed(html)
    names = {name for name, _ in tags}
    assert result.exit_code == 1
    assert ("html", {"lang": "zh-CN"}) in tags
    assert names >= {"del", "ins", "table"}
    assert names.isdisjoint({"script", "img", "link", "iframe"})
    assert {key for _, attrs in tags for key in attrs}.isdisjoint({"src", "href", "onerror"})


def test_notebooks_show_the_differences(sides: tuple[Path, Path]) -> None:
    """The piece brings its own style and leaves the sentences that are the same out."""
    comparison = govinfo.compare(*map(govinfo.parse, sides))
    html = comparison._repr_html_()

    assert html.startswith('<div class="govinfo"><style>')
    assert "<ins>另据统计，</ins>" in html
    assert len(html) < len(comparison.html())
    assert repr(comparison) == "<Comparison: 1 cells, 1 sentences differ>"


def test_a_period_is_told_with_a_word_between_its_days() -> None:
    """The text and the page of two years say from when to when each report is, as people write it."""
    years = govinfo.compare(
        *(govinfo.parse(Path(f"examples/panel/{year}.txt")) for year in (2023, 2024))
    )
    days = "2023-01-01 至 2023-12-31 → 2024-01-01 至 2024-12-31"
    assert f"  统计期限：{days}\n" in years.text()
    assert "period: 2023-01-01 to 2023-12-31 → 2024-01-01 to 2024-12-31" in years.text("en")
    assert "2023-01-01 至 2023-12-31" in years.html()
    assert "2023-01-01/2023-12-31" not in years.html()


def test_a_row_is_named_below_its_group() -> None:
    """Rows that only their group tells apart, such as 其他, have it in the name."""
    text = Path("examples/reports/form2021-stacked.txt").read_text(encoding="utf-8")
    before = govinfo.parse(text)
    span = before["requests.other_misc.total"].span
    assert span is not None
    after = govinfo.parse(text[: span.start] + "7" + text[span.end :])
    told = govinfo.compare(before, after).text()
    assert "  （六）其他处理 › 3.其他 · 总计：0 → 7  requests.other_misc.total\n" in told
    assert "（六）其他处理 › 3.其他 × 总计" in after.explain("requests.other_misc.total")
