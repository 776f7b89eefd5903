"""Reading and saving files so that nothing a person wrote is ever lost.

A save is: lock the folder, read the file again and compare it with what was read before, write a temporary file
beside it, fsync, rename, fsync the folder; only then is it saved. Killed at any point, the file is wholly old or
wholly new.
"""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, TypeVar

from govpub.errors import ConflictError, InputError, Position, UsageError
from govpub.messages import _
from govpub.workflow.disk import failure, sweep, sync_folder
from govpub.workflow.locking import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader

__all__ = [
    "Merge",
    "Snapshot",
    "create",
    "create_in_parts",
    "decoded",
    "ensure_folder",
    "read",
    "read_at_most",
    "read_text",
    "reading",
    "save",
]

Merge: TypeAlias = "Callable[[bytes, bytes, bytes], bytes]"
"""From what was read (base), what we would write (ours) and what stands there now (theirs) to what to write."""

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A file as it was read."""

    path: Path
    content: bytes | None
    """None: there was no such file."""


def read(path: Path) -> Snapshot:
    """Return the file's content now.

    Raises:
        MachineError: it is there but cannot be read.
    """
    try:
        return Snapshot(path, path.read_bytes())
    except FileNotFoundError:
        return Snapshot(path, None)
    except NotADirectoryError:
        return Snapshot(path, None)
    except IsADirectoryError as error:
        raise InputError(_("this is a folder, not a file"), at=Position(path)) from error
    except (OSError, ValueError) as error:
        raise failure(path, error) from error


def decoded(snapshot: Snapshot) -> str:
    """Return the text of a file in UTF-8; a byte order mark stays, for formats that keep it.

    Raises:
        InputError: there is no such file, or it is not UTF-8; with line and column of the first bad byte.
    """
    if snapshot.content is None:
        raise InputError(_("there is no such file"), at=Position(snapshot.path), hint=_("check the name"))
    try:
        return snapshot.content.decode()
    except UnicodeDecodeError as error:
        good = snapshot.content[: error.start].decode()
        at = Position(snapshot.path, good.count("\n") + 1, len(good) - good.rfind("\n"))
        raise InputError(_("this file is not UTF-8"), at=at, hint=_("save it again in UTF-8")) from error


def read_text(path: Path) -> str:
    """Return the text of a file; see `read` and `decoded`."""
    return decoded(read(path))


def read_at_most(path: Path, count: int) -> bytes:
    """Return the first `count` bytes of a file that must be there.

    Raises:
        MachineError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(count)
    except OSError as error:
        raise failure(path, error) from error


@contextlib.contextmanager
def reading(path: Path) -> Iterator[BufferedReader]:
    """Open a file that must be there, to be read part by part.

    Raises:
        InputError: there is no such file, or it is a folder.
        MachineError: it cannot be opened, or not be read to its end.
    """
    try:
        file = path.open("rb")
    except (FileNotFoundError, NotADirectoryError) as error:
        raise InputError(_("there is no such file"), at=Position(path), hint=_("check the name")) from error
    except IsADirectoryError as error:
        raise InputError(_("this is a folder, not a file"), at=Position(path)) from error
    except (OSError, ValueError) as error:
        raise failure(path, error) from error
    with file:
        try:
            yield file
        except OSError as error:
            raise failure(path, error) from error


def save(snapshot: Snapshot, new: bytes, merge: Merge | None = None) -> bytes:
    """Replace the file that was read by `new`, and return what stands there now.

    If someone changed the file since it was read, `merge` makes one content of three; without it, or where it
    cannot, nothing is written.

    Raises:
        ConflictError: the file changed and cannot be merged.
        MachineError: the disk or its permissions did not allow it; the file is as it was.
    """
    try:
        path = _behind_links(snapshot.path)
        with locked(path.parent):
            theirs = read(path).content
            if theirs != snapshot.content:
                new = _merged(snapshot, new, theirs, merge)
            if new != theirs:
                _require_writable(path, theirs)
                _replace(path, new)
    except OSError as error:
        raise failure(snapshot.path, error) from error
    return new


def create(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet, with the folders above it.

    Raises:
        UsageError: it exists.
        MachineError: it cannot be written.
    """
    _require_new(path)
    ensure_folder(path.parent)
    save(Snapshot(path, None), content)


def create_in_parts(path: Path, write: Callable[[BinaryIO], Made]) -> Made:
    """Have `write` fill a file that must not exist yet, with the folders above it, and return what it returns.

    The file has its name once all of it is on the disk. Others may write in the folder meanwhile.

    Raises:
        UsageError: it exists.
        MachineError: it cannot be written.
    """
    _require_new(path)
    ensure_folder(path.parent)
    temporary: Path | None = None
    try:
        with locked(path.parent):
            sweep(path.parent, path.name)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            made = write(file)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
        with locked(path.parent):
            _require_new(path)
            temporary.replace(path)
            sync_folder(path.parent)
    except OSError as error:
        raise failure(path, error) from error
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
    return made


def _require_new(path: Path) -> None:
    if path.exists() or path.is_symlink():
        raise UsageError(_("this file exists already"), at=Position(path), hint=_("choose another name, or remove it"))


def ensure_folder(folder: Path) -> None:
    """Make a folder, and those above it, where they are missing.

    Raises:
        MachineError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise failure(folder, error) from error


def _merged(snapshot: Snapshot, ours: bytes, theirs: bytes | None, merge: Merge | None) -> bytes:
    if theirs == ours:
        return ours
    if merge is None or theirs is None:
        raise ConflictError(
            _("someone else changed this file while govpub worked on it; nothing was written"),
            at=Position(snapshot.path),
            hint=_("run the command again"),
        )
    return merge(snapshot.content or b"", ours, theirs)


def _require_writable(path: Path, content: bytes | None) -> None:
    # A rename asks for no right to the file itself; whoever took that right away meant it.
    if content is not None and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _behind_links(path: Path) -> Path:
    # A rename would replace a link by a file; the file behind it is what the user means.
    return path.resolve() if path.is_symlink() else path


def _replace(path: Path, content: bytes) -> None:
    sweep(path.parent, path.name)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    sync_folder(path.parent)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
