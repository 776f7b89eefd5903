"""text.reported-speech: reported speech has lost its speaker and speaks as “I”, outside of quotation marks.

Wrong:  他表示，希望深化合作。 => He said that I hope to deepen cooperation.
Right:  他表示，希望深化合作。 => He said that he hoped to deepen cooperation.

Held where the Chinese text reports (表示, 指出, 强调, 说 …), has no quotation and nobody who says 我, and the English
“I” stands outside of quotation marks.

Traps: speeches, transcripts and answers speak as “I”, and their Chinese has 我; World War I is no speaker.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.reported-speech"

_SPEAKS = pattern(
    r"\bI (?=(?:also |sincerely |firmly |warmly )?"
    r"(?:hope|believe|wish|am|have|would|will|want|think|thank|welcome|look|congratulate|extend|propose|suggest)\b)"
    r"|\bMy (?=hope|wish|belief|thanks)"
)
_QUOTED = pattern(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
_REPORTS = pattern("表示|指出|强调|介绍|说[，：。]|希望|认为|欢迎|祝愿|要求")
_OWN_VOICE = pattern('[我“「"]|本人|笔者|问[：:]|答[：:]|咱')


def candidates(document: Document) -> set[int]:
    """Return the units whose target speaks as “I”."""
    return document.target.having("I ", "My ")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for the first “I” of a report."""
    if unit.segment.role not in ("paragraph", "item", "quote", "summary") or not _SPEAKS.search(unit.target):
        return
    source, target = sides(unit, context)
    if not (source.locale.east_asian and target.locale.spaces_words):
        return
    if not _REPORTS.search(source.text) or _OWN_VOICE.search(source.text):
        return
    unquoted = _QUOTED.sub(lambda match: " " * len(match[0]), target.bare)
    if found := _SPEAKS.search(unquoted):
        yield target.finding(
            NAME,
            (found.start(), found.start() + len(found[0].rstrip())),
            _("reported speech speaks as “{text}” outside of quotation marks").format(text=found[0].rstrip()),
        )
