"""The desk's journals: what a person types and does, kept so that a killed session loses nothing.

They lie in the workspace, `.govpub/desk/ARTICLE.TARGET/PERSON.drafts` and `PERSON.steps`, a hidden folder that git is
told to leave alone. Each line is eight hexadecimal digits of a CRC-32, a space, and JSON in UTF-8; lines that are torn
or damaged are left out. A second session of one person in one article takes `PERSON.2`, and so on; what a session left
behind is taken over by the next one that opens.

`.drafts` has a line for each pause in typing, `{"id", "text", "source", "seen"}`, the latest for each segment counts;
one without text says that the draft is done with. It is not synced: what was written survives the death of the process,
and a key press must not wait for a disk. When it has grown by 256 KiB it is written anew, with the drafts that count.

`.steps` has `{"step", "time", "changes"}` before a change is saved, `{"done"}` with the segments after it, `{"undo"}`
and `{"redo"}`. It is synced at the next look at the files, a second later: a power cut in between costs the undoing of
a step, not the step. It only ever grows, by what was done: that is what undoing without limit takes.

Where somebody removes them while a session is open, as `git clean` does, the next look writes them anew, and says so.

Beside them, `PERSON.reserve` holds 64 KiB of the disk. When that is full, the reserve is given up, and the drafts are
written anew each time they have grown by 16 KiB: so typing goes on being kept.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import json
import os
import zlib
from typing import TYPE_CHECKING, Any, TypeAlias

from govpub.workflow import storage
from govpub.workflow.disk import failure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

__all__ = ["FOLDER", "Journal", "Line", "lines_of", "make_folder", "written"]

Line: TypeAlias = dict[str, Any]

FOLDER = ".govpub"
"""The hidden folder of a workspace."""

_HOW = os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC | os.O_NOFOLLOW
"""A link that came with somebody's workspace must not lead our lines elsewhere."""
_BLOCK = 16 * 1024
_MOST_AT_ONCE = 1024 * 1024


