"""Numbers in English text in lower case, with their scales, units, hedges and trends."""

from __future__ import annotations

import re
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Measure, Number
from govpub.patterns import pattern
from govpub.values.cues import matches_at, places_of
from govpub.values.draft import Draft, share
from govpub.values.english_qualifiers import qualify
from govpub.values.numerals import ENGLISH_ORDINALS, decimal, english
from govpub.values.units import ENGLISH_UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.model.value import Value
    from govpub.values.cues import Places

__all__ = ["CUES", "SPELLED", "take_numbers"]

_DIGITS = "one|two|three|four|five|six|seven|eight|nine"
_ONES = f"{_DIGITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:[-\s](?:{_DIGITS})\b)?|(?:{_ONES})\b)"
_ORDINAL = "|".join(ENGLISH_ORDINALS)
_FIGURES = pattern(
    r"(?P<figures>[0-9]++(?:,[0-9]{3})*+(?:\.[0-9]++)?)(?![0-9])(?:[\s-]?(?:-(?=fold))?(?P<next>[a-z]++|[%‰]))?"
)
_MONEY = pattern(r"(?<![a-z])(?P<money>(?:hk|us|rmb|mop|nt|s|a)?[$¥€£]|rmb|cny|hkd|usd|eur|jpy|gbp|mop)\s?$")
_NO_FIGURES = frozenset("_.,")
_SPELLED = pattern(
    r"\b(?:"
    rf"(?P<fraction>(?:{_ONES}|an?)[-\s](?:half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|eighths?|tenths?)\b)"
    rf"|(?P<fold>(?:{_DIGITS}|ten)-?fold\b)"
    r"|(?P<span>decades?\b|centur(?:y|ies)\b|round[-\s]the[-\s]clock\b|fortnight\b)"
    rf"|(?P<ordinal>(?:(?:{_TENS})-)?(?:{_ORDINAL})\b)"
    rf"|(?P<words>{_WORD}(?:\s(?:hundred|thousand)(?:\s(?:and\s)?{_WORD})?)?)"
    r"|(?P<some>an?\s(?:hundred|thousand|million|billion|trillion|dozen)\b)"
    r"|(?P<multiple>(?:doubl|tripl|trebl|quadrupl)(?:ed?|es|ing)\b|twice\b|halv(?:ed?|ing)\b|half\b))"
)
SPELLED = frozenset(
    f"{_ONES}|{_TENS}|{_ORDINAL}|half|halves|third|thirds|quarter|quarters|fourth|fourths|fifths|tenths|decade|decades|century"
    "|centuries|clock|fortnight|hundred|thousand|dozen|double|doubled|doubles|doubling|triple|tripled|triples|tripling|trebled"
    "|quadruple|quadrupled|quadrupling|twice|halve|halved|halving|twofold|threefold|fourfold|fivefold|sixfold|sevenfold"
    "|eightfold|ninefold|tenfold|fold|million|billion|trillion".split("|")
)
"""Without any of these words a text has no number in words."""
_WORDS = f"{_ONES}|{_TENS}|{_ORDINAL}|decade|centur|round|fortnight|doubl|tripl|trebl|quadrupl|twice|halv"
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"word": tuple(_WORDS.split("|")), "part": ("third", "fourth", "fifth", "sixth", "eighth", "tenth")}
    | {"many": ("hundred", "thousand", "million", "billion", "trillion", "dozen")}
)
"""What begins a number in words; `part` may, and `many` must, have an article before it (a third, a million)."""
_SPELLING = frozenset((*CUES, "half", "quarter"))
_SCALES: Mapping[str, int] = MappingProxyType(
    {"trillion": 10**12, "tn": 10**12, "billion": 10**9, "bn": 10**9, "b": 10**9}
    | {"million": 10**6, "mn": 10**6, "m": 10**6, "thousand": 1000, "k": 1000, "hundred": 100, "dozen": 12}
)
_SCALE = pattern(r"[\s-]?(?P<scale>trillion|billion|million|thousand|hundred|dozen|[tbm]n|[mbk])\b(?!\.?\d|[²³])")
_MEASURE = pattern(
    r"(?P<place>(?:st|nd|rd|th)\b)"
    r"|[\s-]?(?:(?P<point>percentage[-\s]points?|pct\spoints?|pps?\b|ppts?\b)|(?P<basis>basis[-\s]points?|bps?\b|pips?\b)"
    r"|(?P<percent>%(?!\s?points?\b)|per\s?cent\b|pct\b)|(?P<permille>‰)|(?P<times>times\b|-?fold\b)"
    rf"|(?P<unit>(?:{'|'.join(re.escape(name) for name in sorted(ENGLISH_UNITS, key=len, reverse=True))})(?![\w²³]))"
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
_PARTS: Mapping[str, int] = MappingProxyType(
    {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "eig": 8, "ten": 10}
)
_MULTIPLES: Mapping[str, int] = MappingProxyType({"doub": 2, "trip": 3, "treb": 3, "quad": 4, "twic": 2})
_SPANS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {"dec": (10, "year"), "cen": (100, "year"), "rou": (24, "hour"), "for": (14, "day")}
)
_MONEY_ENDS = frozenset("$¥€£byrdpn")
_FARTHEST = 24
"""Characters at most between the two numbers of a range."""


