"""The desk's screen: its panes, and what is shown in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical
from textual.screen import Screen

from govpub.catalog.records import records_of
from govpub.editor.field import Field
from govpub.editor.furniture import Bar, Footer, Notice
from govpub.editor.keys import DESK_KEYS
from govpub.editor.layout import rows_of_findings
from govpub.editor.list_view import SegmentList
from govpub.editor.offers_view import (
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
from govpub.editor.source_view import difference_lines, first_changed, marked_lines
from govpub.editor.styles import LETTERS, STATE_NAMES, STATE_STYLES, Line
from govpub.editor.visible import visible
from govpub.messages import _, ngettext
from govpub.po import PoEntry
from govpub.workflow.origins import in_words

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.geometry import Size

    from govpub.editor.work import Work
    from govpub.matching import Piece
    from govpub.memory import Match
    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.workflow.desk import TermOffer

__all__ = ["Showing"]

COMMANDS = {name: key.action for key in DESK_KEYS for name in key.keys}
"""What the screen does, by key."""


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
        self.middle, self.right = Vertical(id="middle"), Vertical(id="right")
        self.terms: tuple[TermOffer, ...] = ()
        """Each term once."""
        self.places: tuple[tuple[int, int, str], ...] = ()
        """Where terms stand in the source."""
        self.matches: tuple[Match, ...] = ()
        self.inserting: list[str] = []
        self._unshared = True
        self._shared_for: Size | None = None

    def compose(self) -> ComposeResult:
        """Lay the panes out."""
        yield self.bar
        with Vertical(id="body"):
            yield self.segments
            with self.middle:
                yield self.article_heading
                yield self.article
                yield self.source_heading
                yield self.source
                yield self.target_heading
                yield self.target
                yield self.findings
            with self.right:
                yield self.offers_heading
                yield self.offers
        yield self.notice
        yield self.footer

    def on_mount(self) -> None:
        """Show the segment to begin with."""
        self.segments.show(self.work.shown, highest=len(self.work.all))
        self.target.focus()
        self.show_segment()

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
        self.look_soon()

    def show_bar(self) -> None:
        """Show how far the article is."""
        self.bar.show(self.work)

    def show_source(self) -> None:
        """Show the source, its terms, what it was before, and the notes on the segment."""
        work = self.work
        unit = work.unit
        terms = self.places
        records = records_of(PoEntry(msgid="", comments=unit.comments))
        pieces = self._changes(unit)

        at = 0

        def lines(width: int) -> list[Line]:
            nonlocal at
            made = marked_lines(unit.segment.text, width, terms)
            for note in records.notes:
                made += note_lines(note, width)
            if pieces:
                changed = difference_lines(pieces, width)
                # All of the source stands there once more, with what has changed: that is to be seen first.
                at = len(made) + 1 + first_changed(changed)
                made += [((_("The source has changed:"), "fuzzy"),), *changed]
            self._head_source(unit, more=len(made) > self.source.size.height)
            return made

        self._head_source(unit)
        self.source.show(lines, at=lambda: at)

    def _head_source(self, unit: Unit, *, more: bool = False) -> None:
        work = self.work
        number = _("{number} of {all}").format(number=work.number[work.current], all=len(work.all))
        below: Line = (("^G ", "key"), (_("more"), "quiet"), (" · ", "quiet")) if more else ()
        self.source_heading.show(
            ((_("Source"), "strong"), (f" {work.desk.source}", "quiet")),
            (*below, (f"{role_of(unit.segment)} · {number}", "quiet")),
        )

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
        told = [part for part in (visible(in_words(unit.origin)), signed(signature) if signature else "") if part]
        self.target_heading.show(left, ((" · ".join(told), "quiet"),) if told else ())

    def show_offers(self, *, every: bool = False) -> None:
        """Show matches and terms; with `every`, each rendering of a term as one to choose."""
        terms, matches = self.terms, self.matches

        def items(width: int) -> list[list[Line]]:
            made = [match_item(match, number, width) for number, match in enumerate(matches, 1)]
            for number, offer in enumerate(terms, 1):
                made += rendering_items(offer, number, width) if every else [term_item(offer, number, width)]
            return made

        told = _(", ").join(
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

    def _show_findings(self, found: tuple[Finding, ...]) -> None:
        self.findings.show(lambda width: finding_lines(found, width))

    def show_article(self) -> None:
        """Show the article around the current segment, as it would read now, or as soon as there is place for it."""
        work = self.work
        here = 0

        def lines(width: int) -> list[Line]:
            from govpub.editor.article_view import article_lines  # noqa: PLC0415  a small screen shows it when asked

            nonlocal here
            place = work.number[work.current] - 1
            made, here = article_lines(
                work.desk.units,
                place,
                width,
                text_of=work.text_of,
                languages=(work.desk.source, work.desk.target),
            )
            return made

        self.article.show(lines, at=lambda: here)

    def share_rows(self) -> None:
        """On a small screen, give findings and offers rows as they need them; what stands above stays where it is."""
        both = self.findings.size.height + self.offers.size.height
        if not both or self.has_class("-wide") or self._unshared:
            return
        rows = rows_of_findings(both, len(self.findings.lines), len(self.offers.lines))
        more = rows - self.findings.size.height
        if more:
            self.middle.styles.height = self.middle.size.height + more
            self.right.styles.height = self.right.size.height - more
            self.findings.styles.height = rows

    def share_anew(self) -> None:
        """Share the rows when panes have come or gone, or have another size."""
        for pane in (self.middle, self.right, self.findings):
            pane.styles.height = None
        self._unshared = True  # until it is laid out, sizes are those of before
        self.call_after_refresh(self._share_again)

    def _share_again(self) -> None:
        self._unshared = False
        self.share_rows()

    def on_resize(self) -> None:
        """Share the rows that there are now, if their number is another: it is asked after each layout, too."""
        if self.size != self._shared_for:
            self._shared_for = self.size
            self.share_anew()

    def look_soon(self) -> None:
        """Have terms, matches and findings looked up when there is time; `Attending` does."""
