"""The entries of the new catalog: of each segment, with what it was given, and the obsolete ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from govpub.catalog.entries import extracted_of, is_ours, references_of
from govpub.catalog.ledger import Served, made_from
from govpub.catalog.live import translation_of
from govpub.po import EntryKey, PoEntry

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from govpub.catalog.ledger import Ledger, Match
    from govpub.locales import Locale
    from govpub.model.segment import Segment

__all__ = ["renewed", "resting", "retired", "told_apart"]

_FUZZY = "fuzzy"


def renewed(segment: Segment, match: Match | None, *, source: Locale, target: Locale) -> PoEntry:
    """Return the entry of a segment."""
    if match is None or match.served is Served.VETOED:
        return _fresh(segment)
    old = match.entries[0]
    match match.served:
        case Served.ITS_OWN:
            return _placed(old, segment)
        case Served.SHARED:
            # The translator's comments are about the first place only.
            return _fresh(segment).replace(
                msgstr=old.msgstr, msgid_plural=old.msgid_plural, flags=old.flags, previous_msgid=old.previous_msgid
            )
        case Served.CHANGED:
            return _reworded(_placed(old, segment), old, made_from(old))
        case Served.SPLIT:
            part = _placed(old, segment) if match.first else _fresh(segment).replace(msgstr=old.msgstr)
            return _reworded(part.replace(msgid_plural=old.msgid_plural), old, made_from(old))
        case Served.MERGED:
            return _merged(segment, match.entries, source=source, target=target)
        case _ as never:
            assert_never(never)


def resting(ledger: Ledger) -> tuple[PoEntry, ...]:
    """Return the obsolete entries that stay obsolete."""
    return tuple(entry for entry in ledger.entries if entry.obsolete and not _serves(ledger, entry))


def retired(ledger: Ledger) -> tuple[PoEntry, ...]:
    """Return the live entries that become obsolete: what they say is in no other entry.

    What has neither translation nor comment goes; so does a fuzzy copy whose original stays.
    """
    gone = [entry for entry in ledger.live if not _serves(ledger, entry)]
    copies = {made_from(entry) for entry in gone if entry.fuzzy and entry.previous_msgid is not None}
    finals = {
        (entry.msgid, entry.msgstr): entry.comments
        for entry in (ledger.entries if copies else ())
        if entry.msgid in copies and translation_of(entry) and not entry.fuzzy
    }
    return tuple(
        entry.replace(obsolete=True, references=())
        for entry in gone
        if (any(form.strip() for form in entry.msgstr) or entry.comments) and not _copied(entry, finals)
    )


def told_apart(live: Sequence[PoEntry], obsolete: Iterable[PoEntry]) -> tuple[PoEntry, ...]:
    """Return the obsolete entries, those with another msgctxt whose key a live one has taken over meanwhile."""
    entries = tuple(obsolete)
    ids = {entry.msgctxt for entry in entries}
    taken = {entry.key for entry in live if entry.msgctxt in ids}
    if taken.isdisjoint(entry.key for entry in entries):
        return entries
    known = {entry.key for entry in (*live, *entries)}
    counts: dict[EntryKey, int] = {}
    told: list[PoEntry] = []
    for entry in entries:
        key = entry.key
        while key in taken:
            # As repeated texts are told apart (govpub.segmentation); the number goes on where it stopped.
            counts[entry.key] = counts.get(entry.key, 1) + 1
            key = (f"{entry.msgctxt}-{counts[entry.key]}", entry.msgid)
            if key in known:
                key = entry.key
        known.add(key)
        told.append(entry if key == entry.key else entry.replace(msgctxt=key[0]))
    return tuple(told)


def _copied(entry: PoEntry, finals: dict[tuple[str, tuple[str, ...]], tuple[str, ...]]) -> bool:
    if not entry.fuzzy or entry.previous_msgid is None:
        return False
    comments = finals.get((made_from(entry), entry.msgstr))
    return comments is not None and set(comments).issuperset(entry.comments)


def _serves(ledger: Ledger, entry: PoEntry) -> bool:
    """Return whether a segment has the entry as a whole; of a split or merged one the original is kept."""
    return not ledger.free(entry) and id(entry) not in ledger.taken_apart


def _placed(old: PoEntry, segment: Segment) -> PoEntry:
    extracted, references = extracted_of(segment), references_of(segment)
    if old.extracted != extracted:
        extracted = (*extracted, *(line for line in old.extracted if not is_ours(line)))
    told = old.extracted == extracted and old.references == references
    if told and old.msgid == segment.text and old.msgctxt == segment.id and not old.obsolete:
        return old  # most entries of most runs
    return old.replace(
        extracted=extracted, references=references, msgctxt=segment.id, msgid=segment.text, obsolete=False
    )


def _fresh(segment: Segment) -> PoEntry:
    return PoEntry(
        extracted=extracted_of(segment), references=references_of(segment), msgctxt=segment.id, msgid=segment.text
    )


def _reworded(entry: PoEntry, old: PoEntry, previous: str) -> PoEntry:
    """Return `entry`, which has the translation of `old`, as fuzzy, with the source that it was made from."""
    if not translation_of(old):
        return entry
    flags = old.flags if old.fuzzy else (_FUZZY, *old.flags)
    return entry.replace(flags=flags, previous_msgid=previous if previous != entry.msgid else None)


def _merged(segment: Segment, entries: tuple[PoEntry, ...], *, source: Locale, target: Locale) -> PoEntry:
    flags = dict.fromkeys((_FUZZY, *(flag for entry in entries for flag in entry.flags)))
    return _fresh(segment).replace(
        comments=tuple(dict.fromkeys(line for entry in entries for line in entry.comments)),
        flags=tuple(flags),
        previous_msgid=source.joint.join(map(made_from, entries)),
        msgstr=(target.joint.join(map(translation_of, entries)),),
    )
