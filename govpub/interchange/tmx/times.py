"""Times as TMX writes them: ISO 8601 in its basic form, in Coordinated Universal Time (`20240603T013000Z`)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

__all__ = ["parse_time", "serialize_time"]

_WRITTEN = re.compile(r"[0-9]{8}T[0-9]{6}Z", re.ASCII)


def parse_time(text: str) -> datetime | None:
    """Return the time; None where there is none, or it is not written as TMX wants it."""
    if not _WRITTEN.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # the 31st of February
        return None


def serialize_time(time: datetime | None) -> str:
    """Return a time with its zone as TMX writes it, to the second; empty for None."""
    if time is None:
        return ""
    utc = time.astimezone(UTC)
    return f"{utc.year:04}{utc:%m%dT%H%M%SZ}"
