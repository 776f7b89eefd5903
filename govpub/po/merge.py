"""Three-way merge by entry: two people's changes to one file are both kept, or both shown."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from govpub.po.entry import EntryKey, PoEntry, PoFile

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

__all__ = ["PoConflict", "PoMerge", "merge_po"]

_HEADER: EntryKey = (None, "")
_Value = TypeVar("_Value", bound="Hashable")


@dataclass(frozen=True, slots=True, kw_only=True)
class PoConflict:
    """One entry that both sides changed, and not in the same way. None stands for a side that removed it."""

    key: EntryKey
    base: PoEntry | None
    ours: PoEntry | None
    theirs: PoEntry | None
    header: str = ""
    """The header field in question, where the entry is the header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PoMerge:
    """What a merge gives."""

    file: PoFile
    """With theirs wherever there is a conflict."""
    conflicts: tuple[PoConflict, ...]
    """In file order; empty for a clean merge."""


def merge_po(base: PoFile, ours: PoFile, theirs: PoFile) -> PoMerge:
    """Return `theirs` with all that `ours` changed since `base`.

    Entries are told apart by key. Changes to different entries, or to different parts of one (comments, extracted
    comments, flags, translation, being obsolete, each header field), are both kept; references, which are made anew
    at every turn, are ours. The order is theirs, ours' additions standing behind the neighbours they have there.
    """
    header, conflicts = _merge_header(base.header, ours.header, theirs.header)
    entries: dict[EntryKey, PoEntry] = {}
    old, mine, their = (_by_key(file) for file in (base, ours, theirs))
    same_newline = ours.newline == theirs.newline
    for key in dict.fromkeys((*their, *mine)):
        entry, clean = _merge_entry(old.get(key), mine.get(key), their.get(key))
        if not clean:
            conflicts.append(PoConflict(key=key, base=old.get(key), ours=mine.get(key), theirs=their.get(key)))
        if entry is not None:
            from_ours = entry is mine.get(key) and not same_newline
            entries[key] = dataclasses.replace(entry, verbatim=None, gap=None) if from_ours else entry
    trailing, _clean = _three_way(base.trailing, ours.trailing, theirs.trailing)
    merged = theirs.replace_header(header).replace_entries(_ordered(entries, their, ours.entries))
    if trailing != theirs.trailing:
        merged = dataclasses.replace(merged, trailing=trailing, verbatim=None)
    return PoMerge(file=merged, conflicts=tuple(conflicts))


def _by_key(file: PoFile) -> dict[EntryKey, PoEntry]:
    return {entry.key: entry for entry in file.entries}


def _three_way(base: _Value, ours: _Value, theirs: _Value) -> tuple[_Value, bool]:
    """Return the value, theirs in doubt, and whether there was no doubt."""
    if theirs in (base, ours):
        return (theirs if theirs == ours else ours), True
    return theirs, ours == base


def _merge_entry(base: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None) -> tuple[PoEntry | None, bool]:
    whole, clean = _three_way(base, ours, theirs)
    if clean:
        return whole, True
    if ours is None or theirs is None:
        return theirs, False
    # Of an entry that both have added, everything is new.
    start = base if base is not None else PoEntry(msgctxt=theirs.msgctxt, msgid=theirs.msgid)
    comments, clean_comments = _three_way(start.comments, ours.comments, theirs.comments)
    extracted, clean_extracted = _three_way(start.extracted, ours.extracted, theirs.extracted)
    obsolete, clean_obsolete = _three_way(start.obsolete, ours.obsolete, theirs.obsolete)
    told, clean_translation = _three_way(_translation(start), _translation(ours), _translation(theirs))
    chosen = ours if told == _translation(ours) else theirs
    merged = theirs.replace(
        comments=comments,
        extracted=extracted,
        references=ours.references,
        flags=_flags(start, ours, theirs, fuzzy=chosen.fuzzy),
        previous_msgctxt=chosen.previous_msgctxt,
        previous_msgid=chosen.previous_msgid,
        previous_msgid_plural=chosen.previous_msgid_plural,
        msgid_plural=chosen.msgid_plural,
        msgstr=chosen.msgstr,
        obsolete=obsolete,
    )
    if clean_comments and clean_extracted and clean_obsolete and clean_translation:
        return merged, True
    return theirs, False


def _translation(entry: PoEntry) -> tuple[object, ...]:
    """Return what must not be mixed from two sides: the translation, and how far it is to be trusted."""
    previous = (entry.previous_msgctxt, entry.previous_msgid, entry.previous_msgid_plural)
    return (entry.msgstr, entry.msgid_plural, entry.fuzzy, previous)


def _flags(base: PoEntry, ours: PoEntry, theirs: PoEntry, *, fuzzy: bool) -> tuple[str, ...]:
    removed = {flag for flag in base.flags if flag not in ours.flags or flag not in theirs.flags}
    kept = [flag for flag in dict.fromkeys((*theirs.flags, *ours.flags)) if flag not in removed and flag != "fuzzy"]
    return ("fuzzy", *kept) if fuzzy else tuple(kept)


def _merge_header(
    base: PoEntry | None, ours: PoEntry | None, theirs: PoEntry | None
) -> tuple[PoEntry | None, list[PoConflict]]:
    whole, clean = _three_way(base, ours, theirs)
    if clean or ours is None or theirs is None:
        conflicts = [] if clean else [PoConflict(key=_HEADER, base=base, ours=ours, theirs=theirs)]
        return whole, conflicts
    start = base if base is not None else PoEntry(msgid="")
    old, mine, their = (PoFile(header=header).headers for header in (start, ours, theirs))
    file, disputed = PoFile(header=theirs), []
    for name in dict.fromkeys((*their, *mine)):
        value, clean = _three_way(old.get(name), mine.get(name), their.get(name))
        if not clean and name.endswith("-Date"):
            # Both are right; the later one says when the merged file was last worked on.
            value, clean = max(mine.get(name) or "", their.get(name) or ""), True
        if not clean:
            disputed.append(PoConflict(key=_HEADER, base=base, ours=ours, theirs=theirs, header=name))
        if value is not None and value != their.get(name):
            file = file.with_header(name, value)
        elif value is None and name in their:
            file = file.replace_header(_without_field(file.header or theirs, name))
    comments, clean = _three_way(start.comments, ours.comments, theirs.comments)
    if not clean:
        disputed.append(PoConflict(key=_HEADER, base=base, ours=ours, theirs=theirs))
    header = file.header
    return (header.replace(comments=comments) if header is not None else None), disputed


def _without_field(header: PoEntry, name: str) -> PoEntry:
    lines = [line for line in header.msgstr[0].split("\n") if line.partition(":")[0].strip() != name]
    return header.replace(msgstr=("\n".join(lines),))


def _ordered(
    entries: Mapping[EntryKey, PoEntry], theirs: Mapping[EntryKey, PoEntry], ours: Iterable[PoEntry]
) -> Iterable[PoEntry]:
    """Yield theirs in their order, and behind each of them what ours has behind it and theirs has not."""
    behind: dict[EntryKey | None, list[EntryKey]] = {}
    neighbour: EntryKey | None = None
    for entry in ours:
        key = entry.key
        if key not in entries:
            continue
        if key in theirs:
            neighbour = key
        else:
            behind.setdefault(neighbour, []).append(key)
    for key in behind.get(None, ()):
        yield entries[key]
    for key in theirs:
        if key in entries:
            yield entries[key]
            for added in behind.get(key, ()):
                yield entries[added]
