"""What becomes of a PO file that someone else changed while govpub worked on it: both changes are kept, by entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import ConflictError, Position
from govpub.messages import _
from govpub.po import merge_po, parse_po, serialize_po

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.workflow.storage import Merge

__all__ = ["merge_catalogs"]


def merge_catalogs(path: Path) -> Merge:
    """Return a merge by entry for the catalog or glossary at `path`, as `storage.save` wants it."""

    def merge(base: bytes, ours: bytes, theirs: bytes) -> bytes:
        files = [parse_po(content.decode(), path) for content in (base, ours, theirs)]
        merged = merge_po(*files)
        if merged.conflicts:
            raise ConflictError(
                _("someone else changed the same entry while govpub worked on it; nothing was written"),
                at=Position(path),
                hint=_("run the command again"),
            )
        return serialize_po(merged.file).encode()

    return merge
