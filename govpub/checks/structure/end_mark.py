"""structure.end-mark: a sentence ends with its mark on one side only.

Wrong:  全省经济平稳运行。 => The province’s economy ran smoothly
Right:  全省经济平稳运行。 => The province’s economy ran smoothly.

Traps: headings, titles and captions may have none; an abbreviation ends with a point (Co., Ltd.); a colon or semicolon
in one language may be a point in the other; footnote marks and links stand behind the mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.end-mark"

_ROLES = ("paragraph", "item", "quote", "summary", "footnote")
_CLOSING = "”’」』）)】]》〉\"'* \u3000\n\t\ufffc"
_MARKS = "。！？.!?…"
_WORDED = pattern(rf"[A-Za-z{HAN}0-9%]")
_ABBREVIATION = pattern(r"(?:\b[A-Z]\.|\b(?:etc|Inc|Ltd|Co|Corp|No|Jr|Sr|St|a\.m|p\.m|al)\.)\Z")
_LEAST = 6
"""Han characters or words below which a text may be a label."""


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding where one side ends like a sentence and the other within a word."""
    if unit.segment.text[-1:] in _MARKS and unit.target[-1:] in _MARKS:
        return  # most do
    if unit.segment.role not in _ROLES or len(unit.segment.text) < _LEAST or unit.segment.text[:1] in "#|!":
        return
    source, target = sides(unit, context)
    ours, theirs = source.bare.rstrip(_CLOSING), target.bare.rstrip(_CLOSING)
    if not ours or not theirs or _ends(ours) == _ends(theirs):
        return
    short = ours if not _ends(ours) else theirs
    if not _WORDED.match(short[-1]) or _ABBREVIATION.search(theirs[-8:]) or _ABBREVIATION.search(ours[-8:]):
        return
    if _ends(ours):
        mark = _mark(target, ours[-1])
        message = _("the source ends with {mark}, the target with no mark").format(mark=ours[-1])
        yield target.finding(NAME, (len(theirs), len(theirs)), message, suggestion=mark)
    else:
        message = _("the target ends with {mark}, the source with no mark").format(mark=theirs[-1])
        yield target.finding(NAME, (len(theirs) - 1, len(theirs)), message)


def _ends(text: str) -> bool:
    return text[-1] in _MARKS


def _mark(side: Side, mark: str) -> str:
    """Return the mark of this side's language for one of the other."""
    pairs = {".": "。", "!": "！", "?": "？", "…": "……"}
    if side.locale.east_asian:
        return pairs.get(mark, mark)
    return next((ours for ours, wide in pairs.items() if wide == mark), mark)
