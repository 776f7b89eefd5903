"""Segments: what is translated at a time; and units: a segment with its translation."""

from __future__ import annotations

import enum
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.errors import Position

if TYPE_CHECKING:
    from datetime import datetime

    from govpub.model.inline import Inline

__all__ = ["PLACEHOLDER", "Placeholder", "Segment", "Signature", "State", "Unit"]

_NOWHERE = Position()

PLACEHOLDER = re.compile(r"<(?P<closes>/)?(?P<number>[1-9][0-9]{0,4})(?P<alone>/)?>")
"""What looks like a placeholder; in a source text it becomes one itself."""


@dataclass(frozen=True, slots=True)
class Placeholder:
    """Inline markup that a segment's text carries as a number: `<1>…</1>` around text, `<2/>` alone."""

    number: int
    """Counted from 1 in each segment."""
    inline: Inline
    """The markup itself, without content. A Text here is source text that looks like a placeholder."""
    paired: bool
    """Whether it stands around text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A sentence, or a whole paragraph, title, cell or caption."""

    id: str
    """Unique in its article and stable while the text stands: a front matter key (`title`, `keywords.2`,
    `image.alt`), or ten hexadecimal digits of a SHA-256 over role and text, with `-2`, `-3` … on repeats."""
    text: str
    """With numbered placeholders; never empty, no white space at either end."""
    placeholders: tuple[Placeholder, ...] = ()
    before: str = ""
    """White space of the block before the segment (only on the first of a block)."""
    after: str = ""
    """White space of the block after the segment."""
    role: str = "paragraph"
    """Where it stands: a front matter key, `heading`, `paragraph`, `item`, `cell`, `quote`, `alt`, `caption` or
    `footnote`."""
    block: int = 0
    """The number of its leaf in the article: segments of one sentence sequence share it."""
    at: Position = _NOWHERE


class State(enum.Enum):
    """How far a unit is."""

    UNTRANSLATED = "untranslated"
    FUZZY = "fuzzy"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"

    @property
    def final(self) -> bool:
        """Return whether a unit in this state may go into a release."""
        return self in (State.TRANSLATED, State.REVIEWED)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who did something to a unit, and when."""

    name: str
    """The person's name, on one line."""
    time: datetime
    """With its zone, to the second."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A segment and its translation."""

    segment: Segment
    target: str = ""
    """With the segment's placeholders; empty until translated, never None."""
    state: State = State.UNTRANSLATED
    previous: str = ""
    """The source text from which a fuzzy target was made."""
    at: Position = _NOWHERE
    """Where the entry stands in its catalog."""
    comments: tuple[str, ...] = ()
    """What translators wrote above the entry, a line each."""
    translator: Signature | None = None
    """Who confirmed the translation last; None where the catalog does not say."""
    reviewer: Signature | None = None
    """Who reviewed this very source and target; None unless the state is REVIEWED."""
    origin: str = ""
    """Where a text came from that no person has accepted yet or that a person accepted as it was: `memory 100`,
    `machine libretranslate`; empty where a person typed it."""

    @property
    def final(self) -> bool:
        """Return whether it is meant to go out: confirmed, with a translation."""
        return self.state.final and bool(self.target.strip())
