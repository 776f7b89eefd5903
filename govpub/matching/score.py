"""The one match score of govpub: how alike two source texts are, in per cent.

The score is 100 × (1 − d ÷ (m + n)): `d` is the least number of characters to delete and insert that turns one text
into the other, `m` and `n` are the lengths of the two. It is the same for Chinese and English, symmetric, 100 for
equal texts and 0 for texts without a character in common. Placeholders count as one character each, and their numbers
do not count: `<1>防汛</1>` and `<2>防汛</2>` score 100. Case, width and white space count as they stand.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from govpub.model.segment import PLACEHOLDER

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

__all__ = ["LONGEST", "Scored", "folded", "score", "scores"]

LONGEST = 5000
"""Characters of a text that is compared with others at most: time grows with the product of two lengths, and a text
that long is a table or a page, of which nobody wants to see what is alike."""
# Private use, so that no text of a person has them.
_OPENS, _CLOSES, _ALONE = "\ue000", "\ue001", "\ue002"


class Scored(NamedTuple):
    """A candidate and how alike it is."""

    place: int
    """Its number among the candidates, from 0."""
    score: float


def folded(text: str) -> str:
    """Return `text` as it is scored: each placeholder one character."""
    if "<" not in text:
        return text
    return PLACEHOLDER.sub(_sign, text)


def _sign(found: re.Match[str]) -> str:
    return _ALONE if found["alone"] else _CLOSES if found["closes"] else _OPENS


def score(left: str, right: str) -> float:
    """Return how alike two texts are, in per cent (see this module)."""
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  most commands match nothing

    return ratio(folded(left), folded(right))


def scores(query: str, candidates: Sequence[str], cutoff: float) -> tuple[Scored, ...]:
    """Return those of `candidates` that score at least `cutoff`, the best first, of equal ones the first.

    Texts of more than `LONGEST` characters are only found where they are the same.
    """
    if len(query) > LONGEST:
        return tuple(Scored(place, 100.0) for place, candidate in enumerate(candidates) if candidate == query)
    from rapidfuzz.fuzz import ratio  # noqa: PLC0415  same
    from rapidfuzz.process import extract  # noqa: PLC0415  same

    texts = [folded(candidate) if len(candidate) <= LONGEST else None for candidate in candidates]
    found = extract(folded(query), texts, scorer=ratio, score_cutoff=cutoff, limit=None)
    return tuple(Scored(place, value) for _text, value, place in found)
