"""terms.forbidden: a term of the source is rendered in a way that its glossary refuses.

The renderings under `never` are sought wherever the term stands in the source, outside approved renderings. It is an
error where the refused rendering stands for an occurrence of the term, and a warning where every occurrence has an
approved one besides.

Wrong:  坚决做到“两个维护” => resolutely make the “two safeguards”
Right:  坚决做到“两个维护” => resolutely accomplish the “two upholds”

Traps: "Republic of China" inside "People's Republic of China" is not the refused rendering: an approved one covers what
is nested in it. A refused rendering in a text whose source has no such term is left alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.wording import approved_forms, expected_form, found_text, with_authority
from govpub.glossary.verdict import Outcome
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.forbidden"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each refused rendering."""
    for verdict in context.verdicts:
        if verdict.outcome not in (Outcome.FORBIDDEN, Outcome.SURPLUS):
            continue
        message = _("“{refused}” is refused for “{term}”; approved: {approved}").format(
            refused=verdict.rendering, term=found_text(verdict, unit), approved=approved_forms(verdict, context)
        )
        yield context.finding(
            NAME,
            unit,
            with_authority(message, verdict),
            severity=Severity.ERROR if verdict.outcome is Outcome.FORBIDDEN else Severity.WARNING,
            source=(verdict.match.start, verdict.match.end),
            target=verdict.span,
            suggestion=expected_form(verdict, context),
        )
