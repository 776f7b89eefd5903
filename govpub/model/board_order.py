"""In what order a board shows its articles, and which of them."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from govpub.model.board import Published, Task
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from govpub.model.board import Board, Card

__all__ = ["ONLY", "ORDERS", "Only", "Order", "arranged"]

Order: TypeAlias = Literal["path", "title", "words", "translated", "reviewed", "errors", "age", "embargo", "tasks"]
Only: TypeAlias = Literal[
    "open", "unreadable", "untranslated", "unreviewed", "errors", "stale", "notes", "embargoed", "unreleased"
]

_NEVER = datetime.max.replace(tzinfo=UTC)


def _errors(card: Card) -> int:
    findings = card.translation.findings if card.translation is not None else None
    return -findings.faults if findings is not None else 0


def _translated(card: Card) -> int:
    return card.translation.translated if card.translation is not None else -1


def _reviewed(card: Card) -> int:
    return card.translation.reviewed if card.translation is not None else -1


def _is_unreviewed(card: Card) -> bool:
    work = card.translation
    return work is not None and work.segments[State.REVIEWED] < work.count


def _age(card: Card) -> float:
    # As a number, because the latest stands first.
    return -_seconds(card.facts.dated) if card.facts is not None else math.inf


def _seconds(when: datetime) -> float:
    return (when - _NEVER).total_seconds()


def _embargo(card: Card) -> tuple[bool, datetime]:
    until = card.facts.embargo if card.facts is not None else None
    return (not card.embargoed, until or _NEVER)


def _tasks(card: Card) -> tuple[int, ...]:
    order = list(Task)
    return tuple(order.index(task) for task in card.tasks) or (len(order),)


_KEYS: Mapping[Order, Callable[[Card], Any]] = {
    "path": lambda card: card.path,
    "title": lambda card: card.facts.title if card.facts is not None else "",
    "words": lambda card: -card.facts.words if card.facts is not None else 0,
    "translated": _translated,
    "reviewed": _reviewed,
    "errors": _errors,
    "age": _age,
    "embargo": _embargo,
    "tasks": _tasks,
}
"""What is smallest stands first: the least done, the most words and errors, the latest, the next embargo to end."""
ORDERS: tuple[Order, ...] = tuple(_KEYS)

_CHOICES: Mapping[Only, Callable[[Card], bool]] = {
    "open": lambda card: card.open,
    "unreadable": lambda card: bool(card.faults),
    "untranslated": lambda card: Task.TRANSLATE in card.tasks,
    "unreviewed": _is_unreviewed,
    "errors": lambda card: _errors(card) < 0,
    "stale": lambda card: Task.UPDATE in card.tasks or bool(card.publication.because),
    "notes": lambda card: Task.ANSWER in card.tasks,
    "embargoed": lambda card: card.embargoed,
    "unreleased": lambda card: card.publication.state is not Published.CURRENT,
}
ONLY: tuple[Only, ...] = tuple(_CHOICES)


def arranged(board: Board, order: Order | None = None, only: Collection[Only] = ()) -> Board:
    """Return the board with those articles for which one of `only` is true (all, if it names none), in this order.

    Articles that are alike stay in the order in which they were.
    """
    cards = [card for card in board.cards if not only or any(_CHOICES[each](card) for each in only)]
    return replace(board, cards=tuple(sorted(cards, key=_KEYS[order]) if order is not None else cards))
