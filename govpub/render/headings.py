"""Whether an article numbers its headings itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.model.block import Heading
from govpub.model.inline import plain_text

if TYPE_CHECKING:
    from govpub.model.release import Release

__all__ = ["are_numbered"]

_OWN_NUMBER = re.compile(
    r"\s*(?:[一二三四五六七八九十百]+、|（[一二三四五六七八九十百]+）|第[一二三四五六七八九十百0-9]+[编章节条款部]"
    r"|[0-9]{1,3}[.．、)）]|[(（][0-9]{1,3}[)）]|[①-⑳]"
    r"|[IVXLC]{1,6}[.)]\s|[A-Z][.)]\s|\([a-zA-Z]{1,4}\)\s|(?:Part|Chapter|Section|Article)\s+[0-9IVXLC]+\b)"
)


def are_numbered(release: Release) -> bool:
    """Return whether a heading of the release has a number of its own, in either language: then all are as written."""
    return any(
        isinstance(block, Heading) and _OWN_NUMBER.match(plain_text(block.content))
        for rendition in release.renditions
        for block in rendition.wording.blocks
    )
