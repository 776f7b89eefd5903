"""values.contact: a link, an e-mail address or a telephone number is not copied as it is.

Each must stand in both texts, once at least. A link may lead to the other language's page on the same host, and a
telephone number may leave out the prefix that only callers from abroad dial.

Wrong:  电话：0731-88886666 => Tel: 0731-88886606
Right:  电话：0731-88886666 => Tel: +86-731-88886666

Traps: figures and years are no telephone numbers; dots and brackets after a link are not part of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.values.report import presence
from govpub.model.value import Mark, MarkKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.model.value import Value

NAME = "values.contact"

_KINDS = frozenset((MarkKind.URL, MarkKind.EMAIL, MarkKind.PHONE))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each address or number that is missing, added or different."""
    yield from presence(NAME, unit, context, _holds)


def _holds(value: Value) -> bool:
    return isinstance(value, Mark) and value.kind in _KINDS
