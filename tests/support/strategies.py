"""Texts as they come: Han and Latin, full-width digits, zero-width and combining characters, punctuation of both."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["lines", "mixed_text", "single_line", "texts"]

_PIECES = (
    "防汛",
    "会议",
    "两会",
    "国务院",
    "中国共产党",
    "成都市",
    "两个维护",
    "“一带一路”",
    "3.5亿",
    "１２万",
    "𠮷",
    "，",
    "。",
    "——",
    "……",
    "（一）",
    "〖",
    "the ",
    "Governor",
    "two upholds",
    "two sessions",
    "State Council",
    "CPC",
    "U.S.",
    "No. 5",
    "résumé",
    "e\u0301",
    "\u200b",
    "\u200d",
    "\ufe0f",
    "\u3000",
    "\u00a0",
    "\u2028",
    "\x85",
    "\x1c",
    " ",
    "'",
    '"',
    "\\",
    "\\n",
    "#",
    "<1>",
    "</1>",
    "<2/>",
    "{name}",
    "%s",
    "🚒",
    "\u202e",
)

mixed_text = st.lists(st.sampled_from((*_PIECES, "\n", "\t")) | st.characters(), max_size=15).map("".join)
"""Any text, with terms of both languages among it."""

lines = st.lists(
    st.sampled_from(_PIECES) | st.characters(codec="utf-8", exclude_characters="\0\4\r\n"), max_size=8
).map("".join)
"""Text without line ends."""

texts = st.lists(
    st.sampled_from((*_PIECES, "\n", "\t", "\r", "\a", "\v", "\x01"))
    | st.characters(codec="utf-8", exclude_characters="\0\4"),
    max_size=12,
).map("".join)
"""Text with line ends and control characters, but without NUL, U+0004 and lone surrogates, which no PO file can hold."""

single_line = lines.map(lambda text: " ".join(text.split())).filter(bool)
"""Text with single plain spaces for all white space, not empty."""
