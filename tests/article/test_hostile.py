"""Whatever a file holds, reading it ends soon, in an article or in an ArticleError."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.effort import count
from support.growth import assert_near_linear
from support.markdown import FRONT
from support.mutation import mutant

from govpub.article import parse_article, serialize_article
from govpub.errors import ArticleError
from govpub.model.article import Article

SEEDS = (
    (Path(__file__).parents[1] / "golden" / "canonical" / "source.md").read_bytes(),
    (Path(__file__).parents[1] / "golden" / "canonical" / "canonical.md").read_bytes(),
    (FRONT.format(lang="en") + "A [b](c) *d*.\n").encode(),
)


def read(text: str) -> Article | ArticleError:
    """Return the article, or the one error that it ends in."""
    try:
        return parse_article(text)
    except ArticleError as error:
        return error


def test_mutated_articles_end_in_an_article_or_in_one_error():
    seed = random.SystemRandom().getrandbits(64)
    chance = random.Random(seed)
    for number in range(count(short=500)):
        text = mutant(SEEDS, chance).decode("utf-8", "surrogateescape")
        try:
            found = read(text)
            if isinstance(found, Article):
                written = serialize_article(found)
                assert serialize_article(parse_article(written)) == written
            else:
                assert found.hint
                assert found.at
        except Exception as error:
            raise AssertionError(f"mutant {number} of seed {seed}") from error


@given(st.text(st.characters(), max_size=200))
def test_any_text_ends_in_an_article_or_in_one_error(text):
    for content in (text, FRONT.format(lang="en") + text, f"---\n{text}\n---\na\n"):
        found = read(content)
        assert isinstance(found, Article) or found.hint


PIECES = (
    "[", "![", "*a", "*a ", "**a_b ", "a**b", "*_", "_a__", "**", "__", "> a\n", ">", "- ", "- a\n", "1. ", "`a", "``a`", "[^", "[^a]", "[a](", "[a][",
    "[x](y)", '[a](b "', "[a](<b", "<", "<a:", "<a@", "&", "&#1", "\\", "a\n", "a\\\n", "|", "|-", "|a\n", "<!--", "<div>\n", "(", "~", "#", "# a",
    "=", "-\n", '"', "'", "　", "甲\n", "。", '![a](b.png "c") ',
)  # fmt: skip


@pytest.mark.parametrize("piece", [*PIECES, "nested"])
def test_reading_is_near_linear(piece):
    def text(length: int) -> str:
        return "[" * (length // 2) + "]" * (length // 2) if piece == "nested" else piece * (length // len(piece))

    def work(length: int) -> None:
        found = read(FRONT.format(lang="zh-CN") + text(length) + "\n")
        if isinstance(found, Article):
            serialize_article(found)

    assert_near_linear(work, 4_000)
