"""Carrying a catalog over with fuzzy matching, against msgmerge and pot2po.

Each side is one process that starts, reads the old catalog and the new source texts (a template; ours JSON, for it has
them from the article), matches, and writes the new catalog; measured is the time on the wall, in which msgmerge uses
all cores and we one. Ours also compares numbers, dates, names and negations of all that it matches.
"""

from __future__ import annotations

import hashlib
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from support.edits import Writer
from support.measure import Comparison
from support.programs import require

from govpub.po import PoEntry, new_po, serialize_po

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 4
_PARAGRAPH = 4
"""Sentences that stand in one line of the article."""
_WAYS = ("reword",) * 6 + ("renumber", "split", "merge", "insert")
"""What writers do, as often as they do it."""


def comparisons(folder: Path) -> Iterator[Comparison]:
    yield from _comparisons(folder, "zh-CN", 10_000, 0.1)
    yield from _comparisons(folder, "en", 10_000, 0.1)
    yield from _comparisons(folder, "zh-CN", 100_000, 0.01)


def _comparisons(folder: Path, language: str, count: int, changed: float) -> Iterator[Comparison]:
    place = folder / f"{language}-{count}"
    place.mkdir()
    old, new, segments = place / "old.po", place / "new.pot", place / "segments.json"
    before, after = _article(language, count, changed)
    old.write_text(_po(language, before, "The translation of sentence {n}, as long as a source is."), encoding="utf-8")
    new.write_text(_po(language, after, ""), encoding="utf-8")
    rows = [[_id(text), text, line] for text, line in after.items()]
    segments.write_text(json.dumps({"language": language, "segments": rows}), encoding="utf-8")
    script = Path(__file__).with_name("carrying.py")
    ours = [sys.executable, script, old, segments, place / "ours.po"]
    msgmerge = [require("msgmerge"), "--quiet", "--previous", "-o", place / "msgmerge.po", old, new]
    pot2po = [Path(sys.executable).with_name("pot2po"), "--progress=none", "-t", old, new, place / "pot2po.po"]
    title = f"carry {count:,} entries over ({language}), {changed:.0%} changed: start, read, match, write"
    small = count <= 10_000
    yield _comparison(title, ours, "msgmerge", msgmerge, at_most=1 / 4, rounds=3 if small else 1)
    if small:
        yield _comparison(title, ours, "pot2po", pot2po, at_most=1 / 10, rounds=1)


def _comparison(title: str, ours: list, peer_name: str, peer: list, *, at_most: float, rounds: int) -> Comparison:
    return Comparison(
        title=title,
        ours=lambda: subprocess.run(ours, check=True),
        peer_name=peer_name,
        peer=lambda: subprocess.run(peer, check=True, capture_output=True),
        at_most=at_most,
        wall=True,
        rounds=rounds,
    )


def _article(language: str, count: int, changed: float) -> tuple[dict[str, int], dict[str, int]]:
    """Return the sentences of an article, no two the same but many alike, by line; and those of it edited."""
    writer = Writer(random.Random(SEED), language, clauses=(2, 5))
    found = {}
    while len(found) < count:
        sentence = writer.sentence()
        found.setdefault(sentence.text, sentence)
    sentences = list(found.values())
    writer.article = [sentences[start : start + _PARAGRAPH] for start in range(0, count, _PARAGRAPH)]
    before = _lines(writer)
    for _ in range(round(count * changed)):
        writer.edit(writer.chance.choice(_WAYS))
    return before, _lines(writer)


def _lines(writer: Writer) -> dict[str, int]:
    return {sentence.text: 2 * number + 1 for number, paragraph in enumerate(writer.article) for sentence in paragraph}


def _po(language: str, texts: dict[str, int], translation: str) -> str:
    target = "en" if language == "zh-CN" else "zh_CN"
    headers = {
        "Project-Id-Version": "bench.md",
        "Language": target,
        "X-Source-Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    entries = (
        PoEntry(
            extracted=("paragraph",),
            references=(f"bench.md:{line}",),
            msgctxt=_id(text),
            msgid=text,
            msgstr=(translation.format(n=n),),
        )
        for n, (text, line) in enumerate(texts.items())
    )
    return serialize_po(new_po(headers, entries))


def _id(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]
