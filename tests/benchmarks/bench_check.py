"""All rules over ten thousand entries with ten thousand terms, against all tests of translate-toolkit's pofilter."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from support.command import GOVPUB, clean_environment
from support.measure import Comparison

from govpub.po import PoEntry, new_po, parse_po, serialize_po

if TYPE_CHECKING:
    from collections.abc import Iterator

ENTRIES = 10_000
TERMS = 10_000
SAMPLES = Path(__file__).parents[2] / "samples" / "articles"
POFILTER = Path(sys.executable).with_name("pofilter")
HEADERS = {"Language": "en", "X-Source-Language": "zh-CN", "Content-Type": "text/plain; charset=UTF-8"}
_HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 700)]
_SYLLABLES = [consonant + vowel for consonant in "bcdfghklmnprst" for vowel in "aeiou"]


def comparisons(folder: Path) -> Iterator[Comparison]:
    """Yield one comparison; both sides are one process each, from start to exit."""
    chance = random.Random(7)
    terms = _terms(chance)
    catalog, glossary = folder / "catalog.po", folder / "terms.po"
    catalog.write_text(serialize_po(new_po(HEADERS, _entries(chance, terms))), encoding="utf-8")
    entries = (PoEntry(msgid=source, msgstr=(rendering,)) for source, rendering in terms)
    glossary.write_text(serialize_po(new_po(HEADERS, entries)), encoding="utf-8")
    ours = [GOVPUB, "check", catalog, "--glossary", glossary, "--no-default-glossary", "--format", "json"]
    yield Comparison(
        title=f"check: {ENTRIES} entries, {TERMS} terms",
        peer_name="pofilter, all tests, no terms",
        ours=lambda: _run(ours, folder),
        peer=lambda: _run([POFILTER, "--progress=none", catalog, folder / "out.po"], folder),
        at_most=1 / 3,
        rounds=3,
    )


def _run(command: list[str | Path], folder: Path) -> None:
    done = subprocess.run(command, env=clean_environment(folder), capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr


def _entries(chance: random.Random, terms: list[tuple[str, str]]) -> Iterator[PoEntry]:
    """Yield sentences of the samples, each with a figure and a term of its own."""
    found = [
        (entry.msgid, entry.msgstr[0])
        for path in sorted(SAMPLES.glob("*.en.po"))
        for entry in parse_po(path.read_text(encoding="utf-8")).entries
        if not entry.obsolete and "<" not in entry.msgid and len(entry.msgid) > len("十个字以上的句子才算")
    ]
    for number in range(ENTRIES):
        source, target = found[number % len(found)]
        term, rendering = chance.choice(terms)
        figure = chance.randint(1000, 99_999)
        yield PoEntry(
            msgctxt=f"s{number}",
            msgid=f"{source}{term}有{figure}个。",
            msgstr=(f"{target} There are {figure:,} of the {rendering}.",),
        )


def _terms(chance: random.Random) -> list[tuple[str, str]]:
    sources: dict[str, None] = {}
    while len(sources) < TERMS:
        sources["".join(chance.choices(_HAN, k=chance.randint(2, 6)))] = None
    return [(source, _words(chance, chance.randint(1, 4))) for source in sources]


def _words(chance: random.Random, count: int) -> str:
    return " ".join("".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))) for _ in range(count))
