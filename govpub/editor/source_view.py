"""The lines of a segment's text: wrapped, with its terms, placeholders and differences marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.editor.styles import Line, runs
from govpub.editor.visible import HIDDEN, visible
from govpub.editor.wrapping import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.matching import Piece
    from govpub.model.finding import Finding

__all__ = ["PLACEHOLDER", "difference_lines", "finding_spans", "marked_lines", "placeholder_spans"]

PLACEHOLDER = re.compile(r"</?[0-9]+/?>")

Spans = list[tuple[int, int, str]]


def marked_lines(text: str, width: int, spans: Sequence[tuple[int, int, str]] = (), style: str = "") -> list[Line]:
    """Return the rows of a text with its placeholders, hidden characters and `spans` marked."""
    shown = visible(text, lines=True)
    marks = [(0, len(text), style)] if style else []
    marks += [*placeholder_spans(text), *spans, *hidden_spans(text)]
    return [runs(shown, marks, row.start, row.end) for row in rows(shown, width)]


def placeholder_spans(text: str) -> Spans:
    """Return where placeholders stand in a text."""
    return [(*match.span(), "code") for match in PLACEHOLDER.finditer(text)]


def hidden_spans(text: str) -> Spans:
    """Return where hidden characters stand in a text."""
    return [(place, place + 1, "hidden") for place, character in enumerate(text) if character in HIDDEN]


def finding_spans(findings: Iterable[Finding], text: str) -> Spans:
    """Return where findings point to in a translation; a place where something is missing is the character before."""
    found: Spans = []
    for finding in findings:
        span = finding.target
        if span is not None and span.text == text and span.end <= len(text):
            start = span.start if span.start < span.end else max(span.start - 1, 0)
            found.append((start, max(span.end, start + 1), f"{finding.severity.value}-mark"))
    return found


def difference_lines(pieces: Sequence[Piece], width: int) -> list[Line]:
    """Return what was taken out and put in, in one text: [-out-]{+in+} where there are no colours to tell."""
    text, spans = "", Spans()
    for piece in pieces:
        before, after, style = _PIECES[piece.kind.value]
        start = len(text)
        text += f"{before}{visible(piece.text)}{after}"
        if style:
            spans.append((start, len(text), style))
    return [runs(text, spans, row.start, row.end) for row in rows(text, width)]


_PIECES = {"same": ("", "", ""), "removed": ("[-", "-]", "removed"), "added": ("{+", "+}", "added")}
