"""completeness.fuzzy: a translation is marked fuzzy; nobody has confirmed it yet.

Wrong:  #, fuzzy   全省经济平稳运行。 => The city's economy ran smoothly.
Right:  全省经济平稳运行。 => The province's economy ran smoothly.

Traps: a fuzzy translation that was made from an older source text is `completeness.stale`, which says what it was made
from.
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

NAME = "completeness.fuzzy"


def candidates(document: Document) -> set[int]:
    """Return the units that are not meant to go out yet."""
    return document.drafts


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding where a translation is to be confirmed."""
    if unit.state is State.FUZZY and unit.target.strip() and unit.previous in ("", unit.segment.text):
        yield context.finding(
            NAME,
            unit,
            _("this translation is fuzzy: read it against the source, then remove the flag"),
            target=(0, len(unit.target)),
        )
