"""A memory in one SQLite file: what was acknowledged is on the disk, whatever happens to the process afterwards."""

from __future__ import annotations

import time
from contextlib import contextmanager
from itertools import islice
from threading import RLock
from typing import TYPE_CHECKING

from govpub.memory import sqlite_index as index
from govpub.memory.entry import Added, Side
from govpub.memory.grams import caseless, fragments, plain
from govpub.memory.sqlite_failures import damage, failures
from govpub.memory.sqlite_rows import SELECT, SELECTED, Chunk, entry_of, stored_segment, values_of
from govpub.memory.sqlite_schema import open_file
from govpub.memory.sqlite_statistics import statistics_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from govpub.locales import Locale
    from govpub.memory.entry import Remembered, Selection, Statistics

__all__ = ["SqliteStore"]

_CHUNK = 2_000
"""Entries that are compared with what is there at a time."""
_PAUSE = 0.1
"""Seconds between two transactions: who waits for the file looks ten times a second (sqlite.org/c3ref/busy_timeout)."""
_PAGE = 500
"""Entries that are fetched at a time where all are asked for."""
_SCREEN = 50
"""Entries that are fetched at a time where some will do."""

_QUICKLY_INDEXED = 20_000
"""Entries that are indexed again whenever one is forgotten."""

_COUNT = "SELECT count(*) FROM entry JOIN segment ON segment.id = entry.segment"
_FORGET = """DELETE FROM entry WHERE id IN (
    SELECT entry.id FROM entry JOIN segment ON segment.id = entry.segment"""
_NUMBERS = {
    Side.SOURCE: "SELECT id FROM segment WHERE id < ? AND instr(text, ?) ORDER BY id DESC LIMIT ?",
    Side.TARGET: "SELECT id FROM entry WHERE id < ? AND instr(target, ?) ORDER BY id DESC LIMIT ?",
}
_OF_SIDE = {
    Side.SOURCE: f"{SELECT} WHERE segment.id IN (SELECT value FROM json_each(?)) AND locale = ?"  # noqa: S608
    " ORDER BY entry.id DESC",
    Side.TARGET: f"{SELECT} WHERE entry.id IN (SELECT value FROM json_each(?)) AND target_locale = ?"  # noqa: S608
    " ORDER BY entry.id DESC",
}


