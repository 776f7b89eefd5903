"""text.range: a hyphen stands in a range of figures.

Chinese sets ～ between figures, the sign at both (5%～8%; GB/T 15834-2011, 4.13, and GB/T 15835-2011, 5.1), and
一字线 — between days, months and years; English sets an en dash (5–8 percent).

Wrong:  增长5-8% => a rise of 5-8 percent
Right:  增长5%～8% => a rise of 5–8 percent

Traps: telephone numbers, days in the form 2024-12-25, model numbers and minus signs keep their hyphens.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.range"

_ANY = pattern(r"[0-9][%％]?[-‐‑~–～][0-9]")
_FIGURE = r"(?<![0-9A-Za-z_.,/:~～–-])([0-9]{1,4}(?:\.[0-9]{1,4})?)"
_TIME = "年|月|日|时|点"
_MEASURE = (
    "万|亿|元|美元|人|名|家|个|项|次|岁|天|周|小时|分钟|公里|千米|米|厘米|毫米|吨|公斤|千克|度|℃|倍|亩|公顷|户|件|辆|瓦"
)
_CHINESE = pattern(
    rf"{_FIGURE}(?:[%％]?[-‐‑~–]([0-9]{{1,4}}(?:\.[0-9]{{1,4}})?)([%％]|{_MEASURE}|{_TIME})"
    r"|～([0-9]{1,4}(?:\.[0-9]{1,4})?)([%％]))"
)
_ENGLISH = pattern(
    rf"{_FIGURE}%?[-‐]([0-9]{{1,4}}(?:\.[0-9]{{1,4}})?)"
    r"(?=%| per ?cent\b| percentage| basis| million| billion| trillion)"
)


def candidates(document: Document) -> set[int]:
    """Return the units with a mark between two figures."""
    return document.source.matching(_ANY) | document.target.matching(_ANY)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each range with another mark."""
    for side in sides(unit, context):
        if not _ANY.search(side.bare):
            continue
        yield from _chinese(side) if side.locale.east_asian else _english(side)


def _chinese(side: Side) -> Iterator[Finding]:
    for found in _CHINESE.finditer(side.bare):
        low, high, unit = found[1], found[2] or found[4], found[3] or found[5]
        if (low.startswith("0") and low[1:2].isdigit()) or (len(low) == 4 and unit in "月日时点"):  # noqa: PLR2004  a year
            continue
        percent = unit in "%％"
        mark = "—" if unit in _TIME.split("|") else "～"
        mend = f"{low}%～{high}%" if percent else f"{low}{mark}{high}{unit}"
        message = _("a range of figures is written {mend}, not {text}").format(mend=mend, text=found[0])
        yield side.finding(NAME, found.span(), message, suggestion=mend, fix=mend if percent else None)


def _english(side: Side) -> Iterator[Finding]:
    for found in _ENGLISH.finditer(side.bare):
        mend = f"{found[1]}–{found[2]}"
        message = _("a range of figures is written {mend}, not {text}").format(mend=mend, text=found[0])
        yield side.finding(NAME, found.span(), message, fix=mend)
