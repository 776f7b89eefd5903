"""What lies where in a workspace, and how its files become values."""

from __future__ import annotations

import functools
import itertools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from govpub import article as canonical
from govpub import glossary as termbase
from govpub.errors import ArticleError, Position, ProjectError, UsageError
from govpub.locales import EN, ZH_CN, Locale, counterpart
from govpub.messages import _
from govpub.model.term import Glossary
from govpub.po import parse_po
from govpub.project import FILE_NAME, Project, load_project
from govpub.resources import starter_glossary
from govpub.workflow import storage

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from govpub.model.article import Article
    from govpub.model.term import Term

__all__ = [
    "ArticleFile",
    "article_files",
    "article_ids",
    "article_of",
    "article_paths",
    "catalog_path",
    "day_of",
    "glossary_files",
    "glossary_of",
    "image_files",
    "open_article",
    "project_at",
    "read_glossary",
    "refuse_shared_id",
    "refuse_taken_id",
    "require_workspace",
    "scanner_of",
    "target_of",
]

ARTICLE_SUFFIX = ".md"
CATALOG_SUFFIX = ".po"
MEMORY_SUFFIX = ".tmx"
"""Of translation memories on their way from one program to another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleFile:
    """An article as it was read."""

    article: Article
    content: bytes
    """The bytes of its file."""


def project_at(place: Path) -> Project:
    """Return the project of the workspace that `place` lies in; the defaults where there is no govpub.toml above it."""
    start = place.absolute()
    for folder in (start, *start.parents):
        file = folder / FILE_NAME
        if file.is_file():
            shown = _as_typed(file, place)
            return load_project(storage.read_text(shown), shown)
    return Project(root=place if place.is_dir() else place.parent)


def require_workspace(project: Project) -> None:
    """Refuse to go on without a govpub.toml.

    Raises:
        ProjectError: the project stands for a folder that has none.
    """
    if project.file is None:
        hint = _("run `govpub init FOLDER` and work in that folder")
        raise ProjectError(_("this is no workspace: there is no {file}").format(file=FILE_NAME), hint=hint)


def _as_typed(file: Path, place: Path) -> Path:
    # Messages name files the way the user does: relative where they were given relative.
    if place.is_absolute():
        return file
    try:
        return file.relative_to(Path.cwd())
    except ValueError:
        return file


def open_article(path: Path) -> ArticleFile:
    """Read a canonical article; its images must be there.

    Raises:
        ArticleError: it breaks the format, or an image is missing or lies outside the workspace.
    """
    if path.suffix != ARTICLE_SUFFIX and path.exists():
        raise UsageError(
            _("this is not a canonical article"), at=Position(path), hint=_("name a Markdown file, articles/NAME.md")
        )
    snapshot = storage.read(path)
    article = canonical.parse_article(storage.decoded(snapshot), path)
    root = project_root(path)
    for image, at in canonical.images(article.wording):
        _image_file(path, root, image, at)
    return ArticleFile(article=article, content=snapshot.content or b"")


def image_files(article: Article) -> Iterator[tuple[str, Path, Position]]:
    """Yield each image of an article once: its path as written, its file, and where it is first named."""
    path = article.path or Path()
    seen: set[str] = set()
    for image, at in canonical.images(article.wording):
        if image not in seen:
            seen.add(image)
            yield image, _image_file(path, project_root(path), image, at), at


def project_root(path: Path) -> Path:
    """Return the folder that a file's workspace is: that of govpub.toml, or else the file's own."""
    for folder in path.absolute().parents:
        if (folder / FILE_NAME).is_file():
            return folder
    return path.absolute().parent


def _image_file(article: Path, root: Path, image: str, at: Position) -> Path:
    try:
        file = (article.parent / image).resolve()
        there = file.is_file()
    except (OSError, ValueError, RuntimeError):
        there, file = False, article
    if not there:
        raise ArticleError(
            _("there is no such image: {image}").format(image=image),
            at=at,
            hint=_("paths of images are relative to the article; put the file there"),
        )
    if not file.is_relative_to(root.resolve()):
        raise ArticleError(
            _("this image lies outside the workspace: {image}").format(image=image),
            at=at,
            hint=_("copy it into the workspace"),
        )
    return file


def catalog_path(article: Path, target: Locale) -> Path:
    """Return where the catalog of an article stands: beside it, `NAME.TARGET.po`."""
    return article.with_name(f"{article.stem}.{target.tag}{CATALOG_SUFFIX}")


def article_of(catalog: Path) -> Path | None:
    """Return the article beside which a catalog stands; None where it stands alone."""
    for target in (EN, ZH_CN):
        ending = f".{target.tag}{CATALOG_SUFFIX}"
        if catalog.name.endswith(ending):
            article = catalog.with_name(catalog.name.removesuffix(ending) + ARTICLE_SUFFIX)
            return article if article.is_file() else None
    return None


def article_files(folder: Path) -> list[Path]:
    """Return the canonical articles below a folder, sorted: Markdown files that open with front matter."""
    found = sorted(path for path in folder.rglob(f"*{ARTICLE_SUFFIX}") if not _hidden(path, folder))
    return [
        path for path in found if (storage.read(path).content or b"").removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    ]


def article_paths(paths: Sequence[Path], *, may_be_none: bool = False) -> list[Path]:
    """Return articles as they were named, folders as the articles in them, each once.

    Raises:
        UsageError: there are none, and `may_be_none` does not hold.
    """
    found = (article_files(path) if path.is_dir() else [path] for path in paths)
    articles = list(dict.fromkeys(itertools.chain.from_iterable(found)))
    if paths and not articles and not may_be_none:
        raise UsageError(
            _("there are no articles here"),
            at=Position(paths[0]),
            hint=_("name the folder of a workspace, or articles in it"),
        )
    return articles


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


_ID_LINE = re.compile(rb"^id:[ \t]*[\"']?([^\"'\s#]+)", re.MULTILINE)


def article_ids(folder: Path) -> Mapping[str, tuple[Path, ...]]:
    """Return which files below a folder claim which id: read off the line `id:`, without parsing the articles."""
    owners: dict[str, tuple[Path, ...]] = {}
    for path in article_files(folder) if folder.is_dir() else ():
        match = _ID_LINE.search(storage.read(path).content or b"")
        if match:
            name = match[1].decode("utf-8", "replace")
            owners[name] = (*owners.get(name, ()), path)
    return owners


def refuse_shared_id(article: Article, owners: Mapping[str, tuple[Path, ...]]) -> None:
    """Refuse an article whose id another one has too: their releases would overwrite each other.

    Raises:
        ArticleError: at the article's `id`, naming the other.
    """
    path = article.path or Path()
    refuse_taken_id(article.id, path, owners, article.positions.get("id", Position(path)))


def refuse_taken_id(name: str, path: Path, owners: Mapping[str, tuple[Path, ...]], at: Position) -> None:
    """Refuse `name` as the id of the article at `path` where another article has it; see `refuse_shared_id`."""
    others = [other for other in owners.get(name, ()) if other.resolve() != path.resolve()]
    if others:
        raise ArticleError(
            _("two articles have the id {id}: this one and {other}").format(id=name, other=others[0].as_posix()),
            at=at,
            hint=_("give one of them another id"),
        )


def read_glossary(path: Path) -> Glossary:
    """Read a glossary file."""
    return _glossary(storage.read_text(path), path)


@functools.lru_cache(maxsize=8)
def _glossary(text: str, path: Path) -> Glossary:
    return termbase.parse_glossary(parse_po(text, path), path)


def glossary_files(project: Project, extra: Sequence[Path] = (), *, default: bool = True) -> list[Path]:
    """Return the glossaries that hold here, each over the one before: the shipped one, the office's, `extra`.

    `default=False` leaves the shipped one out.
    """
    office = project.root / project.glossary
    return [*([starter_glossary()] if default else []), *([office] if office.is_file() else []), *extra]


def glossary_of(files: Iterable[Path]) -> Glossary:
    """Return one glossary of several, later ones over earlier ones."""
    combined = Glossary(source=ZH_CN, target=EN)
    for file in files:
        combined = termbase.overlay(combined, read_glossary(file))
    return combined


def scanner_of(glossary: Glossary, source: Locale, target: Locale, day: date | None) -> termbase.Scanner:
    """Return a scanner for the renderings that hold on `day`; articles of one run share those that are alike."""
    holding = tuple(term for term in glossary.terms if term.holds_on(day))
    expired = tuple(term for term in glossary.terms if not term.holds_on(day))
    return _scanner(holding, expired, glossary.source, source, target)


@functools.lru_cache(maxsize=8)
def _scanner(
    terms: tuple[Term, ...], expired: tuple[Term, ...], language: Locale, source: Locale, target: Locale
) -> termbase.Scanner:
    glossary = Glossary(source=language, target=counterpart(language), terms=terms)
    return termbase.Scanner(glossary, source=source, target=target, expired=expired)


def target_of(article: Article) -> Locale:
    """Return the language into which an article is translated."""
    return counterpart(article.locale)


def day_of(article: Article) -> date:
    """Return the day whose renderings an article must use: of its last change, in its own zone."""
    return (article.updated or article.published).date()
