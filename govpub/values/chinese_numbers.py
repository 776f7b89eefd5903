"""Numbers in Chinese text, with their scales, units, hedges and trends."""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Measure, Number, Trend
from govpub.values.cues import matches_at, places_of
from govpub.values.draft import Draft, share
from govpub.values.numerals import SCALES, chinese, decimal
from govpub.values.units import CHINESE_UNITS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "take_numbers"]

_HAN = "〇零一二两三四五六七八九十百千万亿"
"""The numerals of running text."""
_BANK = "壹贰叁肆伍陆柒捌玖"
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"han": tuple("一二三四五六七八九十"), "scale": tuple("〇零两百千万亿"), "bank": tuple(_BANK), "double": ("翻",)}
)
_NUMERALS = frozenset(("digit", *CUES, "half"))
_NUMERIC = re.compile(f"[0-9{_HAN}半翻]")
"""Capital numerals alone, without any of these, are characters of other words."""
_NUMBERS = re.compile(
    r"(?P<figures>(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?(?![0-9]))"
    r"|(?P<whole>百分百)"
    r"|(?P<half>[一过减对]半(?![年天月个小])|半(?=数|以上|成|价|[，。；、]))"
    rf"|(?P<han>[{_HAN}]++(?:点[{_HAN}]++)?|[{_BANK}][{_BANK}拾佰仟万亿零]{{1,30}})"
    r"|(?P<double>翻了?(?P<times>[一二两三四五])?番)"
)
# 千 of 千瓦, 千克, 千米 and 兆 of 兆瓦 belong to the unit.
_SCALE = re.compile(
    r"\s?(?P<vague>[多余几])?(?P<scale>万亿|千亿|百亿|十亿|千万|百万|十万|[万亿]|[千百兆](?![瓦克米分赫]))"
)
_CLASSIFIERS = (
    "个|家|户|人次|人|名|位|项|条|件|次|宗|间|只|头|台|辆|架|艘|座|栋|幢|套|所|处|种|类|批|支|队|组|场|届|轮|期|笔|份|张|本|册"
    "|部|篇|章|节|款|岁|里|度|级|层|门|株|棵|匹|羽|尾|列|班|箱|标准箱|版|代|大类|集|枚|片|余|多|剂次|剂|颗|颗|眼|口|盏|公顷|倍"
)
_MEASURE = re.compile(
    r"\s?(?P<vague>[多余几])?\s?(?:(?P<point>个?百分点|个?百分比点)|(?P<basis>个?基点|点子|个基本点)|(?P<percent>%|巴仙)"
    r"|(?P<li>厘(?!米))|(?P<permille>‰)|(?P<tenths>成(?![为立员功果长就交本绩效都分份家套型年渝]))|(?P<times>倍)"
    r"|(?P<parts>分之(?P<of>[0-9.]{1,12}|[一二两三四五六七八九十百点零]{1,8}))"
    rf"|(?P<unit>{'|'.join(sorted(CHINESE_UNITS, key=len, reverse=True))})|(?P<classifier>{_CLASSIFIERS}))"
)
_HEDGES: Mapping[str, Hedge] = MappingProxyType(
    dict.fromkeys(("将近", "接近", "不到", "不足", "未及", "近"), Hedge.UNDER)
    | dict.fromkeys(("超过", "超出", "超", "逾", "突破", "有余", "多", "余"), Hedge.OVER)
    | dict.fromkeys(("约", "大约", "大概", "约为", "估计", "左右", "上下", "几", "约达"), Hedge.ABOUT)
    | dict.fromkeys(("至少", "不少于", "不低于", "最少", "以上", "及以上", "或以上"), Hedge.LEAST)
    | dict.fromkeys(("最多", "至多", "不超过", "不高于", "不多于", "以内", "以下", "及以下", "或以下"), Hedge.MOST)
)
_BEFORE = re.compile(
    r"(?P<hedge>将近|接近|不到|不足|未及|(?<![最附远贴邻接])近|不超过|(?<!不)超过|超出|(?<!高)超|逾|突破"
    r"|大约|大概|约为|约达|(?<![节制公条合预条签契简])约|估计|至少|不少于|不低于|最少|最多|至多|不高于|不多于)?"
    r"(?:人民币|达到?|为|有|共|了)?\s?(?P<money>(?:HK|US|hk|us)?\$|￥|¥|€|£)?\s?$"
)
_AFTER = re.compile(r"\s?(?P<hedge>及以上|或以上|以上|左右|上下|有余|以内|及以下|或以下|以下|多(?!于|种|样|数|项|个))")
_MONEY_AFTER = re.compile(r"人民币")
_SIGNS = MappingProxyType({"$": "dollar", "HK$": "HKD", "US$": "USD", "￥": "CNY", "¥": "CNY", "€": "EUR", "£": "GBP"})
_TREND = re.compile(
    r"(?:(?P<up>(?<!负)增长|上升|(?<!由)提高|增加|上涨|回升|提升|攀升|上调|升幅为?|涨幅为?|增幅为?|扩大|[升涨增])"
    r"|(?P<down>负增长|下降|减少|下跌|降低|下滑|下调|缩减|跌幅为?|降幅为?|减幅为?|(?<![量减])跌|(?<!升)降|缩小))"
    r"(?P<to>[至到为])?(?:了|幅|约|近|逾|超过?|达)?\s?$"
)
# Characters that the two patterns need: one class is searched fast.
_MOVING = re.compile("[升涨增提攀上扩降减跌低滑下缩小]")
_HEDGING = re.compile("[近到足及超逾破约概计少于低最多过$￥¥€£]")
_RANGE = re.compile(r"\s?(?:[-–—~～至到、和及或与]|以及)\s?(?:约|近|超过)?\s?")
_VAGUE = frozenset(("百", "千", "万", "亿", "千万", "百万", "亿万", "万千", "千百", "十", "百十"))
_REACH = 10
"""Characters before a number in which its hedge and trend stand."""


