"""Inline markup ⇄ numbered placeholders: `<1>…</1>` around text, `<2/>` where something stands alone."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from govpub.errors import InputError
from govpub.messages import N_, _
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    Inline,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)
from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping, Sequence

    from govpub.model.segment import Placeholder, Segment

__all__ = ["FaultKind", "PlaceholderError", "PlaceholderFault", "decode", "merged", "placeholder_faults"]


class PlaceholderError(InputError):
    """A translation does not carry the placeholders of its segment as it must."""


class FaultKind(enum.Enum):
    """What can be wrong with a placeholder of a translation."""

    LOST = "lost"
    DOUBLED = "doubled"
    UNKNOWN = "unknown"
    NESTING = "nesting"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceholderFault:
    """One placeholder of a translation that is not as it must be."""

    kind: FaultKind
    number: int
    start: int
    """First character in the translation; where one is lost, the translation's end."""
    end: int
    """One past the last character."""


_MESSAGES: Mapping[FaultKind, str] = {
    FaultKind.LOST: N_("the placeholder {number} of the source is missing"),
    FaultKind.DOUBLED: N_("the placeholder {number} stands more than once"),
    FaultKind.UNKNOWN: N_("the source has no placeholder {number}"),
    FaultKind.NESTING: N_("the placeholder {number} is not closed, not opened, or crosses another one"),
}


@dataclass(slots=True)
class _Open:
    """A paired placeholder that has been opened and not yet closed."""

    placeholder: Placeholder | None
    start: int
    end: int
    content: list[Inline]


def placeholder_faults(source: Segment, target: str) -> tuple[PlaceholderFault, ...]:
    """Return what is wrong with the placeholders of a translation, in the order of the text; lost ones last."""
    return _Decoder(source.placeholders, target).faults


def decode(text: str, placeholders: tuple[Placeholder, ...]) -> tuple[Inline, ...]:
    """Return a text with placeholders as inlines; placeholders may be moved and reordered.

    Raises:
        PlaceholderError: one is lost, doubled, unknown or wrongly nested.
    """
    decoder = _Decoder(placeholders, text)
    for fault in decoder.faults:
        raise PlaceholderError(
            _(_MESSAGES[fault.kind]).format(number=fault.number),
            hint=_("copy the placeholders of the source, <1>…</1> and <2/>, each once"),
        )
    return merged(decoder.root.content)


class _Decoder:
    """Goes through a text once; afterwards `root` holds its inlines and `faults` what is wrong."""

    def __init__(self, placeholders: Sequence[Placeholder], text: str) -> None:
        self._known = {placeholder.number: placeholder for placeholder in placeholders}
        self._seen: set[int] = set()
        self._found: list[PlaceholderFault] = []
        self.root = _Open(None, 0, 0, [])
        self._stack = [self.root]
        self._read(text)
        lost = [
            PlaceholderFault(kind=FaultKind.LOST, number=number, start=len(text), end=len(text))
            for number in self._known
            if number not in self._seen
        ]
        self.faults = (*sorted(self._found, key=lambda fault: (fault.start, fault.number)), *lost)

    def _read(self, text: str) -> None:
        place = 0
        for match in PLACEHOLDER.finditer(text):
            self._add_text(text[place : match.start()])
            place = match.end()
            placeholder = self._known.get(int(match["number"]))
            if placeholder is None:
                self._fault(FaultKind.UNKNOWN, match)
            elif match["closes"] and not match["alone"] and placeholder.paired:
                self._close(placeholder, match)
            else:
                self._open(placeholder, match)
        self._add_text(text[place:])
        for still in self._stack[1:]:
            assert still.placeholder is not None
            self._found.append(
                PlaceholderFault(
                    kind=FaultKind.NESTING, number=still.placeholder.number, start=still.start, end=still.end
                )
            )

    def _add_text(self, text: str) -> None:
        if text:
            self._stack[-1].content.append(Text(text))

    def _open(self, placeholder: Placeholder, match: re.Match[str]) -> None:
        number = placeholder.number
        if number in self._seen:
            self._fault(FaultKind.DOUBLED, match)
            return
        self._seen.add(number)
        if bool(match["alone"]) == placeholder.paired or match["closes"] or not self._admits(placeholder.inline):
            self._fault(FaultKind.NESTING, match)
        elif placeholder.paired:
            self._stack.append(_Open(placeholder, match.start(), match.end(), []))
        else:
            self._stack[-1].content.append(placeholder.inline)

    def _admits(self, inline: Inline) -> bool:
        """Return whether an inline may stand here: code holds only text, a link no other link."""
        around = [still.placeholder.inline for still in self._stack if still.placeholder is not None]
        if any(isinstance(outer, CodeSpan) for outer in around):
            return isinstance(inline, Text)
        return not (isinstance(inline, Link) and any(isinstance(outer, Link) for outer in around))

    def _close(self, placeholder: Placeholder, match: re.Match[str]) -> None:
        top = self._stack[-1]
        if top.placeholder is not placeholder:
            self._fault(FaultKind.NESTING, match)
            self._seen.add(placeholder.number)
            return
        self._stack.pop()
        self._stack[-1].content.append(_filled(placeholder.inline, merged(top.content)))

    def _fault(self, kind: FaultKind, match: re.Match[str]) -> None:
        self._found.append(
            PlaceholderFault(kind=kind, number=int(match["number"]), start=match.start(), end=match.end())
        )


def merged(nodes: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return inlines with neighbouring texts made one."""
    parts: list[Inline] = []
    run: list[str] = []
    for node in nodes:
        if isinstance(node, Text):
            run.append(node.text)
            continue
        if run:
            parts.append(Text("".join(run)))
            run = []
        parts.append(node)
    if run:
        parts.append(Text("".join(run)))
    return tuple(parts)


def _filled(shell: Inline, content: tuple[Inline, ...]) -> Inline:
    match shell:
        case Strong() | Emphasis() | CodeSpan() | Link() | Pending():
            return replace(shell, content=content)
        case Text() | Picture() | FootnoteReference() | LineBreak():
            return shell
        case _:
            assert_never(shell)
