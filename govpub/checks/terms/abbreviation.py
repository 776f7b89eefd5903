"""terms.abbreviation: an acronym is used before the place that explains it.

A document explains its acronyms where they first stand: the full name, and the acronym in brackets. Where the brackets
come later, the reader of the earlier place was left alone.

Wrong:  The MSA inspected 40 ships. … The Maritime Safety Administration (MSA) reported …
Right:  The Maritime Safety Administration (MSA) inspected 40 ships. … The MSA reported …

Traps: headlines, keywords and captions have no room; an acronym that the glossary approves (GDP, CPC) needs no
explanation; nor does one that the source writes in Latin letters itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.terms.first_use import TERSE
from govpub.glossary.strings import string_key
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.abbreviation"

_ACRONYM = pattern(r"(?<![\w/(-])[A-Z]{2,7}(?![\w/)-])")
_EXPLAINED = pattern(r"\((?:(?<=\w\()|(?<=\w \())\s?([A-Z]{2,7})s?\s?\)")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each acronym that a later unit of the document explains."""
    context = document.context
    if not context.target.spaces_words:
        return
    first: dict[str, tuple[Unit, tuple[int, int]]] = {}
    explained: set[str] = set()
    for unit, reading in document.final_among(_naming(document)):
        source = string_key(unit.segment.text)
        approved = {verdict.rendering for verdict in reading.verdicts}
        here = {found[1]: found.start(1) for found in reversed(list(_EXPLAINED.finditer(unit.target)))}
        terse = unit.segment.role.partition(".")[0] in TERSE or unit.segment.text.startswith("#")
        if not terse:
            for found in _ACRONYM.finditer(unit.target):
                name = found.group()
                before = found.start() < here.get(name, found.start() + 1)
                if name not in explained and name not in source and name not in approved and before:
                    first.setdefault(name, (unit, found.span()))
        for name, place in here.items():
            if name in first and name not in explained:
                earlier, span = first[name]
                if (earlier is not unit or span[0] < place) and not terse:
                    yield context.finding(
                        NAME,
                        earlier,
                        _("“{acronym}” stands before the place that explains it").format(acronym=name),
                        severity=Severity.WARNING,
                        target=span,
                    )
            explained.add(name)


def _naming(document: Document) -> set[int]:
    """Return the units that name an acronym up to the one that explains it first, that one included."""
    explaining: dict[str, int] = {}
    for number, found in document.target.found(_EXPLAINED):
        if document.is_final(number):
            explaining.setdefault(found[1], number)
    naming = document.target.found(_ACRONYM) if explaining else ()
    return {number for number, found in naming if number <= explaining.get(found[0], -1)} | {*explaining.values()}
