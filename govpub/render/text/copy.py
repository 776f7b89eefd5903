"""Release → wire copy."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from govpub.errors import ArticleError
from govpub.messages import _ as say
from govpub.model.block import Paragraph
from govpub.render.furniture import dateline, embargo_line, fill, release_number_line, updated_line
from govpub.render.text.encoding import encode
from govpub.render.text.flow import plain
from govpub.render.text.layout import Setter
from govpub.render.text.width import cells, padded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.model.block import Block, Footnote
    from govpub.model.release import Release, Rendition

__all__ = ["render_text"]

_WIDTH = 78
"""Cells of a line: 39 Chinese characters."""
_EAST_ASIAN_COLUMN, _WESTERN_COLUMN, _GAP = 36, 38, 4


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """Lines that belong together; in a bilingual copy, the two languages have the same parts in the same order."""

    lines: list[str]
    parted: bool = True
    """Whether an empty line stands before it."""


def render_text(release: Release) -> bytes:
    """Return the wire copy of an edition: lines of at most 78 display cells, in the release's encoding.

    Raises:
        ArticleError: blocks stand inside each other deeper than can be set, or the encoding cannot carry a character.
    """
    try:
        lines = _lines(release)
    except RecursionError as error:
        raise ArticleError(say("lists or quotations stand inside each other too deeply to be set")) from error
    return encode("".join(f"{line}\n" for line in lines), release.text_encoding)


def _lines(release: Release) -> list[str]:
    if len(release.renditions) > 1 and release.layout == "columns":
        return _side_by_side(release)
    setters = [Setter.of(rendition, _WIDTH) for rendition in release.renditions]
    copies = [_parts(release, setter) for setter in setters]
    if release.layout == "interleaved":
        both = (part for pair in zip_longest(*copies) for part in pair if part is not None)
        return _stacked([_Part(lines=part.lines) for part in both])
    lines: list[str] = []
    for copy in copies:
        if lines:
            lines.extend(("", "-" * _WIDTH, ""))
        lines.extend(_stacked(copy))
    return lines


def _stacked(parts: Sequence[_Part]) -> list[str]:
    lines: list[str] = []
    for part in parts:
        if part.lines:
            if lines and part.parted:
                lines.append("")
            lines.extend(part.lines)
    return lines


def _side_by_side(release: Release) -> list[str]:
    """Return the first language on the left, the second on the right, each block level with its counterpart."""
    left, right = (Setter.of(rendition, _column(rendition)) for rendition in release.renditions)
    lines: list[str] = []
    for one, other in zip_longest(_parts(release, left), _parts(release, right)):
        pair = (one.lines if one else [], other.lines if other else [])
        if any(pair):
            if lines:
                lines.append("")
            lines.extend(_level(*pair, left))
    return lines


def _column(rendition: Rendition) -> int:
    return _EAST_ASIAN_COLUMN if rendition.locale.east_asian else _WESTERN_COLUMN


def _level(left: list[str], right: list[str], setter: Setter) -> Iterator[str]:
    """Yield lines side by side; where a long address runs out of the left column, the right one waits."""
    waiting = iter(right)
    for line in left:
        beside = next(waiting, "") if cells(line, setter.locale) <= setter.width else ""
        yield (padded(line, setter.width + _GAP, setter.locale) + beside).rstrip(" ")
    for beside in waiting:
        yield (" " * (setter.width + _GAP) + beside).rstrip(" ")


def _parts(release: Release, setter: Setter) -> list[_Part]:
    rendition = setter.flow.rendition
    wording, phrases = rendition.wording, rendition.phrases
    _ = phrases.gettext
    headline = [*setter.headline(wording.title), *setter.headline(wording.subtitle)]
    image = setter.block(wording.image) if wording.image is not None else []
    return [
        _Part(lines=_top(release, setter)),
        _Part(lines=headline),
        _Part(lines=setter.plain(wording.summary)),
        _Part(lines=image),
        *_body(release, setter),
        *_notes(wording.footnotes, setter),
        _Part(lines=setter.lines(_("Ends"))),
        _Part(lines=_facts(release, setter)),
        _Part(lines=_notes_to_editors(setter)),
    ]


def _top(release: Release, setter: Setter) -> list[str]:
    phrases = setter.flow.rendition.phrases
    _ = phrases.gettext
    lines = []
    if release.embargo is not None:
        lines.append(embargo_line(release.embargo, phrases))
    if release.draft:
        lines.append(_("DRAFT – NOT FOR PUBLICATION"))
    if not lines:
        lines.append(_("FOR IMMEDIATE RELEASE"))
    lines.append(release_number_line(release.release_number, phrases))
    return [part for line in lines if line for part in setter.lines(plain(line))]


def _body(release: Release, setter: Setter) -> Iterator[_Part]:
    rendition = setter.flow.rendition
    joint = "\u3000" if rendition.locale.indents_paragraphs else " "
    place = plain(dateline(rendition, release.published))
    before: Block | None = None
    if place and not (rendition.wording.blocks and isinstance(rendition.wording.blocks[0], Paragraph)):
        yield _Part(lines=setter.lines(place))
        place = ""
    for block in rendition.wording.blocks:
        opening = f"{place}{joint}" if place else ""
        parted = before is None or setter.parted(before, block)
        yield _Part(lines=setter.block(block, opening=opening), parted=parted)
        before, place = block, ""


def _notes(footnotes: Sequence[Footnote], setter: Setter) -> Iterator[_Part]:
    _ = setter.flow.rendition.phrases.gettext
    for number, footnote in enumerate(footnotes, start=1):
        heading = setter.lines(_("Notes")) if number == 1 else []
        yield _Part(lines=[*heading, *setter.note(number, footnote)], parted=number == 1)


def _facts(release: Release, setter: Setter) -> list[str]:
    """Return what the desk wants to know, after the end mark: source, author, column, keywords, date, contact."""
    rendition = setter.flow.rendition
    wording = rendition.wording
    _ = rendition.phrases.gettext
    keywords = _(", ").join(wording.keywords)
    facts = (
        fill(_("Source: {source}"), source=wording.source) if wording.source else "",
        fill(_("Author: {author}"), author=wording.author) if wording.author else "",
        fill(_("Column: {column}"), column=wording.column) if wording.column else "",
        fill(_("Keywords: {keywords}"), keywords=keywords) if keywords else "",
        updated_line(release.updated, rendition.phrases),
        fill(_("Contact: {contact}"), contact=wording.contact) if wording.contact else "",
    )
    return [line for fact in facts if fact for line in setter.lines(plain(fact), rest="  ")]


def _notes_to_editors(setter: Setter) -> list[str]:
    rendition = setter.flow.rendition
    _ = rendition.phrases.gettext
    notes = rendition.wording.notes
    if not notes:
        return []
    numbered = (
        line for number, note in enumerate(notes, 1) for line in setter.lines(f"{number}. {plain(note)}", rest="   ")
    )
    return [*setter.lines(plain(_("Notes to Editors"))), *numbered]
