"""Figures of a change, exchanged: 由35.7%提高到40.3% told as a rise from 40.3 to 35.7 percent."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from govpub.model.value import Number
from govpub.patterns import pattern
from govpub.values.verdict import Outcome, ValueVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.model.value import Value

__all__ = ["exchanged"]

_FROM = pattern(r"(?:由|从|\bfrom\b)[^，。；、,;.]{0,12}$")
_TO = pattern(
    r"[^，。；、,;.0-9]{0,12}(?:到|至|为)(?:了|约|近|逾|超过?)?\s?"
    r"|[^,;.0-9]{0,24}?\bto\s(?:about\s|around\s|some\s|nearly\s)?"
)
_REACH = 16
"""Characters before a figure in which 由 or "from" stands."""


def exchanged(source: Sequence[Value], target: Sequence[Value], text: str, translation: str) -> Iterator[ValueVerdict]:
    """Yield the first figure of each change that the target tells the other way round; `text` is the source's."""
    theirs = list(_changes(target, translation))
    if not theirs:
        return
    for first, last in _changes(source, text):
        told = [(one, other) for one, other in theirs if {one.value, other.value} == {first.value, last.value}]
        if first.value != last.value and told and all(one.value == last.value for one, _other in told):
            yield ValueVerdict(Outcome.DIRECTION, first, told[0][0])


def _changes(values: Sequence[Value], text: str) -> Iterator[tuple[Number, Number]]:
    if "由" not in text and "从" not in text and "from" not in text:
        return
    numbers = [value for value in values if isinstance(value, Number)]
    for first, last in pairwise(numbers):
        begins = _FROM.search(text, max(0, first.start - _REACH), first.start)
        if begins and _TO.fullmatch(text, first.end, max(first.end, last.start)):
            yield first, last
