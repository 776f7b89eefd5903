"""The two sides of a unit, each by the traits of its language: what the rules of text and structure read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.messages import _
from govpub.model.finding import Severity
from govpub.patterns import pattern

if TYPE_CHECKING:
    from govpub.checks.context import CheckContext, UnitContext
    from govpub.locales import Locale
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["HAN", "MASK", "Side", "sides"]

HAN = "〇㐀-䶿一-鿿豈-\ufaff𠀀-\U000323af"
"""The inside of a character class: unified and compatibility ideographs of all planes."""
MASK = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands in `Side.bare` for what is no wording."""

_FILE = "pdf|docx?|xlsx?|pptx?|txt|csv|zip|jpe?g|png|gif|webp|svg|mp[34]|html?|xml|json|md|po|py"
_DOMAIN = "com|cn|org|net|gov|edu|int|info|io|example|test"
_PATH = r"[!-'*-;=?-~]*[0-9A-Za-z/#&=_-]"
_NO_WORDING = pattern(
    rf"(?:https?://|ftp://|www\.){_PATH}"
    r"|(?<![\w.%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]*[A-Za-z0-9]"
    r"|</?[1-9][0-9]{0,4}/?>"
    r"|`[^`]*`"
    rf"|(?<![\w.-])[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*\.(?:{_FILE}|{_DOMAIN})(?![A-Za-z0-9])(?:/{_PATH})?"
)
_SIGNS = ("<", "`", "@", "://", "www.")
_POINT = pattern(r"\.[a-z]{2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One text of a unit."""

    unit: Unit
    context: CheckContext
    text: str
    bare: str
    """The text with `MASK` for each character of an address, a file name, code or a placeholder: the same length."""
    locale: Locale
    target: bool

    def finding(  # noqa: PLR0913  all but three have defaults, and they are given by name
        self,
        rule: str,
        span: tuple[int, int],
        message: str,
        *,
        severity: Severity = Severity.WARNING,
        suggestion: str = "",
        fix: str | None = None,
    ) -> Finding:
        """Return a finding on characters of this side.

        What is to be written stands in the suggestion for a target, in the message for a source: the article is
        mended by its author.
        """
        if self.target:
            return self.context.finding(
                rule, self.unit, message, severity=severity, target=span, suggestion=suggestion, fix=fix
            )
        if mend := suggestion or fix:
            message = _("{message}; write “{mend}” in the source").format(message=message, mend=mend)
        return self.context.finding(rule, self.unit, message, severity=severity, source=span)


def sides(unit: Unit, context: UnitContext) -> tuple[Side, Side]:
    """Return source and target of a unit; read once for all rules."""
    return context.once(_read, unit)


def _read(unit: Unit, context: UnitContext) -> tuple[Side, Side]:
    document = context.document
    return (
        _side(unit, document, unit.segment.text, document.source, target=False),
        _side(unit, document, unit.target, document.target, target=True),
    )


def _side(unit: Unit, document: CheckContext, text: str, locale: Locale, *, target: bool) -> Side:
    perhaps = any(sign in text for sign in _SIGNS) or _POINT.search(text)
    bare = _NO_WORDING.sub(lambda match: MASK * len(match[0]), text) if perhaps else text
    return Side(unit=unit, context=document, text=text, bare=bare, locale=locale, target=target)
