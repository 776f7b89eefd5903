"""Numbers in words in English text in lower case: two hundred and five, two-thirds, half a million, tripled."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Measure
from govpub.patterns import pattern
from govpub.values.cues import places_of
from govpub.values.draft import Draft
from govpub.values.numerals import ENGLISH_ORDINALS, ENGLISH_WORDS, english

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping

    from govpub.model.value import Amount
    from govpub.values.cues import Places

__all__ = ["CUES", "SPELLED", "WORDS", "beginnings", "count", "spelled"]

_DIGITS = "one|two|three|four|five|six|seven|eight|nine"
_ONES = f"{_DIGITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_WORD = rf"(?:(?:{_TENS})(?:[-\s](?:{_DIGITS})\b)?|(?:{_ONES})\b)"
_TAIL = rf"hundred\b(?:\s(?:and\s)?{_WORD}(?!\s(?:hundred|thousand)\b))?"
_HUNDREDS = rf"{_WORD}(?:\shundred\b(?:\s(?:and\s)?{_WORD}(?!\shundred\b))?)?"
_ORDINAL = "|".join(ENGLISH_ORDINALS)
_PART = (
    "half|halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
    r"|hundredths?(?=\sof\b)|thousandths?(?=\sof\b)"
)
_WHOLES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {word: (ENGLISH_WORDS[word], "") for word in ("thousand", "million", "billion", "trillion")}
    | {"minute": (1, "minute"), "hour": (60, "minute"), "day": (24, "hour"), "month": (1, "month")}
    | {"year": (12, "month"), "decade": (10, "year"), "century": (100, "year")}
)
"""What is halved or quartered with an article (half an hour, a quarter of a billion), in what it is then told in."""
_WHOLE = "|".join(_WHOLES)
WORDS = pattern(
    r"\b(?:"
    rf"(?P<fraction>(?:{_ONES}|an?)[-\s](?:{_PART})\b(?:\sof\san?\s(?P<whole>{_WHOLE})\b)?)"
    rf"|(?P<fold>(?:{_TENS}|{_ONES})-?fold\b)"
    r"|(?P<span>decades?\b|centur(?:y|ies)\b|centenar(?:y|ies)\b|a?round[-\s]the[-\s]clock\b|fortnight\b)"
    rf"|(?P<ordinal>(?:(?:{_TENS})-)?(?:{_ORDINAL})\b)"
    rf"|(?P<words>{_HUNDREDS}(?:\sthousand\b(?:\s(?:and\s)?{_HUNDREDS}(?!\s(?:hundred|thousand)\b))?)?)"
    rf"|(?P<some>an?\s(?:{_TAIL}|(?:thousand|million|billion|trillion|dozen)\b))"
    rf"|(?P<part>half\san?\s(?P<of>{_WHOLE})\b)"
    r"|(?P<multiple>(?:doubl|tripl|trebl|quadrupl)(?:ed?|es|ing)\b|twice\b|halv(?:ed?|ing)\b|half\b))"
)
"""A number in words, tried at its first word."""
SPELLED = frozenset(
    f"{_ONES}|{_TENS}|{_ORDINAL}|half|halves|thirds|quarter|quarters|fourths|fifths|sixths|sevenths|eighths|ninths|tenths"
    "|hundredth|hundredths|thousandth|thousandths|decade|decades|century|centuries|centenary|centenaries|clock|fortnight"
    "|hundred|thousand|million|billion|trillion|dozen|double|doubled|doubles|doubling|triple|tripled|triples|tripling|trebled"
    "|quadruple|quadrupled|quadrupling|twice|halve|halved|halving|fold".split("|")
) | {f"{word}fold" for word in f"{_ONES}|{_TENS}".split("|")}
"""Without any of these words a text has no number in words."""
_WORDS = f"{_ONES}|{_TENS}|{_ORDINAL}|decade|centur|centenar|round|around the clock|around-the-clock|fortnight"
CUES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {"word": (*_WORDS.split("|"), "doubl", "tripl", "trebl", "quadrupl", "twice", "halv")}
    | {"part": ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")}
    | {"many": ("hundred", "thousand", "million", "billion", "trillion", "dozen")}
)
"""What begins a number in words; `part` may, and `many` must, have an article before it (a third, a million)."""
_ROUND = frozenset(ENGLISH_WORDS[word] for word in ("dozen", "hundred", "thousand", "million", "billion", "trillion"))
_PARTS: Mapping[str, int] = MappingProxyType(
    {"hal": 2, "thi": 3, "qua": 4, "fou": 4, "fif": 5, "six": 6, "sev": 7, "eig": 8, "nin": 9, "ten": 10}
    | {"hun": 100, "tho": 1000}
)
_MULTIPLES: Mapping[str, int] = MappingProxyType({"doub": 2, "trip": 3, "treb": 3, "quad": 4, "twic": 2})
_SPANS: Mapping[str, tuple[int, str]] = MappingProxyType(
    {"dec": (10, "year"), "cen": (100, "year"), "rou": (24, "hour"), "aro": (24, "hour"), "for": (14, "day")}
)


def beginnings(text: str, cues: Places) -> list[int]:
    """Return where a number in words may begin: at its first word, or at the article before that."""
    places = places_of(cues, "word", "part", "half", "quarter")
    for place in places_of(cues, "part", "half", "quarter", "many"):
        if text[place - 2 : place - 1] == "a":
            places.append(place - 2)
        elif text[place - 3 : place - 1] == "an":
            places.append(place - 3)
    places.sort()
    return places


def count(found: re.Match[str]) -> Draft:
    """Return what a cardinal number in words says: two hundred and five, a million."""
    value = english(found[0]) or 0
    return Draft(found.start(), found.end(), value, words=True, soft=found.lastgroup == "some" and value in _ROUND)


def spelled(found: re.Match[str]) -> Draft:
    """Return what any other word says; the other language may say it in its own way."""
    draft = Draft(found.start(), found.end(), 0, words=True, soft=True)
    word = found[0]
    match found.lastgroup:
        case "fraction":
            many, _gap, part = word.replace(" ", "-").partition("-")
            draft.value, draft.step = Fraction(english(many) or 1, _PARTS[part[:3]]), 0
            _whole(draft, found["whole"])
        case "part":
            draft.value, draft.step = Fraction(1, 2), 0
            _whole(draft, found["of"])
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
    return draft


def _whole(draft: Draft, word: str | None) -> None:
    """Take the part of a whole: half a million is 500,000, and counts as any other figure."""
    if word is None:
        return
    amount, draft.unit = _WHOLES[word]
    value: Amount = draft.value * amount
    draft.value = value.numerator if value.denominator == 1 else value
    draft.soft, draft.scale = bool(draft.unit), amount
