"""One fault is told once: where two rules find the same, the one that says more of it speaks.

Each rule finds what it holds, whichever others are asked: only where both have spoken is one of them silent.
"""

from __future__ import annotations

import bisect
import itertools
from typing import TYPE_CHECKING, Literal, NamedTuple

from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.errors import Position
    from govpub.model.finding import Finding, Span

__all__ = ["retold"]


class _Preference(NamedTuple):
    rule: str
    """What is silent …"""
    better: str
    """… where this rule speaks of the same characters"""
    side: Literal["source", "target"]
    """… on this side."""


_PREFERENCES = (
    # The glossary says more of the wrong name: who says so, and all that is right.
    _Preference("names.place", "terms.forbidden", "target"),
    # These say what stands in the place of the term, and why that is wrong.
    _Preference("terms.missing", "names.place", "source"),
    _Preference("terms.missing", "terms.expired", "source"),
)


def retold(findings: Sequence[Finding]) -> frozenset[int]:
    """Return the numbers of the findings that say, no more gravely, what another one says better."""
    found: set[int] = set()
    for preference in _PREFERENCES:
        told = _told(preference, findings)
        for number, finding in enumerate(findings if told else ()):
            if finding.rule == preference.rule:
                grave = (True,) if finding.severity is Severity.ERROR else (True, False)
                span = _span(preference, finding)
                spans = (told.get((finding.unit, finding.at, each)) for each in grave)
                if span is not None and any(each is not None and each.cover(span) for each in spans):
                    found.add(number)
    return frozenset(found)


class _Spans:
    """Spans of one text, asked in logarithmic time whether one of them covers another."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _end in ordered]
        self._reach = list(itertools.accumulate((end for _start, end in ordered), max))

    def cover(self, span: Span) -> bool:
        at = bisect.bisect_right(self._starts, span.start)
        return at > 0 and self._reach[at - 1] >= span.end


def _told(preference: _Preference, findings: Sequence[Finding]) -> dict[tuple[str, Position, bool], _Spans]:
    """Return the spans of which the better rule speaks, by unit, place, and whether it calls that an error."""
    spans: dict[tuple[str, Position, bool], list[tuple[int, int]]] = {}
    for finding in findings:
        span = _span(preference, finding) if finding.rule == preference.better else None
        if span is not None:
            key = (finding.unit, finding.at, finding.severity is Severity.ERROR)
            spans.setdefault(key, []).append((span.start, span.end))
    return {key: _Spans(own) for key, own in spans.items()}


def _span(preference: _Preference, finding: Finding) -> Span | None:
    return finding.source if preference.side == "source" else finding.target
