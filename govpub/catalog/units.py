"""Catalog → units: each segment with its translation, and how far that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.catalog.live import live_by_id, translation_of
from govpub.catalog.records import records_of
from govpub.errors import Position
from govpub.model.segment import State, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from govpub.model.segment import Segment
    from govpub.po import PoEntry, PoFile

__all__ = ["live_by_id", "state_of", "translation_of", "units_of"]


def units_of(file: PoFile, segments: Iterable[Segment], path: Path | None = None) -> tuple[Unit, ...]:
    """Return a unit for every segment, in order.

    An entry belongs to the segment whose id its msgctxt is; one without msgctxt to the segment whose text its msgid
    is. Where an entry's msgid is no longer the segment's text, its translation is fuzzy, whatever its flags say.

    Raises:
        CatalogError: two live entries have one msgctxt.
    """
    by_id = live_by_id(file, path)
    by_text = {entry.msgid: entry for entry in file.entries if entry.msgctxt is None and not entry.obsolete}
    where = path if path is not None else file.path
    return tuple(_unit(segment, by_id.get(segment.id) or by_text.get(segment.text), where) for segment in segments)


def state_of(entry: PoEntry) -> State:
    """Return how far the entry is, by its own flags and records."""
    if not translation_of(entry):
        return State.UNTRANSLATED
    if entry.fuzzy:
        return State.FUZZY
    return State.REVIEWED if records_of(entry).reviewer is not None else State.TRANSLATED


def _unit(segment: Segment, entry: PoEntry | None, path: Path | None) -> Unit:
    if entry is None:
        return Unit(segment=segment, at=Position(path))
    state, previous, records = state_of(entry), entry.previous_msgid or "", records_of(entry)
    if entry.msgid != segment.text:
        state = State.FUZZY if state.final else state
        previous = entry.msgid
    return Unit(
        segment=segment,
        target=translation_of(entry),
        state=state,
        previous=previous if state is State.FUZZY else "",
        at=Position(path, entry.line or None),
        comments=entry.comments,
        translator=records.translator,
        reviewer=records.reviewer if state is State.REVIEWED else None,
        origin=records.origin,
    )
