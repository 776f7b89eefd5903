"""What stands around a number in Chinese text: hedges (近, 以上), a currency sign, where it moves (增长, 降至)."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Measure, Trend
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.values.draft import Draft

__all__ = ["VAGUE", "qualify"]

_HEDGES: Mapping[str, Hedge] = MappingProxyType(
    dict.fromkeys(("将近", "接近", "不到", "不足", "未及", "近"), Hedge.UNDER)
    | dict.fromkeys(("超过", "超出", "超", "逾", "突破", "有余", "多", "余"), Hedge.OVER)
    | dict.fromkeys(("约", "大约", "大概", "约为", "估计", "左右", "上下", "几", "约达"), Hedge.ABOUT)
    | dict.fromkeys(("至少", "不少于", "不低于", "最少", "以上", "及以上", "或以上"), Hedge.LEAST)
    | dict.fromkeys(("最多", "至多", "不超过", "不高于", "不多于", "以内", "以下", "及以下", "或以下"), Hedge.MOST)
)
VAGUE: Mapping[str, Hedge] = MappingProxyType(
    {"多": Hedge.OVER, "余": Hedge.OVER, "几": Hedge.ABOUT, "来": Hedge.ABOUT}
)
"""What is put between figures and their scale or measure word: 300多家."""
_BEFORE = pattern(
    r"(?=[将接不未近超逾突大约估至最人港HUhu$￥¥€£])(?P<hedge>将近|接近|不到|不足|未及|(?<![最附远贴邻接靠毗临])近|不[得能可应]?超过|超过|超出|(?<!高)超|逾|突破"
    r"|大约|大概|约为|约达|(?<![节制公条合预条签契简])约|估计|至少|不[得能可应]?[少低]于|最少|最多|至多|不[得能可应]?[高多]于)?"
    r"(?:(?P<named>人民币|港币)|达到?|为|有|共|了)?\s?(?P<money>(?:HK|US|hk|us)?\$|￥|¥|€|£)?\s?$"
)
_ALLOWED = pattern("(?<=不)[得能可应]")
_AFTER = pattern(r"\s?(?P<hedge>及以上|或以上|以上|左右|上下|有余|以内|及以下|或以下|以下|多(?!于|种|样|数|项|个))")
_SIGNS = MappingProxyType({"$": "dollar", "HK$": "HKD", "US$": "USD", "￥": "CNY", "¥": "CNY", "€": "EUR", "£": "GBP"})
_NAMED = MappingProxyType({"人民币": "CNY", "港币": "HKD"})
_TREND = pattern(
    r"(?=[增上提回攀升涨扩负下减降缩跌高低])(?:(?P<up>(?<!负)增长|上升|(?<!由)提高|增加|上涨|回升|提升|攀升|上调|升幅为?|涨幅为?|增幅为?|扩大|[升涨]|(?<![少多])增|(?<![最提新偏较])高出?(?!达))"
    r"|(?P<down>负增长|下降|减少|下跌|降低|下滑|下调|缩减|跌幅为?|降幅为?|减幅为?|(?<![量减])跌|(?<!升)降|缩小|(?<![最降减偏较])低))"
    r"(?P<to>[至到为])?(?:了|幅|约|近|逾|超过?|达)?\s?$"
)
# Characters that the two patterns need in their reach, and those of which one must stand beside the number.
_MOVING = pattern("[升涨增提攀上扩降减跌高低滑下缩小]")
_HEDGING = pattern("[近到足及超逾破约概计少于低最多过币$￥¥€£]")
_BESIDE = frozenset("长升高加涨调大增降少跌低滑减小至到为了幅约近逾超过达足及出破概计于多有共币$￥¥€£ ")
_ENDS = frozenset("及或以左上有多")
_MORE = pattern(r"(?<![最至不])(?:高|多|高出|多出|快)(?:约|近|逾|超过?|达|了)?\s?$")
_MANY_TIMES = 10
_REACH = 10
"""Characters before a number in which its hedge and trend stand."""


def qualify(text: str, draft: Draft) -> None:
    """Add the hedge, the trend and the currency that `text` gives to a number."""
    beside = text[draft.start - 1 : draft.start]
    if beside in _BESIDE or beside.isspace():
        _before(text, draft)
    following = text[draft.end : draft.end + 1]
    if following in _ENDS or following.isspace():
        after = _AFTER.match(text, draft.end)
        if after is not None:
            draft.hedge = _HEDGES[after["hedge"]]


def _times_more(draft: Draft, *, loose: bool) -> None:
    """Add what there was before: 增长2倍 is three times as much.

    Of many times, of a vague figure and of 多2倍 both readings are in use.
    """
    if loose or draft.value >= _MANY_TIMES:
        draft.others = (draft.value,)
    draft.value += 1


def _before(text: str, draft: Draft) -> None:
    reach = max(0, draft.start - _REACH)
    trend = _TREND.search(text, reach, draft.start) if _MOVING.search(text, reach, draft.start) else None
    if trend is not None:
        draft.trend = Trend.UP if trend["up"] else Trend.DOWN
        draft.to = trend["to"] is not None
        if draft.measure is Measure.MULTIPLE and draft.trend is Trend.UP and not draft.to:
            _times_more(draft, loose=draft.hedge is not Hedge.NONE)
    elif draft.measure is Measure.MULTIPLE and _MORE.search(text, reach, draft.start):
        _times_more(draft, loose=True)
    found = _BEFORE.search(text, reach, draft.start) if _HEDGING.search(text, reach, draft.start) else None
    if found is None:
        return
    if found["hedge"]:
        draft.hedge = _HEDGES[_ALLOWED.sub("", found["hedge"])]
    if found["named"] and draft.unit == "local":
        draft.unit = _NAMED[found["named"]]
    if found["money"]:
        draft.unit = _SIGNS[found["money"].upper()]
        draft.start = found.start("money")
