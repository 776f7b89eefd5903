"""The index of a memory's file: which texts share grams with a query (see `sqlite_schema` for its form)."""

from __future__ import annotations

import heapq
from array import array
from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from govpub.locales import locale_of
from govpub.memory.grams import grams

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator

__all__ = ["SOURCE", "TARGET", "Postings", "alike", "having_all", "json_of", "rebuild"]

SOURCE, TARGET = 0, 1
PART = 1000
"""Numbers in a row: four bytes each, they fill a page of the file."""
_PART_BITS = 20
_RAREST = 12
"""Grams of a query that are looked up; measured, see tests/benchmarks/bench_memory.py."""
_AT_ONCE = 1_500_000
"""Numbers that wait before they are written, when all are."""
_BUDGET = 30_000
"""Numbers that are counted for a query: beyond, further grams are left out, and the oldest of a single one."""


@lru_cache(maxsize=1 << 16)
def _bucket(gram: str) -> int:
    return crc32(gram.encode("utf-8", "surrogatepass")) & 0xFFFF


def _keys(side: int, grams: Iterable[str]) -> set[int]:
    return {side << 16 | _bucket(gram) for gram in grams}


def json_of(numbers: Iterable[int]) -> str:
    """Return numbers as what SQLite's json_each reads: a list of any length in one parameter."""
    return f"[{','.join(map(str, numbers))}]"


class Postings:
    """Collects what is to be indexed, and writes it in one go."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._waiting: tuple[defaultdict[str, list[int]], ...] = (defaultdict(list), defaultdict(list))
        self.size = 0
        """How many numbers are waiting to be written."""

    def add(self, side: int, number: int, grams: set[str]) -> None:
        """Note that a text has these grams; numbers of a side come in ascending order."""
        waiting = self._waiting[side]
        for gram in grams:
            waiting[gram].append(number)
        self.size += len(grams)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what waits, inside of the caller's transaction."""
        added = self._by_bucket()
        counts = dict(_counts(connection, added))
        rows: list[tuple[int, bytes]] = []
        for key in sorted(added):
            numbers = added[key]
            part, filled = divmod(counts.get(key, 0), PART)
            if filled:
                found = connection.execute("SELECT ids FROM posting WHERE key = ?", (key << _PART_BITS | part,))
                numbers = array("I", next(found)[0]) + numbers
            rows += (
                (key << _PART_BITS | part + number, numbers[start : start + PART].tobytes())
                for number, start in enumerate(range(0, len(numbers), PART))
            )
        connection.executemany("INSERT OR REPLACE INTO posting VALUES (?, ?)", rows)
        connection.executemany(
            "INSERT OR REPLACE INTO bucket VALUES (?, ?)",
            ((key, counts.get(key, 0) + len(numbers)) for key, numbers in added.items()),
        )
        for waiting in self._waiting:
            waiting.clear()
        self.size = 0

    def _by_bucket(self) -> dict[int, array[int]]:
        shared: defaultdict[int, list[list[int]]] = defaultdict(list)
        for side, waiting in enumerate(self._waiting):
            for gram, numbers in waiting.items():
                shared[side << 16 | _bucket(gram)].append(numbers)
        return {
            key: array("I", lists[0] if len(lists) == 1 else sorted({*chain.from_iterable(lists)}))
            for key, lists in shared.items()
        }


def _counts(connection: sqlite3.Connection, keys: Iterable[int]) -> Iterator[tuple[int, int]]:
    yield from connection.execute(
        "SELECT key, count FROM bucket WHERE key IN (SELECT value FROM json_each(?))", (json_of(keys),)
    )


def _numbers(connection: sqlite3.Connection, key: int, count: int, at_most: int) -> array[int]:
    """Return the numbers of a bucket, ascending: the last ones, where they are more than `at_most`."""
    last = count // PART
    first = max(0, last - at_most // PART)
    found = connection.execute(
        "SELECT ids FROM posting WHERE key BETWEEN ? AND ?", (key << _PART_BITS | first, key << _PART_BITS | last)
    )
    return array("I", b"".join(ids for (ids,) in found))


def alike(connection: sqlite3.Connection, grams: set[str], *, limit: int) -> list[int]:
    """Return the numbers of up to `limit` segments that share most of the query's rarest grams."""
    counts = sorted((count, key) for key, count in _counts(connection, _keys(SOURCE, grams)))
    read: list[array[int]] = []
    left = _BUDGET
    for count, key in counts[:_RAREST]:
        if count > left and len(read) > 1:
            break
        read.append(_numbers(connection, key, count, left))
        left -= min(count, left)
    shared = Counter(chain.from_iterable(read))
    often = [(times, number) for number, times in shared.items() if times > 1]
    if len(often) < limit:
        often = [(times, number) for number, times in shared.items()]
    return [number for _times, number in heapq.nlargest(limit, often)]


def having_all(connection: sqlite3.Connection, side: int, grams: set[str]) -> list[int]:
    """Return the numbers of the texts that have all of these grams (and perhaps a few others), ascending."""
    keys = _keys(side, grams)
    counts = dict(_counts(connection, keys))
    if len(counts) < len(keys):
        return []
    common: set[int] | None = None
    for key in sorted(keys, key=counts.__getitem__)[:_RAREST]:
        numbers = _numbers(connection, key, counts[key], counts[key])
        common = set(numbers) if common is None else common.intersection(numbers)
        if not common:
            break
    return sorted(common or ())


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from what is stored, inside of the caller's transaction."""
    connection.execute("DELETE FROM posting")
    connection.execute("DELETE FROM bucket")
    postings = Postings()
    queries = (
        "SELECT id, locale, text FROM segment ORDER BY id",
        "SELECT id, target_locale, target FROM entry ORDER BY id",
    )
    for side, query in enumerate(queries):
        for number, tag, text in connection.execute(query):
            postings.add(side, number, grams(text, locale_of(tag)))
            if postings.size > _AT_ONCE:
                postings.write(connection)
    postings.write(connection)
