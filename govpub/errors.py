"""What can go wrong, said once: what happened, where, and what to do next.

    GovpubError                 the base; never raised itself
    ├── InputError              bad input or usage            exit status 2
    │   ├── ArticleError        in a canonical article
    │   ├── CatalogError        in a PO catalog
    │   ├── GlossaryError       in a glossary
    │   ├── ProjectError        in govpub.toml or the workspace's folders
    │   ├── ImportedPageError   in a page that is to be imported
    │   ├── TmxError            in a TMX file
    │   ├── MemoryFileError     in a translation memory's file
    │   ├── ConflictError       a file changed under our hands
    │   └── UsageError          in what was typed on the command line
    ├── RefusedError            a release that may not go out  exit status 1
    └── MachineError            disk, permission, memory       exit status 3
        └── ServiceError        a service on the network cannot be reached, or does not answer as it must

Messages are in the user's language already: they come through `govpub.messages`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "ArticleError",
    "CatalogError",
    "ConflictError",
    "GlossaryError",
    "GovpubError",
    "ImportedPageError",
    "InputError",
    "MachineError",
    "MemoryFileError",
    "Position",
    "ProjectError",
    "RefusedError",
    "ServiceError",
    "TmxError",
    "UsageError",
]


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a file, as editors and compilers write it: `path:line:column`."""

    path: Path | None = None
    """The file as the user named it; None for text that has no file."""
    line: int | None = None
    """Counted from 1."""
    column: int | None = None
    """Counted from 1, in characters (code points)."""

    def __str__(self) -> str:
        """Return `path:line:column`, as much of it as is known."""
        parts = [self.path.as_posix() if self.path is not None else "", self.line, self.column]
        return ":".join(str(part) for part in parts if part)


class GovpubError(Exception):
    """A failure that a person can do something about; never a fault in govpub itself."""

    exit_status: ClassVar[int] = 2
    """What the process returns when this error ends it."""

    def __init__(self, message: str, *, at: Position | None = None, hint: str = "") -> None:
        """Say what happened (`message`), where (`at`), and the way out (`hint`)."""
        super().__init__(message)
        self.message = message
        self.at = at
        self.hint = hint

    def __str__(self) -> str:
        """Return `place: message (hint)` in one line."""
        place = str(self.at) if self.at is not None else ""
        head = f"{place}: {self.message}" if place else self.message
        return f"{head} ({self.hint})" if self.hint else head


class InputError(GovpubError):
    """Something given to govpub cannot be used as it is."""


class ArticleError(InputError):
    """A canonical article breaks its format."""


class CatalogError(InputError):
    """A PO catalog cannot be read, or contradicts its article."""


class GlossaryError(InputError):
    """A glossary cannot be read, or a change to it is not allowed."""


class ProjectError(InputError):
    """govpub.toml or the folders of a workspace are not as they must be."""


class ImportedPageError(InputError):
    """A page that is to be imported has no article in it."""


class TmxError(InputError):
    """A TMX file is not well-formed, not TMX, or not to be trusted."""


class MemoryFileError(InputError):
    """A translation memory's file is another kind of file, a newer govpub's, or damaged."""


class ConflictError(InputError):
    """Someone else changed a file since it was read, in a way that cannot be merged."""


class UsageError(InputError):
    """The command line asks for something that does not exist or does not fit together."""


class RefusedError(GovpubError):
    """The input is sound, but a rule of publishing forbids the release."""

    exit_status = 1


class MachineError(GovpubError):
    """The machine failed: full disk, missing permission, a file locked by someone else."""

    exit_status = 3


class ServiceError(MachineError):
    """A service on the network cannot be reached, refuses, or does not answer as it must."""
