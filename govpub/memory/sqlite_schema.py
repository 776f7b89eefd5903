"""The tables of a memory's file, and what tells such a file from others.

    segment   each different source text, once
    entry     its translations
    posting   which segments (or entries, for their targets) have a gram: the index
    bucket    how many those are
    word      the words of languages that space them, for searches that know a part of one

The last four bits of a segment's number tell its text's length, by `sqlite_index.segment_number`.

Each gram has a number below 2 ** 16 (see `grams`), which it may share with others. The key of a bucket is
`side << 16 | gram`. A posting row holds numbers of one bucket, four bytes each in the order of the machine
(little-endian wherever govpub runs), those of a bucket over its rows ascending; its key is the bucket's, `<< 32`, with
the first number. A text that has a gram twice may stand there twice.
"""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from govpub.errors import MemoryFileError, Position
from govpub.memory.grams import plain
from govpub.messages import _

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["APPLICATION_ID", "SCHEMA", "VERSION", "open_file"]

PATIENCE = 30.0
"""Seconds to wait for another process that writes."""

APPLICATION_ID = 0x67705462
"""`gpTb` in the file's header (PRAGMA application_id)."""
VERSION = 1
"""PRAGMA user_version; a higher one is a newer govpub's."""

SCHEMA = (
    """CREATE TABLE segment (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        locale TEXT NOT NULL,
        digest INTEGER NOT NULL,
        text TEXT NOT NULL
    )""",
    "CREATE INDEX segment_digest ON segment (digest)",
    """CREATE TABLE entry (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        segment INTEGER NOT NULL REFERENCES segment (id),
        place INTEGER NOT NULL,
        target_locale TEXT NOT NULL,
        target TEXT NOT NULL,
        origin TEXT NOT NULL,
        article TEXT NOT NULL,
        translator TEXT NOT NULL,
        time INTEGER,
        state TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        batch TEXT NOT NULL
    )""",
    "CREATE INDEX entry_place ON entry (segment, place)",
    "CREATE TABLE word (text TEXT PRIMARY KEY) WITHOUT ROWID",
    "CREATE TABLE bucket (key INTEGER PRIMARY KEY, count INTEGER NOT NULL)",
    "CREATE TABLE posting (key INTEGER PRIMARY KEY, ids BLOB NOT NULL)",
)


def open_file(path: Path) -> sqlite3.Connection:
    """Return a connection to a memory's file, made where there is none.

    Where nothing may be written, a file that nobody writes can still be read.

    Raises:
        MemoryFileError: it is another program's file, or one of a newer govpub.
        sqlite3.Error: anything else.
    """
    try:
        return _open(path)
    except sqlite3.OperationalError:
        if not _may_be_read_only(path):
            raise
        return _open(path, read_only=True)


def _may_be_read_only(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not os.access(path.parent, os.W_OK) and not (log.is_file() and log.stat().st_size)


def _open(path: Path, *, read_only: bool = False) -> sqlite3.Connection:
    # A write-ahead log cannot be opened without writing beside it; "immutable" does without one.
    name = f"{path.absolute().as_uri()}?immutable=1" if read_only else path
    connection = sqlite3.connect(name, uri=read_only, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        connection.create_function("contains", 2, _contains, deterministic=True)
        _require_ours(connection, path)
        if not read_only:
            connection.execute("PRAGMA journal_mode = WAL")
            # What is confirmed must outlive a power cut, not only a kill.
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = FAST")
        connection.execute("PRAGMA cache_size = -8192")
        connection.execute("PRAGMA temp_store = MEMORY")
        _make(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _contains(text: str, wanted: str) -> bool:
    return plain(wanted).casefold() in plain(text).casefold()


def _marks_of(connection: sqlite3.Connection) -> tuple[int, int]:
    application: int = connection.execute("PRAGMA application_id").fetchone()[0]
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return application, version


def _require_ours(connection: sqlite3.Connection, path: Path) -> None:
    # In one transaction: another process may be making the file in this moment.
    connection.execute("BEGIN")
    application, version = _marks_of(connection)
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    connection.execute("COMMIT")
    if application == APPLICATION_ID and version > VERSION:
        message = _("a newer govpub made this translation memory")
        raise MemoryFileError(message, at=Position(path), hint=_("update govpub"))
    if application != APPLICATION_ID and (application or version or tables):
        raise MemoryFileError(
            _("this file is another program's, not a translation memory"),
            at=Position(path),
            hint=_("name another file under [paths] memory in govpub.toml"),
        )


def _make(connection: sqlite3.Connection) -> None:
    if _marks_of(connection)[1]:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        if not _marks_of(connection)[1]:  # no other process made it meanwhile
            for statement in SCHEMA:
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {VERSION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise
