"""Numbers in English text in lower case, with their scales, units, hedges and trends."""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Measure, Number, Trend
from govpub.patterns import pattern
from govpub.values.cues import matches_at
from govpub.values.draft import Draft, share
from govpub.values.english_qualifiers import qualify
from govpub.values.english_relations import SPANS, told_by
from govpub.values.english_words import CUES, SPELLED, WORDS, beginnings, count, spelled
from govpub.values.numerals import ENGLISH_WORDS, decimal
from govpub.values.units import ENGLISH_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "SPELLED", "take_numbers"]

# Groups of three digits apart by a space (ISO 80000-1, 7.3.2; the house style of the Government in Hong Kong); but what
# has a number in a row is one alone, and the next begins what is counted: in 2019 300 people, Article 5 300 firms.
_SPACED = (
    r"(?=[0-9]{1,3}+ [0-9])(?<!\d )(?<!no\. )(?<!nos\. )(?<!article )(?<!chapter )(?<!section )(?<!phase )(?<!level )"
    r"(?<!table )(?<!group )[1-9][0-9]{0,2}(?: [0-9]{3})++(?! ?[0-9])"
)
_FIGURES = pattern(
    rf"(?P<figures>(?:{_SPACED}|[0-9]++(?:,[0-9]{{3}})*+)(?:\.[0-9]++)?)(?![0-9])"
    r"(?:[\s-]?(?:-(?=fold))?(?P<next>[a-z]++|[%‰]))?"
)
_NUMBERED = pattern(r"(?<![a-z])nos?\.\s?$")
_HEAD = pattern(r"\(?[0-9]{1,3}(?:\.|\))\s")
"""The number of a paragraph or of an item, which the other language may write in its own numerals."""
_HALF = pattern(r"[\s-]and[\s-]a[\s-]half\b")
_MONEY = pattern(r"(?<![a-z])(?P<money>(?:hk|us|rmb|mop|nt|s|a)?[$¥€£]|rmb|cny|hkd|usd|eur|jpy|gbp|mop)\s?$")
_NO_FIGURES = frozenset("_.,")
_SPELLING = frozenset((*CUES, "half", "quarter"))
_SCALES: Mapping[str, int] = MappingProxyType(
    {"trillion": 10**12, "tn": 10**12, "billion": 10**9, "bn": 10**9, "b": 10**9}
    | {"million": 10**6, "mn": 10**6, "m": 10**6, "thousand": 1000, "k": 1000, "hundred": 100, "dozen": 12}
)
_SCALE = pattern(r"[\s-]?(?P<scale>trillion|billion|million|thousand|hundred|dozen|[tbm]n|[mbk])\b(?!\.?\d|[²³])")
_UNIT_NAMES: Mapping[str, str] = MappingProxyType({name.replace("-", " "): key for name, key in ENGLISH_UNITS.items()})
_UNIT = "|".join(re.escape(name).replace("\\ ", r"[\s-]") for name in sorted(_UNIT_NAMES, key=len, reverse=True))
_MEASURE = pattern(
    r"(?P<place>(?:st|nd|rd|th)\b)"
    r"|[\s-]?(?:(?P<point>per\s?cent(?:age)?[-\s]points?|(?:pct\s|%\s?)points?|pps?\b|ppts?\b)|(?P<basis>basis[-\s]points?|bps?\b|pips?\b)"
    r"|(?P<percent>%(?!\s?points?\b)|per\s?cent\b|pct\b)|(?P<permille>‰|per\s(?:thousand|mille)\b)|(?P<times>times\b|-?fold\b)"
    rf"|(?P<unit>(?:{_UNIT})(?![\w²³]))"
    r"|(?P<counted>[a-z]{2,}))"
)
_NEXT = pattern(r"[\s-]?(?:-(?=fold))?([a-z]++|[%‰])")
_MEASURES = "st nd rd th percentage pct pp pps ppt ppts basis bp bps pip pips per percent times fold % ‰"
_MEASURING = frozenset((*_SCALES, *_MEASURES.split(), *(re.split("[^a-z]", name)[0] for name in ENGLISH_UNITS)))
"""The words that begin what scales or measures a number: after any other the two patterns need not be tried."""
_SIGNS: Mapping[str, str] = MappingProxyType(
    {"hk$": "HKD", "us$": "USD", "$": "dollar", "¥": "CNY", "rmb¥": "CNY", "€": "EUR", "£": "GBP", "mop$": "MOP"}
    | {"rmb": "CNY", "cny": "CNY", "hkd": "HKD", "usd": "USD", "eur": "EUR", "jpy": "JPY", "gbp": "GBP", "mop": "MOP"}
    | {"s$": "SGD", "a$": "AUD"}
)
_RANGE = pattern(r"\s?(?:[-–—/&]|to|and|or|,|,\sand)\s?(?:hk|us)?[$€£¥]?\s?(?:about\s|around\s|nearly\s|over\s)?")
_MONEY_ENDS = frozenset("$¥€£byrdpn")
_FARTHEST = 24
"""Characters at most between the two numbers of a range."""


