"""values.currency: an amount is in another currency, or names its currency twice.

元 alone and “dollars” alone are the money of the place, 美元, 港元, 欧元 and 日元 are not. An amount in English has its
currency before or after it, not both.

Wrong:  50亿元 => RMB 5 billion yuan
Right:  50亿元 => 5 billion yuan

Traps: 元旦 and 元月 are no money; $ may be US$ or HK$ by its place; a currency that one text leaves out is left alone.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.checks.values.doubt import disagreeing
from govpub.checks.values.report import disagreements
from govpub.messages import _
from govpub.values import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "values.currency"

_TWICE = re.compile(
    r"(?:\b(?:RMB|CNY)|[¥￥])\s?([0-9][0-9,.]{0,30}(?:\s(?:million|billion|trillion))?\s(?:yuan|RMB|renminbi))\b"
)


def candidates(document: Document) -> set[int]:
    """Return the units whose texts disagree, or whose target names renminbi before an amount."""
    return disagreeing(document) | document.target.having("RMB", "CNY", "¥", "￥")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each amount in the wrong currency, and for each that names its own twice."""
    yield from disagreements(NAME, unit, context, Outcome.CURRENCY)
    if not context.document.target.spaces_words:
        return
    for found in _TWICE.finditer(unit.target):
        yield context.finding(
            NAME,
            unit,
            _("“{amount}” names its currency twice").format(amount=found[0]),
            target=found.span(),
            source=(0, 0),
            suggestion=found[1],
        )
