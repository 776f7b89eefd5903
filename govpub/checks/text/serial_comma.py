"""text.serial-comma: the comma before the last item of a list is not as the office sets it.

Held only where govpub.toml names the house style: [style] serial-comma = "always" or "never".

Wrong:  roads, bridges and tunnels, where the house style is “always”
Right:  roads, bridges, and tunnels

Traps: “On Monday, Li and Wang met” is no list; “rivers, lakes and seas, and the air” has its last comma for the sense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.serial-comma"

_ITEM = r"[\w’-]+(?: [\w’-]+)?"
_WITHOUT = pattern(rf"([\w’-]+), ({_ITEM})(?= (?:and|or) [\w’-]+)")
_WITH = pattern(rf"([\w’-]+), ({_ITEM}),(?= (?:and|or) [\w’-]+(?: [\w’-]+)?[.,;)]?)")
_OPENS = pattern(
    r"(?:^|[.;:!?“] ?)(?:On|In|At|By|For|From|With|After|Before|Since|During|Under|As|To|If|When|While|However"
    r"|[A-Z][a-z]+ly)\b[^.,;:]{0,80}\Z"
)
_BEFORE = 90


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each list that breaks the house style."""
    wanted = context.document.style.serial_comma
    if wanted is None:
        return
    for side in sides(unit, context):
        if not side.locale.spaces_words:
            continue
        for found in (_WITHOUT if wanted else _WITH).finditer(side.bare):
            if _OPENS.search(side.bare[max(0, found.start(2) - _BEFORE) : found.start(2) - 2]):
                continue
            place = found.end(2)
            message = (
                _("the house style has a comma before the last item of a list: “{text},”")
                if wanted
                else _("the house style has no comma before the last item of a list: “{text},”")
            ).format(text=found[2])
            yield side.finding(
                NAME,
                (found.start(2), found.end()),
                message,
                suggestion=side.text[found.start(2) : place] + ("," if wanted else ""),
            )
