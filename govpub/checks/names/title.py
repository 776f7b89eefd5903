"""names.title: the rank of a title is lost, or vice and deputy are mixed up.

Offices of government take Vice (Vice Governor, Vice Mayor, Vice Minister), posts of the Party and of departments take
Deputy (Deputy Secretary, Deputy Director). A deputy is not the chief.

Wrong:  副省长王小明讲话 => Governor Wang Xiaoming spoke
Right:  副省长王小明讲话 => Vice Governor Wang Xiaoming spoke

Traps: a text that names the chief as well has both; a second mention may be short, after the full title in the same
text; Executive Vice Governor, Vice-Governor and Deputy Secretary-General are right; other countries have deputy mayors
and deputy ministers, so that is a warning.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "names.title"


class _Office(NamedTuple):
    name: str
    chief: re.Pattern[str]
    deputy: re.Pattern[str]
    head: re.Pattern[str]
    """The English head; group 1 is the word of rank before it, if any."""
    wanted: str
    mixed: Severity | None
    """How bad it is to take the other word; None where both are in use."""


def _office(
    name: str, heads: str, wanted: str, *, mixed: Severity | None = Severity.WARNING, before: str = ""
) -> _Office:
    return _Office(
        name=name,
        chief=re.compile(rf"(?<!副){before}{name}(?!助理)"),
        deputy=re.compile(rf"副{name}"),
        head=re.compile(
            rf"(?:\b(vice|deputy|assistant|acting|former)[ -])?\b(?:{heads})\b(?![- ]general)", re.IGNORECASE
        ),
        wanted=wanted,
        mixed=mixed,
    )


_CHIEF = "(?:heads?|mayors?|chiefs?|governors?)"
_OFFICES = (
    _office("省长", "governors?", "Vice", mixed=Severity.ERROR),
    _office("州长", "governors?", "Vice"),
    _office("市长", "mayors?", "Vice"),
    _office("部长", "ministers?", "Vice"),
    _office("总理", "premiers?", "Vice"),
    _office("书记", r"(?:party (?:committee )?)?secretar(?:y|ies)", "Deputy", mixed=Severity.ERROR, before="(?<!总)"),
    _office("局长", "directors?(?:[- ]general)?", "Deputy"),
    _office("厅长", "directors?(?:[- ]general)?", "Deputy"),
    _office("主任", "directors?", "Deputy"),
    _office(
        "县长", rf"(?:county )?magistrates?|county {_CHIEF}|{_CHIEF} of (?:\S+ ){{0,4}}county", "Deputy", mixed=None
    ),
    _office("区长", rf"district {_CHIEF}|{_CHIEF} of (?:\S+ ){{0,4}}district", "Deputy", mixed=None),
    _office("秘书长", r"secretar(?:y|ies)[- ]general", "Deputy", mixed=None),
    _office("校长", "presidents?|principals?", "Vice", mixed=None),
    _office("院长", "presidents?|deans?|directors?", "Vice", mixed=None),
)
_RANKS = frozenset(("vice", "deputy"))


def candidates(document: Document) -> set[int]:
    """Return the units whose source names such an office."""
    return document.source.having(*(office.name for office in _OFFICES))


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each office whose rank differs between source and target."""
    if context.document.source.spaces_words:
        return
    text = unit.segment.text
    for office in _OFFICES:
        deputy, chief = office.deputy.search(text), office.chief.search(text)
        if (deputy is None) == (chief is None):
            continue  # not named, or both ranks are
        heads = list(office.head.finditer(unit.target))
        ranks = [(head[1] or "").lower() for head in heads]
        place = deputy or chief
        assert place is not None, "one of the two stands there"
        fault = _fault(office, ranks, deputy=deputy is not None)
        if fault is None:
            continue
        at, message, severity = fault
        yield context.finding(
            NAME,
            unit,
            message.format(title=place.group(), wanted=office.wanted, written=heads[at].group()),
            severity=severity,
            source=place.span(),
            target=heads[at].span(),
        )


def _fault(office: _Office, ranks: list[str], *, deputy: bool) -> tuple[int, str, Severity] | None:
    """Return which head is wrong, with what is to be said and how bad it is."""
    other = "deputy" if office.wanted == "Vice" else "vice"
    if not ranks:
        return None
    if not deputy:
        if _RANKS.issuperset(ranks):
            return 0, _("“{title}” is no deputy: not {written}"), Severity.ERROR
        return None
    if other in ranks and office.mixed is not None:
        return ranks.index(other), _("“{title}” takes {wanted}: not {written}"), office.mixed
    if _RANKS.isdisjoint(ranks) and "assistant" not in ranks:
        return 0, _("“{title}” is a deputy and takes {wanted}: not {written}"), Severity.ERROR
    return None
