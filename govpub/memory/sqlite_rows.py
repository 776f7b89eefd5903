"""Rows of a memory's file as entries, and entries as rows."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias
from zlib import crc32

from govpub.errors import InputError
from govpub.locales import locale_of
from govpub.memory.entry import Added, Remembered
from govpub.memory.sqlite_index import Postings, json_of, segment_number, sequence_of
from govpub.messages import _
from govpub.model.segment import State

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping, Sequence

    from govpub.memory.entry import Selection

__all__ = ["SELECT", "SELECTED", "Chunk", "entry_of", "stored_segment", "values_of"]

SELECT = """SELECT
    entry.id, segment.text, target, segment.locale, target_locale, origin, article, translator, time, state,
    before, after, batch
    FROM entry JOIN segment ON segment.id = entry.segment"""
SELECTED = """
    (:article IS NULL OR article = :article)
    AND (:origin IS NULL OR origin = :origin)
    AND (:batch IS NULL OR batch = :batch)
    AND (:earlier IS NULL OR time < :earlier)
    AND (:since IS NULL OR time >= :since)
    AND (:text IS NULL OR contains(segment.text, :text) OR contains(target, :text))"""
"""The condition of a selection, on what SELECT joins; `values_of` has its values."""


def entry_of(row: Sequence[Any]) -> Remembered:
    """Return the entry in a row of SELECT."""
    _id, source, target, source_tag, target_tag, origin, article, translator, time, state, before, after, batch = row
    return Remembered(
        source=source,
        target=target,
        source_locale=locale_of(source_tag),
        target_locale=locale_of(target_tag),
        origin=origin,
        article=article,
        translator=translator,
        time=None if time is None else datetime.fromtimestamp(time, UTC),
        state=State(state),
        before=before,
        after=after,
        batch=batch,
    )


def values_of(selection: Selection) -> dict[str, object]:
    """Return the values of SELECTED."""
    return {
        "article": selection.article,
        "origin": selection.origin,
        "batch": selection.batch,
        "earlier": None if selection.before is None else selection.before.timestamp(),
        "since": None if selection.since is None else selection.since.timestamp(),
        "text": selection.text,
    }


_Place: TypeAlias = tuple[int, str, str, str, str, str]
"""Segment, target language, article, text before, text after; and the target, where there is no article."""
_Segment: TypeAlias = tuple[str, str]
"""Language and text."""


class _Stored(NamedTuple):
    """What of the entry in a place decides whether another is the same, or its successor."""

    number: int
    target: str
    age: tuple[int, bool]


class Chunk:
    """Stores some entries inside of a transaction, after a look at what is there."""

    def __init__(self, connection: sqlite3.Connection, postings: Postings) -> None:
        """Store by this connection, and have the index note what is new."""
        self._connection = connection
        self._postings = postings
        self._digests: dict[_Segment, int] = {}
        self._segments: dict[_Segment, int] = {}
        self._places: dict[_Place, _Stored] = {}
        self._number = 0
        self._new_segments: list[tuple[object, ...]] = []
        self._new_entries: dict[int, tuple[object, ...]] = {}
        self._touched: list[tuple[object, ...]] = []
        self._gone: list[tuple[int]] = []

    def store(self, entries: Sequence[Remembered]) -> Added:
        """Store these entries; once only.

        Raises:
            InputError: one of them cannot be stored; see `Store.add`.
        """
        for entry in entries:
            _require_text(entry)
        self._digests = {
            key: _digest(*key) for key in {(entry.source_locale.tag, entry.source): None for entry in entries}
        }
        self._segments = _segments(self._connection, self._digests)
        self._read_places(entries)
        next_segment, next_entry = sequence_of(self._last("segment")) + 1, self._last("entry") + 1
        outcomes = Counter(self._take(entry, next_segment, next_entry) for entry in entries)
        self._write()
        return Added(new=outcomes["new"], replaced=outcomes["replaced"], same=outcomes["same"])

    def _take(self, entry: Remembered, next_segment: int, next_entry: int) -> Literal["new", "replaced", "same"]:
        segment = self._segment_of(entry, next_segment)
        place = _place_of(entry, segment)
        old = self._places.get(place)
        time = None if entry.time is None else int(entry.time.timestamp())
        age = (time or 0, entry.state is State.REVIEWED)
        if old is not None and old.target == entry.target:
            if age != old.age and age[0] >= old.age[0]:  # of one second, what is said last is so
                self._places[place] = _Stored(old.number, old.target, age)
                self._touched.append((time, entry.state.value, entry.translator, old.number))
            return "same"
        if old is not None and age < old.age:
            return "same"
        if old is not None and self._new_entries.pop(old.number, None) is None:
            self._gone.append((old.number,))
        number = self._number = max(self._number + 1, next_entry)
        self._places[place] = _Stored(number, entry.target, age)
        self._new_entries[number] = _row(number, place, time, entry)
        self._postings.add_target(number, entry.target, entry.target_locale)
        return "new" if old is None else "replaced"

    def _segment_of(self, entry: Remembered, next_segment: int) -> int:
        key = tag, _text = entry.source_locale.tag, entry.source
        number = self._segments.get(key)
        if number is None:
            number = segment_number(next_segment + len(self._new_segments), entry.source)
            self._segments[key] = number
            self._new_segments.append((number, tag, self._digests[key], entry.source))
            self._postings.add_source(number, entry.source, entry.source_locale)
        return number

    def _last(self, table: str) -> int:
        row = self._connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
        return row[0] if row else 0

    def _read_places(self, entries: Iterable[Remembered]) -> None:
        places = {
            _place_of(entry, segment)
            for entry in entries
            if (segment := self._segments.get((entry.source_locale.tag, entry.source))) is not None
        }
        marks = ",".join(f"[{place[0]},{_mark(place)}]" for place in places)
        rows = self._connection.execute(
            """SELECT segment, target_locale, article, before, after, target, entry.id, time, state
            FROM json_each(?) AS wanted JOIN entry ON segment = wanted.value ->> 0 AND place = wanted.value ->> 1""",
            (f"[{marks}]",),
        )
        for *place, target, number, time, state in rows:
            stored = _Stored(number, target, (time or 0, state == State.REVIEWED.value))
            self._places[*place, "" if place[2] else target] = stored

    def _write(self) -> None:
        self._connection.executemany("INSERT INTO segment VALUES (?, ?, ?, ?)", self._new_segments)
        self._connection.executemany("DELETE FROM entry WHERE id = ?", self._gone)
        self._connection.executemany(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", self._new_entries.values()
        )
        self._connection.executemany("UPDATE entry SET time = ?, state = ?, translator = ? WHERE id = ?", self._touched)


def stored_segment(connection: sqlite3.Connection, tag: str, text: str) -> int | None:
    """Return the number of a segment; None where it is not stored."""
    return _segments(connection, {(tag, text): _digest(tag, text)}).get((tag, text))


def _segments(connection: sqlite3.Connection, digests: Mapping[_Segment, int]) -> dict[_Segment, int]:
    """Return the numbers of those of these segments that are stored."""
    rows = connection.execute(
        "SELECT id, locale, text FROM segment WHERE digest IN (SELECT value FROM json_each(?))",
        (json_of(digests.values()),),
    )
    # Other texts may have the same digest.
    return {(tag, text): number for number, tag, text in rows if (tag, text) in digests}


def _digest(tag: str, text: str) -> int:
    content = f"{tag}\0{text}".encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(content, digest_size=8).digest(), "big", signed=True)


def _place_of(entry: Remembered, segment: int) -> _Place:
    target = "" if entry.article else entry.target
    return segment, entry.target_locale.tag, entry.article, entry.before, entry.after, target


def _mark(place: _Place) -> int:
    """Return a number by which a segment's place is looked up; others may have it too."""
    return crc32("\0".join(place[1:]).encode())


def _row(number: int, place: _Place, time: int | None, entry: Remembered) -> tuple[object, ...]:
    return (
        number,
        place[0],
        _mark(place),
        entry.target_locale.tag,
        entry.target,
        entry.origin,
        entry.article,
        entry.translator,
        time,
        entry.state.value,
        entry.before,
        entry.after,
        entry.batch,
    )


def _require_text(entry: Remembered) -> None:
    if not (entry.source and entry.target):
        raise InputError(_("an entry of the memory needs a text on both sides"), hint=_("translate it first"))
