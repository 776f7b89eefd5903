"""What a memory asks of the place where its entries are kept: a file today, a shared server tomorrow.

A store keeps and finds; it does not judge. How alike two texts are is decided by `Memory` with `govpub.matching`, so
that every store gives the same matches. `tests/memory/test_stores.py` is what an implementation must pass.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govpub.locales import Locale
    from govpub.memory.entry import Added, Remembered, Selection, Side, Statistics

__all__ = ["Store"]


class Store(Protocol):
    """Keeps entries. Every method may raise a GovpubError where the place of storage fails."""

    def add(self, entries: Iterable[Remembered]) -> Added:
        """Store entries in bounded memory, however many; what is counted in the answer is there for good.

        The same entry twice is stored once; a newer translation of the same place (see `Remembered`) replaces the
        older one. Of one translation, the state that is told later holds, and of two of one second the last told.
        Interrupted and called again with the same entries, it stores nothing twice.

        Raises:
            InputError: an entry has no text on one side, or a character that cannot be stored.
        """
        ...

    def exact(
        self, text: str, source: Locale, target: Locale, *, neighbours: tuple[str, str] = ("", ""), limit: int
    ) -> tuple[Remembered, ...]:
        """Return up to `limit` entries whose source is this text.

        Those between these neighbours (the texts before and after) come first, and of like ones the newest.
        """
        ...

    def similar(self, text: str, source: Locale, *, lengths: range, limit: int) -> Sequence[str]:
        """Return up to `limit` different source texts that are likely to resemble `text`, in any order.

        Only texts with a length in `lengths` (in characters, placeholders left out) are wanted.
        """
        ...

    def containing(self, text: str, locale: Locale, side: Side) -> Iterator[Remembered]:
        """Yield the entries whose text on this side, which is in `locale`, contains `text`.

        Neither case nor placeholders count. The newest come first.
        """
        ...

    def all(self, selection: Selection) -> Iterator[Remembered]:
        """Yield entries in the order in which they were stored, in bounded memory."""
        ...

    def count(self, selection: Selection) -> int:
        """Return how many entries there are of these."""
        ...

    def forget(self, selection: Selection) -> int:
        """Remove these entries and return how many they were."""
        ...

    def statistics(self) -> Statistics:
        """Count what is stored."""
        ...

    def close(self) -> None:
        """Let go of what the store holds open; it is not used after that."""
        ...
