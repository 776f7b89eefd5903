"""`govpub status`: how far every article is, and what is left to do."""

from __future__ import annotations

import functools
import hashlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from govpub.catalog.records import records_of
from govpub.catalog.units import live_by_id
from govpub.checks import selected_rules
from govpub.errors import GovpubError, Position, UsageError
from govpub.locales import EN, ZH_CN
from govpub.messages import _
from govpub.model.board import Board, Card, Facts, Fault, Findings, Lag, OpenNote, Publication, Published, Translation
from govpub.model.finding import Severity
from govpub.model.length import length_of
from govpub.model.segment import State
from govpub.model.term import Glossary
from govpub.release import clear_to_publish, translation_sum
from govpub.render.board import BOARD_MARK
from govpub.segmentation import segment
from govpub.workflow import storage
from govpub.workflow.check import settled
from govpub.workflow.check_subject import Standard, article_subject
from govpub.workflow.collector import uncollected
from govpub.workflow.export import MANIFEST
from govpub.workflow.workspace import (
    article_ids,
    article_paths,
    glossary_files,
    glossary_of,
    open_article,
    project_at,
    refuse_shared_id,
    target_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from govpub.checks import Rule
    from govpub.locales import Locale
    from govpub.model.article import Article
    from govpub.model.board import Outdated
    from govpub.model.segment import Segment, Signature, Unit
    from govpub.po import PoEntry, PoFile
    from govpub.project import Project
    from govpub.workflow.check_subject import Subject
    from govpub.workflow.workspace import ArticleFile

__all__ = ["Status", "save_board", "status"]

_NO_TERMS = Glossary(source=ZH_CN, target=EN)
_INCOMPLETE = "completeness."
"""The family of rules that say that a segment is not translated."""


@dataclass(frozen=True, slots=True)
class Status:
    """The board, and the errors behind its cards' faults."""

    board: Board
    failures: tuple[GovpubError, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looked:
    """An article as far as it could be read."""

    card: Card
    subject: Subject | None = None
    failure: GovpubError | None = None


@uncollected()
def status(
    paths: Sequence[Path],
    *,
    now: datetime,
    checked: bool = True,
    locale: Locale = EN,
    progress: Callable[[Path], None] = lambda _path: None,
) -> Status:
    """Return the board of the articles that `paths` name, folders being all articles in them, in that order.

    An article that cannot be read has a card that says why. `checked=False` leaves the check out, which takes most of
    the time. `locale` is the language in which the office is named; `progress` is called with each article before it is
    read.

    Raises:
        UsageError: there is no article, and no workspace that might have some.
        GlossaryError, CatalogError: a glossary cannot be read: then nothing can be checked.
    """
    project = project_at(paths[0])
    articles = article_paths(paths, may_be_none=project.file is not None)
    reader = _Reader(now=now, checked=checked)
    looked = []
    for path in articles:
        progress(path)
        looked.append(reader.look(path))
    return Status(
        Board(
            time=now.astimezone(project.zone),
            office=project.office.get(locale.tag, ""),
            cards=tuple(_with_findings(looked)) if checked else tuple(one.card for one in looked),
            checked=checked,
        ),
        tuple(one.failure for one in looked if one.failure is not None),
    )


def save_board(path: Path, page: bytes) -> None:
    """Write a board as a page: whole, or not at all; an older board is replaced.

    Raises:
        UsageError: there is a file of this name that is no board.
        MachineError: it cannot be written.
    """
    snapshot = storage.read(path)
    if snapshot.content and BOARD_MARK.encode() not in snapshot.content:
        raise UsageError(
            _("this file is no board of govpub's, and would be lost"),
            at=Position(path),
            hint=_("choose another name, or remove it"),
        )
    storage.ensure_folder(path.parent)
    storage.save(snapshot, page)


class _Reader:
    """What the articles of one run share."""

    def __init__(self, *, now: datetime, checked: bool) -> None:
        self._now, self._checked = now, checked
        self._projects, self._ids = functools.cache(project_at), functools.cache(article_ids)
        self._glossaries: dict[Path, Glossary] = {}

    def look(self, path: Path) -> _Looked:
        opened: ArticleFile | None = None
        try:
            project = self._projects(path.parent)
            opened = open_article(path)
            refuse_shared_id(opened.article, self._ids(project.root / project.articles))
        except GovpubError as error:
            return self._failed(path, opened, error)
        rules, terms = self._rules(project)
        try:
            today = self._now.astimezone(project.zone).date()
            standard = Standard(glossary=terms, rules=rules, today=today, style=project.style)
            subject = article_subject(opened, standard)
            card = replace(
                self._card(path, opened.article, subject.segments),
                translation=_translation(subject),
                publication=_publication(project, subject),
            )
        except GovpubError as error:
            return self._failed(path, opened, error)
        return _Looked(card=card, subject=subject if self._checked else None)

    def _rules(self, project: Project) -> tuple[tuple[Rule, ...], Glossary]:
        if not self._checked:
            return (), _NO_TERMS
        if project.root not in self._glossaries:
            self._glossaries[project.root] = glossary_of(glossary_files(project))
        return selected_rules(ignore=project.ignore), self._glossaries[project.root]

    def _failed(self, path: Path, opened: ArticleFile | None, error: GovpubError) -> _Looked:
        error.at = error.at or Position(path)
        fault = Fault(message=error.message, at=str(error.at), hint=error.hint)
        known = self._card(path, opened.article, segment(opened.article)) if opened is not None else Card(path=path)
        return _Looked(card=replace(known, faults=(fault,)), failure=error)

    def _card(self, path: Path, article: Article, segments: Sequence[Segment]) -> Card:
        return Card(
            path=path,
            facts=Facts(
                id=article.id,
                title=article.wording.title,
                source=article.locale,
                target=target_of(article),
                published=article.published,
                updated=article.updated,
                embargo=article.embargo,
                segments=len(segments),
                words=sum(length_of(each.text) for each in segments),
            ),
            embargoed=clear_to_publish(article.embargo, now=self._now, under_embargo=True) is not None,
        )


def _translation(subject: Subject) -> Translation:
    units, file = subject.units, subject.file
    live = {entry.line: entry for entry in file.entries if not entry.obsolete} if file is not None else {}
    pairs = [(unit, live[unit.at.line]) for unit in units if unit.at.line in live]
    return Translation(
        catalog=subject.catalog.path if file is not None else None,
        segments=_counts(units, lambda _unit: 1),
        words=_counts(units, lambda unit: length_of(unit.segment.text)),
        lapsed=sum(_was_reviewed(entry) for unit, entry in pairs if unit.state is not State.REVIEWED),
        lag=_lag(file, subject.segments) if file is not None else Lag(),
        translator=_latest(unit.translator for unit in units),
        reviewer=_latest(unit.reviewer for unit in units),
        notes=tuple(
            OpenNote(unit=unit.segment.id, line=entry.line, signature=note.signature, text=note.text)
            for unit, entry in pairs
            for note in records_of(entry).notes
        ),
    )


def _counts(units: Iterable[Unit], weight: Callable[[Unit], int]) -> dict[State, int]:
    counts = dict.fromkeys(State, 0)
    for unit in units:
        counts[unit.state] += weight(unit)
    return counts


def _was_reviewed(entry: PoEntry) -> bool:
    records = records_of(entry)
    return records.lapsed is not None or records.reviewer is not None


def _latest(signatures: Iterable[Signature | None]) -> Signature | None:
    known = (signature for signature in signatures if signature is not None)
    return max(known, key=lambda signature: signature.time, default=None)


def _lag(file: PoFile, segments: Sequence[Segment]) -> Lag:
    by_id = live_by_id(file)
    texts = {entry.msgid for entry in file.entries if entry.msgctxt is None and not entry.obsolete}
    ids, wanted = {each.id for each in segments}, {each.text for each in segments}
    return Lag(
        new=sum(each.id not in by_id and each.text not in texts for each in segments),
        changed=sum(each.id in by_id and by_id[each.id].msgid != each.text for each in segments),
        gone=len(by_id.keys() - ids) + len(texts - wanted),
    )


def _with_findings(looked: Sequence[_Looked]) -> Iterator[Card]:
    subjects = [one.subject for one in looked if one.subject is not None]
    found = iter(settled(subjects))
    for one in looked:
        if one.subject is None or one.card.translation is None:
            yield one.card
            continue
        own = next(found)
        errors = [finding for finding in own.findings if finding.severity is Severity.ERROR]
        findings = Findings(
            errors=len(errors),
            warnings=len(own.findings) - len(errors),
            waived=len(own.waived),
            incomplete=sum(finding.rule.startswith(_INCOMPLETE) for finding in errors),
        )
        yield replace(one.card, translation=replace(one.card.translation, findings=findings))


def _publication(project: Project, subject: Subject) -> Publication:
    article = subject.document.article
    assert article is not None, "the subject is an article"
    snapshot = storage.read(project.root / project.output / article.id / MANIFEST)
    try:
        statement = json.loads(snapshot.content or b"null")
        inputs, draft, languages = statement["inputs"], statement["draft"], tuple(map(str, statement["languages"]))
        because = tuple(_outdated(inputs, subject))
    except (ValueError, RecursionError, TypeError, KeyError, AttributeError):
        return Publication()  # none, or somebody else's file
    state = Published.DRAFT if draft else Published.OUTDATED if because else Published.CURRENT
    return Publication(state=state, because=because, languages=languages)


def _outdated(inputs: Mapping[str, object], subject: Subject) -> Iterator[Outdated]:
    if inputs["article"] != hashlib.sha256(subject.source).hexdigest():
        yield "article"
    if "translation" in inputs:
        made_from, now = inputs["translation"], translation_sum(subject.units)
    else:  # govpub 0.1.0 did not say it
        made_from, now = inputs["catalog"], hashlib.sha256(subject.catalog.content or b"").hexdigest()
    if made_from not in (None, now):
        yield "translation"
