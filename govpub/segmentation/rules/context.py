"""A text and the brackets in it; a mark that may end a sentence, and what stands around it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

__all__ = ["Context", "Mark", "is_wide"]

# Inside of these no sentence ends: what they hold is part of the sentence around them.
_BRACKETS = {
    "（": "）", "(": ")", "《": "》", "〈": "〉", "【": "】", "〔": "〕", "［": "］", "[": "]", "｛": "｝", "{": "}",
}  # fmt: skip
_CLOSING = {closing: opening for opening, closing in _BRACKETS.items()}
_QUOTES = {"“": "”", "‘": "’", "「": "」", "『": "』"}
_QUOTES_CLOSING = {closing: opening for opening, closing in _QUOTES.items()}
_SIGNS = re.compile(f'[{re.escape("".join((*_BRACKETS, *_CLOSING, *_QUOTES, *_QUOTES_CLOSING)))}"]')
# An opening bracket whose closing one is further away was forgotten, or belongs to a smiley.
_MAX_REACH = 2000


def is_wide(character: str) -> bool:
    """Return whether a character is of East Asian width: Han and its punctuation (Unicode TR 11)."""
    return bool(character) and unicodedata.east_asian_width(character) in "WF"


@dataclass(frozen=True, slots=True)
class Context:
    """A text, and for each bracket and quotation mark its partner."""

    text: str
    partners: dict[int, int]
    """From the place of a bracket or quotation mark to the place of its partner."""
    inside: list[int]
    """For each character, in how many brackets it stands."""
    straight_closing: frozenset[int]
    """The places of `"` that close."""

    @classmethod
    def of(cls, text: str) -> Context:
        """Match the brackets of a text; those without a partner do not count."""
        partners: dict[int, int] = {}
        straight: set[int] = set()
        waiting: dict[str, list[int]] = {}
        changes = [0] * (len(text) + 1)
        straight_open = False
        for sign in _SIGNS.finditer(text):
            place, character = sign.start(), sign.group()
            if character in _BRACKETS or character in _QUOTES:
                waiting.setdefault(character, []).append(place)
            elif opening := _CLOSING.get(character) or _QUOTES_CLOSING.get(character):
                stack = waiting.get(opening)
                if stack:
                    start = stack.pop()
                    partners[start], partners[place] = place, start
                    if opening in _BRACKETS and place - start <= _MAX_REACH:
                        changes[start] += 1
                        changes[place] -= 1
            elif character == '"':
                if straight_open:
                    straight.add(place)
                straight_open = not straight_open
        return cls(text, partners, list(accumulate(changes)), frozenset(straight))

    def closes(self, place: int) -> bool:
        """Return whether a closing bracket or quotation mark stands at a place."""
        character = self.text[place]
        return (
            character in _CLOSING
            or character in _QUOTES_CLOSING
            or place in self.straight_closing
            or (character == "'" and not self.text[place + 1 : place + 2].isalnum())
        )


@dataclass(frozen=True)
class Mark:
    """One or more marks in a row (`。`, `?!`, `……`) that may end a sentence."""

    context: Context
    start_of_sentence: int
    """Where the sentence began, white space included."""
    start: int
    end: int
    """One past the last mark."""

    @property
    def signs(self) -> str:
        """Return the marks."""
        return self.context.text[self.start : self.end]

    @property
    def before(self) -> str:
        """Return the character before the marks; empty at the start of the text."""
        return self.context.text[self.start - 1 : self.start]

    @property
    def after(self) -> str:
        """Return the character behind the marks; empty at the end of the text."""
        return self.context.text[self.end : self.end + 1]

    @cached_property
    def closed(self) -> int:
        """Return one past the brackets and quotation marks that close behind the marks."""
        place = self.end
        while place < len(self.context.text) and self.context.closes(place):
            place += 1
        return place

    @property
    def closers(self) -> str:
        """Return what closes behind the marks."""
        return self.context.text[self.end : self.closed]

    @property
    def following(self) -> str:
        """Return the character behind all that closes; empty at the end of the text."""
        return self.context.text[self.closed : self.closed + 1]

    @property
    def next_word_start(self) -> int:
        """Return the place of the first character behind the white space that follows."""
        text = self.context.text
        place = self.closed
        while place < len(text) and text[place].isspace():
            place += 1
        return place

    @property
    def bracketed(self) -> bool:
        """Return whether the mark stands inside of a bracket that closes later."""
        return self.context.inside[self.closed - 1] > 0

    @property
    def lead(self) -> str:
        """Return the sentence so far, without the marks, where it is short enough to be a label; else nothing."""
        if self.start - self.start_of_sentence > 16:  # noqa: PLR2004  longer than any label
            return ""
        return self.context.text[self.start_of_sentence : self.start].strip()

    def opened_by(self, closer: int) -> int | None:
        """Return where the partner of a closing mark stands."""
        return self.context.partners.get(closer)
