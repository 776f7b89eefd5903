"""Which entries of a catalog are live, and what they translate to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import CatalogError, Position
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from govpub.po import PoEntry, PoFile

__all__ = ["live_by_id", "translation_of"]


def live_by_id(file: PoFile, path: Path | None = None) -> Mapping[str, PoEntry]:
    """Return the live entries that have a msgctxt, by it.

    Raises:
        CatalogError: two of them have the same one.
    """
    entries: dict[str, PoEntry] = {}
    for entry in file.entries:
        if entry.msgctxt is None or entry.obsolete:
            continue
        first = entries.setdefault(entry.msgctxt, entry)
        if first is not entry:
            raise CatalogError(
                _("two entries for the segment {id}; the first stands in line {line}").format(
                    id=ascii(entry.msgctxt)[1:-1], line=first.line
                ),
                at=Position(path if path is not None else file.path, entry.line or None),
                hint=_("keep the one whose msgid the article says, and remove the other"),
            )
    return entries


def translation_of(entry: PoEntry) -> str:
    """Return its translation; empty where it has none, or nothing but white space."""
    text = entry.msgstr[0] if entry.msgstr else ""
    return text if text.strip() else ""
