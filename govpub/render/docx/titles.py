"""Where a headline is broken into lines: by sense, in lines of even length (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ems", "headline"]

_LONGEST = 240
"""Characters of a headline that is set by hand; what is longer is a text, and flows."""
_MOST_LINES = 6
_LETTER = 0.55
"""An em's share that a letter of a bold Latin headline takes, rather more than less."""
# Words that headlines of government releases are made of: a line may end between them, hardly inside of one.
_WORDS = (
    "新闻发布会|人民政府|常务会议|全体会议|领导小组|实施意见|稳中有进|政府网站|今冬明春|前三季度|"
    "办公厅|国务院|委员会|指挥部|党中央|省政府|座谈会|进一步|防灭火|高质量|冬春季|上半年|下半年|省委|"
    "省长|书记|全省|全市|全国|各地|部门|单位|机关|企业|群众|会议|大会|论坛|活动|关于|印发|转发|批转|"
    "公布|发布|开展|召开|举行|举办|研究|部署|安排|传达|学习|贯彻|落实|做好|加强|推进|推动|促进|实施|"
    "完善|建立|健全|加快|深化|支持|保障|启动|调整|规范|强化|提升|优化|加大|扩大|持续|全面|通知|通报|"
    "通告|公告|公报|意见|决定|方案|办法|规定|规划|计划|措施|细则|条例|工作|经济|社会|发展|运行|建设|"
    "改革|开放|管理|服务|安全|生产|应急|预警|响应|信息|数据|统计|财政|税收|金融|投资|贸易|外贸|消费|"
    "就业|教育|科技|创新|文化|旅游|卫生|健康|医疗|生态|环境|农业|农村|乡村|振兴|城乡|城市|交通|能源|"
    "水利|防汛|抗旱|森林|草原|灾害|防治|总体|平稳|情况|结果|问题|重点|重要|任务|目标|责任|制度|机制|"
    "体系|标准|项目|工程|双语|明年|今年|季度|年度"
)
_CHINESE = re.compile(
    r"（[^（）]{0,24}）(?:会议)?|《[^《》]{0,24}》|“[^“”]{0,24}”|〔[^〔〕]*〕|〖[^〖〗]*〗"
    r"|[0-9A-Za-z][0-9A-Za-z.,%～~\-/:]*[年月日时分届号期个项次亿万元%％]*|"
    f"{_WORDS}|."
)
"""What is not to be parted: brackets, titles and quotations with all that is in them, words, figures with units."""
_LATIN = re.compile(r"\([^()]{0,40}\)\S*\s*|“[^“”]{0,40}”\S*\s*|〖[^〖〗]*〗\s*|\S+\s*|\s+")
_NOT_FIRST = frozenset("的了和与及等、，。；：？！”’）》〕〗… ")
_NOT_LAST = frozenset("“‘（《〔〖")
_GOOD_LAST = frozenset("，；：的和与及、")
_GOOD_FIRST = frozenset("（《“")
_WEAK = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "its", "of", "on", "or", "the", "to", "with"]
)
"""English words that do not end a line well."""


def headline(text: str, width: float, *, east_asian: bool) -> str:
    """Return a headline with line feeds where its lines end; as it is where one line holds it.

    `width` is that of a line, in ems. Never parted are brackets and what they hold, words and figures.
    """
    measure, cost, pattern = (ems, _chinese_cost, _CHINESE) if east_asian else (_letters, _latin_cost, _LATIN)
    if "\n" in text or len(text) > _LONGEST or measure(text) <= width:
        return text
    pieces = tuple(pattern.findall(text))
    widths = [measure(piece) for piece in pieces]
    for count in range(2, _MOST_LINES + 1):
        edges = _edges(pieces, widths, count, width, cost)
        if edges is not None:
            return "\n".join("".join(pieces[first:last]).strip() for first, last in pairwise((0, *edges)))
    return text


def ems(text: str) -> float:
    """Return the width of Chinese text, in characters; Latin letters and digits are half as wide."""
    return sum(1.0 if east_asian_width(character) in "FWA" else 0.5 for character in text if not combining(character))


def _letters(text: str) -> float:
    return len(text.rstrip()) * _LETTER


def _edges(
    pieces: tuple[str, ...], widths: list[float], count: int, width: float, cost: Callable[[str, str], float | None]
) -> tuple[int, ...] | None:
    """Return the best places to end so many lines; None where the pieces do not fit."""
    ideal = sum(widths) / count

    @cache
    def best(start: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if left == 1:
            rest = sum(widths[start:])
            return ((rest - ideal) ** 2, (len(pieces),)) if rest <= width else None
        found: tuple[float, tuple[int, ...]] | None = None
        taken = 0.0
        for end in range(start + 1, len(pieces)):
            taken += widths[end - 1]
            if taken > width:
                break
            extra = cost(pieces[end - 1], pieces[end])
            after = best(end, left - 1) if extra is not None else None
            if extra is None or after is None:
                continue
            total = (taken - ideal) ** 2 + extra + after[0]
            if found is None or total <= found[0]:  # of two equal ways the one whose upper line is longer
                found = total, (end, *after[1])
        return found

    chosen = best(0, count)
    return None if chosen is None else chosen[1]


def _chinese_cost(before: str, after: str) -> float | None:
    """Return what speaks against a line's end between two pieces; None where there may be none."""
    if after[0] in _NOT_FIRST or before[-1] in _NOT_LAST:
        return None
    if before == " ":
        return -30.0  # between the halves of a headline
    if before[-1] in _GOOD_LAST or after[0] in _GOOD_FIRST:
        return 0.0
    return 2.0 + 3.0 * (len(before) == 1) + 3.0 * (len(after) == 1)


def _latin_cost(before: str, _after: str) -> float | None:
    return 16.0 if before.strip().lower() in _WEAK else 0.0
