"""completeness.stale: the source has changed since its translation was made.

Wrong:  #, fuzzy   #| msgid "3月5日召开"   3月6日召开 => To be held on March 5
Right:  3月6日召开 => To be held on March 6

Traps: a change of a comma is a change too: it is the translator who says that nothing follows from it.
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

NAME = "completeness.stale"


def candidates(document: Document) -> set[int]:
    """Return the units that are not meant to go out yet."""
    return document.drafts


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding where a translation was made from another text than the present one."""
    if unit.state is State.FUZZY and unit.target.strip() and unit.previous not in ("", unit.segment.text):
        yield context.finding(
            NAME,
            unit,
            _("this translation was made from an older text: {previous}").format(previous=unit.previous),
            target=(0, len(unit.target)),
        )
