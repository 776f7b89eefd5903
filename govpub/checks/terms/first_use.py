"""terms.first-use: a short form stands before the full one in its document.

A short form (`short` in the glossary) is right once the full rendering has been read in the same document; before
that a reader need not know it.

Wrong:  中国人民政治协商会议今日开幕。 => The CPPCC opened today.   (as the first mention)
Right:  The Chinese People's Political Consultative Conference (CPPCC) opened today. … The CPPCC …

Traps: headlines, subtitles, summaries, keywords, image texts and captions are short of room and may use short forms;
the full form may stand earlier in the same sentence; CPC and GDP are known to every reader; the short form of a title
is right before the name of its holder (Premier Li Qiang).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.wording import expected_form, found_text, with_authority
from govpub.glossary.verdict import Outcome
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.model.term import TermClass
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.glossary.verdict import TermVerdict
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.first-use"

# Roles of segments (model.segment) that have no room for full forms.
TERSE = frozenset(("title", "subtitle", "summary", "keywords", "column", "heading", "alt", "caption", "cell"))
# They stay short forms in the glossary: what it approves in full is a term to look for in English articles, and there
# CPC members are 党员.
_KNOWN = frozenset(("CPC", "GDP"))
_NAME = pattern(r" [A-Z][a-z]")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each short form that no full one precedes."""
    if unit.segment.role.partition(".")[0] in TERSE:
        return
    for verdict in context.verdicts:
        if verdict.outcome is not Outcome.EARLY or verdict.rendering in _KNOWN or _before_name(verdict, unit):
            continue
        message = _("the short form “{short}” of “{term}” stands before the full one, “{full}”").format(
            short=verdict.rendering, term=found_text(verdict, unit), full=verdict.term.rendering
        )
        yield context.finding(
            NAME,
            unit,
            with_authority(message, verdict),
            severity=Severity.WARNING,
            source=(verdict.match.start, verdict.match.end),
            target=verdict.span,
            suggestion=expected_form(verdict, context),
        )


def _before_name(verdict: TermVerdict, unit: Unit) -> bool:
    """Return whether it is a title, and a name follows it."""
    if verdict.term.term_class is not TermClass.TITLE or verdict.span is None:
        return False
    return _NAME.match(unit.target, verdict.span[1]) is not None
