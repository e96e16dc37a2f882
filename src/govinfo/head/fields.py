"""The header fields that a website prints above a report: 索引号, 发布机构, 成文日期 and so on."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["FIELDS", "fields_in"]

FIELDS: dict[str, tuple[str, ...]] = {
    "index_number": ("索引号", "索 引 号"),
    "catalogue": ("公开目录", "组配分类", "主题分类", "信息分类", "公文种类", "分类"),
    "issuing_agency": ("发布机构", "释出机构", "发文机关", "发布单位", "信息来源", "来源"),
    "created_date": ("成文日期", "生成日期", "发文日期"),
    "published_date": ("发布日期", "释出日期", "发布时间", "释出时间", "时间", "日期"),
    "document_number": ("文号", "发文字号"),
    "validity": ("有效性状态", "有效性", "时效"),
    "title": ("名称", "标题"),
    "keywords": ("关键词", "主题词"),
}
"""Each field's id, as forms.json names it, and the labels under which sites print it."""

# Other things that stand on the same lines; known only so that a value ends where they begin.
_FURNITURE = (
    "点击数|点击量|点击率|浏览次数|浏览量|访问量|访问次数|阅读次数|累计次数|字体|字号|打印|关闭|收藏|分享到|分享|作者|责任编辑|编辑|"
    "栏目|原文链接|本地目录|视力保护色|文件下载|当前位置|我要纠错|废止日期|生效日期|实施日期|语种|载体类型|信息格式|公开方式|公开时限|公开程序"
)
_LONGEST = 80


def _spaced(label: str) -> str:
    return r"[ \t\u3000\xa0\u2002\u2003]*".join(label.replace(" ", ""))


_LABELS = {label.replace(" ", ""): field for field, labels in FIELDS.items() for label in labels}
_ALTERNATIVES = "|".join(_spaced(label) for label in sorted(_LABELS, key=len, reverse=True))
_LONG = "|".join(
    _spaced(label) for label in sorted(_LABELS, key=len, reverse=True) if len(label) > 2
)
_GAP = r"[ \t\u3000\xa0\u2002\u2003]*"
# At the beginning of a line or a cell, or in brackets; a label of three characters and a colon also
# anywhere else.
_FIELD = re.compile(
    rf"(?:(?<=[\s|\[（(])|^)(?P<label>{_ALTERNATIVES}){_GAP}(?:[:：\ufffd]|\||(?=\n))"
    rf"|[【\[](?P<bracketed>{_ALTERNATIVES})[】\]]{_GAP}[:：]?"
    rf"|(?P<inside>{_LONG}){_GAP}[:：\ufffd]",
    re.MULTILINE,
)
# Without a colon a label is told by what stands behind it.
_BARE = re.compile(
    rf"(?:(?<=\s)|^)(?P<label>{_LONG}|文{_GAP}号|名{_GAP}称|标{_GAP}题)[ \t\u3000\xa0]+(?=(?P<value>[^\s:：|]+))",
    re.MULTILINE,
)
_FITS = {
    "index_number": re.compile(r"[0-9A-Za-z-]+/\d{4}-\d+"),
    "issuing_agency": re.compile(r"[\u3400-\u9fff（）()]{3,40}(?<![\d])"),
    "created_date": re.compile(r"\d{4}\D.*|二.*"),
    "published_date": re.compile(r"\d{4}\D.*|二.*"),
    "document_number": re.compile(r".*号|无"),
    "title": re.compile(r".*报告?"),
}
_END = re.compile(
    rf"\n[ \t\u3000]*\n|\||[ \t\u3000](?:{_FURNITURE})|(?:{_FURNITURE})[ \t\u3000]*[:：]|[ \t\u3000]{{2,}}"
)


def fields_in(text: str) -> dict[str, str]:
    """Return the header fields in a text that is free of glosses; a field that is there but empty is left out."""
    found: dict[str, str] = {}
    matches = sorted([*_FIELD.finditer(text), *_bare(text)], key=lambda match: match.start())
    ends = [match.start() for match in matches[1:]] + [len(text)]
    for match, end in zip(matches, ends, strict=False):
        value = _value(text[match.end() : min(end, match.end() + 4 * _LONGEST)])
        groups = match.groupdict()
        label = groups["label"] or groups.get("bracketed") or groups.get("inside") or ""
        if value:
            found.setdefault(_LABELS[re.sub(r"\s", "", label)], value)
    return found


def _bare(text: str) -> Iterator[re.Match[str]]:
    """Yield labels without a colon, before something that can be their value."""
    for match in _BARE.finditer(text):
        fits = _FITS.get(_LABELS[re.sub(r"\s", "", match["label"])])
        if fits is not None and fits.fullmatch(match["value"]):
            yield match


def _value(text: str) -> str:
    """What stands behind a label: on its own line, or on the next one when the label fills its line."""
    text = text.lstrip(" \t\u3000|").removeprefix("\n").lstrip(" \t\u3000|")
    line = _END.split(text, maxsplit=1)[0].split("\n")[0].strip(" \t\u3000|【】[]")
    return line if len(line) <= _LONGEST and "。" not in line else ""
