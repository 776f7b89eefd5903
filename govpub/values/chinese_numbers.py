"""Numbers in Chinese text, with their scales, units, hedges and trends."""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Measure, Number
from govpub.patterns import pattern
from govpub.values.chinese_measures import MEASURING, SCALING, measure, measured, rate, scaled
from govpub.values.chinese_qualifiers import VAGUE, qualify
from govpub.values.chinese_soft import (
    GOES_ON,
    MANY,
    NAMES,
    around,
    counts_softly,
    is_of_name,
    is_untold,
    place_in_a_row,
)
from govpub.values.cues import matches_at, places_of
from govpub.values.draft import Draft, share
from govpub.values.numerals import chinese, decimal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "take_numbers"]

_HAN = "〇○零一二两三四五六七八九十百千万亿"
"""The numerals of running text."""
_ONES = "〇○零一二三四五六七八九"
_BANK = "壹贰叁肆伍陆柒捌玖"
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "han": tuple("一二三四五六七八九十"),
        "scale": tuple("〇○零两百千万亿"),
        "bank": tuple(_BANK),
        "double": ("翻",),
        "century": ("本世纪", "新世纪", "上世纪", "上个世纪"),
    }
)
_NUMERALS = frozenset(("digit", *CUES, "half"))
_NUMERIC = pattern(f"[0-9{_HAN}半翻]")
"""Capital numerals alone, without any of these, are characters of other words."""
# ISO 80000-1 and Hong Kong's style have a space between groups of three (35 000名). In a row of cells it stands between
# numbers: so something must be counted, and neither side may go on.
_COUNTED = re.escape("".join(sorted(MEASURING | SCALING | frozenset("至到、和及或，。；）~～–—-"))))
_GROUPED = rf"(?<![0-9] )(?<![第表图件])[1-9][0-9]{{0,2}}(?: [0-9]{{3}})++(?=(?:\.[0-9]++)?\s?[{_COUNTED}])"
_NUMBERS = pattern(
    rf"(?P<figures>(?<![0-9.])(?<![0-9],)(?:{_GROUPED}|[0-9]{{1,3}}(?:,[0-9]{{3}})++|[0-9]++)(?:\.[0-9]++)?(?![0-9]))"
    r"|(?P<whole>百分百)"
    r"|(?P<half>[一过减对]半(?![年天月个小])|半(?=数|以上|成|价|[厘，。；、]))"
    rf"|(?P<han>[{_HAN}]++(?:点[{_ONES}]++)?|[{_BANK}][{_BANK}拾佰仟万亿零]{{1,30}})"
    r"|(?P<double>翻了?(?P<times>[一二两三四五])?番)"
)
_RANGE = pattern(r"\s?(?:[-–—~～至到、和及或与]|以及)\s?(?:约|近|超过)?\s?")
_TO = frozenset("至到~～–—-")
_PERCENT = pattern(f"百分之[{_HAN}点]++.$")
"""What 百分之十至十五 writes for both."""
_REACH = 12
_OTHER = pattern(f"\0|[{_HAN}]{{1,12}}")
_BLANK = "\0"
_CENTURY = 21
_BIG = frozenset("十百千万亿")


def take_numbers(text: str, cues: Places, values: list[Value]) -> None:
    """Append the numbers of `text` to `values`; `cues` says where their cues stand."""
    if cues.keys().isdisjoint(_NUMERALS) or ("bank" in cues and not _NUMERIC.search(text)):
        return
    if "century" in cues:
        values += [_century(text, place) for place in cues["century"]]
    previous: Number | None = None
    end = 0
    for found in matches_at(_NUMBERS, text, _beginnings(cues)):
        if found.start() < end:
            continue
        number = _number(text, found)
        if number is None:
            if found.lastgroup == "han" and len(found[0]) > 1:
                values += around(found.start(), found[0])
            continue
        end = number.end
        if previous is not None and _RANGE.fullmatch(text, previous.end, max(number.start, previous.end)):
            values[-1] = share(previous, number)
            if number.measure is Measure.MULTIPLE and previous.measure is Measure.PERCENT:
                number = number._replace(others=(number.value + 1,))  # 高68%及一倍: both are rises
        values.append(number)
        previous = number


def _century(text: str, start: int) -> Number:
    """Return the number that English gives the century of 本世纪中叶."""
    last = text[start] == "上"
    end = start + len("上个世纪" if text[start + 1] == "个" else "本世纪")
    return Number(start, end, _CENTURY - last, measure=Measure.ORDINAL, firm=False, words=True)


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
            figures = found[0]
            read = decimal(figures.replace(" ", "") if " " in figures else figures)
            if read is None:
                return None
            draft = Draft(start, end, *read)
            if text[start - 1 : start] == "道" or text[end : end + 1] in GOES_ON:
                draft.soft = is_of_name(text, start, end)
            return _finish(text, draft)
        case "han":
            return _han(text, start, end)
        case "whole":
            return Number(start=start, end=end, value=100, measure=Measure.PERCENT, firm=False)
        case "half":
            half = Draft(start, end, Fraction(1, 2), 0, words=True, soft=True)
            if text.startswith("厘", end):
                half.measure, half.end, half.soft = rate(text, half), end + 1, False  # 减息半厘
            return half.number()
        case _:
            doublings = int(chinese(found["times"] or "一") or 1)
            return Number(start=start, end=end, value=2**doublings, measure=Measure.MULTIPLE, firm=False)


def _han(text: str, start: int, end: int) -> Number | None:
    """Read a Chinese numeral where it counts: before a unit or measure word, after 第, or with a scale (三万)."""
    numeral = text[start:end]
    before = text[start - 1 : start]
    soft = False
    if before in MANY or text[end : end + 1] in NAMES:
        place = place_in_a_row(text, start, end)
        if place:
            return Number(start, end, place, measure=Measure.ORDINAL, firm=False, words=True)
        soft = counts_softly(text, start, end)
    counts = soft or before == "第" or measured(text, end) is not None
    shared = not counts and before in _TO and _PERCENT.search(text, max(0, start - _REACH), start)
    if not (counts or shared) and (end - start == 1 or numeral[0] in _BIG) and not _goes_on(text, end):
        return None  # 一般, 统一; 千方百计, 万无一失, 百姓
    value = chinese(numeral)
    if value is None:
        return None
    if shared:
        return Number(start, end, value, measure=Measure.PERCENT, words=True)
    return _finish(text, Draft(start, end, value, words=True, soft=soft or is_untold(text, start, end)))


def _goes_on(text: str, end: int) -> bool:
    """Return whether what follows makes a numeral count: 十来万元, 十点五亿, 三至四成, 十五至二十一日."""
    sign = text[end : end + 1]
    if sign in _BIG:
        return True
    if sign in VAGUE:
        return text[end + 1 : end + 2] in _BIG
    other = _OTHER.match(text, end + 1) if sign in _TO else None
    return other is not None and (text[other.end() - 1] == _BLANK or measured(text, other.end()) is not None)


def _finish(text: str, draft: Draft) -> Number:
    sign = text[draft.end : draft.end + 1]
    if sign in SCALING or sign.isspace():
        scaled(text, draft)
    measure(text, draft)
    qualify(text, draft)
    if text[draft.start - 1 : draft.start] == "第":
        draft.measure = Measure.ORDINAL
    return draft.number()
