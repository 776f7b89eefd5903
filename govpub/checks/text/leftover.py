"""text.leftover: something is left over from a template or a draft.

Wrong:  XX省召开会议。 => TODO: Please refer to when using the article.
Right:  云岭省召开会议。 => Yunling Province held a meeting.

Traps: sizes and Roman numerals (XXL, Super Bowl XXX, Chapter XX); names that a notice withholds (张某, 李××).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.checks.text.sides import sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.leftover"

_KINDS = (
    "省|自治区|市|县|区|州|乡|镇|村|街道|厅|局|部|委|办|处|公司|集团|大学|医院|路|年|月|日|人|名|家|个|项|次|万|亿|元"
    "|同志|先生|女士|号|会议|记者"
)
_LEFT = pattern(
    r"\b(?:TODO|FIXME|TKTK|X{4,})\b"
    r"|\bX{2,3}(?= (?:Province|City|County|District|Department|Bureau|Co\b|million|billion|percent|per cent|yuan))"
    r"|\bXX?[.,]XX?(?=%|％| per|[ 万亿])"
    r"|\{\{[^{}\n]*\}\}|\{%[^{}\n]*%\}|\$\{[^{}\n]*\}|<%[^<>\n]*%>"
    r"|\blorem ipsum\b|\b[Cc]lick here to (?:add|enter|edit)\b|\b[Yy]our text here\b"
    r"|\[(?:untranslated|translation needed|to be translated|insert [^\[\]\n]{0,40}|TBC|TBD)\]"
    r"|\b[Pp]lease (?:refer to (?=when\b|while\b|for\b|if\b|before\b|[.,;])|(?:see|visit|click) (?=[.,;]))"
    r"|此处(?:填写|插入|添加|输入)|在此(?:填写|插入|输入)|点击此处(?:添加|输入)|待(?:翻译|补充|填写|核实)[）\])】]"
    rf"|(?<![A-Za-z])(?:[XＸ]{{2,}}|×{{2,}}|某某|〇〇|○○)(?=(?:{_KINDS}))"
    r"|[XＸ×](?=月[XＸ×]日)|(?<=[XＸ×]月)[XＸ×](?=日)"
    r"|^（(?:标题|正文|摘要|副标题|作者|来源|图片说明)）$|^\((?:title|subtitle|body|caption|author)\)$",
    re.IGNORECASE,
)
# One of these is in every such text, in small letters: looking for them is much faster than the expression.
_SIGNS = (
    *(
        "todo",
        "fixme",
        "tktk",
        "xx",
        "x.x",
        "x,x",
        "ｘｘ",
        "××",
        "{",
        "<%",
        "[untr",
        "[transl",
        "[to be",
        "[insert",
        "[tb",
    ),
    *(
        "lorem",
        "click here",
        "text here",
        "please",
        "此处",
        "在此",
        "待",
        "某某",
        "〇〇",
        "○○",
        "月x日",
        "月ｘ日",
        "月×日",
    ),
    *("（标题）", "（正文）", "（摘要）", "（副标题）", "（作者）", "（来源）", "（图片说明）"),
    *("(title)", "(subtitle)", "(body)", "(caption)", "(author)"),
)
_WITHHELD = "×某〇○"
"""With these a notice may leave out a name on purpose."""


def candidates(document: Document) -> set[int]:
    """Return the units with one of the signs."""
    return document.source.lowered.having(*_SIGNS) | document.target.lowered.having(*_SIGNS)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each such remnant."""
    for side in sides(unit, context):
        small = side.bare.lower()
        if not any(sign in small for sign in _SIGNS):
            continue
        for found in _LEFT.finditer(side.bare):
            yield side.finding(
                NAME,
                found.span(),
                _("left over from a template or a draft: {text}").format(text=found[0].strip()),
                severity=Severity.WARNING if found[0][0] in _WITHHELD else Severity.ERROR,
            )
