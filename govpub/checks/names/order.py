"""names.order: a Chinese name is written with the given name first.

Chinese names keep their order in English: surname, space, given name (GB/T 28039-2011, 4.1).

Wrong:  市长王小明出席 => Mayor Xiaoming Wang attended
Right:  市长王小明出席 => Mayor Wang Xiaoming attended

Traps: names of Hong Kong, overseas and foreign persons stand as the register (class person, `kind`) has them; only
names that the source gives beside a title or a word of speech, or that the register has, are judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.names.persons import Written, read_persons
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "names.order"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each name with its surname last."""
    for person in context.once(read_persons, unit):
        if person.written is Written.ORDER:
            start, end = person.target
            message = _("“{name}” is {wanted}, surname first, not {written}")
            yield context.finding(
                NAME,
                unit,
                message.format(name=person.name, wanted=person.wanted, written=unit.target[start:end]),
                severity=Severity.WARNING,
                source=person.span,
                target=person.target,
                suggestion=person.wanted,
            )
