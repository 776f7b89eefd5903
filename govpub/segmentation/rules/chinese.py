"""Sentence ends in Chinese text (GB/T 15834-2011, 4.1 to 4.3, 4.8, 4.9, 4.11).

Z1  。！？ end a sentence:                         会议结束。|代表离场。
Z2  … not before a mark that goes on:              为什么？、怎么办？
Z3  … not inside of brackets or book titles:       《加油！中国》上映。   他（是谁？）来了。
Z4  what closes behind the mark belongs to it:     他说：“今天下雨。”|然后走了。
Z5  ！” and ？” end only what a colon began,       他问：“来吗？”|我说：“来。”   “快跑！”他喊道。
    or before a new quotation:                     “来吗？”|“来。”
Z6  no end before 的, 等, 地, 之, 这, 那 …:        “加油！”的口号   “谁来？”等问题
Z7  a book title is a word:                        《我们来了！》开播。
Z8  a bracket that opens behind a sentence is one: 他走了。|（全场鼓掌。）|会议结束。
Z9  a source in brackets stays with its quotation: “温故而知新。”（《论语》）|老师说。
    but a label opens the next sentence:           “抓紧落实！”|（一）加强领导。
Z10 …… ends, but not before 等 or a pause, or in   一年又一年……|他老了。   苹果、梨……等水果
    a stammer:                                     我……我不知道。
Z11 …… that opens a sentence does not end it:      ……他终于来了。
Z12 a label is no sentence:                        一.总则   1.范围
Z13 a quotation of several sentences is cut:       他说：“今天下雨。|我们不去。”
Z14 ！ and ？ before a small Latin letter go on:    The word 加油！ means go.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from govpub.segmentation.rules.context import Mark

__all__ = ["ends_chinese"]

_PAUSES = frozenset("，、；：,;:·～~")
_CONTINUES = ("的", "等", "地", "之", "得", "—", "–", "…", "。", "！", "？", "）", "》", "”")
_ENDS = frozenset("。！？｡!?.…⋯")
_TITLE_ENDS = frozenset("》〉")
_QUOTE_ENDS = frozenset("”’」』\"'")
_QUOTE_STARTS = frozenset("“‘「『")
_BRACKET_ENDS = frozenset("）)】〕］]")
_ROUND_ENDS = frozenset("）)")
_DOTS = frozenset("…⋯")
_LABEL = re.compile(r"[（(]?(?:[0-9]{1,3}|[一二三四五六七八九十百]{1,4}|[A-Za-z])[)）]?")


def ends_chinese(mark: Mark) -> int | None:
    """Return where the sentence of a mark in Chinese text ends; None where it goes on."""
    if mark.bracketed or not mark.following or mark.following in _PAUSES:
        return None
    if set(mark.signs) <= {".", "．"} and _LABEL.fullmatch(mark.lead):
        return None
    if set(mark.signs) <= _DOTS and _nothing_before(mark):
        return None
    if not mark.signs.endswith(("。", "｡")) and _goes_on_in_latin(mark):
        return None
    if not mark.closers:
        return _bare(mark)
    return _closed(mark)


def _nothing_before(mark: Mark) -> bool:
    return not mark.context.text[mark.start_of_sentence : mark.start].strip("“‘「『 \n\u3000")


def _goes_on_in_latin(mark: Mark) -> bool:
    """Return whether a Latin word in small letters follows behind a space."""
    following = mark.context.text[mark.next_word_start : mark.next_word_start + 1]
    return mark.following.isspace() and following.isascii() and following.islower()


def _bare(mark: Mark) -> int | None:
    """Return the end behind a mark behind which nothing closes."""
    if set(mark.signs) <= _DOTS and mark.following in ("等", "的", mark.before):
        return None
    if mark.following in _QUOTE_STARTS and mark.before == "：":
        return None
    return mark.closed


def _closed(mark: Mark) -> int | None:
    """Return the end behind a mark and what closes behind it."""
    closers = mark.closers
    if any(closer in _TITLE_ENDS for closer in closers):
        return None
    if closers[-1] in _BRACKET_ENDS:
        return mark.closed if _bracket_is_sentence(mark) else None
    if mark.following.startswith(_CONTINUES):
        return None
    if mark.following in "（(" and (end := mark.context.partners.get(mark.closed)) is not None:
        label = _LABEL.fullmatch(mark.context.text, mark.closed, end + 1)
        return mark.closed if label else _behind_source(mark, end + 1)
    if "。" in mark.signs or "｡" in mark.signs or mark.following.isspace() or mark.following in _QUOTE_STARTS:
        return mark.closed
    return mark.closed if _begun_by_colon(mark) else None


def _bracket_is_sentence(mark: Mark) -> bool:
    opening = mark.opened_by(mark.closed - 1)
    if opening is None or mark.closers[-1] not in _ROUND_ENDS:
        return False
    before = mark.context.text[mark.start_of_sentence : opening].rstrip()
    return not before


def _behind_source(mark: Mark, end: int) -> int | None:
    following = mark.context.text[end : end + 1]
    return None if following in _PAUSES or following in _ENDS else end


def _begun_by_colon(mark: Mark) -> bool:
    for place in range(mark.end, mark.closed):
        opening = mark.opened_by(place)
        if mark.context.text[place] in _QUOTE_ENDS and opening is not None:
            return mark.context.text[max(opening - 1, 0) : opening] in ("：", ":")
    return False
