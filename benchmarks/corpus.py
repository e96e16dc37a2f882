"""Documents to measure on: reports varied by a seeded generator, so that every run and every cache sees new text."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path

__all__ = ["mixed", "originals", "varied"]

_HERE = Path(__file__).resolve().parent
_EXAMPLES = _HERE.parent / "examples" / "reports"
_CORPUS = Path(os.environ.get("GOVINFO_CORPUS", _HERE.parents[1] / "shared" / "corpus"))

_NUMBER = re.compile(r"(?<![\d.〔-])\d+(?![\d.〕号號月日-])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ZERO_CHANGES = 0.03
_WHO = (
    "信访窗口",
    "河长办公室",
    "档案馆",
    "便民服务中心",
    "法制科",
    "村务监督小组",
    "网信专班",
    "图书馆查阅点",
)
_WHAT = (
    "整理归档",
    "上门解答",
    "张贴告示",
    "核对目录",
    "更新栏目",
    "收集意见",
    "开办讲座",
    "校对文稿",
)
_WHERE = (
    "临江片区",
    "北岭社区",
    "老街两侧",
    "新港码头",
    "沿湖各村",
    "园区企业",
    "山前小学",
    "渡口集市",
)


_MIX = (
    "form2021-stacked",
    "form2021-stacked-pipes",
    "form2021-pipes-glossed",
    "form2019-stacked",
    "narrative2008",
)
"""Examples in the mix of dialects that archives have: mostly one cell a line, some rows, some prose."""


def mixed() -> dict[str, str]:
    """Return the reports of the mixed benchmark: five real ones where there is a corpus, else five examples."""
    every = originals()
    seeds = {path.stem for path in (_CORPUS / "seeds").glob("*.txt")}
    return {name: text for name, text in every.items() if name in (seeds or _MIX)}


def originals() -> dict[str, str]:
    """Return the reports to vary, by name: the examples, and the seeds of the corpus where there is one."""
    files = [*_EXAMPLES.glob("*.txt"), *(_CORPUS / "seeds").glob("*.txt")]
    if not files:
        raise SystemExit(
            f"No reports in {_EXAMPLES} nor in {_CORPUS}; set GOVINFO_CORPUS to the folder that holds them."
        )
    return {file.stem: file.read_text(encoding="utf-8") for file in sorted(files)}


def varied(count: int, seed: int, name: str | None = None) -> list[str]:
    """Return so many documents, no two alike, of the mix or of one report; the same seed gives the same documents."""
    chance = random.Random(seed)
    texts = list((mixed() if name is None else {name: originals()[name]}).values())
    return [_variant(texts[index % len(texts)], chance) for index in range(count)]


def _variant(text: str, chance: random.Random) -> str:
    """Write other digits into a document, and a new sentence into each of its paragraphs."""
    lines = [
        _NUMBER.sub(lambda match: _digits(match[0], chance), line) for line in text.split("\n")
    ]
    return "\n".join(
        _with_news(line, chance) if "。" in line and "|" not in line else line for line in lines
    )


def _digits(number: str, chance: random.Random) -> str:
    """Return another number of the same length; years stay, and nearly every zero stays, as in real tables."""
    if _YEAR.fullmatch(number):
        return number
    if number == "0":
        return str(chance.randint(1, 9)) if chance.random() < _ZERO_CHANGES else number
    return str(chance.randint(1, 9)) + "".join(str(chance.randint(0, 9)) for _ in number[1:])


def _with_news(line: str, chance: random.Random) -> str:
    """Put a sentence of its own behind the first sentence of a paragraph."""
    news = (
        f"{chance.choice(_WHO)}在{chance.choice(_WHERE)}{chance.choice(_WHAT)}{chance.randint(2, 9999)}次、"
        f"{chance.choice(_WHAT)}{chance.randint(2, 9999)}处。"
    )
    head, stop, tail = line.partition("。")
    return head + stop + news + tail
