"""What a check has found."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from govpub.errors import Position

__all__ = ["Finding", "Severity", "Span"]

_NOWHERE = Position()


class Severity(enum.Enum):
    """How bad it is: an error refuses a release and fails `check`; a warning is to be looked at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of one side of a unit."""

    text: str
    """The whole text of that side."""
    start: int
    """First character, counted from 0."""
    end: int
    """One past the last character; `start == end` marks a place where something is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing to mend."""

    rule: str
    """`family.name`, stable over versions."""
    severity: Severity
    message: str
    """One sentence, in the user's language."""
    unit: str = ""
    """The segment id (a PO entry's msgctxt); empty where it concerns a whole file."""
    at: Position = _NOWHERE
    """Where to mend it: the target's span or the entry in the catalog, or else the article."""
    end: Position | None = None
    """One past the last character of the span at `at`; None where only the entry is known."""
    article_at: Position | None = None
    """Where the source text stands in the article, where that is known."""
    source: Span | None = None
    target: Span | None = None
    suggestion: str = ""
    """What to put at the target's span; empty where govpub cannot know."""
    fix: str | None = None
    """What may be put at the target's span without asking anybody, empty to take the span out; None where a person
    must decide."""
