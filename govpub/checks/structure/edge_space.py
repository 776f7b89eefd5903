r"""structure.edge-space: one text begins or ends with a space or a line break that the other does not have.

Wrong:  公告\n => Announcement
Right:  公告\n => Announcement\n

In a catalog that stands alone; the segments of an article have no such edges.

Traps: an ideographic space that indents a Chinese paragraph is none in English.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.edge-space"

_INDENT = "\u3000"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each edge that differs, and for line breaks that do."""
    source, target = unit.segment.text, unit.target
    if not any(map(_spaced, (source, target))):
        return  # most are not
    lead, their_lead = source[: _leading(source)], target[: _leading(target)]
    if lead.strip(_INDENT) != their_lead.strip(_INDENT):
        message = _("the target begins with other white space than the source")
        fix = lead.replace(_INDENT, "")
        yield context.finding(NAME, unit, message, severity=Severity.WARNING, target=(0, len(their_lead)), fix=fix)
    tail, their_tail = source[len(source.rstrip()) :], target[len(target.rstrip()) :]
    if tail.strip(_INDENT) != their_tail.strip(_INDENT):
        message = _("the target ends with other white space than the source")
        span = (len(target) - len(their_tail), len(target))
        yield context.finding(
            NAME, unit, message, severity=Severity.WARNING, target=span, fix=tail.replace(_INDENT, "")
        )
    if source.strip().count("\n") != target.strip().count("\n"):
        message = _("{ours} line breaks in the source, {theirs} in the target").format(
            ours=source.strip().count("\n"), theirs=target.strip().count("\n")
        )
        yield context.finding(NAME, unit, message, severity=Severity.WARNING, target=(0, len(target)))


def _spaced(text: str) -> bool:
    return text[:1].isspace() or text[-1:].isspace() or "\n" in text


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip())
