"""Words that turn a sentence round: negations, and words that stand for the opposite of another."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.locales import EN, ZH_CN
from govpub.matching.counting import paired, unmatched

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govpub.locales import Locale

__all__ = ["turned"]

Pair = tuple[str, str]
"""What the old text says and the new one does not, and the other way round; one of them may be empty."""


def turned(old: str, new: str, locale: Locale) -> Iterator[Pair]:
    """Yield where one text negates and the other does not, negates otherwise, or says the opposite."""
    language = _language(locale.tag)
    yield from _negated(language, old, new)
    yield from _opposed(language, old, new)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Language:
    negation: re.Pattern[str]
    """Each group is a way to negate; what matches without a group only looks like one."""
    words: re.Pattern[str]
    """All words that have an opposite."""
    sides: Mapping[str, tuple[int, bool]]
    """Word → the number of its pair of opposites, and on which side of it the word stands."""


def _negated(language: _Language, old: str, new: str) -> Iterator[Pair]:
    before, after = _negations(language.negation, old), _negations(language.negation, new)
    lost, added = unmatched(before, after, _kind), unmatched(after, before, _kind)
    yield from paired([found.group() for found in lost], [found.group() for found in added])


def _negations(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    return [found for found in pattern.finditer(text) if found.lastgroup is not None]


def _kind(found: re.Match[str]) -> str | None:
    return found.lastgroup


def _opposed(language: _Language, old: str, new: str) -> Iterator[Pair]:
    before, after = language.words.findall(old), language.words.findall(new)
    lost, added = unmatched(before, after, str.lower), unmatched(after, before, str.lower)
    gained = {language.sides[word.lower()]: word for word in added}
    for word in lost:
        axis, side = language.sides[word.lower()]
        opposite = gained.get((axis, not side))
        # 扩大开放 → 增加进口, 减少出口: a word of the same side came too, so nothing was turned.
        if opposite is not None and (axis, side) not in gained:
            yield word, opposite


@functools.cache
def _language(tag: str) -> _Language:
    negation, opposites, border = _LANGUAGES[tag]
    sides = {
        word: (axis, side)
        for axis, pair in enumerate(opposites)
        for side, words in zip((False, True), pair, strict=True)
        for word in words.split()
    }
    words = "|".join(sorted(sides, key=lambda word: (-len(word), word)))
    # ASCII: `ſ` must not be taken for an s, which `sides` would not know.
    pattern = re.compile(f"{border}(?:{words}){border}", re.IGNORECASE | re.ASCII)
    return _Language(negation=re.compile(negation, re.IGNORECASE), words=pattern, sides=sides)


# What looks like a negation and is none comes first, so that it is taken before its character is.
_CHINESE_NEGATION = (
    "不断|不仅|不但|不只|不单|不光|不少|不久|不同|不管|不论|不过|不愧|不禁|不妨|不惜|不料|不免|不锈|不动产|不折不扣|不遗余力|不懈"
    "|不忘初心|差不多|不得不|不可或缺|无不|无锡|无人机|无线|无论|无疑|无缝|无障碍|未来|未成年|非洲|非常|除非|非遗|非物质|是非|南非"
    "|没收|淹没|埋没|沉没|出没|是否|能否|可否|与否"
    "|(?P<prohibited>禁止|严禁|不得|不准|不许|不允许|切勿|请勿|勿)"
    "|(?P<had_not>没有|没能|没|从未|尚未|未曾|未能|未)"
    "|(?P<without>毫无|无须|无需|无法|无)"
    "|(?P<not_such>并非|绝非|非)"
    "|(?P<not>不)"
)
_ENGLISH_NEGATION = (
    r"\bnot (?:only|just|merely|least)\b|\bno\.? ?(?=[0-9])|\bno doubt\b"
    r"|(?P<not>\bnot\b|n['’]t\b|\bcannot\b)"
    r"|(?P<no>\b(?:no|none|nobody|nothing|nowhere)\b)"
    r"|(?P<never>\bnever\b)"
    r"|(?P<without>\bwithout\b)"
    r"|(?P<neither>\b(?:neither|nor)\b)"
    r"|(?P<failed>\bfail(?:s|ed|ing)? to\b)"
)
_CHINESE_OPPOSITES = (
    ("增长 增加 上升 提高 提升 上涨 回升 攀升 增 升 涨", "下降 减少 降低 下跌 下滑 回落 缩减 减 降 跌"),
    ("扩大 扩张", "缩小 收缩"),
    ("允许 准许 批准 同意 支持 赞成 通过", "禁止 反对 驳回 否决 拒绝 否认"),
    ("合法", "非法 违法"),
    ("进口", "出口"),
    ("流入", "流出"),
    ("顺差", "逆差"),
    ("盈利", "亏损"),
    ("上调", "下调"),
    ("开始 启动 开幕 启用", "结束 终止 闭幕 停用"),
    ("开放 开通", "关闭 封闭"),
    ("以上", "以下"),
    ("以前 之前", "以后 之后"),
    ("以内", "以外"),
    ("上午 早晨", "下午 晚上"),
    ("国内 境内", "国外 境外"),
    ("最高 最大 最多", "最低 最小 最少"),
    ("成功", "失败"),
    ("加强 强化", "削弱 弱化"),
    ("加快", "放缓 减缓"),
    ("收入", "支出"),
    ("超过 突破", "不足 低于"),
)
_ENGLISH_UP = (
    "increase increases increased increasing rise rises rose risen rising grow grows grew grown growing growth"
    " gain gains gained up"
)
_ENGLISH_DOWN = (
    "decrease decreases decreased decreasing fall falls fell fallen falling drop drops dropped dropping decline"
    " declines declined declining reduce reduces reduced reducing loss losses lost down"
)
_ENGLISH_OPPOSITES = (
    (_ENGLISH_UP, _ENGLISH_DOWN),
    ("before", "after"),
    ("above over exceeding", "below under"),
    ("more", "less fewer"),
    ("import imports imported", "export exports exported"),
    (
        "allow allows allowed permit permits permitted approve approves approved",
        "ban bans banned prohibit prohibits prohibited reject rejects rejected forbid forbids forbidden",
    ),
    ("support supports supported", "oppose opposes opposed"),
    ("open opens opened opening", "close closes closed closing"),
    ("begin begins began begun start starts started", "end ends ended finish finishes finished"),
    ("morning", "afternoon evening"),
    ("highest maximum most", "lowest minimum least"),
    ("surplus", "deficit"),
    ("profit profits", "loss losses"),
    ("success succeed succeeded", "failure failed"),
    ("legal", "illegal"),
    ("inside", "outside"),
    ("domestic", "foreign"),
)
_LANGUAGES: Mapping[str, tuple[str, tuple[tuple[str, str], ...], str]] = {
    ZH_CN.tag: (_CHINESE_NEGATION, _CHINESE_OPPOSITES, ""),
    EN.tag: (_ENGLISH_NEGATION, _ENGLISH_OPPOSITES, r"\b"),
}
"""What negates in a language, its opposites, and what bounds its words."""
