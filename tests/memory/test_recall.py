"""The best match is found: as brute force finds it, in texts of all kinds and in texts that are all alike."""

from __future__ import annotations

import random

import pytest
from support.corpus import formulaic, reworded, sentences
from support.effort import count
from support.memories import remembered

from govpub.locales import EN, ZH_CN
from govpub.matching import scores
from govpub.memory import Memory, SqliteStore

QUERIES = count(short=100, full=1000)
SEGMENTS = count(short=6_000, full=40_000)


@pytest.mark.parametrize("kind", [sentences, formulaic])
@pytest.mark.parametrize("source", [ZH_CN, EN], ids=str)
def test_the_best_match_is_found(tmp_path, seeded_random, kind, source):
    seed = seeded_random.randrange(2**31)
    chance = random.Random(seed)
    texts = [pair[source is EN] for pair in kind(SEGMENTS, seed)]
    target = EN if source is ZH_CN else ZH_CN
    memory = Memory(SqliteStore(tmp_path / "memory.sqlite"), source, target)
    memory.remember(remembered(text, "-", source_locale=source, target_locale=target) for text in texts)
    found = missed = 0
    for text in chance.sample(texts, QUERIES):
        query = reworded(text, chance)
        best = scores(query, texts, 75.0)
        if best:
            match = next(iter(memory.lookup(query)), None)
            found += match is not None and match.score == pytest.approx(best[0].score)
            missed += match is None or match.score < best[0].score - 1e-6
    memory.store.close()
    assert found > QUERIES * 0.5, "few queries resemble anything: this proves nothing"
    assert missed <= QUERIES * 0.01
