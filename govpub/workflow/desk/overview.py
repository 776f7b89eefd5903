"""How far an article is, and which of its segments are wanted: functions of its units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from govpub.model.segment import State
from govpub.workflow.desk.results import Progress

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["FindingFilter", "chosen", "next_open", "progress_of"]

FindingFilter: TypeAlias = str | Literal[True] | None
"""The name of a rule or a family, True for any finding, None for whether there are findings or not."""


def progress_of(units: Iterable[Unit]) -> Progress:
    """Return how many units are in each state."""
    counts = dict.fromkeys(State, 0)
    for unit in units:
        counts[unit.state] += 1
    return Progress(counts)


def chosen(
    units: Sequence[Unit],
    *,
    states: Collection[State],
    among: Collection[str] | None,
    finding: FindingFilter,
    found: Mapping[str, Sequence[Finding]],
) -> tuple[str, ...]:
    """Return the segments in one of `states` (in any where there is none), `among` these, with such a finding."""
    return tuple(
        unit.segment.id
        for unit in units
        if (not states or unit.state in states)
        and (among is None or unit.segment.id in among)
        and (finding is None or _has(found.get(unit.segment.id, ()), finding))
    )


def next_open(units: Sequence[Unit], after: str | None, *, back: bool) -> str | None:
    """Return the next unit (or the one before) that is not final, going round; None where all are."""
    ids = [unit.segment.id for unit in units]
    if after not in ids:
        around = units[::-1] if back else units
    else:
        place = ids.index(after)
        around = [*units[place + 1 :], *units[: place + 1]]
        if back:
            around = [*around[-2::-1], around[-1]]
    return next((unit.segment.id for unit in around if not unit.state.final), None)


def _has(found: Sequence[Finding], wanted: str | Literal[True]) -> bool:
    return any(wanted is True or wanted in (each.rule, each.rule.partition(".")[0]) for each in found)
