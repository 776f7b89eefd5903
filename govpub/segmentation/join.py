"""Segments and their translations → the wording of the other language."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from govpub.model.inline import Inline, LineBreak, Pending, Text, plain_text
from govpub.model.segment import PLACEHOLDER
from govpub.segmentation.placeholders import PlaceholderError, decode, merged
from govpub.segmentation.segments import Cutter
from govpub.segmentation.walk import Leaf, walk

if TYPE_CHECKING:
    from collections.abc import Mapping

    from govpub.locales import Locale
    from govpub.model.article import Article, Wording
    from govpub.model.segment import Segment, Unit

__all__ = ["join"]


def join(article: Article, units: Mapping[str, Unit], target: Locale) -> Wording:
    """Return the article's wording in `target`, from units by segment id.

    What is not final, or has lost a placeholder, or was made for another text of the segment, becomes Pending; in a
    plain string it stands in 〖〗. Between sentences stands what the target language puts there; in the article's own
    language, what stood there.
    """
    cutter = Cutter(article)
    own = target == article.locale

    def put_back(leaf: Leaf) -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        segments = cutter.cut(leaf)
        if not segments:
            return leaf.content
        for number, segment in enumerate(segments):
            content = _content(segment, units.get(segment.id))
            if own:
                content = (*_space(segment.before), *content, *_space(segment.after))
            elif number:
                nodes += _joint(segments[number - 1].after, nodes, content, target)
            nodes += content
        return merged(nodes)

    return replace(walk(article.wording, article.positions, put_back), locale=target)


def _content(segment: Segment, unit: Unit | None) -> tuple[Inline, ...]:
    """Return the translation of a segment, or what a draft shows in its place."""
    source = decode(segment.text, segment.placeholders)
    target = unit.target.strip() if unit is not None else ""
    if unit is None or not target:
        return (Pending(source, fuzzy=False),)
    try:
        content = decode(target, segment.placeholders)
    except PlaceholderError:
        bare = PLACEHOLDER.sub("", target).strip()
        return (Pending((Text(bare),), fuzzy=True) if bare else Pending(source, fuzzy=False),)
    if unit.state.final and unit.segment.text == segment.text:
        return content
    return (Pending(content, fuzzy=True),)


def _space(text: str) -> tuple[Inline, ...]:
    """Return white space as inlines; a line feed is a line break."""
    nodes: list[Inline] = []
    for number, part in enumerate(text.split("\n")):
        if number:
            nodes.append(LineBreak())
        if part:
            nodes.append(Text(part))
    return tuple(nodes)


def _joint(between: str, before: list[Inline], after: tuple[Inline, ...], target: Locale) -> tuple[Inline, ...]:
    """Return what stands between two sentences: the source's line breaks, or what the languages at both sides want."""
    if breaks := between.count("\n"):
        return (LineBreak(),) * breaks
    left, right = plain_text(tuple(before))[-1:], plain_text(after)[:1]
    if not left or not right or left.isspace() or right.isspace():
        return ()
    # A sentence that has no translation yet keeps its own habit beside one of its own language.
    same = _wide(left) is _wide(right) and _wide(left) is not None
    joint = ("" if _wide(left) else " ") if same else target.joint
    return (Text(joint),) if joint else ()


def _wide(character: str) -> bool | None:
    """Return whether a character is wide; None for those that are as wide as the text around them (“ ” —)."""
    width = unicodedata.east_asian_width(character)
    return None if width == "A" else width in "WF"
