"""The catalog that several people, git and other editors change: read cheaply, written by entry."""

from __future__ import annotations

import dataclasses
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from govpub.catalog import carry_over, units_of
from govpub.catalog.units import translation_of
from govpub.errors import CatalogError, ConflictError, Position
from govpub.messages import _
from govpub.po import parse_po, serialize_po
from govpub.segmentation import RULES_VERSION
from govpub.workflow import storage
from govpub.workflow.desk.change import made, part_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from govpub.model.segment import Unit
    from govpub.po import PoEntry, PoFile
    from govpub.workflow.desk.change import Change
    from govpub.workflow.translate import CarriedCatalog

__all__ = ["CatalogFile", "Stamp", "Written", "same", "sign_of", "stamp_of"]

Stamp: TypeAlias = "tuple[int, int, int] | None"
"""Inode, size and time of a file; None where they would not tell a change from none."""

_RACY = 2_000_000_000
"""Nanoseconds: a file that was changed just now may be changed again without a sign of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of changes."""

    done: tuple[Change, ...]
    """Those that are on disk now, and were not before."""
    refused: tuple[Change, ...]
    """Those that somebody else's changes were in the way of."""
    underneath: tuple[str, ...]
    """Segments that others had changed meanwhile."""


def sign_of(path: Path) -> Stamp:
    """Return what tells a file from what it was, mostly; nothing where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_ino, found.st_size, found.st_mtime_ns)


def stamp_of(path: Path) -> Stamp:
    """Return what tells a file from what it was; nothing where that would not be certain."""
    sign = sign_of(path)
    return sign if sign is not None and time.time_ns() - sign[2] >= _RACY else None


class CatalogFile:
    """The catalog of one article, as it stood on disk when it was last looked at."""

    def __init__(self, found: CarriedCatalog) -> None:
        """Begin with a catalog that was just carried over."""
        self._found = found
        self._segments = {segment.id: segment for segment in found.segments}
        self._stamp: Stamp = None
        self._take(found.snapshot.content or b"")

    @property
    def path(self) -> Path:
        """Return where it stands."""
        return self._found.snapshot.path

    @property
    def file(self) -> PoFile:
        """Return all of it."""
        return self._file

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return a unit for each segment, in order."""
        return tuple(self._units.values())

    def unit(self, id_: str) -> Unit | None:
        """Return the unit of a segment; None where the article has no such segment."""
        return self._units.get(id_)

    def entry(self, id_: str) -> PoEntry:
        """Return the entry of a segment that the article has."""
        return self._file.entries[self._places[id_]]

    def holds(self, change: Change) -> bool:
        """Return whether a segment's entry is as a change was to make it."""
        place = self._places.get(change.id)
        return place is not None and part_of(self._file.entries[place]) == change.after

    def reread(self) -> tuple[str, ...]:
        """Take in what others wrote; return the segments whose unit has changed. A look at the clock where none has.

        Raises:
            CatalogError: it is broken, or half written; what was read before stands.
        """
        stamp = stamp_of(self.path)
        if stamp is not None and stamp == self._stamp:
            return ()
        content = storage.read(self.path).content
        changed: tuple[str, ...] = ()
        if content != self._content:
            before = self._units
            self._put(self._fitting(content), content)
            changed = tuple(id_ for id_, unit in self._units.items() if not same(unit, before[id_]))
        self._stamp = stamp
        return changed

    def write(self, changes: Sequence[Change], *, strict: bool = False) -> Written:
        """Make changes of entries on what stands on disk now, and have it there, synced, before returning.

        Raises:
            CatalogError: somebody else left the catalog broken; nothing is written.
            MachineError: the disk or its permissions did not allow it; nothing is written.
        """
        mine, done, refused = _with(self._file, self._places, changes, strict=strict)
        before, merged = self._units, False

        def merge(_base: bytes, _ours: bytes, theirs: bytes) -> bytes:
            nonlocal mine, done, refused, merged
            merged = True
            file = self._fitting(theirs)
            mine, done, refused = _with(file, _places(file), changes, strict=strict)
            return serialize_po(mine).encode()

        snapshot = storage.Snapshot(self.path, self._content)
        try:
            saved = storage.save(snapshot, serialize_po(mine).encode(), merge)
        except ConflictError as error:  # with `merge`, the one case is that there is nothing to merge with
            raise _gone(self.path) from error
        underneath: tuple[str, ...] = ()
        self._stamp = None
        if merged:
            self._take(saved)
            own = {change.id for change in done}
            underneath = tuple(
                id_ for id_, unit in self._units.items() if id_ not in own and not same(unit, before[id_])
            )
        else:
            self._put(mine, saved, [change.id for change in done])
        return Written(done=tuple(done), refused=tuple(refused), underneath=underneath)

    def _fitting(self, content: bytes | None) -> PoFile:
        """Return a catalog of others with an entry for each segment; it must not have lost what stood here."""
        if not content:
            raise _gone(self.path)
        file = parse_po(storage.decoded(storage.Snapshot(self.path, content)), self.path)
        known = {(entry.msgid, entry.msgstr) for entry in file.entries} | {entry.key for entry in file.entries}
        vanished = [
            entry.replace(obsolete=True, references=())
            for entry in self._file.entries
            if translation_of(entry) and entry.key not in known and (entry.msgid, entry.msgstr) not in known
        ]
        found = self._found
        return carry_over(
            file.replace_entries((*file.entries, *vanished)) if vanished else file,
            found.segments,
            source=found.article.locale,
            target=found.target,
            article_name=found.article.path.name if found.article.path is not None else "",
            segmentation=RULES_VERSION,
            scanner=found.scanner,
        ).file

    def _take(self, content: bytes) -> None:
        self._put(parse_po(content.decode(), self.path), content)

    def _put(self, file: PoFile, content: bytes | None, only: Iterable[str] | None = None) -> None:
        self._content, self._file = content, file
        if only is None:
            self._places = _places(file)
            self._units = {unit.segment.id: unit for unit in units_of(file, self._found.segments, self.path)}
            return
        for id_ in only:
            lone = dataclasses.replace(file, entries=(self.entry(id_),))
            [self._units[id_]] = units_of(lone, (self._segments[id_],), self.path)


def _gone(path: Path) -> CatalogError:
    return CatalogError(
        _("the catalog is gone, or empty; it was not a moment ago"),
        at=Position(path),
        hint=_("another program may be writing it; else take it back from git or a backup"),
    )


def _places(file: PoFile) -> dict[str, int]:
    return {
        entry.msgctxt: place
        for place, entry in enumerate(file.entries)
        if entry.msgctxt is not None and not entry.obsolete
    }


def _with(
    file: PoFile, places: dict[str, int], changes: Iterable[Change], *, strict: bool
) -> tuple[PoFile, list[Change], list[Change]]:
    """Return the file with the changes, those that were made (and changed something), and those that were not."""
    entries = list(file.entries)
    done: list[Change] = []
    refused: list[Change] = []
    for change in changes:
        place = places.get(change.id)
        entry = entries[place] if place is not None else None
        renewed = made(entry, change, strict=strict) if entry is not None and entry.msgid == change.source else None
        if place is None or renewed is None:
            refused.append(change)
        elif renewed != entry:
            entries[place] = renewed
            done.append(change)
    return file.replace_entries(entries), done, refused


def same(unit: Unit, other: Unit) -> bool:
    """Return whether a person sees the same, wherever the two stand in their files."""
    return _told(unit) == _told(other)


def _told(unit: Unit) -> tuple[object, ...]:
    return (unit.segment.text, unit.target, unit.state, unit.previous, unit.comments)
