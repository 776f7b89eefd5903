"""Records: who did what to an entry, in its translator comments, where every tool that knows PO keeps them.

    # govpub: translated 2026-11-23T09:30:00+08:00 by Li Hua
    # govpub: origin memory 100 -- flood-drill
    # govpub: reviewed 2026-11-23T10:00:00+08:00 by Wang Fang of 3f2a9c41d0
    # govpub: note 2026-11-23T10:00:00+08:00 by Li Hua -- please check the office's name

`of` are ten hexadecimal digits of a SHA-256 over source and target with NUL between them: whatever tool changes one of
them, the review is of another text, and holds no longer. A line that is malformed records nothing. Of several records
of one kind, as a merge may leave them, the latest counts.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from govpub.model.segment import Signature

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from govpub.po import PoEntry

__all__ = [
    "NO_RECORDS",
    "Note",
    "Records",
    "is_record",
    "name_of",
    "one_line",
    "records_of",
    "signed_review",
    "signed_translation",
    "with_note",
    "with_origin",
    "without_note",
    "without_review",
]

MARK = "govpub:"
_WORDS = ("translated", "origin", "reviewed", "note")
_RECORD = re.compile(rf"\s*+{MARK}\s*+({'|'.join(_WORDS)})(?!\S)\s*+(.*+)", re.DOTALL)
_SIGNED = re.compile(r"(\S++) by (.++)", re.DOTALL)
_OF = re.compile(r"(.+) of ([0-9a-f]{10})", re.DOTALL)
_DASHES = re.compile(r"(?:^|(?<= ))-{2,}(?=$| )")
_SEPARATOR = " -- "
_NAMELESS = "?"
_LONGEST_NAME = 80
_WRAPPED_AT = 78
"""Columns at which polib and others wrap comments."""
_JOINERS = "\u200c\u200d"
"""Unseen themselves, they change how their neighbours look."""
_MOST_LINES = 6
"""Into more lines no tool wraps a review."""


@dataclass(frozen=True, slots=True)
class Note:
    """What one person tells the next about an entry."""

    signature: Signature
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """What an entry's comments say of its making."""

    translator: Signature | None = None
    """Who confirmed the translation last."""
    reviewer: Signature | None = None
    """Who reviewed this very source and target; None where the entry is fuzzy or not translated."""
    lapsed: Signature | None = None
    """Who reviewed it before it changed; None where the review holds, or there was none."""
    origin: str = ""
    """Where the text came from, as `memory 100 -- flood-drill`; empty where a person typed it."""
    notes: tuple[Note, ...] = ()
    """In file order."""


NO_RECORDS = Records()


def records_of(entry: PoEntry) -> Records:
    """Return what the entry's comments record; never raises, whatever they say."""
    if not entry.comments:
        return NO_RECORDS
    comments = entry.comments
    if not any(map(is_record, comments)):
        return NO_RECORDS
    translators = [_signature(text) for text in _texts(comments, "translated")]
    reviews = [review for text in _texts(comments, "reviewed") if (review := _review(text)) is not None]
    digest = _digest(entry)
    fitting = [signature for signature, of in reviews if of == digest]
    holds = bool(fitting) and not entry.fuzzy and bool("".join(entry.msgstr).strip())
    origins = list(_texts(comments, "origin"))
    return Records(
        translator=_latest(one for one in translators if one is not None),
        reviewer=_latest(fitting) if holds else None,
        lapsed=None if holds else _latest(signature for signature, _of in reviews),
        origin=one_line(origins[-1]) if origins else "",
        notes=tuple(note for _place, note in _notes(comments)),
    )


def is_record(comment: str) -> bool:
    """Return whether a comment is a record, well-formed or not."""
    return _RECORD.match(comment) is not None


def signed_translation(entry: PoEntry, signature: Signature, origin: str = "") -> PoEntry:
    """Return the entry with its translation confirmed: older records of that, of a review and of an origin go.

    `origin` is where the text came from that the person accepted as it was.
    """
    kept = _without(entry.comments, "translated", "origin", "reviewed")
    signed = entry.replace(comments=(*kept, f"{MARK} translated {_signed(signature)}"))
    return with_origin(signed, origin) if one_line(origin) else signed


def signed_review(entry: PoEntry, signature: Signature) -> PoEntry:
    """Return the entry with a review of the source and target that it has now, in place of older reviews."""
    kept = _without(entry.comments, "reviewed")
    return entry.replace(comments=(*kept, f"{MARK} reviewed {_signed(signature)} of {_digest(entry)}"))


def without_review(entry: PoEntry) -> PoEntry:
    """Return the entry without any review."""
    return entry.replace(comments=_without(entry.comments, "reviewed"))


def with_origin(entry: PoEntry, origin: str) -> PoEntry:
    """Return the entry with this origin in place of older ones; with none where it is empty."""
    kept, said = _without(entry.comments, "origin"), one_line(origin)
    return entry.replace(comments=(*kept, f"{MARK} origin {said}") if said else kept)


