"""The table of rules, and the walk of a document's units through them."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from govpub.checks.completeness import fuzzy, stale, untranslated
from govpub.checks.context import CheckContext, UnitContext
from govpub.checks.structure import placeholder
from govpub.checks.terms import case, first_use, forbidden, missing
from govpub.errors import UsageError
from govpub.glossary.verdict import Outcome, term_key
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from govpub.glossary.verdict import TermKey, TermVerdict
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["RULES", "Rule", "check_units", "selected_rules"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A rule and what there is to know of it."""

    name: str
    """`family.name`, stable over versions."""
    severity: Severity
    """The gravest finding it makes."""
    check: Callable[[Unit, UnitContext], Iterator[Finding]]
    explanation: str | None
    """What it holds, a wrong and a right example, its traps: the docstring of its module."""
    drafts: bool = False
    """Whether it looks at units that are not final; the others read only what is meant to go out."""

    @property
    def family(self) -> str:
        """Return the part of its name before the point."""
        return self.name.partition(".")[0]


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

RULES: Mapping[str, Rule] = MappingProxyType(
    {
        rule.name: rule
        for rule in (
            Rule(
                name="completeness.untranslated",
                severity=_ERROR,
                check=untranslated.check,
                explanation=untranslated.__doc__,
                drafts=True,
            ),
            Rule(name="completeness.fuzzy", severity=_ERROR, check=fuzzy.check, explanation=fuzzy.__doc__, drafts=True),
            Rule(name="completeness.stale", severity=_ERROR, check=stale.check, explanation=stale.__doc__, drafts=True),
            Rule(
                name="structure.placeholder",
                severity=_ERROR,
                check=placeholder.check,
                explanation=placeholder.__doc__,
            ),
            Rule(name="terms.missing", severity=_ERROR, check=missing.check, explanation=missing.__doc__),
            Rule(name="terms.forbidden", severity=_ERROR, check=forbidden.check, explanation=forbidden.__doc__),
            Rule(name="terms.case", severity=_WARNING, check=case.check, explanation=case.__doc__),
            Rule(name="terms.first-use", severity=_WARNING, check=first_use.check, explanation=first_use.__doc__),
        )
    }
)
"""Every rule by its name, in the order in which findings on one unit are given."""

_FULL = frozenset((Outcome.APPROVED, Outcome.CASE))


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
    """Yield what the rules find in the units of one document, in its order.

    Raises:
        UsageError: `select` or `ignore` names no rule and no family.
    """
    rules = selected_rules(select, ignore)
    terms = any(rule.family == "terms" for rule in rules)
    seen: set[TermKey] = set()
    for unit in units:
        final = unit.state.final and bool(unit.target.strip())
        verdicts = _verdicts(unit, context, seen) if terms and final else ()
        seen.update(term_key(verdict.term) for verdict in verdicts if verdict.outcome in _FULL)
        reading = UnitContext(document=context, verdicts=verdicts)
        for rule in rules:
            if final or rule.drafts:
                yield from rule.check(unit, reading)


def _verdicts(unit: Unit, context: CheckContext, seen: Collection[TermKey]) -> tuple[TermVerdict, ...]:
    if context.scanner is None:
        return ()
    return context.scanner.compare(unit.segment.text, unit.target, seen=seen)
