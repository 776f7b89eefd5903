"""Where a headline may break: between its clauses first, and never inside a bracket or a figure.

Chinese has no spaces to break at, so a browser breaks between any two characters: 党组（扩 / 大）会议. Newspapers
break by sense. A clause becomes a box that is wrapped whole where it fits, a short bracket or a figure with its unit is
never wrapped; without style sheets the text is the same.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from govpub.render.html.inlines import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.model.release import Rendition

__all__ = ["broken_by_sense", "with_compounds_whole"]

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
# A space between Chinese words parts clauses; between Latin words it is only a space.
_CLAUSES = re.compile(f"(?<=[{_HAN}）》”])([ \u3000]+)(?=[{_HAN}（《“])|(?<=[，；：！？])()(?=.)")
_FIGURES_AND_BRACKETS = (
    "（[^（）\\s]{1,8}）|《[^《》\\s]{1,8}》|“[^“”\\s]{1,8}”|第?[前上下一二三四五六七八九十]{1,3}(?:季度|半年|年|月|次|届)"
    "|[0-9][0-9.,]{0,11}(?:%|[万亿]{0,2}(?:个百分点|年度|年|月|日|届|次|季度|个|元|人|倍|名|家|项|吨|亩)?)"
)
# Two characters of one word on two lines are what offends most; these words make most headlines of a press office.
_WORDS = (
    "人民政府|办公厅|召开|举行|举办|部署|研究|审议|通过|发布|印发|公布|启动|推进|推动|加快|加强|促进|落实|贯彻|学习|传达|"
    "会议|会见|论坛|座谈|调研|检查|工作|情况|通知|通报|意见|方案|办法|规定|条例|决定|公告|经济|社会|发展|改革|开放|建设|"
    "管理|服务|安全|生产|应急|响应|预警|信号|企业|项目|投资|贸易|科技|教育|文化|生态|环境|农业|农村|乡村|振兴|全省|全市|全国"
)
_JURISDICTION = re.compile(f"[{_HAN}]{{2,8}}?(?:省|自治区|特别行政区|市|自治州|州|盟|县|旗|区)")
_COMPOUND = re.compile(r"[A-Za-z]+(?:-[A-Za-z]+)+")
# What fits a line of the narrowest screen at the headline's size.
_LONGEST = 20
_LONGEST_NAME = 10
_CLAUSE = Markup('<span class="clause">{}</span>')
_UNBROKEN = Markup('<span class="whole">{}</span>')
_EMPTY = Markup()


def broken_by_sense(text: str, rendition: Rendition) -> Markup:
    """Return a headline in a language without spaces between words, with its clauses and wholes marked.

    Whole are, besides brackets and figures, the article's keywords and the name of the place it comes from.
    """
    pattern = _pattern(tuple(_names(rendition)))
    pieces = [piece for piece in _CLAUSES.split(text) if piece]
    if len(pieces) == 1:
        return _wholes(text, pattern)
    return _EMPTY.join(
        escaped(piece) if piece.isspace() else _CLAUSE.format(_wholes(piece, pattern)) for piece in pieces
    )


def _names(rendition: Rendition) -> Iterator[str]:
    wording, site = rendition.wording, rendition.site
    yield from (keyword for keyword in wording.keywords if len(keyword) <= _LONGEST_NAME)
    for text in (site.name, site.host, wording.source):
        if place := _JURISDICTION.match(text):
            yield place[0]


@lru_cache(maxsize=8)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    return re.compile("|".join((*map(re.escape, longest_first), _FIGURES_AND_BRACKETS, _WORDS)))


def with_compounds_whole(text: str) -> Markup:
    """Return a headline in a language with spaces between words; a compound does not break at its hyphen."""
    return _wholes(text, _COMPOUND)


def _wholes(text: str, pattern: re.Pattern[str]) -> Markup:
    marked: list[Markup] = []
    end = 0
    for match in pattern.finditer(text):
        if len(match[0]) > _LONGEST:
            continue
        marked += (escaped(text[end : match.start()]), _UNBROKEN.format(escaped(match[0])))
        end = match.end()
    return _EMPTY.join((*marked, escaped(text[end:])))
