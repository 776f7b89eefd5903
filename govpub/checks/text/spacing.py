"""text.spacing: a space is missing, doubled, or stands where there is none.

Wrong:  经济 平稳增长 => The economy grew  steadily ,and exports rose.Imports fell.
Right:  经济平稳增长 => The economy grew steadily, and exports rose. Imports fell.

Chinese has no space beside its own marks, nor between Chinese characters and Latin letters or figures: layout makes
that gap (W3C clreq 3.2.2). A document that sets such spaces by habit is told once.

Traps: titles part their clauses by a space, and names of two characters may have one; abbreviations (U.S., J.K.) and
numbers (1.5) have none behind the point.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _, ngettext
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.checks.text.sides import Side
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.spacing"

_ENGLISH = pattern(
    r"(?<=\S)  +(?=\S)"
    r"|(?<=[\w)”’]) +(?=[,;:!?](?:[\sA-Za-z]|$))|(?<=[\w)”’]) +(?=\.(?:\s|$))"
    r"|(?<=[A-Za-z]{2})[,;](?=[A-Za-z]{2})|(?<=[a-z]{2}[a-z])\.(?=[A-Z][a-z])|(?<=[0-9]%)\.(?=[A-Z][a-z])"
    r"|(?<=[(\[“]) +(?=\w)|(?<=[\w.]) +(?=[)\]])"
    r"|(?<=[a-z]{3})\((?=[a-zA-Z]{3})"
)
# A mark behind a space or before a letter, an opening one before a space: much faster than the whole expression.
_ODD_MARK = pattern(
    r"[,;:!?.()\[\]“](?:(?<= [,;:!?.)\]])|(?<=[,;.])(?=[A-Za-z])|(?<=[a-z]\()(?=[A-Za-z])|(?<=[(\[“])(?= ))",
)
_CHINESE = pattern(
    f"(?<=[{HAN}0-9A-Za-z%])[ \u3000]+(?=[，。；：！？、）》])"
    f"|(?<=[，。；：！？、（《])[ \u3000]+(?=[{HAN}0-9A-Za-z《（“])"
    f"|(?<![{HAN}] )(?<![{HAN}])[{HAN}](?: [{HAN}]){{2,}}(?![{HAN}])"
)
_JOINT = pattern(f" (?:(?<=[{HAN}] )(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%] )(?=[{HAN}]))")
_TIGHT = pattern(f"(?<=[{HAN}])(?=[A-Za-z0-9])|(?<=[A-Za-z0-9%])(?=[{HAN}])")
_HABIT = 20
"""One spaced joint in so many, and at least three: then it is how the document is written."""


def candidates(document: Document) -> set[int]:
    """Return the units with a space or a mark in an odd place."""
    return document.wide.having(" ", "\u3000") | document.spaced.having("  ") | document.spaced.matching(_ODD_MARK)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each such place but joints of Chinese and Latin."""
    for side in sides(unit, context):
        if " " not in side.bare and "\u3000" not in side.bare and side.locale.east_asian:
            continue
        if side.locale.east_asian:
            for found in _CHINESE.finditer(side.bare):
                mend = found[0].replace(" ", "").replace("\u3000", "")
                title = unit.segment.role in ("title", "heading", "subtitle", "cell")
                if mend and (title or side.bare.startswith(("#", "|"))):
                    continue
                yield side.finding(NAME, found.span(), _("a space that Chinese does not have"), fix=mend)
            continue
        for found in _ENGLISH.finditer(side.bare) if "  " in side.bare or _ODD_MARK.search(side.bare) else ():
            yield _english(side, found)


def _english(side: Side, found: re.Match[str]) -> Finding:
    mark = found[0].strip()
    if mark == "(":
        return side.finding(NAME, found.span(), _("a space is missing before {mark}").format(mark=mark), fix=" (")
    if mark:
        return side.finding(NAME, found.span(), _("a space is missing after {mark}").format(mark=mark), fix=f"{mark} ")
    before, behind = side.bare[found.start() - 1], side.bare[found.end()]
    doubled = behind not in ",;:!?.)]" and before not in "([“"
    message = _("more than one space") if doubled else _("a space that does not belong here")
    return side.finding(NAME, found.span(), message, fix=" " if doubled else "")


def check_document(document: Document) -> Iterator[Finding]:
    """Yield findings for spaces between Chinese and Latin: each one, or one for a document that has them by habit."""
    jointed = document.final_among(document.wide.matching(_JOINT))
    spaced = [(side, found) for side in _wide(jointed) for found in _JOINT.finditer(side.bare)]
    habit = len(spaced) >= 3 and len(spaced) * _HABIT > sum(  # noqa: PLR2004  fewer are slips
        1 for side in _wide(document.final) for _found in _TIGHT.finditer(side.bare)
    )
    for side, found in spaced[: 1 if habit else None]:
        message = (
            ngettext(
                "a space between Chinese characters and Latin letters or figures, at {count} place of this document",
                "a space between Chinese characters and Latin letters or figures, at {count} places of this document",
                len(spaced),
            ).format(count=len(spaced))
            if habit
            else _("a space between Chinese characters and Latin letters or figures")
        )
        yield side.finding(NAME, found.span(), message, fix="")


def _wide(read: Iterable[tuple[Unit, UnitContext]]) -> Iterator[Side]:
    return (side for unit, reading in read for side in sides(unit, reading) if side.locale.east_asian)
