"""CommonMark with tables and footnotes, read for text in which Han and Latin meet."""

from __future__ import annotations

import re
import unicodedata
from copy import copy
from functools import cache
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from typing import Any

    from markdown_it.token import Token

__all__ = ["LABEL", "is_cjk", "is_punctuation", "is_space", "markdown_tokens"]

LABEL = re.compile(r"[\w.-]{1,80}")
"""What a footnote may be called."""
_REFERENCE = re.compile(r"\[\^([\w.-]{1,80})\]")
_NOT_AN_IMAGE = re.compile(r"!\[[^\[\]]{0,500}(?<!\\)\]\([^()\n]{1,500}\)")
# Twice the depth that blocks.py admits, so that it is that module which refuses, not this library which drops text.
_MAX_BLOCK_NESTING = 100
# The library looks ahead at every bracket as often as this allows: 50,000 brackets cost seconds for each ten.
_MAX_INLINE_NESTING = 10


def is_cjk(character: str) -> bool:
    """Return whether a character is of East Asian width: Han and kana, and their punctuation (Unicode TR 11)."""
    return unicodedata.east_asian_width(character) in "WF"


def is_space(character: str) -> bool:
    """Return whether CommonMark (2.1) counts a character as Unicode white space."""
    return isWhiteSpace(ord(character))


def is_punctuation(character: str) -> bool:
    """Return whether CommonMark (2.1) counts a character as punctuation."""
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)


class _State(StateInline):
    """Delimiter runs by CommonMark 6.2, but for text without spaces between words.

    CommonMark takes `**` between `》` and `印` for an opening mark, since the writer of a Western language would
    have put a space before a word. Here CJK punctuation counts as a letter, and punctuation of any kind may meet a
    CJK character across the delimiter. Text without CJK characters is read as CommonMark says.
    """

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803, FBT001  the library's names
        """Return whether the run of markers at `start` can open and close emphasis."""
        end = start
        while end < self.posMax and self.src[end] == self.src[start]:
            end += 1
        last = self.src[start - 1] if start > 0 else " "
        following = self.src[end] if end < self.posMax else " "
        last_space, next_space = is_space(last), is_space(following)
        last_mark, next_mark = is_punctuation(last), is_punctuation(following)
        left = not next_space and (not next_mark or is_cjk(following) or last_space or last_mark or is_cjk(last))
        right = not last_space and (not last_mark or is_cjk(last) or next_space or next_mark or is_cjk(following))
        return Scanned(
            left and (canSplitWord or not right or last_mark),
            right and (canSplitWord or not left or next_mark),
            end - start,
        )


class _Inline(ParserInline):
    limits: MarkdownIt
    """The parser with the limits that hold inside of a line."""

    def parse(
        self,
        src: str,
        md: MarkdownIt,  # noqa: ARG002  the library's signature
        env: MutableMapping[str, Any],
        tokens: list[Token],
    ) -> list[Token]:
        state = _State(src, self.limits, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Markdown(MarkdownIt):
    def __init__(self) -> None:
        super().__init__("commonmark")
        inline = self.inline = _Inline()
        self.configure("commonmark", {"html": False, "maxNesting": _MAX_INLINE_NESTING})
        inline.limits = copy(self)
        self.configure("commonmark", {"html": False, "maxNesting": _MAX_BLOCK_NESTING})
        self.enable("table")
        self.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
        self.inline.ruler.at("footnote_ref", _footnote_reference)
        self.inline.ruler.after("image", "failed_image", _failed_image)

    # Addresses stay as they are written; addresses.py says which are allowed, with an error rather than in silence.
    def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  the library's name
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  the library's name
        return True


def _footnote_reference(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Read `[^label]`, defined or not: the plugin's own rule is quadratic in `[^[^[^`."""
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("footnote_ref", "", 0).meta = {"label": match[1]}
    state.pos = match.end()
    return True


def _failed_image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the library's signature
    """Find `![…](my image.png)`, which CommonMark shows as text; the article's writer meant an image."""
    match = None if silent else _NOT_AN_IMAGE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    state.push("failed_image", "", 0).content = match[0]
    state.pos = match.end()
    return True


@cache
def _parser() -> MarkdownIt:
    return _Markdown()


def markdown_tokens(text: str) -> list[Token]:
    """Return the block tokens of a text; footnote definitions stand where they were written."""
    return _parser().parse(text)