_DENOMINATORS = frozenset(10**places for places in range(2, 7))
_WHOLES = frozenset((*range(2, 11), 100, 1000))
_OF_WHICH = (" in ", " of ", " every ", " each ")
_EVERY = (" per ", " every ", "out of ")
_PART_OF = pattern(r"\s(?:in|out\sof)(?:\s(?:every|each))?\s")
_COMPARED = pattern(r"\s(?:as|the|that|those|this|their|its|what|more|higher|greater|larger|faster|longer|over|of)\b")


def take_numbers(text: str, cues: Places, values: list[Value]) -> None:
    """Append the numbers of `text`, which is in lower case, to `values`; `cues` says where their cues stand."""
    candidates: Iterable[re.Match[str]] = matches_at(_FIGURES, text, cues.get("digit", ()))
    if not cues.keys().isdisjoint(_SPELLING):
        candidates = sorted((*candidates, *matches_at(WORDS, text, beginnings(text, cues))), key=re.Match.start)
    told: list[Value] = []
    previous: Number | None = None
    end = first = 0
    for found in candidates:
        if found.start() < end:
            continue
        number = _number(text, found)
        if number is None:
            continue
        end = number.end
        if previous is None or not _in_range(text, previous, number):
            first = len(values)
            if text.endswith(_OF_WHICH, 0, number.start) and previous is not None and _is_part(text, previous, number):
                values[-1] = _part(previous, number)
                number = number._replace(firm=False)
        elif number.unit or number.scale != 1 or number.measure is not Measure.COUNT:
            values[first:] = [share(each, number) for each in values[first:] if isinstance(each, Number)]
            first = len(values)
        if number.unit in SPANS and (relation := told_by(text, number)):
            told.append(relation)
            number = number._replace(firm=False)
        values.append(number)
        previous = number
    values += told


def _is_part(text: str, first: Number, second: Number) -> bool:
    """Tell nine in ten, eight out of 10 and one in a thousand, which are parts of a whole."""
    if second.value not in _WHOLES:
        return False
    plain = first.measure is second.measure is Measure.COUNT and first.scale == 1 and not first.unit
    return plain and 0 < first.value < second.value and _PART_OF.fullmatch(text, first.end, second.start) is not None


def _part(first: Number, second: Number) -> Number:
    return first._replace(value=Fraction(first.value, second.value), step=0, others=(first.value,))


def _in_range(text: str, first: Number, second: Number) -> bool:
    if second.start - first.end > _FARTHEST or not _RANGE.fullmatch(text, first.end, max(second.start, first.end)):
        return False
    own = text[second.start].isdigit() or second.words
    return own or first.unit == second.unit  # "7.85 to us$1" is no range


def _number(text: str, found: re.Match[str]) -> Number | None:
    match found.lastgroup:
        case "figures" | "next":
            return _figures(text, found)
        case "words" | "some":
            following = _NEXT.match(text, found.end())
            return _finish(text, count(found), following[1] if following else None)
        case _:
            draft = spelled(found)
            if draft.scale > 1:
                qualify(text, draft)
            return draft.number()


