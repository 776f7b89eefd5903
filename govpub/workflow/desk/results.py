"""What the desk answers: values, for screens and tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from govpub.model.segment import Signature, State, Unit
    from govpub.model.term import Term

__all__ = [
    "Action",
    "Clash",
    "Confirmed",
    "Hit",
    "Progress",
    "Replacement",
    "Side",
    "Step",
    "TermOffer",
]

Side: TypeAlias = Literal["source", "target"]
Action: TypeAlias = Literal["confirm", "settle", "replace", "fuzzy", "review", "unreview", "note", "unnote"]
"""What a step was."""


@dataclass(frozen=True, slots=True)
class Confirmed:
    """It is on disk."""

    unit: Unit
    """As it stands there now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """Somebody else changed the entry since this person began with it; theirs stands on disk, mine is a draft."""

    id: str
    mine: str
    theirs: str
    """Empty where they took the translation away."""
    theirs_state: State
    theirs_by: Signature | None = None
    """Who confirmed theirs; None where the catalog does not say."""
    mark: str = ""
    """Tells theirs from what it may become: `Desk.settle` overwrites nothing that was not shown."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the article is."""

    states: Mapping[State, int]
    """Segments in each state; every state is there."""

    @property
    def segments(self) -> int:
        """Return the number of segments."""
        return sum(self.states.values())

    @property
    def done(self) -> int:
        """Return the number of segments that are translated or reviewed."""
        return sum(count for state, count in self.states.items() if state.final)


@dataclass(frozen=True, slots=True)
class TermOffer:
    """A term that stands in a segment's source."""

    term: Term
    start: int
    """First character in the source, counted from 0."""
    end: int
    """One past the last."""
    renderings: tuple[str, ...]
    """What may be inserted, in the language of the translation: the preferred one first."""
    never: tuple[str, ...] = ()
    """What must not stand for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A place where a text was found."""

    id: str
    side: Side
    start: int
    end: int
    groups: tuple[str | None, ...] = ()
    """What the groups of a regular expression matched, the whole first; empty for a plain search."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """A translation before and after a replacement."""

    id: str
    before: str
    after: str
    count: int
    """How many places change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Something that was done, and can be taken back."""

    action: Action
    ids: tuple[str, ...]
    """The segments that it changed (or that undoing it changed)."""
    time: datetime
    """When it was done first."""
    clashes: tuple[Clash, ...] = ()
    """What was left as it is, because somebody else changed it since."""
    gone: tuple[str, ...] = ()
    """Segments of it that the article no longer has: there is nothing to be taken back, or done again."""
