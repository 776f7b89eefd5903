"""terms.unlisted-formulation: a quoted set phrase that counts (“四个…”, “三大…”) is in no glossary.

What counts and is quoted is a formulation: its rendering is fixed somewhere, and the next translator will need it. The
finding proposes the line that adds it, with the rendering that this text uses where it can be told.

Wrong:  落实“七个着力”要求 => implement the “seven priorities”   (no glossary has 七个着力)
Right:  坚决做到“两个维护” => resolutely ensure the “two upholds”   (the glossary has it)

Traps: Five-Year Plans (“十四五”) are values, not formulations; quoted words that count nothing are quotations or names;
a phrase is reported where it first stands in a document, not each time.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from govpub.glossary.strings import string_key
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from govpub.checks.context import Document
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "terms.unlisted-formulation"

# Shares, times and sums count, too, but are no formulations.
_PHRASE = pattern(
    r"[“「]((?:[一两二三四五六七八九十](?![成分折倍年月日天时亿万百千])|[百千](?=[千万]))[\u4e00-\u9fff]{2,6})[”」]"
)
_PLAN = pattern(r"[一二三四五六七八九十]+五(?:规划|计划|时期|期间)?")
# 一 begins many quoted words that count nothing (“一站式”); with these it counts.
_COUNTED = pattern(r"[两二三四五六七八九十百千]|一(?:个|带|核|体|圈|轴|廊|区)")
_QUOTATION = pattern("[“「][^”」]+[”」]")
_QUOTED = pattern(r"[“\"]([^“”\"]{2,80})[”\"]")


def check(document: Document) -> Iterator[Finding]:
    """Yield a finding for each formulation that the glossary does not hold, where it first stands."""
    context = document.context
    if context.scanner is None or context.source.spaces_words:
        return
    said: set[str] = set()
    for unit, _reading in document.final:
        text = unit.segment.text
        held = bytearray(len(text))
        for match in context.scanner.find(text) if _PHRASE.search(text) else ():
            held[match.start : match.end] = b"\1" * (match.end - match.start)
        answers: dict[int, re.Match[str]] | None = None
        for phrase in _PHRASE.finditer(text):
            words = string_key(phrase[1])
            if words in said or _PLAN.fullmatch(words) or not _COUNTED.match(words):
                continue
            if any(held[phrase.start(1) : phrase.end(1)]):
                continue
            said.add(words)
            answers = _answers(unit) if answers is None else answers
            answer = answers.get(phrase.start())
            rendering = answer[1].strip(" .,") if answer is not None else ""
            command = shlex.join(("govpub", "glossary", "add", words, rendering or "…", "--class", "formulation"))
            message = _("“{phrase}” is in no glossary; add it with its authority: {command} --source …")
            yield context.finding(
                NAME,
                unit,
                message.format(phrase=words, command=command),
                severity=Severity.WARNING,
                source=phrase.span(1),
                target=answer.span(1) if answer is not None else None,
            )


def _answers(unit: Unit) -> dict[int, re.Match[str]]:
    """Return by where it begins the quotation that renders each of the source, where both sides quote as often."""
    answers = list(_QUOTED.finditer(unit.target))
    quotations = [found.start() for found in _QUOTATION.finditer(unit.segment.text)]
    return dict(zip(quotations, answers, strict=True)) if len(answers) == len(quotations) else {}
