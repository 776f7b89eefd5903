"""`govpub check`: articles with their catalogs, folders, and bilingual PO files."""

from __future__ import annotations

import functools
import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub import __version__
from govpub.catalog import languages_of, units_of
from govpub.catalog.languages import require_languages
from govpub.catalog.units import state_of, translation_of
from govpub.checks import CheckContext, check_units, to_json
from govpub.errors import GovpubError, Position, UsageError
from govpub.locales import EN, ZH_CN, Locale, counterpart
from govpub.messages import _
from govpub.model.finding import Finding, Severity
from govpub.model.segment import Segment, Unit
from govpub.po import parse_po
from govpub.segmentation import segment
from govpub.workflow import storage
from govpub.workflow.workspace import (
    ARTICLE_SUFFIX,
    CATALOG_SUFFIX,
    article_files,
    article_ids,
    article_of,
    catalog_path,
    day_of,
    glossary_files,
    glossary_of,
    open_article,
    project_at,
    refuse_shared_id,
    scanner_of,
    target_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from govpub.model.term import Glossary
    from govpub.po import PoFile
    from govpub.project import Project
    from govpub.workflow.workspace import ArticleFile

__all__ = ["REPORTS", "CheckReport", "Checked", "check", "check_article"]

REPORTS = ("text", "json")
_BLOCKING = ("completeness.", "structure.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One document after the check."""

    target: Locale
    units: tuple[Unit, ...]
    findings: tuple[Finding, ...]
    catalog: bytes | None = None
    """The bytes of its catalog; None where it has none."""

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Return the findings with which a release cannot be put together at all."""
        return tuple(finding for finding in self.findings if finding.rule.startswith(_BLOCKING))


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a run of the check found."""

    findings: tuple[Finding, ...]
    failures: tuple[GovpubError, ...]
    """Files that could not be read; the others were checked all the same."""
    files: int
    units: int

    @property
    def exit_status(self) -> int:
        """Return 3 or 2 where a file could not be read, 1 where there are errors, else 0."""
        worst = max((failure.exit_status for failure in self.failures), default=0)
        return worst or int(any(finding.severity is Severity.ERROR for finding in self.findings))

    def json(self) -> str:
        """Return the findings in the documented form (findings.schema.json)."""
        return to_json(self.findings, __version__)


def check(paths: Sequence[Path], *, glossaries: Sequence[Path] = (), default_glossary: bool = True) -> CheckReport:
    """Check everything that `paths` name; a broken file does not keep the others from being checked.

    Raises:
        GlossaryError: a glossary cannot be read: then nothing can be checked.
    """
    projects, ids = functools.cache(project_at), functools.cache(article_ids)
    checked: list[Checked] = []
    failures: list[GovpubError] = []
    for document in _documents(paths, failures):
        try:
            project = projects(document.parent)
            glossary = glossary_of(glossary_files(project, glossaries, default=default_glossary))
            if document.suffix == CATALOG_SUFFIX:
                checked.append(_check_catalog(document, project, glossary))
            else:
                opened = open_article(document)
                refuse_shared_id(opened.article, ids(project.root / project.articles))
                checked.append(check_article(project, opened, glossary))
        except GovpubError as error:
            failures.append(error)
    return CheckReport(
        findings=tuple(finding for one in checked for finding in one.findings),
        failures=tuple(failures),
        files=len(checked),
        units=sum(len(one.units) for one in checked),
    )


def check_article(project: Project, opened: ArticleFile, glossary: Glossary | None = None) -> Checked:
    """Check an article's translation; without a catalog every segment is untranslated.

    Raises:
        CatalogError: the catalog breaks its format, or is not of this article's languages.
    """
    article = opened.article
    target = target_of(article)
    path = article.path
    assert path is not None, "an article that was opened has a file"
    snapshot = storage.read(catalog_path(path, target))
    segments = segment(article)
    if snapshot.content is None:
        return Checked(
            target=target,
            units=tuple(Unit(segment=each) for each in segments),
            findings=(_no_catalog(path, snapshot.path),),
        )
    file = parse_po(storage.decoded(snapshot), snapshot.path)
    require_languages(file, source=article.locale, target=target)
    units = units_of(file, segments, snapshot.path)
    terms = glossary or glossary_of(glossary_files(project))
    context = CheckContext(
        source=article.locale,
        target=target,
        scanner=scanner_of(terms, article.locale, target, day_of(article)),
        catalog=snapshot.path,
        article=path,
    )
    return Checked(
        target=target,
        units=units,
        findings=tuple(check_units(units, context, ignore=project.ignore)),
        catalog=snapshot.content,
    )


def _no_catalog(article: Path, catalog: Path) -> Finding:
    return Finding(
        rule="completeness.untranslated",
        severity=Severity.ERROR,
        message=_("there is no translation: {catalog} is missing; run `govpub translate`").format(catalog=catalog.name),
        at=Position(article),
    )


def _documents(paths: Sequence[Path], failures: list[GovpubError]) -> Iterator[Path]:
    """Yield each article and each catalog that stands alone, once; a catalog beside its article means the article."""
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
    if path.suffix == ARTICLE_SUFFIX:
        return path
    raise UsageError(
        _("this cannot be checked"),
        at=Position(path),
        hint=_("name an article (.md), a catalog (.po), or a folder"),
    )


def _below(folder: Path) -> Iterator[Path]:
    project = project_at(folder)
    yield from article_files(folder)
    apart = [(project.root / place).resolve() for place in (project.locales, project.glossary, project.output)]
    for catalog in sorted(folder.rglob(f"*{CATALOG_SUFFIX}")):
        inner = catalog.resolve()
        if article_of(catalog) is None and not any(inner.is_relative_to(place) for place in apart):
            yield catalog


def _check_catalog(path: Path, project: Project, glossary: Glossary) -> Checked:
    file = parse_po(storage.read_text(path), path)
    units = tuple(_standalone_units(file, path))
    source, target = _sides(file, units)
    context = CheckContext(
        source=source, target=target, scanner=scanner_of(glossary, source, target, None), catalog=path
    )
    return Checked(target=target, units=units, findings=tuple(check_units(units, context, ignore=project.ignore)))


def _standalone_units(file: PoFile, path: Path) -> Iterator[Unit]:
    for entry in file.entries:
        if entry.msgid and not entry.obsolete:
            id_ = entry.msgctxt or hashlib.sha256(entry.msgid.encode()).hexdigest()[:10]
            yield Unit(
                segment=Segment(id=id_, text=entry.msgid),
                target=translation_of(entry),
                state=state_of(entry),
                previous=entry.previous_msgid or "",
                at=Position(path, entry.line),
            )


def _sides(file: PoFile, units: Sequence[Unit]) -> tuple[Locale, Locale]:
    """Return source and target language: as the header names them, else as the texts look."""
    source, target = languages_of(file)
    if source is None:
        source = counterpart(target) if target else _language("".join(unit.segment.text for unit in units))
    return source, target or counterpart(source)


def _language(text: str) -> Locale:
    # One Han character carries about as much as a short English word of five letters.
    han = sum("\u4e00" <= character <= "\u9fff" for character in text)
    latin = sum(character.isascii() and character.isalpha() for character in text)
    return ZH_CN if 5 * han > latin else EN
