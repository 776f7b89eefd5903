r"""Characters that a PO string writes with a backslash, as GNU gettext reads and writes them.

Written: \a \b \f \n \r \t \v \" \\ ; every other character stands for itself. Read, besides: octal `\101` and
hexadecimal `\x41` bytes, a run of which is UTF-8, and a backslash before the end of the line, which is nothing.
"""

from __future__ import annotations

import re

__all__ = ["BadEscapeError", "escape", "unescape"]

_WRITTEN = {
    "\a": "\\a",
    "\b": "\\b",
    "\f": "\\f",
    "\n": "\\n",
    "\r": "\\r",
    "\t": "\\t",
    "\v": "\\v",
    '"': '\\"',
    "\\": "\\\\",
}
_READ = {written: character for character, written in _WRITTEN.items()} | {"\\\n": "", "\\\r\n": ""}
_TO_ESCAPE = re.compile(r'[\a\b\f\n\r\t\v"\\]')
_BYTE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]++))")
_ESCAPED = re.compile(r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]++))++|\\(?:\r\n|[\s\S])")


class BadEscapeError(Exception):
    """A backslash sequence that PO does not have; it never leaves `govpub.po`."""

    def __init__(self, offset: int) -> None:
        """Say where in the string the sequence begins."""
        super().__init__(offset)
        self.offset = offset


def escape(text: str) -> str:
    """Return `text` as it stands between quotes."""
    if _TO_ESCAPE.search(text) is None:
        return text
    return _TO_ESCAPE.sub(lambda found: _WRITTEN[found[0]], text)


def unescape(literal: str) -> str:
    """Return the text that stands between quotes as `literal`.

    Raises:
        BadEscapeError: an unknown sequence, bytes that are not UTF-8, NUL or U+0004.
    """
    if "\\" not in literal:
        return literal
    if literal.count("\\") == literal.count('\\"'):  # nothing but quotation marks, the most frequent by far
        return literal.replace("\\", "")
    return _ESCAPED.sub(_meaning, literal)


def _meaning(found: re.Match[str]) -> str:
    simple = _READ.get(found[0])
    if simple is not None:
        return simple
    # Longer numbers are cut to a byte, as the C compiler and gettext do.
    run = bytes(
        int(octal, 8) & 0xFF if octal else int(hexadecimal[-2:], 16) for octal, hexadecimal in _BYTE.findall(found[0])
    )
    try:
        text = run.decode()
    except UnicodeDecodeError:
        text = ""
    if not text or "\0" in text or "\4" in text:
        raise BadEscapeError(found.start()) from None
    return text
