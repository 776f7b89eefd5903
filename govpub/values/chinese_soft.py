"""Numerals of Chinese text that the other language need not say: vague ones (上百万), and those of names (五百强)."""

from __future__ import annotations

from govpub.model.value import Number
from govpub.patterns import pattern
from govpub.values.numerals import number_of

__all__ = ["GOES_ON", "MANY", "NAMES", "around", "counts_softly", "is_of_name", "is_untold", "place_in_a_row"]

_UNTOLD = frozenset(("百", "千", "万", "亿", "千万", "百万", "亿万", "万千", "千百", "十", "百十"))
"""Numerals that mean many."""
_EXACT = ("分之", "个百分", "成")
_ANY_MANY = frozenset("数几上成")
_SOME_MANY = frozenset("近逾超过")
MANY = _ANY_MANY | _SOME_MANY
"""What stands before a numeral that is vague."""
_BIG = frozenset("百千万亿")
_NAMED = frozenset("强大佳号")
_ROUND = frozenset("十百千")
_LIST_OPENS = frozenset("（(")
_LIST_ENDS = frozenset("、.．）)")
NAMES = _NAMED | _LIST_ENDS | frozenset("大连")
"""What stands after a numeral that is part of a name, or of a list."""
_ROW = frozenset("增丰涨跌冠降胜败升")
_CONGRESS = pattern("十[一二三四五六七八九]|二十[一二三四五六七八九]?")
_DIGITS = "一二三四五六七八九"
_AROUND = pattern(
    f"(?P<tens>[二三四五六七八九]?十)?(?P<first>[两{_DIGITS}])(?P<second>[{_DIGITS}])(?P<scale>[十百千]?[万亿]?)"
)
_VIRUS = ("冠状", "新冠", "新型冠状")
GOES_ON = frozenset("冠新")
"""With what the name of a virus goes on after its figures."""
_ROADS = frozenset("国省县乡")


def is_untold(text: str, start: int, end: int) -> bool:
    """Return whether a Chinese numeral is no exact number: it means many (百, 千万) or names a body (二十国集团)."""
    if text[start:end] in _UNTOLD:
        return not text.startswith(_EXACT, end)
    return text.startswith("国集团", end)


def counts_softly(text: str, start: int, end: int) -> bool:
    """Return whether a Chinese numeral counts though no measure word follows, or is vague though one does.

    上百, 数十万, 成千上万; 五百强, 十大, 八号信号, 神舟十六号 (Shenzhou-16); 十一、 where an item of a list begins.
    """
    before, following = text[start - 1 : start], text[end : end + 1]
    if before in _ANY_MANY:
        return (text[start] in _BIG or (before in "数几" and text[start] == "十")) and not text.startswith("分之", end)
    if before in _SOME_MANY:
        return text[start:end] in _UNTOLD and text[start] in _BIG and not text.startswith(_EXACT, end)
    if following in _NAMED:
        return following == "号" or text[end - 1] in _ROUND
    return following in _LIST_ENDS and (start == 0 or (start == 1 and text[0] in _LIST_OPENS))


def place_in_a_row(text: str, start: int, end: int) -> int:
    """Return the place that a numeral tells without 第: 20 in 二十大 (the 20th Congress), 12 in 十二连增; or else 0."""
    following = text[end : end + 1]
    if following == "大":
        return number_of(text[start:end]) if _CONGRESS.fullmatch(text, start, end) else 0
    return number_of(text[start:end]) if following == "连" and text[end + 1 : end + 2] in _ROW else 0


def around(start: int, numeral: str) -> list[Number]:
    """Return both numbers of an approximate numeral: 70 and 80 of 七八十, 17 and 18 of 十七八; or else none."""
    found = _AROUND.fullmatch(numeral)
    if found is None or number_of(found["second"]) - number_of(found["first"]) != 1:
        return []
    tens, scale = found["tens"] or "", found["scale"]
    if not tens and not scale:
        return []
    return [
        Number(start, start + len(numeral), number_of(tens + digit + scale), firm=False, words=True)
        for digit in found.group("first", "second")
    ]


def is_of_name(text: str, start: int, end: int) -> bool:
    """Return whether figures are part of a name that English writes otherwise: 省道211 (S211), 2019冠状病毒病."""
    if text[end : end + 1] in GOES_ON:
        return text.startswith(_VIRUS, end)
    return text[start - 1 : start] == "道" and text[start - 2 : start - 1] in _ROADS
