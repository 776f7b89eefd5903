"""Terms in sentences: our scanner against one alternation of all terms, which is what a regular expression offers."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

from support.measure import Comparison

from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.model.term import Glossary, Term

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TERMS = 10_000
SENTENCES = 10_000
PEER_SENTENCES = 200
_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 700)]
_SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprst" for vowel in "aeiou"]


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield finding terms, and finding them and their renderings, against finding them alone with `re`."""
    chance = random.Random(7)
    terms = _terms(chance)
    pairs = [_pair(chance, terms) for _ in range(SENTENCES)]
    scanner = Scanner(Glossary(source=ZH_CN, target=EN, terms=terms), source=ZH_CN, target=EN)
    longest_first = sorted((term.source for term in terms), key=len, reverse=True)
    alternation = re.compile("|".join(map(re.escape, longest_first)))
    yield Comparison(
        title=f"find: {SENTENCES} sentences, {TERMS} terms",
        peer_name="one regular expression",
        ours=lambda: [scanner.find(source) for source, _ in pairs],
        peer=lambda: [alternation.findall(source) for source, _ in pairs[:PEER_SENTENCES]],
        at_most=0.1,
        rounds=3,
        ours_pieces=SENTENCES,
        peer_pieces=PEER_SENTENCES,
    )
    yield Comparison(
        title=f"compare: {SENTENCES} pairs, {TERMS} terms",
        peer_name="one regular expression, source side only",
        ours=lambda: [scanner.compare(*pair) for pair in pairs],
        peer=lambda: [alternation.findall(source) for source, _ in pairs[:PEER_SENTENCES]],
        at_most=1,
        rounds=3,
        ours_pieces=SENTENCES,
        peer_pieces=PEER_SENTENCES,
    )


def _terms(chance: random.Random) -> tuple[Term, ...]:
    sources: dict[str, None] = {}
    while len(sources) < TERMS:
        sources["".join(chance.choices(_HAN, k=chance.randint(2, 6)))] = None
    return tuple(
        Term(source=source, rendering=_words(chance, chance.randint(1, 4)), never=(_words(chance, 2),))
        for source in sources
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(count))


def _pair(chance: random.Random, terms: tuple[Term, ...]) -> tuple[str, str]:
    chosen = chance.sample(terms, 3)
    source = "".join("".join(chance.choices(_HAN, k=8)) + term.source for term in chosen)
    target = " ".join(f"{_words(chance, 5)} the {term.rendering}" for term in chosen)
    return source + "。", target.capitalize() + "."
