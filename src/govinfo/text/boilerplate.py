"""Boilerplate: what a website prints around a report, such as breadcrumbs, buttons and licences.

On paper that is the number of each page.

A line is boilerplate only if nothing else stands on it; a header field or a sentence never is.
"""

from __future__ import annotations

import re

from govinfo.text.normalise import plain

__all__ = ["PAGE_NUMBER", "end_of_body", "is_boilerplate", "without_boilerplate"]

_BLANK = r"[^\S\n]"
PAGE_NUMBER = rf"""
      [—–－-]{{1,2}} {_BLANK}* \d{{1,3}} {_BLANK}* [—–－-]{{1,2}}               # — 12 —
    | 第 {_BLANK}* \d{{1,3}} {_BLANK}* 页                                   # 第 3 页，共 12 页
      (?: {_BLANK}* [,，/]? {_BLANK}* 共 {_BLANK}* \d{{1,3}} {_BLANK}* 页 )?
    | \d{{1,3}} {_BLANK}? / {_BLANK}? \d{{1,3}}                             # 3 / 12
"""
"""What a line says that is nothing but the number of a page: a verbose pattern."""
_LONGEST_LINE_CHARS = 120
_BUTTONS = (
    "微信|微博|新浪|腾讯|人人网|豆瓣|QQ|QQ空间|QQ好友|朋友圈|分享|分享到|分享至|扫一扫|二维码|收藏|加入收藏|打印|打印本页|打印此页|关闭|"
    "关闭窗口|关闭本页|字体|字号|字体大小|文字大小|大|中|小|默认|放大|缩小|视力保护色|无障碍|无障碍浏览|长者模式|关怀版|简体|繁体|繁體|"
    "登录|注册|搜索|检索|首页|网站首页|返回|返回首页|返回顶部|返回列表|回到顶部|TOP|English|下载|附件下载|下载附件|文件下载|下载文字版|"
    "全真版|文字版|图文版|我要纠错|纠错|网站纠错|政府网站找错|收听|朗读|语音播报|播报|浏览次数|阅读次数|访问量|点击数|点击量|累计次数|"
    "相关链接|相关文件|相关文档|相关稿件|相关阅读|相关解读|上一篇|下一篇|上一条|下一条|没有了|微信公众号|官方微信|官方微博|政务微博|"
    "政务微信|移动客户端|手机版|电脑版|网站地图|站点地图|联系我们|联系方式|关于我们|网站声明|版权声明|隐私声明|免责声明|友情链接|使用帮助|"
    "设为首页|电子书|信息公开|政务公开|政务服务|互动交流|新闻中心|走进我们"
)
_SEPARATOR = r"[\s　\xa0|｜·•/、,，:：()（）\[\]【】《》<>＜＞_\-—+]"
_ONLY_BUTTONS = re.compile(
    rf"""
    {_SEPARATOR}*+(?:{_BUTTONS})
    (?>(?:{_SEPARATOR}++
        (?:(?:{_BUTTONS}|\d+次?)(?={_SEPARATOR}|\Z))?    # one more button, or a number of clicks
    )*)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BEGINNING = re.compile(
    r"""
    [\s　\xa0|【\[-]*(?:
        (?:您?(?:现在|当前)?(?:所在)?(?:的)?位置|您在这里|首页\s*[>»›＞])    # breadcrumbs
      | (?:上一篇|下一篇|上一条|下一条|相关链接|相关阅读)\s*[:：]           # other pages
      | (?:主办|承办|协办|运维|管理|技术支持|建设运维|网站管理)(?:单位)?\s*[:：]
      | 版权所有|Copyright|©|网站标识码
      | 网站支持|本站(?:已)?支持|本网站|建议使用|推荐使用|浏览本网站        # browsers
      | ICP备|备案(?:序)?号                                                # licences
      | [京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼](?:ICP备|公网安备)
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LICENCE = re.compile(
    r"ICP备\d|公网安备\s*\d|网站标识码\s*+[:：]?\s*+\d|版权所有|All Rights Reserved", re.IGNORECASE
)
_SENTENCE = re.compile(r"[。；！？]")
_LOOSE = re.compile(
    r"[^\d。；，：、,;:]{1,20}(?<!政府)(?<![局厅委办处院站队馆校镇乡街道])(?<!公司)(?<!中心)"
)
"""Short words that may be the name of the site, and no signature or date."""
_MOST_LOOSE_LINES = 6
_REACH_CHARS = 4_000
"""The maximum length of the boilerplate below a report."""
_BLANKS = " \t\r\u3000\xa0|"


def is_boilerplate(line: str) -> bool:
    """Whether a line, in simplified characters, is nothing but boilerplate of a website."""
    if len(line) > _LONGEST_LINE_CHARS or _SENTENCE.search(line):
        return False
    return bool(_ONLY_BUTTONS.fullmatch(line) or _BEGINNING.match(line) or _LICENCE.search(line))


def without_boilerplate(text: str) -> str:
    """Return the lines of a text that are no boilerplate."""
    return "\n".join(line for line in text.split("\n") if not is_boilerplate(line))


def end_of_body(text: str) -> int:
    """Return the offset at which the boilerplate below a report begins.

    Short lines between two lines of boilerplate, such as the name of the site under each of its
    pictures, are boilerplate too. Without any, this is the end of the text.
    """
    begin = max(0, len(text) - _REACH_CHARS)
    place, end, loose, names = len(text), len(text), 0, set[str]()
    for line in reversed(text[begin:].split("\n")):
        start = place - len(line)
        words = plain(line).strip(_BLANKS)
        if words and is_boilerplate(words):
            end, loose = start, 0
        elif words in names and end < len(text):
            end = start
        elif words:
            loose += 1
            if loose > _MOST_LOOSE_LINES or not _LOOSE.fullmatch(words):
                break
            names.add(words)
        place = start - 1
    return end
