"""The desk's screen: its panes, and what is shown in them."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, TypeVar

from textual.containers import Vertical
from textual.screen import Screen

from govpub.catalog.records import records_of
from govpub.editor.field import Field
from govpub.editor.furniture import Bar, Footer, Notice
from govpub.editor.keys import DESK_KEYS
from govpub.editor.list_view import SegmentList
from govpub.editor.offers_view import (
    errors_first,
    finding_counts,
    finding_lines,
    match_item,
    note_lines,
    rendering_items,
    signed,
    term_item,
)
from govpub.editor.panes import Chooser, Heading, Pane
from govpub.editor.roles import role_of
from govpub.editor.source_view import difference_lines, finding_spans, marked_lines, placeholder_spans
from govpub.editor.styles import LETTERS, STATE_NAMES, STATE_STYLES, Line
from govpub.editor.visible import visible
from govpub.errors import GovpubError
from govpub.messages import _, ngettext
from govpub.po import PoEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from govpub.editor.work import Work
    from govpub.matching import Piece
    from govpub.memory import Match
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.workflow.desk import TermOffer

__all__ = ["LAYOUT", "Showing"]

Offer = TypeVar("Offer")

COMMANDS = {name: key.action for key in DESK_KEYS for name in key.keys}
"""What the screen does, by key."""
AT_ONCE = 0.02
"""Seconds after a move until offers are looked up: what is passed by with a held key needs none."""
FIRST = 0.15
"""The same for the first segment: the screen comes before what has to be read for it."""
PAUSE = 0.25
"""Seconds without a key until the checks look."""
KEEP = 0.3
"""Seconds at most until what is typed is kept."""


LAYOUT = """
#body { height: 1fr; layout: vertical; }
#segments { height: 4fr; }
#middle { height: 11fr; layout: vertical; }
#right { height: 6fr; layout: vertical; }
#article-heading { display: none; }
#article { display: none; height: 4fr; }
#source { height: 3fr; }
#target { height: 4fr; }
#findings { height: 2fr; }
#offers { height: 1fr; }
Showing.-article #segments { display: none; }
Showing.-article #article { display: block; }
Showing.-article #middle { height: 15fr; }
Showing.-wide #body { layout: horizontal; }
Showing.-wide #segments { display: block; width: 26%; height: 1fr; }
Showing.-wide #middle { width: 1fr; height: 1fr; margin: 0 1; }
Showing.-wide #right { width: 30%; height: 1fr; }
Showing.-wide #article-heading { display: block; }
Showing.-wide #article { display: block; height: 9fr; }
Showing.-wide #source { height: 4fr; }
Showing.-wide #target { height: 5fr; }
Showing.-wide #findings { height: 4fr; }
"""
"""For the app: textual reads no style sheet of a screen that it begins with."""


class Showing(Screen[None]):
    """What stands where. 80×24: list or article, source, translation, findings, offers; wide: all side by side."""

    def __init__(self, work: Work) -> None:
        """Show a person's work."""
        super().__init__()
        self.work = work
        self.bar, self.notice, self.footer = Bar(id="bar"), Notice(id="notice"), Footer(id="keys")
        self.segments = SegmentList(work.row, id="segments")
        self.article_heading, self.article = Heading(id="article-heading"), Pane(id="article")
        self.source_heading, self.source = Heading(id="source-heading"), Pane(id="source")
        self.target_heading, self.target = Heading(id="target-heading"), Field(id="target", commands=COMMANDS)
        self.findings = Pane(id="findings")
        self.offers_heading, self.offers = Heading(id="offers-heading"), Chooser(id="offers")
        self.terms: tuple[TermOffer, ...] = ()
        """Each term once."""
        self.places: tuple[tuple[int, int, str], ...] = ()
        """Where terms stand in the source."""
        self.matches: tuple[Match, ...] = ()
        self.inserting: list[str] = []
        self._looking: Timer | None = None
        self._drawn = False
        self._checking: Timer | None = None
        self._keeping: Timer | None = None

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        yield self.bar
        with Vertical(id="body"):
            yield self.segments
            with Vertical(id="middle"):
                yield self.article_heading
                yield self.article
                yield self.source_heading
                yield self.source
                yield self.target_heading
                yield self.target
                yield self.findings
            with Vertical(id="right"):
                yield self.offers_heading
                yield self.offers
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        """Show the segment to begin with."""
        self.segments.show(self.work.shown, highest=len(self.work.all))
        self.target.focus()
        self.show_segment()
        self.set_interval(1.0, self.look_underneath)

    def look_underneath(self) -> None:
        """See whether others changed the catalog; the screen of commands does."""

    def show_segment(self, text: str | None = None) -> None:
        """Show the current segment at once, and what is looked up for it a moment later."""
        work = self.work
        if not work.dirty:
            work.desk.begin(work.current)
        self.segments.go(work.current)
        self.target.load(work.text if text is None else text, work.history)
        self.terms, self.matches, self.places = (), (), ()
        self.show_source()
        self.show_state()
        self.show_bar()
        self.article_heading.show(((_("Article"), "strong"),))
        self._show_findings(work.findings.get(work.current, ()))
        self.offers_heading.show(((_("Terms and matches"), "strong"),))
        self.offers.show_items(lambda _width: ())
        if self._drawn:
            self._look_soon(AT_ONCE)
        else:
            self._drawn = True
            self.call_after_refresh(self._look_soon, FIRST)

    def _look_soon(self, seconds: float) -> None:
        self._looking = self._anew(self._looking, seconds, self.look_up)

    def _anew(self, timer: Timer | None, seconds: float, then: Callable[[], None]) -> Timer:
        if timer is not None:
            timer.stop()
        return self.set_timer(seconds, then)

    def show_bar(self) -> None:
        """Show how far the article is."""
        self.bar.show(self.work)

    def show_source(self) -> None:
        """Show the source, its terms, what it was before, and the notes on the segment."""
        work = self.work
        unit = work.unit
        number = _("{number} of {all}").format(number=work.number[work.current], all=len(work.all))
        self.source_heading.show(
            ((_("Source"), "strong"), (f" {work.desk.source}", "quiet")),
            ((f"{role_of(unit.segment)} · {number}", "quiet"),),
        )
        terms = self.places
        records = records_of(PoEntry(msgid="", comments=unit.comments))
        pieces = self._changes(unit)

        def lines(width: int) -> list[Line]:
            made = marked_lines(unit.segment.text, width, terms)
            for note in records.notes:
                made += note_lines(note, width)
            if pieces:
                made += [((_("The source has changed:"), "fuzzy"),), *difference_lines(pieces, width)]
            return made

        self.source.show(lines)

    def _changes(self, unit: Unit) -> tuple[Piece, ...]:
        """Return how the source has changed since the translation was made."""
        if not unit.previous:
            return ()
        from govpub.matching import difference  # noqa: PLC0415  most segments have not changed

        return difference(unit.previous, unit.segment.text, self.work.desk.source)

    def show_state(self) -> None:
        """Show the state of the current segment over its translation."""
        work = self.work
        unit = work.unit
        state = (f"{LETTERS[unit.state]} {_(STATE_NAMES[unit.state])}", STATE_STYLES[unit.state])
        left: Line = ((_("Translation"), "strong"), (f" {work.desk.target}  ", "quiet"), state)
        if work.dirty:
            left = (*left, (_("  * not saved"), "attention"))
        left = (*left, *finding_counts(work.findings.get(work.current, ())))
        signature = unit.reviewer or unit.translator
        told = [part for part in (visible(unit.origin), signed(signature) if signature else "") if part]
        self.target_heading.show(left, ((" · ".join(told), "quiet"),) if told else ())

    def look_up(self) -> None:
        """Look up terms and matches of the current segment, and show them, the article and the findings."""
        gc.enable()
        desk, id_ = self.work.desk, self.work.current
        found = self.asked(lambda: desk.terms(id_))
        self.places = tuple((offer.start, offer.end, "term") for offer in found)
        once: dict[tuple[str, str], TermOffer] = {}
        for offer in found:
            once.setdefault((offer.term.source, offer.term.sense), offer)
        self.terms = tuple(once.values())
        self.matches = self.asked(lambda: desk.matches(id_))
        self.show_source()
        self.show_offers()
        self.check()

    def asked(self, ask: Callable[[], tuple[Offer, ...]]) -> tuple[Offer, ...]:
        """Return what the desk says; where a glossary or memory cannot be read, say so, and go on without its help."""
        try:
            return ask()
        except GovpubError as error:
            self.notice.say(str(error), "error")
            return ()

    def stop_looking(self) -> None:
        """Look nothing up any more."""
        self._looking, self._checking = self._stopped(self._looking), self._stopped(self._checking)

    def show_offers(self, *, every: bool = False) -> None:
        """Show matches and terms; with `every`, each rendering of a term as one to choose."""
        terms, matches = self.terms, self.matches

        def items(width: int) -> list[list[Line]]:
            made = [match_item(match, number, width) for number, match in enumerate(matches, 1)]
            for number, offer in enumerate(terms, 1):
                made += rendering_items(offer, number, width) if every else [term_item(offer, number, width)]
            return made

        told = ", ".join(
            (
                ngettext("{count} match", "{count} matches", len(matches)).format(count=len(matches)),
                ngettext("{count} term", "{count} terms", len(terms)).format(count=len(terms)),
            )
        )
        self.offers_heading.show(((_("Terms and matches"), "strong"),), ((told, "quiet"),))
        self.inserting = [
            rendering for offer in terms for rendering in (offer.renderings if every else offer.renderings[:1])
        ]
        self.offers.show_items(items)

    def check(self) -> None:
        """Check the text as it stands, mark what is found in it, and show the article with it."""
        self._checking = self._stopped(self._checking)
        work = self.work
        text = self.target.text
        found = errors_first(self.asked(lambda: work.desk.findings(work.current, text))) if text else ()
        work.findings[work.current] = found
        self._show_findings(found)
        self.show_state()
        self.target.mark([*placeholder_spans(text), *finding_spans(found, text)])
        self.segments.refresh()
        self.show_article()

    @staticmethod
    def _stopped(timer: Timer | None) -> None:
        if timer is not None:
            timer.stop()

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        self.findings.show(lambda width: finding_lines(found, width))

    def show_article(self) -> None:
        """Show the article around the current segment, as it would read now."""
        if not self.article.display:
            return
        from govpub.editor.article_view import article_lines  # noqa: PLC0415  a small screen shows it when asked

        work = self.work
        here = 0

        def lines(width: int) -> list[Line]:
            nonlocal here
            place = work.number[work.current] - 1
            made, here = article_lines(
                work.desk.units, place, width, text_of=work.text_of, joint=work.desk.target.joint
            )
            return made

        self.article.show(lines, at=lambda: here)

    def keep(self) -> None:
        """Keep what is typed in the journal, so that nothing but a moment of it can be lost."""
        self._keeping = self._stopped(self._keeping)
        self.take_typed()
        self.work.keep()

    def take_typed(self) -> None:
        """Note what stands in the field; messages of its changes may still be on their way."""
        self.work.type(self.target.text)

    def on_field_changed(self) -> None:
        """Note what is typed; check it and keep it when there is time."""
        was_dirty = self.work.dirty
        self.take_typed()
        if self.work.dirty != was_dirty:
            self.show_state()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP, self.keep)
        self._checking = self._anew(self._checking, PAUSE, self.check)
