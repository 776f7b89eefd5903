"""Numerals in words → exact numbers: Chinese (两百五, 二〇二四) and English (two hundred and five)."""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.model.value import Amount

__all__ = [
    "ENGLISH_ORDINALS",
    "ENGLISH_WORDS",
    "HAN_DIGITS",
    "HAN_SCALES",
    "SCALES",
    "chinese",
    "decimal",
    "english",
    "number_of",
]

# GB/T 15835-2011; 〇 for years and codes (○, a circle, where an input method has no 〇), 两 before measure words, the
# capital forms on bills.
HAN_DIGITS: Mapping[str, int] = MappingProxyType(
    {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
    | {"壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9}
)
HAN_SCALES: Mapping[str, int] = MappingProxyType(
    {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "万": 10**4, "亿": 10**8, "兆": 10**12}
)
SCALES: Mapping[str, int] = MappingProxyType(
    {"万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8}
    | {"千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2, "兆": 10**12}
)
"""What multiplies a number before it: 3.5亿, 2百万."""

_HUNDRED, _THOUSAND = 100, 1000
_LONGEST = 40
"""Characters; nobody writes a longer number, and exact arithmetic on one takes quadratic time."""
_STEPS = tuple(Fraction(1, 10**places) for places in range(_LONGEST + 1))

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
ENGLISH_WORDS: Mapping[str, int] = MappingProxyType(
    {word: number for number, word in enumerate(f"{_ONES} eighteen nineteen".split(), 1)}
    | {word: number for number, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
    | {"zero": 0, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
    | {"dozen": 12, "score": 20}
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_ORDINALS += " fifteenth sixteenth seventeenth eighteenth nineteenth"
_TENTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
ENGLISH_ORDINALS: Mapping[str, int] = MappingProxyType(
    {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
    | {word: number for number, word in zip(range(20, 100, 10), _TENTHS.split(), strict=True)}
)


def decimal(figures: str) -> tuple[Amount, Amount] | None:
    """Return the value of Arabic figures (`1,234.50`) and the worth of their last digit; None for monsters."""
    if len(figures) < _LONGEST and figures.isdecimal():
        return int(figures), 1
    plain = figures.replace(",", "")
    if len(plain) > _LONGEST:
        return None
    whole, _point, part = plain.partition(".")
    if not part:
        return int(whole), 1
    return Fraction(int(whole + part), 10 ** len(part)), _STEPS[len(part)]


def chinese(numeral: str) -> Amount | None:
    """Return the value of a Chinese numeral, with 点 before decimals; None where it is none.

    Vague runs (三五天) are none. A digit after a scale takes the scale below: 两百五 is 250, 一千二 is 1,200, 三万五 is
    35,000; but 两百零五 is 205.
    """
    if not numeral or len(numeral) > _LONGEST:
        return None
    whole, point, part = numeral.partition("点")
    if point:
        if not part or any(sign not in HAN_DIGITS for sign in part):
            return None
        base = _whole(whole)
        digits = int("".join(str(HAN_DIGITS[sign]) for sign in part))
        return None if base is None else base + Fraction(digits, 10 ** len(part))
    return _whole(whole)


def number_of(text: str) -> int:
    """Return the value of a short numeral in Arabic figures or Chinese, spaced or after 第; 0 where it is none."""
    text = text.replace(" ", "").lstrip("第")
    if text.isdigit() and text.isascii():
        return int(text)
    value = chinese(text)
    return int(value) if value is not None else 0


def _whole(numeral: str) -> int | None:  # noqa: C901, PLR0911, PLR0912  one grammar, read from left to right
    if not numeral:
        return None
    if len(numeral) == 1 and numeral in HAN_DIGITS:
        return HAN_DIGITS[numeral]
    if len(numeral) > 1 and all(sign in HAN_DIGITS for sign in numeral):
        if not any(HAN_DIGITS[sign] == 0 for sign in numeral):
            return None  # 三五, 一一: no number that can be told
        return int("".join(str(HAN_DIGITS[sign]) for sign in numeral))  # 二〇二四, digit by digit
    total = section = 0
    digit: int | None = None
    last = 0
    largest = 0
    for sign in numeral:
        if sign in HAN_DIGITS:
            if digit:
                return None
            digit = HAN_DIGITS[sign]
            if digit == 0:
                last = 0
            continue
        scale = HAN_SCALES.get(sign)
        if scale is None:
            return None
        if scale < 10**4:
            section += scale * (1 if digit is None or digit == 0 else digit)
        else:
            section += digit or 0
            section = section or (0 if total else 1)
            if scale > largest:
                total, largest = (total + section) * scale, scale
            else:
                total += section * scale
            section = 0
        digit, last = None, scale
    return total + section + (digit or 0) * (last // 10 if last >= _HUNDRED else 1)


def english(words: str) -> int | None:
    """Return the value of English number words in lower case (`two hundred and one`); None where they are none."""
    total = section = 0
    for word in words.replace("-", " ").split():
        if word in ("and", "a"):
            continue
        number = ENGLISH_WORDS.get(word)
        if number is None:
            return None
        if number == _HUNDRED or word in ("dozen", "score"):
            section = (section or 1) * number
        elif number >= _THOUSAND:
            total += (section or 1) * number
            section = 0
        else:
            section += number
    return total + section
