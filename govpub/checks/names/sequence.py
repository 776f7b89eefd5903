"""names.sequence: persons are listed in another order than in the source.

The order of a list of names is a matter of rank, and a translation keeps it.

Wrong:  王小明、李大伟出席 => Li Dawei and Wang Xiaoming attended
Right:  王小明、李大伟出席 => Wang Xiaoming and Li Dawei attended

Traps: only names that a 、 joins are a list: English may turn a sentence about; a list with one name that cannot be
found in the translation is judged by the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.names.persons import read_persons
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.checks.names.persons import Person
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "names.sequence"

_WIDEST_TITLE = 16
_BETWEEN = pattern(r"[\u4e00-\u9fff]*、[\u4e00-\u9fff]*")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each list whose order differs, at the first name that comes too early."""
    last: Person | None = None
    told = -1
    for person in context.once(read_persons, unit):
        listed = last is not None and _listed(unit.segment.text, last.span[1], person.span[0])
        if listed and last is not None and person.target[0] < last.target[0] and told != last.span[0]:
            told = person.span[0]
            message = _("the source names “{first}” before “{second}”; the translation does not")
            yield context.finding(
                NAME,
                unit,
                message.format(first=last.name, second=person.name),
                severity=Severity.WARNING,
                source=(last.span[0], person.span[1]),
                target=(person.target[0], last.target[1]),
            )
        last = person


def _listed(text: str, end: int, start: int) -> bool:
    """Return whether two names stand in one list: 、 between them, and at most a title."""
    return start - end <= _WIDEST_TITLE and _BETWEEN.fullmatch(text, end, start) is not None
