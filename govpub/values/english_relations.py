"""Years, months and periods that English text tells by their relation: last year, the end of the month, a year ago."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Mapping

    from govpub.model.value import Number, Value

__all__ = ["SPANS", "take_relations", "told_by"]

_RELATION = pattern(
    r"\b(?P<which>last|this|next|previous|current|preceding|same|following|past|coming|prior|that|during\sthe"
    r"|(?P<the>the)|(?P<one>a))(?:\s(?:financial|calendar|reporting))?\s$"
)
_NO_RELATION = pattern(r"-(?!end)|\send(?:ed|s|ing)\b|\s(?:19|20)\d")
_LENGTHS = {"y": len("year"), "m": len("month"), "p": len("period")}
_FULL = "financial calendar reporting"
_WHICH = "last this next previous current preceding same following past coming prior that the a"
_RELATING = frozenset(_WHICH.split())
_OTHERS = frozenset(_FULL.split())
"""Words that may stand between a relation and its year."""
_REACH = 28
"""Characters before a year in which its relation stands."""

_WHOLE = ("whole ", "full ", "entire ")
_APART = (" ago", " earlier", " before", " later", " after")
_APART_OR_UP_TO = pattern(
    r"\s(?:ago|earlier|before|later|after)\b|(?:\sin\sa\srow)?\s(?:to|through|until|end(?:ing|ed))\s\0"
)
SPANS: Mapping[str, CalendarKind] = MappingProxyType(
    {"year": CalendarKind.RELATIVE_YEAR, "decade": CalendarKind.RELATIVE_YEAR, "century": CalendarKind.RELATIVE_YEAR}
    | {"month": CalendarKind.RELATIVE_MONTH, "week": CalendarKind.RELATIVE_DAY, "day": CalendarKind.RELATIVE_DAY}
)
"""The units of time that tell a year, a month or a day by how far it lies: five years earlier, two days later."""


def told_by(text: str, span: Number) -> Calendar | None:
    """Return what a stretch of time tells that ends or begins at another: five years earlier, the decade to 2021.

    In `text` what was read as a year is blank.
    """
    found = _APART_OR_UP_TO.match(text, span.end)
    return None if found is None else Calendar(span.start, found.end(), SPANS[span.unit], firm=False)


def take_relations(text: str, places: Iterable[int], values: list[Value]) -> None:
    """Append the relations of what stands at `places` in a text in lower case: year, month or period."""
    for start in places:
        sign = text[start]
        if sign not in _LENGTHS:
            continue  # blank by now
        end = start + _LENGTHS[sign]
        before = _relation(text, start)
        if before is None:
            related = text.startswith(("-end", " end"), end)
        elif before["one"]:
            related = text.startswith(_APART, end)
        else:
            related = not text.startswith("s", end) and not (before["the"] and _NO_RELATION.match(text, end))
            related = related and (sign != "p" or not before["the"])
        if related:
            kind = CalendarKind.RELATIVE_MONTH if sign == "m" else CalendarKind.RELATIVE_YEAR
            values.append(Calendar(before.start() if before else start, end, kind, firm=False))
        if sign == "y" and text.endswith(_WHOLE, 0, start):
            values += [Calendar(start, end, CalendarKind.MONTH, month, firm=False) for month in (1, 12)]


def _relation(text: str, start: int) -> re.Match[str] | None:
    if text[start - 1 : start] != " ":
        return _RELATION.search(text, max(0, start - _REACH), start) if text[start - 1 : start].isspace() else None
    place = text.rfind(" ", 0, start - 1) + 1
    word = text[place : start - 1]
    if word in _RELATING:
        if text.endswith("during ", 0, place):
            place -= len("during ")
        return _RELATION.match(text, place, start)
    if word in _OTHERS or not word.isalpha():
        return _RELATION.search(text, max(0, start - _REACH), start)
    return None
