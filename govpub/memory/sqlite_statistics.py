"""What a memory's file holds, counted."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from govpub.memory.entry import Statistics
from govpub.model.segment import State

if TYPE_CHECKING:
    import sqlite3

__all__ = ["statistics_of"]


def statistics_of(connection: sqlite3.Connection) -> Statistics:
    """Return the counts of what is stored."""
    entries, oldest, newest = connection.execute("SELECT count(*), min(time), max(time) FROM entry").fetchone()
    return Statistics(
        entries=entries,
        sources=connection.execute("SELECT count(*) FROM segment").fetchone()[0],
        pairs={
            (source, target): count
            for source, target, count in connection.execute(
                "SELECT locale, target_locale, count(*) FROM entry JOIN segment ON segment.id = entry.segment"
                " GROUP BY 1, 2 ORDER BY 1 DESC, 2"
            )
        },
        states={State(state): count for state, count in _counted(connection, "state")},
        origins=dict(_counted(connection, "origin")),
        articles=dict(_counted(connection, "article")),
        years={
            None if year is None else int(year): count
            for year, count in connection.execute(
                "SELECT strftime('%Y', time, 'unixepoch') AS year, count(*) FROM entry GROUP BY 1 ORDER BY 1"
            )
        },
        oldest=None if oldest is None else datetime.fromtimestamp(oldest, UTC),
        newest=None if newest is None else datetime.fromtimestamp(newest, UTC),
    )


def _counted(connection: sqlite3.Connection, column: str) -> list[tuple[str, int]]:
    return connection.execute(
        f"SELECT {column}, count(*) FROM entry GROUP BY 1 ORDER BY 2 DESC, 1"  # noqa: S608  a name from this module
    ).fetchall()
