"""English text → the values that it states, with their places."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from govpub.model.value import Hedge, Mark, MarkKind, Measure, Number
from govpub.values.english_calendar import take_calendar
from govpub.values.marks import take_marks
from govpub.values.numerals import ENGLISH_ORDINALS, decimal, english
from govpub.values.ranges import is_firm, share
from govpub.values.units import ENGLISH_UNITS

if TYPE_CHECKING:
    from govpub.model.value import Value

__all__ = ["read_english"]

_ONES = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:[-\s](?:one|two|three|four|five|six|seven|eight|nine))?|{_ONES})"
_ORDINAL = "|".join(ENGLISH_ORDINALS)
_NUMBERS = re.compile(
    r"(?:(?P<money>(?<![a-z])(?:(?:hk|us|rmb|mop|nt|s|a)?[$¥€£]|(?:rmb|cny|hkd|usd|eur|jpy|gbp|mop))\s?)|(?<![\w.,]))"
    r"(?P<figures>(?:[0-9]{1,3}(?:,[0-9]{3})++|[0-9]++)(?:\.[0-9]++)?(?![0-9]))"
    rf"|\b(?P<fraction>(?:{_ONES}|an?)[-\s](?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?))\b"
    r"|\b(?P<fold>(?:two|three|four|five|six|seven|eight|nine|ten)-?fold)\b"
    r"|\b(?P<span>decades?|centur(?:y|ies)|round[-\s]the[-\s]clock|fortnight)\b"
    rf"|\b(?P<ordinal>(?:(?:{_TENS})-)?(?:{_ORDINAL}))\b"
    rf"|\b(?P<words>{_WORD}(?:\s(?:hundred|thousand)(?:\s(?:and\s)?{_WORD})?)?)(?=\b)"
    r"|\b(?P<some>an?\s(?:hundred|thousand|million|billion|trillion|dozen))\b"
    r"|\b(?P<multiple>doubl(?:ed?|es|ing)|tripl(?:ed?|es|ing)|trebled|quadrupled?|twice|twofold|halv(?:ed?|ing)|half)\b"
)
_SCALES = {
    "trillion": 10**12,
    "tn": 10**12,
    "billion": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "million": 10**6,
    "millions": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "thousand": 1000,
    "k": 1000,
    "hundred": 100,
    "dozen": 12,
}
_SCALE = re.compile(r"[\s-]?(?P<scale>trillion|billion|millions?|thousand|hundred|dozen|[tbm]n|[mbk](?=\b))\b(?!\.?\d)")
_UNIT = re.compile(
    r"(?P<place>(?:st|nd|rd|th)\b)"
    r"|[\s-]?(?:(?P<point>percentage[-\s]points?|pct\spoints?|pps?\b|ppts?\b)|(?P<basis>basis[-\s]points?|bps?\b|pips?\b)"
    r"|(?P<percent>%\s?(?!points?\b)|per\s?cent\b(?!age)|percent\b|pct\b)|(?P<permille>‰)"
    r"|(?P<times>times\b|[-\s]?fold\b)|(?P<unit>(?:"
    + "|".join(re.escape(name) for name in sorted(ENGLISH_UNITS, key=len, reverse=True))
    + r")(?![\w²³])))"
)
_OF_UNIT = re.compile(r"[\s-]?(?:in\s)?(?P<unit>hk\sdollars?|us\sdollars?)")
_BEFORE = re.compile(
    r"(?P<hedge>nearly|almost|close\sto|just\sunder|under|below|less\sthan|fewer\sthan|approaching|slightly\sless\sthan"
    r"|over|more\sthan|above|exceed(?:ed|s|ing)?|in\sexcess\sof|upwards\sof|greater\sthan|higher\sthan|surpass(?:ed|es|ing)?|topped"
    r"|about|around|some|approximately|roughly|circa|an?\sestimated|estimated"
    r"|at\sleast|no\sless\sthan|not\sless\sthan|no\sfewer\sthan|minimum\sof|a\sminimum|at\smost|up\sto|no\smore\sthan|not\smore\sthan"
    r"|maximum\sof|not\sexceeding|within)\s(?:the\s|an?\s)?(?:hk|us|rmb)?[$¥€£]?\s?$"
)
_AFTER = re.compile(r"\s(?:\w{2,20}\s)?or\s(?P<hedge>more|above|so|less|below|higher|lower|over)\b|(?P<plus>\+)")
_HEDGES = {
    **dict.fromkeys(
        ("nearly", "almost", "close to", "just under", "under", "below", "less than", "fewer than", "approaching"),
        Hedge.UNDER,
    ),
    "slightly less than": Hedge.UNDER,
    **dict.fromkeys(("over", "more than", "above", "in excess of", "upwards of", "topped"), Hedge.OVER),
    **dict.fromkeys(("exceed", "exceeds", "exceeded", "exceeding", "greater than", "higher than"), Hedge.OVER),
    **dict.fromkeys(("surpass", "surpassed", "surpasses", "surpassing"), Hedge.OVER),
    **dict.fromkeys(("about", "around", "some", "approximately", "roughly", "circa", "estimated"), Hedge.ABOUT),
    **dict.fromkeys(("a estimated", "an estimated", "so"), Hedge.ABOUT),
    **dict.fromkeys(
        ("at least", "no less than", "not less than", "no fewer than", "minimum of", "a minimum"), Hedge.LEAST
    ),
    **dict.fromkeys(("more", "higher", "plus"), Hedge.LEAST),
    **dict.fromkeys(("at most", "up to", "no more than", "not more than", "maximum of", "not exceeding"), Hedge.MOST),
    **dict.fromkeys(("within", "less", "lower"), Hedge.MOST),
}
_SIGNS = {"hk$": "HKD", "us$": "USD", "$": "local", "¥": "CNY", "rmb¥": "CNY", "€": "EUR", "£": "GBP", "mop$": "MOP"}
_SIGNS |= {
    "rmb": "CNY",
    "cny": "CNY",
    "hkd": "HKD",
    "usd": "USD",
    "eur": "EUR",
    "jpy": "JPY",
    "gbp": "GBP",
    "mop": "MOP",
}
_SIGNS |= {"s$": "SGD", "a$": "AUD"}
_RANGE = re.compile(
    r"\s?(?:[-–—/&]|to|and|or|,|,\sand|versus|vs\.?)\s?(?:hk|us)?[$€£¥]?\s?(?:about\s|around\s|nearly\s|over\s)?"
)
_PARTS = {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
_MULTIPLES = {"doub": (2, 1), "trip": (3, 1), "treb": (3, 1), "quad": (4, 1), "twic": (2, 1), "twof": (2, 1)}
_SPANS = {"dec": (10, "year"), "cen": (100, "year"), "rou": (24, "hour"), "for": (14, "day")}
_COMPARISONS = re.compile(
    r"(?P<year>year[-\s](?:on|over)[-\s]year|\by-?o-?y\b)|(?P<month>month[-\s](?:on|over)[-\s]month|\bm-?o-?m\b)"
    r"|(?P<quarter>quarter[-\s](?:on|over|to)[-\s]quarter|\bq-?o-?q\b)"
)
_ANYTHING = re.compile(
    rf"[0-9]|\b(?:{_WORD}|{_ORDINAL}|half|hal[fv]|doubl|tripl|quadr|treb|twice|twofold|year|month|quarter|dozen|decade|centur|clock"
    r"|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day\b)"
)


def read_english(text: str) -> tuple[Value, ...]:
    """Return the values of an English text in the order in which they stand; linear in its length."""
    lowered = _lower(text)
    if not _ANYTHING.search(lowered):
        return ()
    values: list[Value] = []
    for found in _COMPARISONS.finditer(lowered):
        kinds = {
            "year": MarkKind.YEAR_ON_YEAR,
            "month": MarkKind.MONTH_ON_MONTH,
            "quarter": MarkKind.QUARTER_ON_QUARTER,
        }
        values.append(Mark(start=found.start(), end=found.end(), kind=kinds[found.lastgroup or ""]))
    text = take_marks(text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2009", " "), values)
    text = take_calendar(text, values)
    _numbers(_lower(text), values)
    values.sort(key=lambda value: value.start)
    return tuple(values)


def _lower(text: str) -> str:
    """Return the text in lower case, as many characters long as it was."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(sign.lower() if sign.isascii() else sign for sign in text)


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
    start, end = found.span()
    if found["figures"]:
        read = decimal(found["figures"])
        if read is None or _label(text, end):
            return None
        sign = (found["money"] or "").replace(" ", "")
        return _finish(text, start, end, *read, unit=_SIGNS.get(sign, ""), words=False)
    if found["fraction"]:
        many, _gap, part = found[0].replace(" ", "-").partition("-")
        value = (english(many) or Fraction(1)) / _PARTS[part[:3]]
        return Number(start=start, end=end, value=value, step=Fraction(0), firm=False, words=True)
    if found["ordinal"]:
        tens, _dash, last = found[0].rpartition("-")
        value = (english(tens) or Fraction(0)) if tens else Fraction(0)
        return Number(
            start=start, end=end, value=value + ENGLISH_ORDINALS[last], measure=Measure.ORDINAL, firm=False, words=True
        )
    if found["multiple"]:
        if found[0].startswith("hal"):
            return Number(start=start, end=end, value=Fraction(1, 2), step=Fraction(0), firm=False, words=True)
        value = Fraction(_MULTIPLES[found[0][:4]][0])
        return Number(start=start, end=end, value=value, measure=Measure.MULTIPLE, firm=False, words=True)
    if found["fold"]:
        value = Fraction(english(found[0].partition("fold")[0]) or 0)
        return Number(start=start, end=end, value=value, measure=Measure.MULTIPLE, firm=False, words=True)
    if found["span"]:
        value, unit = _SPANS[found[0][:3]]
        return Number(start=start, end=end, value=Fraction(value), unit=unit, firm=False, words=True)
    value = english(found[0]) or Fraction(0)
    return _finish(text, start, end, value, Fraction(1), unit="", words=True)


