"""Bilingual sentences by the million, seeded: a Zipf vocabulary in sentence forms of which each fixes half of its words."""

from __future__ import annotations

import random
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["formulaic", "reworded", "sentences"]

VOCABULARY = 30_000
FORMS = 4_000
VARIANTS = 40
"""Segments of a formulaic corpus that resemble each other."""
_HAN = [bytes((row, cell)).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
_ONSETS = ("b", "c", "d", "f", "g", "l", "m", "n", "p", "r", "s", "t", "pr", "st", "tr", "con", "de", "re", "in", "ex")
_RHYMES = ("a", "e", "i", "o", "u", "al", "er", "or", "ent", "ist", "ion", "ic", "ate", "ure", "ity", "ing")
_FREQUENT = (
    *("the 的", "of 和", "and 在", "to 了", "in 对", "for 为", "on 将", "with 与", "government 政府", "work 工作"),
    *("flood 防汛", "meeting 会议", "province 全省", "development 发展", "rise 增长", "public 公共", "service 服务"),
)
_NUMBER = -1


class _Vocabulary:
    def __init__(self, chance: random.Random) -> None:
        common = list(accumulate(1 / (rank + 3) for rank in range(len(_HAN))))
        han = chance.sample(_HAN, len(_HAN))
        self._chinese = [pair.split()[1] for pair in _FREQUENT]
        self._english = [pair.split()[0] for pair in _FREQUENT]
        for _word in range(VOCABULARY):
            self._chinese.append(
                "".join(chance.choices(han, cum_weights=common, k=chance.choice((1, 2, 2, 2, 2, 3, 4))))
            )
            syllables = range(chance.choice((1, 2, 2, 3, 3)))
            self._english.append("".join(chance.choice(_ONSETS) + chance.choice(_RHYMES) for _syllable in syllables))
        self._zipf = list(accumulate(1 / (rank + 1) for rank in range(VOCABULARY)))
        self.forms = [self._form(chance) for _form in range(FORMS)]

    def words(self, chance: random.Random, count: int) -> list[int]:
        return chance.choices(range(VOCABULARY), cum_weights=self._zipf, k=count)

    def _form(self, chance: random.Random) -> tuple[list[int], list[int]]:
        words = self.words(chance, chance.randint(4, 22))
        open_places = sorted(chance.sample(range(len(words)), len(words) // 2))
        for place in open_places[:: chance.randint(3, 9)]:
            words[place] = _NUMBER
        return words, open_places

    def texts(self, words: list[int], chance: random.Random) -> tuple[str, str]:
        """Return the sentence in Chinese and in English."""
        chinese, english = [], []
        for place, word in enumerate(words):
            if word == _NUMBER:
                number = str(int(chance.random() ** 3 * 2030))
                chinese.append(number)
                english.append(number)
            else:
                chinese.append(self._chinese[word])
                english.append(self._english[word])
            if place % 7 == 6:  # a comma now and then
                chinese.append("，")
                english[-1] += ","
        return "".join(chinese) + "。", f"{english[0].capitalize()} {' '.join(english[1:])}."


def sentences(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield sentences in Chinese and English."""
    chance = random.Random(seed)
    vocabulary = _Vocabulary(chance)
    for _number in range(count):
        form, open_places = vocabulary.forms[int(chance.random() * FORMS)]
        words = list(form)
        for place, word in zip(open_places, vocabulary.words(chance, len(open_places)), strict=True):
            if words[place] != _NUMBER:
                words[place] = word
        yield vocabulary.texts(words, chance)


def formulaic(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Yield sentences of which each has VARIANTS - 1 others that differ from it in a word or two, or in a figure."""
    chance = random.Random(seed)
    vocabulary = _Vocabulary(chance)
    for _group in range(-(-count // VARIANTS)):
        base = vocabulary.words(chance, chance.randint(6, 20))
        base[chance.randrange(len(base))] = _NUMBER
        for _variant in range(VARIANTS):
            words = list(base)
            for word in vocabulary.words(chance, 1 + len(words) // 8):
                words[chance.randrange(len(words))] = word
            yield vocabulary.texts(words, chance)


def reworded(text: str, chance: random.Random) -> str:
    """Return a sentence with one to three small changes, as an editor makes them: in words, where they are spaced."""
    spaced = " " in text
    parts = text.split(" ") if spaced else list(text)
    for _change in range(chance.randint(1, 3)):
        place = chance.randrange(len(parts) + 1)
        new = chance.choice((["new"], ["for", "the"], []) if spaced else (["新"], ["已", "经"], []))
        parts[place : place + chance.randint(0, 2)] = new
    return (" " if spaced else "").join(parts)
