"""A sentence while it is read: what its clauses have named so far, and the figures found in it.

What a clause leaves out is taken from the clauses before it: the thing, the event, the time and the
scope, each until another one is named. A thing that the lexicon lacks is another thing too, so
nothing is taken over it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import define, evolve, field

from govinfo.claims.lexicon import CLASS_WORDS, RECEIVING, REQUESTS
from govinfo.claims.readings import UNKNOWN, FigureReading, Frame
from govinfo.claims.scanner import Scanner, Token
from govinfo.claims.scopes import scope_in
from govinfo.claims.words import is_noun, is_request, is_skipped, joined, names_disclosure, ways_in

__all__ = ["COUNT_ONE_YEAR_SINCE", "WITHIN", "Sentence"]

_CONCERNING = frozenset({"围绕", "针对", "关于"})
"""How a clause begins that says what the next one is about."""
WITHIN = re.compile("[中里内]|[当之]中")
"""How a word begins behind a name or a number that says within what is counted."""
_WHILE = re.compile(
    r"""
    (?<! [目当提此之日以面超年末底] )前$ | 前后$ | (?<! 报告 | 统计 | 年度 | 在此 | 在其 )期间$
  | 近期 | 最近 | 单[日月] | ^年[初底末]$ | [汛暑寒雨]期 | [暑寒]假 | (?:火|旺|高峰)期内?$
  | ^当[月季日天]$ | ^年中$ | 季节 | ^(?:季度|月)$ | ^半年来
  | ^[年节汛]前$ | ^高峰时$ | (?:规划|创建|周)期内?$
  | ^专项$ | 专项(?: 整治 | 行动 | 治理 | 检查 | 执法 | 斗争 )
    """,
    re.VERBOSE,
)
"""Words for a part of the year or of the work in it, as 春节前, 疫情期间 and 专项整治."""
_SOME_DAYS = re.compile("月|[日天周]内")
"""A month, or some days within which a figure came about."""
_LAST_DAYS = re.compile("最后[一二三两几]")
_SINCE_AN_EVENT = re.compile(
    r"(?<! [今本近几往]年 )(?<! 年初 )(?<! 开年 )(?<! [月起日年] ) 以来", re.VERBOSE
)
"""How a clause ends that counts from something that happened once; 今年以来 is the year."""
_BESIDE_WAYS = frozenset({"way", "own", "scope", "time"})
_DIVIDED = ("分", "划分", "分类", "看", "来看", "区分", "统计")
"""How a clause ends that says by what a total is divided."""
_FIELDS = frozenset({"方面", "工作"})
"""How a clause ends that names the field of work that the next ones are about."""
_OF_REQUESTS = REQUESTS | {"topic", "reconsideration", "lawsuit", "proceedings"}
_YEAR = re.compile(r"20\d\d")
COUNT_ONE_YEAR_SINCE = 2019
"""From this year on a report counts what happened in its year, whatever day it names."""
_OF_ANY_YEAR = frozenset(
    {"全年", "当年", "当年度", "年内", "年度内", "1至12月", "1到12月", "1-12月", "1至12月份"}
)
"""Times that are within the year that was named before, as in 2020年全年."""
_OTHER_YEARS = frozenset({"_prior_year", "_other_year", "_plan"})
"""What the times add to a subject that name another year than that of the report."""
_PARTS = frozenset({"part", "part_other", "disclosed_of_a_kind"})
"""Figures that are parts themselves; only a bracket or 其中 begins a list of their parts."""
_ACCOUNTS = (("微博", "weibo"), ("微信", "wechat"), ("公众", "wechat"))
"""Words in the name of an account, and the channel that it is in."""
_COUNTING_SINCE = frozenset("近历自从多成施实运开换组挂改")
"""First characters of times that reach over several years, whatever year is named besides."""
_QUOTES = frozenset('“”"')
"""Stops that stand within a clause, around a name."""
_BEHIND_TOKENS = 12
"""So many tokens behind a number are looked at."""


@define(eq=False)
class Sentence:
    """One sentence with the state of its reading."""

    scanner: Scanner
    tokens: Sequence[Token]
    frame: Frame
    year: int | None = field(kw_only=True)
    """The year of the report."""
    whole: FigureReading | None = field(kw_only=True, default=None)
    """The figure whose parts may follow."""
    readings: list[FigureReading] = field(init=False, factory=list)
    apart: set[int] = field(init=False, factory=set)
    """The indices of numbers that are told apart from figures."""
    near: list[Token] = field(init=False, factory=list)
    """The tokens since the last number or clause."""
    ways: tuple[str, ...] = field(init=False, default=())
    """The ways that the clauses since the last number have named."""
    shared: list[str] = field(init=False, factory=list)
    """The ways that are left for the next figures of a list, behind 分别."""
    only_ways: bool = field(init=False, default=False)
    """Whether a clause of its own names them."""
    index: int = field(init=False, default=0)
    """The index of the number that is read."""
    done: int = field(init=False, default=0)
    """The tokens before this index have been read with a number."""
    last: FigureReading | None = field(init=False, default=None)
    """The reading of the number before; `None` if it counts nothing known."""
    time_before: tuple[str, str, bool] = field(init=False)
    """The time that the words before the last ones have named."""
    has_compared: bool = field(init=False, default=False)
    compared_with: str = field(init=False, default="")
    """The words for the year that the sentence has compared with last."""
    doubts: frozenset[str] = field(init=False, default=frozenset())
    """What its words say of its figures: that kinds `overlap`, or that some are `excluded`."""
    other_fates: set[str] = field(init=False, factory=set)
    """The events of figures of requests that are no outcome known here; empty for none."""
    is_listed_unsurely: bool = field(init=False, default=False)
    """Whether only the name of a class says that a list of parts begins."""
    _brackets: list[tuple[Frame, list[Token], FigureReading | None]] = field(
        init=False, factory=list
    )

    def __attrs_post_init__(self) -> None:
        """Tell what was carried over, and by which channel, where other words decide it."""
        frame = self.frame
        tokens = [
            self._as_event(one, before) if one.kind == "time" else one
            for before, one in zip([None, *self.tokens], self.tokens, strict=False)
        ]
        for place, token in enumerate(tokens):
            if token.text == "企业" and self._is_beside_applicants(tokens, place):
                tokens[place] = token._replace(kind="way", id="business")
            elif token.id == "account":
                behind = tokens[place + 1 :]
                if behind and behind[0].text in "（(":
                    # 微博账号（1个）发布信息9条
                    end = next((n for n, one in enumerate(behind, 1) if one.text in "）)"), 0)
                    behind = behind[end:]
                said = (one for one in behind if one.kind != "time")
                if next(said, token).id == "publish":
                    # 微博账号累计推送信息9条
                    way = next((way for word, way in _ACCOUNTS if word in token.text), "new_media")
                    tokens[place] = token._replace(kind="way", id=way)
        self.tokens = tokens
        self.time_before = frame.time, frame.time_word, frame.until

    def _is_beside_applicants(self, tokens: list[Token], place: int) -> bool:
        """Whether a word names a kind of applicants as another does, as in 自然人20件，企业4件."""
        ways = self.scanner.ways
        beside = tokens[max(0, place - 3) : place] + tokens[place + 3 : place + 4]
        applicant = any(one.kind == "way" and ways[one.id].of == "applicant" for one in beside)
        around = [one.kind for one in tokens[max(0, place - 1) : place + 2]]
        return applicant and around[::2] == ["stop", "number"]

    def _as_event(self, token: Token, before: Token | None) -> Token:
        """Return what was carried from or to another year as an event, if it is that year."""
        if token.id not in {"over", "forward"}:
            return token
        year = self.year
        if year is not None and token.value == year and before is not None:
            # 2022年结转2023年9件 in the report of 2023
            from_last = before.kind == "time" and before.value == year - 1
            return token._replace(
                kind="event", id="carried_over" if from_last else "carried_elsewhere"
            )
        wanted = None if self.year is None else self.year + (-1 if token.id == "over" else 1)
        right = token.value is None or wanted is None or token.value == wanted
        return token._replace(
            kind="event", id=f"carried_{token.id}" if right else "carried_elsewhere"
        )

    def behind(self, index: int) -> list[Token]:
        """Return the tokens between a number and the next stop or number."""
        found: list[Token] = []
        for token in self.tokens[index + 1 : index + 1 + _BEHIND_TOKENS]:
            if token.kind == "number" or (token.kind == "stop" and token.text not in _QUOTES):
                break
            found.append(token)
        return found

    def has_counted(self, *things: str) -> bool:
        """Whether a figure of one of these things stands before."""
        return any(one.thing in things for one in self.readings)

    def goes_on_kinds(self, unit: str) -> bool:
        """Whether the last figure is one of information of a kind, in the same unit."""
        last = self.readings[-1] if self.readings else None
        kind = last is not None and last.subject == "disclosed_of_a_kind"
        return kind and last is not None and last.value.unit == unit

    @property
    def total(self) -> str:
        """The subject of the figure whose parts may follow; empty if there is none."""
        return "" if self.whole is None else self.whole.subject

    def between(self, one: FigureReading, two: FigureReading) -> list[Token]:
        """Return the tokens between two figures."""
        start, end = one.value.end, two.value.start
        return [token for token in self.tokens if start <= token.start < end]

    def stop(self, token: Token) -> None:
        """Read a stop: the end of a clause, a bracket, or a mark within a clause."""
        if token.text in "（(":
            self._open_bracket()
        elif token.text in "）)" and self._brackets:
            about = self.frame.about
            self.frame, self.near, self.whole = self._brackets.pop()
            self.frame.about = self.frame.about or about
        elif token.text in '、：:“”"':
            if token.text in "：:" and not self.near and self._ends_with_whole():
                self.frame.among = True
            self.near.append(token)
        else:
            self.absorb()
            self.near = []
            self.frame.compared = False
            self.frame.subset = self.frame.subset and token.text not in "；;"

    def _open_bracket(self) -> None:
        """Keep what has been named for behind the bracket; a list may stand in it."""
        self._brackets.append((evolve(self.frame), self.near, self.whole))
        self.frame.compared = bool(self.near) and self.near[-1].id == "compare"
        if self.readings and not self.near:
            if self.readings[-1] is self.whole:
                self.frame.among = True
            elif self.readings[-1].subject in _PARTS:
                self.whole, self.frame.among = self.readings[-1], True
                self.whole.opens = self.is_listed_unsurely = True
            else:
                self.whole = None
        self.near = []

    def _ends_with_whole(self) -> bool:
        """Whether the last figure is one whose parts may follow."""
        return bool(self.readings) and self.readings[-1] is self.whole and self.readings[-1].opens

    def begins_list(self, near: Sequence[Token], figure: Token) -> bool:
        """Whether a figure directly behind a total is of a class, as in 公开信息9条，政策类4条."""
        if not self._ends_with_whole() or self.readings[-1].subject in _PARTS:
            return False
        total = self.readings[-1].value.value
        fits = total is None or figure.value is None or figure.value <= total
        named = any(token.text in CLASS_WORDS for token in near)
        # 公开信息9条，涉及财政信息4条
        return fits and (named or (bool(near) and near[0].text == "涉及"))

    def absorb(self) -> None:
        """Keep for the next clauses what a clause without a figure behind it has named."""
        frame, near = self.frame, self.near
        if not near:
            return
        self.take_time(near)
        scope = scope_in(near)
        content, is_known, is_caused = [], True, False
        for token in near:
            if token.kind == "mark":
                frame.among = frame.among or token.id == "among"
                is_caused = is_caused or token.id == "cause"
            is_known = is_known and token.kind != "other"
            if not is_skipped(token):
                content.append(token)
        # 9个县局均收到申请，共计30件
        acts = bool(scope) and any(token.id in RECEIVING for token in near)
        if scope != "" and (is_known or acts):
            frame.scope = scope
        about = names_disclosure(near)
        frame.about = frame.about or (is_caused and about)
        if near[0].text in _CONCERNING and not about and any(map(is_noun, near)):
            # 围绕森林防火，收到申请9件
            frame.subset = True
        if content:
            self._absorb_content(content)

    def _absorb_content(self, content: list[Token]) -> None:
        frame, first, last = self.frame, self.near[0], content[-1]
        named: dict[str, list[Token]] = {"thing": [], "event": [], "way": []}
        for token in content:
            if token.kind in named:
                named[token.kind].append(token)
        things, events = named["thing"], named["event"]
        if named["way"]:
            self.ways = ways_in(self.near)
            self.only_ways = all(token.kind in _BESIDE_WAYS for token in content)
        if first.text[0] in "按从" and last.text.endswith(_DIVIDED):
            frame.among = True
            return
        if len(content) > 1 and last.kind == "other" and WITHIN.match(last.text):
            frame.among = frame.among or bool(things)
            last = content[-2]
        if self.near[-1].text in _FIELDS and not events:
            # 公文管理方面，部分公开9件
            asked = any(one.id in _OF_REQUESTS for one in content)
            frame.elsewhere = not asked and any(map(is_noun, content))
        if things and (events or last.kind == "thing"):
            self._absorb_thing(things[-1], events)
        elif events and is_noun(last):
            frame.thing = UNKNOWN
        if events:
            frame.event, frame.event_word = events[-1].id, events[-1].text

    def _absorb_thing(self, thing: Token, events: list[Token]) -> None:
        """Keep the thing that a clause has named; 在收到的事项中 names the requests again."""
        frame = self.frame
        came = any(one.id in RECEIVING for one in events)
        if came and frame.thing == "request" and thing.text == "事项":
            return
        name = thing.id
        if name == "application":
            requested = frame.thing in {"", "request"} and is_request(thing, self.near)
            name = "request" if requested else UNKNOWN
        frame.thing, frame.thing_word = name, thing.text

    def take_time(self, near: Sequence[Token]) -> None:
        """Keep the time that some words name; a year to compare with is none."""
        frame = self.frame
        self.time_before = frame.time, frame.time_word, frame.until
        words = joined(near)
        frame.subset = frame.subset or _LAST_DAYS.search(words) is not None
        since = _SINCE_AN_EVENT.search(words)
        if since is not None:
            # 自网站改版以来，受理申请9件
            frame.time, frame.time_word, frame.until = "_cumulative", since[0], False
        for token in near:
            # What came in 12月份, on 5月6日 or in 疫情期间 is not all that came.
            if token.kind == "other":
                frame.subset = frame.subset or _WHILE.search(token.text) is not None
            elif token.kind == "apart":
                frame.subset = frame.subset or _SOME_DAYS.search(token.text) is not None
            if token.kind != "time" or token.id == "compare":
                continue
            ending = self._ending(token)
            if token.text in _OF_ANY_YEAR and frame.time in _OTHER_YEARS:
                # 2020年，我局全年收到申请9件
                continue
            frame.own_year = frame.own_year or ending == ""
            if ending is not None:
                frame.time, frame.time_word = ending, token.text
                frame.until = self._is_within_year(token)

    def _is_within_year(self, token: Token) -> bool:
        """Whether figures up to a day, or 累计, are those of the year: nothing names another.

        累计 alone adds up the year; beside another time it adds up more. Reports of the years
        before the forms of 2019 often add up all years.
        """
        year, is_new = _YEAR.search(token.text), (self.year or 0) >= COUNT_ONE_YEAR_SINCE
        if token.text == "累计":
            times = [one for one in self.tokens if one.kind in {"time", "event"}]
            alone = sum(one.kind == "time" or one.id.startswith("carried") for one in times) == 1
            # 新增9条，累计90条
            return is_new and alone and all(one.text != "新增" for one in self.tokens)
        since = any(
            one.id == "several" and one.text[0] in _COUNTING_SINCE
            for one in self.tokens
            if one.start < token.start
        )
        is_ours = year is None or (is_new and int(year[0]) == self.year)
        return token.id == "until" and is_ours and not since

    def _ending(self, token: Token) -> str | None:
        """Return what a time adds to a subject: nothing for our year, `None` if it changes none."""
        year = token.value
        if token.id == "since":
            return "" if year == self.year else "_cumulative"
        if token.id in {"year", "named_year", "span"}:
            if year is None or self.year is None or year == self.year:
                return ""
            if token.text.endswith("以来"):
                return "_cumulative"
            return "_prior_year" if year == self.year - 1 else "_other_year"
        if token.id in {"until", "several"}:
            ours = self.frame.own_year and token.text[0] not in _COUNTING_SINCE
            return None if ours else "_cumulative"
        endings = {"before": "_prior_year", "after": "_plan", "part_year": "_part_year"}
        return endings.get(token.id)
