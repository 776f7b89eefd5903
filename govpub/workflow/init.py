"""`govpub init` and `govpub new`: the files an office begins with."""

from __future__ import annotations

import re
from importlib import resources
from typing import TYPE_CHECKING

from govpub.errors import Position, UsageError
from govpub.messages import _
from govpub.workflow import storage
from govpub.workflow.workspace import ARTICLE_SUFFIX, article_ids, project_at, refuse_taken_id

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from govpub.locales import Locale

__all__ = ["init", "new"]

_TEMPLATES = resources.files("govpub.workflow") / "scaffold"
# Wheels and git do not carry names with a leading dot, or empty folders, everywhere.
_HIDDEN = {"gitignore": ".gitignore", "gitkeep": ".gitkeep"}
_NOT_IN_IDS = re.compile(r"[^a-z0-9]+")
_LONGEST_ID = 80


def init(folder: Path) -> list[Path]:
    """Make a workspace in a folder that does not exist or is empty; return its files.

    Raises:
        UsageError: the folder holds something.
        MachineError: it cannot be written.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        raise UsageError(_("this folder is not empty"), at=Position(folder), hint=_("choose another name"))
    made: list[Path] = []
    for path, template in _files(_TEMPLATES / "workspace", folder):
        storage.create(path, template.read_bytes())
        made.append(path)
    return made


def new(path: Path, locale: Locale, *, now: datetime) -> None:
    """Begin an article in a file that does not exist yet; its id is the file's name.

    Raises:
        UsageError: the name cannot be an id, or the file exists.
        ArticleError: another article has this id.
    """
    if path.suffix != ARTICLE_SUFFIX:
        raise UsageError(_("an article is a Markdown file"), at=Position(path), hint=_("name it NAME.md"))
    name = _NOT_IN_IDS.sub("-", path.stem.lower()).strip("-")[:_LONGEST_ID].strip("-")
    if not name:
        raise UsageError(
            _("an article's id cannot be made of this name"),
            at=Position(path),
            hint=_("name the file with letters a–z, digits and hyphens; the title may be Chinese"),
        )
    project = project_at(path.parent)
    moment = now.astimezone(project.zone)
    template = (_TEMPLATES / f"article.{locale.tag}{ARTICLE_SUFFIX}").read_text(encoding="utf-8")
    text = template.format(id=name, published=moment.isoformat(timespec="minutes"), number=f"{moment.year}-1")
    refuse_taken_id(name, path, article_ids(project.root / project.articles), Position(path))
    storage.create(path, text.encode())


def _files(template: Traversable, folder: Path) -> Iterator[tuple[Path, Traversable]]:
    for entry in sorted(template.iterdir(), key=lambda entry: entry.name):
        path = folder / _HIDDEN.get(entry.name, entry.name)
        if entry.is_dir():
            yield from _files(entry, path)
        else:
            yield path, entry
