"""What every provider of machine translation does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from govpub.locales import Locale
    from govpub.machine_translation.answer import Answer

__all__ = ["Provider"]


class Provider(Protocol):
    """A service that translates texts."""

    @property
    def name(self) -> str:
        """Return its name, as an origin shows it: one word."""
        ...

    def translate(self, texts: Sequence[str], source: Locale, target: Locale) -> Iterator[tuple[Answer, ...]]:
        """Yield an answer for each text, in order, as many at a time as one request brings.

        What was yielded stays good if a later request fails. No text is sent before the iterator is asked for it, and
        none that the service has said it cannot translate.

        Raises:
            ServiceError: the service cannot be reached, refuses, or answers what it must not.
        """
        ...
