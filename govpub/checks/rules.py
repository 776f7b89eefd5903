"""The table of rules, and the walk of documents through them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.checks import completeness, names, structure, terms, text, values
from govpub.checks.reading import read_document
from govpub.errors import UsageError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from govpub.checks.context import CheckContext, Document
    from govpub.checks.rule import Rule, UnitCheck
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = [
    "FAMILIES",
    "RULES",
    "check_document",
    "check_run",
    "check_unit",
    "check_units",
    "read_document",
    "selected_rules",
]

FAMILIES = (completeness, structure, terms, values, names, text)
"""Each has a literal table of its rules, `RULES`."""

RULES: Mapping[str, Rule] = MappingProxyType({rule.name: rule for family in FAMILIES for rule in family.RULES})
"""Every rule by its name, in the order in which findings on one unit are given."""


def selected_rules(select: Collection[str] = (), ignore: Collection[str] = ()) -> tuple[Rule, ...]:
    """Return the rules that `select` names (all where it names none) without those that `ignore` names.

    A name is a rule's, or a family's for all of its rules.

    Raises:
        UsageError: a name is neither.
    """
    known = {*RULES, *(rule.family for rule in RULES.values())}
    for name in (*select, *ignore):
        if name not in known:
            raise UsageError(_("no such rule: {rule}").format(rule=name), hint=_("see `govpub check --list-rules`"))
    return tuple(
        rule
        for rule in RULES.values()
        if (not select or rule.name in select or rule.family in select)
        and rule.name not in ignore
        and rule.family not in ignore
    )


def check_units(
    units: Iterable[Unit], context: CheckContext, *, select: Collection[str] = (), ignore: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield what the rules find in one document that is a run of its own, in its order.

    Raises:
        UsageError: `select` or `ignore` names no rule and no family.
    """
    rules = selected_rules(select, ignore)
    document = read_document(units, context, rules)
    yield from check_document(document, rules)
    yield from check_run((document,), rules)


def check_document(document: Document, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield what rules of units and documents find in a document, in the order of its units."""
    apart: dict[str, list[Finding]] = {}
    for rule in rules:
        if rule.check_document is not None:
            for finding in rule.check_document(document):
                apart.setdefault(finding.unit, []).append(finding)
    for (unit, reading), checks in zip(document.readings, _asked(document, rules), strict=True):
        for check in checks:
            yield from check(unit, reading)
        yield from apart.pop(unit.segment.id, ())
    for left in apart.values():
        yield from left


def check_unit(document: Document, place: int, rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield what rules of units find in one unit of a document: its part of `check_document`, but for whole documents.

    For a unit that changes as it is typed: to look first where a rule has something to find takes longer than to ask.
    """
    unit, reading = document.readings[place]
    final = unit.final
    for rule in rules:
        if rule.check is not None and (final or rule.drafts):
            yield from rule.check(unit, reading)


def _asked(document: Document, rules: Sequence[Rule]) -> list[list[UnitCheck]]:
    """Return for each unit the checks that may find something in it, in the order of the rules."""
    everywhere = range(len(document.readings))
    asked: list[list[UnitCheck]] = [[] for _unit in everywhere]
    for rule in rules:
        if rule.check is not None:
            for number in everywhere if rule.candidates is None else rule.candidates(document):
                if rule.drafts or document.finals[number]:
                    asked[number].append(rule.check)
    return asked


def check_run(documents: Sequence[Document], rules: Sequence[Rule]) -> Iterator[Finding]:
    """Yield what rules of runs find in all documents together."""
    for rule in rules:
        if rule.check_run is not None:
            yield from rule.check_run(documents)