def take_numbers(text: str, cues: Places, values: list[Value]) -> None:
    """Append the numbers of `text`, which is in lower case, to `values`; `cues` says where their cues stand."""
    candidates: Iterable[re.Match[str]] = matches_at(_FIGURES, text, cues.get("digit", ()))
    if not cues.keys().isdisjoint(_SPELLING):
        words = matches_at(_SPELLED, text, _beginnings(text, cues))
        candidates = sorted((*candidates, *words), key=re.Match.start)
    previous: Number | None = None
    end = 0
    for found in candidates:
        if found.start() < end:
            continue
        number = _number(text, found)
        if number is None:
            continue
        end = number.end
        if previous is not None and _in_range(text, previous, number):
            values[-1] = share(previous, number)
        values.append(number)
        previous = number


def _beginnings(text: str, cues: Places) -> list[int]:
    """Return where a number in words may begin: at its first word, or at the article before that."""
    places = places_of(cues, "word", "part", "half", "quarter")
    for place in places_of(cues, "part", "half", "quarter", "many"):
        if text[place - 2 : place - 1] == "a":
            places.append(place - 2)
        elif text[place - 3 : place - 1] == "an":
            places.append(place - 3)
    places.sort()
    return places


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
            start, end = found.span()
            draft = Draft(start, end, english(found[0]) or 0, words=True)
            following = _NEXT.match(text, end)
            return _finish(text, draft, following[1] if following else None)
        case kind:
            return _spelled(found, kind or "")


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
    if money is None and (before.isalnum() or before in _NO_FIGURES):
        return None
    read = decimal(figures)
    if read is None or (text[end : end + 1].isalpha() and _label(text, end)):
        return None
    draft = Draft(start, end, *read)
    if money is not None:
        draft.unit, draft.start = _SIGNS.get(money["money"], ""), money.start()
    return _finish(text, draft, following)


def _spelled(found: re.Match[str], kind: str) -> Number:
    """Return what one word says; the other language may say it in its own way."""
    draft = Draft(found.start(), found.end(), 0, words=True, soft=True)
    word = found[0]
    match kind:
        case "fraction":
            many, _gap, part = word.replace(" ", "-").partition("-")
            draft.value, draft.step = Fraction(english(many) or 1, _PARTS[part[:3]]), 0
        case "fold":
            draft.value, draft.measure = english(word.partition("fold")[0]) or 0, Measure.MULTIPLE
            draft.others = (draft.value + 1,)  # "a two-fold rise" is read both ways
        case "span":
            draft.value, draft.unit = _SPANS[word[:3]]
        case "ordinal":
            tens, _dash, last = word.rpartition("-")
            draft.value = (english(tens) or 0) + ENGLISH_ORDINALS[last]
            draft.measure = Measure.ORDINAL
        case _ if word.startswith("hal"):
            draft.value, draft.step = Fraction(1, 2), 0
        case _:
            draft.value, draft.measure = _MULTIPLES[word[:4]], Measure.MULTIPLE
    return draft.number()


def _label(text: str, end: int) -> bool:
    """Return whether the letters that stand right after the figures are no unit: a name (5g, 3d) and no number."""
    measure = _MEASURE.match(text, end)
    return not (_SCALE.match(text, end) or (measure is not None and measure.lastgroup != "counted"))


def _finish(text: str, draft: Draft, following: str | None) -> Number:
    """Return the number with all that stands around it; `following` is the word or sign after its figures."""
    if following in _MEASURING:
        if following in _SCALES and (scaled := _SCALE.match(text, draft.end)):
            draft.scale, draft.end = _SCALES[scaled["scale"]], scaled.end()
            draft.times(draft.scale)
        measured = _MEASURE.match(text, draft.end)
        if measured is not None:
            _measures(draft, measured)
    elif following is not None:
        draft.counted = len(following) > 1
    qualify(text, draft)
    return draft.number()


def _measures(draft: Draft, found: re.Match[str]) -> None:
    draft.counted = True
    kind = found.lastgroup
    if kind == "counted":
        return
    draft.end = found.end()
    match kind:
        case "unit":
            unit = ENGLISH_UNITS[found["unit"]]
            draft.unit = draft.unit if draft.unit and unit == "dollar" else unit
        case "percent":
            draft.measure = Measure.PERCENT
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
            draft.measure = Measure.ORDINAL
