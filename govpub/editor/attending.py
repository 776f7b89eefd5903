"""The desk's screen: what it does by itself, when there is time: look up, check, keep what is typed."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING, TypeVar

from govpub.editor.offers_view import errors_first
from govpub.editor.showing import Showing
from govpub.editor.source_view import finding_spans, placeholder_spans
from govpub.errors import GovpubError

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.timer import Timer

    from govpub.editor.work import Work
    from govpub.workflow.desk import TermOffer

__all__ = ["Attending"]

Offer = TypeVar("Offer")

AT_ONCE = 0.02
"""Seconds after a move until offers are looked up: what is passed by with a held key needs none."""
FIRST = 0.15
"""The same for the first segment: the screen comes before what has to be read for it."""
PAUSE = 0.25
"""Seconds without a key until the checks look."""
IDLE = 0.6
"""Seconds without a key until the other segments are checked, in slices."""
SLICE, BETWEEN = 0.02, 0.05
"""Seconds that a slice takes, and that keys have between two of them."""
OFTEN = 1.0
"""Seconds between two looks whether others changed something."""
KEEP = 0.3
"""Seconds at most until what is typed is kept."""


class Attending(Showing):
    """Nothing here keeps a key waiting: timers put it off until there is a pause."""

    def __init__(self, work: Work) -> None:
        """Attend to a person's work."""
        super().__init__(work)
        self._looking: Timer | None = None
        self._checking: Timer | None = None
        self._keeping: Timer | None = None
        self._preparing: Timer | None = None
        self._drawn = self._prepared = False

    def on_mount(self) -> None:
        """Begin to look whether others change something."""
        self.set_interval(OFTEN, self.look_underneath)

    def look_underneath(self) -> None:
        """See whether others changed the catalog; the screen of commands does."""

    def look_soon(self) -> None:
        """Have terms and matches looked up in a moment; for the first segment, once the screen stands."""
        if self._drawn:
            self._look_in(AT_ONCE)
        else:
            self._drawn = True
            self.call_after_refresh(self._look_in, FIRST)

    def _look_in(self, seconds: float) -> None:
        self._looking = self._anew(self._looking, seconds, self.look_up)

    def look_up(self) -> None:
        """Look up terms and matches of the current segment, and show them, the article and the findings."""
        gc.enable()
        self.catch_up()
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

    def catch_up(self) -> None:
        """Take in that the article has other segments than a moment ago: the desk reads it again before it saves."""
        work = self.work
        if not work.stale:
            return
        before = work.current
        work.renew()
        work.forget_progress()
        self.segments.show(work.shown, highest=len(work.all))
        if work.current != before:
            self.show_segment()
        else:
            self.segments.go(before)
            self.show_bar()

    def asked(self, ask: Callable[[], tuple[Offer, ...]]) -> tuple[Offer, ...]:
        """Return what the desk says; where a glossary or memory cannot be read, say so, and go on without its help."""
        try:
            return ask()
        except GovpubError as error:
            self.notice.say(str(error), "error")
            return ()

    def check(self) -> None:
        """Check the text as it stands, mark what is found in it, and show the article with it."""
        self._checking = self._stopped(self._checking)
        self.catch_up()
        work = self.work
        text = self.target.text
        found = errors_first(self.asked(lambda: work.desk.findings(work.current, text))) if text else ()
        work.findings[work.current] = found
        self._show_findings(found)
        self.show_state()
        self.target.mark([*placeholder_spans(text), *finding_spans(found, text)])
        self.segments.refresh()
        self.share_rows()
        self.show_article()
        if not self._prepared:
            self._preparing = self._anew(self._preparing, IDLE, self.prepare)

    def prepare(self) -> None:
        """Check the other segments bit by bit, so that the list shows where there is something to mend."""
        self._preparing = self._stopped(self._preparing)
        self.catch_up()
        done = self.asked(lambda: (self.work.desk.prepare(SLICE),))
        if done == (False,):
            self._preparing = self.set_timer(BETWEEN, self.prepare)
            return
        self._prepared = True
        here = self.work.current
        found = self.work.findings.get(here, ())
        self.work.take_findings(self.work.desk.all_findings())
        self.work.findings[here] = found
        self.segments.refresh()

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
        self.catch_up()
        was_dirty = self.work.dirty
        self.take_typed()
        if self.work.dirty != was_dirty:
            self.show_state()
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP, self.keep)
        self._checking = self._anew(self._checking, PAUSE, self.check)
        self._preparing = self._stopped(self._preparing)

    def stop_looking(self) -> None:
        """Look nothing up any more."""
        self._looking, self._checking = self._stopped(self._looking), self._stopped(self._checking)
        self._preparing = self._stopped(self._preparing)

    def _anew(self, timer: Timer | None, seconds: float, then: Callable[[], None]) -> Timer:
        if timer is not None:
            timer.stop()
        return self.set_timer(seconds, then)

    @staticmethod
    def _stopped(timer: Timer | None) -> None:
        if timer is not None:
            timer.stop()
