"""The board: how far each article of a workspace is, and what is left to do."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime
    from pathlib import Path

    from govpub.locales import Locale
    from govpub.model.segment import Signature

__all__ = [
    "Board",
    "Card",
    "Counts",
    "Facts",
    "Fault",
    "Findings",
    "Lag",
    "OpenNote",
    "Outdated",
    "Publication",
    "Published",
    "Task",
    "Translation",
]

Counts: TypeAlias = "Mapping[State, int]"
"""How many are in each state; every state is there."""
_NONE: Counts = dict.fromkeys(State, 0)
_SECONDS_OF_DAY = 24 * 60 * 60


class Task(enum.Enum):
    """What may be left to do for an article, the most pressing first."""

    MEND = "mend"
    """A file cannot be read."""
    TRANSLATE = "translate"
    """Segments without a translation, or with a fuzzy one."""
    CORRECT = "correct"
    """The check finds errors in what is translated."""
    UPDATE = "update"
    """The catalog was carried over from an older text of the article."""
    EXPORT = "export"
    """The release that stands in the output folder is older than article or translation, or a draft."""
    ANSWER = "answer"
    """There are notes to the next person."""
    REVIEW = "review"
    """Translated segments that nobody has reviewed."""


Outdated: TypeAlias = Literal["article", "translation"]
"""What has changed since a release was made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why something about an article is not known."""

    message: str
    """In the user's language."""
    at: str = ""
    """`path:line:column`, as far as it is known."""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What an article says of itself."""

    id: str
    title: str
    """In the source language."""
    source: Locale
    target: Locale
    published: datetime
    updated: datetime | None = None
    embargo: datetime | None = None
    segments: int = 0
    words: int = 0
    """Of the source text, title and captions included: Chinese characters, and words of other scripts."""

    @property
    def dated(self) -> datetime:
        """Return when the article last changed, as it says itself."""
        return self.updated or self.published


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What the check found."""

    errors: int = 0
    warnings: int = 0
    waived: int = 0
    """Those that a waiver lets pass; they are not among the others."""
    incomplete: int = 0
    """Of the errors, those that only say that a segment is not translated."""

    @property
    def faults(self) -> int:
        """Return the errors in what is translated."""
        return self.errors - self.incomplete


@dataclass(frozen=True, slots=True, kw_only=True)
class Lag:
    """How the segments of an article differ from those that its catalog was carried over for."""

    new: int = 0
    """Segments without an entry."""
    changed: int = 0
    """Entries whose source text is another one now."""
    gone: int = 0
    """Entries that no segment has any more."""

    def __bool__(self) -> bool:
        """Return whether there is any difference."""
        return bool(self.new or self.changed or self.gone)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenNote:
    """A note to the next person."""

    unit: str
    """The segment's id."""
    line: int | None
    """Of the entry in the catalog."""
    signature: Signature
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """How far the translation of an article is; without a catalog all of it is untranslated."""

    catalog: Path | None = None
    """None: there is none yet."""
    segments: Counts = field(default_factory=lambda: dict(_NONE))
    words: Counts = field(default_factory=lambda: dict(_NONE))
    """Of the source, in the states of their segments."""
    lapsed: int = 0
    """Segments whose review fell back, because source or target changed after it."""
    lag: Lag = field(default_factory=Lag)
    translator: Signature | None = None
    """Who confirmed a translation last."""
    reviewer: Signature | None = None
    """Who made the last review that still holds."""
    notes: tuple[OpenNote, ...] = ()
    findings: Findings | None = None
    """None: nobody asked for a check."""

    @property
    def count(self) -> int:
        """Return how many segments there are."""
        return sum(self.segments.values())

    @property
    def done(self) -> int:
        """Return how many segments may go out."""
        return sum(count for state, count in self.segments.items() if state.final)

    @property
    def translated(self) -> int:
        """Return the per cent of segments that may go out, rounded down: 100 means all; 0 where there are none."""
        return _per_cent(self.done, self.count)

    @property
    def reviewed(self) -> int:
        """Return the per cent of segments that are reviewed, in the same way."""
        return _per_cent(self.segments[State.REVIEWED], self.count)


class Published(enum.Enum):
    """What stands in the output folder for an article."""

    NOTHING = "nothing"
    DRAFT = "draft"
    OUTDATED = "outdated"
    """A release of an older text."""
    CURRENT = "current"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The release of an article, as its manifest tells."""

    state: Published = Published.NOTHING
    because: tuple[Outdated, ...] = ()
    """What has changed since; empty but for OUTDATED and DRAFT."""
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One article of the board."""

    path: Path
    """The article's file, as the user named it."""
    facts: Facts | None = None
    """None: the article cannot be read."""
    translation: Translation | None = None
    """None: the article or its catalog cannot be read."""
    publication: Publication = field(default_factory=Publication)
    embargoed: bool = False
    """Whether its embargo still holds."""
    faults: tuple[Fault, ...] = ()

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Return what is left to do, the most pressing first."""
        work = self.translation
        wanted = {
            Task.MEND: bool(self.faults),
            Task.TRANSLATE: work is not None and work.done < work.count,
            Task.CORRECT: work is not None and work.findings is not None and work.findings.faults > 0,
            Task.UPDATE: work is not None and bool(work.lag),
            Task.EXPORT: self.publication.state in (Published.DRAFT, Published.OUTDATED),
            Task.ANSWER: work is not None and bool(work.notes),
            Task.REVIEW: work is not None and work.segments[State.TRANSLATED] > 0,
        }
        return tuple(task for task in Task if wanted[task])

    @property
    def open(self) -> bool:
        """Return whether something is left to do but the review, which not every office has."""
        return any(task is not Task.REVIEW for task in self.tasks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """All articles that were asked for."""

    time: datetime
    """When it was made, in the office's zone."""
    office: str = ""
    """The office's name in the reader's language; empty where none is set."""
    cards: tuple[Card, ...] = ()
    checked: bool = True
    """Whether the check was run."""

    @property
    def words(self) -> int:
        """Return the words of all articles that can be read."""
        return sum(card.facts.words for card in self.cards if card.facts is not None)

    @property
    def total(self) -> Translation:
        """Return the segments and words of all articles by state, of those whose catalog can be read."""
        known = [card.translation for card in self.cards if card.translation is not None]
        return Translation(
            segments={state: sum(work.segments[state] for work in known) for state in State},
            words={state: sum(work.words[state] for work in known) for state in State},
        )

    @property
    def findings(self) -> Findings | None:
        """Return what the check found in all articles that it could read; None where it was not run."""
        known = [card.translation.findings for card in self.cards if card.translation is not None]
        found = [findings for findings in known if findings is not None]
        if not self.checked:
            return None
        return Findings(
            errors=sum(each.errors for each in found),
            warnings=sum(each.warnings for each in found),
            waived=sum(each.waived for each in found),
            incomplete=sum(each.incomplete for each in found),
        )

    def age(self, when: datetime) -> int:
        """Return the whole days from `when` until the board was made; negative for what is to come."""
        return int((self.time - when).total_seconds() // _SECONDS_OF_DAY)


def _per_cent(part: int, whole: int) -> int:
    return 100 * part // whole if whole else 0
