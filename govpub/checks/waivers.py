"""Waivers: comments in a catalog that say, with a reason, why a finding is let pass.

    # govpub: ignore values.number until 2027-01-01 -- the release quotes the old figure on purpose

Rules or families, with commas between them; a last day, if the waiver is to run out; the reason behind `--`.
Records of who translated and reviewed the entry begin in the same way, and are none. What begins so in capitals, with a
wide colon or without one is a waiver misspelt.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from govpub.catalog.records import is_record
from govpub.messages import _
from govpub.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from govpub.checks.rule import Rule
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit

__all__ = ["Waiver", "is_waiver", "waivers_of"]

_MARK = "govpub:"
_MEANT = pattern(r"(?i)\s*+govpub(?:\s*+[:：]|\s++ignore\b)")
_WORD = "ignore"


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """One such comment."""

    names: tuple[str, ...] = ()
    """Rules and families."""
    until: date | None = None
    """The last day on which it holds; None for always."""
    reason: str = ""
    fault: str = ""
    """What is wrong with it, in the user's language; such a waiver waives nothing."""

    def fault_on(self, today: date | None, rules: Mapping[str, Rule]) -> str:
        """Return why it does not hold on this day, in the user's language; empty where it does."""
        if self.fault:
            return self.fault
        families = {rule.family for rule in rules.values() if rule.waivable}
        for name in self.names:
            if name in rules and not rules[name].waivable:
                return _("{rule} cannot be waived: a release cannot be put together with it").format(rule=name)
            if name not in rules and name not in families:
                return _("the waiver names no rule that can be waived: {rule}").format(rule=name)
        if not self.reason:
            return _("the waiver gives no reason: write ` -- ` and why behind it")
        if self.until is not None and today is not None and self.until < today:
            return _("the waiver ran out on {day}").format(day=self.until.isoformat())
        return ""

    def covers(self, finding: Finding) -> bool:
        """Return whether it names the finding's rule or family."""
        return finding.rule in self.names or finding.rule.partition(".")[0] in self.names


def waivers_of(unit: Unit) -> Iterator[Waiver]:
    """Yield the waivers in the comments above a unit's entry."""
    for comment in unit.comments:
        if is_waiver(comment):
            text = comment.strip()
            yield _waiver(text.removeprefix(_MARK)) if text.startswith(_MARK) else Waiver(fault=_misspelt())


def is_waiver(comment: str) -> bool:
    """Return whether a comment is a waiver, or is meant to be one."""
    return _MEANT.match(comment) is not None and not is_record(comment.lower().replace("：", ":", 1))


def _misspelt() -> str:
    return _("this is no waiver: write `govpub: ignore RULE -- reason`")


def _waiver(text: str) -> Waiver:
    head, _dashes, reason = text.partition("--")
    words = head.replace(",", " ").split()
    if len(words) < 2 or words[0] != _WORD:  # noqa: PLR2004  the word and a name
        return Waiver(fault=_misspelt())
    until: date | None = None
    if "until" in words:
        at = words.index("until")
        words, days = words[:at], words[at + 1 :]
        try:
            until = date.fromisoformat(" ".join(days))
        except ValueError:
            return Waiver(fault=_("this is not a day: {text}; write YYYY-MM-DD").format(text=" ".join(days)))
        if len(words) < 2:  # noqa: PLR2004  as above
            return Waiver(fault=_misspelt())
    return Waiver(names=tuple(dict.fromkeys(words[1:])), until=until, reason=reason.strip())
