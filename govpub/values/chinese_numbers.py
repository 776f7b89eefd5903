"""Numbers in Chinese text, with their scales, units, hedges and trends."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Measure, Number
from govpub.patterns import pattern
from govpub.values.chinese_qualifiers import VAGUE, qualify
from govpub.values.cues import matches_at, places_of
from govpub.values.draft import Draft, share
from govpub.values.numerals import SCALES, chinese, decimal
from govpub.values.units import CHINESE_UNITS

if TYPE_CHECKING:
    import re
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
_NUMERIC = pattern(f"[0-9{_HAN}半翻]")
"""Capital numerals alone, without any of these, are characters of other words."""
_NUMBERS = pattern(
    r"(?P<figures>(?<![0-9.])(?<![0-9],)(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?(?![0-9]))"
    r"|(?P<whole>百分百)"
    r"|(?P<half>[一过减对]半(?![年天月个小])|半(?=数|以上|成|价|[，。；、]))"
    rf"|(?P<han>[{_HAN}]++(?:点[{_HAN}]++)?|[{_BANK}][{_BANK}拾佰仟万亿零]{{1,30}})"
    r"|(?P<double>翻了?(?P<times>[一二两三四五])?番)"
)
# 千 of 千瓦, 千克, 千米 and 兆 of 兆瓦 belong to the unit.
_SCALE = pattern(
    r"\s?(?P<vague>[多余几])?(?P<scale>万亿|千亿|百亿|十亿|千万|百万|十万|[万亿]|[千百兆](?![瓦克米分赫]))"
)
_CLASSIFIERS = (
    "人次|标准箱|大类|剂次|[个家户人名位项条件次宗间只头台辆架艘座栋幢套所处种类批支队组场届轮期笔份张本册"
    "部篇章节款岁里度级层门株棵匹羽尾列班箱版代集枚片余多剂颗眼口盏倍]"
)
_MEASURE = pattern(
    r"\s?(?P<vague>[多余几])?\s?(?:(?P<point>个?百分点|个?百分比点)|(?P<basis>个?基点|点子|个基本点)|(?P<percent>%|巴仙)"
    r"|(?P<li>厘(?!米))|(?P<permille>‰)|(?P<tenths>成(?![为立员功果长就交本绩效都分份家套型年渝]))|(?P<times>倍)"
    r"|(?P<parts>分之(?P<of>[0-9.]{1,12}|[一二两三四五六七八九十百点零]{1,8}))"
    rf"|(?P<unit>{'|'.join(sorted(CHINESE_UNITS, key=len, reverse=True))})|(?P<classifier>{_CLASSIFIERS}))"
)
_SCALING = frozenset("万亿千百十兆多余几")
_MEASURING = frozenset("多余几个百基点%巴厘‰成倍分").union(_CLASSIFIERS, (name[0] for name in CHINESE_UNITS))
"""The characters that can begin a scale, and what is measured: before any other the patterns need not be tried."""
_RANGE = pattern(r"\s?(?:[-–—~～至到、和及或与]|以及)\s?(?:约|近|超过)?\s?")
_UNTOLD = frozenset(("百", "千", "万", "亿", "千万", "百万", "亿万", "万千", "千百", "十", "百十"))
"""Numerals that mean many."""


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
            return _finish(text, Draft(start, end, *read)) if read else None
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
    measured = ordinal or _measure(text, end) is not None
    if not measured and (end - start == 1 or numeral[0] in "十百千万亿"):
        return None  # 一般, 统一; 千方百计, 万无一失, 百姓
    value = chinese(numeral)
    if value is None:
        return None
    draft = Draft(start, end, value, words=True)
    draft.soft = numeral in _UNTOLD or text.startswith("国集团", end)
    number = _finish(text, draft)
    if draft.soft and number.measure in (Measure.PERCENT, Measure.POINT):
        draft.soft = False
        return draft.number()
    return number


def _finish(text: str, draft: Draft) -> Number:
    sign = text[draft.end : draft.end + 1]
    if sign in _SCALING or sign.isspace():
        _scales(text, draft)
    measured = _measure(text, draft.end)
    if measured is not None:
        _measures(draft, measured)
    qualify(text, draft)
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
            draft.hedge = VAGUE[found["vague"]]


def _measure(text: str, end: int) -> re.Match[str] | None:
    sign = text[end : end + 1]
    return _MEASURE.match(text, end) if sign in _MEASURING or sign.isspace() else None


def _measures(draft: Draft, found: re.Match[str]) -> None:
    draft.counted, draft.end = True, found.end()
    if found["vague"]:
        draft.hedge = VAGUE[found["vague"]]
    match found.lastgroup:
        case "classifier":
            pass
        case "unit":
            draft.unit = CHINESE_UNITS[found["unit"]]
        case "percent" | "li":
            draft.measure = Measure.PERCENT
        case "tenths":
            draft.measure = Measure.PERCENT
            draft.times(10)
        case "permille":
            draft.measure = Measure.PERCENT
            draft.times(Fraction(1, 10))
        case "point":
            draft.measure = Measure.POINT
        case "basis":
            draft.measure = Measure.POINT
            draft.times(Fraction(1, 100))
        case "times":
            draft.measure = Measure.MULTIPLE
        case _:
            _parts(draft, found["of"])


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
