"""Labels in the wording of Taiwan and Hong Kong, or with the wrong character of a converter.

Mirror sites convert words and not only characters: 規範性檔案 for 规范性文件. Their meaning is
certain only in a label, where nothing else fits: 档案 is also an archive, 覆 also to cover. So this
module serves unknown labels, and never prose.
"""

from __future__ import annotations

import re

__all__ = ["as_on_the_mainland"]

_WORDS = {
    "资讯": "信息",
    "附属档案": "附件",
    "档案": "文件",
    "专案": "项目",
    "资料": "数据",
    "设定": "设置",
    "释出": "发布",
    "网路": "网络",
    "最佳化": "优化",
    "覆议": "复议",
    "反覆": "反复",
    "重覆": "重复",
    "答覆": "答复",
    "後": "后",
    "於": "于",
    "徵": "征",
}
"""The words there, in simplified characters, and those of the forms; longer words come first."""
_WORD = re.compile("|".join(_WORDS))


def as_on_the_mainland(key: str) -> str:
    """Return a label in the wording of the forms."""
    return _WORD.sub(lambda word: _WORDS[word[0]], key)
