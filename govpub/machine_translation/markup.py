"""Placeholders on their way through a service that knows HTML: `<1>…</1>` ⇄ `<span data-n="1">…</span>`.

`span` is what engines take for a part of a sentence; a tag they do not know may end it. A placeholder that stands alone
is a span without content that is not to be translated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["protected", "restored"]

_SPAN = re.compile(
    r"""<span\s[^<>]{0,200}?\bdata-n\s?=\s?["']?(?P<number>[1-9][0-9]{0,4})\b[^<>]{0,200}>|</span\s?>""", re.IGNORECASE
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#39|#x27);")
_CHARACTERS = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&#x27;": "'"}


def protected(text: str) -> str:
    """Return a segment's text as HTML."""
    parts: list[str] = []
    place = 0
    for match in PLACEHOLDER.finditer(text):
        parts += [_escaped(text[place : match.start()]), _tag(match)]
        place = match.end()
    return "".join([*parts, _escaped(text[place:])])


def restored(html: str, source: str) -> str:
    """Return the text with placeholders that HTML stands for which came back for `source`, in one line.

    Characters may come back escaped or not: LibreTranslate sends `<` for `&lt;`. What is no span of ours is text.
    Placeholders may be lost or crossed; this does not mend them.
    """
    alone = {match["number"] for match in PLACEHOLDER.finditer(source) if match["alone"]}
    return " ".join("".join(_pieces(html, alone)).split())


def _pieces(html: str, alone: set[str]) -> Iterator[str]:
    closing: list[str] = []
    place = 0
    for match in _SPAN.finditer(html):
        yield _ENTITY.sub(lambda entity: _CHARACTERS[entity[0]], html[place : match.start()])
        place = match.end()
        number = match["number"]
        if number is None:
            yield closing.pop() if closing else match[0]
        elif number in alone:
            yield f"<{number}/>"
            closing.append("")
        else:
            yield f"<{number}>"
            closing.append(f"</{number}>")
    yield _ENTITY.sub(lambda entity: _CHARACTERS[entity[0]], html[place:])


def _tag(placeholder: re.Match[str]) -> str:
    number = placeholder["number"]
    if placeholder["alone"]:
        return f'<span data-n="{number}" translate="no"></span>'
    return "</span>" if placeholder["closes"] else f'<span data-n="{number}">'


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
