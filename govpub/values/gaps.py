"""Signs that something fell out of a sentence: `in , the economy`, or `at the end of` and nothing."""

from __future__ import annotations

from govpub.patterns import pattern

__all__ = ["has_gap"]

# A space before a mark that wants none, empty brackets, a preposition before another one or before a verb.
_GAP = pattern(
    r"[A-Za-z)][ \u00a0][,.;:)](?![\w.])|\([ \u00a0]?\)"
    r"|\b(?:in|of|since|than|until|till|during|throughout|end-|mid-)[ \u00a0]"
    r"(?:to|of|in|from|for|with|and|was|were|has|have|had|as|at|by|on|because|but|is|are|despite|due|compared)\b"
    r"|\b(?:in|of|since|than|until|during|throughout|for)[ \u00a0]?$"
)


def has_gap(text: str) -> bool:
    """Return whether an English text has a place where a figure or a name seems to have been cut out."""
    return _GAP.search(text) is not None
