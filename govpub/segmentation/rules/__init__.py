"""Where sentences end: govpub's own rules, with a version.

A mark that can end a sentence is judged by the script around it, not by the language of the article, so that an
English sentence inside of a Chinese text is split as English, and the other way round. `chinese.py` and
`english.py` hold the rules, each with an example; `tests/segmentation/cases` holds many more.
"""

from __future__ import annotations

import re

from govpub.segmentation.rules.chinese import ends_chinese
from govpub.segmentation.rules.context import Context, Mark, is_wide
from govpub.segmentation.rules.english import ends_english

__all__ = ["RULES_VERSION", "sentence_ends"]

RULES_VERSION = 1
"""Raised with every change of a rule: memories and catalogs that were made by other rules may split otherwise."""

_MARKS = re.compile(r"[。！？｡‼⁇⁈⁉…⋯.!?]+")
_WIDE_MARKS = frozenset("。！？｡")
_DOTS = frozenset("…⋯")


def sentence_ends(text: str) -> list[int]:
    """Return where the sentences of a text end: one past the last character of each, closing marks included.

    White space between sentences belongs to none of them. The end of the text is the last entry.
    """
    context = Context.of(text)
    ends: list[int] = []
    start, shown = 0, len(text.rstrip())
    for match in _MARKS.finditer(text):
        if match.start() < start:  # inside of a bracket that already belongs to a sentence
            continue
        mark = Mark(context, start, match.start(), match.end())
        end = ends_chinese(mark) if _is_chinese(mark) else ends_english(mark)
        if end is not None and end < shown:
            ends.append(end)
            start = end
    return [*ends, len(text)]


def _is_chinese(mark: Mark) -> bool:
    """Return whether a mark stands in Chinese text."""
    signs = mark.signs
    if any(sign in _WIDE_MARKS for sign in signs):
        return True
    if any(sign in _DOTS for sign in signs):
        return is_wide(mark.before) or is_wide(mark.after)
    # 怎么办?我们… has been typed with a half-width mark.
    return is_wide(mark.before) and not mark.after.isspace() and not mark.after.isascii()
