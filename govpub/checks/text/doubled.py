"""text.doubled: a word, a character or a mark stands twice.

Wrong:  会议的的主题 => the theme of the the meeting
Right:  会议的主题 => the theme of the meeting

Traps: 常常, 天天, 的的确确, 目的的, 为了了解 and 讨论讨论 are Chinese; “had had”, “that that” and names such as Walla
Walla are English.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.doubled"

_WORD = pattern(r"(?<![\w'’-])([A-Za-z]{1,24})(\s+)(\1)(?![\w'’-])", re.IGNORECASE)
_MAY = frozenset(
    ("had", "that", "is", "in", "on", "very", "so", "far", "no", "more", "many", "much", "do", "her", "you", "it", "ha")
)
_AGAIN = pattern(r"(?<![a-z])([a-z]++)\s++\1(?![a-z])")
_MARKS = (*(mark * 2 for mark in ",;，、；："), "..", ",.")
_MARK = pattern(r"([,;，、；：])\1+|(?<![./])\.\.(?![./])|,\.")
_PHRASES = (
    "进行|以及|关于|通过|对于|根据|按照|加强|推动|推进|实现|我们|他们|不断|已经|并且|而且|因此|所以|同时|其中|作为|为了|由于"
    "|目前|积极|继续|坚持|全面|深入|必须|应当|能够|可以|如果|但是|没有|工作|发展|建设|经济|社会|政府|全省|全国|会议"
)
_REPEATED = tuple(once * 2 for once in ("的", "了", "被", "把", "或", *_PHRASES.split("|")))
_REPETITION = pattern(f"([{HAN}]{{3,8}})\\1")
_CHINESE = pattern(
    "(?:(?<![目标打])|(?<=[项科栏题节数条账]目)|(?<=[目指]标))(的)的(?!确)|(?<![为除])(了)了(?![解结却然断])|(被)被(?![子套褥])|(?<!一)(把)把(?!关)|(或)或"
    f"|({_PHRASES})\\6"
    f"|(?!一)([{HAN}]{{3,8}})\\7"
)


def candidates(document: Document) -> set[int]:
    """Return the units with a doubled mark, with a repetition in Chinese, or with an English word after itself."""
    marked = document.source.having(*_MARKS) | document.target.having(*_MARKS)
    chinese = document.wide.having(*_REPEATED) | document.wide.matching(_REPETITION)
    return marked | chinese | document.spaced.lowered.matching(_AGAIN)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each repetition, its span on the second one."""
    for side in sides(unit, context):
        text = side.bare
        if side.locale.spaces_words:
            for found in _WORD.finditer(text):
                word = found[1]
                names = word[0].isupper() and found[3][0].isupper()
                if word.lower() in _MAY or names or (len(word) == 1 and word not in "aA"):
                    continue
                message = _("“{text}” stands twice").format(text=word)
                yield side.finding(NAME, (found.start(2), found.end(3)), message, fix="")
        else:
            for found in _CHINESE.finditer(text):
                once = found[found.lastindex or 0]
                if len(set(once)) == 1 and len(once) > 1:
                    continue
                message = _("“{text}” stands twice").format(text=once)
                span = (found.start() + len(once), found.end())
                yield side.finding(NAME, span, message, fix="" if len(once) == 1 else None)
        for found in _MARK.finditer(text):
            message = _("two marks follow each other: {text}").format(text=found[0])
            yield side.finding(NAME, found.span(), message, fix=found[0][0] if found[0][0] == found[0][1] else None)
