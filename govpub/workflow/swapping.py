"""A release is a folder that is swapped in whole: readers see the old one or the new one, never half of either."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from govpub.errors import Position, UsageError
from govpub.messages import _
from govpub.workflow.disk import failure, sweep, sync_folder
from govpub.workflow.locking import locked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

__all__ = ["swap_folder"]


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
        with locked(parent):
            sweep(parent, folder.name)
            if old.exists() and not folder.exists():
                old.rename(folder)  # a run was killed between the two renames below
            elif old.exists():
                shutil.rmtree(old)  # a run was killed after them
            _refuse_foreign(folder, may_replace)
            staged = _staged(folder, files)
            if folder.exists():
                folder.rename(old)
            staged.rename(folder)
            sync_folder(parent)
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
        sync_folder(staged)
    except OSError:
        shutil.rmtree(staged, ignore_errors=True)
        raise
    return staged
