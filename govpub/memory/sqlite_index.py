"""The index of a memory's file: which texts share grams with a query (see `sqlite_schema` for its form)."""

from __future__ import annotations

import heapq
import math
from array import array
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from govpub.locales import locale_of
from govpub.memory.grams import Grams, plain

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

    from govpub.locales import Locale
    from govpub.memory.grams import Fragment

__all__ = ["SOURCE", "TARGET", "Postings", "alike", "having_all", "json_of", "rebuild", "segment_number", "sequence_of"]

SOURCE, TARGET = 0, 1
_NUMBER_BITS = 32
_LENGTH_BITS = 4
_ROW = 4_000
"""Bytes that a row may grow to: it fits a page of the file."""
_RAREST = 12
"""Grams of a query that are looked up at least; measured, see tests/benchmarks/bench_memory.py."""
_FEW = 5
"""Grams of a query of which a text that resembles it may have but one."""
_ENOUGH = range(1_000, 8_000)
"""Numbers that are counted for a query, if it has so many: rare grams that only chance put there do not tell enough.

One for every 128 segments, in this range.
"""
_BUDGET = 30_000
"""Numbers that are counted for a query at most: of a gram that has more, those of the last stored texts."""
_AT_ONCE = 3_000_000
"""Numbers that wait before they are written, where there are many: an import is to take 100 MiB at most."""
_MANY = 100_000
"""Numbers that are worth rows of their own."""
_MOST_ALTERNATIVES = 300
"""Words that a part of one may stand for: a part of more is in so many texts that they are found without an index."""
_MOST_WORDS = 50_000
"""Words that are remembered from one writing to the next."""


def json_of(numbers: Iterable[int]) -> str:
    """Return numbers as what SQLite's json_each reads: a list of any length in one parameter."""
    return f"[{','.join(map(str, numbers))}]"


class _Buckets(dict[int, "array[int]"]):
    def __missing__(self, gram: int) -> array[int]:
        numbers = self[gram] = array("I")
        return numbers


class Postings:
    """Collects what is to be indexed, and writes it in one go."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._grams = Grams()
        self._sides = (_Buckets(), _Buckets())
        self._written = 0
        self._size = 0

    @property
    def full(self) -> bool:
        """Return whether it is time to write."""
        return self._size > _AT_ONCE

    def add_source(self, number: int, text: str, locale: Locale) -> None:
        """Note what a segment is found by; segments come in ascending order of their numbers."""
        self._add(SOURCE, number, self._grams.likeness(text, locale))

    def add_target(self, number: int, text: str, locale: Locale) -> None:
        """Note what an entry's target is found by; entries come in ascending order of their numbers."""
        self._add(TARGET, number, self._grams.of(text, locale))

    def _add(self, side: int, number: int, grams: Sequence[int]) -> None:
        buckets = self._sides[side]
        for gram in grams:
            buckets[gram].append(number)
        self._size += len(grams)

    def write(self, connection: sqlite3.Connection) -> None:
        """Write what waits, inside of the caller's transaction."""
        for side, buckets in enumerate(self._sides):
            waiting = [(side << 16 | gram, numbers) for gram, numbers in sorted(buckets.items())]
            buckets.clear()
            rows = waiting if self._size > _MANY else [_appended(connection, *bucket) for bucket in waiting]
            connection.executemany(
                "INSERT OR REPLACE INTO posting VALUES (?, ?)",
                ((key << _NUMBER_BITS | numbers[0], numbers) for key, numbers in rows),
            )
            connection.executemany(
                "INSERT INTO bucket VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET count = count + excluded.count",
                ((key, len(numbers)) for key, numbers in waiting),
            )
        self._size = 0
        self._write_words(connection)

    def _write_words(self, connection: sqlite3.Connection) -> None:
        words = self._grams.words
        new = sorted(islice(words, self._written, None))
        connection.executemany("INSERT OR IGNORE INTO word VALUES (?)", zip(new, strict=True))
        if len(words) > _MOST_WORDS:
            words.clear()
        self._written = len(words)


def _appended(connection: sqlite3.Connection, key: int, numbers: array[int]) -> tuple[int, array[int]]:
    """Return what takes the place of the last row of a bucket, or comes after it."""
    last = connection.execute(
        "SELECT ids FROM posting WHERE key BETWEEN ? AND ? ORDER BY key DESC LIMIT 1", _range(key)
    ).fetchone()
    if last is None or len(last[0]) + len(numbers) * numbers.itemsize > _ROW:
        return key, numbers
    return key, array("I", last[0]) + numbers


def _range(key: int) -> tuple[int, int]:
    return key << _NUMBER_BITS, (key + 1 << _NUMBER_BITS) - 1


