"""The header fields that a website prints above a report: 索引号, 发布机构, 成文日期 and so on.

A field holds what stands beside its label, up to the next label on the line. What stands on the
next line belongs to it only where no other value could look so: a day, an index number, an organ.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from govinfo.head.agencies import looks_like_agency

__all__ = ["fields_in", "is_label", "names_day_of_update", "opens_a_field"]

_FIELDS: dict[str, tuple[str, ...]] = {
    "index_number": ("索引号", "信息索引号"),
    "catalogue": (
        *("公开目录", "组配分类", "主题分类", "信息分类", "体裁分类", "信息类别", "公文种类"),
        *("所属类别", "栏目分类", "分类"),
    ),
    "issuing_agency": (
        *("发布机构", "释出机构", "发文机关", "发布单位", "发布机关", "发文单位", "发布者"),
        *("公开单位", "信息来源", "文章来源", "来源"),
    ),
    "created_date": (
        *("成文日期", "生成日期", "发文日期", "公文生成日期", "成文时间", "生成时间", "形成日期"),
        "发文时间",
    ),
    "published_date": (
        *("发布日期", "释出日期", "发布时间", "释出时间", "发表日期", "发表时间", "公开日期"),
        *("公开时间", "公布日期", "公布时间", "发稿日期", "发稿时间", "上传日期", "上传时间"),
        *("录入日期", "录入时间", "发布于", "时间", "日期"),
    ),
    "updated_date": ("更新日期", "更新时间"),
    "document_number": ("备注/文号", "发文字号", "发文文号", "文号"),
    "validity": ("有效性状态", "效力状态", "有效性", "时效性", "时效"),
    "title": ("信息名称", "文件名称", "名称", "标题"),
    "keywords": ("关键词", "关键字", "主题词"),
}
"""Each field's id, as forms.json names it, and the labels under which sites print it.