def _figures(text: str, found: re.Match[str]) -> Number | None:
    start, end = found.span("figures")
    figures, following = found.groups()
    before = text[start - 1 : start]
    money = None
    if before == " ":
        if text[start - 2] in _MONEY_ENDS:
            money = _MONEY.search(text, max(0, start - 6), start)
    elif before in _MONEY_ENDS:
        money = _MONEY.search(text, max(0, start - 6), start)
    numbered = "." in text[start - 2 : start] and _NUMBERED.search(text, max(0, start - 5), start) is not None
    if money is None and not numbered and (before.isalnum() or before in _NO_FIGURES):
        return None
    read = decimal(figures.replace(" ", ""))
    if read is None or (text[end : end + 1].isalpha() and _label(text, end, money=money is not None)):
        return None
    draft = Draft(start, end, *read)
    if figures == "24" and text.startswith("/7", end) and not text[end + 2 : end + 3].isdigit():
        draft.end, draft.unit, following = end + len("/7"), "hour", None  # 24 hours on 7 days
    if money is not None:
        draft.unit, draft.start = _SIGNS.get(money["money"], ""), money.start()
    elif numbered:
        draft.measure = Measure.ORDINAL
    elif start <= 1:
        draft.soft = _HEAD.match(text) is not None
    return _finish(text, draft, following)


def _label(text: str, end: int, *, money: bool) -> bool:
    """Return whether the letters that stand right after the figures are no unit: a name (5g, 3d) and no number."""
    scale = _SCALE.match(text, end)
    if scale is not None and (money or len(scale["scale"]) > 1):
        return False
    measure = _MEASURE.match(text, end)
    return measure is None or measure.lastgroup == "counted"


def _finish(text: str, draft: Draft, following: str | None) -> Number:
    """Return the number with all that stands around it; `following` is the word or sign after its figures."""
    if following == "and" and (half := _HALF.match(text, draft.end)):
        draft.value, draft.step, draft.end = draft.value + Fraction(1, 2), Fraction(1, 2), half.end()
        after = _NEXT.match(text, draft.end)
        following = after[1] if after else None
    if following is not None and following in _MEASURING:
        if following in _SCALES and (len(following) > 1 or draft.unit) and (scaled := _SCALE.match(text, draft.end)):
            _scales(draft, scaled)
        measured = _MEASURE.match(text, draft.end)
        if measured is not None:
            _measures(draft, measured)
    elif following is not None:
        draft.counted = len(following) > 1
    qualify(text, draft)
    _soften(text, draft)
    return draft.number()


def _scales(draft: Draft, found: re.Match[str]) -> None:
    factor = _SCALES[found["scale"]]
    if factor == ENGLISH_WORDS["dozen"]:  # two dozen are twenty-odd
        draft.soft, draft.others = True, (draft.value * 10,)
    draft.scale, draft.end = factor, found.end()
    draft.times(factor)


def _soften(text: str, draft: Draft) -> None:
    """Leave to the other language what is idiom: per 1,000 people, a ten thousand of words, the 21st century."""
    if draft.measure is Measure.COUNT:
        if (draft.words and not draft.unit) or text.endswith(_EVERY, 0, draft.start):
            draft.soft = draft.soft or draft.value in _DENOMINATORS
    elif draft.measure is Measure.ORDINAL:
        draft.soft = text.startswith((" century", "-century"), draft.end)
    elif draft.measure is Measure.MULTIPLE and draft.words and draft.trend is Trend.NONE:
        compared = _COMPARED.match(text, draft.end) or text.endswith((" by ", " to "), 0, draft.start)
        draft.measure = Measure.MULTIPLE if compared else Measure.COUNT  # crossed the river four times: how often


def _measures(draft: Draft, found: re.Match[str]) -> None:
    draft.counted = True
    kind = found.lastgroup
    if kind == "counted":
        return
    draft.end = found.end()
    match kind:
        case "unit":
            if found[0] == "m":
                draft.others = (draft.value * 10**6,)  # 300m in a headline: people as well as metres
            unit = _UNIT_NAMES[found["unit"].replace("-", " ")]
            draft.unit = draft.unit if draft.unit and unit == "dollar" else unit
        case "percent":
            draft.measure = Measure.PERCENT
        case "permille":
            draft.measure, draft.others = Measure.PERCENT, (draft.value,)
            draft.times(Fraction(1, 10))
        case "point":
            draft.measure = Measure.POINT
        case "basis":
            draft.measure = Measure.POINT
            draft.times(Fraction(1, 100))
        case "times":
            draft.measure = Measure.MULTIPLE
            if found["times"].endswith("fold"):
                draft.others = (draft.value + 1,)  # "a two-fold rise" is read both ways
        case _:
            draft.measure = Measure.ORDINAL
