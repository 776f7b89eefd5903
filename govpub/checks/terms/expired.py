"""terms.expired: a rendering, or a term itself, is used outside its dates.

The glossary says from and until when a rendering holds (`from`, `to`). The article's day decides: of its last change.
It is an error where a rendering stands in the place of the day's own, which an authority has fixed, else a warning.

Wrong:  (2024-12-25) 把握“五个统筹” => keep the “five balances”   (the sense of 2003, until 2024-12-10)
Right:  (2024-12-25) 把握“五个统筹” => keep the “five coordinations”

Traps: a catalog without an article has no day, and nothing in it is expired; an old text keeps the renderings of its
time; a longer term that holds may contain one that does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.terms.missing import gravity
from govpub.checks.wording import expected_form, found_text
from govpub.glossary.verdict import Outcome
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.glossary.verdict import TermVerdict
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.expired"

_RENDERED = frozenset((Outcome.APPROVED, Outcome.CASE, Outcome.SHORT, Outcome.EARLY))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each term or rendering that does not hold on the document's day."""
    scanner = context.document.scanner
    expired = scanner.expired if scanner is not None else None
    if expired is None:
        return
    holding = {
        place: verdict for verdict in context.verdicts for place in range(verdict.match.start, verdict.match.end)
    }
    for old in expired.compare(unit.segment.text, unit.target):
        start, end = old.match.start, old.match.end
        around = [holding[place] for place in range(start, end) if place in holding]
        used = old.outcome in _RENDERED
        if any(verdict.outcome in _RENDERED for verdict in around) or (around and not used):
            continue
        grave = any(gravity(verdict, unit, context) is Severity.ERROR for verdict in around)
        yield context.finding(
            NAME,
            unit,
            _message(old, around, unit, used=used),
            severity=Severity.ERROR if grave else Severity.WARNING,
            source=(start, end),
            target=old.span,
            suggestion=expected_form(around[0], context) if around else "",
        )


def _message(old: TermVerdict, around: list[TermVerdict], unit: Unit, *, used: bool) -> str:
    term = old.term
    dates = " ".join(
        part
        for part in (
            _("from {day}").format(day=term.valid_from.isoformat()) if term.valid_from else "",
            _("to {day}").format(day=term.valid_to.isoformat()) if term.valid_to else "",
        )
        if part
    )
    names = {"term": found_text(old, unit), "rendering": old.rendering or term.rendering, "dates": dates}
    if around:
        now = around[0].term.rendering
        return _("“{rendering}” for “{term}” holds {dates}; on this day it is “{now}”").format(now=now, **names)
    if used:
        return _("“{rendering}” for “{term}” holds {dates}, not on this day").format(**names)
    return _("“{term}” is a term of another time: it holds {dates}").format(**names)
