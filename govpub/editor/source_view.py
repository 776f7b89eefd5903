"""The lines of a segment's text: wrapped, with its terms, placeholders and differences marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.editor.styles import Line, Run, runs
from govpub.editor.visible import HIDDEN, visible
from govpub.editor.wrapping import rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.matching import Piece
    from govpub.model.finding import Finding

__all__ = [
    "PLACEHOLDER",
    "difference_lines",
    "difference_runs",
    "finding_spans",
    "first_changed",
    "marked_lines",
    "placeholder_spans",
]

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
    """Return what was taken out and put in, in one text: [-out-]{+in+}, which is plain without colours, too."""
    told = difference_runs(pieces)
    text = "".join(part for part, _style in told)
    spans, start = Spans(), 0
    for part, style in told:
        spans.append((start, start + len(part), style))
        start += len(part)
    return [runs(text, spans, row.start, row.end) for row in rows(text, width)]


def first_changed(lines: Sequence[Line]) -> int:
    """Return the first of such lines in which something was taken out or put in; 0 where there is none."""
    return next((number for number, line in enumerate(lines) if any(style in _CHANGED for _text, style in line)), 0)


def difference_runs(pieces: Sequence[Piece]) -> list[Run]:
    """Return the same, not yet in lines."""
    made = [(_PIECES[piece.kind.value], visible(piece.text)) for piece in pieces]
    return [(f"{before}{text}{after}", style) for (before, after, style), text in made]


_CHANGED = ("removed", "added")
_PIECES = {"same": ("", "", ""), "removed": ("[-", "-]", "removed"), "added": ("{+", "+}", "added")}
