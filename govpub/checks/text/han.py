"""text.han: Chinese characters are left in an English text.

The file name of a picture that came with the text (QQ图片20190108.jpg) is left over, too.

Wrong:  图为开幕式现场。 => The 图片 shows the opening ceremony.
Right:  图为开幕式现场。 => The picture shows the opening ceremony.

Traps: characters in brackets behind their own word are deliberate, as in “fu (福)”; so is the link 中文 to the other
language. Quoted characters, “福”, may be deliberate: they are a warning.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.checks.text.sides import HAN, sides
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.context import Document, UnitContext
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

NAME = "text.han"

_HAN = pattern(f"[{HAN}]")
_RUN = pattern(
    r"(?<![\w.-])[\w-]*[\w.-]*\.(?:jpe?g|png|gif|webp|bmp|docx?|xlsx?|pptx?|pdf|mp4|zip)\b"
    rf"|[{HAN}](?:[{HAN}0-9《》、，。：；·]*[{HAN}》])?"
)
# Characters at one end of what the brackets hold: (福), (《条例》), (fu, 福); not (including 货币 transactions).
_IN_BRACKETS = pattern(
    r"(?:(?<=[\w”’\"'>])|(?<=[\w”’\"'>] ))[(（]"
    rf"(?:[“《]?[{HAN}][^()（）]*|[^()（）]*[{HAN}][”》]?)[)）]"
)
_SWITCH = pattern(r"(?:^|[|/·>\[])\s?(?:(?:简体|繁体|繁體)?中文版?|简体|繁体|繁體)(?=\s?(?:$|[|/·<\]]))")


def candidates(document: Document) -> set[int]:
    """Return the units with Chinese characters in an English text."""
    return document.spaced.having_characters(_HAN)


def check(unit: Unit, context: UnitContext) -> Iterator[Finding]:
    """Yield a finding for each run of Han characters that was not put there on purpose."""
    for side in sides(unit, context):
        if side.locale.east_asian or not _HAN.search(side.text) or unit.segment.text == unit.target:
            continue
        text = side.text
        deliberate = [found.span() for find in (_IN_BRACKETS, _SWITCH) for found in find.finditer(text)]
        deliberate.sort()
        at = 0
        for run in _RUN.finditer(text):
            while at < len(deliberate) and deliberate[at][1] <= run.start():
                at += 1
            file = "." in run[0]
            if not _HAN.search(run[0]) or (not file and at < len(deliberate) and deliberate[at][0] <= run.start()):
                continue
            quoted = not file and text[run.start() - 1 : run.start()] in ("“", "‘", '"') and len(run[0]) <= 4  # noqa: PLR2004  a word
            yield side.finding(
                NAME,
                run.span(),
                _("a file name is left in the text: {text}").format(text=run[0])
                if file
                else _("Chinese characters are left in the {language} text: {text}").format(
                    language=side.locale.endonym, text=run[0]
                ),
                severity=Severity.WARNING if quoted else Severity.ERROR,
            )
