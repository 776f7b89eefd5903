"""`govpub theme new`: the files of an office's own theme."""

from __future__ import annotations

from importlib import resources
from typing import TYPE_CHECKING

from govpub.errors import Position, UsageError
from govpub.messages import _
from govpub.render.html.templates import shipped_template
from govpub.workflow import storage
from govpub.workflow.workspace import project_at, require_workspace

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

__all__ = ["new_theme"]

_STARTER = resources.files("govpub.workflow") / "scaffold" / "theme"


def new_theme(place: Path, templates: Sequence[str] | None) -> list[Path]:
    """Write a commented starter theme into the workspace, or the shipped templates that are named; return the files.

    Raises:
        ProjectError: `place` is in no workspace.
        UsageError: one of the files exists; then none is written.
    """
    project = project_at(place)
    require_workspace(project)
    folder = project.root / project.theme
    if templates is None:
        files = {entry.name: entry.read_bytes() for entry in sorted(_STARTER.iterdir(), key=lambda entry: entry.name)}
    else:
        files = {name: shipped_template(name).encode() for name in templates}
    for name in files:
        if (folder / name).exists():
            raise UsageError(
                _("this file is there already"), at=Position(folder / name), hint=_("change it, or remove it first")
            )
    for name, content in files.items():
        storage.create(folder / name, content)
    return [folder / name for name in files]
