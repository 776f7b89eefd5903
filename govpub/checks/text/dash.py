"""text.dash: a dash in a Chinese text is not —— (two em, GB/T 15834-2011, 4.10).

Wrong:  the goal – high-quality development => 目标--高质量发展
Right:  the goal – high-quality development => 目标——高质量发展

Traps: a range keeps the single 一字线: 2021—2025年, 北京—上海; so does a page number, — 1 —; options of commands
(--diff) are no dashes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.dash"

_CHINESE = f"[{HAN}，。、；：！？“”‘’《》（）「」]"
_DASH = pattern(
    f"(?<={_CHINESE}) ?(?:-{{2,}}+|[―─]++|[–—] ) ?(?![-―─–—0-9])"
    f"|(?<={_CHINESE}) [–—] ?(?=[{HAN}“《「])"
    f"|(?<={_CHINESE})[–—](?=[“《「，])|(?<=[”》」，])[–—](?={_CHINESE})"
    f"|(?<![-―─])(?:-{{2,}}+|[―─]++)(?=[{HAN}“《])"
)
_ANY = pattern("--|[―─–—]")


def candidates(document: Document) -> set[int]:
    """Return the units with a dash in a Chinese text."""
    return document.wide.matching(_ANY)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each dash in another form."""
    for side in sides(unit, context):
        if not side.locale.east_asian or not _ANY.search(side.bare):
            continue
        for dash in _DASH.finditer(side.bare):
            mark = dash[0].strip()
            message = _("a Chinese dash is ——, not {text}").format(text=mark)
            if mark.startswith(("-", "―", "─")):
                yield side.finding(NAME, dash.span(), message, fix="——")
            else:
                yield side.finding(NAME, dash.span(), message, suggestion="——")
