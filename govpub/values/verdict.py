"""What the comparison says of a value, or of a pair of values."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.model.value import Value

__all__ = ["Outcome", "ValueVerdict"]


class Outcome(enum.Enum):
    """What is wrong."""

    MISSING = "missing"
    """The target does not say what the source says."""
    EXTRA = "extra"
    """The target says what the source does not say."""
    DIFFERENT = "different"
    """The two differ, and stand for each other."""
    MAGNITUDE = "magnitude"
    """The same digits, moved by powers of ten."""
    POINT = "percentage point"
    """Percent against percentage points."""
    UNIT = "unit"
    """The same figure with units that differ in size or kind."""
    CURRENCY = "currency"
    MULTIPLE = "multiple"
    """增长2倍 is tripled, not doubled."""
    HEDGE = "hedge"
    """The number is right, its qualification lost or turned."""
    DIRECTION = "direction"
    """The number is right, but rises where it falls."""
    COMPARISON = "comparison"
    """Year on year against month on month."""


@dataclass(frozen=True, slots=True)
class ValueVerdict:
    """One disagreement; the value that is missing is None."""

    outcome: Outcome
    source: Value | None
    target: Value | None
