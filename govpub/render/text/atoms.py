"""Text → what a line may not be broken in: Western words, numbers, and single characters with their marks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from govpub.render.text.width import cells, character_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.locales import Locale

__all__ = ["UNITS", "Atom", "atoms"]

# What a number is not parted from: powers of ten, marks, and common units and classifiers.
UNITS = frozenset("万亿千百元年月日时分秒号个度吨户辆家人次名岁倍米亩克斤％%‰℃°")
_SPACES = " \t\n\r\f\v"
_RUN = re.compile(r"[ \t\n\r\f\v]+|[!-~]+|[\u4e00-\u9fff]+|.", re.DOTALL)
_HAN = re.compile(r"[\u4e00-\u9fff]")
_HYPHEN = re.compile(r"(?<=[A-Za-z])-(?=[A-Za-z])")
_ADDRESS = re.compile(r"://|@|www\.")
# Word joiner, no-break spaces, zero width joiner, byte order mark.
_JOINERS = frozenset("\u2060\u00a0\u202f\u200d\ufeff")
_ZERO_WIDTH_SPACE = "\u200b"


@dataclass(slots=True)
class Atom:
    """A piece of text that stays whole; or, where it is `loose`, Chinese characters that part anywhere."""

    text: str
    wide: int
    """Its display cells."""
    word: bool
    """Whether it is a Western word or number."""
    spaced: bool
    """Whether white space stands before it."""
    loose: bool = False


def atoms(text: str, locale: Locale) -> list[Atom]:
    """Return the atoms of a line of text; white space is left out, and remembered as `spaced`."""
    found: list[Atom] = []
    tail: list[str] = []  # what the last atom has gained: joined once, since a word may be very long
    spaced = joined = False
    for run, split in _runs(text):
        if run[0] in _SPACES:
            spaced = True
            continue
        clings = bool(found) and not spaced and not split
        if not (clings and joined) and _HAN.match(run):
            _close(found, tail, locale)
            found.extend(_characters(run, spaced=spaced))
            spaced = joined = False
            continue
        word = _is_word(run[0], locale.wide_ambiguous)
        if clings and (joined or _belongs(run, word, found[-1], tail)):
            tail.append(run)
            found[-1].word = found[-1].word or word or run == "’"
        else:
            _close(found, tail, locale)
            found.append(Atom(run, cells(run, locale), word, spaced))
        joined = run[-1] in _JOINERS
        spaced = False
    _close(found, tail, locale)
    return found


def _close(found: list[Atom], tail: list[str], locale: Locale) -> None:
    if tail:
        last = found[-1]
        last.text += "".join(tail)
        last.wide = cells(last.text, locale)
        tail.clear()


def _characters(run: str, *, spaced: bool) -> Iterator[Atom]:
    """Yield a run of Chinese characters: its ends, and units after a number, one by one; the rest loose."""
    start = 0
    while start < len(run) - 1 and (start == 0 or run[start] in UNITS):
        yield Atom(run[start], 2, word=False, spaced=spaced and start == 0)
        start += 1
    if start < len(run) - 1:
        yield Atom(run[start:-1], 2 * (len(run) - 1 - start), word=False, spaced=False, loose=True)
    yield Atom(run[-1], 2, word=False, spaced=spaced and len(run) == 1)


def _belongs(run: str, word: bool, last: Atom, tail: list[str]) -> bool:  # noqa: FBT001
    """Return whether a run that follows without white space is part of the atom before it."""
    if run[0] in _JOINERS or _extends(run[0]) or (word and last.word):
        return True
    # Xi’an: in Chinese text the mark is a closing quotation mark, unless a Western word stands before it.
    if run == "’" and last.word:
        return True
    return run in "—…" and (tail[-1] if tail else last.text) == run


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield white space, ASCII words, Chinese characters, and others one by one; and whether a line may end before."""
    after_dash = False
    for match in _RUN.finditer(text):
        run = match[0]
        if "-" in run and len(run) > 1 and not _ADDRESS.search(run):
            start = 0
            for hyphen in _HYPHEN.finditer(run):
                yield run[start : hyphen.end()], after_dash or start > 0
                start, after_dash = hyphen.end(), False
            yield run[start:], after_dash or start > 0
        else:
            yield run, after_dash and run[0].isalnum()
        after_dash = run == "—"


@lru_cache(maxsize=16384)
def _is_word(character: str, wide_ambiguous: bool) -> bool:  # noqa: FBT001  part of the cache's key
    """Return whether the character is one of those that Western words and numbers are made of."""
    if character_cells(character, wide_ambiguous=False) != 1 or character.isspace():
        return False
    return (
        not wide_ambiguous
        or unicodedata.category(character)[0] in "LNM"
        or unicodedata.east_asian_width(character) != "A"
    )


@lru_cache(maxsize=16384)
def _extends(character: str) -> bool:
    """Return whether the character has no width of its own and belongs to the one before it."""
    return character_cells(character, wide_ambiguous=False) == 0 and character != _ZERO_WIDTH_SPACE
