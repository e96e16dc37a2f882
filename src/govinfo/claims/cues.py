"""Which sentences may count something: those with a piece of a word for what is counted."""

from __future__ import annotations

import re
from functools import cache

from govinfo.claims.lexicon import Lexicon
from govinfo.claims.scanner import scanner_of
from govinfo.claims.subjects import IMPLYING, SUBJECTS

__all__ = ["cues_of"]

_PIECES = (
    "申请",
    "公开",
    "信息",
    "解读",
    "征集",
    "访谈",
    "发布会",
    "会议",
    "培训",
    "建议",
    "提案",
    "热线",
    "工单",
    "信箱",
    "来信",
    "信件",
    "留言",
    "咨询",
    "访问",
    "浏览",
    "点击",
    "公报",
    "舆情",
    "热点",
    "人员",
    "受理",
    "查阅",
    "费",
    "结转",
    "转",
    "处理",
    "复议",
    "诉讼",
    "规范性",
    "规章",
    "文件",
    "公文",
    "图解",
    "提供",
    "微信",
    "公众号",
    "微博",
    "网站",
    "网页",
    "网上",
    "官网",
    "互联网",
    "门户网",
    "媒体",
    "平台",
    "渠道",
)
"""Pieces of most words for things; a word without any of them is a cue of its own."""


@cache
def cues_of(lexicon: Lexicon) -> re.Pattern[str]:
    """Return what stands in every sentence that counts a thing: pieces of the words for things."""
    scanner, counted = scanner_of(lexicon), {name for one in SUBJECTS for name in one.thing.split()}
    words = [
        word
        for word, (kind, name) in scanner.entries.items()
        if (kind == "thing" and (name in counted or scanner.things[name].subject))
        or (kind == "event" and name in IMPLYING)
        or (kind == "way" and scanner.ways[name].of == "channel")
    ]
    pieces = set(_PIECES)
    pieces.update(word for word in words if not any(piece in word for piece in _PIECES))
    return re.compile("|".join(map(re.escape, sorted(pieces))))
