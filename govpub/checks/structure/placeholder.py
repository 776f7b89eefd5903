"""structure.placeholder: the numbered placeholders of the source do not stand in the target, each once.

A placeholder is markup: <1>…</1> around text (bold, a link), <2/> alone (a line break, an image, a footnote mark). A
translator may move it and put other words inside, but it must be there once, opened before it is closed, and not
across another one; else the release would lose or break markup. In a catalog that stands alone, what programs fill in
is a placeholder, too: {count}, %(count)s, %s.

Wrong:  <1>《通知》</1>已印发。 => The Circular</1> has been issued.
Right:  <1>《通知》</1>已印发。 => The <1>Circular</1> has been issued.

Traps: the order may change with the sentence; text that looks like a placeholder in the source is one, too; a value
may be named twice in one language; 5% and {{ … }} are no placeholders.
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

# What programs fill in. A value that has a name may be told more than once.
_FILLED = pattern(
    r"(?<!\{)\{[A-Za-z_][\w.]{0,40}\}(?!\})|%\([A-Za-z_]\w{0,40}\)[a-z]|(?<![0-9A-Za-z%])%[sd](?![A-Za-z])"
)
_FILLED_SIGNS = ("{", "%(", "%s", "%d")


def candidates(document: Document) -> set[int]:
    """Return the units with markup, or with what programs fill in."""
    signs = ("<",) if document.article is not None else ("<", *_FILLED_SIGNS)
    return document.source.having(*signs) | document.target.having(*signs)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each placeholder that is lost, doubled, unknown or wrongly nested."""
    if context.document.article is None:
        yield from _filled(unit, context)
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


def _filled(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each value that a program fills in on one side only."""
    source, target = (
        {each[0]: each.span() for each in _FILLED.finditer(text)} for text in (unit.segment.text, unit.target)
    )
    for name, span in source.items():
        if name not in target:
            message = _("the placeholder {name} of the source is lost").format(name=name)
            yield context.finding(NAME, unit, message, source=span, suggestion=name)
    for name, span in target.items():
        if name not in source:
            message = _("the source has no placeholder {name}").format(name=name)
            yield context.finding(NAME, unit, message, target=span)


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
