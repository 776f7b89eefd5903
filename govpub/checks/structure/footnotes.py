"""structure.footnotes: a footnote mark of one text is missing in the other.

Wrong:  增长5%[^1]。 => Up 5 percent.
Right:  增长5%[^1]。 => Up 5 percent.[^1]

For catalogs that stand alone; in an article's own catalog footnote marks are placeholders.

Traps: the order of the marks may change with the sentence; [1] is a note of the author's own.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.footnotes"

_MARK = pattern(r"\[\^[^\[\]\s]{1,64}\]")


def candidates(document: Document) -> set[int]:
    """Return the units with a footnote mark."""
    return document.source.having("[^") | document.target.having("[^")


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each mark that stands on one side only."""
    if context.document.article is not None or ("[^" not in unit.segment.text and "[^" not in unit.target):
        return
    ours, theirs = list(_MARK.finditer(unit.segment.text)), list(_MARK.finditer(unit.target))
    spare = Counter(mark[0] for mark in theirs)
    for mark in ours:
        if spare[mark[0]]:
            spare[mark[0]] -= 1
        else:
            message = _("the footnote mark {mark} of the source is missing").format(mark=mark[0])
            yield context.finding(NAME, unit, message, source=mark.span(), suggestion=mark[0])
    for mark in reversed(theirs):
        if spare[mark[0]]:
            spare[mark[0]] -= 1
            message = _("the source has no footnote mark {mark}").format(mark=mark[0])
            yield context.finding(NAME, unit, message, target=mark.span())
