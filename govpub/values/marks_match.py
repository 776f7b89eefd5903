"""What both texts must copy (addresses, telephone and document numbers), and what 同比 and 环比 compare with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.value import Mark, MarkKind
from govpub.patterns import pattern
from govpub.values.verdict import Outcome, ValueVerdict

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

__all__ = ["match_marks"]

_COPIED = (MarkKind.URL, MarkKind.EMAIL, MarkKind.PHONE, MarkKind.DOCUMENT)
_HOST = pattern(r"(?:https?://)?(?:www\.)?([^/:?#]*)")
_SHORTEST = 7
"""Digits of a telephone number that are the subscriber's; what stands before them may be left out at home."""
_PREVIOUS = frozenset((MarkKind.MONTH_ON_MONTH, MarkKind.QUARTER_ON_QUARTER, MarkKind.ON_PREVIOUS))
_MOST = 200
"""How many of a kind are held against each other: more would be quadratic."""


def match_marks(source: Sequence[Mark], target: Sequence[Mark]) -> Iterator[ValueVerdict]:
    """Yield what is copied wrongly, left out or added, each once, and what is compared with another period."""
    if not source and not target:
        return
    for kind in _COPIED:
        lost = _without(source, target, kind)
        added = _without(target, source, kind)
        for one, other in zip(lost, added, strict=False):
            yield ValueVerdict(Outcome.DIFFERENT, one, other)
        for one in lost[len(added) :]:
            yield ValueVerdict(Outcome.MISSING, one, None)
        for other in added[len(lost) :]:
            yield ValueVerdict(Outcome.EXTRA, None, other)
    yield from _comparisons(source, target)


def _without(ours: Sequence[Mark], theirs: Sequence[Mark], kind: MarkKind) -> list[Mark]:
    """Return our marks of a kind that have no equal among theirs, each text once."""
    named = {mark.text for mark in theirs if mark.kind is kind}
    left: dict[str, Mark] = {}
    for mark in ours:
        if mark.kind is kind and mark.text not in named and mark.text not in left:
            left[mark.text] = mark
    return [
        mark for mark in list(left.values())[:_MOST] if not any(_same(mark, other) for other in list(named)[:_MOST])
    ]


def _same(mark: Mark, other: str) -> bool:
    """Return whether a link leads to the other language on the same host, or a number lacks only its prefix."""
    if mark.kind is MarkKind.URL:
        ours, theirs = _HOST.match(mark.text), _HOST.match(other)
        return ours is not None and theirs is not None and ours[1] == theirs[1]
    if mark.kind is MarkKind.PHONE:
        short, long = sorted((mark.text.lstrip("0"), other.lstrip("0")), key=len)
        return len(short) >= _SHORTEST and long.endswith(short)
    return False


def _comparisons(source: Sequence[Mark], target: Sequence[Mark]) -> Iterator[ValueVerdict]:
    """Tell 环比 from year on year; a comparison that is told in other words (from a year earlier) is left alone."""
    years = [[mark for mark in marks if mark.kind is MarkKind.YEAR_ON_YEAR] for marks in (source, target)]
    others = [[mark for mark in marks if mark.kind in _PREVIOUS] for marks in (source, target)]
    if years[0] and not others[0] and others[1] and not years[1]:
        yield ValueVerdict(Outcome.COMPARISON, years[0][0], others[1][0])
    elif others[0] and not years[0] and years[1] and not others[1]:
        yield ValueVerdict(Outcome.COMPARISON, others[0][0], years[1][0])
    elif len(years[0]) > len(years[1]) and len(others[0]) < len(others[1]):
        yield ValueVerdict(Outcome.COMPARISON, years[0][-1], others[1][-1])
    elif len(years[0]) < len(years[1]) and len(others[0]) > len(others[1]):
        yield ValueVerdict(Outcome.COMPARISON, others[0][-1], years[1][-1])
    elif {mark.kind for mark in others[0]} == {MarkKind.MONTH_ON_MONTH} and {mark.kind for mark in others[1]} == {
        MarkKind.QUARTER_ON_QUARTER
    }:
        yield ValueVerdict(Outcome.COMPARISON, others[0][0], others[1][0])
