"""Who works here: the name under which translations, reviews and notes are recorded."""

from __future__ import annotations

import getpass
import os
import subprocess
from typing import TYPE_CHECKING

from govpub.catalog.records import name_of
from govpub.errors import UsageError
from govpub.messages import _

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["VARIABLE", "person_of"]

VARIABLE = "GOVPUB_TRANSLATOR"
_PATIENCE = 5.0
"""Seconds that git may take to read its settings."""


def person_of(place: Path) -> str:
    """Return the name of the person at work: GOVPUB_TRANSLATOR, else git's user.name at `place`, else the login's.

    The name is on one line and fit for a record (`govpub.catalog.records.name_of`). `place` is a file or folder.

    Raises:
        UsageError: there is no name anywhere.
    """
    for source in (_from_environment, _from_git, _from_login):
        name = name_of(source(place))
        if name:
            return name
    raise UsageError(
        _("nobody knows who you are, and reviews are recorded by name"),
        hint=_('set it once: git config --global user.name "Your Name" (or the variable {variable})').format(
            variable=VARIABLE
        ),
    )


def _from_environment(_place: Path) -> str:
    return os.environ.get(VARIABLE, "")


def _from_git(place: Path) -> str:
    folder = place if place.is_dir() else place.parent
    try:
        done = subprocess.run(
            ["git", "config", "--get", "user.name"],  # noqa: S607  the user's own git, by their own PATH
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""


def _from_login(_place: Path) -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a process whose user has no entry
        return ""