def take_numbers(text: str, cues: Places, values: list[Value]) -> None:
    """Append the numbers of `text` to `values`; `cues` says where their cues stand."""
    if cues.keys().isdisjoint(_NUMERALS) or ("bank" in cues and not _NUMERIC.search(text)):
        return
    previous: Number | None = None
    end = 0
    for found in matches_at(_NUMBERS, text, _beginnings(cues)):
        if found.start() < end:
            continue
        number = _number(text, found)
        if number is None:
            continue
        end = number.end
        if previous is not None and _RANGE.fullmatch(text, previous.end, max(number.start, previous.end)):
            values[-1] = share(previous, number)
        values.append(number)
        previous = number


def _beginnings(cues: Places) -> list[int]:
    """Return where a number may begin; one that ends in 半 (过半) has a character before it."""
    places = places_of(cues, "digit", "han", "scale", "bank", "double")
    if "half" in cues:
        places = sorted((*places, *cues["half"], *(place - 1 for place in cues["half"] if place)))
    return places


def _number(text: str, found: re.Match[str]) -> Number | None:
    start, end = found.span()
    match found.lastgroup:
        case "figures":
            read = decimal(found[0])
            return _finish(text, Draft(start=start, end=end, value=read[0], step=read[1])) if read else None
        case "han":
            return _han(text, start, end)
        case "whole":
            return Number(start=start, end=end, value=100, measure=Measure.PERCENT, firm=False)
        case "half":
            return Number(start=start, end=end, value=Fraction(1, 2), step=0, firm=False, words=True)
        case _:
            doublings = int(chinese(found["times"] or "一") or 1)
            return Number(start=start, end=end, value=2**doublings, measure=Measure.MULTIPLE, firm=False)


