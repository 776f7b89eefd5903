"""`govpub memory import` and `export`: what others translated comes in, and all that is remembered goes out."""

from __future__ import annotations

import hashlib
import itertools
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog.languages import sides_of
from govpub.catalog.records import one_line, records_of
from govpub.catalog.units import state_of, translation_of
from govpub.errors import Position, UsageError
from govpub.interchange.tmx import read_tmx, write_tmx
from govpub.locales import ZH_CN
from govpub.memory import Remembered
from govpub.messages import _
from govpub.model.segment import State
from govpub.po import parse_po
from govpub.workflow import storage
from govpub.workflow.memory import open_store
from govpub.workflow.memory_tmx import entries_of, unit_of
from govpub.workflow.workspace import CATALOG_SUFFIX, MEMORY_SUFFIX, project_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from io import BufferedReader
    from pathlib import Path

    from govpub.interchange.tmx import TmxUnit
    from govpub.memory import Added, Selection

__all__ = ["Import", "Manner", "export_memory", "import_memory"]

_BATCH_DIGITS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What taking a file in has done."""

    added: Added
    left_out: int
    """Units without a text and a translation in govpub's languages."""
    batch: str
    """What `forget` takes to undo it: ten hexadecimal digits of the SHA-256 of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manner:
    """How a file is to be taken in."""

    origin: str = ""
    """Of all its entries; empty for what each says itself, or else the file's name."""
    keep_reviews: bool = False
    """Whether what the file calls reviewed counts as reviewed."""


class _Taking:
    """Yields the entries of a file, and counts the units that give none."""

    def __init__(self, path: Path, manner: Manner, batch: str) -> None:
        self.left_out = 0
        self._origin = one_line(manner.origin or path.name)
        self._manner = manner
        self._batch = batch

    def from_tmx(self, units: Iterator[TmxUnit]) -> Iterator[Remembered]:
        keep_origin, keep_reviews = not self._manner.origin, self._manner.keep_reviews
        for unit in units:
            found = False
            for entry in entries_of(
                unit, origin=self._origin, keep_origin=keep_origin, keep_reviews=keep_reviews, batch=self._batch
            ):
                found = True
                yield entry
            self.left_out += not found

    def from_catalog(self, path: Path) -> Iterator[Remembered]:
        file = parse_po(storage.read_text(path), path)
        source, target = sides_of(file)
        for entry in file.entries:
            if not entry.msgid or entry.obsolete:
                continue
            text, translation = entry.msgid.strip(), translation_of(entry).strip()
            if not (text and translation and state_of(entry).final):
                self.left_out += 1
                continue
            records = records_of(entry)
            last = records.reviewer or records.translator
            reviewed = self._manner.keep_reviews and records.reviewer is not None
            yield Remembered(
                source=text,
                target=translation,
                source_locale=source,
                target_locale=target,
                origin=self._origin,
                translator=records.translator.name if records.translator else "",
                time=last.time if last else None,
                state=State.REVIEWED if reviewed else State.TRANSLATED,
                batch=self._batch,
            )


def import_memory(place: Path, path: Path, manner: Manner, advance: Callable[[int], object] | None = None) -> Import:
    """Take the translations of a TMX file, or of a catalog, into the workspace's memory, in bounded memory.

    Again, or after an interruption: what is there already is not stored twice. A file that is broken anywhere gives
    nothing. `advance` is called with the number of bytes of each stretch of the file that is done.

    Raises:
        UsageError: the file is neither.
        TmxError, CatalogError: it breaks its format.
        ProjectError, MemoryFileError, MachineError: see `open_store`.
    """
    suffix = path.suffix.lower()
    if suffix not in (MEMORY_SUFFIX, CATALOG_SUFFIX):
        hint = _("name a TMX file (.tmx) or a catalog (.po)")
        raise UsageError(_("this cannot be imported"), at=Position(path), hint=hint)
    project = project_at(place)
    with storage.reading(path) as file:
        batch = _digest(file)
        file.seek(0)
        if suffix == MEMORY_SUFFIX:
            # Read to its end first: what a part of a file had replaced would be gone, whatever is taken out again.
            deque(read_tmx(file, path), maxlen=0)
            file.seek(0)
        taking = _Taking(path, manner, batch)
        entries = (
            taking.from_tmx(read_tmx(file, path, advance)) if suffix == MEMORY_SUFFIX else taking.from_catalog(path)
        )
        with open_store(project, create=True) as store:
            added = store.add(entries)
    return Import(added=added, left_out=taking.left_out, batch=batch)


def export_memory(place: Path, out: Path, selection: Selection, advance: Callable[[int], object] | None = None) -> int:
    """Write entries of the workspace's memory to a TMX file that does not exist yet, and return how many.

    Where there are none, no file is written. Otherwise it is there wholly or not at all. `advance` is called with 1
    for each entry.

    Raises:
        UsageError: the file exists, is not to be a TMX file, or there is no memory yet.
        ProjectError, MemoryFileError, MachineError: see `open_store`.
    """
    if out.suffix.lower() != MEMORY_SUFFIX:
        raise UsageError(_("a memory cannot be written as {name}").format(name=out.name), hint=_("name it NAME.tmx"))
    with open_store(project_at(place)) as store:
        entries = store.all(selection)
        first = next(entries, None)
        if first is None:
            return 0
        units = _units(itertools.chain((first,), entries), advance)
        return storage.create_in_parts(out, lambda stream: write_tmx(stream, units, ZH_CN.tag))


def _units(entries: Iterable[Remembered], advance: Callable[[int], object] | None) -> Iterator[TmxUnit]:
    for entry in entries:
        yield unit_of(entry)
        if advance is not None:
            advance(1)


def _digest(file: BufferedReader) -> str:
    return hashlib.file_digest(file, "sha256").hexdigest()[:_BATCH_DIGITS]
