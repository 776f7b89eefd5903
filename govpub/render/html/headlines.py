"""Where a headline may break: between its clauses first, and never inside a bracket or a figure.

Chinese has no spaces to break at, so a browser breaks between any two characters: 党组（扩 / 大）会议. Newspapers
break by sense. A clause becomes a box that is wrapped whole where it fits, a short bracket or a figure with its unit is
never wrapped; without style sheets the text is the same.
"""

from __future__ import annotations

import re

from markupsafe import Markup

from govpub.render.html.inlines import escaped

__all__ = ["broken_by_sense"]

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# A space between Chinese words parts clauses; between Latin words it is only a space.
_CLAUSES = re.compile(f"(?<=[{_HAN}）》”])([ \u3000]+)(?=[{_HAN}（《“])|(?<=[，；：！？])()(?=.)")
# At most ten characters: these fit a line of the narrowest screen at the headline's size.
_WHOLE = re.compile(
    "（[^（）\\s]{1,8}）|《[^《》\\s]{1,8}》|“[^“”\\s]{1,8}”"
    "|[0-9][0-9.,]{0,11}(?:%|[万亿]{0,2}(?:个百分点|年度|年|月|日|届|次|季度|个|元|人|倍|名|家|项|吨|亩)?)"
)
_CLAUSE = Markup('<span class="clause">{}</span>')
_UNBROKEN = Markup('<span class="whole">{}</span>')
_EMPTY = Markup()


def broken_by_sense(text: str) -> Markup:
    """Return a headline in a language without spaces between words, with its clauses and wholes marked."""
    pieces = [piece for piece in _CLAUSES.split(text) if piece]
    if len(pieces) == 1:
        return _wholes(text)
    return _EMPTY.join(escaped(piece) if piece.isspace() else _CLAUSE.format(_wholes(piece)) for piece in pieces)


def _wholes(text: str) -> Markup:
    marked: list[Markup] = []
    end = 0
    for match in _WHOLE.finditer(text):
        marked += (escaped(text[end : match.start()]), _UNBROKEN.format(escaped(match[0])))
        end = match.end()
    return _EMPTY.join((*marked, escaped(text[end:])))
