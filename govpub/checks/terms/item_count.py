"""terms.item-count: a formulation that counts its items is glossed with another number of them.

四个意识 names four; where the list follows, in the source or in the target, it must have four. The list stands after
the label in brackets, after a colon or a dash, or after 即 and "namely".

Wrong:  坚持“四个优先” => keep to the “four priorities” (schools, roads, and clinics)
Right:  坚持“四个优先” => keep to the “four priorities” (schools, roads, clinics, and parks)

Traps: a label alone has no list; an acronym in brackets is none; without a comma before "and" the last part may be one
item or two; items with commas of their own make a list longer than it is, so only short items are counted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["NUMBER_WORDS", "NUMERALS", "candidates", "check"]

NAME = "terms.item-count"

NUMERALS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
NUMBER_WORDS = {
    number: re.compile(rf"\b(?:{word}|{number})\b", re.IGNORECASE)
    for number, word in enumerate(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"), 2)
}
# A label is quoted, or counts with 个 and names a single thing.
_LABEL = pattern(
    r"[“「]([两二三四五六七八九十])(?:个|大|项|位|条|种|方面|化|好|新)[\u4e00-\u9fff]{1,4}[”」]"
    r"|([两二三四五六七八九十])个(?:意识|自信|维护|确立|全面|服从|统筹|统一|坚持|必须|坚定|务必|重大|专项)"
)
_OPENING_ZH = pattern(r"[（(：:]|——|[，,]?(?:即|也就是|包括)")
_CLOSING_ZH = pattern(r"[）)。；！？]|——")
_OPENING_EN = pattern(r"[(:]|[—–]|,[”’\"']?\s+(?:namely|that is|i\.e\.),?\s", re.IGNORECASE)
# What parts a label from a list that is another label's: an opening mark, or a number that counts something else.
_ANOTHER_EN = pattern(r"[“‘]|\s\"|\b(?:two|three|four|five|six|seven|eight|nine|ten)\b", re.IGNORECASE)
_CLOSING_EN = pattern(r"[).!?](?=\s|$|[”’\"'])|[)—–]")
_REACH_ZH, _REACH_EN = 3, 60
_FEWEST = 2
_LONGEST_LIST, _LONGEST_ITEM = 400, 14
_AND = pattern(r"\b(?:and|or|as well as)\b|&")


def candidates(document: Document) -> set[int]:
    """Return the units with a label that counts."""
    return document.wide.matching(_LABEL)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each list that has more or fewer items than its label says."""
    forward = not context.document.source.spaces_words
    chinese, english = (unit.segment.text, unit.target) if forward else (unit.target, unit.segment.text)
    searched: dict[int, int] = {}
    for label in _LABEL.finditer(chinese):
        number = NUMERALS[label[1] or label[2]]
        lists = []
        own = _chinese_list(chinese, label.end())
        if own is not None:
            lists.append((forward, own))
        for word in NUMBER_WORDS[number].finditer(english, searched.get(number, 0)):
            searched[number] = word.end()
            found = _english_list(english, word.end())
            if found is not None:
                lists.append((not forward, found))
                break
        else:
            searched[number] = len(english)  # or each label would look through all of it again
        for in_source, (start, end, fewest, most) in lists:
            if fewest <= number <= most:
                continue
            message = _("“{label}” counts {number} items, but {count} follow")
            yield context.finding(
                NAME,
                unit,
                message.format(label=label.group().strip("“”「」"), number=number, count=most),
                severity=Severity.WARNING,
                source=(start, end) if in_source else (label.span() if forward else None),
                target=(start, end) if not in_source else (label.span() if not forward else None),
            )


def _chinese_list(text: str, after: int) -> tuple[int, int, int, int] | None:
    """Return start, end, fewest and most items of the list that follows a label in Chinese."""
    while text[after : after + 1] in tuple("”」"):
        after += 1
    opening = _OPENING_ZH.match(text, after)
    if opening is None:
        return None
    closing = _CLOSING_ZH.search(text, opening.end(), opening.end() + _LONGEST_LIST)
    end = closing.start() if closing else min(len(text), opening.end() + _LONGEST_LIST)
    items = text[opening.end() : end].split("、")
    if len(items) < _FEWEST or any(len(item) > _LONGEST_ITEM or "，" in item for item in items):
        return None
    joints = len(re.findall("[和与及]", items[-1]))
    return opening.end(), end, len(items), len(items) + joints


def _english_list(text: str, after: int) -> tuple[int, int, int, int] | None:
    """Return start, end, fewest and most items of the list that follows a number in English."""
    opening = _OPENING_EN.search(text, after, after + _REACH_EN)
    if opening is None or re.search(r"[.;!?]\s", text[after : opening.start()]):
        return None
    if _ANOTHER_EN.search(text, after, opening.start()):
        return None
    closing = _CLOSING_EN.search(text, opening.end(), opening.end() + _LONGEST_LIST)
    end = closing.start() if closing else min(len(text), opening.end() + _LONGEST_LIST)
    body = text[opening.end() : end]
    start = opening.end() + len(body) - len(body.lstrip())
    mark = ";" if (opening.group() == "(" and ";" in body) or "," not in body.partition(";")[0] else ","
    if mark == ",":
        body, _mark, _rest = body.partition(";")  # what follows it is no item: …: a, b, c; and the meeting …
        end = opening.end() + len(body)
    items = [item.strip() for item in body.split(mark)]
    if len(items) < _FEWEST or any(len(item.split()) > _LONGEST_ITEM or not item for item in items):
        return None
    serial = _AND.match(items[-1]) is not None
    joints = len(_AND.findall(items[-1])) - serial if mark == "," else 0
    return start, end, len(items), len(items) + joints
