"""What SQLite reports, as errors that say what to do next."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from govpub.errors import GovpubError, InputError, MachineError, MemoryFileError, Position
from govpub.messages import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

__all__ = ["damage", "failures"]

_PRIMARY = 0xFF
"""An extended result code has the primary one in its low byte (sqlite.org/rescode.html)."""


@contextmanager
def failures(path: Path) -> Iterator[None]:
    """Turn SQLite's errors about this file into ours."""
    try:
        yield
    except sqlite3.Error as error:
        raise _failure(path, error) from error
    except UnicodeEncodeError as error:
        raise _half_character(error) from error


@contextmanager
def damage(path: Path) -> Iterator[None]:
    """Turn what a damaged file has us read (text in the place of numbers, no text at all) into our error."""
    try:
        yield
    except UnicodeEncodeError:
        raise
    except (ValueError, TypeError, OverflowError, LookupError, OSError) as error:
        raise _damaged(path) from error


def _half_character(error: UnicodeEncodeError) -> InputError:
    """Return the error of a text that no file in UTF-8 can hold."""
    shown = error.object[max(0, error.start - 20) : error.end].encode("ascii", "backslashreplace").decode()
    return InputError(
        _("this text has half of a character (a lone surrogate) in it: {text}").format(text=shown),
        hint=_("type the text again"),
    )


def _failure(path: Path, error: sqlite3.Error) -> GovpubError:
    at = Position(path)
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            message = _("another program holds the translation memory and does not let go")
            return MachineError(message, at=at, hint=_("wait, or end the other program"))
        case sqlite3.SQLITE_FULL:
            message = _("the disk is full; the translation memory keeps what it has")
            return MachineError(message, at=at, hint=_("make room and run the command again"))
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            message = _("the translation memory cannot be opened or written")
            return MachineError(message, at=at, hint=_("check the permissions of the file and its folder"))
        case sqlite3.SQLITE_NOTADB:
            message = _("this is not a translation memory")
            return MemoryFileError(message, at=at, hint=_("name another file under [paths] memory in govpub.toml"))
        case sqlite3.SQLITE_CORRUPT:
            return _damaged(path)
        case _:
            message = _("the translation memory failed: {reason}").format(reason=error)
            return MachineError(message, at=at, hint=_("what was stored before is kept; run the command again"))


def _damaged(path: Path) -> MemoryFileError:
    hint = _("put a copy of the file back, or remove it and import its TMX again")
    return MemoryFileError(_("the translation memory is damaged"), at=Position(path), hint=hint)
