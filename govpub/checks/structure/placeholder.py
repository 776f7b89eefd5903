"""structure.placeholder: the numbered placeholders of the source do not stand in the target, each once.

A placeholder is markup: <1>…</1> around text (bold, a link), <2/> alone (a line break, an image, a footnote mark). A
translator may move it and put other words inside, but it must be there once, opened before it is closed, and not
across another one; else the release would lose or break markup.

Wrong:  <1>《通知》</1>已印发。 => The Circular</1> has been issued.
Right:  <1>《通知》</1>已印发。 => The <1>Circular</1> has been issued.

Traps: the order may change with the sentence; text that looks like a placeholder in the source is one, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from govpub.messages import _
from govpub.model.inline import LineBreak, Strong
from govpub.model.segment import Placeholder
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Segment, Unit
    from govpub.segmentation import PlaceholderFault

NAME = "structure.placeholder"

_OPENING = pattern(r"<([1-9][0-9]{0,4})(/)?>")


def candidates(document: Document) -> set[int]:
    """Return the units with markup."""
    return document.source.having("<") | document.target.having("<")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each placeholder that is lost, doubled, unknown or wrongly nested."""
    if "<" not in unit.segment.text and "<" not in unit.target:
        return
    from govpub.segmentation import placeholder_faults  # noqa: PLC0415  Markdown's room, for the few units with markup

    openings: dict[str, re.Match[str]] = {}
    for match in _OPENING.finditer(unit.segment.text):
        openings.setdefault(match[1], match)
    segment = unit.segment if context.document.article is not None else _from_its_text(unit.segment)
    for fault in placeholder_faults(segment, unit.target):
        found = openings.get(str(fault.number))
        yield context.finding(
            NAME,
            unit,
            _message(fault),
            source=found.span() if found is not None else None,
            target=(fault.start, fault.end),
            suggestion=_suggestion(fault, found),
        )


def _from_its_text(segment: Segment) -> Segment:
    """Return the segment of a catalog that stands alone with the placeholders that its text shows."""
    shown = {int(match[1]): match[2] is None for match in _OPENING.finditer(segment.text)}
    placeholders = (
        Placeholder(number, Strong() if paired else LineBreak(), paired) for number, paired in sorted(shown.items())
    )
    return replace(segment, placeholders=segment.placeholders or tuple(placeholders))


def _message(fault: PlaceholderFault) -> str:
    from govpub.segmentation import FaultKind  # noqa: PLC0415  as above

    match fault.kind:
        case FaultKind.LOST:
            return _("the placeholder <{number}> of the source is lost").format(number=fault.number)
        case FaultKind.DOUBLED:
            return _("the placeholder <{number}> stands more than once").format(number=fault.number)
        case FaultKind.UNKNOWN:
            return _("the source has no placeholder <{number}>").format(number=fault.number)
        case FaultKind.NESTING:
            return _("the placeholder <{number}> is not closed, not opened, or crosses another one").format(
                number=fault.number
            )
        case _:
            assert_never(fault.kind)


def _suggestion(fault: PlaceholderFault, found: re.Match[str] | None) -> str:
    """Return what to write for a lost placeholder; nothing for one that is there but wrong."""
    if found is None or fault.start != fault.end:
        return ""
    return found[0] if found[2] else f"{found[0]}…</{fault.number}>"
