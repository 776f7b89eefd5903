"""How an office wants its texts to be set, where there is a choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["PERCENT_STYLES", "HouseStyle", "Percent"]

Percent: TypeAlias = Literal["percent", "per cent", "%"]
PERCENT_STYLES: tuple[Percent, ...] = ("percent", "per cent", "%")


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """The choices of an office; what it has not chosen is held to one style in each document, or not at all."""

    percent: Percent | None = None
    """How English writes the percentage behind a figure; None: one way in each document."""
    serial_comma: bool | None = None
    """Whether there is a comma before the last of three; None: as the writer likes."""
