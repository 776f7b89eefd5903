"""`govpub review`: reviews are recorded, or taken back, without an editor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog import units_of
from govpub.catalog.records import signed_review, without_review
from govpub.errors import GovpubError, InputError, Position
from govpub.messages import _
from govpub.model.segment import Signature, State
from govpub.po import parse_po, serialize_po
from govpub.workflow import storage
from govpub.workflow.memory import remember_units, withdraw_units
from govpub.workflow.merge import merge_catalogs
from govpub.workflow.segment_names import named_segment
from govpub.workflow.translate import planned_catalog

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime
    from pathlib import Path

    from govpub.model.segment import Unit
    from govpub.po import PoEntry
    from govpub.workflow.translate import CarriedCatalog

__all__ = ["Review", "look", "review"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Where the review of an article stands."""

    catalog: Path
    units: tuple[Unit, ...]
    """All of them, in order."""
    changed: tuple[str, ...] = ()
    """The segments whose review was recorded now, or taken back."""
    unremembered: GovpubError | None = None
    """Why the memory was not filled with them; their reviews are recorded all the same."""

    @property
    def waiting(self) -> tuple[tuple[int, Unit], ...]:
        """Return what is translated and not reviewed, each with its number in the article, from 1."""
        return tuple(
            (number, unit) for number, unit in enumerate(self.units, start=1) if unit.state is State.TRANSLATED
        )

    @property
    def open(self) -> int:
        """Return how many segments are not translated, and so cannot be reviewed."""
        return sum(not unit.state.final for unit in self.units)


def look(path: Path) -> Review:
    """Return where the review of an article stands; nothing is written.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format.
    """
    found = planned_catalog(path)
    catalog = found.snapshot.path
    return Review(catalog=catalog, units=units_of(found.carried.file, found.segments, catalog))


def review(path: Path, names: Sequence[str] | None, *, person: str, now: datetime, withdraw: bool = False) -> Review:
    """Record a person's review of these segments (numbers or ids; None: all that wait for one), or take reviews back.

    The catalog is carried over first, and the memory filled with what was reviewed.

    Raises:
        ArticleError, CatalogError: the article or its catalog breaks its format; nothing is written.
        InputError: a segment is not there, or not translated; nothing is written.
        ConflictError: someone else changed the same entry in this moment; nothing is written.
    """
    found = planned_catalog(path)
    units = units_of(found.carried.file, found.segments, found.snapshot.path)
    signature = Signature(person, now)
    wanted = State.REVIEWED if withdraw else State.TRANSLATED
    chosen = _chosen(units, names, path)
    ids = {unit.segment.id for unit in chosen if unit.state is wanted}

    def changed(entry: PoEntry) -> PoEntry:
        if entry.msgctxt not in ids or entry.obsolete:
            return entry
        return without_review(entry) if withdraw else signed_review(entry, signature)

    if not ids:
        return Review(catalog=found.snapshot.path, units=units)
    file = found.carried.file.replace_entries(map(changed, found.carried.file.entries))
    saved = storage.save(found.snapshot, serialize_po(file).encode(), merge_catalogs(found.snapshot.path))
    units = units_of(parse_po(saved.decode(), found.snapshot.path), found.segments, found.snapshot.path)
    return Review(
        catalog=found.snapshot.path,
        units=units,
        changed=tuple(unit.segment.id for unit in units if unit.segment.id in ids),
        unremembered=_remember(found, units, ids, now),
    )


def _remember(found: CarriedCatalog, units: Sequence[Unit], ids: Collection[str], now: datetime) -> GovpubError | None:
    """Have the memory know what is reviewed now, and what no longer is; return what kept it from that."""
    try:
        remember_units(found.project, found.article, units, ids)
        withdraw_units(found.project, found.article, units, ids, now=now)
    except GovpubError as error:
        return error
    return None


def _chosen(units: Sequence[Unit], names: Sequence[str] | None, path: Path) -> Sequence[Unit]:
    if names is None:
        return units
    by_id = {unit.segment.id: unit for unit in units}
    chosen = [by_id[named_segment(name, list(by_id), path)] for name in names]
    for unit in chosen:
        if not unit.state.final:
            raise InputError(
                _("this segment is not translated: {segment}").format(segment=unit.segment.id),
                at=unit.at if unit.at.line else Position(path),
                hint=_("translate it first, and take its mark `fuzzy` away"),
            )
    return chosen
