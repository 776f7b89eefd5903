"""What fills an empty segment without a person: the memory, or the glossary. It is never taken for a person's work."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.glossary.verdict import Outcome
from govpub.memory import MatchKind
from govpub.model.segment import State
from govpub.segmentation import placeholder_faults
from govpub.workflow.origins import GLOSSARY, memory_origin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.memory import Match
    from govpub.model.segment import Segment

__all__ = ["Fill", "FillKind", "from_glossary", "from_memory"]

_WRONG = (Outcome.FORBIDDEN, Outcome.SURPLUS, Outcome.MISSING)
_GAP = "…"


class FillKind(enum.Enum):
    """Where a text came from, the surest first."""

    CONTEXT = "context"
    """The memory: the same text between the same neighbours."""
    EXACT = "exact"
    """The memory: the same text."""
    GLOSSARY = "glossary"
    """The glossary: the segment is a term, and nothing else."""
    ADAPTED = "adapted"
    """The memory: a text that differs in numbers only, with the segment's numbers put in."""
    FUZZY = "fuzzy"
    """The memory: a text that resembles it."""
    MACHINE = "machine"
    """Machine translation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """A text for a segment that has none."""

    segment: Segment
    kind: FillKind
    text: str
    origin: str
    """As the catalog records it: kind, score, ` -- ` and where from."""
    score: int | None = None
    """Of a match of the memory, in per cent, rounded down."""
    previous: str = ""
    """The source that the text was made from, where that is another one."""
    final: bool = False
    """Whether it counts as translated; otherwise it is fuzzy until a person accepts it."""


def from_memory(segment: Segment, matches: Sequence[Match], *, trusted: Scanner | None = None) -> Fill | None:
    """Return what the best match that may be filled in gives; None where none may.

    A vetoed match never fills, nor one whose placeholders are not those of the segment. With `trusted`, an exact match
    between the same neighbours counts as translated, if a person reviewed it, no other reviewed one says something
    else, and it says of the glossary's terms (by that scanner) nothing that is wrong today.
    """
    fit = [match for match in matches if match.fills and not placeholder_faults(segment, match.text)]
    if not fit:
        return None
    best = fit[0]
    entry, score = best.entry, int(best.score)
    adapted = best.adapted is not None
    kind = {
        MatchKind.CONTEXT: FillKind.CONTEXT,
        MatchKind.EXACT: FillKind.EXACT,
        MatchKind.FUZZY: FillKind.ADAPTED if adapted else FillKind.FUZZY,
    }[best.kind]
    return Fill(
        segment=segment,
        kind=kind,
        text=best.text,
        origin=memory_origin(score, entry.article or entry.origin, adapted=adapted),
        score=score,
        previous=entry.source if best.kind is MatchKind.FUZZY else "",
        final=trusted is not None and _is_settled(segment.text, fit, trusted),
    )


def from_glossary(segment: Segment, scanner: Scanner, language: Locale) -> Fill | None:
    """Return the rendering of a segment that is wholly one term; None where it is not, or could be several.

    `language` is the glossary's own source language: texts in the other one get the term for the rendering.
    """
    if segment.placeholders:
        return None
    found = scanner.find(segment.text)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(segment.text)):
        return None
    terms = found[0].terms
    texts = {term.rendering if scanner.source == language else term.source for term in terms}
    if len(texts) != 1:
        return None
    [text] = texts
    if _GAP in text:
        return None
    return Fill(segment=segment, kind=FillKind.GLOSSARY, text=text, origin=GLOSSARY)


def _is_settled(source: str, fit: Sequence[Match], scanner: Scanner) -> bool:
    reviewed = [match for match in fit if match.kind is MatchKind.CONTEXT and match.entry.state is State.REVIEWED]
    if not reviewed or reviewed[0] is not fit[0] or len({match.text for match in reviewed}) > 1:
        return False
    return not any(verdict.outcome in _WRONG for verdict in scanner.compare(source, fit[0].text))
