"""Inline markup → plain text, as a wire copy shows it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, assert_never

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
from govpub.render.characters import without_controls
from govpub.render.furniture import fill

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.model.release import Rendition

__all__ = ["Flow"]

_BARE = re.compile(r"^(?:https?://|mailto:|tel:)|/$")


@dataclass(slots=True, kw_only=True)
class Flow:
    """Turns the markup of one language into text; remembers which addresses were given."""

    rendition: Rendition
    numbers: Mapping[str, int]
    """From a footnote's label to its number."""
    given: set[str] = field(default_factory=set)
    """The addresses that stand in the copy already."""

    @classmethod
    def of(cls, rendition: Rendition) -> Flow:
        """Return the flow at the head of this language's text."""
        footnotes = rendition.wording.footnotes
        return cls(
            rendition=rendition,
            numbers={footnote.label: number for number, footnote in enumerate(footnotes, start=1)},
        )

    def text(self, content: Iterable[Inline]) -> str:
        """Return the text of a line; a line feed stands only where the author broke the line."""
        return "".join(self._inline(node) for node in content)

    def line(self, content: Iterable[Inline]) -> str:
        """Return the text without line feeds."""
        return self.text(content).replace("\n", " ")

    def picture(self, alt: str, caption: str = "") -> str:
        """Return the line that stands for an image."""
        _ = self.rendition.phrases.gettext
        if alt and caption:
            return fill(_("[Photo: {alt} — {caption}]"), alt=plain(alt), caption=plain(caption))
        return fill(_("[Photo: {text}]"), text=plain(alt or caption))

    def _inline(self, node: Inline) -> str:  # noqa: PLR0911  one return a kind
        match node:
            case Text():
                return plain(node.text)
            case Strong() | Emphasis() | CodeSpan():
                return self.text(node.content)
            case Link():
                return self._link(node)
            case Picture():
                return self.picture(node.alt)
            case FootnoteReference():
                return f"[{self.numbers.get(node.label, plain(node.label))}]"
            case LineBreak():
                return "\n"
            case Pending():
                return self._pending(node)
            case _:
                assert_never(node)

    def _link(self, node: Link) -> str:
        _ = self.rendition.phrases.gettext
        text, href = self.text(node.content), plain(node.href)
        shown = href.removeprefix("mailto:").removeprefix("tel:")
        if not href or href.startswith("#") or href in self.given:
            return text
        self.given.add(href)
        if _BARE.sub("", text) == _BARE.sub("", href):
            return text
        return fill(_("{text} [{address}]"), text=text, address=shown)

    def _pending(self, node: Pending) -> str:
        _ = self.rendition.phrases.gettext
        template = _("[NOT CONFIRMED: {text}]") if node.fuzzy else _("[NOT TRANSLATED: {text}]")
        return fill(template, text=self.text(node.content))


def plain(text: str) -> str:
    """Return text without control characters, in one line."""
    return without_controls(text.replace("\n", " ").replace("\t", " "))
