"""text.look-alike: a letter of another script stands inside of a word, where it looks like the right one.

By scripts mixed within a word (Unicode UTS 39): Cyrillic or Greek look-alikes among Latin letters and the reverse;
mathematical letters in place of words; radicals (⽂, U+2F42) in place of ideographs, as they come out of PDF files.

Wrong:  云岭省政府 => the Yunling Prоvincial Government, with a Cyrillic о
Right:  云岭省政府 => the Yunling Provincial Government

Traps: Russian and Greek names in their own letters are no mixture; Greek letters of science stay beside Latin ones (μm,
kΩ, ΔT, α-helix), and formulae may use single mathematical letters.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.look-alike"

_TO_LATIN = str.maketrans(
    "АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухԁԛԝҮһΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABESIJKMHOPCTYXQWaesijopcyxdqwYhABEZHIKMNOPTYXo",
)
_LOOKS = "".join(map(chr, _TO_LATIN))
_LATIN = "A-Za-z\u00c0-\u024f"
_OTHER = "\u0370-\u0373\u0376-\u03ff\u0400-\u052f"
_SUSPECT = pattern(f"[{_OTHER}\U0001d400-\U0001d7ff\u2e80-\u2fd5]")
_WORD = pattern(f"[{_LATIN}{_OTHER}]*[{_OTHER}][{_LATIN}{_OTHER}]*|[\U0001d400-\U0001d7cb]{{2,}}|[\u2e80-\u2fd5]")
_HAS_LATIN = pattern(f"[{_LATIN}]")
_CYRILLIC = pattern("[\u0400-\u052f]")
_ALL_LOOKS = pattern(f"[{_LOOKS}]{{2,}}")


def candidates(document: Document) -> set[int]:
    """Return the units with a letter of another script."""
    return document.source.having_characters(_SUSPECT) | document.target.having_characters(_SUSPECT)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each word of two scripts."""
    for side in sides(unit, context):
        if not _SUSPECT.search(side.text):
            continue
        words = list(_words(side.text))
        russian = any(not _HAS_LATIN.search(text) and not _ALL_LOOKS.fullmatch(text) for text, _start in words)
        for text, start in words:
            if (mend := _mend(text, whole=not russian)) is not None:
                yield _finding(side, text, start, mend)


def _words(text: str) -> Iterator[tuple[str, int]]:
    """Yield each run of letters that holds one of another script, with its place."""
    place = 0
    while suspect := _SUSPECT.search(text, place):
        start = suspect.start()
        while start > place and _HAS_LATIN.match(text[start - 1]):
            start -= 1
        word = _WORD.match(text, start)
        if word is not None:
            yield word[0], start
        place = word.end() if word is not None else suspect.end()


def _mend(word: str, *, whole: bool) -> str | None:
    """Return the word in the letters it pretends to have; None where it is what it looks like."""
    if not _CYRILLIC.search(word) and not _HAS_LATIN.search(word) and word[0] >= "\u2e80":
        folded = unicodedata.normalize("NFKC", word)
        return folded if folded != word else None
    latin = word.translate(_TO_LATIN)
    if _HAS_LATIN.search(word):
        return latin if latin != word or _CYRILLIC.search(word) else None
    return latin if whole and _CYRILLIC.search(word) and _ALL_LOOKS.fullmatch(word) else None


def _finding(side: Side, word: str, start: int, mend: str) -> Finding:
    strange = next((character for character in word if not _HAS_LATIN.match(character)), word[0])
    clean = not _SUSPECT.search(mend)
    return side.finding(
        NAME,
        (start, start + len(word)),
        _("“{word}” only looks like “{mend}”: it has {name} (U+{code})").format(
            word=word, mend=mend, name=unicodedata.name(strange, "?"), code=f"{ord(strange):04X}"
        )
        if clean
        else _("“{word}” mixes letters of two scripts").format(word=word),
        severity=Severity.ERROR if _HAS_LATIN.search(word) or word[0] >= "\u2e80" else Severity.WARNING,
        suggestion=mend if clean else "",
        fix=mend if clean and (_HAS_LATIN.search(word) or word[0] >= "\u2e80") else None,
    )
