"""names.romanisation: a name that pinyin does not apply to is written in pinyin.

Persons of Hong Kong, Macao and Taiwan, overseas Chinese, minorities and foreigners have names of their own in Latin
letters. The register (class person) has them; `kind` is hk, overseas, minority or foreign.

Wrong:  陈小文 (kind: hk, Chan Siu-man) => Chen Xiaowen spoke
Right:  陈小文 => Chan Siu-man spoke

Traps: a namesake on the mainland is written in pinyin: then the register must tell the two apart by sense.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.names.mentions import named_persons
from govpub.checks.names.persons import written_names
from govpub.checks.names.tokens import NameWords
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.model.term import PersonKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "names.romanisation"


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each such name in pinyin."""
    if context.document.source.spaces_words:
        return
    words = NameWords(unit.target)
    said: set[str] = set()
    for named in context.once(named_persons, unit):
        term = named.term
        if term is None or term.kind is PersonKind.MAINLAND or term.source in said:
            continue
        said.add(term.source)
        for _written, _reading, first, last in written_names(term.source, words):
            raw = words.raw(first, last)
            if raw in term.approved:
                continue
            message = _("“{name}” is {wanted} in the register, not {written}")
            yield context.finding(
                NAME,
                unit,
                message.format(name=term.source, wanted=term.rendering, written=raw),
                severity=Severity.WARNING,
                source=(named.start, named.limit),
                target=words.span(first, last),
                suggestion=term.rendering,
            )
            break
