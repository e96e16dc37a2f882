"""What a page says of the place of its body: the owner of the website, and codes of places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

__all__ = ["NOTHING_SAID", "Surroundings", "code_of_index", "surroundings"]

_OWNERS = (
    # The tags that pages of the government must have: <meta name="SiteName" content="…">
    ("SiteName", r"""SiteName["']?\s{1,4}content\s?=\s?["']([\u3400-\u9fff·.]{2,30})"""),
    # The title of a web page: 某某报告_某某市人民政府
    (
        "</title>",
        r"[\s_|—–-]([\u3400-\u9fff]{2,20}人民政府)(?:门户网站|政务网站?|网站?)?\s{0,9}</title>",
    ),
    # At the foot of a page: 主办：某某市人民政府办公室
    *(
        (
            word,
            rf"{word}(?:单位)?\s{{0,4}}[:：]?\s{{0,4}}(?:©\s?)?([\u3400-\u9fff]{{2,20}}人民政府)",
        )
        for word in ("主办", "版权所有")
    ),
)
"""A word that a page with the name of an owner has, and where the name stands."""
_NUMBERS = (
    ("SiteIDCode", r"""SiteIDCode["']?\s{1,4}content\s?=\s?["'](\d{6})\d{4}\b"""),
    ("标识码", r"标识码\s{0,4}[:：]?\s{0,4}(\d{6})\d{4}(?!\d)"),
)
"""The number of a website of the government: the code of a place, and four digits."""
_MOST_OWNERS = 3
_CREDIT_CODE = re.compile(r"(?<![0-9A-Z])1[1-9](\d{6})[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])")
"""The 统一社会信用代码 of an organ; its third to eighth characters are the code of a place."""
_DIGITS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


class Surroundings(NamedTuple):
    """What a page says of the place of a body, beside the name of the body."""

    year: int | None = None
    """The year of the report."""
    words: tuple[str, ...] = ()
    """Its title, the body that published it, and the owner of the website."""
    codes: tuple[str, ...] = ()
    """The codes of places in the number of the website and in the index number."""


NOTHING_SAID = Surroundings()


def surroundings(
    title: str | None, year: int | None, metadata: Mapping[str, str], text: str
) -> Surroundings:
    """Return what a page says of the place of its body.

    Args:
        title: The title of the report.
        year: Its year.
        metadata: The header fields by id.
        text: The source text.

    """
    words = (title, metadata.get("issuing_agency"), *_found(text, _OWNERS))
    codes = (*_found(text, _NUMBERS), code_of_index(metadata.get("index_number", "")))
    return Surroundings(
        year, tuple(dict.fromkeys(filter(None, words))), tuple(dict.fromkeys(filter(None, codes)))
    )


def _found(text: str, table: tuple[tuple[str, str], ...]) -> Iterator[str]:
    for word, pattern in table:
        if word in text:
            for _, match in zip(range(_MOST_OWNERS), re.finditer(pattern, text), strict=False):
                yield match[1]


def code_of_index(number: str) -> str | None:
    """Return the code of a place in an index number such as 11330106002491234X/2022-00012.

    Args:
        number: The index number; those that begin with the credit code of the body have such a
            code, whose last character proves the others.

    """
    found = _CREDIT_CODE.search(number)
    if found is None:
        return None
    values = [_DIGITS.index(one) for one in found[0]]
    total = sum(value * pow(3, place, 31) for place, value in enumerate(values[:-1]))
    return found[1] if values[-1] == -total % 31 else None
