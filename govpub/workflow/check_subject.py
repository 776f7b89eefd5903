"""One document of a check: opened, read, and its findings put at their lines and columns."""

from __future__ import annotations

import hashlib
import itertools
import sys
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from govpub.catalog import units_of
from govpub.catalog.languages import require_languages, sides_of
from govpub.catalog.units import state_of, translation_of
from govpub.checks import CheckContext, Document, read_document
from govpub.checks.structure import waiver
from govpub.checks.waivers import is_waiver
from govpub.errors import Position
from govpub.locales import ZH_CN, counterpart
from govpub.model.segment import Segment, State, Unit
from govpub.model.style import HouseStyle
from govpub.po import entry_lines, msgstr_region, parse_po
from govpub.segmentation import segment
from govpub.workflow import storage
from govpub.workflow.workspace import catalog_path, day_of, scanner_of, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from govpub.checks import Rule
    from govpub.interchange.tmx import TmxPair, TmxUnit
    from govpub.locales import Locale
    from govpub.model.finding import Finding
    from govpub.model.term import Glossary
    from govpub.po import PoEntry, PoFile
    from govpub.workflow.storage import Snapshot
    from govpub.workflow.workspace import ArticleFile

__all__ = ["Standard", "Subject", "article_subject", "catalog_subject", "memory_subject"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """What the documents of one project are held against."""

    glossary: Glossary
    rules: tuple[Rule, ...]
    today: date | None = None
    """The day of the check, on which waivers may have run out; None where that does not matter."""
    style: HouseStyle = field(default_factory=HouseStyle)


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A document with the rules that hold for it."""

    path: Path
    """The article, or a catalog or a TMX file that stands alone."""
    rules: tuple[Rule, ...]
    document: Document
    catalog: Snapshot
    """Where the units come from; its content is None where an article has no catalog yet, and for TMX."""
    file: PoFile | None
    """The catalog; None where there is none."""
    is_memory: bool = False
    """Whether the units come from a TMX file, which is checked and not mended."""
    segments: tuple[Segment, ...] = ()
    """Those of the article; none for a catalog that stands alone."""
    source: bytes = b""
    """The bytes of the article's file; none for a catalog that stands alone."""

    @property
    def has_translation(self) -> bool:
        """Return whether there is anything to check."""
        return self.file is not None or self.is_memory

    @property
    def unit_lines(self) -> dict[int, tuple[int, int]]:
        """Return first and last line of each unit in the file that it comes from, by the line at which it stands."""
        if self.file is not None:
            return {entry.line: entry_lines(entry) for entry in self.file.entries}
        lines = sorted({unit.at.line for unit in self.units if unit.at.line is not None})
        return {line: (line, max(line, following - 1)) for line, following in itertools.pairwise((*lines, sys.maxsize))}

    @property
    def units(self) -> tuple[Unit, ...]:
        """Return all units."""
        return tuple(unit for unit, _reading in self.document.readings)

    def with_file(self, file: PoFile) -> Subject:
        """Return the document as it is with this catalog."""
        context = self.document.context
        units = units_of(file, self.segments, context.catalog) if self.segments else _lone_units(file, self.path)
        document = read_document(units, context, self.rules, self.document.article)
        return replace(self, file=file, document=document)

    def located(self, findings: Iterable[Finding]) -> Iterator[Finding]:
        """Yield the findings with line and column of their target's span in the catalog, where that is known."""
        entries = {entry.line: entry for entry in self.file.entries} if self.file is not None else {}
        for finding in findings:
            entry = entries.get(finding.at.line) if finding.at.line and finding.at.path == self.catalog.path else None
            yield _located(finding, entry) if entry is not None else finding


def article_subject(opened: ArticleFile, standard: Standard) -> Subject:
    """Return an article with its catalog; without a catalog every segment is untranslated.

    Raises:
        CatalogError: the catalog breaks its format, or is not of this article's languages.
    """
    article, target = opened.article, target_of(opened.article)
    path = article.path
    assert path is not None, "an article that was opened has a file"
    snapshot = storage.read(catalog_path(path, target))
    segments = segment(article)
    file: PoFile | None = None
    units: tuple[Unit, ...] = tuple(Unit(segment=each) for each in segments)
    if snapshot.content is not None:
        file = parse_po(storage.decoded(snapshot), snapshot.path)
        require_languages(file, source=article.locale, target=target)
        units = units_of(file, segments, snapshot.path)
    context = CheckContext(
        source=article.locale,
        target=target,
        scanner=scanner_of(standard.glossary, article.locale, target, day_of(article)),
        catalog=snapshot.path,
        article=path,
        day=day_of(article),
        today=standard.today,
        style=standard.style,
    )
    return Subject(
        path=path,
        rules=standard.rules,
        document=read_document(units, context, standard.rules, article),
        catalog=snapshot,
        file=file,
        segments=segments,
        source=opened.content,
    )


def catalog_subject(path: Path, standard: Standard) -> Subject:
    """Return a catalog that stands alone.

    Raises:
        CatalogError: it breaks its format.
    """
    snapshot = storage.read(path)
    file = parse_po(storage.decoded(snapshot), path)
    units = tuple(_lone_units(file, path))
    document = read_document(units, _lone_context(path, *sides_of(file), standard), standard.rules)
    return Subject(path=path, rules=standard.rules, document=document, catalog=snapshot, file=file)


def memory_subject(path: Path, standard: Standard) -> Subject:
    """Return a TMX file, each unit with texts in two of govpub's languages; all in the direction of the first.

    Raises:
        TmxError: it breaks its format.
    """
    from govpub.interchange.tmx import pairs_of, read_tmx  # noqa: PLC0415  most checks read no TMX

    with storage.reading(path) as stream:
        pairs = [(unit, pair) for unit in read_tmx(stream, path) for pair in pairs_of(unit)]
    source = pairs[0][1].source_locale if pairs else ZH_CN
    context = _lone_context(path, source, counterpart(source), standard)
    return Subject(
        path=path,
        rules=standard.rules,
        document=read_document(_memory_units(pairs, source, path), context, standard.rules),
        catalog=storage.Snapshot(path, None),
        file=None,
        is_memory=True,
    )


def _lone_context(path: Path, source: Locale, target: Locale, standard: Standard) -> CheckContext:
    """Return the context of a file that stands alone: no article, and so no day of its own."""
    return CheckContext(
        source=source,
        target=target,
        scanner=scanner_of(standard.glossary, source, target, None),
        catalog=path,
        today=standard.today,
        style=standard.style,
    )


def _memory_units(pairs: Iterable[tuple[TmxUnit, TmxPair]], source: Locale, path: Path) -> Iterator[Unit]:
    for unit, pair in pairs:
        text, target = pair.source.text, pair.target.text
        if pair.source_locale is not source:
            text, target = target, text
        if text.strip():
            yield Unit(
                segment=Segment(id=unit.id or str(unit.line), text=text),
                target=target if target.strip() else "",
                state=State.TRANSLATED if target.strip() else State.UNTRANSLATED,
                at=Position(path, unit.line),
            )


def _located(finding: Finding, entry: PoEntry) -> Finding:
    at, span = finding.at, finding.target
    if finding.rule == waiver.NAME:
        return replace(finding, at=Position(at.path, _waiver_line(entry), None))
    text = entry.msgstr[0] if entry.msgstr else ""
    if span is None or (span.text != text and (span.text or text.strip())):
        return finding
    region = msgstr_region(entry, span.start, span.end)
    if region is None:
        return finding
    start, end = (Position(at.path, *place) for place in region)
    return replace(finding, at=start, end=end)


def _waiver_line(entry: PoEntry) -> int:
    lines = (entry.verbatim or "").split("\n")
    comments = next((number for number, line in enumerate(lines) if line.lstrip().startswith(("msg", "#~"))), 0)
    waivers = (number for number, line in enumerate(lines[:comments]) if is_waiver(line[1:]))
    named = next(waivers, comments)
    return entry.line - comments + named


def _lone_units(file: PoFile, path: Path) -> Iterator[Unit]:
    for entry in file.entries:
        if entry.msgid and not entry.obsolete:
            id_ = entry.msgctxt or hashlib.sha256(entry.msgid.encode()).hexdigest()[:10]
            yield Unit(
                segment=Segment(id=id_, text=entry.msgid),
                target=translation_of(entry),
                state=state_of(entry),
                previous=entry.previous_msgid or "",
                at=Position(path, entry.line),
                comments=entry.comments,
            )
