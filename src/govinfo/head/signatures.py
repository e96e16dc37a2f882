"""The signature below a report: who signed it, and on which day."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen

from govinfo.head.agencies import AGENCY, looks_like_agency
from govinfo.head.dates import DATE, date_in

__all__ = ["Signature", "signature_in"]

_SIGNED_LINE = re.compile(
    rf"""
    [ \t\u3000]*(?P<agency>[^\n。，,；;：:|]{{2,36}}?)??
    [ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?[ \t\u3000|]*
    """,
    re.VERBOSE,
)
_DAY = re.compile(DATE)
_WITHIN_A_LINE = re.compile(
    rf"""
    (?:^|[\s。！；）)”])(?P<agency>{AGENCY})             # behind a space or the end of a sentence
    [ \t\u3000]*[（(]?(?P<date>{DATE})[)）]?
    (?=\s*(?:$|\n|附|[（(【]|联系|打印|关闭|文件下载|附件下载))   # an annex, whom to ask, buttons
    """,
    re.VERBOSE,
)
"""A signature where line breaks are lost."""
_FEW_PAGES = 3
"""This many lines with a day, and with no body beside it, are a list of pages."""


_SEAL = re.compile(r"[（(\[【](?:盖章|公章|印章|签章|印|章)[）)\]】]")
_MAY_SIGN = re.compile(
    r"""
    (?! 今天 | [上下]一[篇页条] | 返回 | 访问 | 打印 | 分享 | 相关 | 更多 | 主办 | 版权 )
    (?! .*(?: 召开 | 举[办行] | 参加 | 报告 | 年报 | 要点 | 通知 | 公[告示] ))
    [\u3400-\u9fff（）()·、\ufffd]{2,34}
    (?: [厅局委办室会处府镇乡院馆署行道区县市旗州盟部队所站关校园场库团师段组政\ufffd]
      | 中心 | 公司 | 集团 | 大学 )
    """,
    re.VERBOSE,
)
"""What may sign though no organ of this name is known, and is no link at the foot of a page."""
_ENDS_A_TEXT = re.compile(
    r"""
      [。；;！”）)】\]\d%] $                    # a sentence, a remark in brackets, a row of figures
    | ^[一二三四五六七八九十]、 | ^附[件表：:]     # a heading without a text, the list of annexes
    | ^(?: 无 | 没有 | 略 | 特此报告 | 此致 ) $
    | 号$                                    # the number of the document
    | ^(?: 签发人? | (?:报送|填报|编制)单位 ) [：:]
    """,
    re.VERBOSE,
)
"""How a line ends below which a day may stand without a name."""
_SHORTEST_NAME_CHARS = 4


@frozen
class Signature:
    """Who signed, where that is the name of an organ, and when."""

    agency: str | None
    day: date


def signature_in(tail: str) -> Signature | None:
    """Return the agency and the date below the last part, on one line or on two.

    Args:
        tail: The end of the text, in simplified characters. Below the signature may stand links
            to other pages with their days, and the foot of the page.

    """
    lines = [line for line in tail.split("\n") if line.strip(" \t\u3000|")]
    unnamed = list[Signature]()
    for index in range(len(lines) - 1, -1, -1):
        last = lines[index].rstrip(" \t\u3000|")[-1]
        is_possible = last in "日)）" or last.isdecimal()  # what a day ends with
        match = _SIGNED_LINE.fullmatch(lines[index]) if is_possible else None
        day = date_in(match["date"]) if match else None
        if match is None or day is None:
            continue
        above = lines[index - 1].strip(" \t\u3000|") if index else ""
        words = match["agency"] or above
        found = Signature(_signer(words), day)
        if _MAY_SIGN.fullmatch("".join(_SEAL.sub("", words).split())):
            return found
        if match["agency"] is None and (not index or _ENDS_A_TEXT.search(above)):
            unnamed.append(found)
    if unnamed:
        # Below a report a website lists other pages, each with its day.
        return unnamed[0] if len(unnamed) < _FEW_PAGES else None
    signature = None
    for match in _WITHIN_A_LINE.finditer(tail) if _DAY.search(tail) else ():
        day = date_in(match["date"])
        if day is not None and looks_like_agency(match["agency"]):
            signature = Signature(match["agency"], day)
    return signature


def _signer(line: str) -> str | None:
    """Return the name of the organ that a line is, or that stands last on it; `None` for two."""
    words = _SEAL.sub("", line).split()
    names = [
        word for word in words if len(word) >= _SHORTEST_NAME_CHARS and looks_like_agency(word)
    ]
    if len(names) > 1:
        return None
    whole = "".join(words)
    if looks_like_agency(whole):
        return whole
    return names[0] if names and names[0] == words[-1] else None