def _counts(connection: sqlite3.Connection, side: int, grams: Iterable[int]) -> list[tuple[int, int]]:
    """Return how many numbers each bucket has that has any, as count and key, the smallest first."""
    keys = {side << 16 | gram for gram in grams}
    return connection.execute(
        "SELECT count, key FROM bucket WHERE key IN (SELECT value FROM json_each(?)) ORDER BY count, key",
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


def segment_number(sequence: int, text: str) -> int:
    """Return the number of a segment: its last four bits tell the length of its text, before it is read."""
    return sequence << _LENGTH_BITS | _length_class(len(plain(text)))


def sequence_of(number: int) -> int:
    """Return of which segment this is the number, in the order of storing."""
    return number >> _LENGTH_BITS


def _length_class(length: int) -> int:
    return min(max(int(math.log(max(length, 1) / 4) * 4), 0), (1 << _LENGTH_BITS) - 1)


def alike(connection: sqlite3.Connection, text: str, locale: Locale, *, lengths: range, limit: int) -> list[int]:
    """Return the numbers of up to `limit` segments of about these lengths that share most of a text's rarest grams."""
    grams, read = _rarest(connection, Grams().likeness(text, locale))
    shared = Counter(read)
    own, last_bits = _length_class(len(plain(text))), (1 << _LENGTH_BITS) - 1
    fitting = range(_length_class(lengths.start), _length_class(lengths.stop) + 1)
    # Of a text of many grams, one that is like it shares more than one.
    least = 2 if grams > _FEW else 1
    found = [
        (times, -abs((number & last_bits) - own), number)
        for number, times in shared.items()
        if times >= least and number & last_bits in fitting
    ]
    return [number for _times, _distance, number in heapq.nlargest(limit, found)]


def _rarest(connection: sqlite3.Connection, grams: Iterable[int]) -> tuple[int, array[int]]:
    """Return how many of these grams are rare enough to be looked at, and the segments of each, one after the other."""
    (last,) = connection.execute("SELECT max(id) FROM segment").fetchone()
    enough = min(max(sequence_of(last or 0) >> 7, _ENOUGH.start), _ENOUGH.stop)
    chosen: list[int] = []
    size = 0
    for count, key in _counts(connection, SOURCE, grams):
        if (len(chosen) >= _RAREST and size >= enough) or (chosen and size + count > _BUDGET):
            break
        if count > _BUDGET:
            return 1, _numbers(connection, key, _BUDGET)
        chosen.append(key)
        size += count
    rows = connection.execute(
        """SELECT ids FROM json_each(?) AS chosen
        JOIN posting ON posting.key BETWEEN chosen.value << 32 AND (chosen.value + 1 << 32) - 1""",
        (json_of(chosen),),
    )
    return len(chosen), array("I", b"".join(ids for (ids,) in rows))


def having_all(connection: sqlite3.Connection, side: int, wanted: Iterable[Fragment]) -> list[int] | None:
    """Return the numbers of the texts that have all of these (and perhaps of a few others), ascending.

    None where what is wanted is too short or too frequent to be looked up.
    """
    alternatives = [grams for fragment in wanted if (grams := _grams_with(connection, fragment)) is not None]
    if not alternatives:
        return None
    groups = [_counts(connection, side, grams) for grams in alternatives]
    groups.sort(key=lambda counts: sum(count for count, _key in counts))
    common: set[int] | None = None
    for counts in groups[:_RAREST]:
        numbers = {number for count, key in counts for number in _numbers(connection, key, count)}
        common = numbers if common is None else common & numbers
        if not common:
            break
    return sorted(common or ())


def _grams_with(connection: sqlite3.Connection, fragment: Fragment) -> set[int] | None:
    if fragment.whole:
        return {fragment.number}
    words = connection.execute("SELECT text FROM word WHERE instr(text, ?)", (fragment.text,)).fetchall()
    fitting = [word for (word,) in words if fragment.fits(word)]
    if len(fitting) > _MOST_ALTERNATIVES:
        return None
    grams = Grams()
    return {grams.words[word] for word in fitting}


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the index anew from what is stored, inside of the caller's transaction."""
    connection.execute("DELETE FROM posting")
    connection.execute("DELETE FROM bucket")
    connection.execute("DELETE FROM word")
    postings = Postings()
    for query, add in (
        ("SELECT id, text, locale FROM segment ORDER BY id", postings.add_source),
        ("SELECT id, target, target_locale FROM entry ORDER BY id", postings.add_target),
    ):
        for number, text, tag in connection.execute(query):
            add(number, text, locale_of(tag))
            if postings.full:
                postings.write(connection)
    postings.write(connection)
