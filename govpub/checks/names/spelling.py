"""names.spelling: a Chinese name is not written as GB/T 28039-2011 has it.

The given name is one word with one capital; a compound surname is one word; an apostrophe parts a syllable that
begins with a, o or e; ü is yu (Lyu), as passports have it, or ü. A name with one wrong letter (Xiaomin for 晓明), or
with a sound that its surname has in other words only (Dan for 单), is found where the source names nobody so.

Wrong:  市长王小明出席 => Mayor Wang XiaoMing attended   (nor Wang Xiao Ming, Wang Xiao-ming)
Right:  市长王小明出席 => Mayor Wang Xiaoming attended

Traps: 欧阳 is Ouyang, but 欧 alone is a surname too (Ou Yangwen for 欧杨文); 吕 is Lyu, not Lu, though 卢 is Lu;
capitals throughout are a heading's; a place beside a title is one word (江苏省长, 安徽省委书记); whom the register
gives another `kind`, or a spelling of their own, keeps it.
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

NAME = "names.spelling"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each name in another spelling."""
    for person in context.once(read_persons, unit):
        if person.written is Written.SPELLING:
            start, end = person.target
            message = _("“{name}” is written {wanted}, not {written}")
            yield context.finding(
                NAME,
                unit,
                message.format(name=person.name, wanted=person.wanted, written=unit.target[start:end]),
                severity=Severity.WARNING,
                source=person.span,
                target=person.target,
                suggestion=person.wanted,
            )
