"""The units that rules on values must be asked about: in most, the two texts agree, and no rule minds that."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govpub.checks.values.report import compared, values
from govpub.model.value import Calendar, CalendarKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.checks.context import Document
    from govpub.model.value import Value

__all__ = ["disagreeing", "naming_weekdays"]


class _Doubtful(NamedTuple):
    disagreeing: set[int]
    weekdays: set[int]


def disagreeing(document: Document) -> set[int]:
    """Return the units whose texts disagree in what they state."""
    return document.once(_doubtful).disagreeing


def naming_weekdays(document: Document) -> set[int]:
    """Return the units whose texts disagree, or one of which names a weekday."""
    doubtful = document.once(_doubtful)
    return doubtful.disagreeing | doubtful.weekdays


def _doubtful(document: Document) -> _Doubtful:
    """Read every unit once; what is read is not kept, for of most units no rule asks again."""
    doubtful = _Doubtful(set(), set())
    for number, (unit, reading) in enumerate(document.readings):
        if document.is_final(number):
            source, target = values(unit, reading)
            if compared(source, target, unit, reading):
                doubtful.disagreeing.add(number)
            if _names_weekday(source) or _names_weekday(target):
                doubtful.weekdays.add(number)
    return doubtful


def _names_weekday(stated: Sequence[Value]) -> bool:
    for value in stated:  # noqa: SIM110  any() takes a generator, which costs more than the rest
        if isinstance(value, Calendar) and value.kind is CalendarKind.WEEKDAY:
            return True
    return False