def _han(text: str, start: int, end: int) -> Number | None:
    """Read a Chinese numeral where it counts: before a unit or measure word, after 第, or with a scale (三万)."""
    numeral = text[start:end]
    ordinal = text[start - 1 : start] == "第"
    measured = ordinal or _MEASURE.match(text, end) is not None
    if not measured and (end - start == 1 or numeral[0] in "十百千万亿"):
        return None  # 一般, 统一; 千方百计, 万无一失, 百姓
    value = chinese(numeral)
    if value is None:
        return None
    draft = Draft(start=start, end=end, value=value, words=True)
    draft.soft = numeral in _VAGUE or text.startswith("国集团", end)
    number = _finish(text, draft)
    if draft.soft and number.measure in (Measure.PERCENT, Measure.POINT):
        draft.soft = False
        return draft.number()
    return number


def _finish(text: str, draft: Draft) -> Number:
    _scales(text, draft)
    _measures(text, draft)
    _before(text, draft)
    after = _AFTER.match(text, draft.end)
    if after is not None:
        draft.hedge = _HEDGES[after["hedge"]]
    if text[draft.start - 1 : draft.start] == "第":
        draft.measure = Measure.ORDINAL
    return draft.number()


def _scales(text: str, draft: Draft) -> None:
    for _again in range(2):  # 5千万, 3百亿
        found = _SCALE.match(text, draft.end)
        if found is None:
            return
        factor = SCALES[found["scale"]]
        draft.times(factor)
        draft.scale *= factor
        draft.end = found.end()
        if found["vague"]:
            draft.hedge = _HEDGES[found["vague"]]


def _measures(text: str, draft: Draft) -> None:
    found = _MEASURE.match(text, draft.end)
    if found is None:
        return
    draft.counted, draft.end = True, found.end()
    if found["vague"]:
        draft.hedge = _HEDGES[found["vague"]]
    if found["unit"]:
        draft.unit = CHINESE_UNITS[found["unit"]]
    elif found["point"] or found["basis"]:
        draft.measure = Measure.POINT
        draft.times(Fraction(1, 100) if found["basis"] else 1)
    elif found["times"]:
        draft.measure = Measure.MULTIPLE
    elif found["parts"]:
        _parts(draft, found["of"])
    elif not found["classifier"]:
        draft.measure = Measure.PERCENT
        draft.times(10 if found["tenths"] else Fraction(1, 10) if found["permille"] else 1)


def _parts(draft: Draft, of: str) -> None:
    """百分之五 is five percent, 三分之二 two thirds."""
    figures = decimal(of) if of[0].isdigit() and of.count(".") < 2 and of[-1] != "." else None  # noqa: PLR2004
    part = figures[0] if figures else chinese(of)
    if part is None or not draft.value:
        return
    if draft.value == 100:  # noqa: PLR2004
        draft.measure, draft.value = Measure.PERCENT, part
        draft.step = figures[1] if figures else 1
    elif draft.value == 1000:  # noqa: PLR2004
        draft.measure, draft.value = Measure.PERCENT, Fraction(part, 10)
    else:
        draft.value, draft.step = Fraction(part, draft.value), 0


def _before(text: str, draft: Draft) -> None:
    reach = max(0, draft.start - _REACH)
    trend = _TREND.search(text, reach, draft.start) if _MOVING.search(text, reach, draft.start) else None
    if trend is not None:
        draft.trend = Trend.UP if trend["up"] else Trend.DOWN
        draft.to = trend["to"] is not None
        if draft.measure is Measure.MULTIPLE and draft.trend is Trend.UP and not draft.to:
            draft.value += 1  # 增长2倍 is three times as much
    found = _BEFORE.search(text, reach, draft.start) if _HEDGING.search(text, reach, draft.start) else None
    if found is None:
        return
    if found["hedge"]:
        draft.hedge = _HEDGES[found["hedge"]]
    if found["money"]:
        draft.unit = _SIGNS[found["money"].upper()]
        draft.start = found.start("money")
