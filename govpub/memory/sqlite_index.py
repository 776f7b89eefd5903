"""The index of a memory's file: which texts share grams with a query (see `sqlite_schema` for its form)."""

from __future__ import annotations

import heapq
from array import array
from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING
from zlib import crc32

from govpub.locales import locale_of
from govpub.memory.grams import grams

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence

    from govpub.memory.grams import Fragment

__all__ = ["AT_ONCE", "SOURCE", "TARGET", "Postings", "alike", "having_all", "json_of", "rebuild"]

SOURCE, TARGET = 0, 1
_BUCKETS = 1 << 16
_NUMBER_BITS = 32
_ROW = 4_000
"""Bytes that a row may grow to: it fits a page of the file."""
_RAREST = 12
"""Grams of a query that are looked up; measured, see tests/benchmarks/bench_memory.py."""
_BUDGET = 30_000
"""Numbers that are counted for a query: beyond, further grams are left out, and the oldest of a single one."""
AT_ONCE = 2_000_000
"""Numbers that wait before they are written, where there are many: eight MiB."""
_SHORTEST_WORD = 3
"""Letters of a word that a part of it is looked up by; pairs of characters are shorter, and not kept as words."""
_MANY = 100_000
"""Numbers that are worth rows of their own."""


def _key(side: int, gram: str) -> int:
    return side << 16 | crc32(gram.encode("utf-8", "surrogatepass")) & 0xFFFF


def json_of(numbers: Iterable[int]) -> str:
    """Return numbers as what SQLite's json_each reads: a list of any length in one parameter."""
    return f"[{','.join(map(str, numbers))}]"


class _Waiting(dict[str, "array[int]"]):
    """The numbers that wait, by gram; grams of one bucket share theirs."""

    def __init__(self, side: int) -> None:
        self.side = side
        self.buckets: dict[int, array[int]] = {}

    def __missing__(self, gram: str) -> array[int]:
        key = _key(self.side, gram)
        numbers = self.buckets.get(key)
        if numbers is None:
            numbers = self.buckets[key] = array("I")
        self[gram] = numbers
        return numbers


class Postings:
    """Collects what is to be indexed, and writes it in one go."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._waiting = (_Waiting(SOURCE), _Waiting(TARGET))
        self.size = 0
        """How many numbers are waiting to be written."""

    def add(self, side: int, number: int, grams: Sequence[str]) -> None:
        """Note that a text has these grams; the numbers of a side come in ascending order."""
        waiting = self._waiting[side]
        for gram in grams:
            waiting[gram].append(number)
        self.size += len(grams)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what waits, inside of the caller's transaction."""
        many = self.size > _MANY
        for waiting in self._waiting:
            rows = (
                row
                for key, numbers in sorted(waiting.buckets.items())
                for row in ([_row(key, numbers)] if many else _appended(connection, key, numbers))
            )
            connection.executemany("INSERT OR REPLACE INTO posting VALUES (?, ?)", rows)
            words = ((gram,) for gram in sorted(waiting) if len(gram) >= _SHORTEST_WORD)
            connection.executemany("INSERT OR IGNORE INTO word VALUES (?)", words)
            waiting.clear()
            waiting.buckets.clear()
        self.size = 0


def _row(key: int, numbers: array[int]) -> tuple[int, bytes]:
    return key << _NUMBER_BITS | numbers[0], numbers.tobytes()


def _appended(connection: sqlite3.Connection, key: int, numbers: array[int]) -> Iterator[tuple[int, bytes]]:
    found = connection.execute(
        "SELECT ids FROM posting WHERE key BETWEEN ? AND ? ORDER BY key DESC LIMIT 1", _range(key)
    ).fetchone()
    if found is not None and len(found[0]) + len(numbers) * numbers.itemsize <= _ROW:
        numbers = array("I", found[0]) + numbers
    yield _row(key, numbers)


def _range(key: int) -> tuple[int, int]:
    return key << _NUMBER_BITS, (key + 1 << _NUMBER_BITS) - 1


def _counts(connection: sqlite3.Connection, keys: Iterable[int]) -> list[tuple[int, int]]:
    """Return how many numbers each bucket has that has any, as count and key."""
    return connection.execute(
        """SELECT sum(length(ids)) / 4, wanted.value FROM json_each(?) AS wanted
        JOIN posting ON posting.key BETWEEN wanted.value << 32 AND (wanted.value + 1 << 32) - 1
        GROUP BY wanted.value""",
        (json_of(keys),),
    ).fetchall()


def _numbers(connection: sqlite3.Connection, key: int, at_most: int) -> array[int]:
    """Return the numbers of a bucket: the last ones, where they are more than `at_most`."""
    numbers = array("I")
    rows = connection.execute("SELECT ids FROM posting WHERE key BETWEEN ? AND ? ORDER BY key DESC", _range(key))
    for (ids,) in rows:
        numbers.frombytes(ids)
        if len(numbers) >= at_most:
            break
    return numbers


def alike(connection: sqlite3.Connection, grams: Iterable[str], *, limit: int) -> list[int]:
    """Return the numbers of up to `limit` segments that share most of the query's rarest grams."""
    counts = sorted(_counts(connection, {_key(SOURCE, gram) for gram in grams}))
    read: list[array[int]] = []
    left = _BUDGET
    for count, key in counts[:_RAREST]:
        if count > left and len(read) > 1:
            break
        read.append(_numbers(connection, key, left))
        left -= min(count, left)
    shared = Counter(chain.from_iterable(read))
    often = [(times, number) for number, times in shared.items() if times > 1]
    if len(often) < limit:
        often = [(times, number) for number, times in shared.items()]
    return [number for _times, number in heapq.nlargest(limit, often)]


def having_all(connection: sqlite3.Connection, side: int, wanted: Iterable[Fragment]) -> list[int] | None:
    """Return the numbers of the texts that have all of these (and perhaps of a few others), ascending.

    None where what is wanted is too short to be looked up.
    """
    alternatives = [grams for fragment in wanted if (grams := _grams_with(connection, fragment)) is not None]
    if not alternatives:
        return None
    groups = [_counts(connection, {_key(side, gram) for gram in grams}) for grams in alternatives]
    groups.sort(key=lambda counts: sum(count for count, _key in counts))
    common: set[int] | None = None
    for counts in groups[:_RAREST]:
        numbers = {number for count, key in counts for number in _numbers(connection, key, count)}
        common = numbers if common is None else common & numbers
        if not common:
            break
    return sorted(common or ())


def _grams_with(connection: sqlite3.Connection, fragment: Fragment) -> list[str] | None:
    if fragment.whole:
        return [fragment.text]
    if len(fragment.text) < _SHORTEST_WORD:
        return None
    words = connection.execute("SELECT text FROM word WHERE instr(text, ?)", (fragment.text,))
    return [word for (word,) in words if fragment.fits(word)]


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from what is stored, inside of the caller's transaction."""
    connection.execute("DELETE FROM posting")
    connection.execute("DELETE FROM word")
    postings = Postings()
    queries = (
        "SELECT id, locale, text FROM segment ORDER BY id",
        "SELECT id, target_locale, target FROM entry ORDER BY id",
    )
    for side, query in enumerate(queries):
        for number, tag, text in connection.execute(query):
            postings.add(side, number, grams(text, locale_of(tag)))
            if postings.size > AT_ONCE:
                postings.write(connection)
    postings.write(connection)
