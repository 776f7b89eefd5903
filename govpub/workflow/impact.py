"""`govpub glossary impact`: every article and release that a change of a term touches."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub.catalog import units_of
from govpub.errors import GovpubError, Position
from govpub.glossary import Scanner, overlay
from govpub.model.segment import Unit
from govpub.model.term import Glossary, Term
from govpub.po import parse_po
from govpub.segmentation import segment
from govpub.workflow import storage
from govpub.workflow.workspace import (
    article_files,
    catalog_path,
    glossary_files,
    glossary_of,
    open_article,
    project_at,
    target_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from govpub.glossary import Outcome
    from govpub.project import Project

__all__ = ["Impact", "ReleaseTouched", "Use", "impact"]

_MANIFEST = "manifest.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One place at which a term stands."""

    article: str
    """The id of the article."""
    at: Position
    """In the article."""
    catalog_at: Position | None
    """The entry of its translation; None where there is none."""
    source: str
    """The segment."""
    target: str
    """Its translation; empty where there is none."""
    outcome: Outcome | None
    """How the term is rendered now; None where nothing is translated, or no glossary has the term yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseTouched:
    """A release of a touched article."""

    manifest: Path
    article: str
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What a change of a term touches."""

    uses: tuple[Use, ...]
    releases: tuple[ReleaseTouched, ...]
    failures: tuple[GovpubError, ...]
    """Files that could not be read; what they hold is not known."""


def impact(place: Path, source: str, sense: str = "") -> Impact:
    """Return every place of a term in the articles of the workspace of `place`, and the releases of those articles.

    A term that no glossary has is sought as if it had been added. An occurrence inside a longer term is that term's.
    """
    project = project_at(place)
    glossary = _with(glossary_of(glossary_files(project)), source)
    uses: list[Use] = []
    failures: list[GovpubError] = []
    folder = project.root / project.articles
    for path in article_files(folder) if folder.is_dir() else ():
        try:
            uses += _uses(path, glossary, source, sense)
        except GovpubError as error:
            failures.append(error)
    touched = {use.article for use in uses}
    return Impact(uses=tuple(uses), releases=tuple(_releases(project, touched, failures)), failures=tuple(failures))


def _with(glossary: Glossary, source: str) -> Glossary:
    if any(term.source == source for term in glossary.terms):
        return glossary
    new = Glossary(source=glossary.source, target=glossary.target, terms=(Term(source=source, rendering=source),))
    return overlay(glossary, new)


def _uses(path: Path, glossary: Glossary, source: str, sense: str) -> Iterator[Use]:
    article = open_article(path).article
    target = target_of(article)
    snapshot = storage.read(catalog_path(path, target))
    segments = segment(article)
    units = tuple(Unit(segment=each) for each in segments)
    if snapshot.content is not None:
        units = units_of(parse_po(storage.decoded(snapshot), snapshot.path), segments, snapshot.path)
    scanner = Scanner(glossary, source=article.locale, target=target)
    for unit in units:
        matches = [
            match
            for match in scanner.find(unit.segment.text)
            if any(term.source == source and sense in ("", term.sense) for term in match.terms)
        ]
        if not matches:
            continue
        known = any(term.rendering != source for match in matches for term in match.terms)
        verdicts = scanner.compare(unit.segment.text, unit.target) if known and unit.target.strip() else ()
        outcomes = {verdict.match.start: verdict.outcome for verdict in reversed(verdicts)}
        at = unit.segment.at
        for match in matches:
            yield Use(
                article=article.id,
                at=Position(path, at.line, at.column),
                catalog_at=unit.at if unit.target.strip() else None,
                source=unit.segment.text,
                target=unit.target,
                outcome=outcomes.get(match.start),
            )


def _releases(project: Project, articles: set[str], failures: list[GovpubError]) -> Iterator[ReleaseTouched]:
    folder = project.root / project.output
    for path in sorted(folder.rglob(_MANIFEST)) if folder.is_dir() and articles else ():
        try:
            statement = json.loads(storage.read_text(path))
        except GovpubError as error:
            failures.append(error)
            continue
        except (ValueError, RecursionError):
            continue  # somebody else's file of this name
        if isinstance(statement, dict) and statement.get("id") in articles:
            languages = statement.get("languages")
            tags = tuple(map(str, languages)) if isinstance(languages, list) else ()
            yield ReleaseTouched(manifest=path, article=str(statement["id"]), languages=tags)
