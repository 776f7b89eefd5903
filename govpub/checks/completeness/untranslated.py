"""completeness.untranslated: a segment has no translation.

Wrong:  开幕式今天举行。 =>
Right:  开幕式今天举行。 => The opening ceremony was held today.

Traps: white space alone is no translation; a figure or a name that is the same in both languages is written out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "completeness.untranslated"


def candidates(document: Document) -> set[int]:
    """Return the units that are not meant to go out yet."""
    return document.drafts


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding where there is nothing to release."""
    if unit.state is State.UNTRANSLATED or not unit.target.strip():
        yield context.finding(NAME, unit, _("this segment is not translated"))
