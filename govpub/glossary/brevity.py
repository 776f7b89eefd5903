"""How English leaves out what it has said: by pronouns, which stand for a term as well as its rendering does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.glossary.words import word_key

if TYPE_CHECKING:
    from govpub.glossary.words import Words

__all__ = ["pronouns"]

_PRONOUNS = tuple(
    dict.fromkeys(
        word_key(word)
        for word in (
            *("it", "its", "itself", "they", "their", "them", "we", "our", "he", "his", "him", "she", "her"),
            *("which", "who", "whose", "this", "these", "those", "former", "latter", "both", "each"),
        )
    )
)


def pronouns(words: Words) -> int:
    """Return how many words stand for something said before."""
    return sum(len(words.places.get(key, ())) for key in _PRONOUNS)
