"""The years that a document has named so far: what a translator may add where the source leaves the year to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.model.value import Calendar, CalendarKind
from govpub.values import read_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.checks.context import CheckContext

__all__ = ["NamedYears"]

_REACH = 40
"""Units before one in which a reader still knows the year from."""


class NamedYears:
    """Reads source texts only where somebody asks, and each once."""

    def __init__(self, context: CheckContext, sources: Iterable[str]) -> None:
        """Take the source texts of a document in order."""
        self._context = context
        self._sources = tuple(sources)
        self._places: dict[str, int] = {}
        self._years: dict[int, frozenset[int]] = {}

    def before(self, source: str) -> frozenset[int]:
        """Return the years named in this source text and in those before it, and that of the document's day."""
        if not self._places:
            for number, text in enumerate(self._sources):
                self._places.setdefault(text, number)
        place = self._places.get(source, -1)
        years = frozenset[int]().union(*(self._of(number) for number in range(max(0, place - _REACH), place + 1)))
        return years | {self._context.day.year} if self._context.day is not None else years

    def _of(self, number: int) -> frozenset[int]:
        if number not in self._years:
            self._years[number] = frozenset(self._read(self._sources[number]))
        return self._years[number]

    def _read(self, text: str) -> Iterator[int]:
        for value in read_values(text, self._context.source):
            if isinstance(value, Calendar) and value.kind is CalendarKind.YEAR:
                yield value.value
