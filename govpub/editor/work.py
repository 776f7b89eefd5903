"""Where a person is in the article, and what is typed and not saved: the state of the screen, without a screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.editor.buffer import History
from govpub.editor.list_view import SegmentRow
from govpub.editor.offers_view import errors_first
from govpub.editor.source_view import PLACEHOLDER
from govpub.errors import ConflictError
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from govpub.model.finding import Finding
    from govpub.model.segment import Unit
    from govpub.workflow.desk import Desk, Progress

__all__ = ["Filter", "Work", "next_placeholder"]

_COMPLETENESS = "completeness."


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which segments are shown."""

    states: tuple[State, ...] = ()
    """All of them where there is none."""
    finding: str | None = None
    """The name of a rule: only segments with such a finding; empty for any finding; None for all segments."""
    text: str = ""
    """Only segments whose source or translation contains it."""

    @property
    def empty(self) -> bool:
        """Return whether all segments are shown."""
        return self == Filter()


class Work:
    """The current segment, the segments that are shown, and the texts that are not saved."""

    def __init__(self, desk: Desk, start: str | None) -> None:
        """Begin at the segment `start`; else where something was typed and not saved; else at the first open one."""
        self.desk = desk
        self.filter = Filter()
        self._article = desk.article
        self.all: tuple[str, ...] = tuple(unit.segment.id for unit in desk.units)
        self.number = {id_: number for number, id_ in enumerate(self.all, 1)}
        self.shown: Sequence[str] = self.all
        self.findings: dict[str, tuple[Finding, ...]] = {}
        self.typed: dict[str, str] = {id_: text for id_, text in desk.drafts.items() if id_ in self.number}
        self.restored = frozenset(self.typed)
        """Segments with a text that an earlier session left."""
        self._histories: dict[str, History] = {}
        self._progress: Progress | None = None
        self.inserted: dict[str, tuple[str, str]] = {}
        """By segment: the match that was taken last, and its origin."""
        first = next((id_ for id_ in self.all if id_ in self.typed), None) or self._first_open()
        self.current = start or first or (self.all[0] if self.all else "")

    @property
    def progress(self) -> Progress:
        """Return how far the article is, counted anew after `forget_progress`."""
        if self._progress is None:
            self._progress = self.desk.progress
        return self._progress

    def forget_progress(self) -> None:
        """Note that units have changed."""
        self._progress = None

    @property
    def stale(self) -> bool:
        """Return whether the desk has read the article again: it may have other segments."""
        return self.desk.article is not self._article

    def renew(self) -> None:
        """Take in that others changed, brought or took away segments."""
        self._article, units = self.desk.article, self.desk.units
        place = self.number.get(self.current, 1) - 1
        self.all = tuple(unit.segment.id for unit in units)
        self.number = {id_: number for number, id_ in enumerate(self.all, 1)}
        self.typed = {id_: text for id_, text in self.typed.items() if id_ in self.number}
        if not self.apply(self.filter):
            self.apply(Filter())
        if self.current not in self.number and self.all:
            self.current = self.all[min(place, len(self.all) - 1)]

    def _first_open(self) -> str | None:
        return next((unit.segment.id for unit in self.desk.units if not unit.state.final), None)

    @property
    def unit(self) -> Unit:
        """Return the current unit as it is on disk."""
        return self.desk.unit(self.current)

    @property
    def text(self) -> str:
        """Return the current text: as typed, or as it is on disk."""
        return self.text_of(self.unit)

    def text_of(self, unit: Unit) -> str:
        """Return a unit's text: as typed, or as it is on disk."""
        return self.typed.get(unit.segment.id, unit.target)

    @property
    def history(self) -> History:
        """Return what was typed in the current segment since it was saved."""
        return self._histories.setdefault(self.current, History())

    def forget_typing(self, id_: str) -> None:
        """End a segment's history of typing: what stands there is saved."""
        self.typed.pop(id_, None)
        self._histories.pop(id_, None)

    def type(self, text: str) -> None:
        """Note what stands in the field of the current segment."""
        if text == self.unit.target:
            self.typed.pop(self.current, None)
        else:
            self.typed[self.current] = text

    def keep(self) -> None:
        """Have the desk keep what is typed in the current segment; it is done with where that is what is saved."""
        if self.dirty:
            self.desk.keep_draft(self.current, self.typed[self.current])
        elif self.current in self.desk.drafts:
            self.desk.drop_draft(self.current)

    @property
    def dirty(self) -> bool:
        """Return whether the current text is not saved."""
        return self.current in self.typed

    def take_findings(self, found: Mapping[str, Sequence[Finding]]) -> None:
        """Note what the checks found in all segments; that one is not translated is said by its state."""
        self.findings = {
            id_: errors_first([finding for finding in findings if not finding.rule.startswith(_COMPLETENESS)])
            for id_, findings in found.items()
        }

    def row(self, id_: str) -> SegmentRow | None:
        """Return what the list says of a segment; nothing of one that has just gone."""
        try:
            unit = self.desk.unit(id_)
        except ConflictError:
            return None
        return SegmentRow(
            number=self.number[id_],
            unit=unit,
            text=self.text_of(unit),
            drafted=id_ in self.typed,
            found=bool(self.findings.get(id_)),
            noted=bool(self.desk.notes(id_)),
        )

    def step(self, steps: int) -> str:
        """Return the shown segment so many places on; the last or first one beyond the ends."""
        if not self.shown:
            return self.current
        here = self.number.get(self.current, 0)
        if self.current in self.shown:
            place = self.shown.index(self.current) + steps
        else:
            after = [place for place, id_ in enumerate(self.shown) if self.number[id_] > here]
            place = (after[0] if after else len(self.shown) - 1) + min(0, steps)
        return self.shown[min(max(place, 0), len(self.shown) - 1)]

    def next_open(self, *, reviewing: bool = False) -> str | None:
        """Return the next shown segment that is open (`reviewing`: not reviewed); after the last comes the first."""
        order = self.shown or self.all
        here = self.number.get(self.current, 0)
        turned = [
            *(id_ for id_ in order if self.number[id_] > here),
            *(id_ for id_ in order if self.number[id_] <= here),
        ]
        for id_ in turned:
            state = self.desk.unit(id_).state
            if id_ != self.current and (not state.final or (reviewing and state is not State.REVIEWED)):
                return id_
        return None

    def apply(self, wanted: Filter) -> bool:
        """Show only what passes the filter; return False, and change nothing, where that is no segment."""
        if wanted.empty:
            found: Sequence[str] = self.all
        else:
            found = self.desk.filtered(
                wanted.states, finding=True if wanted.finding == "" else wanted.finding, text=wanted.text
            )
        if not found:
            return False
        self.filter, self.shown = wanted, found
        return True

    def origin_of(self, text: str) -> str:
        """Return where a text came from, where it is taken as it was offered or filled in."""
        if text == self.unit.target:
            return self.unit.origin
        offered, origin = self.inserted.get(self.current, ("", ""))
        return origin if text == offered else ""


def next_placeholder(source: str, target: str, selected: str) -> tuple[str, str] | None:
    """Return the placeholder that is missing next, as what stands before and after the selected text.

    None where the translation has all of them.
    """
    have = PLACEHOLDER.findall(target)
    for found in PLACEHOLDER.findall(source):
        if found in have:
            have.remove(found)
            continue
        if not found.startswith("</") and not found.endswith("/>"):
            closing = f"</{found[1:]}"
            return (found, closing) if closing not in target else (found, "")
        return (found, "") if not selected else ("", found)
    return None
