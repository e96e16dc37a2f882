"""The header fields that a website prints above a report: 索引号, 发布机构, 成文日期 and so on."""

from __future__ import annotations

import re

__all__ = ["fields_in"]

_FIELDS: dict[str, tuple[str, ...]] = {
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

# Other labels on the same lines: the value before them ends where they begin.
_OTHER_LABELS = (
    "点击数|点击量|点击率|浏览次数|浏览量|访问量|访问次数|阅读次数|累计次数|字体|字号|打印|关闭|收藏"
    "|分享到|分享|作者|责任编辑|编辑|栏目|原文链接|本地目录|视力保护色|文件下载|当前位置|我要纠错"
    "|废止日期|生效日期|实施日期|语种|载体类型|信息格式|公开方式|公开时限|公开程序"
)
_LONGEST_VALUE_CHARS = 80
_GAP = r"[ \t\u3000\xa0\u2002\u2003]*"


def _spaced(label: str) -> str:
    """Return the pattern of a label that may have spaces between its characters."""
    return _GAP.join(label.replace(" ", ""))


_LABELS = {label.replace(" ", ""): field for field, labels in _FIELDS.items() for label in labels}
_ANY_LABEL = "|".join(_spaced(label) for label in sorted(_LABELS, key=len, reverse=True))
_LONG_LABEL = "|".join(
    _spaced(label) for label in sorted(_LABELS, key=len, reverse=True) if len(label) > 2
)
# In VERBOSE patterns a space is written as \x20, or stands in brackets.
_FIELD = re.compile(
    rf"""
    # at the beginning of a line or a cell
      (?:(?<=[\s|\[（(])|^)(?P<label>{_ANY_LABEL}){_GAP}(?:[:：\ufffd]|\||(?=\n))
    # in brackets
    | [【\[](?P<bracketed>{_ANY_LABEL})[】\]]{_GAP}[:：]?
    # a label of three characters and a colon, anywhere
    | (?P<inside>{_LONG_LABEL}){_GAP}[:：\ufffd]
    """,
    re.MULTILINE | re.VERBOSE,
)
_WITHOUT_COLON = re.compile(
    rf"""
    (?:(?<=\s)|^)(?P<label>{_LONG_LABEL}|文{_GAP}号|名{_GAP}称|标{_GAP}题)
    [ \t\u3000\xa0]+(?=(?P<value>[^\s:：|]+))
    """,
    re.MULTILINE | re.VERBOSE,
)
_VALUES = {
    "index_number": re.compile(r"[0-9A-Za-z-]+/\d{4}-\d+"),
    "issuing_agency": re.compile(r"[\u3400-\u9fff（）()]{3,40}(?<![\d])"),
    "created_date": re.compile(r"\d{4}\D.*|二.*"),
    "published_date": re.compile(r"\d{4}\D.*|二.*"),
    "document_number": re.compile(r".*号|无"),
    "title": re.compile(r".*报告?"),
}
"""The values that show what a word without a colon is: the label of this field."""
_END_OF_VALUE = re.compile(
    rf"""
      \n[ \t\u3000]*\n | \|
    | [ \t\u3000](?:{_OTHER_LABELS}) | (?:{_OTHER_LABELS})[ \t\u3000]*[:：]
    | [ \t\u3000]{{2,}}
    """,
    re.VERBOSE,
)
_BLANKS = " \t\u3000|"


def fields_in(text: str) -> dict[str, str]:
    """Return the header fields in a text without glosses, by their id.

    A field without a value is left out; of two values the first one counts.
    """
    matches = [*_FIELD.finditer(text)]
    for match in _WITHOUT_COLON.finditer(text):
        value = _VALUES.get(_LABELS[re.sub(r"\s", "", match["label"])])
        if value is not None and value.fullmatch(match["value"]):
            matches.append(match)
    matches.sort(key=lambda match: match.start())
    ends = [match.start() for match in matches[1:]] + [len(text)]
    found: dict[str, str] = {}
    for match, end in zip(matches, ends, strict=False):
        rest = text[match.end() : min(end, match.end() + 4 * _LONGEST_VALUE_CHARS)]
        # The value stands on the next line where the label fills its own.
        rest = rest.lstrip(_BLANKS).removeprefix("\n").lstrip(_BLANKS)
        line = _END_OF_VALUE.split(rest, maxsplit=1)[0].split("\n")[0]
        value_text = line.strip(_BLANKS + "【】[]")
        if value_text and len(value_text) <= _LONGEST_VALUE_CHARS and "。" not in value_text:
            groups = match.groupdict()
            label = groups["label"] or groups.get("bracketed") or groups.get("inside") or ""
            found.setdefault(_LABELS[re.sub(r"\s", "", label)], value_text)
    return found
