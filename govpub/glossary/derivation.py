"""English word formation, folded further than inflection: "manager", "management" and "managing" have one root.

A root is no proof that a rendering stands there; it is what is left to go by where the rendering itself is not found.
"""

from __future__ import annotations

import functools

__all__ = ["root"]

# The longest first: a word loses one ending, then what is left of an inner one.
_ENDINGS = (
    *("ization", "ational", "fulness", "iveness", "ation", "ition", "ative", "itive", "ement", "ience", "iency"),
    *("ance", "ence", "ancy", "ency", "ment", "ness", "able", "ible", "less", "tion", "sion", "ship", "ious"),
    *("ical", "ian", "ion", "ial", "ual", "ent", "ant", "ist", "ism", "ive", "iti", "ful", "ory", "ori", "ari"),
    *("ors", "ous", "al", "er", "or", "ic", "ly", "li", "iz", "at", "ar", "ee"),
)
_SHORTEST = 4
_SOFT = "eiy"


@functools.lru_cache(maxsize=1 << 16)
def root(key: str) -> str:
    """Return the root that the words formed from one share; `key` is a word's key (`word_key`)."""
    if not (key.isascii() and key.isalpha()):
        return key
    for _round in range(2):
        for ending in _ENDINGS:
            if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST:
                key = key[: -len(ending)]
                break
    key = key.rstrip(_SOFT) if len(key) > _SHORTEST else key
    if len(key) > _SHORTEST and key[-1] == key[-2]:
        key = key[:-1]
    return key
