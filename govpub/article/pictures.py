"""The images that an article shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.article.traverse import inlines_of
from govpub.model.block import Figure
from govpub.model.inline import Picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.errors import Position
    from govpub.model.article import Wording

__all__ = ["images"]


def images(wording: Wording) -> Iterator[tuple[str, Position]]:
    """Yield the path of every image, as written, with the position of the block that shows it."""
    if wording.image is not None:
        yield wording.image.path, wording.image.at
    for blocks in (wording.blocks, *(note.blocks for note in wording.footnotes)):
        for node, at in inlines_of(blocks):
            if isinstance(node, Figure | Picture):
                yield node.path, at