def with_note(entry: PoEntry, signature: Signature, text: str) -> PoEntry:
    """Return the entry with one more note, on one line; itself where the note is empty."""
    said = one_line(text)
    if not said:
        return entry
    return entry.replace(comments=(*entry.comments, f"{MARK} note {_signed(signature)}{_SEPARATOR}{said}"))


def without_note(entry: PoEntry, number: int) -> PoEntry:
    """Return the entry without this one of its `records_of(entry).notes`, counted from 0.

    Where another tool has wrapped the note, the further lines stay, as comments: they may be a person's own.
    """
    places = [place for place, _note in _notes(entry.comments)]
    gone = places[number] if number < len(places) else None
    return entry.replace(comments=tuple(line for place, line in enumerate(entry.comments) if place != gone))


def name_of(text: str) -> str:
    """Return a person's name as it can stand in a record: one line of at most 80 characters, without ` -- `."""
    return one_line(_DASHES.sub(" ", one_line(text)))[:_LONGEST_NAME].rstrip()


def one_line(text: str) -> str:
    """Return a text on one line, without characters that cannot be seen, single spaces for all white space."""
    seen = (character for character in text if character.isspace() or not _unseen(character))
    return " ".join("".join(seen).split())


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs") and character not in _JOINERS


def _signed(signature: Signature) -> str:
    assert signature.time.utcoffset() is not None, "a signature's time has a zone"
    return f"{signature.time.isoformat(timespec='seconds')} by {name_of(signature.name) or _NAMELESS}"


def _digest(entry: PoEntry) -> str:
    text = "\0".join((entry.msgid, *entry.msgstr))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:10]


def _texts(comments: tuple[str, ...], wanted: str) -> Iterator[str]:
    """Yield what stands behind the word of each record of one kind, a review in one line however it was wrapped."""
    for place, comment in enumerate(comments):
        match = _RECORD.match(comment)
        if match is not None and match[1] == wanted:
            count = _lines_of_review(comments, place) if wanted == "reviewed" else 1
            yield " ".join((match[2], *comments[place + 1 : place + count])).strip()


def _notes(comments: tuple[str, ...]) -> Iterator[tuple[int, Note]]:
    """Yield each note with the place of its first line."""
    for place, comment in enumerate(comments):
        match = _RECORD.match(comment)
        if match is not None and match[1] == "note":
            # A tool that wraps at the dashes takes the space behind them away.
            head, dashes, said = f"{_joined_note(match[2], comments, place)} ".partition(_SEPARATOR)
            signature = _signature(head) if dashes else None
            if signature is not None:
                yield place, Note(signature, said.strip())


def _lines_of_review(comments: tuple[str, ...], place: int) -> int:
    """Return over how many lines a review goes: until it is whole, if that is ever; else one."""
    text = comments[place]
    for count, more in enumerate((*comments[place + 1 : place + _MOST_LINES], ""), start=1):
        if _OF.fullmatch(text.rstrip()):
            return count
        if MARK in more:
            break
        text = f"{text} {more}"
    return 1


def _joined_note(text: str, comments: tuple[str, ...], place: int) -> str:
    parts = [text.rstrip()]
    for number in range(place + 1, len(comments)):
        more = comments[number]
        if MARK in more or not _wrapped(comments[number - 1], more):
            break
        parts.append(more.strip())
    return " ".join(parts)


def _wrapped(line: str, more: str) -> bool:
    """Return whether a tool that wraps comments may have parted these two lines."""
    whole = f"# {line.rstrip()}"
    fits = len(whole) <= _WRAPPED_AT or " " not in line.strip()
    return bool(more.strip()) and fits and len(f"{whole} {more.split(maxsplit=1)[0]}") > _WRAPPED_AT


def _without(comments: tuple[str, ...], *words: str) -> tuple[str, ...]:
    kept: list[str] = []
    skipped = 0
    for place, comment in enumerate(comments):
        match = _RECORD.match(comment)
        if skipped:
            skipped -= 1
        elif match is None or match[1] not in words:
            kept.append(comment)
        elif match[1] == "reviewed":
            skipped = _lines_of_review(comments, place) - 1
    return tuple(kept)


def _signature(text: str) -> Signature | None:
    match = _SIGNED.fullmatch(text.strip())
    if match is None:
        return None
    try:
        time = datetime.fromisoformat(match[1])
    except ValueError:
        return None
    name = one_line(match[2])
    return Signature(name, time) if name and time.utcoffset() is not None else None


def _review(text: str) -> tuple[Signature, str] | None:
    match = _OF.fullmatch(text.strip())
    signature = _signature(match[1]) if match is not None else None
    return (signature, match[2]) if match is not None and signature is not None else None


def _latest(signatures: Iterable[Signature]) -> Signature | None:
    return max(signatures, key=lambda signature: signature.time, default=None)
