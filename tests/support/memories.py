"""A memory's store that is a list, and entries to put into one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from govpub.locales import EN, ZH_CN
from govpub.memory import Added, Remembered, Selection, Side, Statistics
from govpub.memory.grams import plain
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from govpub.locales import Locale

__all__ = ["DAY", "ListStore", "remembered"]

DAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)


def remembered(source: str, target: str, **changes: Any) -> Remembered:
    """Return an entry from Chinese into English, unless changes say otherwise."""
    return Remembered(**{"source": source, "target": target, "source_locale": ZH_CN, "target_locale": EN} | changes)


@dataclass
class ListStore:
    """The plainest store that keeps `govpub.memory.Store`'s promises."""

    entries: list[Remembered] = field(default_factory=list)

    def add(self, entries: Iterable[Remembered]) -> Added:
        outcomes: Counter[str] = Counter()
        for entry in entries:
            outcomes[self._add(entry)] += 1
        return Added(**outcomes)

    def _add(self, entry: Remembered) -> str:
        rivals = [other for other in self.entries if _place(other) == _place(entry)]
        for twin in rivals:
            if twin.target == entry.target:
                if _age(entry) != _age(twin) and _age(entry)[0] >= _age(twin)[0]:
                    changes = {"time": entry.time, "state": entry.state, "translator": entry.translator}
                    self.entries[self.entries.index(twin)] = replace(twin, **changes)
                return "same"
        if not entry.article:
            rivals = []
        if any(_age(other) > _age(entry) for other in rivals):
            return "same"
        self.entries = [other for other in self.entries if other not in rivals]
        self.entries.append(entry)
        return "replaced" if rivals else "new"

    def exact(
        self, text: str, source: Locale, target: Locale, *, neighbours: tuple[str, str] = ("", ""), limit: int
    ) -> tuple[Remembered, ...]:
        found = [
            entry
            for entry in reversed(self.entries)
            if (entry.source, entry.source_locale, entry.target_locale) == (text, source, target)
        ]
        found.sort(key=lambda entry: -(entry.time or datetime.min.replace(tzinfo=UTC)).timestamp())
        found.sort(key=lambda entry: (entry.before, entry.after) != neighbours)
        return tuple(found[:limit])

    def similar(self, text: str, source: Locale, *, lengths: range, limit: int) -> Sequence[str]:
        texts = dict.fromkeys(entry.source for entry in self.entries if entry.source_locale is source)
        return [other for other in texts if len(plain(other)) in lengths and set(other) & set(text)][:limit]

    def containing(self, text: str, locale: Locale, side: Side) -> Iterator[Remembered]:
        for entry in reversed(self.entries):
            own = (entry.source, entry.source_locale) if side is Side.SOURCE else (entry.target, entry.target_locale)
            if own[1] is locale and _contains(own[0], text):
                yield entry

    def all(self, selection: Selection) -> Iterator[Remembered]:
        return (entry for entry in list(self.entries) if _selected(entry, selection))

    def count(self, selection: Selection) -> int:
        return sum(1 for _entry in self.all(selection))

    def forget(self, selection: Selection) -> int:
        gone = list(self.all(selection))
        self.entries = [entry for entry in self.entries if entry not in gone]
        return len(gone)

    def statistics(self) -> Statistics:
        times = [entry.time for entry in self.entries if entry.time]
        return Statistics(
            entries=len(self.entries),
            sources=len({(entry.source, entry.source_locale.tag) for entry in self.entries}),
            pairs=Counter((entry.source_locale.tag, entry.target_locale.tag) for entry in self.entries),
            states=Counter(entry.state for entry in self.entries),
            origins=Counter(entry.origin for entry in self.entries),
            articles=Counter(entry.article for entry in self.entries),
            years=Counter(entry.time and entry.time.astimezone(UTC).year for entry in self.entries),
            oldest=min(times, default=None),
            newest=max(times, default=None),
        )

    def close(self) -> None:
        self.entries.clear()


def _place(entry: Remembered) -> tuple[object, ...]:
    locales = entry.source_locale.tag, entry.target_locale.tag
    return entry.source, *locales, entry.article, entry.before, entry.after


def _age(entry: Remembered) -> tuple[float, bool]:
    return entry.time.timestamp() if entry.time else 0, entry.state is State.REVIEWED


def _contains(text: str, wanted: str) -> bool:
    return plain(wanted).casefold() in plain(text).casefold()


def _selected(entry: Remembered, selection: Selection) -> bool:
    return (
        all(getattr(selection, name) in (None, getattr(entry, name)) for name in ("article", "origin", "batch"))
        and (selection.before is None or (entry.time is not None and entry.time < selection.before))
        and (selection.since is None or (entry.time is not None and entry.time >= selection.since))
        and (
            selection.text is None or _contains(entry.source, selection.text) or _contains(entry.target, selection.text)
        )
    )
