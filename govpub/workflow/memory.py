"""The workspace's translation memory: filled by the translators' work, asked by it, kept by `govpub memory`."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from govpub.catalog import units_of
from govpub.errors import GovpubError, Position, UsageError
from govpub.memory import Added, Memory, Remembered, SqliteStore
from govpub.messages import _
from govpub.model.segment import State
from govpub.po import parse_po
from govpub.segmentation import segment
from govpub.workflow import storage
from govpub.workflow.workspace import (
    article_paths,
    catalog_path,
    open_article,
    project_at,
    require_workspace,
    target_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from govpub.locales import Locale
    from govpub.memory import Selection, Statistics
    from govpub.model.article import Article
    from govpub.model.segment import Unit
    from govpub.project import Project

__all__ = [
    "ORIGIN",
    "add",
    "count",
    "forget",
    "memory_file",
    "memory_of",
    "open_store",
    "remember_units",
    "require_selection",
    "statistics",
    "withdraw_units",
]

ORIGIN = "govpub"
"""The origin of what was translated in the workspace itself."""
_SAME = 200
"""Entries of one source text that are looked at."""


def memory_file(project: Project) -> Path:
    """Return where the workspace's memory is, or would be."""
    return project.root / project.memory


def memory_of(project: Project, source: Locale, target: Locale, *, create: bool = False) -> Memory | None:
    """Return the workspace's memory for a direction; None where there is none yet (and it is not to be made).

    The caller closes its store. `project.memory_threshold` is the lowest score that the office wants to see.

    Raises:
        MemoryFileError: the file is no memory.
        MachineError: it cannot be opened.
    """
    path = memory_file(project)
    if not path.is_file():
        if not create:
            return None
        storage.ensure_folder(path.parent)
    return Memory(SqliteStore(path), source, target)


@contextmanager
def open_store(project: Project, *, create: bool = False) -> Iterator[SqliteStore]:
    """Open the workspace's memory for a while; with `create`, make it where there is none.

    Raises:
        ProjectError: there is no workspace.
        UsageError: there is no memory yet.
        MemoryFileError, MachineError: see `memory_of`.
    """
    require_workspace(project)
    path = memory_file(project)
    if create:
        storage.ensure_folder(path.parent)
    elif not path.is_file():
        raise UsageError(
            _("there is no translation memory yet"),
            at=Position(path),
            hint=_("fill it: `govpub memory add articles`, or `govpub memory import FILE.tmx`"),
        )
    store = SqliteStore(path)
    try:
        yield store
    finally:
        store.close()


def remember_units(
    project: Project, article: Article, units: Sequence[Unit], wanted: Collection[str] | None = None
) -> Added:
    """Put units of an article into the workspace's memory, as `[memory] fill` says; return what became of them.

    `units` are all of the article's, in order, for the neighbours' sake; `wanted` are the ids of those to be
    remembered, None for all. Outside of a workspace nothing is remembered.

    Raises:
        MemoryFileError, MachineError: see `memory_of`.
    """
    states = {
        "reviewed": (State.REVIEWED,),
        "translated": (State.TRANSLATED, State.REVIEWED),
        "never": (),
    }[project.memory_fill]
    if project.file is None:
        return Added()
    entries = [
        entry
        for unit, entry in _entries(article, units)
        if unit.state in states and (wanted is None or unit.segment.id in wanted)
    ]
    if not entries:
        return Added()
    with open_store(project, create=True) as store:
        return store.add(entries)


def withdraw_units(
    project: Project, article: Article, units: Sequence[Unit], wanted: Collection[str], *, now: datetime
) -> Added:
    """Have the workspace's memory call units of an article reviewed no longer; see `remember_units`.

    What it does not have as reviewed, it has as before. `now` is when the reviews were taken back.

    Raises:
        MemoryFileError, MachineError: see `memory_of`.
    """
    if project.file is None or not memory_file(project).is_file():
        return Added()
    entries = [
        entry
        for unit, entry in _entries(article, units)
        if unit.segment.id in wanted and unit.state is not State.REVIEWED
    ]
    with open_store(project) as store:
        reviewed = [(entry, known) for entry in entries for known in _reviews_of(store, entry)]
        return store.add(
            replace(entry, state=State.TRANSLATED, time=max(now, known.time or now)) for entry, known in reviewed
        )


def _reviews_of(store: SqliteStore, entry: Remembered) -> Iterator[Remembered]:
    """Yield the entry that the store has as reviewed at the place of this one, with this translation."""
    neighbours = (entry.before, entry.after)
    for known in store.exact(
        entry.source, entry.source_locale, entry.target_locale, neighbours=neighbours, limit=_SAME
    ):
        same = (known.article, known.target, known.before, known.after) == (entry.article, entry.target, *neighbours)
        if same and known.state is State.REVIEWED:
            yield known


def add(paths: Sequence[Path]) -> Iterator[tuple[Path, Added | GovpubError]]:
    """Put what is translated of each of these articles, or of all in a folder, into the memory of its workspace.

    Whatever `[memory] fill` says: this is asked for. An article that fails does not keep the others back.
    """
    for path in article_paths(paths):
        try:
            yield path, _add(path)
        except GovpubError as error:
            error.at = error.at or Position(path)
            yield path, error


def statistics(place: Path) -> Statistics:
    """Return what the memory holds, counted."""
    with open_store(project_at(place)) as store:
        return store.statistics()


def count(place: Path, selection: Selection) -> int:
    """Return how many entries `forget` would remove."""
    with open_store(project_at(place)) as store:
        return store.count(selection)


def forget(place: Path, selection: Selection) -> int:
    """Remove entries from the memory and return how many they were.

    Raises:
        UsageError: nothing is selected; that would be everything.
    """
    require_selection(selection)
    with open_store(project_at(place)) as store:
        return store.forget(selection)


def require_selection(selection: Selection) -> None:
    """Refuse to forget everything.

    Raises:
        UsageError: nothing is selected.
    """
    if selection.everything:
        raise UsageError(
            _("nothing says what is to be forgotten"),
            hint=_("name an article, an origin, a batch, a day or a text"),
        )


def _add(path: Path) -> Added:
    project = project_at(path)
    article = open_article(path).article
    snapshot = storage.read(catalog_path(path, target_of(article)))
    if snapshot.content is None:
        return Added()
    units = units_of(parse_po(storage.decoded(snapshot), snapshot.path), segment(article), snapshot.path)
    with open_store(project, create=True) as store:
        return store.add(entry for unit, entry in _entries(article, units) if unit.state.final)


def _entries(article: Article, units: Sequence[Unit]) -> Iterator[tuple[Unit, Remembered]]:
    texts = ["", *(unit.segment.text for unit in units), ""]
    for place, unit in enumerate(units):
        if not unit.target:
            continue
        signature = unit.translator or unit.reviewer
        last = unit.reviewer or unit.translator
        yield (
            unit,
            Remembered(
                source=unit.segment.text,
                target=unit.target,
                source_locale=article.locale,
                target_locale=target_of(article),
                origin=ORIGIN,
                article=article.id,
                translator=signature.name if signature else "",
                time=last.time if last else None,
                state=unit.state,
                before=texts[place],
                after=texts[place + 2],
            ),
        )
