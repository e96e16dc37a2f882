"""What may happen to a report between publication and reading: one function for each damage.

Damage that keeps the information must change nothing that is read. Damage that loses some may cost
values, but must never turn one value into another.
"""

from __future__ import annotations

from attrs import frozen

from govinfo.testing.damage.characters import (
    full_width_digits,
    half_width_punctuation,
    pinyin_glosses,
    regional_wording,
    traditional,
    wide_spaces,
    windows_line_ends,
    zero_width_characters,
)
from govinfo.testing.damage.encodings import (
    bad_byte,
    cut_short,
    misread,
    partly,
    shifted_bytes,
)
from govinfo.testing.damage.lines import (
    cell_blanked,
    cell_lost,
    line_doubled,
    line_lost,
    page_number,
)
from govinfo.testing.damage.websites import leaked_markup, lost_words, site_chrome
from govinfo.testing.drafts.draft import Change

__all__ = ["DAMAGE", "Change", "Damage", "pinyin_glosses"]


@frozen
class Damage:
    """One kind of damage to a text."""

    name: str
    apply: Change
    keeps: bool
    """Whether everything can still be read."""

    def __str__(self) -> str:
        return self.name


_DAMAGE = (
    Damage("traditional", traditional, keeps=True),
    Damage("regional_wording", regional_wording, keeps=True),
    Damage("pinyin_glosses", pinyin_glosses, keeps=True),
    Damage("half_width_punctuation", half_width_punctuation, keeps=True),
    Damage("full_width_digits", full_width_digits, keeps=True),
    Damage("windows_line_ends", windows_line_ends, keeps=True),
    Damage("zero_width_characters", zero_width_characters, keeps=True),
    Damage("wide_spaces", wide_spaces, keeps=True),
    Damage("site_chrome", site_chrome, keeps=True),
    Damage("leaked_markup", leaked_markup, keeps=True),
    Damage("utf8_as_latin1", misread("utf-8", "latin-1"), keeps=True),
    Damage("gbk_as_latin1", misread("gbk", "latin-1"), keeps=True),
    Damage("gbk_as_cp1252", misread("gbk", "cp1252"), keeps=True),
    Damage("big5_as_latin1", misread("big5", "latin-1"), keeps=True),
    Damage("big5_as_gb18030", misread("big5", "gb18030"), keeps=True),
    Damage("utf8_as_latin1_in_part", partly(misread("utf-8", "latin-1")), keeps=True),
    Damage("utf8_as_cp1252", misread("utf-8", "cp1252"), keeps=False),
    Damage("utf8_as_gb18030", misread("utf-8", "gb18030"), keeps=False),
    Damage("utf8_as_gbk", misread("utf-8", "gbk"), keeps=False),
    Damage("gbk_as_big5", misread("gbk", "big5"), keeps=False),
    Damage("big5_as_gbk", misread("big5", "gbk"), keeps=False),
    Damage("gbk_as_latin1_in_part", partly(misread("gbk", "latin-1")), keeps=False),
    Damage("utf8_as_gbk_in_part", partly(misread("utf-8", "gbk")), keeps=False),
    Damage("shifted_bytes", shifted_bytes, keeps=False),
    Damage("bad_byte", bad_byte, keeps=False),
    Damage("lost_words", lost_words, keeps=False),
    Damage("cut_short", cut_short, keeps=False),
    Damage("line_lost", line_lost, keeps=False),
    Damage("line_doubled", line_doubled, keeps=False),
    Damage("cell_lost", cell_lost, keeps=False),
    Damage("cell_blanked", cell_blanked, keeps=False),
    Damage("page_number", page_number, keeps=False),
)

DAMAGE: dict[str, Damage] = {damage.name: damage for damage in _DAMAGE}
"""Every kind of damage by name; those that keep the information come first."""
