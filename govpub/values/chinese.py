"""Chinese text → the values that it states, with their places."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Mark, MarkKind, Measure, Number
from govpub.values.chinese_calendar import take_calendar
from govpub.values.marks import take_marks
from govpub.values.numerals import SCALES, chinese, decimal
from govpub.values.ranges import is_firm, share
from govpub.values.units import CHINESE_UNITS

if TYPE_CHECKING:
    from govpub.model.value import Value

__all__ = ["read_chinese"]

_WIDE = str.maketrans("０１２３４５６７８９％．＋－＄　\u00a0\u2009\u202f", "0123456789%.+-$    ")
_HAN = "〇零一二两三四五六七八九十百千万亿"
_BANK = "壹贰叁肆伍陆柒捌玖"
_ANYTHING = re.compile(rf"[0-9{_HAN}半倍翻]|同比|环比|按[年季月]")
_COMPARISONS = re.compile(r"(?P<year>同比|按年)|(?P<previous>环比)|(?P<month>按月)|(?P<quarter>按季)")
_NUMBERS = re.compile(
    r"(?P<figures>(?<![0-9.,])(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?(?![0-9]))"
    r"|(?P<whole>百分百)"
    rf"|(?P<han>[{_HAN}]++(?:点[{_HAN}]++)?|[{_BANK}][{_BANK}拾佰仟万亿零]{{1,30}})|(?P<half>半)|(?P<double>翻了?(?P<times>[一二两三四五])?番)"
)
_SCALE = re.compile(r"\s?(?P<vague>[多余几])?(?P<scale>万亿|千亿|百亿|十亿|千万|百万|十万|[万亿千百兆])(?![分])")
_UNIT = re.compile(
    r"\s?(?P<vague>[多余几])?\s?(?:(?P<point>个?百分点|个?百分比点)|(?P<basis>个?基点|点子|个基本点)|(?P<percent>%|％|巴仙)"
    r"|(?P<li>厘(?!米))|(?P<permille>‰)|(?P<tenths>成(?![为立员功果长就交本绩效都分份家套型]))|(?P<times>倍)"
    r"|(?P<parts>分之(?P<of>[0-9.]{1,12}|[一二两三四五六七八九十百点零]{1,8}))"
    r"|(?P<unit>" + "|".join(sorted(CHINESE_UNITS, key=len, reverse=True)) + r")"
    r"|(?P<classifier>个|家|户|人次|人|名|位|项|条|件|次|宗|间|只|头|台|辆|架|艘|座|栋|幢|套|所|处|种|类|批|支|队|组|场|届"
    r"|轮|期|笔|份|张|本|册|部|篇|章|节|款|岁|里|度|级|层|门|株|棵|匹|羽|尾|列|班|艘|吨|箱|标准箱|周|版|代|大类|集|枚|片|户))"
)
_BEFORE = re.compile(
    r"(?P<hedge>将近|接近|不到|不足|未及|近|超过|超出|超|逾|多于|高于|大于|突破|约|大约|大概|约为|估计|左右|至少|不少于|不低于"
    r"|最少|最多|至多|不超过|不高于|不多于|上限为|为约|达约)?(?:达|为|有|共)?\s?(?P<money>(?:HK|US|hk|us)?\$|￥|¥|€|£)?\s?$"
)
_AFTER = re.compile(r"\s?(?:人民币)?(?P<hedge>以上|或以上|及以上|左右|上下|有余|以内|或以下|多)")
_UNDER, _OVER, _ABOUT = Hedge.UNDER, Hedge.OVER, Hedge.ABOUT
_HEDGES = (
    dict.fromkeys(("将近", "接近", "不到", "不足", "未及", "近"), _UNDER)
    | dict.fromkeys(("超过", "超出", "超", "逾", "多于", "高于", "大于", "突破", "有余", "多", "余"), _OVER)
    | dict.fromkeys(("约", "大约", "大概", "约为", "估计", "左右", "上下", "为约", "达约", "几"), _ABOUT)
    | dict.fromkeys(("至少", "不少于", "不低于", "最少", "以上", "或以上", "及以上"), Hedge.LEAST)
    | dict.fromkeys(("最多", "至多", "不超过", "不高于", "不多于", "上限为", "以内", "或以下"), Hedge.MOST)
)
_HALF = re.compile(r"数|以上|成|价|小时|天|个|(?![年岛导径球壁自信部路身途世官民])")
_VAGUE = frozenset(("百", "千", "万", "亿", "千万", "百万", "亿万", "万千", "千百", "十", "百十"))
_SIGNS = {"$": "local", "HK$": "HKD", "US$": "USD", "￥": "CNY", "¥": "CNY", "€": "EUR", "£": "GBP"}
_RANGE = re.compile(r"\s?(?:[-–—~～至到、和及或与]|以及)\s?(?:约|近|超过)?\s?")
_UP = "增长上升提高增加升幅涨幅增幅回升上涨扩大提升攀升升高多增上调"
_TRENDS = re.compile(
    r"(?P<up>增长|上升|提高|增加|上涨|回升|提升|攀升|上调|升幅为?|涨幅为?|增幅为?|升|涨)"
    r"|(?P<down>下降|减少|下跌|降低|回落|下滑|下调|收窄|缩减|跌幅为?|降幅为?|减幅为?|跌|降|减)"
)
_TREND_END = re.compile(r"(?:了|约|近|逾|超过|至|到|为|达)*\s?$")


def read_chinese(text: str) -> tuple[Value, ...]:
    """Return the values of a Chinese text in the order in which they stand; linear in its length."""
    if not _ANYTHING.search(text):
        plain = text.translate(_WIDE)
        if plain == text or not _ANYTHING.search(plain):
            return ()
        text = plain
    values: list[Value] = []
    text = text.translate(_WIDE)
    _comparisons(text, values)
    text = take_marks(text, values)
    text = take_calendar(text, values)
    _numbers(text, values)
    values.sort(key=lambda value: value.start)
    return tuple(values)


def _comparisons(text: str, values: list[Value]) -> None:
    kinds = {
        "year": MarkKind.YEAR_ON_YEAR,
        "previous": MarkKind.ON_PREVIOUS,
        "month": MarkKind.MONTH_ON_MONTH,
        "quarter": MarkKind.QUARTER_ON_QUARTER,
    }
    for found in _COMPARISONS.finditer(text):
        values.append(Mark(start=found.start(), end=found.end(), kind=kinds[found.lastgroup or ""]))


def _numbers(text: str, values: list[Value]) -> None:
    previous: Number | None = None
    end = 0
    for found in _NUMBERS.finditer(text):
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


def _number(text: str, found: re.Match[str]) -> Number | None:
    if found["figures"]:
        return _figures(text, found)
    if found["han"]:
        return _han(text, found)
    if found["whole"]:
        start, end = found.span()
        return Number(start=start, end=end, value=Fraction(100), measure=Measure.PERCENT, firm=False)
    if found["double"]:
        start, end = found.span()
        times = chinese(found["times"] or "一") or Fraction(1)
        return Number(start=start, end=end, value=Fraction(2 ** int(times)), measure=Measure.MULTIPLE, firm=False)
    if found["half"] and _HALF.match(text, found.end()):
        return Number(
            start=found.start(), end=found.end(), value=Fraction(1, 2), step=Fraction(0), firm=False, words=True
        )
    return None


def _figures(text: str, found: re.Match[str]) -> Number | None:
    read = decimal(found["figures"])
    if read is None:
        return None
    value, step = read
    return _finish(text, found.start(), found.end(), value, step, words=False)


def _han(text: str, found: re.Match[str]) -> Number | None:
    start, end = found.span()
    value = chinese(found[0])
    if value is None:
        return None
    after = text[end : end + 1]
    if found[0][0] in "十百千万亿" and not _UNIT.match(text, end) and text[start - 1 : start] != "第":
        return None  # 千方百计, 万无一失, 百姓
    compound = end - start > 1
    ordinal = text[start - 1 : start] == "第"
    if not compound and not ordinal and not _UNIT.match(text, end):
        return None
    read = _finish(text, start, end, value, Fraction(1), words=True) if after or compound else None
    if read is not None and read.measure is not Measure.COUNT:
        return read
    vague = found[0] in _VAGUE or text.startswith("国集团", end)
    return replace(read, firm=False) if read is not None and vague else read


def _finish(  # noqa: PLR0913
    text: str, start: int, end: int, value: Fraction, step: Fraction, *, words: bool
) -> Number | None:
    hedge, scale = Hedge.NONE, 1
    for _again in range(2):  # 3亿, 1.2万亿; 5千万
        scaled = _SCALE.match(text, end)
        if scaled is None:
            break
        factor = SCALES[scaled["scale"]]
        scale *= factor
        value, step, end = value * factor, step * factor, scaled.end()
        if scaled["vague"]:
            hedge = _HEDGES[scaled["vague"]]
    measure, unit = Measure.COUNT, ""
    after = _UNIT.match(text, end)
    if after is not None:
        end = after.end()
        if after["vague"]:
            hedge = _HEDGES[after["vague"]]
        if after["point"]:
            measure = Measure.POINT
        elif after["basis"]:
            measure, value, step = Measure.POINT, value / 100, step / 100
        elif after["percent"] or after["li"]:
            measure = Measure.PERCENT
        elif after["permille"]:
            measure, value, step = Measure.PERCENT, value / 10, step / 10
        elif after["tenths"]:
            measure, value, step = Measure.PERCENT, value * 10, step * 10
        elif after["times"]:
            measure = Measure.MULTIPLE
        elif after["parts"]:
            part = decimal(after["of"]) if after["of"][0].isdigit() else None
            over = part[0] if part else chinese(after["of"])
            if over is not None and value == 100:  # noqa: PLR2004
                measure, value = Measure.PERCENT, over
            elif over is not None and value:
                value = over / value
        elif after["unit"]:
            unit = CHINESE_UNITS[after["unit"]]
    before = _BEFORE.search(text, max(0, start - 8), start)
    if before is not None:
        if before["money"]:
            unit = _SIGNS[before["money"].upper()]
        if before["hedge"]:
            hedge = _HEDGES[before["hedge"]]
        if before["money"]:
            start = before.start("money")
    trailing = _AFTER.match(text, end)
    if trailing is not None:
        hedge = _HEDGES[trailing["hedge"]]
    if text[start - 1 : start] == "第":
        measure = Measure.ORDINAL
    firm = is_firm(value, measure, unit, words=words, bare=after is None and step == 1, scale=scale)
    return Number(
        start=start,
        end=end,
        value=value,
        step=step,
        measure=measure,
        unit=unit,
        hedge=hedge,
        words=words,
        firm=firm,
        scale=scale,
    )
