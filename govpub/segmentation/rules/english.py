"""Sentence ends in English text.

E1  .!? before white space end a sentence:          It rained. | The drill went on.
E2  … not before a lower-case letter:               "Ready?" she asked.   Wait ... and see.
E3  … nor before a mark that goes on:               apples, pears, etc., were sold
E4  what closes belongs to the sentence:            He said, "We are ready." | Then he left.
E5  no end inside of brackets:                      The plan (see Sec. 2. Scope) holds.
E6  a bracket behind a sentence is one:             He left. | (It was late.) | We stayed.
E7  titles and such never end one:                  Gov. Li met Dr. J. R. Smith.   e.g. Beijing
E8  "No. 5", "Fig. 2", "Dec. 17":                   See No. 5 of the list.
E9  abbreviations that may stand last end one only  in the U.S. Government   in the U.S. | The talks …
    before a word that opens sentences:             at 5 p.m. | The drill began.
E10 initials:                                       J. R. Smith   Plan B. | The team …
E11 a label is no sentence:                         1. Scope   (2). Terms   A. General
E12 a mark inside of a word is none:                3.5 percent   www.gov.cn   a@b.cn   Yahoo!'s
E13 an English sentence before Chinese text:        It rained.|会议照常举行。
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.segmentation.rules.abbreviations import BEFORE_NAMES, BEFORE_NUMBERS, NEVER_LAST, OFTEN_LAST, STARTERS
from govpub.segmentation.rules.context import is_wide

if TYPE_CHECKING:
    from govpub.segmentation.rules.context import Mark

__all__ = ["ends_english"]

_LABEL = re.compile(r"[(\[]?(?:[0-9]{1,3}(?:\.[0-9]{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5})[)\]]?")
_INLINE_LABEL = re.compile(r"(?:\A|[;:；：。，、\s])[0-9]{1,2}\Z")
_ROMAN_OR_NUMBER = re.compile(r"[0-9(\[#]|[IVXLC]+\b")
_WORD = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_LONGEST_WORD = 40
_SHORTEST_WORD = 2
_CONTINUES = frozenset(",;:)]}，、；：—–。！？")
_BRACKET_ENDS = frozenset(")]）")


def ends_english(mark: Mark) -> int | None:  # noqa: PLR0911  one rule after the other
    """Return where the sentence of a mark in English text ends; None where it goes on."""
    if mark.bracketed or not mark.following:
        return None
    if not mark.following.isspace():
        return _before_chinese(mark)
    text = mark.context.text
    place = mark.next_word_start
    if place >= len(text) or text[place].islower() or text[place] in _CONTINUES:
        return None
    if mark.closers and mark.closers[-1] in _BRACKET_ENDS:
        return mark.closed if _bracket_is_sentence(mark) else None
    if not mark.lead and not text[mark.start_of_sentence : mark.start].strip("\"“‘'( \n"):
        return None  # an ellipsis that opens the sentence
    if mark.signs == "." and not mark.closers and not _full_stop_ends(mark, place):
        return None
    return mark.closed


def _full_stop_ends(mark: Mark, place: int) -> bool:
    """Return whether a full stop ends more than an abbreviation, an initial or a label."""
    text = mark.context.text
    if _LABEL.fullmatch(mark.lead):
        return False
    if is_wide(text[place]) and _INLINE_LABEL.search(text[max(mark.start - 4, 0) : mark.start]):
        return False
    word = _word_before(mark)
    match = _WORD.match(text, place)
    opens = bool(match) and match[0] in STARTERS if match else is_wide(text[place]) or text[place] in '“‘"'
    if word in BEFORE_NAMES or word in NEVER_LAST:
        return False
    if word in BEFORE_NUMBERS and _ROMAN_OR_NUMBER.match(text, place):
        return False
    if word in OFTEN_LAST or (len(word) == 1 and word.isupper()):
        return opens
    return True


def _word_before(mark: Mark) -> str:
    """Return the word before a full stop, with the full stops inside of it: `U.S`, `Ph.D`, `No`."""
    text = mark.context.text
    start = mark.start
    lowest = max(mark.start_of_sentence, mark.start - _LONGEST_WORD)
    while start > lowest and (text[start - 1].isascii() and (text[start - 1].isalpha() or text[start - 1] in ".-")):
        start -= 1
    return text[start : mark.start].lstrip(".-")


def _before_chinese(mark: Mark) -> int | None:
    """Return the end of an English sentence behind which Chinese text follows without a space."""
    if not is_wide(mark.following) or mark.following in _CONTINUES:
        return None
    text = mark.context.text
    start = mark.start
    lowest = max(mark.start_of_sentence, mark.start - 200)
    while start > lowest and text[start - 1].isascii() and not text[start - 1].isspace():
        start -= 1
    run = text[start : mark.start]
    if "://" in run or "@" in run or not run.strip("\"'()") or not run.rstrip("\"')")[-1:].isalpha():
        return None
    word = _word_before(mark)
    if mark.signs == "." and (
        "." in word or len(word) < _SHORTEST_WORD or word in BEFORE_NAMES | NEVER_LAST | BEFORE_NUMBERS | OFTEN_LAST
    ):
        return None
    # A word alone among Han is a name or a unit, not a sentence.
    return mark.closed if " " in text[mark.start_of_sentence : mark.start].strip() else None


def _bracket_is_sentence(mark: Mark) -> bool:
    opening = mark.opened_by(mark.closed - 1)
    return opening is not None and not mark.context.text[mark.start_of_sentence : opening].strip()
