"""The sentence rules, case by case: each line of `cases/*.txt` is one expected sentence."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from support.growth import assert_near_linear
from support.strategies import mixed_text

from govpub.segmentation import RULES_VERSION, sentence_ends

CASES = Path(__file__).parent / "cases"


def cases(name: str) -> list[tuple[str, ...]]:
    text = (CASES / f"{name}.txt").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if not line.startswith("#")]
    found = "\n".join(lines).split("\n\n")
    return [tuple(line for line in case.split("\n") if line) for case in found if case.strip()]


def sentences(text: str) -> list[str]:
    start, found = 0, []
    for end in sentence_ends(text):
        found.append(text[start:end].strip())
        start = end
    return found


@pytest.mark.parametrize("case", [*cases("zh"), *cases("en")], ids="".join)
def test_a_text_is_cut_into_the_expected_sentences(case):
    text = "".join(case).replace("␣", " ")
    assert sentences(text) == [line.lstrip("␣") for line in case]


@pytest.mark.parametrize("name", ["zh", "en"])
def test_each_language_has_at_least_eighty_cases(name):
    assert len(set(cases(name))) >= 80


def test_the_rules_have_a_version():
    assert RULES_VERSION == 1


@given(mixed_text)
def test_ends_rise_and_the_last_is_the_end_of_the_text(text):
    ends = sentence_ends(text)
    assert ends[-1] == len(text)
    assert all(first < second for first, second in pairwise(ends))
    assert all(not text[end - 1].isspace() for end in ends[:-1])


@given(mixed_text)
def test_a_sentence_is_not_cut_again(text):
    for sentence in sentences(text):
        # Brackets and quotation marks that are cut in two can change what stands inside of them.
        if not set(sentence) & set("“”‘’\"'（）()《》〈〉【】〔〕［］[]｛｝{}「」『』〖〗"):
            assert len(sentences(sentence)) == 1


@pytest.mark.parametrize(
    "piece",
    ["。", ".", "…", "“", "”", "（", "）", '"', "'", "a.", "1.", "。”", "A. ", "!?", "（。", "(a. ", "。 ", ". "],
)
def test_the_rules_are_linear(piece):
    assert_near_linear(lambda length: sentence_ends(piece * (length // len(piece))), 20_000)
