"""The text of an article's file as it is read: its lines, and errors that point into them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.errors import ArticleError, Position
from govpub.messages import _

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["FORBIDDEN", "Source", "soft_joint"]

# XML 1.0 (and so DOCX) and YAML 1.2 admit none of these; U+2028 and U+2029 would be lines to some readers only.
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that no article may hold."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article's text, in lines, and where its body begins."""

    path: Path | None
    lines: tuple[str, ...]
    """Without their line ends."""
    offset: int = 0
    """How many lines stand before the body."""

    @classmethod
    def of(cls, text: str, path: Path | None) -> Source:
        """Split `text` into lines; a byte order mark and the kind of line end do not matter.

        Raises:
            ArticleError: a character that no article may hold.
        """
        lines = tuple(text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n"))
        source = cls(path, lines)
        if FORBIDDEN.search(text):
            source.refuse_characters()
        return source

    def refuse_characters(self) -> None:
        """Raise for the first character that no article may hold."""
        for number, line in enumerate(self.lines, 1):
            if match := FORBIDDEN.search(line):
                code = ord(match[0])
                raise self.error(
                    _("a character that cannot be printed: U+{code:04X}").format(code=code),
                    number,
                    match.start() + 1,
                    hint=_("delete it; it often comes with text pasted from another program"),
                )

    def at(self, line: int | None, column: int | None = None) -> Position:
        """Return a position in this file."""
        return Position(self.path, line, column)

    def error(self, message: str, line: int | None, column: int | None = None, *, hint: str) -> ArticleError:
        """Return an error that points at a line (and column) of this file."""
        return ArticleError(message, at=self.at(line, column), hint=hint)

    def column_of(self, line: int, needle: str, start: int = 0) -> int | None:
        """Return the column at which `needle` begins in a line, or None where it is not there as it is."""
        if not needle or not 1 <= line <= len(self.lines):
            return None
        found = self.lines[line - 1].find(needle, start)
        return found + 1 if found >= 0 else None


def soft_joint(before: str, after: str, *, wide_ambiguous: bool) -> str:
    """Return what a line feed between two characters stands for: nothing between wide ones, else a space.

    `”` and `—` are as wide as the language around them (Unicode TR 11, width A).
    """
    return "" if _wide(before, ambiguous=wide_ambiguous) and _wide(after, ambiguous=wide_ambiguous) else " "


def _wide(character: str, *, ambiguous: bool) -> bool:
    width = unicodedata.east_asian_width(character)
    return width in "WF" or (ambiguous and width == "A" and unicodedata.category(character)[0] in "PS")
