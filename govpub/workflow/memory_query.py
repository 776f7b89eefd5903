"""`govpub memory search` and `forget`: what of the memory is meant."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from govpub.locales import LOCALES, counterpart
from govpub.memory import Memory, Selection
from govpub.workflow.memory import open_store
from govpub.workflow.workspace import ARTICLE_SUFFIX, glossary_files, glossary_of, open_article, project_at, scanner_of

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from govpub.memory import Match, Passage, Remembered

__all__ = ["Found", "look_up", "sample", "selection_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the memory knows of a text."""

    passages: tuple[Passage, ...]
    """Entries that contain it, on either side."""
    matches: tuple[Match, ...]
    """Entries whose source is like it, the best first; none that is among the passages."""


def look_up(place: Path, text: str, *, limit: int) -> Found:
    """Return up to `limit` passages with a text, and as many matches for it as a segment of either language.

    Raises:
        UsageError: there is no memory yet.
        ProjectError, MemoryFileError, MachineError: see `open_store`.
    """
    project = project_at(place)
    glossary = glossary_of(glossary_files(project))
    with open_store(project) as store:
        memories = [Memory(store, source, counterpart(source)) for source in LOCALES]
        passages = tuple(passage for memory in memories for passage in memory.search(text, limit=limit))[:limit]
        contained = {passage.entry for passage in passages}
        matches = [
            match
            for memory in memories
            for match in memory.lookup(
                text,
                threshold=project.memory_threshold,
                limit=limit,
                scanner=scanner_of(glossary, memory.source, memory.target, None),
            )
            if match.entry not in contained
        ]
    matches.sort(key=lambda match: -match.score)
    return Found(passages=passages, matches=tuple(matches[:limit]))


def selection_of(  # noqa: PLR0913  all that can be selected by
    place: Path,
    *,
    article: str | None = None,
    origin: str | None = None,
    batch: str | None = None,
    before: date | None = None,
    since: date | None = None,
    text: str | None = None,
) -> Selection:
    """Return a selection of the memory's entries; days begin at midnight in the office's time zone.

    `article` is an article's id, or its file.

    Raises:
        ArticleError: the file is no article.
    """
    if article is not None and article.endswith(ARTICLE_SUFFIX):
        article = open_article(Path(article)).article.id
    zone = project_at(place).zone
    return Selection(
        article=article,
        origin=origin,
        batch=batch,
        before=_midnight(before, zone),
        since=_midnight(since, zone),
        text=text,
    )


def sample(place: Path, selection: Selection, count: int) -> tuple[Remembered, ...]:
    """Return the first entries of a selection."""
    with open_store(project_at(place)) as store:
        return tuple(islice(store.all(selection), count))


def _midnight(day: date | None, zone: ZoneInfo) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), zone)
