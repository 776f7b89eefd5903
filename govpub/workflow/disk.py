"""What every writer needs: to sweep up after killed ones, to have a folder on disk, to say what the machine refused."""

from __future__ import annotations

import errno
import os
import shutil
from typing import TYPE_CHECKING

from govpub.errors import GovpubError, MachineError, Position, UsageError
from govpub.messages import _

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["failure", "sweep", "sync_folder"]


def sweep(folder: Path, name: str) -> None:
    """Remove what killed writers of this file left; the caller holds the lock, so none of them is alive."""
    for left in folder.glob(f".{_literal(name)}.*.tmp"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _literal(name: str) -> str:
    return "".join(f"[{character}]" if character in "*?[" else character for character in name)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, as they are now."""
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
