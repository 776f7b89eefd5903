"""Which documents a check means: articles with their catalogs, catalogs that stand alone, and TMX files.

A TMX file is checked where it is named: an archive that lies in a folder is not what the folder's articles need.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import GovpubError, Position, UsageError
from govpub.messages import N_, _
from govpub.workflow.workspace import (
    ARTICLE_SUFFIX,
    CATALOG_SUFFIX,
    MEMORY_SUFFIX,
    article_files,
    article_of,
    project_at,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

__all__ = ["WHAT_TO_NAME", "documents_of"]

WHAT_TO_NAME = N_("name an article (.md), a catalog (.po), a memory (.tmx), or a folder of articles or catalogs")
"""English, translated where it is said."""


def documents_of(paths: Sequence[Path], failures: list[GovpubError]) -> Iterator[Path]:
    """Yield each article, catalog that stands alone and TMX file once; a catalog beside its article means the article.

    A path that cannot be checked is added to `failures`.
    """
    seen: set[Path] = set()
    for path in paths:
        try:
            found = list(_below(path)) if path.is_dir() else [_document(path)]
        except GovpubError as error:
            failures.append(error)
            continue
        for document in found:
            if document.resolve() not in seen:
                seen.add(document.resolve())
                yield document


def _document(path: Path) -> Path:
    if path.suffix == CATALOG_SUFFIX:
        return article_of(path) or path
    if path.suffix == ARTICLE_SUFFIX or path.suffix.lower() == MEMORY_SUFFIX:
        return path
    raise UsageError(
        _("this cannot be checked"),
        at=Position(path),
        hint=_(WHAT_TO_NAME),
    )


def _below(folder: Path) -> Iterator[Path]:
    project = project_at(folder)
    yield from article_files(folder)
    apart = [(project.root / place).resolve() for place in (project.locales, project.glossary, project.output)]
    for catalog in sorted(folder.rglob(f"*{CATALOG_SUFFIX}")):
        inner = catalog.resolve()
        if article_of(catalog) is None and not any(inner.is_relative_to(place) for place in apart):
            yield catalog
