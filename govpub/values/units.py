"""Units of measure and currencies, with their names in both languages and exact factors between them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["CHINESE_UNITS", "CURRENCIES", "ENGLISH_UNITS", "UNITS", "UnitOfMeasure"]


@dataclass(frozen=True, slots=True)
class UnitOfMeasure:
    """A unit; two of one dimension can be converted, two currencies cannot."""

    key: str
    dimension: str
    factor: Fraction
    """In the base unit of the dimension: m², kg, W, Wh, m, s; 1 for a currency."""
    chinese: tuple[str, ...]
    english: tuple[str, ...]
    """In lower case."""

    @property
    def currency(self) -> bool:
        """Return whether it is money."""
        return self.dimension == "money"


def _f(numerator: int, denominator: int = 1) -> Fraction:
    return Fraction(numerator, denominator)


# Factors: 国务院《关于在我国统一实行法定计量单位的命令》(1984), GB 3100-1993; 1 亩 = 1/15 公顷, 1 斤 = 0.5 kg (1959).
_UNITS: tuple[UnitOfMeasure, ...] = (
    UnitOfMeasure("mu", "area", _f(2000, 3), ("亩",), ("mu",)),
    UnitOfMeasure("hectare", "area", _f(10**4), ("公顷", "垧"), ("hectares", "hectare", "ha")),
    UnitOfMeasure(
        "square kilometre",
        "area",
        _f(10**6),
        ("平方公里", "平方千米"),
        ("square kilometers", "square kilometres", "square kilometer", "square kilometre", "sq km", "km²", "km2"),
    ),
    UnitOfMeasure(
        "square metre",
        "area",
        _f(1),
        ("平方米", "平米"),
        ("square meters", "square metres", "square meter", "square metre", "sq m", "m²", "m2"),
    ),
    UnitOfMeasure("jin", "mass", _f(1, 2), ("斤", "市斤"), ("jin",)),
    UnitOfMeasure(
        "kilogram", "mass", _f(1), ("公斤", "千克"), ("kilograms", "kilogrammes", "kilogram", "kilos", "kilo", "kg")
    ),
    UnitOfMeasure("gram", "mass", _f(1, 1000), ("克",), ("grams", "grammes", "gram")),
    UnitOfMeasure(
        "tonne",
        "mass",
        _f(1000),
        ("公吨", "吨"),
        ("metric tons", "metric tonnes", "metric ton", "tonnes", "tonne", "tons", "ton"),
    ),
    UnitOfMeasure("watt", "power", _f(1), ("瓦",), ("watts", "watt")),
    UnitOfMeasure("kilowatt", "power", _f(10**3), ("千瓦",), ("kilowatts", "kilowatt", "kw")),
    UnitOfMeasure("megawatt", "power", _f(10**6), ("兆瓦",), ("megawatts", "megawatt", "mw")),
    UnitOfMeasure("gigawatt", "power", _f(10**9), ("吉瓦",), ("gigawatts", "gigawatt", "gw")),
    UnitOfMeasure(
        "kilowatt-hour",
        "energy",
        _f(10**3),
        ("千瓦时", "千瓦小时", "度电"),
        ("kilowatt-hours", "kilowatt hours", "kilowatt-hour", "kilowatt hour", "kwh"),
    ),
    UnitOfMeasure(
        "megawatt-hour", "energy", _f(10**6), ("兆瓦时",), ("megawatt-hours", "megawatt hours", "megawatt-hour", "mwh")
    ),
    UnitOfMeasure("gigawatt-hour", "energy", _f(10**9), ("吉瓦时",), ("gigawatt-hours", "gigawatt hours", "gwh")),
    UnitOfMeasure("terawatt-hour", "energy", _f(10**12), ("太瓦时",), ("terawatt-hours", "terawatt hours", "twh")),
    UnitOfMeasure(
        "kilometre",
        "length",
        _f(1000),
        ("公里", "千米"),
        ("kilometers", "kilometres", "kilometer", "kilometre", "km"),
    ),
    UnitOfMeasure("metre", "length", _f(1), ("米",), ("meters", "metres", "meter", "metre", "m")),
    UnitOfMeasure("centimetre", "length", _f(1, 100), ("厘米", "公分"), ("centimeters", "centimetres", "cm")),
    UnitOfMeasure("millimetre", "length", _f(1, 1000), ("毫米",), ("millimeters", "millimetres", "mm")),
    UnitOfMeasure("li", "length", _f(500), ("华里",), ("li",)),
    UnitOfMeasure(
        "cubic metre", "volume", _f(1), ("立方米", "方水"), ("cubic meters", "cubic metres", "cubic meter", "m³")
    ),
    UnitOfMeasure("hour", "duration", _f(3600), ("小时",), ("hours", "hour")),
    UnitOfMeasure("minute", "duration", _f(60), ("分钟",), ("minutes", "minute")),
    UnitOfMeasure("second", "duration", _f(1), ("秒",), ("seconds",)),
    UnitOfMeasure("day", "duration", _f(86400), ("天",), ("days", "day")),
    UnitOfMeasure("week", "duration", _f(7 * 86400), ("个星期", "星期", "周"), ("weeks", "week")),
    UnitOfMeasure("month", "months", _f(1), ("个月",), ("months", "month")),
    UnitOfMeasure("year", "months", _f(12), ("周年", "年"), ("years", "year")),
    UnitOfMeasure("decade", "months", _f(120), (), ("decades", "decade")),
    UnitOfMeasure("millennium", "months", _f(12000), (), ("millennia", "millenniums")),
    UnitOfMeasure("century", "months", _f(1200), ("个世纪", "世纪"), ("centuries",)),
    UnitOfMeasure(
        "CNY",
        "money",
        _f(1),
        ("元人民币", "人民币元", "块钱"),
        ("yuan", "renminbi", "rmb", "cny"),
    ),
    # 元 and dollars alone are the currency of the place: 元 is the yuan in the mainland, the dollar in Hong Kong.
    UnitOfMeasure("local", "money", _f(1), ("元",), ()),
    UnitOfMeasure("dollar", "money", _f(1), (), ("dollars", "dollar")),
    UnitOfMeasure("HKD", "money", _f(1), ("港元", "港币", "元港币"), ("hong kong dollars", "hong kong dollar", "hkd")),
    UnitOfMeasure("MOP", "money", _f(1), ("澳门元", "澳元币"), ("patacas", "pataca", "mop")),
    UnitOfMeasure(
        "USD", "money", _f(1), ("美元", "美金"), ("us dollars", "us dollar", "u.s. dollars", "u.s. dollar", "usd")
    ),
    UnitOfMeasure("EUR", "money", _f(1), ("欧元",), ("euros", "euro", "eur")),
    UnitOfMeasure("JPY", "money", _f(1), ("日元", "日圆", "日币"), ("japanese yen", "yen", "jpy")),
    UnitOfMeasure("GBP", "money", _f(1), ("英镑",), ("pounds sterling", "pounds", "gbp")),
    UnitOfMeasure("SGD", "money", _f(1), ("新加坡元", "新元"), ("singapore dollars", "sgd")),
    UnitOfMeasure("AUD", "money", _f(1), ("澳元", "澳大利亚元"), ("australian dollars", "aud")),
    UnitOfMeasure("KRW", "money", _f(1), ("韩元",), ("won", "krw")),
    UnitOfMeasure("RUB", "money", _f(1), ("卢布",), ("rubles", "roubles", "rub")),
)

UNITS: Mapping[str, UnitOfMeasure] = MappingProxyType({unit.key: unit for unit in _UNITS})
CURRENCIES = frozenset(unit.key for unit in _UNITS if unit.currency)
"""The keys of the units that are money."""


def _names(pairs: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    return MappingProxyType(dict(pairs))


CHINESE_UNITS: Mapping[str, str] = _names((name, unit.key) for unit in _UNITS for name in unit.chinese)
"""The key of each unit by its Chinese names."""
ENGLISH_UNITS: Mapping[str, str] = _names((name, unit.key) for unit in _UNITS for name in unit.english)
"""The key of each unit by its English names, in lower case."""
