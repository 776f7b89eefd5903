"""What a translation memory holds, what it offers, and what is asked of it."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from govpub.locales import Locale
    from govpub.matching import Piece, Veto

__all__ = ["Added", "Match", "MatchKind", "Passage", "Remembered", "Selection", "Side", "Statistics"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembered:
    """A segment and one translation of it, as it was confirmed once.

    Two entries are the same where source, target, locales, article and neighbours are the same. Of one place in an
    article (the same article, source and neighbours) the newest translation alone is kept.
    """

    source: str
    """With its placeholders; never empty."""
    target: str
    """With the source's placeholders; never empty."""
    source_locale: Locale
    target_locale: Locale
    origin: str = ""
    """Where it came from: `govpub` for the workspace's own articles, the file's name for an import."""
    article: str = ""
    """The article's id; empty where it came from no article."""
    translator: str = ""
    """Who confirmed it last, on one line."""
    time: datetime | None = None
    """When, with its zone, to the second; None where that is not known."""
    state: State = State.TRANSLATED
    """TRANSLATED or REVIEWED."""
    before: str = ""
    """The source text of the segment before; empty where there is none or it is not known."""
    after: str = ""
    """The source text of the segment after."""
    batch: str = ""
    """The import that brought it; empty for the workspace's own."""


class MatchKind(enum.Enum):
    """How a match came about, the surest first."""

    CONTEXT = "context"
    """The same text between the same neighbours."""
    EXACT = "exact"
    """The same text."""
    FUZZY = "fuzzy"
    """A text that resembles it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A translation that the memory offers for a segment."""

    entry: Remembered
    kind: MatchKind
    score: float
    """In per cent, by `govpub.matching.score`; 100 for CONTEXT and EXACT."""
    difference: tuple[Piece, ...] = ()
    """From the entry's source to the segment's text; empty where they are the same."""
    vetoes: tuple[Veto, ...] = ()
    """What forbids to fill it in unseen."""
    adapted: str | None = None
    """The entry's target with the segment's numbers, where that is certain; None where nothing is to be adapted."""

    @property
    def text(self) -> str:
        """Return the translation to offer: adapted, where it was."""
        return self.entry.target if self.adapted is None else self.adapted

    @property
    def fills(self) -> bool:
        """Return whether it may be filled in unseen: nothing vetoes it, or what did has been adapted."""
        return not self.vetoes


class Side(enum.Enum):
    """A side of an entry."""

    SOURCE = "source"
    TARGET = "target"


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """An entry in which a text was found."""

    entry: Remembered
    side: Side
    spans: tuple[tuple[int, int], ...]
    """Where it stands in that side's text, from the first; empty where placeholders stand inside of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Entries of which all that is given here holds; all entries where nothing is given."""

    article: str | None = None
    origin: str | None = None
    batch: str | None = None
    before: datetime | None = None
    """Confirmed before this moment; entries without a time are not."""
    since: datetime | None = None
    """Confirmed at this moment or later; entries without a time are not."""
    text: str | None = None
    """Source or target contains it, in any case."""

    @property
    def everything(self) -> bool:
        """Return whether nothing is given."""
        return self == Selection()


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of entries that were to be stored."""

    new: int = 0
    replaced: int = 0
    """Entries whose place now has a newer translation."""
    same: int = 0
    """Those that were there already, or that a newer translation of their place had outdated."""

    def __add__(self, other: Added) -> Added:
        """Return both together."""
        return Added(new=self.new + other.new, replaced=self.replaced + other.replaced, same=self.same + other.same)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """What a memory holds, counted."""

    entries: int
    sources: int
    """Different source texts."""
    pairs: Mapping[tuple[str, str], int]
    """Entries by source and target language tag."""
    states: Mapping[State, int]
    origins: Mapping[str, int]
    articles: Mapping[str, int]
    """The largest first; entries without an article are under the empty name."""
    years: Mapping[int | None, int]
    """Entries by the year of their time (UTC); None where it is not known."""
    oldest: datetime | None
    newest: datetime | None
