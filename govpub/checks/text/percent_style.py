"""text.percent-style: one document writes percent, per cent and % side by side.

Wrong:  up 5 percent … down 3%
Right:  up 5 percent … down 3 percent

Told once, at the first place of the rarer style; where the office names its style in govpub.toml ([style] percent), at
every place that breaks it.

Traps: tables keep the sign; “percentage” and “percentage points” are words of their own; what stands in brackets, (5%),
may be short.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding

NAME = "text.percent-style"

_PERCENT = pattern(r"(?<=[0-9])%|(?<=[0-9] )(?:percent|per cent)\b")
_IN_BRACKETS = pattern(r"\([^()]*\)")
_AFTER = {"%": "%", "percent": " percent", "per cent": " per cent"}


def check_document(document: Document) -> Iterator[Finding]:
    """Yield a finding for a document of two styles."""
    places: dict[str, list[tuple[Side, tuple[int, int]]]] = {}
    for unit, reading in document.final_among(document.spaced.having("%", "percent", "per cent")):
        if unit.segment.role == "cell":
            continue
        for side in sides(unit, reading):
            if side.locale.spaces_words and not side.bare.startswith("|"):
                text = _IN_BRACKETS.sub(lambda match: " " * len(match[0]), side.bare)
                for found in _PERCENT.finditer(text):
                    places.setdefault(found[0], []).append((side, found.span()))
    chosen = document.context.style.percent
    wanted: str = chosen or max(places, key=lambda style: len(places[style]), default="")
    for style, found_at in places.items():
        if style == wanted:
            continue
        for side, (word, end) in found_at if chosen else found_at[:1]:
            start = word - (wanted == "%")  # with the space before the word
            mend = _AFTER[wanted] if style == "%" else wanted
            message = (
                _("the house style is “{common}”, not “{text}”")
                if chosen
                else _("“{text}” here, “{common}” elsewhere in this document")
            ).format(text=style, common=wanted)
            joined = side.text[end : end + 1] in ("-", "–")  # 5%-plus, 5%–8%
            yield side.finding(NAME, (start, end), message, suggestion=mend, fix=None if joined else mend)
