"""`govpub translate --pretranslate`: memory, glossary and, for named segments, a machine fill what is empty.

What a person wrote is not touched: only segments without any text are filled. All that is filled in is fuzzy, with
where it came from on record, and so reaches no release until a person accepts it; the one exception is an office's
choice (`[memory] in-context = "translated"`). It is written as it comes: after memory and glossary, and after each
answer of the machine, each time wholly or not at all. A failure, a kill or a full disk loses at most one answer.

To a machine goes the text of segments that the user named, and nothing else: not their neighbours, not the article's
name. An article under embargo stays here unless that is said too.
"""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govpub.catalog.records import with_origin
from govpub.errors import GovpubError, Position
from govpub.model.segment import State
from govpub.segmentation import segment
from govpub.workflow.desk.catalog_file import CatalogFile
from govpub.workflow.desk.change import Change, Part, part_of
from govpub.workflow.machine import Order, Refusal, machine_fills, provider_of, settled
from govpub.workflow.memory import memory_of
from govpub.workflow.prefill import Fill, from_glossary, from_memory
from govpub.workflow.translate import CarriedCatalog, carry_catalog_over
from govpub.workflow.workspace import (
    article_paths,
    day_of,
    glossary_files,
    glossary_of,
    open_article,
    project_at,
    scanner_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from govpub.machine_translation import Provider, Sleep
    from govpub.memory import Match
    from govpub.model.segment import Unit

__all__ = ["Pretranslation", "pretranslate", "pretranslate_all"]

_SAME = 100.0
"""Per cent: the memory is asked for the same text only, which is soon answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pretranslation:
    """What was filled in, and what was not."""

    catalog: Path
    fills: tuple[Fill, ...]
    """What is on disk now and was not before."""
    refusals: tuple[Refusal, ...]
    """Segments that the machine was asked for in vain."""
    passed_over: tuple[str, ...]
    """Segments that were named for the machine, but had a text."""
    vetoed: Mapping[str, Match]
    """By segment, for empty ones: what resembles them most in the memory, and says something else."""
    empty: tuple[Unit, ...]
    """All that are still empty."""
    failure: GovpubError | None = None
    """Why the machine gave no more."""


def pretranslate_all(paths: Sequence[Path]) -> Iterator[tuple[Path, Pretranslation | GovpubError]]:
    """Fill each of these articles, or all in a folder, from memory and glossary; one that fails keeps none back."""
    for path in article_paths(paths):
        try:
            yield path, pretranslate(path)
        except GovpubError as error:
            error.at = error.at or Position(path)
            yield path, error


def pretranslate(
    path: Path,
    order: Order | None = None,
    *,
    now: datetime | None = None,
    answered: Callable[[int, int], None] = lambda _done, _wanted: None,
    sleep: Sleep = time.sleep,
) -> Pretranslation:
    """Bring an article's catalog up to date and fill what is empty in it; `order` is what may be sent to the machine.

    `answered` is told after each answer of the machine how many segments it was for by now, and how many are wanted;
    `sleep` waits where the machine is busy.

    Raises:
        UsageError: the order names a segment that is not there, or the service's key is missing; nothing is sent.
        ProjectError: the office names no machine translation; nothing is sent.
        RefusedError: the article is under embargo at `now`, and the order does not say that this is known.
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
    """
    asking: _Asking | None = None
    if order is not None:
        article = open_article(path).article
        order = settled(order, article, segment(article), now=now)
        asking = _Asking(order=order, provider=provider_of(project_at(path), sleep), answered=answered)
    found = carry_catalog_over(path)
    catalog = CatalogFile(found)
    local, vetoed = _local_fills(found, catalog)
    fills = _written(catalog, local)
    passed_over: tuple[str, ...] = ()
    if asking is not None:
        open_ids = {unit.segment.id for unit in _empty(catalog)}
        passed_over = tuple(id_ for id_ in asking.order.segments if id_ not in open_ids)
        asking.ask(found, catalog)
    empty = _empty(catalog)
    return Pretranslation(
        catalog=catalog.path,
        fills=(*fills, *(asking.fills if asking else ())),
        refusals=tuple(asking.refusals if asking else ()),
        passed_over=passed_over,
        vetoed={unit.segment.id: vetoed[unit.segment.id] for unit in empty if unit.segment.id in vetoed},
        empty=empty,
        failure=asking.failure if asking else None,
    )


@dataclass(slots=True, kw_only=True)
class _Asking:
    """An order on its way: what came of it so far."""

    order: Order
    provider: Provider
    answered: Callable[[int, int], None]
    fills: list[Fill] = field(default_factory=list)
    refusals: list[Refusal] = field(default_factory=list)
    failure: GovpubError | None = None

    def ask(self, found: CarriedCatalog, catalog: CatalogFile) -> None:
        """Have the named empty segments translated, each answer written as it comes, until all are or it fails."""
        wanted = [unit for unit in _empty(catalog) if self.order.includes(unit.segment.id)]
        done = 0
        try:
            for made, refused in machine_fills(self.provider, wanted, found.article.locale, found.target):
                self.refusals += refused
                self.fills += _written(catalog, made)
                done += len(made) + len(refused)
                self.answered(done, len(wanted))
        except GovpubError as error:
            self.failure = error


def _local_fills(found: CarriedCatalog, catalog: CatalogFile) -> tuple[list[Fill], Mapping[str, Match]]:
    """Return what memory and glossary give, and by segment the best match that a veto keeps from filling it.

    The same text in the memory comes before the glossary, and the glossary before texts like it.
    """
    project, article = found.project, found.article
    glossary = glossary_of(glossary_files(project))
    scanner = scanner_of(glossary, article.locale, found.target, day_of(article))
    memory = memory_of(project, article.locale, found.target)
    trusted = scanner if project.memory_in_context == "translated" else None
    fills: list[Fill] = []
    vetoed: dict[str, Match] = {}

    def remembered(unit: Unit, before: str, after: str, threshold: float) -> Fill | None:
        matches: tuple[Match, ...] = ()
        if memory is not None:
            matches = memory.lookup(unit.segment.text, before, after, threshold=threshold, scanner=scanner)
        vetoed.update((unit.segment.id, match) for match in reversed(matches) if match.vetoes)
        return from_memory(unit.segment, matches, trusted=trusted)

    with contextlib.closing(memory.store) if memory is not None else contextlib.nullcontext():
        for unit, before, after in _between(catalog.units):
            if unit.state is State.UNTRANSLATED:
                fill = (
                    remembered(unit, before, after, _SAME)
                    or from_glossary(unit.segment, scanner, glossary.source)
                    or remembered(unit, before, after, project.memory_threshold)
                )
                fills += [fill] if fill is not None else []
    return fills, vetoed


def _empty(catalog: CatalogFile) -> tuple[Unit, ...]:
    return tuple(unit for unit in catalog.units if unit.state is State.UNTRANSLATED)


def _between(units: Sequence[Unit]) -> Iterator[tuple[Unit, str, str]]:
    """Yield each unit with the texts of the segments before and after it."""
    texts = ["", *(unit.segment.text for unit in units), ""]
    return zip(units, texts, texts[2:], strict=False)


def _written(catalog: CatalogFile, fills: Sequence[Fill]) -> list[Fill]:
    """Put texts where there is none; return those that are on disk now. Where someone was faster, theirs stays."""
    done = {change.id for change in catalog.write([_change(catalog, fill) for fill in fills]).done} if fills else set()
    return [fill for fill in fills if fill.segment.id in done]


def _change(catalog: CatalogFile, fill: Fill) -> Change:
    entry = catalog.entry(fill.segment.id)
    comments = with_origin(entry, fill.origin).comments
    after = Part(fill.text, fuzzy=not fill.final, previous=fill.previous, comments=comments)
    return Change(id=fill.segment.id, source=fill.segment.text, before=part_of(entry), after=after)
