"""The desk's screen: what its keys put into the translation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.editor.attending import Attending
from govpub.editor.work import next_placeholder
from govpub.messages import _

if TYPE_CHECKING:
    from govpub.editor.panes import Chooser
    from govpub.memory import Match

__all__ = ["Inserting"]


class Inserting(Attending):
    """Source, placeholders, terms and matches, each by a key."""

    def action_source(self) -> None:
        """Put the source in place of the translation."""
        self.target.replace(self.work.unit.segment.text)

    def action_placeholder(self) -> None:
        """Insert the placeholder that is missing next."""
        found = next_placeholder(self.work.unit.segment.text, self.target.text, self.target.selected)
        if found is None:
            self.notice.say(_("no placeholder is missing"))
        else:
            before, after = found
            self.target.put_around(before, after)

    def action_term(self, number: int) -> None:
        """Insert the rendering of a term."""
        if number > len(self.terms) or not self.terms[number - 1].renderings:
            self.notice.say(_("there is no term {number}").format(number=number))
        else:
            self._insert(self.terms[number - 1].renderings[0])

    def _insert(self, text: str) -> None:
        """Insert words, with a space where the language has one between words."""
        before = self.target.text[: self.target.cursor - len(self.target.selected)][-1:]
        joint = self.work.desk.target.joint
        self.target.put(joint + text if joint and before.isalnum() else text)

    def action_match(self, number: int) -> None:
        """Put a match in place of the translation."""
        if number > len(self.matches):
            self.notice.say(_("there is no match {number}").format(number=number))
            return
        match = self.matches[number - 1]
        self.target.replace(match.text)
        self.work.inserted[self.work.current] = (match.text, _origin_of(match))
        if match.vetoes:
            told = "; ".join(veto.message for veto in match.vetoes)
            self.notice.say(_("look: {what}").format(what=told), "attention")
        elif match.adapted is not None:
            self.notice.say(_("numbers adapted; look at them"), "attention")

    def action_offers(self) -> None:
        """Choose among the offers."""
        if self.offers.count:
            self.show_offers(every=True)
            self.offers.focus()
        else:
            self.notice.say(_("there is no match and no term for this segment"))

    def on_chooser_chosen(self, event: Chooser.Chosen) -> None:
        """Insert the offer that was chosen."""
        self.target.focus()
        number = event.number + 1
        if number <= len(self.matches):
            self.action_match(number)
        else:
            self._insert(self.inserting[number - len(self.matches) - 1])
        self.show_offers()


def _origin_of(match: Match) -> str:
    """Return what is recorded as the origin of a text that was taken from a match."""
    article = match.entry.article
    return f"memory {match.score:.0f}" + (f" -- {article}" if article else "")
