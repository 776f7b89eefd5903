"""Values: what a text states in figures, read exactly in Chinese and in English, and compared.

What compares loads when it is first asked for: matching reads values, and compares them in its own way.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from govpub.values.reading import read_values
from govpub.values.wording import reading, rendering

if TYPE_CHECKING:
    from govpub.values.compare import compare_values
    from govpub.values.gaps import has_gap
    from govpub.values.verdict import Outcome, ValueVerdict
    from govpub.values.weekdays import wrong_weekdays

__all__ = [
    "Outcome",
    "ValueVerdict",
    "compare_values",
    "has_gap",
    "read_values",
    "reading",
    "rendering",
    "wrong_weekdays",
]

_HOMES = {
    "compare_values": "compare",
    "has_gap": "gaps",
    "Outcome": "verdict",
    "ValueVerdict": "verdict",
    "wrong_weekdays": "weekdays",
}


def __getattr__(name: str) -> object:
    """Load a name of this room from the module it lives in (PEP 562)."""
    if name not in _HOMES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value = globals()[name] = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    return value
