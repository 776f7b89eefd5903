"""What is being typed and not confirmed, kept from one session to the next."""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from govpub.workflow.desk.journal import Journal, Line

__all__ = ["Draft", "Drafts"]

_SLACK = 256 * 1024
"""Bytes that the journal may grow before it is written anew: when a draft is done with, and nobody types."""
_MOST = 16 * _SLACK
"""Bytes that it may grow at most."""
RESERVE = 64 * 1024
"""Bytes of the disk that are held for the day when it is full."""
_SCARCE = RESERVE // 4
"""Bytes that the journal may grow on a full disk."""
_FULL = (errno.ENOSPC, errno.EDQUOT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text that was typed for a segment."""

    id: str
    text: str
    source: str
    """The segment's text then."""
    seen: str
    """The fingerprint of the translation that stood there when the person began."""


class Drafts:
    """The drafts of one person in one article."""

    def __init__(self, journal: Journal, lines: Iterable[Line] = (), reserve: Path | None = None) -> None:
        """Go on from the lines that earlier sessions left; `reserve` is a file that holds some of the disk."""
        self._journal = journal
        self._kept = _kept(lines)
        self._unwritten: dict[str, Draft | None] = {}
        self._grown = journal.size
        self._most = _MOST
        self._reserve = reserve

    @property
    def path(self) -> Path:
        """Return where they are kept."""
        return self._journal.path

    @property
    def kept(self) -> Mapping[str, Draft]:
        """Return the drafts by segment, in the order in which they were begun."""
        return self._kept

    @property
    def unwritten(self) -> Mapping[str, Draft]:
        """Return those that are in memory only, because they could not be written."""
        return {id_: draft for id_, draft in self._unwritten.items() if draft is not None}

    def keep(self, draft: Draft) -> None:
        """Keep a draft in place of the segment's last one.

        Raises:
            OSError: it could not be written; it is kept in memory, and written with the next one.
        """
        if self._kept.get(draft.id) != draft or self._unwritten:
            self._kept[draft.id] = draft
            self._write({draft.id: draft})

    def drop(self, id_: str) -> None:
        """Have no draft of a segment any more; raises as `keep` does."""
        if self._kept.pop(id_, None) is not None:
            self._write({id_: None})
            if self._grown >= _SLACK:
                self.compact()

    def adopt(self, lines: Iterable[Line]) -> None:
        """Take over what a session left that was open beside this one; raises as `keep` does."""
        for draft in _kept(lines).values():
            self.keep(draft)

    @property
    def missing(self) -> bool:
        """Return whether there are drafts, and no journal has them: somebody removed it, or it was never written."""
        return bool(self._kept) and not self._journal.size

    def restore(self) -> None:
        """Write the drafts that no journal has; raises as `keep` does."""
        self._journal.begin_anew()
        self._unwritten |= self._kept
        self._write({})
        self.hold_reserve()

    def compact(self) -> None:
        """Write the journal anew with what counts.

        Raises:
            MachineError: it could not be written; it is as it was.
        """
        self._journal.replace(map(_line, self._kept.values()))
        self._unwritten.clear()
        self._grown = 0

    def hold_reserve(self) -> None:
        """Hold some of the disk for later, where that can be done."""
        if self._reserve is not None and not self._reserve.exists():
            with contextlib.suppress(OSError):
                # Exclusively: a link that came with somebody's workspace must not lead it elsewhere.
                handle = os.open(self._reserve, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
                try:
                    os.posix_fallocate(handle, 0, RESERVE)
                except OSError:
                    self._reserve.unlink()  # an empty one would be taken for a reserve from then on
                    raise
                finally:
                    os.close(handle)

    def _write(self, news: dict[str, Draft | None]) -> None:
        self._unwritten |= news
        if self._journal.vanished:
            self._journal.begin_anew()
            self._unwritten |= self._kept
        lines = [_line(draft) if draft is not None else {"id": id_} for id_, draft in self._unwritten.items()]
        try:
            self._grown += self._journal.append(lines)
        except OSError as error:
            if error.errno not in _FULL or self._reserve is None:
                raise
            self._reserve.unlink(missing_ok=True)
            self._most = _SCARCE
            self.compact()
            return
        self._unwritten.clear()
        if self._grown >= self._most:
            self.compact()


def _line(draft: Draft) -> Line:
    return {"id": draft.id, "text": draft.text, "source": draft.source, "seen": draft.seen}


def _kept(lines: Iterable[Line]) -> dict[str, Draft]:
    kept: dict[str, Draft] = {}
    for line in lines:
        told = [line.get(key) for key in ("id", "text", "source", "seen")]
        match told:
            case [str(id_), str(text), str(source), str(seen)]:
                kept[id_] = Draft(id=id_, text=text, source=source, seen=seen)
            case [str(id_), None, None, None]:
                kept.pop(id_, None)
            case _:
                pass  # of another version of govpub
    return kept
