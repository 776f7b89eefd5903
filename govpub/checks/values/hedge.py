"""values.hedge: a figure loses its qualification, or gets the opposite one.

近 is nearly, 约 and 左右 about, 多, 余, 超 and 逾 over, 以上 at least. A number that is only nearly reached must not be
told as reached. It is a warning: English may qualify in other words.

Wrong:  近3000家企业 => 3,000 enterprises
Right:  近3000家企业 => nearly 3,000 enterprises

Traps: 近年来 and 约定 qualify nothing; 高于 compares with a level; about, around and some are one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import disagreements
from govpub.model.finding import Severity
from govpub.values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.hedge"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each figure whose qualification is lost or turned."""
    yield from disagreements(NAME, unit, context, Outcome.HEDGE, Severity.WARNING)
