"""terms.case: an approved rendering stands without the capitals that its term wants.

Only terms with `case: exact` are held to their capitals. The first word of a sentence or of a quotation may have a
capital of its own, and in a heading set in capitals every word may.

Wrong:  省长 (Governor, case: exact) => the governor said
Right:  省长 (Governor, case: exact) => the Governor said

Traps: "two affirmations of a contract" is not the formulation "Two Affirmations"; a heading in Title Case or in ALL
CAPITALS says nothing of a term's own case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.wording import expected_form, found_text, with_authority
from govpub.glossary.verdict import Outcome
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.case"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each rendering in the wrong case."""
    for verdict in context.verdicts:
        if verdict.outcome is not Outcome.CASE:
            continue
        message = _("“{term}” is written “{rendering}”, with these capitals").format(
            term=found_text(verdict, unit), rendering=verdict.rendering
        )
        yield context.finding(
            NAME,
            unit,
            with_authority(message, verdict),
            severity=Severity.WARNING,
            source=(verdict.match.start, verdict.match.end),
            target=verdict.span,
            suggestion=verdict.rendering if "…" not in verdict.rendering else expected_form(verdict, context),
        )
