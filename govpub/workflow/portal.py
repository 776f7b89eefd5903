"""What a portal's pages need besides the article: their addresses, the office's theme, the images of the footer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govpub.errors import ArticleError, Position, ProjectError, RefusedError
from govpub.messages import _
from govpub.model.portal import TEMPLATES, Template, Theme
from govpub.workflow import storage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from govpub.model.article import Article
    from govpub.model.release import Rendition
    from govpub.project import Project

__all__ = ["STYLE", "TEMPLATE_SUFFIX", "address_of", "require_page_tags", "site_images", "theme_of"]

STYLE = "style.css"
TEMPLATE_SUFFIX = ".jinja"


def address_of(pattern: str, article: Article) -> str:
    """Return where a page of the article will stand: the day is that of its publication, in its own zone."""
    day = article.published
    values = {"{id}": article.id, "{year}": f"{day.year:04}", "{month}": f"{day.month:02}", "{day}": f"{day.day:02}"}
    for field, value in values.items():
        pattern = pattern.replace(field, value)
    return pattern


def theme_of(project: Project) -> Theme:
    """Read the office's own templates and style; without them, the theme is the shipped one in the office's colours.

    Raises:
        ProjectError: the folder has a template that replaces none of the shipped ones, or a file is not UTF-8.
    """
    folder = project.root / project.theme
    style = folder / STYLE
    return Theme(
        palette=project.palette,
        templates=tuple(_templates(folder)),
        style=storage.read_text(style) if style.is_file() else "",
        style_path=style,
    )


def _templates(folder: Path) -> Iterator[Template]:
    for path in sorted(folder.glob(f"*{TEMPLATE_SUFFIX}")) if folder.is_dir() else ():
        if path.name not in TEMPLATES:
            raise ProjectError(
                _("this template replaces none of the shipped ones"),
                at=Position(path),
                hint=_("use one of {known}").format(known=", ".join(TEMPLATES)),
            )
        yield Template(path.name, storage.read_text(path), path)


def site_images(project: Project) -> Iterator[tuple[str, Path, Position]]:
    """Yield the images of the footer: their key in a release's assets, their file, and where they are named.

    Raises:
        ProjectError: one is not there, or lies outside the workspace.
    """
    names = dict.fromkeys(item.image for site in project.sites.values() for item in site.footer if item.image)
    for name in names:
        file = (project.root / name).resolve()
        if not (file.is_file() and file.is_relative_to(project.root.resolve())):
            raise ProjectError(
                _("there is no such image in the workspace: {image}").format(image=name),
                at=Position(project.file),
                hint=_("paths are relative to govpub.toml; put the file there"),
            )
        yield f"/{name}", file, Position(project.file)


def require_page_tags(project: Project, article: Article, renditions: Sequence[Rendition]) -> None:
    """Refuse an article whose pages would lack a page tag; asked only of offices that have listed their columns.

    Raises:
        ArticleError: it has no source, or a column that the office does not have.
        RefusedError: the translation calls the column something else than the office does.
    """
    names = [column.name for column in project.site(article.locale).columns]
    if not names:
        return
    if not article.wording.source:
        raise ArticleError(
            _("the article names no source, which is a page tag (ContentSource)"),
            at=Position(article.path),
            hint=_("add a line {line}").format(line="source: …"),
        )
    if article.wording.column not in names:
        raise ArticleError(
            _("the site has no column {column}").format(column=article.wording.column or "“”"),
            at=article.positions.get("column", Position(article.path)),
            hint=_("use one of {known}, or add a [[site.column]] to govpub.toml").format(known=", ".join(names)),
        )
    number = names.index(article.wording.column)
    for rendition in renditions[1:]:
        name = rendition.site.columns[number].name
        if rendition.wording.column != name:
            raise RefusedError(
                _("the column {column} is called {name} in govpub.toml, and {translation} in the translation").format(
                    column=article.wording.column, name=name, translation=rendition.wording.column or "“”"
                ),
                hint=_("translate it the same way"),
            )
