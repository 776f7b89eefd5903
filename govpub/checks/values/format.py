"""values.format: the commas of a figure do not stand before groups of three digits.

English has a comma before every third digit and a point before decimals. 1,2345 keeps the groups of four that 万
suggests, 12,5 percent has the decimal comma of other languages.

Wrong:  共12345件 => 1,2345 items
Right:  共12345件 => 12,345 items

Traps: years, codes and telephone numbers have no commas; a list (2,3 and 5) has other spaces; Chinese text may have
no commas at all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.format"

# What every such figure has; where all groups have three digits, it does not match.
_SUSPECT = re.compile(r",(?<=\d,)\d(?:\d?(?!\d)|\d{3})")
_GROUPS = re.compile(
    r"(?<![\w.,/-])(?:(\d{1,3}(?:,\d{3}){0,3},(?!(?:19|20)\d\d(?!\d))\d{4,12}(?:,\d{3}){0,3})(?![\w,])"
    r"|\d{1,3},\d{1,2}(?=\s?(?:%|percent|per cent|million|billion|trillion|个百分点|[万亿])))"
)


def candidates(document: Document) -> set[int]:
    """Return the units whose target has a comma behind a digit, and another number of digits than three behind it."""
    return document.target.matching(_SUSPECT)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each figure with wrong groups."""
    for found in _GROUPS.finditer(unit.target):
        grouped = found[1]
        figure = f"{int(grouped.replace(',', '')):,}" if grouped else found[0].replace(",", ".")
        yield context.finding(
            NAME,
            unit,
            _("“{figure}” has its comma in a place where no group of three digits follows").format(figure=found[0]),
            severity=Severity.WARNING,
            source=(0, 0),
            target=found.span(),
            suggestion=figure,
        )
