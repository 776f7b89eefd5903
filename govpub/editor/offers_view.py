"""What is offered beside a segment: terms with their renderings, matches with score and difference, findings, notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.editor.source_view import difference_runs
from govpub.editor.styles import Line, Run, runs
from govpub.editor.visible import visible
from govpub.editor.wrapping import rows
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.workflow.desk.offers import DRAFT, HERE, OBSOLETE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.catalog.records import Note
    from govpub.memory import Match
    from govpub.model.finding import Finding
    from govpub.model.segment import Signature
    from govpub.workflow.desk import TermOffer

__all__ = [
    "errors_first",
    "finding_counts",
    "finding_lines",
    "match_item",
    "note_lines",
    "rendering_items",
    "signed",
    "term_item",
    "wrapped",
]

_MATCH_KEYS = ("F5", "F6", "F7")
_TERM_KEYS = 9
_TERM_LINES = 3
_ALSO = 3
"""Other renderings that are shown before they are only counted."""


def wrapped(parts: Iterable[Run], width: int, *, indent: int = 0) -> list[Line]:
    """Return runs wrapped to a width; lines after the first begin `indent` cells in."""
    text, spans = "", list[tuple[int, int, str]]()
    for part, style in parts:
        spans.append((len(text), len(text) + len(part), style))
        text += part
    found = rows(text, width)
    if indent and len(found) > 1:
        head = found[0]
        rest = rows(text[head.end :], width - indent)
        lines = [runs(text, spans, head.start, head.end)]
        space: Run = (" " * indent, "")
        lines += [(space, *runs(text, spans, head.end + row.start, head.end + row.end)) for row in rest]
        return lines
    return [runs(text, spans, row.start, row.end) for row in found]


def term_item(offer: TermOffer, number: int, width: int) -> list[Line]:
    """Return the lines of a term, at most three: key, rendering, what is refused, note, other renderings."""
    parts = _term_head(offer, number)
    parts.append((visible(offer.renderings[0]) if offer.renderings else "", "strong"))
    parts += [(f" | {visible(other)}", "quiet") for other in offer.renderings[1 : 1 + _ALSO]]
    if len(offer.renderings) > 1 + _ALSO:
        parts.append((f" +{len(offer.renderings) - 1 - _ALSO}", "quiet"))
    parts += _told(offer)
    lines = wrapped(parts, width, indent=6)
    if len(lines) <= _TERM_LINES:
        return lines
    return [*lines[: _TERM_LINES - 1], (*lines[_TERM_LINES - 1][:-1], _cut(lines[_TERM_LINES - 1][-1]))]


def rendering_items(offer: TermOffer, number: int, width: int) -> list[list[Line]]:
    """Return an item for each rendering of a term, to be chosen among."""
    head = [*_term_head(offer, number), *_told(offer)]
    items = [[((" " * 6, ""), (visible(rendering), "strong"))] for rendering in offer.renderings]
    return [[*wrapped(head, width, indent=6), *item] if not index else list(item) for index, item in enumerate(items)]


def _term_head(offer: TermOffer, number: int) -> list[Run]:
    key = f"Alt+{number} " if number <= _TERM_KEYS else "      "
    return [(key, "key"), (visible(offer.term.source), "term"), (" → ", "quiet")]


def _told(offer: TermOffer) -> list[Run]:
    """Return what is refused, and what the term's entry says of its use."""
    refused = _("  not: {forms}").format(forms=visible(", ".join(offer.never))) if offer.never else ""
    told = [
        (f"  {visible(text)}", "quiet") for text in (offer.term.sense, offer.term.note, offer.term.definition) if text
    ]
    return [(refused, "error"), *told] if refused else told


def _cut(run: Run) -> Run:
    return (f"{run[0].rstrip(' ')[:-1]}…", run[1])


def match_item(match: Match, number: int, width: int) -> list[Line]:
    """Return the lines of a match: key, score, its translation, what is vetoed, and how its source differs."""
    key = f"{_MATCH_KEYS[number - 1]:<5}" if number <= len(_MATCH_KEYS) else "     "
    certain = match.kind.value != "fuzzy"
    score = f"{match.score:3.0f}% "
    parts: list[Run] = [(key, "key"), (score, "reviewed" if certain else "fuzzy"), (visible(match.text), "strong")]
    lines = wrapped(parts, width, indent=5)
    if match.vetoes:
        told = "; ".join(visible(veto.message) for veto in match.vetoes)
        lines += wrapped([("     ", ""), (_("look: {what}").format(what=told), "error")], width, indent=5)
    if match.adapted is not None:
        lines += wrapped([("     ", ""), (_("numbers adapted; look at them"), "attention")], width, indent=5)
    pieces = difference_runs(match.difference)
    about = " · ".join(visible(text) for text in (_place(match), match.entry.translator, _day(match)) if text)
    if pieces or about:
        gap = "  " if pieces else ""
        lines += wrapped([("     ", ""), *pieces, (f"{gap}{about}", "quiet")], width, indent=5)
    return lines


def _place(match: Match) -> str:
    """Return where a match comes from, in the user's language."""
    places = {HERE: _("this article"), OBSOLETE: _("this article, no longer in it"), DRAFT: _("typed, and not saved")}
    return places.get(match.entry.origin, match.entry.article or match.entry.origin)


def _day(match: Match) -> str:
    return match.entry.time.date().isoformat() if match.entry.time is not None else ""


def finding_lines(findings: Sequence[Finding], width: int) -> list[Line]:
    """Return the lines of findings: E or W, the message, what would be right, and the rule's name."""
    lines: list[Line] = []
    for finding in findings:
        error = finding.severity is Severity.ERROR
        style = "error" if error else "warning"
        told = style if error else ""
        parts: list[Run] = [("E " if error else "W ", style), (visible(finding.message), told)]
        if finding.suggestion:
            parts.append((_(" → {suggestion}").format(suggestion=visible(finding.suggestion)), "strong"))
        parts.append((f" ({finding.rule})", "quiet"))
        lines += wrapped(parts, width, indent=2)
    return lines


def finding_counts(findings: Sequence[Finding]) -> Line:
    """Return how many errors and warnings there are: `E1 W3`; nothing where there is none."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    return tuple(
        (f"  {letter}{count}", style)
        for letter, count, style in (("E", errors, "error"), ("W", warnings, "warning"))
        if count
    )


def errors_first(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return findings with the errors before the warnings."""
    return tuple(sorted(findings, key=lambda finding: finding.severity is not Severity.ERROR))


def note_lines(note: Note, width: int) -> list[Line]:
    """Return the lines of a note: who left it, when, and what it says."""
    return wrapped([("@ ", "warning"), (f"{signed(note.signature)}: {visible(note.text)}", "attention")], width)


def signed(signature: Signature) -> str:
    """Return who, and when to the minute."""
    return f"{visible(signature.name)} {signature.time:%Y-%m-%d %H:%M}"
