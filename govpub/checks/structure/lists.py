"""structure.lists: the label that opens a line, （一）, 1. or (a), is missing or another number on the other side.

Wrong:  （二）全面排查隐患 => (3) Check for hazards everywhere
Right:  （二）全面排查隐患 => (2) Check for hazards everywhere

Compared by number, not by form: （二）, (2), II. and (b) are the same; and by the count of items.

Traps: 2.5亿 and 2024. open no list; letters such as (i) may be a figure or a letter; “First,” may stand for 一、.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.lists"

_DIGITS = "一二三四五六七八九"
_LABEL = pattern(
    r"[ \t\u3000]*(?:"
    r"(?P<han>[一二三四五六七八九十]{1,3})、|[（(](?P<han_in>[一二三四五六七八九十]{1,3})[)）]"
    r"|(?P<figure>[0-9]{1,2})(?:[.．](?![0-9])|、|[)）])|[（(](?P<figure_in>[0-9]{1,2})[)）]"
    r"|(?P<ring>[①-⑳])"
    r"|(?P<roman>[IVX]{1,5})\.(?= )|[（(](?P<letter>[a-z]|[ivx]{2,4})[)）]|(?P<letter_dot>[a-zA-HJ-U])[.)](?= )"
    r"|(?P<word>First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)(?:ly)?,"
    r")"
)
_WORDS = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth")
_ROMAN = {"I": 1, "V": 5, "X": 10}


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each line whose label differs."""
    if not _LABEL.match(unit.segment.text) and "\n" not in unit.segment.text:
        return
    ours, theirs = unit.segment.text.split("\n"), unit.target.split("\n")
    if len(ours) != len(theirs):
        return
    ours_at = theirs_at = 0
    for our, their in zip(ours, theirs, strict=True):
        label, other = _LABEL.match(our), _LABEL.match(their)
        initial = label is not None and label.lastgroup == "letter_dot" and other is None  # A. Smith
        if label is not None and not initial and not _numbers(label) & (_numbers(other) if other else set()):
            message = (
                _("the source has the label {ours}, the target {theirs}").format(
                    ours=label[0].strip(), theirs=other[0].strip()
                )
                if other
                else _("the label {ours} of the source is missing").format(ours=label[0].strip())
            )
            yield context.finding(
                NAME,
                unit,
                message,
                severity=Severity.ERROR if other else Severity.WARNING,
                source=(ours_at, ours_at + label.end()),
                target=(theirs_at, theirs_at + (other.end() if other else 0)),
            )
        ours_at += len(our) + 1
        theirs_at += len(their) + 1


def _numbers(label: re.Match[str]) -> set[int]:
    """Return what the label may count; a letter may be a Roman figure."""
    text, kind = label[label.lastgroup or 0], label.lastgroup or ""
    if kind in ("han", "han_in"):
        return {_han(text)}
    if kind in ("figure", "figure_in"):
        return {int(text)}
    if kind == "ring":
        return {ord(text) - ord("①") + 1}
    if kind == "word":
        return {_WORDS.index(text) + 1}
    found = {_roman(text.upper())} if set(text.upper()) <= set(_ROMAN) else set()
    return found | ({ord(text.lower()) - ord("a") + 1} if len(text) == 1 and kind != "roman" else set())


def _han(text: str) -> int:
    if "十" not in text:
        return _DIGITS.index(text[0]) + 1
    tens, ones = text.split("十", 1)
    figures = [_DIGITS.find(figure[:1]) + 1 if figure else 0 for figure in (tens, ones)]
    return (figures[0] or 1) * 10 + figures[1]


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))
