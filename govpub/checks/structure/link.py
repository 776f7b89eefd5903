"""structure.link: a link of one text is missing in the other, or leads to the page in the other language.

Wrong:  见[省政府网站](https://www.yunling.example/)。 => See the website of the provincial government.
Right:  见[省政府网站](https://www.yunling.example/)。 => See the [website](https://www.yunling.example/en/).

In an article's own catalog the translation has the links of the article; there a link that names the source language in
its path (/zh/) is pointed out as a warning.

Traps: a link to the same page in the target language is meant to be so: /zh/map/ and /en/map/ are one address.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from govpub.checks.structure.addresses import neutral
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.model.inline import Link
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "structure.link"

_LINK = pattern(r"(?<!!)\[[^\[\]\n]*\]\(([^()\s]+)[^()\n]*\)")
_HOST = pattern(r"[a-z]+://[^/]*", re.IGNORECASE)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each link that stands on one side only, or leads to the source language."""
    if context.document.article is not None:
        if unit.segment.placeholders:
            yield from _own_language(unit, context)
        return
    if "](" not in unit.segment.text and "](" not in unit.target:
        return
    ours, theirs = list(_LINK.finditer(unit.segment.text)), list(_LINK.finditer(unit.target))
    spare = Counter(neutral(link[1]) for link in theirs)
    lost: list[re.Match[str]] = []
    for link in ours:
        if spare[neutral(link[1])]:
            spare[neutral(link[1])] -= 1
        else:
            lost.append(link)
    added: list[re.Match[str]] = []
    for link in reversed(theirs):
        if spare[neutral(link[1])]:
            spare[neutral(link[1])] -= 1
            added.insert(0, link)
    for link in lost:
        other = added.pop(0) if added else None
        message = (
            _("the link leads to {theirs}, that of the source to {ours}").format(theirs=other[1], ours=link[1])
            if other
            else _("the link to {ours} of the source is missing").format(ours=link[1])
        )
        yield context.finding(
            NAME,
            unit,
            message,
            source=link.span(1) if other else link.span(),
            target=other.span(1) if other else None,
            suggestion=link[1] if other else "",
        )
    for link in added:
        message = _("the source has no link to {theirs}").format(theirs=link[1])
        yield context.finding(NAME, unit, message, target=link.span())


def _own_language(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    document = context.document
    marked = re.compile(
        rf"(?:^|[/._-])(?:{re.escape(document.source.tag)}|{re.escape(document.source.gettext_name)}|"
        rf"{document.source.tag.partition('-')[0]})(?=[/._-]|$)",
        re.IGNORECASE,
    )
    for placeholder in unit.segment.placeholders:
        if isinstance(placeholder.inline, Link) and marked.search(_HOST.sub("", placeholder.inline.href)):
            place = unit.target.find(f"<{placeholder.number}>")
            length = len(f"<{placeholder.number}>")
            yield context.finding(
                NAME,
                unit,
                _("the link leads to the page in {language}: {address}").format(
                    language=document.source.endonym, address=placeholder.inline.href
                ),
                severity=Severity.WARNING,
                target=(place, place + length) if place >= 0 else None,
            )
