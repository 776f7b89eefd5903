"""Reading and saving files so that nothing a person wrote is ever lost.

A save is: lock the folder, read the file again and compare it with what was read before, write a temporary file
beside it, fsync, rename, fsync the folder; only then is it saved. Killed at any point, the file is wholly old or
wholly new. A release is a folder that is swapped in whole.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import os
import shutil
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, TypeVar

from govpub.errors import ConflictError, GovpubError, InputError, MachineError, Position, UsageError
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from io import BufferedReader

__all__ = [
    "Merge",
    "Snapshot",
    "create",
    "create_in_parts",
    "decoded",
    "ensure_folder",
    "failure",
    "read",
    "read_at_most",
    "read_text",
    "reading",
    "save",
    "swap_folder",
]

Merge: TypeAlias = "Callable[[bytes, bytes, bytes], bytes]"
"""From what was read (base), what we would write (ours) and what stands there now (theirs) to what to write."""

Made = TypeVar("Made")

LOCK_PATIENCE = 30.0
"""Seconds to wait for another writer before giving up."""
_POLL = 0.01
LOCK_FILE = ".govpub.lock"
_NO_FOLDER_LOCKS = (errno.EBADF, errno.ENOLCK, errno.EOPNOTSUPP, errno.EINVAL)


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
        with _locked(path.parent):
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
        with _locked(path.parent):
            _sweep(path.parent, path.name)
            handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            made = write(file)
            file.flush()
            os.fchmod(file.fileno(), _mode(path))
            os.fsync(file.fileno())
        with _locked(path.parent):
            _require_new(path)
            temporary.replace(path)
            _sync_folder(path.parent)
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


def swap_folder(folder: Path, files: Mapping[str, bytes], may_replace: Callable[[Path], bool]) -> None:
    """Put a folder with just these files in the place of `folder`: wholly, or not at all.

    `may_replace` is asked, under the lock, whether the folder that stands there may go. `folder.parent` is made
    where it is missing. Names in `files` are plain file names.

    Raises:
        UsageError: what stands there may not be replaced.
        MachineError: the disk or its permissions did not allow it; what was there is as it was.
    """
    parent = folder.parent
    old = parent / f".{folder.name}.old"
    staged: Path | None = None
    try:
        parent.mkdir(parents=True, exist_ok=True)
        with _locked(parent):
            _sweep(parent, folder.name)
            if old.exists() and not folder.exists():
                old.rename(folder)  # a run was killed between the two renames below
            elif old.exists():
                shutil.rmtree(old)  # a run was killed after them
            _refuse_foreign(folder, may_replace)
            staged = _staged(folder, files)
            if folder.exists():
                folder.rename(old)
            staged.rename(folder)
            _sync_folder(parent)
            shutil.rmtree(old, ignore_errors=True)
    except OSError as error:
        if staged is not None:
            shutil.rmtree(staged, ignore_errors=True)
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise failure(folder, error) from error


def _refuse_foreign(folder: Path, may_replace: Callable[[Path], bool]) -> None:
    if folder.is_symlink():
        raise UsageError(_("this is a link; a release folder must be a folder"), at=Position(folder))
    if folder.exists() and not (folder.is_dir() and may_replace(folder)):
        raise UsageError(
            _("this folder holds something that govpub did not make"),
            at=Position(folder),
            hint=_("move it away, or choose another folder with --out"),
        )


def _staged(folder: Path, files: Mapping[str, bytes]) -> Path:
    staged = folder.parent / f".{folder.name}.{os.getpid()}.tmp"
    staged.mkdir()
    try:
        for name, content in files.items():
            with (staged / name).open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        _sync_folder(staged)
    except OSError:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return staged


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


@contextlib.contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold the folder against other writers of govpub; a killed process lets go by itself."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            _lock(handle, folder)
        except OSError as error:
            if error.errno not in _NO_FOLDER_LOCKS:
                raise
            # Network file systems lock files only: there a small file stays behind.
            os.close(handle)
            handle = os.open(folder / LOCK_FILE, os.O_RDWR | os.O_CREAT, 0o666)
            _lock(handle, folder)
        yield
    finally:
        os.close(handle)


def _lock(handle: int, folder: Path) -> None:
    deadline = time.monotonic() + LOCK_PATIENCE
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise MachineError(
                    _("another govpub is writing here and does not finish"),
                    at=Position(folder),
                    hint=_("wait, or end the other program"),
                ) from error
            time.sleep(_POLL)
        else:
            return


def _replace(path: Path, content: bytes) -> None:
    _sweep(path.parent, path.name)
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
    _sync_folder(path.parent)


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _sweep(folder: Path, name: str) -> None:
    """Remove what killed writers of this file left; the caller holds the lock, so none of them is alive."""
    for left in folder.glob(f".{_literal(name)}.*.tmp"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def failure(path: Path, error: OSError | ValueError) -> GovpubError:
    """Return what the machine's refusal means to a person, and what to do about it."""
    if not isinstance(error, OSError) or error.errno == errno.ENAMETOOLONG:  # a NUL in the name, or too much of it
        return UsageError(_("this cannot be the name of a file"), at=Position(path))
    if error.errno in (errno.EEXIST, errno.ENOTDIR):
        hint = _("choose another folder, or move the file away")
        return UsageError(_("there is a file where a folder is wanted"), at=Position(path), hint=hint)
    hints = {
        errno.ENOSPC: _("the disk is full: make room and run the command again"),
        errno.EDQUOT: _("your quota is used up: make room and run the command again"),
        errno.EACCES: _("you may not read or write here: check the permissions of the file and its folder"),
        errno.EPERM: _("you may not read or write here: check the permissions of the file and its folder"),
        errno.EROFS: _("this disk is read-only: work on a copy"),
    }
    reason = error.strerror or str(error)
    hint = hints.get(error.errno or 0, _("nothing was changed"))
    return MachineError(_("the machine refused: {reason}").format(reason=reason), at=Position(path), hint=hint)
