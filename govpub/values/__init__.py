"""Values: what a text states in figures, read exactly in Chinese and in English, and compared.

What compares loads when it is first asked for: matching reads values, and compares them in its own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.loading import on_demand
from govpub.values.reading import read_values
from govpub.values.wording import reading, rendering

if TYPE_CHECKING:
    from govpub.values.compare import compare_values
    from govpub.values.gaps import SIGNS, gap_in
    from govpub.values.order import exchanged
    from govpub.values.verdict import Outcome, ValueVerdict
    from govpub.values.weekdays import weekdays_of_no_day, wrong_weekdays

__all__ = [
    "SIGNS",
    "Outcome",
    "ValueVerdict",
    "compare_values",
    "exchanged",
    "gap_in",
    "read_values",
    "reading",
    "rendering",
    "weekdays_of_no_day",
    "wrong_weekdays",
]

__getattr__ = on_demand(
    __name__,
    {
        "compare": ("compare_values",),
        "order": ("exchanged",),
        "gaps": ("SIGNS", "gap_in"),
        "verdict": ("Outcome", "ValueVerdict"),
        "weekdays": ("weekdays_of_no_day", "wrong_weekdays"),
    },
)
