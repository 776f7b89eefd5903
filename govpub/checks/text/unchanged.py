"""text.unchanged: the target is the source itself, though it has words to translate.

Wrong:  全省经济平稳运行。 => 全省经济平稳运行。
Right:  全省经济平稳运行。 => The province’s economy ran smoothly.

Traps: figures, addresses, codes and the link to the other language are the same in both; so may names and brands be in
a Chinese text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.unchanged"

_HAN = pattern(f"[{HAN}]")
_WORDS = pattern(r"(?<![\w-])[a-z]{2,}(?![\w-])")
_SWITCH = pattern(r"(?:简体|繁体|繁體)?中文版?")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for a text that was copied."""
    if unit.segment.text.strip() != unit.target.strip():
        return
    target = sides(unit, context)[1]
    if target.locale.east_asian:
        copied = not _HAN.search(target.bare) and len(_WORDS.findall(target.bare)) > 1
    else:
        copied = bool(_HAN.search(target.bare)) and not _SWITCH.fullmatch(target.bare.strip())
    if copied:
        yield target.finding(
            NAME,
            (0, len(unit.target)),
            _("the target is the source itself: it is to be translated"),
            severity=Severity.WARNING if target.locale.east_asian else Severity.ERROR,
        )
