"""How a person names a segment on the command line: by its id, or by its number in the article."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import Position, UsageError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["named_segment"]

_DIGITS = 6
"""No article has as many segments as a number of more digits says."""


def named_segment(name: str, ids: Sequence[str], article: Path | None) -> str:
    """Return the id of the segment that `name` means among those of an article, given in order.

    Raises:
        UsageError: there is none.
    """
    if name in ids:
        return name
    if name.isdecimal() and len(name) <= _DIGITS and 0 < int(name) <= len(ids):
        return ids[int(name) - 1]
    raise UsageError(
        _("there is no such segment: {segment}").format(segment=name),
        at=Position(article),
        hint=_("name it by its number in the article, 1 to {count}, or by its id, the msgctxt in the catalog").format(
            count=len(ids)
        ),
    )