The day of the last update stands for that of publication where a page names no other.
"""

# Other labels on the same lines: the value before them ends where they begin.
_OTHER_LABELS = (
    "点击数|点击量|点击率|点击次数|点击|浏览次数|浏览量|浏览|访问量|访问次数|阅读次数|阅读量|阅读"
    "|累计次数|选择阅读字号|选择字号|字体大小|字体|字号|打印|关闭|收藏|分享到|分享|作者|撰稿|供稿"
    "|责任编辑|责编|编辑|审核|审稿|签发|录入|栏目|原文链接|本地目录|视力保护色|文件下载|附件下载"
    "|当前位置|我要纠错|废止日期|生效日期|实施日期|语种|载体类型|信息格式|公开方式|公开形式|公开范围"
    "|公开属性|公开时限|公开程序|服务对象|文件类型|机构分类"
)
_LONGEST_VALUE_CHARS = 80
_GAP = r"[ \t\u3000\xa0\u2002\u2003]*"


def _spaced(label: str) -> str:
    """Return the pattern of a label that may have spaces between its characters."""
    return _GAP.join(label)


_LABELS = {label: field for field, labels in _FIELDS.items() for label in labels}
_SORTED = sorted(_LABELS, key=len, reverse=True)
_ANY_LABEL = "|".join(map(_spaced, _SORTED))
_FIRST = "".join(sorted({label[0] for label in _LABELS}))
"""The characters with which labels begin."""
_LONG_LABEL = "|".join(_spaced(label) for label in _SORTED if len(label) > 2)
# In VERBOSE patterns a space is written as \x20, or stands in brackets.


_DAY = re.compile(r"\d{4}\D.*|二.*")
_VALUES = {
    "index_number": re.compile(r"[0-9A-Za-z-]*\d[0-9A-Za-z-]*/(?:\d{4}-)?\d+|[0-9A-Z-]{12,30}"),
    "issuing_agency": re.compile(r"[\u3400-\u9fff（）()]{3,40}(?<![\d])"),
    "created_date": _DAY,
    "published_date": _DAY,
    "updated_date": _DAY,
    "document_number": re.compile(r".*号|无"),
    "validity": re.compile("(?:现行|继续)?有效|[已]?(?:失效|废止)|无效"),
    "title": re.compile(r".*报告?"),
}
"""The values that show what a word without a colon is: the label of this field."""
_UPDATED = re.compile(rf"(?:{'|'.join(map(_spaced, _FIELDS['updated_date']))})[\s:：|\ufffd】\]]*")
_DAY_AND_HOUR = re.compile(
    r"""
    \d{4} [-/.年] \d{1,2} [-/.月] \d{1,2} 日?+       # the day
    (?: \s+ \d{1,2}:\d{2} (?: :\d{2} )? )?         # and the hour
    (?= [\u3400-\u9fff《] )                         # with the next words behind it
    """,
    re.VERBOSE,
)
"""A day behind which something else stands, where a page lost its line breaks."""
_NUMBER = re.compile(r"\S{0,20}[〔\[（(]\d{4}[〕\]）)]\S{1,8}号|无")
_CATALOGUE = re.compile(r"[^\d。：:]{2,20}(?:年报|年度报告|报告|公开|其他|政务)")
_ON_ITS_OWN_LINE = _VALUES | {"document_number": _NUMBER, "catalogue": _CATALOGUE}
"""The values that, on a line of their own, are plainly those of the field above them."""
_NOBODY = re.compile(r"(?:本站|本网)?(?:原创)?|网络|转载|互联网|未知|佚名|管理员|[A-Za-z\d]*")
"""What stands for the source where no body is named."""


_MAY_END = re.compile(r"[|【:：\s]")
"""What stands in each end of a value."""
_BLANKS = " \t\u3000|"
_LONG_LABELS = "|".join(one for one in _SORTED if _LABELS[one] != "title" and len(one) > 2)
_LABEL_AT_BEGINNING = re.compile(
    rf"""
    {_LONG_LABELS}
  | (?:来源|分类|时效|文号|时间|日期) (?= [:：|] | $ )   # a short one is a word of many titles
    """,
    re.VERBOSE,
)


_LABEL = rf"""
# Most characters begin none of these: that is seen at once.
(?=[{_FIRST}【\[])(?:
# at the beginning of a line or a cell
  (?:(?<=[\s|\[（(\d])|^)(?P<label>{_ANY_LABEL}){_GAP}(?:[:：\ufffd]|\||(?=\n))
# in brackets
| [【\[]{_GAP}(?P<bracketed>{_ANY_LABEL}){_GAP}[】\]]{_GAP}[:：]?
# a label of three characters and a colon, anywhere
| (?P<inside>{_LONG_LABEL}){_GAP}[:：\ufffd]
)
"""
_BARE_LABEL = rf"""
(?:(?<=\s)|^)(?P<label>{_LONG_LABEL}|文{_GAP}号|名{_GAP}称|标{_GAP}题)
[ \t\u3000\xa0]+(?=(?P<value>[^\s:：|]+))
"""
_END_OF_VALUE = rf"""
  \n[ \t\u3000]*\n | \| | 【
| [ \t\u3000](?:{_OTHER_LABELS})(?=[ \t\u3000:：]|$) | (?:{_OTHER_LABELS})[ \t\u3000]*[:：]
| (?:{_ANY_LABEL}){_GAP}[:：]              # the label of another field
| (?:^|[ \t\u3000])[\u3400-\u9fff]{{2,5}}[:：]   # or one that is not known
| [ \t\u3000]{{2,}}
"""


@frozen
class _Patterns:
    """The large patterns, compiled for the first text whose head is read."""

    label: re.Pattern[str]
    """The labels of fields, with what shows that they are labels."""
    bare_label: re.Pattern[str]
    """A label without a colon, and the value behind it."""
    end_of_value: re.Pattern[str]
    """What a value ends before."""

    @classmethod
    @cache
    def compiled(cls) -> _Patterns:
        """Return the patterns; it takes longer than reading many tables, and is done once."""
        lines = re.MULTILINE | re.VERBOSE
        return cls(
            re.compile(_LABEL, lines),
            re.compile(_BARE_LABEL, lines),
            re.compile(_END_OF_VALUE, re.VERBOSE),
        )


def opens_a_field(line: str) -> bool:
    """Whether a line without spaces begins with the label of a field that is not the title."""
    return _LABEL_AT_BEGINNING.match(line) is not None


def is_label(line: str) -> bool:
    """Whether a line without spaces is a label alone."""
    return line.rstrip(":：|") in _LABELS


def names_day_of_update(text: str, fields: dict[str, str]) -> bool:
    """Whether the day of publication among the fields of a text is that of its last update."""
    day = fields.get("published_date")
    if day is None or "更" not in text:
        return False
    return any(text.startswith(day, label.end()) for label in _UPDATED.finditer(text))


def fields_in(text: str) -> dict[str, str]:
    """Return the header fields in a text without glosses, by their id.

    A field without a value is left out; of two values the first one counts.
    """
    matches = [*_Patterns.compiled().label.finditer(text)]
    singles = dict[int, str]()
    for match in _Patterns.compiled().bare_label.finditer(text):
        pattern = _VALUES.get(_field_of(match))
        if pattern is not None and pattern.fullmatch(match["value"]):
            matches.append(match)
            singles[match.start()] = match["value"]
    matches.sort(key=lambda match: match.start())
    ends = [match.start() for match in matches[1:]] + [len(text)]
    found: dict[str, str] = {}
    for match, end in zip(matches, ends, strict=False):
        field = _field_of(match)
        value = singles.get(match.start())
        if value is None:
            value = _value(
                field, text[match.end() : min(end, match.end() + 4 * _LONGEST_VALUE_CHARS)]
            )
        if value and not (field == "issuing_agency" and _NOBODY.fullmatch(value)):
            found.setdefault(field, value)
    updated = found.pop("updated_date", None)
    if updated is not None:
        found.setdefault("published_date", updated)
    return found


def _field_of(match: re.Match[str]) -> str:
    """Return the id of the field whose label was found."""
    groups = match.groupdict()
    label = groups["label"] or groups.get("bracketed") or groups.get("inside") or ""
    return _LABELS[re.sub(r"\s", "", label)]


def _up_to_its_end(line: str) -> str:
    """Return the value with which a line begins."""
    if _MAY_END.search(line) is not None:
        line = _Patterns.compiled().end_of_value.split(line, maxsplit=1)[0]
    return line.strip(_BLANKS + "【】[],")


def _value(field: str, rest: str) -> str | None:
    """Return the value of a field, from what stands between its label and the next one."""
    line, _, below = rest.lstrip(_BLANKS).partition("\n")
    value = _up_to_its_end(line)
    if not value and not line.strip(_BLANKS):
        # The label fills its own line.
        line = below.lstrip(_BLANKS).partition("\n")[0]
        value = _up_to_its_end(line)
        plain = _ON_ITS_OWN_LINE.get(field)
        is_plain = plain is not None and plain.fullmatch(value) is not None
        if not (looks_like_agency(value) if field == "issuing_agency" else is_plain):
            return None
    whole = _DAY_AND_HOUR.match(value) if field.endswith("_date") else None
    value = whole[0] if whole else value
    is_sentence = len(value) > _LONGEST_VALUE_CHARS or "。" in value
    return value if value and not is_sentence else None
