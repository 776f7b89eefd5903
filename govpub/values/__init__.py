"""Values: what a text states in figures, read exactly in Chinese and in English, and compared."""

from govpub.values.compare import compare_values
from govpub.values.gaps import has_gap
from govpub.values.reading import read_values
from govpub.values.verdict import Outcome, ValueVerdict
from govpub.values.weekdays import wrong_weekdays
from govpub.values.wording import reading, rendering

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
