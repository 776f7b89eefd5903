"""Bilingual sentences by the million, seeded: words as frequent as Zipf has them, in the forms of press releases."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["formulaic", "reworded", "sentences"]

VOCABULARY = 30_000
VARIANTS = 40
"""Segments of a formulaic corpus that resemble each other."""
_HAN = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
_ONSETS = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "pr", "st", "tr", "con", "de", "re", "in", "ex")
_RHYMES = ("a", "e", "i", "o", "u", "al", "er", "or", "ent", "ist", "ion", "ic", "ate", "ure", "ity", "ing")
_FUNCTION_WORDS = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "for",
    "on",
    "with",
    "by",
    "at",
    "from",
    "its",
    "as",
    "that",
    "will",
    "be",
    "has",
    "was",
]
_PARTICLES = ["的", "和", "在", "了", "对", "为", "将", "与", "等", "中"]
_ZH_FORMS = (
    "{0}{1}月{2}日在{3}召开{4}会议，研究{5}{6}工作。",
    "今年以来，{0}{5}{6}，同比增长{1}.{2}%，{3}{4}{7}{8}。",
    "{0}要求，各{3}要{4}{5}，{6}{7}{8}，确保{9}{10}。",
    "截至{1}月{2}日，{0}{3}共{4}{5}，{6}达到{7}{8}。",
    "{0}{3}{4}{5}{6}，{7}{8}{9}{10}{11}。",
    "关于{0}{3}{4}的通知",
    "{0}表示，{3}{4}{5}，{6}{7}{8}{9}，{10}{11}。",
    "在{3}{4}方面，{0}{5}{6}，投入{1}{2}万元，用于{7}{8}{9}。",
)
_EN_FORMS = (
    "On {1}/{2}, {0} held a {4} meeting in {3} to study the work of {5} {6}.",
    "Since the beginning of this year, {0} {5} {6} grew by {1}.{2}% year on year, with {3} {4} {7} {8}.",
    "{0} required that every {3} {4} {5} and {6} {7} {8} to ensure {9} {10}.",
    "As of {1}/{2}, {0} {3} had {4} {5} in total, and {6} reached {7} {8}.",
    "{0} {3} {4} {5} {6}, and {7} {8} {9} {10} {11}.",
    "Circular on {0} {3} {4}",
    "{0} said that {3} {4} {5}, while {6} {7} {8} {9} {10} {11}.",
    "For {3} {4}, {0} {5} {6} and spent {1}{2}0,000 yuan on {7} {8} {9}.",
)
_SLOTS = 12


class _Vocabulary:
    def __init__(self, chance: random.Random) -> None:
        common = list(accumulate(1 / (rank + 3) for rank in range(len(_HAN))))
        han = chance.sample(_HAN, len(_HAN))
        self.chinese = _PARTICLES + [
            "".join(chance.choices(han, cum_weights=common, k=chance.choice((1, 2, 2, 2, 2, 3, 4))))
            for _word in range(VOCABULARY)
        ]
        self.english = _FUNCTION_WORDS + [
            "".join(
                chance.choice(_ONSETS) + chance.choice(_RHYMES) for _syllable in range(chance.choice((1, 2, 2, 3, 3)))
            )
            for _word in range(VOCABULARY)
        ]
        self.zipf = list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))

    def sentence(self, chance: random.Random) -> tuple[int, list[int]]:
        """Return the number of a form, and the numbers of its words."""
        return int(chance.random() * len(_ZH_FORMS)), chance.choices(range(VOCABULARY), cum_weights=self.zipf, k=_SLOTS)

    def texts(self, form: int, words: list[int]) -> tuple[str, str]:
        """Return the sentence in Chinese and in English."""
        chinese, english = [self.chinese[word] for word in words], [self.english[word] for word in words]
        chinese[1], chinese[2] = english[1], english[2] = str(words[1] % 12 + 1), str(words[2] % 28 + 1)
        english[0] = english[0].capitalize()
        return _ZH_FORMS[form].format(*chinese), _EN_FORMS[form].format(*english)


def sentences(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield sentences in Chinese and English."""
    chance = random.Random(seed)
    vocabulary = _Vocabulary(chance)
    for _number in range(count):
        yield vocabulary.texts(*vocabulary.sentence(chance))


def formulaic(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield sentences of which each has VARIANTS - 1 others that differ from it in a word or two, or in a figure."""
    chance = random.Random(seed)
    vocabulary = _Vocabulary(chance)
    for _group in range(-(-count // VARIANTS)):
        form, words = vocabulary.sentence(chance)
        for _variant in range(VARIANTS):
            varied = list(words)
            for place in chance.sample(range(_SLOTS), 3):
                varied[place] = vocabulary.sentence(chance)[1][0]
            yield vocabulary.texts(form, varied)


def reworded(text: str, chance: random.Random) -> str:
    """Return a sentence with one to three small changes, as an editor makes them."""
    signs = list(text)
    for _change in range(chance.randint(1, 3)):
        place = chance.randrange(len(signs))
        signs[place : place + chance.randint(0, 2)] = chance.choice(
            (" new ", " for the ") if text.isascii() else ("新", "已经", "")
        )
    return "".join(signs)