class SqliteStore:
    """A `Store` in one file; several processes may use it at once, and several threads of one."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make it where there is none; its folder must be there.

        Raises:
            MemoryFileError: it is no memory's file, one of a newer govpub, or damaged.
            MachineError: it cannot be opened, made, or is held by another program for long.
        """
        self._path = path
        self._lock = RLock()
        with failures(path), damage(path):
            self._connection = open_file(path)

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, failures(self._path):
            self._connection.close()

    def add(self, entries: Iterable[Remembered]) -> Added:
        """See `Store.add`; a transaction is some seventy thousand entries, and others may write between two."""
        total, postings, waiting = Added(), index.Postings(), iter(entries)
        some = list(islice(waiting, _CHUNK))
        while some:
            with self._writing() as connection:
                done = self._store(connection, some, postings)
                while not postings.full and (some := list(islice(waiting, _CHUNK))):
                    done += self._store(connection, some, postings)
                with damage(self._path):
                    postings.write(connection)
            total += done
            if some:
                time.sleep(_PAUSE)
                some = list(islice(waiting, _CHUNK))
        return total

    def _store(self, connection: sqlite3.Connection, some: Sequence[Remembered], postings: index.Postings) -> Added:
        with damage(self._path):
            return Chunk(connection, postings).store(some)

    def exact(
        self, text: str, source: Locale, target: Locale, *, neighbours: tuple[str, str] = ("", ""), limit: int
    ) -> tuple[Remembered, ...]:
        """See `Store.exact`."""
        with self._reading() as connection:
            number = stored_segment(connection, source.tag, text)
            rows = connection.execute(
                f"{SELECT} WHERE segment.id = ? AND target_locale = ?"
                " ORDER BY before = ? AND after = ? DESC, time DESC NULLS LAST, entry.id DESC LIMIT ?",
                (number, target.tag, *neighbours, limit),
            )
            return tuple(map(entry_of, rows))

    def similar(self, text: str, source: Locale, *, lengths: range, limit: int) -> Sequence[str]:
        """See `Store.similar`: those that share most of the rarest grams."""
        with self._reading() as connection:
            numbers = index.alike(connection, text, source, lengths=lengths, limit=limit)
            found = connection.execute(
                "SELECT text FROM segment WHERE id IN (SELECT value FROM json_each(?)) AND locale = ?",
                (index.json_of(numbers), source.tag),
            )
            return [other for (other,) in found if len(plain(other)) in lengths]

    def containing(self, text: str, locale: Locale, side: Side) -> Iterator[Remembered]:
        """See `Store.containing`."""
        wanted = plain(text).casefold()
        for numbers in self._candidates(wanted, locale, side):
            with self._reading() as connection:
                rows = connection.execute(_OF_SIDE[side], (index.json_of(numbers), locale.tag)).fetchall()
                entries = list(map(entry_of, rows))
            for entry in entries:
                shown = entry.source if side is Side.SOURCE else entry.target
                if wanted in plain(shown).casefold():
                    yield entry

    def all(self, selection: Selection) -> Iterator[Remembered]:
        """See `Store.all`; other processes may write meanwhile."""
        values = values_of(selection)
        last = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(
                    f"{SELECT} WHERE entry.id > :last AND {SELECTED} ORDER BY entry.id LIMIT {_PAGE}",
                    {**values, "last": last},
                ).fetchall()
                entries = list(map(entry_of, rows))
            if not rows:
                return
            last = rows[-1][0]
            yield from entries

    def count(self, selection: Selection) -> int:
        """See `Store.count`."""
        with self._reading() as connection:
            found = connection.execute(f"{_COUNT} WHERE {SELECTED}", values_of(selection))
            return int(found.fetchone()[0])

    def forget(self, selection: Selection) -> int:
        """See `Store.forget`; no text is left in the file.

        The index is made anew where much of it has become idle, or where that is quickly done; until it is, a large
        memory keeps the single words that only those texts had, without order.
        """
        with self._reading() as connection:
            connection.execute("PRAGMA secure_delete = ON")
        with self._writing() as connection, damage(self._path):
            removed = connection.execute(f"{_FORGET} WHERE {SELECTED})", values_of(selection)).rowcount
            connection.execute("DELETE FROM segment WHERE id NOT IN (SELECT segment FROM entry)")
            (left,) = connection.execute("SELECT count(*) FROM entry").fetchone()
            if removed and (left < _QUICKLY_INDEXED or removed * 4 > left):
                index.rebuild(connection)
        if removed:
            with self._reading() as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return removed

    def statistics(self) -> Statistics:
        """See `Store.statistics`."""
        with self._reading() as connection:
            return statistics_of(connection)

    def _candidates(self, wanted: str, locale: Locale, side: Side) -> Iterator[Sequence[int]]:
        """Yield the numbers of the texts that may contain `wanted`, some at a time, the last stored first."""
        with self._reading() as connection:
            indexed = index.SOURCE if side is Side.SOURCE else index.TARGET
            found = index.having_all(connection, indexed, fragments(wanted, locale))
        if found is None:
            yield from self._looked_through(wanted, side)
            return
        for end in range(len(found), 0, -_SCREEN):
            yield found[max(0, end - _SCREEN) : end]

    def _looked_through(self, wanted: str, side: Side) -> Iterator[Sequence[int]]:
        sign, last = caseless(wanted), 2**62
        while True:
            with self._reading() as connection:
                numbers = [number for (number,) in connection.execute(_NUMBERS[side], (last, sign, _PAGE))]
            if not numbers:
                return
            yield numbers
            last = numbers[-1]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with self._lock, failures(self._path), damage(self._path):
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, failures(self._path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                # A commit that fails leaves its transaction open, and the next one could not begin.
                if self._connection.in_transaction:
                    self._connection.rollback()
                raise
