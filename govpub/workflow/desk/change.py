"""A change of one entry, which can be made on whatever the entry is by now, and taken back in the same way."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TypeAlias

from govpub.catalog.records import records_of
from govpub.catalog.units import translation_of
from govpub.po import PoEntry

__all__ = ["Change", "Part", "Translation", "fingerprint", "made", "part_of"]

Translation: TypeAlias = "tuple[str, bool, str]"
"""A target, whether it is fuzzy, and the previous source that it was made from."""


@dataclass(frozen=True, slots=True)
class Part:
    """What the desk changes of an entry."""

    target: str
    fuzzy: bool = False
    previous: str = ""
    """`#| msgid`; empty where there is none."""
    comments: tuple[str, ...] = ()
    """The translator's comments, with their records."""

    @property
    def translation(self) -> Translation:
        """Return what two people must not both change."""
        return (self.target, self.fuzzy, self.previous)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a person did to one segment's entry."""

    id: str
    source: str
    """The segment's text then."""
    before: Part
    """As the person saw it."""
    after: Part

    def reversed(self) -> Change:
        """Return the change that takes this one back."""
        return Change(id=self.id, source=self.source, before=self.after, after=self.before)


def part_of(entry: PoEntry) -> Part:
    """Return what the desk may change of an entry."""
    return Part(translation_of(entry), entry.fuzzy, entry.previous_msgid or "", entry.comments)


def fingerprint(part: Part) -> str:
    """Return ten hexadecimal digits that tell this translation from others; comments do not count."""
    told = "\0".join((part.target, "fuzzy" if part.fuzzy else "", part.previous))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def made(entry: PoEntry, change: Change, *, strict: bool = False) -> PoEntry | None:
    """Return the entry, as it is by now, with the change made; None where somebody else changed the same.

    A change of comments is made line by line, so that two people's notes are both kept. One of the translation, or a
    review of it, is made only where the translation is still what the person saw, or is already as the person wanted
    it. `strict` is for taking something back: then a confirmation or review by somebody else since is in the way, too.
    """
    now, before, after = part_of(entry), change.before, change.after
    if before.translation == after.translation:
        reviewing = bool(_reviews(after, change.source) - _reviews(before, change.source))
        return None if reviewing and now.translation != before.translation else _commented(entry, before, after)
    if now.translation == after.translation:
        reviews = _reviews(after, change.source)
        return _commented(entry, before, Part(after.target, comments=tuple(reviews)))
    if now.translation != before.translation or (strict and _signed(now) != _signed(before)):
        return None
    flags = tuple(flag for flag in entry.flags if flag != "fuzzy")
    renewed = entry.replace(
        msgstr=(after.target, *entry.msgstr[1:]),
        flags=("fuzzy", *flags) if after.fuzzy else flags,
        previous_msgid=after.previous or None,
    )
    return _commented(renewed, before, after)


def _commented(entry: PoEntry, before: Part, after: Part) -> PoEntry:
    if entry.comments == before.comments:
        return entry.replace(comments=after.comments)
    gone = _without(before.comments, after.comments)
    new = _without(after.comments, before.comments)
    kept = _without(entry.comments, gone)
    return entry.replace(comments=(*kept, *_without(new, kept)))


def _without(lines: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """Return `lines` without `others`, each of which takes away one."""
    left = Counter(others)
    kept: list[str] = []
    for line in lines:
        if left[line]:
            left[line] -= 1
        else:
            kept.append(line)
    return tuple(kept)


def _signed(part: Part) -> tuple[object, ...]:
    records = records_of(PoEntry(msgid="", comments=part.comments))
    return (records.translator, records.reviewer or records.lapsed, records.origin)


def _reviews(part: Part, source: str) -> frozenset[str]:
    """Return the comments that record a review of this very translation."""
    return frozenset(
        line
        for line in part.comments
        if records_of(PoEntry(msgid=source, msgstr=(part.target,), comments=(line,))).reviewer is not None
    )
