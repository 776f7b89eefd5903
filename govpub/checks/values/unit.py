"""values.unit: a figure keeps its digits, but stands with a unit of another size or kind.

A mu is 1/15 hectare, a jin half a kilogram, 万千瓦 ten megawatts; a kilowatt is power, a kilowatt-hour energy. What
changes its unit must change its figure, and the other way about.

Wrong:  8000万亩 => 80 million hectares
Right:  8000万亩 => 5.33 million hectares

Traps: both may be shown (“mu (… hectares)”); a converted figure may be rounded while it shows two digits; a unit that
one text leaves out is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import disagreements
from govpub.values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.unit"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each figure with the wrong unit."""
    yield from disagreements(NAME, unit, context, Outcome.UNIT)
