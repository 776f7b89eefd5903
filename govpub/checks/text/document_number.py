"""text.document-number: the year of a document number does not stand in 〔〕, or the number has 第 or a zero before it.

Wrong:  the circular (No. 47, 2017) => 云政发[2017]047号
Right:  the circular (No. 47, 2017) => 云政发〔2017〕47号

The form is that of GB/T 9704-2012, 7.2.5.

Traps: case numbers of courts have （2017） with the court's code behind it: （2017）云01民终47号.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.document-number"

_NUMBER = pattern(r"[\[［(（〔【]((?:19|20)[0-9]{2})年?[\]］)）〕】] ?第? ?0{0,4}([1-9][0-9]{0,4}) ?号")


def candidates(document: Document) -> set[int]:
    """Return the units with a document number."""
    return document.wide.matching(_NUMBER)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each document number in another form."""
    for side in sides(unit, context):
        if not side.locale.east_asian or "号" not in side.bare:
            continue
        for found in _NUMBER.finditer(side.bare):
            mend = f"〔{found[1]}〕{found[2]}号"
            if found[0] == mend:
                continue
            square = found[0][0] in "[［【〔"
            yield side.finding(
                NAME,
                found.span(),
                _("a document number is written {mend}, not {text}").format(mend=mend, text=found[0]),
                suggestion=mend,
                fix=mend if square else None,
            )