def written(line: Line) -> bytes:
    """Return a line as it is written."""
    told = json.dumps(line, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")
    return b"%08x %s\n" % (zlib.crc32(told), told)


def lines_of(content: bytes) -> Iterator[Line]:
    """Yield the lines that are whole."""
    for raw in content.split(b"\n"):
        told = raw[9:]
        if raw[:9] == b"%08x " % zlib.crc32(told):
            with contextlib.suppress(ValueError, RecursionError):
                line = json.loads(told.decode("utf-8", "surrogatepass"))
                if isinstance(line, dict):
                    yield line


def make_folder(folder: Path) -> None:
    """Make a folder of journals where it is missing, but no workspace that is gone, and have git leave it alone.

    Raises:
        OSError, MachineError: it cannot be made.
    """
    hidden = next((parent for parent in folder.parents if parent.name == FOLDER), folder)
    if not hidden.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
    storage.ensure_folder(folder)
    ignore = hidden / ".gitignore"
    if hidden is not folder and not ignore.exists():
        storage.save(storage.Snapshot(ignore, None), b"*\n")


class Journal:
    """One file of lines, to which one process at a time appends."""

    def __init__(self, path: Path) -> None:
        """Name the file; nothing is read or written yet."""
        self.path = path
        self._handle: int | None = None
        self._torn = False
        """Whether the last line lacks its end."""
        self._synced = True

    @property
    def size(self) -> int:
        """Return how many bytes it has; 0 where it is not there."""
        try:
            return self.path.stat().st_size
        except OSError:
            return 0

    def lock(self) -> bool:
        """Keep other sessions off until `close`; False where one has it already.

        Raises:
            OSError: the file cannot be made or opened.
        """
        handle = self._opened()
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.close()
            return False
        except OSError:
            return True  # a file system without locks: two sessions of one person would mix, but lose nothing
        if self._gone(handle):  # its lines were taken over and it was removed before we had the lock
            self.close()
            return self.lock()
        return True

    def read(self) -> tuple[Line, ...]:
        """Return all whole lines; of one that is open and was removed underneath, those that it had.

        Raises:
            MachineError: the file is there and cannot be read.
        """
        if self._handle is None:
            return tuple(lines_of(storage.read(self.path).content or b""))
        try:
            return tuple(lines_of(self._content(self._handle)))
        except OSError as error:
            raise failure(self.path, error) from error

    def last(self) -> Line | None:
        """Return the last line, where it is whole.

        Raises:
            OSError: the file cannot be read.
        """
        handle = self._opened()
        size = os.fstat(handle).st_size
        tail, reach = b"", _BLOCK
        while size and b"\n" not in tail[:-1] and len(tail) < size:
            tail = os.pread(handle, reach, max(size - reach, 0))
            reach *= 4
        return next(lines_of(tail.rstrip(b"\n").rpartition(b"\n")[2]), None)

    def append(self, lines: Iterable[Line]) -> int:
        """Write lines behind the others; return how many bytes that were.

        Raises:
            OSError: the disk is full, or may not be written.
        """
        content = b"".join(map(written, lines))
        self._write(self._opened(), content)
        self._synced = False
        return len(content)

    @property
    def vanished(self) -> bool:
        """Return whether somebody removed the file underneath, as `git clean` does: nothing in it will be found."""
        return self._handle is not None and self._gone(self._handle)

    def begin_anew(self) -> None:
        """Go on in a new, empty file, in a folder that is made where it is gone too.

        Raises:
            OSError, MachineError: it cannot be made.
        """
        self.close()
        make_folder(self.path.parent)
        self._opened()

    def restore(self) -> None:
        """Have the file that was removed underneath again, with all its lines, and other sessions kept off as before.

        Raises:
            OSError, MachineError: it cannot be made; the removed one is read and written as long as this one is open.
        """
        assert self._handle is not None, "only an open file can be removed underneath"
        make_folder(self.path.parent)
        fresh = Journal(self.path)
        if not fresh.lock():
            raise BlockingIOError(errno.EWOULDBLOCK, os.strerror(errno.EWOULDBLOCK))
        size = fresh.size
        try:
            fresh.append(lines_of(self._content(self._handle)))
        except OSError:
            os.truncate(self.path, size)  # lines would be there twice after the next attempt
            fresh.close()
            raise
        self.close()
        self._handle, self._torn, self._synced = fresh._handle, False, False

    def sync(self) -> None:
        """Have what was appended on the disk itself; raises as `append` does."""
        if self._handle is not None and not self._synced:
            os.fsync(self._handle)
            self._synced = True

    def replace(self, lines: Iterable[Line]) -> None:
        """Write the file anew with these lines: whole, or not at all.

        Raises:
            OSError, MachineError: the disk is full, or may not be written; the file is as it was.
        """
        self._opened()  # not what a link leads to
        self.close()
        storage.save(storage.read(self.path), b"".join(map(written, lines)))

    def close(self) -> None:
        """Let go of the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _opened(self) -> int:
        if self._handle is None:
            self._handle = os.open(self.path, _HOW, 0o600)
            size = os.fstat(self._handle).st_size
            self._torn = size > 0 and os.pread(self._handle, 1, size - 1) != b"\n"
        return self._handle

    @staticmethod
    def _content(handle: int) -> bytes:
        parts: list[bytes] = []
        place = 0
        while part := os.pread(handle, _MOST_AT_ONCE, place):
            parts.append(part)
            place += len(part)
        return b"".join(parts)

    def _gone(self, handle: int) -> bool:
        try:
            return not os.path.samestat(os.fstat(handle), self.path.stat())
        except FileNotFoundError:
            return True

    def _write(self, handle: int, content: bytes) -> None:
        left = memoryview(b"\n" + content if self._torn else content)
        self._torn = True
        while left:
            left = left[os.write(handle, left) :]
        self._torn = False
