"""The units that rules on values must be asked about: in most, the two texts agree, and no rule minds that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import values, verdicts
from govpub.model.value import Calendar, CalendarKind

if TYPE_CHECKING:
    from govpub.checks.context import Document

__all__ = ["disagreeing", "naming_weekdays"]


def disagreeing(document: Document) -> set[int]:
    """Return the units whose texts disagree in what they state."""
    return document.once(_disagreeing)


def naming_weekdays(document: Document) -> set[int]:
    """Return the units whose texts disagree, or one of which names a weekday."""
    return disagreeing(document) | document.once(_naming_weekdays)


def _disagreeing(document: Document) -> set[int]:
    return {
        number
        for number, (unit, reading) in enumerate(document.readings)
        if document.is_final(number) and reading.once(verdicts, unit)
    }


def _naming_weekdays(document: Document) -> set[int]:
    return {
        number
        for number, (unit, reading) in enumerate(document.readings)
        if document.is_final(number)
        for stated in reading.once(values, unit)
        if any(isinstance(value, Calendar) and value.kind is CalendarKind.WEEKDAY for value in stated)
    }
