"""What follows a number in Chinese text: its scale (万, 多亿), its unit or measure word, percent, parts of a whole."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Measure
from govpub.patterns import pattern
from govpub.values.chinese_qualifiers import VAGUE
from govpub.values.numerals import HAN_DIGITS, SCALES, chinese, decimal, number_of
from govpub.values.units import CHINESE_UNITS, CURRENCIES

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from govpub.model.value import Amount
    from govpub.values.draft import Draft

__all__ = ["MEASURING", "SCALING", "measure", "measured", "rate", "scaled"]

# 千 of 千瓦, 千克, 千米, 百 of 百帕 and 兆 of 兆瓦 belong to the unit.
_SCALE = pattern(
    r"\s?(?P<vague>[多余几来])?(?P<scale>万亿|千亿|百亿|十亿|千万|百万|十万|[万亿]|[千百兆](?![瓦克米分赫帕]))"
)
_MORE = pattern(
    r"(?P<figures>[0-9]{1,4}(?:\.[0-9]++)?)(?![0-9,])(?P<scale>千万|百万|十万|[万千百](?![瓦克米分赫帕]))?"
    r"(?P<vague>[多余])?(?P<again>万)?"
)
"""What goes on after a scale: 2万5千, 1亿3千多万, 3亿5000万."""
_MYRIAD = 10**4
_FULL = 4
"""Figures after 万 without a scale of their own: 3万5000 is 35,000."""
_CLASSIFIERS = (
    "人次|标准箱|大类|剂次|架次|艘次|车次|摄氏度|英里|海里|毫克|微克|毫升|公升|[百千]帕"
    "|[个家户人名位项条件次宗间只头台辆架艘座栋幢套所处种类批支队组场届轮期笔份张本册"
    "部篇章节款岁度级层门株棵匹羽尾列班箱版代集枚片余多剂颗眼口盏倍例床顶尊卷页桶磅席]"
)
_NAMES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {name: (unit, "") for name, unit in CHINESE_UNITS.items()}
    | {"日": ("day", "(?![元圆币本均历报期程])"), "里": ("li", "(?![程面边外])"), "周岁": ("year", "")}
)
"""The key of each unit by its names, and what must not follow: characters of another word."""
_UNITS = "|".join(f"{name}{_NAMES[name][1]}" for name in sorted(_NAMES, key=len, reverse=True))
# 七成六 is 76 percent, 五成半 55; but 六成三年内 and 三成二手房 go on with another word.
_TENTHS = (
    r"成(?![为立员功果长就交本绩效都分份家套型年渝])(?:(?P<five>半)(?![年月天个小数导])"
    r"|(?P<more>[一二三四五六七八九1-9])(?=[，。；、：）)的为和至到及与或是在由均属以左上下多不来有获被已于未仍认表升降增减跌占高低超近逾约达比仅只即\s]|$))?"
)
_MEASURE = pattern(
    r"\s?(?P<vague>[多余几来])?\s?(?:(?P<point>个?百分点|个?百分比点)|(?P<basis>个?基点|点子|个基本点)|(?P<percent>%|巴仙)"
    rf"|(?P<li>厘(?!米))|(?P<permille>‰)|(?P<tenths>{_TENTHS})|(?P<times>倍(?P<and_half>半)?)"
    r"|(?P<parts>分(?:之|(?=[一二三]厘))(?P<of>[0-9.]{1,12}|[一二两三四五六七八九十百点零]{1,8})(?P<part_li>厘)?)"
    rf"|(?P<cents>毫(?![米升克安巴伏瓦秒厘末不无]))|(?P<unit>{_UNITS})|(?P<classifier>{_CLASSIFIERS}))"
)
SCALING = frozenset("万亿千百十兆多余几来")
"""The characters that can begin a scale: before any other the pattern need not be tried."""
MEASURING = frozenset("多余几来个百基点%巴厘‰成倍分毫").union(
    *(name.strip("[]") for name in _CLASSIFIERS.split("|")), (name[0] for name in _NAMES)
)
"""The characters that can begin what is measured."""
_MOVED = pattern(r"(?:加息|减息|[加减升降]幅|[上下]调|调[高低升]|上升|下降|上涨|下跌)(?:合共|[约达共了为])?$")
_AND_MINUTES = pattern("([0-5]?[0-9]|[零〇]?[一二三四五六七八九十]{1,3})分")
_REACH = 6
_FIGURES = str.maketrans({han: str(digit) for han, digit in HAN_DIGITS.items()})
_IMPLIED = (1, 100)
_PAIR = frozenset("兑对每合=＝")
"""What stands beside the 1 of a rate: 7.80港元兑1美元."""


def scaled(text: str, draft: Draft) -> None:
    """Multiply the number by the scales that follow it: 5千万, 3百亿, and 2万5千."""
    for _again in range(2):
        found = _SCALE.match(text, draft.end)
        if found is None:
            break
        factor = SCALES[found["scale"]]
        draft.times(factor)
        draft.scale *= factor
        draft.end = found.end()
        if found["vague"]:
            draft.hedge = VAGUE[found["vague"]]
    if draft.scale > 1 and text[draft.start - 1 : draft.start] == "/":
        draft.soft = True  # 172.4/10万: what a rate is of is told once for several
    if draft.scale >= _MYRIAD and text[draft.end : draft.end + 1].isdigit():
        _more(text, draft)


def _more(text: str, draft: Draft) -> None:
    found = _MORE.match(text, draft.end)
    if found is None:
        return
    factor = SCALES.get(found["scale"], 1) * (_MYRIAD if found["again"] else 1)
    read = decimal(found["figures"])
    if read is None or read[0] * factor >= draft.scale or (factor == 1 and len(found["figures"]) != _FULL):
        return
    draft.value += read[0] * factor
    draft.step = read[1] * factor
    draft.end = found.end()
    if found["vague"]:
        draft.hedge = VAGUE[found["vague"]]


def measured(text: str, end: int) -> re.Match[str] | None:
    """Return the unit or the measure word of the number that ends at `end`; None where it has none."""
    sign = text[end : end + 1]
    return _MEASURE.match(text, end) if sign in MEASURING or sign.isspace() else None


def measure(text: str, draft: Draft) -> None:  # noqa: C901, PLR0912  one branch a kind
    """Add the unit, the measure word or the sign of percent that follows the number."""
    sign = text[draft.end : draft.end + 1]
    if sign not in MEASURING and not sign.isspace():
        return
    if sign == "分" and text[draft.start - 2 : draft.start] == "小时":
        draft.counted, draft.soft, draft.unit = True, True, "minute"
        draft.end += len("分钟") if text.startswith("分钟", draft.end) else len("分")
        return
    found = _MEASURE.match(text, draft.end)
    if found is None:
        return
    draft.counted, draft.end = True, found.end()
    if found["vague"]:
        draft.hedge = VAGUE[found["vague"]]
    match found.lastgroup:
        case "percent":
            draft.measure = Measure.PERCENT
        case "classifier":
            pass
        case "unit":
            draft.unit = _NAMES[found["unit"]][0]
            if draft.unit == "hour":
                _hours(text, draft)
            elif draft.value in _IMPLIED:
                draft.soft |= _is_implied(text, draft)
        case "cents":
            draft.times(10)  # of a dollar, as Hong Kong counts
        case "li":
            draft.measure = rate(text, draft)
        case "tenths":
            draft.measure, draft.scale = Measure.PERCENT, 10  # which 三 in 三至四成 has, too
            draft.times(10)
            if found["five"] or found["more"]:
                draft.value += 5 if found["five"] else int(found["more"].translate(_FIGURES))
                draft.step = 1
        case "permille":
            _permille(draft, draft.value)
        case "point":
            draft.measure = Measure.POINT
        case "basis":
            draft.measure = Measure.POINT
            draft.times(Fraction(1, 100))
        case "times":
            draft.measure = Measure.MULTIPLE
            if found["and_half"]:
                draft.value += Fraction(1, 2)
        case _:
            _parts(draft, found["of"])
            if found["part_li"]:
                draft.measure = rate(text, draft)


def _hours(text: str, draft: Draft) -> None:
    """10小时30分: English may write 10 and a half hours, and 63 minutes for 1小时03分."""
    minutes = _AND_MINUTES.match(text, draft.end)
    if minutes is not None:
        past = number_of(minutes[1].lstrip("零〇"))
        draft.others = (draft.value + Fraction(past, 60), 60 * draft.value + past)


def _is_implied(text: str, draft: Draft) -> bool:
    """Return whether the other language need not state it: the 1 of a rate (兑1美元), a centenary (一百周年)."""
    if draft.unit in CURRENCIES:
        beside = (text[draft.start - 1 : draft.start], text[draft.end : draft.end + 1])
        return draft.value == 1 and not _PAIR.isdisjoint(beside)
    return draft.unit == "year" and draft.value == 100 and draft.scale == 1  # noqa: PLR2004


def rate(text: str, draft: Draft) -> Measure:
    """厘 is percent of interest (2.5厘), and of a change of it a percentage point (加息0.25厘)."""
    moved = _MOVED.search(text, max(0, draft.start - _REACH), draft.start)
    return Measure.PERCENT if moved is None else Measure.POINT


def _permille(draft: Draft, part: Amount) -> None:
    """6.39‰ is 0.639 percent; English writes 6.39 per thousand, and one in a thousand."""
    draft.others = (1000, part) if part == 1 else (part,)
    draft.measure, draft.value, draft.step = Measure.PERCENT, Fraction(part, 10), Fraction(draft.step, 10)


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
        _permille(draft, part)
    else:
        if part == 1:
            draft.others = (draft.value,)  # one in five
        draft.value, draft.step = Fraction(part, draft.value), 0
