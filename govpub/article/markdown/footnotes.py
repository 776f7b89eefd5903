"""References to footnotes, and the footnotes they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.article.traverse import inlines_of
from govpub.messages import _
from govpub.model.inline import FootnoteReference

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.article.source import Source
    from govpub.errors import Position
    from govpub.model.block import Block, Footnote

__all__ = ["order_footnotes"]


def order_footnotes(source: Source, blocks: tuple[Block, ...], notes: Sequence[Footnote]) -> tuple[Footnote, ...]:
    """Return the footnotes in the order of their first reference, from the body and then from footnotes.

    Raises:
        ArticleError: a reference without a footnote, or a footnote without a reference.
    """
    known = {note.label: note for note in notes}
    ordered: dict[str, Footnote] = {}
    waiting: list[tuple[Block, ...]] = [blocks]
    for content in waiting:  # grows while footnotes refer to others
        for label, at in _references(content):
            if label not in known:
                raise source.error(
                    _("there is no footnote [^{label}]").format(label=label),
                    at.line,
                    source.column_of(at.line or 0, f"[^{label}]"),
                    hint=_("write it in a paragraph of its own: [^{label}]: …").format(label=label),
                )
            if label not in ordered:
                ordered[label] = known[label]
                waiting.append(known[label].blocks)
    for note in notes:
        if note.label not in ordered:
            raise source.error(
                _("nothing refers to the footnote [^{label}]").format(label=note.label),
                note.at.line,
                note.at.column,
                hint=_("put [^{label}] behind the words it belongs to, or delete it").format(label=note.label),
            )
    return tuple(ordered.values())


def _references(blocks: tuple[Block, ...]) -> Iterator[tuple[str, Position]]:
    for node, at in inlines_of(blocks):
        if isinstance(node, FootnoteReference):
            yield node.label, at
