"""Opening an article for a person: its catalog is carried over, what the last session left is read."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.errors import GovpubError, Position, UsageError
from govpub.messages import _
from govpub.project import FILE_NAME
from govpub.workflow.desk.catalog_file import CatalogFile, sign_of
from govpub.workflow.desk.drafts import Drafts
from govpub.workflow.desk.history import History
from govpub.workflow.desk.journal import FOLDER, Journal, make_folder
from govpub.workflow.disk import failure
from govpub.workflow.translate import carry_catalog_over
from govpub.workflow.workspace import glossary_files, project_root

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.glossary import Scanner
    from govpub.locales import Locale
    from govpub.model.article import Article
    from govpub.project import Project
    from govpub.workflow.desk.catalog_file import Stamp

__all__ = ["Opened", "Papers", "open_papers", "opened", "signs_of"]

_UNFIT = re.compile(r"[^\w-]+")
_MOST_SESSIONS = 99


@dataclass(frozen=True, slots=True, kw_only=True)
class Papers:
    """The journals of one person in one article."""

    drafts: Drafts
    history: History
    journals: tuple[Journal, ...]
    trouble: GovpubError | None = None
    """Why they cannot be written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An article, ready to be worked on."""

    path: Path
    project: Project
    article: Article
    target: Locale
    scanner: Scanner
    """Finds the glossary's terms in the segments."""
    catalog: CatalogFile
    content: bytes
    """The bytes of the article's file."""


def opened(path: Path) -> Opened:
    """Read an article and bring its catalog up to date on disk, as `govpub translate` does; raises as that does."""
    found = carry_catalog_over(path)
    return Opened(
        path=path,
        project=found.project,
        article=found.article,
        target=found.target,
        scanner=found.scanner,
        catalog=CatalogFile(found),
        content=found.content,
    )


def signs_of(at: Opened) -> tuple[Stamp, ...]:
    """Return what tells govpub.toml and the glossaries from what they were, or will be once they are there."""
    project = at.project
    office = project.root / project.glossary
    settings = project.file if project.file is not None else project.root / FILE_NAME
    return tuple(map(sign_of, dict.fromkeys((settings, *glossary_files(project), office))))


def open_papers(at: Opened, person: str) -> Papers:
    """Read what this person's sessions in the article left, those that were open at the same time too.

    Where the journals cannot be kept there, `trouble` says why, and the session goes on without.

    Raises:
        UsageError: a link leads them out of the workspace.
    """
    root = project_root(at.path)
    folder = root / FOLDER / "desk" / f"{at.article.id}.{at.target.tag}"
    name = _file_name(person)
    number, steps = 1, Journal(folder / f"{name}.steps")
    typed = Journal(folder / f"{name}.drafts")
    _refuse_detours(folder, root)
    try:
        make_folder(folder)
        while not steps.lock() and number < _MOST_SESSIONS:
            number += 1
            steps = Journal(folder / f"{name}.{number}.steps")
            typed = Journal(folder / f"{name}.{number}.drafts")
        drafts = Drafts(typed, typed.read(), typed.path.with_suffix(".reserve"))
        papers = Papers(drafts=drafts, history=History(steps), journals=(typed, steps))
        drafts.hold_reserve()
        papers.history.resolve(at.catalog.holds)
        _adopt(papers, folder, name, number)
    except OSError as error:
        trouble = failure(folder, error)
    except GovpubError as error:
        trouble = error
    else:
        return papers
    return Papers(drafts=Drafts(typed), history=History(steps), journals=(typed, steps), trouble=trouble)


def _adopt(papers: Papers, folder: Path, name: str, own: int) -> None:
    """Take over the journals of sessions that were open beside another one, and are over."""
    for steps_path in sorted(folder.glob(f"{name}.*.steps")):
        number = steps_path.name.removeprefix(f"{name}.").removesuffix(".steps")
        steps = Journal(steps_path)
        if number == str(own) or not number.isdecimal() or not steps.lock():
            continue
        typed = Journal(folder / f"{name}.{number}.drafts")
        papers.history.adopt(steps.read())
        papers.drafts.adopt(typed.read())
        # The steps last: they are what a new session of that number would have to lock.
        for left in (typed.path, typed.path.with_suffix(".reserve"), steps_path):
            left.unlink(missing_ok=True)
        steps.close()


def _file_name(person: str) -> str:
    """Return a name that is fit for a file, and told from those of others."""
    digits = hashlib.sha256(person.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{_UNFIT.sub('-', person)[:24].strip('-') or 'person'}-{digits}"


def _refuse_detours(folder: Path, root: Path) -> None:
    if not folder.resolve().is_relative_to(root.resolve()):
        raise UsageError(
            _("this folder lies outside the workspace"), at=Position(folder), hint=_("remove the link that leads there")
        )
