"""Characters that no release may carry."""

from __future__ import annotations

import re

__all__ = ["without_controls"]

# Control characters (Unicode category Cc) but for tab and line feed, the Unicode line and paragraph separators, and
# halves of surrogate pairs, which UTF-8 cannot hold.
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_SEPARATOR = re.compile("[\u2028\u2029]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def without_controls(text: str) -> str:
    """Return `text` fit for every format: no control characters but tab and line feed, encodable in UTF-8.

    A line or paragraph separator becomes a space; half a surrogate pair becomes U+FFFD.
    """
    if text.isascii() and text.isprintable():
        return text
    return _SURROGATE.sub("\ufffd", _SEPARATOR.sub(" ", _CONTROL.sub("", text)))
