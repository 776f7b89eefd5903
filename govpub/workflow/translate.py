"""`govpub translate`: the catalog of an article is brought up to date; nothing a person wrote is lost."""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from govpub.catalog import FateKind, carry_over, units_of
from govpub.errors import GovpubError, Position
from govpub.model.segment import State
from govpub.po import parse_po, serialize_po
from govpub.segmentation import RULES_VERSION, segment
from govpub.workflow import storage
from govpub.workflow.collector import uncollected
from govpub.workflow.late import late
from govpub.workflow.merge import merge_catalogs
from govpub.workflow.workspace import (
    article_ids,
    article_paths,
    catalog_path,
    day_of,
    glossary_files,
    glossary_of,
    open_article,
    project_at,
    refuse_shared_id,
    scanner_of,
    target_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from govpub.catalog import CarryOver, Fate
    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.model.article import Article
    from govpub.model.segment import Segment, Unit
    from govpub.model.term import Term
    from govpub.project import Project

__all__ = [
    "CarriedCatalog",
    "OpenUnit",
    "Translation",
    "carry_catalog_over",
    "plan_all",
    "planned_catalog",
    "translate",
    "translate_all",
]

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenUnit:
    """A segment that is still to be translated or confirmed, and the terms it contains."""

    unit: Unit
    terms: tuple[Term, ...]
    veto: Fate | None = None
    """What its text is like and says otherwise; None where nothing is, or that was told before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """Where the translation of an article stands."""

    catalog: Path
    created: bool
    kept: int
    """Translations carried over as they were."""
    changed: int
    """Units made fuzzy because their source text changed."""
    new: int
    """Segments that had no entry."""
    vetoed: int
    """Segments like one that there was, which say something else: its translation is offered, not filled in."""
    revived: int
    """Translations taken back from obsolete entries, because their text returned."""
    obsolete: int
    """Entries that no segment has any more; they are kept at the end of the catalog."""
    source: Locale
    """The language of the article."""
    states: Mapping[State, int]
    open_units: tuple[OpenUnit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedCatalog:
    """An article and the catalog that fits it."""

    project: Project
    article: Article
    content: bytes
    """The bytes of the article's file."""
    target: Locale
    segments: tuple[Segment, ...]
    scanner: Scanner
    """Finds the glossary's terms in the segments."""
    snapshot: storage.Snapshot
    """The catalog as it stands on disk: this one, once it is saved."""
    created: bool
    carried: CarryOver


def translate_all(paths: Sequence[Path]) -> Iterator[tuple[Path, Translation | GovpubError]]:
    """Translate each of these articles, or all in a folder; one that fails does not keep the others back."""
    yield from _each(paths, translate)


def plan_all(paths: Sequence[Path]) -> Iterator[tuple[Path, CarriedCatalog | GovpubError]]:
    """Say what translating each of these articles, or all in a folder, would touch; nothing is written."""
    yield from _each(paths, planned_catalog)


def _each(
    paths: Sequence[Path], work: Callable[[Path, Callable[[Path], Mapping[str, tuple[Path, ...]]]], Done]
) -> Iterator[tuple[Path, Done | GovpubError]]:
    ids = functools.cache(article_ids)
    for path in article_paths(paths):
        try:
            yield path, work(path, ids)
        except GovpubError as error:
            error.at = error.at or Position(path)
            yield path, error


def translate(path: Path, ids: Callable[[Path], Mapping[str, tuple[Path, ...]]] = article_ids) -> Translation:
    """Create or update the catalog beside an article and say what is left to do; `ids` tells whose ids are whose.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
        ConflictError: someone else translated the same entry differently in this moment; nothing is written.
    """
    found = carry_catalog_over(path, ids)
    carried, snapshot = found.carried, found.snapshot
    units = units_of(parse_po(storage.decoded(snapshot), snapshot.path), found.segments, snapshot.path)
    scanner = found.scanner
    return Translation(
        catalog=snapshot.path,
        created=found.created,
        kept=carried.kept,
        changed=carried.changed,
        new=carried.new,
        vetoed=carried.vetoed,
        revived=carried.revived,
        obsolete=carried.obsolete,
        source=found.article.locale,
        states={state: sum(unit.state is state for unit in units) for state in State},
        open_units=tuple(
            OpenUnit(
                unit=unit,
                terms=tuple(match.terms[0] for match in scanner.find(unit.segment.text)),
                veto=fate if fate.kind is FateKind.VETOED else None,
            )
            for unit, fate in zip(units, carried.fates, strict=True)
            if not unit.state.final
        ),
    )


@uncollected()
def carry_catalog_over(
    path: Path, ids: Callable[[Path], Mapping[str, tuple[Path, ...]]] = article_ids
) -> CarriedCatalog:
    """Read an article, and bring the catalog beside it up to date on disk; `ids` tells whose ids are whose.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
        ConflictError: someone else translated the same entry differently in this moment; nothing is written.
    """
    found = planned_catalog(path, ids)
    snapshot = found.snapshot
    saved = storage.save(snapshot, serialize_po(found.carried.file).encode(), merge_catalogs(snapshot.path))
    return dataclasses.replace(found, snapshot=storage.Snapshot(snapshot.path, saved))


@uncollected()
def planned_catalog(path: Path, ids: Callable[[Path], Mapping[str, tuple[Path, ...]]] = article_ids) -> CarriedCatalog:
    """Return what `carry_catalog_over` would write; nothing is written, and the snapshot is of the disk as it is.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format.
    """
    project = project_at(path)
    opened = open_article(path)
    article = opened.article
    refuse_shared_id(article, ids(project.root / project.articles))
    target = target_of(article)
    snapshot = storage.read(catalog_path(path, target))
    old = parse_po(storage.decoded(snapshot), snapshot.path) if snapshot.content is not None else None
    segments = segment(article)
    scanner = late(lambda: scanner_of(glossary_of(glossary_files(project)), article.locale, target, day_of(article)))
    carried = carry_over(
        old,
        segments,
        source=article.locale,
        target=target,
        article_name=path.name,
        segmentation=RULES_VERSION,
        scanner=scanner,
    )
    return CarriedCatalog(
        project=project,
        article=article,
        content=opened.content,
        target=target,
        segments=segments,
        scanner=scanner,
        snapshot=snapshot,
        created=old is None,
        carried=carried,
    )
