"""`govpub translate`: the catalog of an article is brought up to date; nothing a person wrote is lost."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog import carry_over, units_of
from govpub.model.segment import State
from govpub.po import parse_po, serialize_po
from govpub.segmentation import RULES_VERSION, segment
from govpub.workflow import storage
from govpub.workflow.merge import merge_catalogs
from govpub.workflow.workspace import (
    article_ids,
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
    from collections.abc import Mapping
    from pathlib import Path

    from govpub.model.segment import Unit
    from govpub.model.term import Term

__all__ = ["OpenUnit", "Translation", "translate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenUnit:
    """A segment that is still to be translated or confirmed, and the terms it contains."""

    unit: Unit
    terms: tuple[Term, ...]


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
    revived: int
    """Translations taken back from obsolete entries, because their text returned."""
    obsolete: int
    """Entries that no segment has any more; they are kept at the end of the catalog."""
    states: Mapping[State, int]
    open_units: tuple[OpenUnit, ...]


def translate(path: Path) -> Translation:
    """Create or update the catalog beside an article and say what is left to do.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
        ConflictError: someone else translated the same entry differently in this moment; nothing is written.
    """
    project = project_at(path)
    article = open_article(path).article
    refuse_shared_id(article, article_ids(project.root / project.articles))
    target = target_of(article)
    snapshot = storage.read(catalog_path(path, target))
    old = parse_po(storage.decoded(snapshot), snapshot.path) if snapshot.content is not None else None
    segments = segment(article)
    carried = carry_over(
        old,
        segments,
        source=article.locale,
        target=target,
        article_name=path.name,
        segmentation=RULES_VERSION,
    )
    saved = storage.save(snapshot, serialize_po(carried.file).encode(), merge_catalogs(snapshot.path))
    units = units_of(parse_po(saved.decode(), snapshot.path), segments, snapshot.path)
    scanner = scanner_of(glossary_of(glossary_files(project)), article.locale, target, day_of(article))
    return Translation(
        catalog=snapshot.path,
        created=old is None,
        kept=carried.kept,
        changed=carried.changed,
        new=carried.new,
        revived=carried.revived,
        obsolete=carried.obsolete,
        states={state: sum(unit.state is state for unit in units) for state in State},
        open_units=tuple(
            OpenUnit(unit=unit, terms=tuple(match.terms[0] for match in scanner.find(unit.segment.text)))
            for unit in units
            if not unit.state.final
        ),
    )
