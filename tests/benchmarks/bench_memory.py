"""The translation memory: looking up among a million segments on disk, against rapidfuzz over a list of all of them.

Whether the best match is found is measured here too, against brute force; a comparison whose recall is below 99 % is
missed, whatever its time.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne
from support.corpus import formulaic, reworded, sentences
from support.measure import Comparison

from govpub.locales import EN, ZH_CN
from govpub.memory import Memory, Remembered, SqliteStore
from govpub.po import new_po, serialize_po
from govpub.po.entry import PoEntry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

BY_NAME_ONLY = True
SEGMENTS = int(os.environ.get("GOVPUB_BENCH_SEGMENTS", "1000000"))
FEW = 10_000
QUERIES = 200
PEER_QUERIES = 5
RECALL_QUERIES = 100
THRESHOLD = 75
LEAST_RECALL = 0.99
TOOLKIT = Path(__file__).with_name("toolkit_matcher.py")


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield fuzzy lookups in a varied and in a formulaic corpus, a search for a part of a text, and a small memory."""
    for name, corpus in (("varied", sentences), ("40 alike", formulaic)):
        memory, texts = _filled(folder / f"{name}.sqlite", corpus(SEGMENTS, 7))
        yield _lookups(name, memory, texts)
        if corpus is sentences:
            yield _searches(memory, texts)
        memory.store.close()
        (folder / f"{name}.sqlite").unlink()
    memory, texts = _filled(folder / "few.sqlite", sentences(FEW, 7))
    yield from _against_the_toolkit(folder / "few.po", memory, texts)


def _filled(path: Path, pairs: Iterator[tuple[str, str]]) -> tuple[Memory, list[str]]:
    memory, texts = Memory(SqliteStore(path), ZH_CN, EN), []

    def entries() -> Iterator[Remembered]:
        for source, target in pairs:
            texts.append(source)
            yield Remembered(source=source, target=target, source_locale=ZH_CN, target_locale=EN, origin="bench")

    memory.remember(entries())
    return memory, texts


def _queries(texts: Sequence[str], count: int) -> list[str]:
    chance = random.Random(11)
    return [reworded(text, chance) for text in chance.choices(texts, k=count)]


def _lookups(name: str, memory: Memory, texts: list[str]) -> Comparison:
    queries = _queries(texts, QUERIES)

    def brute(query: str) -> float | None:
        best = extractOne(query, texts, scorer=ratio, score_cutoff=THRESHOLD)
        return best and best[1]

    def found(query: str, score: float) -> bool:
        match = next(iter(memory.lookup(query, threshold=THRESHOLD)), None)
        return match is not None and match.score >= score - 1e-6

    bests = [(query, score) for query in queries[:RECALL_QUERIES] if (score := brute(query)) is not None]
    recall = sum(found(*best) for best in bests) / len(bests)
    return Comparison(
        title=f"look up among {SEGMENTS:,} segments, {name}; the best is found in {recall:.1%} of {len(bests)}",
        peer_name="rapidfuzz over all",
        ours=lambda: [memory.lookup(query, threshold=THRESHOLD) for query in queries],
        peer=lambda: [brute(query) for query in queries[:PEER_QUERIES]],
        at_most=1 / 30 if recall >= LEAST_RECALL else 0,
        rounds=3,
        ours_pieces=QUERIES,
        peer_pieces=PEER_QUERIES,
    )


def _searches(memory: Memory, texts: list[str]) -> Comparison:
    chance = random.Random(13)
    wanted = [text[start : start + 2] for text in chance.choices(texts, k=50) for start in (len(text) // 2,)]
    return Comparison(
        title=f"search two characters among {SEGMENTS:,} segments, both sides",
        peer_name="a look at every source text",
        ours=lambda: [memory.search(text, limit=20) for text in wanted],
        peer=lambda: [list(islice((text for text in reversed(texts) if part in text), 20)) for part in wanted[:5]],
        at_most=1,
        rounds=3,
        ours_pieces=len(wanted),
        peer_pieces=5,
    )


def _against_the_toolkit(path: Path, memory: Memory, texts: list[str]) -> Iterator[Comparison]:
    header = {"Content-Type": "text/plain; charset=UTF-8"}
    entries = [PoEntry(msgid=text, msgstr=("x",)) for text in dict.fromkeys(texts)]
    path.write_text(serialize_po(new_po(header, entries)), encoding="utf-8")
    queries = _queries(texts, QUERIES)
    command = [sys.executable, TOOLKIT, path]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as toolkit:
        ask = _asking(toolkit)
        yield Comparison(
            title=f"look up among {FEW:,} segments",
            peer_name="translate-toolkit's matcher",
            ours=lambda: [memory.lookup(query, threshold=THRESHOLD) for query in queries],
            peer=lambda: [ask(query) for query in queries[:PEER_QUERIES]],
            at_most=1 / 4,
            wall=True,  # the peer works in a process that goes on
            ours_pieces=QUERIES,
            peer_pieces=PEER_QUERIES,
        )


def _asking(toolkit: subprocess.Popen[str]) -> Callable[[str], int]:
    assert toolkit.stdin is not None
    assert toolkit.stdout is not None
    stdin, stdout = toolkit.stdin, toolkit.stdout
    assert stdout.readline() == "ready\n"

    def ask(query: str) -> int:
        stdin.write(f"{query}\n")
        stdin.flush()
        return int(stdout.readline())

    return ask
