"""What terminals send for Alt with a digit or Enter, told apart from what they send for other keys."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from collections.abc import MutableMapping

__all__ = ["tell_apart"]

_PREFIX = "\x1b"


class _Alt(enum.Enum):
    """Names as textual gives them to keys."""

    ENTER = "alt+enter"
    ONE = "alt+1"
    TWO = "alt+2"
    THREE = "alt+3"
    FOUR = "alt+4"
    FIVE = "alt+5"
    SIX = "alt+6"
    SEVEN = "alt+7"
    EIGHT = "alt+8"
    NINE = "alt+9"


def tell_apart() -> None:
    """Have textual read Alt+1 as that, in place of the `¡` that it types on a Mac; and Alt+Enter as no bare Enter.

    A `£` or `§` that is typed as such stays what it is.
    """
    from textual._ansi_sequences import ANSI_SEQUENCES_KEYS  # noqa: PLC0415  there is no other door

    sequences = cast("MutableMapping[str, tuple[_Alt, ...]]", ANSI_SEQUENCES_KEYS)
    sequences[f"{_PREFIX}\r"] = (_Alt.ENTER,)
    for number, key in enumerate(list(_Alt)[1:], 1):
        sequences[f"{_PREFIX}{number}"] = (key,)
