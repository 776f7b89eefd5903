"""What comes back for one text: a translation, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["Answer", "Declined", "Translated"]


@dataclass(frozen=True, slots=True)
class Translated:
    """A text in the target language, as a machine wrote it."""

    text: str
    """In one line, with placeholders as they came back; never empty."""


@dataclass(frozen=True, slots=True)
class Declined:
    """A text that the service did not translate."""

    reason: str
    """In the user's language, or the service's own words."""


Answer: TypeAlias = Translated | Declined
