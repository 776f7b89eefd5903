"""Asking a machine for translations: what may be sent, to whom, and what of the answers can be used."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govpub.errors import Position, ProjectError, RefusedError, UsageError
from govpub.machine_translation import PROVIDERS, Declined
from govpub.messages import _
from govpub.patterns import pattern
from govpub.release.embargo import clear_to_publish
from govpub.segmentation import placeholder_faults
from govpub.workflow.origins import machine_origin
from govpub.workflow.prefill import Fill, FillKind
from govpub.workflow.segment_names import named_segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from govpub.locales import Locale
    from govpub.machine_translation import Answer, Provider, Sleep
    from govpub.model.article import Article
    from govpub.model.segment import Segment, Unit
    from govpub.project import Project

__all__ = ["OPEN", "Order", "Refusal", "machine_fills", "provider_of", "settled"]

OPEN = "open"
"""Names all segments that are empty; no segment has this for its name."""
_HAN = pattern(r"[\u3400-\u9fff\U00020000-\U0003ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What the user lets leave this machine."""

    names: tuple[str, ...]
    """Ids of segments, or numbers, or OPEN."""
    under_embargo: bool = False
    """Whether it is known that the article is under embargo."""

    @property
    def segments(self) -> tuple[str, ...]:
        """Return the segments that are named one by one, each once."""
        return tuple(name for name in dict.fromkeys(self.names) if name != OPEN)

    def includes(self, id_: str) -> bool:
        """Return whether this segment, if it is empty, may be sent."""
        return OPEN in self.names or id_ in self.names


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A segment that was sent, and whose answer cannot be used."""

    unit: Unit
    reason: str


def settled(order: Order, article: Article, segments: Sequence[Segment], *, now: datetime | None) -> Order:
    """Return the order with the segments' ids for what the user named.

    Without `now` every embargo holds.

    Raises:
        UsageError: the article has no such segment.
        RefusedError: the article is under embargo, and the order does not say that this is known.
    """
    ids = [segment.id for segment in segments]
    names = tuple(OPEN if name == OPEN else named_segment(name, ids, article.path) for name in order.names)
    embargo = article.embargo
    over = embargo is None or (now is not None and not clear_to_publish(embargo, now=now, under_embargo=True))
    if embargo is not None and not over and not order.under_embargo:
        raise RefusedError(
            _("under embargo until {embargo}; nothing was sent").format(embargo=embargo.isoformat(sep=" ")),
            at=article.positions.get("embargo", Position(article.path)),
            hint=_("wait, or add --under-embargo where the service may read it"),
        )
    return replace(order, names=names)


def provider_of(project: Project, sleep: Sleep = time.sleep) -> Provider:
    """Return the service that the office names, with its key from the environment.

    Raises:
        ProjectError: it names none.
        UsageError: the key is not there.
    """
    settings = project.machine_translation
    if settings is None:
        raise ProjectError(
            _("the office names no machine translation service"),
            at=Position(project.file) if project.file is not None else None,
            hint=_("add [machine-translation] with provider and url to govpub.toml"),
        )
    variable = settings.key_variable
    key = os.environ.get(variable, "").strip() if variable else ""
    if variable and not key:
        raise UsageError(
            _("the environment has no {variable}, the key of {url}").format(variable=variable, url=settings.url),
            hint=_("set it, or take key-variable out of govpub.toml where the service wants no key"),
        )
    return PROVIDERS[settings.provider](settings, key, sleep)


def machine_fills(
    provider: Provider, units: Sequence[Unit], source: Locale, target: Locale
) -> Iterator[tuple[list[Fill], list[Refusal]]]:
    """Yield what the service gives for units, answer by answer: what can be filled in, and what cannot.

    Raises:
        ServiceError: it gives no more; what was yielded stays good.
    """
    alike: dict[str, list[Unit]] = {}
    for unit in units:
        alike.setdefault(unit.segment.text, []).append(unit)
    waiting = iter(alike.values())
    for answers in provider.translate(tuple(alike), source, target):
        results = [_result(unit, answer, provider.name, source) for answer in answers for unit in next(waiting)]
        yield (
            [result for result in results if isinstance(result, Fill)],
            [result for result in results if isinstance(result, Refusal)],
        )


def _result(unit: Unit, answer: Answer, name: str, source: Locale) -> Fill | Refusal:
    if isinstance(answer, Declined):
        return Refusal(unit=unit, reason=answer.reason)
    if answer.text == unit.segment.text and source.east_asian and _HAN.search(answer.text):
        return Refusal(unit=unit, reason=_("the service gives the text back as it is"))
    if placeholder_faults(unit.segment, answer.text):
        return Refusal(unit=unit, reason=_("the service did not keep the placeholders (<1>…</1>, <2/>) as they are"))
    return Fill(segment=unit.segment, kind=FillKind.MACHINE, text=answer.text, origin=machine_origin(name))
