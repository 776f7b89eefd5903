"""A text as terms are sought in it: without placeholders and invisible characters, with the way back to its offsets."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass

__all__ = ["Plain", "fold", "plain"]

_PLACEHOLDER = r"</?[0-9]{1,9}>|<[0-9]{1,9}/>"
# Soft hyphen, zero-width space and joiners, word joiner, byte order mark: nobody sees them, so no term breaks on them.
_INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
# Quotation marks inside a Chinese term come and go (“一带一路”科技交流大会); they never make it another term.
_QUOTES = "\"'“”„‟‘’‚‛「」『』〝〞＂＇"
_SPACED = re.compile(f"{_PLACEHOLDER}|[{_INVISIBLE}]")
_UNSPACED = re.compile(f"{_PLACEHOLDER}|[{_INVISIBLE}{_QUOTES}]")
_ALONE = re.compile(r"<[0-9]{1,9}/>")

# One character for one, so that offsets hold. Full-width forms come with pasted tables; half-width is the norm.
_FOLD: dict[int, str] = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    {
        "\u3000": " ",
        "\u00a0": " ",
        "\u202f": " ",
        "•": "·",
        "・": "·",
        "‧": "·",
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "−": "-",
    }
)
# Half of a surrogate pair is no character; the automaton takes whole ones only.
_FOLD |= dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


def fold(text: str) -> str:
    """Return `text` in half-width forms, one kind of space, hyphen and interpunct; its length stays."""
    return text if text.isascii() else text.translate(_FOLD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A text as it is read, and where each of its characters stands in the text as stored."""

    text: str
    """Folded, without placeholders and invisible characters."""
    starts: tuple[int, ...]
    """Offsets in `text` at which a piece of the stored text begins; the first is 0."""
    shifts: tuple[int, ...]
    """How far each piece lies further on in the stored text."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the stored text's offsets of the characters from `start` up to `end` (at least one)."""
        return self._stored(start), self._stored(end - 1) + 1

    def _stored(self, offset: int) -> int:
        if len(self.starts) == 1:
            return offset + self.shifts[0]
        return offset + self.shifts[bisect.bisect_right(self.starts, offset) - 1]


def plain(text: str, *, spaced: bool) -> Plain:
    """Return `text` as terms are sought in it; `spaced` says whether its language has spaces between words.

    A placeholder that stands alone (a line break, a footnote mark) parts words where words are spaced.
    """
    pattern = _SPACED if spaced else _UNSPACED
    pieces: list[str] = []
    starts = [0]
    shifts = [0]
    length = last = 0
    for found in pattern.finditer(text):
        pieces.append(text[last : found.start()])
        length += found.start() - last
        last = found.end()
        if spaced and _ALONE.fullmatch(found.group()):
            pieces.append(" ")
            length += 1
        if starts[-1] == length:
            shifts[-1] = last - length
        else:
            starts.append(length)
            shifts.append(last - length)
    if not last:
        return Plain(text=fold(text), starts=(0,), shifts=(0,))
    pieces.append(text[last:])
    return Plain(text=fold("".join(pieces)), starts=tuple(starts), shifts=tuple(shifts))
