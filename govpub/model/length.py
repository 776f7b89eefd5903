"""How long a text is, as translators count."""

from __future__ import annotations

import re

from govpub.model.segment import PLACEHOLDER

__all__ = ["length_of"]

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_PART = rf"(?:[^\W{_HAN}]|[\u0300-\u036f])"
_WORD = rf"[{_HAN}]|{_PART}++(?:[-’'.,]{_PART}++)*+"


def length_of(text: str) -> int:
    """Return the Chinese characters and the words of other scripts in a text; marks and placeholders count nothing.

    `2024年` are two, `the county’s 3,000 people` are four: what word processors call words, but for punctuation.
    """
    plain = PLACEHOLDER.sub(lambda mark: " " if mark["alone"] else "", text) if "<" in text else text
    return sum(1 for _word in re.finditer(_WORD, plain))
