"""The article as it will read, around the segment that is worked on; what is not translated yet in the source."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, assert_never

from govpub.editor.roles import ROLES
from govpub.editor.styles import Line, Run, runs
from govpub.editor.visible import visible
from govpub.editor.wrapping import rows
from govpub.messages import _
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)
from govpub.segmentation import PlaceholderError, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from govpub.locales import Locale
    from govpub.model.inline import Inline
    from govpub.model.segment import Unit

__all__ = ["article_lines", "unit_runs"]

AROUND = 14
"""Blocks before and after the current one that are made; more than a screen shows."""

_SIGNS: Mapping[str, str] = {
    "item": "- ",
    "quote": "> ",
    "cell": "| ",
    "alt": "[] ",
    "caption": "[] ",
    "footnote": "^ ",
}
_STRONG = ("title", "heading")
_CLOSE = ("cell", "item", "keywords")
"""What stands line by line."""


def article_lines(
    units: Sequence[Unit],
    place: int,
    width: int,
    *,
    text_of: Callable[[Unit], str],
    languages: tuple[Locale, Locale],
) -> tuple[list[Line], int]:
    """Return the lines of the article around the unit at `place`, and the number of that unit's first line.

    `text_of` says what stands for a unit: empty where it is still to be translated, and its source is shown.
    `languages` are the article's own, and that of the translation: sentences are joined as theirs are.
    """
    if not units:
        return [], 0
    place = min(place, len(units) - 1)
    low, high = _blocks_around(units, place)
    lines: list[Line] = []
    here, before = 0, ""
    numbered = enumerate(units[low:high], low)
    for _block, members in itertools.groupby(numbered, key=lambda pair: pair[1].segment.block):
        block = list(members)
        role = block[0][1].segment.role
        if lines and not (role == before and role in _CLOSE):
            lines.append(())
        before = role
        made, at = _block_lines(block, place, width, text_of, languages)
        if at is not None:
            here = len(lines) + at
        lines += made
    return lines, here


def _blocks_around(units: Sequence[Unit], place: int) -> tuple[int, int]:
    return _edge(units, place, -1), _edge(units, place, 1) + 1


def _edge(units: Sequence[Unit], place: int, step: int) -> int:
    seen = 0
    while 0 <= place + step < len(units):
        if units[place].segment.block != units[place + step].segment.block:
            seen += 1
            if seen > AROUND:
                break
        place += step
    return place


def _block_lines(
    block: Sequence[tuple[int, Unit]],
    place: int,
    width: int,
    text_of: Callable[[Unit], str],
    languages: tuple[Locale, Locale],
) -> tuple[list[Line], int | None]:
    role = block[0][1].segment.role
    key = block[0][1].segment.id.partition(".")[0]
    sign = _SIGNS.get(role, "")
    if not sign and key in ROLES and role not in _STRONG:
        sign = f"{_(ROLES[key])}: "
    text, spans, here = sign, [(0, len(sign), "quiet")], None
    source, target = languages
    before = target
    for number, unit in block:
        shown = text_of(unit)
        own = target if shown else source
        if text != sign:
            # As in a release: where two languages meet, what the translation's wants.
            text += own.joint if own is before else target.joint
        before = own
        start = len(text)
        for run, style in unit_runs(unit, shown, strong=role in _STRONG):
            spans.append((len(text), len(text) + len(run), style))
            text += run
        if number == place:
            here = start
            spans.append((start, len(text), "here"))
    found = rows(text, width)
    at = next(
        (index for index in range(len(found) - 1, -1, -1) if here is not None and found[index].start <= here), None
    )
    return [runs(text, spans, row.start, row.end) for row in found], at


def unit_runs(unit: Unit, target: str, *, strong: bool = False) -> Iterator[Run]:
    """Yield what a reader would see of a unit; a source that is not translated yet is quiet."""
    text = target or unit.segment.text
    base = "quiet" if not target else "strong" if strong else ""
    try:
        content: Iterable[Inline] = decode(text, unit.segment.placeholders)
    except PlaceholderError:
        yield visible(text), base
        return
    yield from _inline_runs(content, base)


def _inline_runs(content: Iterable[Inline], style: str) -> Iterator[Run]:
    for inline in content:
        match inline:
            case Text():
                yield visible(inline.text), style
            case Strong() | Emphasis():
                yield from _inline_runs(inline.content, style or "strong")
            case Link():
                yield from _inline_runs(inline.content, style or "term")
            case CodeSpan():
                yield from _inline_runs(inline.content, style or "code")
            case Pending():
                yield from _inline_runs(inline.content, "quiet")
            case Picture():
                yield f"[{visible(inline.alt)}]", style or "quiet"
            case FootnoteReference():
                yield f"[{visible(inline.label)}]", style or "quiet"
            case LineBreak():
                yield "\n", style
            case _:
                assert_never(inline)
