"""Blocks → HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from markupsafe import Markup

from govpub.model.block import (
    Alignment,
    Block,
    Cell,
    CodeBlock,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from govpub.render.furniture import fill
from govpub.render.html.inlines import escaped, image, inlines, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.model.block import Footnote
    from govpub.render.html.setting import Setting

__all__ = ["block", "blocks", "notes", "shared_figure"]

_EMPTY = Markup()
_NEW_LINE = Markup("\n")


def blocks(content: Iterable[Block], setting: Setting) -> Markup:
    """Return blocks, one a line."""
    return _NEW_LINE.join(block(one, setting) for one in content)


def block(node: Block, setting: Setting) -> Markup:  # noqa: PLR0911  one return a kind
    """Return one block."""
    match node:
        case Heading():
            return Markup("<h{0}>{1}</h{0}>").format(min(max(node.level, 2), 6), inlines(node.content, setting))
        case Paragraph():
            return Markup("<p>{}</p>").format(inlines(node.content, setting))
        case List():
            return _list(node, setting)
        case Quote():
            return Markup("<blockquote>\n{}\n</blockquote>").format(blocks(node.blocks, setting))
        case Table():
            return _table(node, setting)
        case Figure():
            return _figure(node, setting)
        case CodeBlock():
            return Markup("<pre><code>{}</code></pre>").format(escaped(node.text))
        case Rule():
            return Markup("<hr>")
        case _:
            assert_never(node)


def _list(node: List, setting: Setting) -> Markup:
    items = _NEW_LINE.join(Markup("<li>{}</li>").format(_item(item, setting, tight=node.tight)) for item in node.items)
    if not node.ordered:
        return Markup("<ul>\n{}\n</ul>").format(items)
    start = Markup(' start="{}"').format(node.start) if node.start != 1 else _EMPTY
    return Markup("<ol{}>\n{}\n</ol>").format(start, items)


def _item(item: ListItem, setting: Setting, *, tight: bool) -> Markup:
    match item.blocks:
        case (Paragraph() as first, *rest) if tight:
            return _NEW_LINE.join((inlines(first.content, setting), *(block(one, setting) for one in rest)))
        case content:
            return blocks(content, setting)


def _table(node: Table, setting: Setting) -> Markup:
    _ = setting.rendition.phrases.gettext
    name = fill(_("Table {number}"), number=str(setting.count_table()))
    header = _row(node.header, node.alignments, Markup("th"), Markup(' scope="col"'), setting)
    rows = _NEW_LINE.join(_row(row, node.alignments, Markup("td"), _EMPTY, setting) for row in node.rows)
    return Markup(
        '<div class="scroll" role="region" aria-label="{}" tabindex="0">\n'
        "<table>\n<thead>\n{}\n</thead>\n<tbody>\n{}\n</tbody>\n</table>\n</div>"
    ).format(escaped(name), header, rows)


def _row(
    cells: Sequence[Cell], alignments: Sequence[Alignment], tag: Markup, scope: Markup, setting: Setting
) -> Markup:
    return Markup("<tr>{}</tr>").format(
        _EMPTY.join(
            Markup("<{0}{1}{2}>{3}</{0}>").format(
                tag,
                scope,
                Markup(' class="{}"').format(alignment) if alignment else _EMPTY,
                inlines(cell.content, setting),
            )
            for cell, alignment in zip(cells, (*alignments, *[""] * len(cells)), strict=False)
        )
    )


def _figure(node: Figure, setting: Setting) -> Markup:
    caption = Markup("\n<figcaption>{}</figcaption>").format(plain(node.caption, setting)) if node.caption else _EMPTY
    return Markup("<figure>\n{}{}\n</figure>").format(image(node.path, node.alt, setting), caption)


def shared_figure(figures: Sequence[tuple[Figure, Setting]]) -> Markup:
    """Return one image with its captions in both languages.

    The image carries the first language's alternative text; the second's stands beside it for screen readers.
    """
    (first, setting), *others = figures
    spoken = (
        Markup('<p class="spoken" lang="{}">{}</p>\n').format(other.rendition.locale.tag, escaped(figure.alt))
        for figure, other in others
        if figure.alt
    )
    captions = (
        Markup('<p lang="{}">{}</p>\n').format(one.rendition.locale.tag, plain(figure.caption, one))
        for figure, one in figures
        if figure.caption
    )
    lines = _EMPTY.join((*spoken, *captions))
    return Markup('<figure>\n<div lang="{}">{}</div>\n{}</figure>').format(
        setting.rendition.locale.tag,
        image(first.path, first.alt, setting),
        Markup("<figcaption>\n{}</figcaption>\n").format(lines) if lines else _EMPTY,
    )


def notes(footnotes: Sequence[Footnote], setting: Setting) -> Markup:
    """Return the footnotes, each with a link back to every place that refers to it; empty where there are none."""
    if not footnotes:
        return _EMPTY
    _ = setting.rendition.phrases.gettext
    # All notes are set before the first link back, since a note may refer to another.
    bodies = [blocks(footnote.blocks, setting) for footnote in footnotes]
    items = _NEW_LINE.join(
        Markup('<li id="{}">{}\n{}</li>').format(setting.note_id(number), body, _back(number, setting))
        for number, body in enumerate(bodies, start=1)
    )
    return Markup('<section class="notes" aria-label="{0}">\n<h2>{0}</h2>\n<ol>\n{1}\n</ol>\n</section>').format(
        escaped(_("Notes")), items
    )


def _back(number: int, setting: Setting) -> Markup:
    _ = setting.rendition.phrases.gettext
    label = fill(_("Back to the text: note {number}"), number=str(number))
    return Markup(" ").join(
        Markup('<a class="back" href="#{}" aria-label="{}">↩</a>').format(
            setting.reference_id(number, occurrence), escaped(label)
        )
        for occurrence in range(1, setting.references.get(number, 0) + 1)
    )