def _label(text: str, end: int) -> bool:
    """Return whether letters stand right after the figures that are no unit: a name (5g, 3d) and no number."""
    return text[end : end + 1].isalpha() and not (_SCALE.match(text, end) or _UNIT.match(text, end))


def _finish(  # noqa: PLR0913
    text: str, start: int, end: int, value: Fraction, step: Fraction, *, unit: str, words: bool
) -> Number | None:
    measure, hedge, scale = Measure.COUNT, Hedge.NONE, 1
    scaled = _SCALE.match(text, end)
    if scaled is not None:
        scale = _SCALES[scaled["scale"]]
        value, step, end = value * scale, step * scale, scaled.end()
    after = _UNIT.match(text, end)
    if after is not None:
        end = after.end()
        if after["place"]:
            measure = Measure.ORDINAL
        elif after["point"]:
            measure = Measure.POINT
        elif after["basis"]:
            measure, value, step = Measure.POINT, value / 100, step / 100
        elif after["percent"]:
            measure = Measure.PERCENT
            end = after.start() + len(after[0].rstrip())
        elif after["permille"]:
            measure, value, step = Measure.PERCENT, value / 10, step / 10
        elif after["times"]:
            measure = Measure.MULTIPLE
        else:
            unit = unit if unit and ENGLISH_UNITS[after["unit"]] == "local" else ENGLISH_UNITS[after["unit"]]
    before = _BEFORE.search(text, max(0, start - 26), start)
    if before is not None:
        hedge = _HEDGES[" ".join(before["hedge"].split())]
    trailing = _AFTER.match(text, end)
    if trailing is not None:
        hedge = Hedge.LEAST if trailing["plus"] else _HEDGES.get(trailing["hedge"], Hedge.LEAST)
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
