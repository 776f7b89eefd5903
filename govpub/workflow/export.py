"""`govpub export`: releases of articles, written whole or not at all."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from govpub import __version__
from govpub.catalog import phrases
from govpub.errors import GovpubError, Position
from govpub.model.release import Rendition
from govpub.release import (
    MOST_IMAGE_BYTES,
    File,
    Inputs,
    assemble,
    assets,
    clear_to_publish,
    manifest,
    refusal,
    sha256sums,
    translation_sum,
)
from govpub.render import MEDIA_TYPES, RENDERERS
from govpub.segmentation import join
from govpub.workflow import storage
from govpub.workflow.check import Checked, check_article
from govpub.workflow.in_parallel import in_order, jobs_for
from govpub.workflow.portal import address_of, require_page_tags, site_images, theme_of
from govpub.workflow.swapping import swap_folder
from govpub.workflow.workspace import (
    article_ids,
    article_paths,
    glossary_files,
    image_files,
    open_article,
    project_at,
    refuse_shared_id,
    require_workspace,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from govpub.locales import Locale
    from govpub.model.article import Article, Layout, Wording
    from govpub.model.document import PresetName
    from govpub.model.release import Asset, Edition, Format, Release, TextEncoding
    from govpub.project import Project
    from govpub.workflow.workspace import ArticleFile

__all__ = ["Choices", "Exported", "Exports", "export"]

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the press officer chose; None where the article or the office decides."""

    formats: tuple[Format, ...] | None = None
    editions: tuple[Edition, ...] | None = None
    layout: Layout | None = None
    out: Path | None = None
    draft: bool = False
    under_embargo: bool = False
    text_encoding: TextEncoding | None = None
    preset: PresetName | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """The release of one article as it stands on disk."""

    id: str
    folder: Path
    files: tuple[str, ...]
    """Names of its files, without manifest and sums."""
    findings: int
    """Those of the check that did not refuse it: warnings, errors of terms, in a draft all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """What became of each article."""

    done: tuple[Exported, ...] = ()
    failures: tuple[GovpubError, ...] = field(default=())
    """Why the others are not there, in the order of the articles."""


def export(
    paths: Sequence[Path],
    choices: Choices,
    *,
    now: datetime,
    progress: Callable[[Path], None] = lambda _path: None,
    jobs: int | None = None,
) -> Exports:
    """Make the releases of these articles, or of all in a folder; one that fails does not keep the others back.

    `now` decides about embargoes; `progress` is called with each article when it is done; `jobs` is the number of
    processes (None: what the number of articles is worth). The same files come out of any number.
    """
    articles = article_paths(paths)
    work = functools.partial(_attempt, choices=choices, now=now)
    done: list[Exported] = []
    failures: list[GovpubError] = []
    results = in_order(work, articles, jobs or jobs_for(len(articles)))
    for path, result in zip(articles, results, strict=True):
        progress(path)
        if isinstance(result, GovpubError):
            failures.append(result)
        else:
            done.append(result)
    _reader.cache_clear()
    return Exports(done=tuple(done), failures=tuple(failures))


@functools.lru_cache(maxsize=1)
def _reader() -> tuple[Callable[[Path], Project], Callable[[Path], Mapping[str, tuple[Path, ...]]]]:
    """Return what the articles of one run (in one process) share: their projects, and whose ids are whose."""
    return functools.cache(project_at), functools.cache(article_ids)


def _attempt(path: Path, choices: Choices, now: datetime) -> Exported | GovpubError:
    projects, ids = _reader()
    try:
        project = projects(path.parent)
        require_workspace(project)
        opened = open_article(path)
        refuse_shared_id(opened.article, ids(project.root / project.articles))
        return _export_one(project, opened, choices, now)
    except GovpubError as error:
        error.at = error.at or Position(path)  # of several articles, the one that is meant
        return error


def _export_one(project: Project, opened: ArticleFile, choices: Choices, now: datetime) -> Exported:
    article = opened.article
    embargo = clear_to_publish(article.embargo, now=now, under_embargo=choices.under_embargo)
    editions = choices.editions or project.editions
    today = now.astimezone(project.zone).date()
    checked = check_article(project, opened, today=today) if _translated(editions, article.locale) else None
    refused = refusal(checked.units, checked.blocking) if checked and not choices.draft else None
    if refused is not None:
        raise refused
    renditions = _renditions(project, opened, checked)
    if not choices.draft:
        require_page_tags(project, article, renditions)
    images = assets(
        (name, storage.read_at_most(file, MOST_IMAGE_BYTES + 1), at)
        for name, file, at in (*image_files(article), *site_images(project))
    )
    releases = _releases(project, article, choices, renditions, images, embargo)
    files = [*_rendered(releases, choices.formats or project.formats), *_image_files(images.values())]
    written = {file.name: file.content for file in files}
    written[MANIFEST] = manifest(
        article=article,
        renditions=[rendition for rendition in renditions if _goes_out(rendition.locale, editions)],
        inputs=Inputs(
            article=opened.content,
            catalog=checked.catalog if checked else None,
            translation=translation_sum(checked.units) if checked else None,
            glossary=b"".join(storage.read(file).content or b"" for file in glossary_files(project)),
        ),
        files=files,
        findings=checked.findings if checked else (),
        layout=releases[0].layout,
        version=__version__,
        under_embargo=embargo is not None,
        draft=choices.draft,
    ).encode()
    written[SUMS] = sha256sums(written).encode()
    folder = (choices.out or project.root / project.output) / article.id
    swap_folder(folder, written, _made_by_govpub)
    return Exported(
        id=article.id,
        folder=folder,
        files=tuple(file.name for file in files),
        findings=len(checked.findings) if checked else 0,
    )


def _releases(  # noqa: PLR0913, PLR0917  all that the editions of one article share
    project: Project,
    article: Article,
    choices: Choices,
    renditions: Sequence[Rendition],
    images: Mapping[str, Asset],
    embargo: datetime | None,
) -> list[Release]:
    editions = choices.editions or project.editions
    theme, fonts = theme_of(project), project.root / project.fonts
    addresses = {
        edition: address_of(project.addresses[edition], article) for edition in editions if edition in project.addresses
    }
    return [
        assemble(
            article=article,
            source=renditions[0],
            target=renditions[1] if len(renditions) > 1 else None,
            edition=edition,
            layout=choices.layout or article.layout or project.layout,
            siblings=editions,
            assets=images,
            embargo=embargo,
            draft=choices.draft,
            addresses=addresses,
            theme=theme,
            text_encoding=choices.text_encoding or project.text_encoding,
            fonts=fonts if fonts.is_dir() else None,
            preset=choices.preset or _preset(project, article),
        )
        for edition in editions
    ]


def _preset(project: Project, article: Article) -> PresetName:
    return article.preset or ("gongwen" if article.document else project.preset)


def _translated(editions: Iterable[Edition], source: Locale) -> bool:
    return any(edition != source.tag for edition in editions)


def _goes_out(locale: Locale, editions: Iterable[Edition]) -> bool:
    return any(edition in ("bilingual", locale.tag) for edition in editions)


def _renditions(project: Project, opened: ArticleFile, checked: Checked | None) -> list[Rendition]:
    article = opened.article
    wordings = [article.wording]
    if checked is not None:
        units = {unit.segment.id: unit for unit in checked.units}
        wordings.append(join(article, units, checked.target))
    return [_rendition(project, wording) for wording in wordings]


def _rendition(project: Project, wording: Wording) -> Rendition:
    overlay = project.root / project.locales / wording.locale.gettext_name / "LC_MESSAGES" / "ui.po"
    overlays = [storage.read_text(overlay)] if overlay.is_file() else []
    return Rendition(
        wording=wording,
        site=project.site(wording.locale),
        phrases=phrases(wording.locale, overlays),
        letterhead=project.letterhead(wording.locale),
    )


def _rendered(releases: Iterable[Release], formats: Sequence[Format]) -> list[File]:
    return [
        File(
            name=f"{release.id}.{release.edition}.{format_}",
            content=RENDERERS[format_](release),
            media_type=MEDIA_TYPES[format_],
            edition=release.edition,
            format=format_,
        )
        for release in releases
        for format_ in formats
    ]


def _image_files(images: Iterable[Asset]) -> list[File]:
    found = {image.name: image for image in images}
    return [File(name=name, content=image.content, media_type=image.media_type) for name, image in found.items()]


def _made_by_govpub(folder: Path) -> bool:
    """Return whether a folder holds a release and nothing else: only then it may be replaced."""
    try:
        listed = {file["name"] for file in json.loads((folder / MANIFEST).read_bytes())["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return not any(folder.iterdir())
    return all(entry.name in listed | {MANIFEST, SUMS} for entry in folder.iterdir())
