"""names.register: a name is not in the register of persons, though a title or a listed name says that it should be.

The register is what the glossary holds of class person, with dated titles. A name that sounds like a listed one, or
looks like it by a stroke, is an error beside the title of that person, and a warning elsewhere; another name beside a
title that the register gives to someone on that day is a warning: the register, or the article, is out of date.

Wrong:  省长张海滔会见来宾   (the register: 张海涛, 省长)
Right:  省长张海涛会见来宾

Traps: real namesakes; appointments that the register does not know yet; a title of another place (the register's is
compared with the whole title: 邻省省长 is not 省长); what follows a title need not be a name (省长高度评价), so another
name is one that the translation writes, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.names.mentions import named_persons
from govpub.checks.names.persons import read_persons
from govpub.checks.names.pinyin import same_sound, syllables
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govpub.checks.context import UnitContext
    from govpub.checks.names.mentions import Named
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.term import Term

NAME = "names.register"

# Characters that differ by a stroke and are typed for one another in names.
_ALIKE = tuple(
    map(frozenset, ("己已巳", "未末", "土士", "千干于", "日曰", "戊戌戍", "天夭", "王玉", "刀力", "贝见", "木本"))
)
_LENGTHS = (3, 2, 4)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each name in a Chinese source that the register contradicts."""
    scanner = context.document.scanner
    if scanner is None or not scanner.persons or context.document.source.spaces_words:
        return
    text = unit.segment.text
    register = scanner.persons_by_character
    for named in context.once(named_persons, unit):
        same = register.get((0, text[named.start : named.start + 1]), ())
        if named.term is not None or any(text.startswith(term.source, named.start) for term in same):
            continue
        found = _neighbour(text, named, register)
        if found is not None:
            name, term = found
            holds = _holds(term, named.title, context)
            message = _("“{name}” is not in the register; did you mean “{other}”?").format(name=name, other=term.source)
            severity = Severity.ERROR if holds else Severity.WARNING
            yield context.finding(NAME, unit, message, severity=severity, source=(named.start, named.start + len(name)))
            continue
        holders = [term for term in scanner.persons if _holds(term, named.title, context)]
        written = _written(unit, named, context) if holders else None
        if written is not None:
            message = _("the register has “{other}” as {title}, and not who is named here")
            yield context.finding(
                NAME,
                unit,
                message.format(other=holders[0].source, title=named.title),
                severity=Severity.WARNING,
                source=written,
            )


def _written(unit: Unit, named: Named, context: UnitContext) -> tuple[int, int] | None:
    """Return where the name stands, if the translation writes it: 省长高度评价 names nobody."""
    persons = context.once(read_persons, unit)
    return next((person.span for person in persons if person.span[0] == named.start), None)


def _neighbour(
    text: str, named: Named, register: Mapping[tuple[int, str], tuple[Term, ...]]
) -> tuple[str, Term] | None:
    for length in _LENGTHS:
        name = text[named.start : named.start + length]
        if not named.may_end(named.start + length):
            continue
        for place in enumerate(name):
            for term in register.get(place, ()):
                if len(term.source) == length and name != term.source and _near(name, term.source):
                    return name, term
    return None


def _near(name: str, listed: str) -> bool:
    """Return whether two names differ by characters that sound or look alike, at least one being the same."""
    pairs = [(a, b) for a, b in zip(name, listed, strict=True) if a != b]
    if len(pairs) == len(name) or not all(syllables(a) and syllables(b) for a, b in pairs):
        return False
    return all(same_sound(a, b) or any({a, b} <= group for group in _ALIKE) for a, b in pairs)


def _holds(term: Term, title: str, context: UnitContext) -> bool:
    day = context.document.day
    return bool(title) and any(each.title == title and each.holds_on(day) for each in term.titles)
