"""`govpub check`: articles with their catalogs, folders, and bilingual PO and TMX files."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from govpub import __version__
from govpub.checks import check_document, check_run, selected_rules
from govpub.checks.report import Report
from govpub.checks.settlement import Settled, settle
from govpub.errors import GovpubError, Position, UsageError
from govpub.messages import _
from govpub.model.finding import Finding, Severity
from govpub.po import serialize_po
from govpub.workflow.check_baseline import fresh, read_baseline, write_baseline
from govpub.workflow.check_changes import changes_since
from govpub.workflow.check_documents import WHAT_TO_NAME, documents_of
from govpub.workflow.check_fixes import diff_of, mend, save_mended
from govpub.workflow.check_subject import Standard, article_subject, catalog_subject, memory_subject
from govpub.workflow.collector import uncollected
from govpub.workflow.workspace import (
    CATALOG_SUFFIX,
    MEMORY_SUFFIX,
    article_ids,
    glossary_files,
    glossary_of,
    open_article,
    project_at,
    refuse_shared_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from govpub.locales import Locale
    from govpub.model.segment import Unit
    from govpub.model.term import Glossary
    from govpub.project import Project
    from govpub.workflow.check_changes import Changes
    from govpub.workflow.check_fixes import Mended
    from govpub.workflow.check_subject import Subject
    from govpub.workflow.workspace import ArticleFile

__all__ = ["Checked", "Choices", "Outcome", "check", "check_article", "settled"]

_BLOCKING = ("completeness.untranslated", "completeness.fuzzy", "completeness.stale", "structure.placeholder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What was asked of a check."""

    select: tuple[str, ...] = ()
    """Rules and families; none for all."""
    ignore: tuple[str, ...] = ()
    """Rules and families to leave out, besides those that the project leaves out."""
    fail_on: Severity = Severity.ERROR
    glossaries: tuple[Path, ...] = ()
    default_glossary: bool = True
    changed_since: str | None = None
    """A git revision: only findings on lines that have changed since then count."""
    baseline: Path | None = None
    """Findings in it do not count; where it is missing it is written."""
    fix: bool = False
    diff: bool = False
    """Whether `fix` shows what it would do, and does not do it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A check that was done."""

    report: Report
    diff: str = ""
    """What fixing would change, where that was to be shown."""
    baselined: int | None = None
    """How many findings were written to a new baseline; None where none was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One article after the check."""

    target: Locale
    units: tuple[Unit, ...]
    findings: tuple[Finding, ...]
    catalog: bytes | None = None
    """The bytes of its catalog; None where it has none."""

    @property
    def blocking(self) -> tuple[Finding, ...]:
        """Return the findings with which a release cannot be put together at all."""
        return tuple(finding for finding in self.findings if finding.rule in _BLOCKING)


@uncollected()
def check(paths: Sequence[Path], choices: Choices, *, now: datetime) -> Outcome:
    """Check everything that `paths` name; a broken file does not keep the others from being checked.

    `now` decides which waivers have run out, by the day in each project's time zone.

    Raises:
        UsageError: there is no such rule or revision, or no git.
        InputError: the baseline is none, or a glossary that was named cannot be read: then nothing can be checked.
    """
    selected_rules(choices.select, choices.ignore)
    glossary_of(choices.glossaries)
    known = read_baseline(choices.baseline) if choices.baseline is not None else None
    failures: list[GovpubError] = []
    subjects = list(_subjects(paths, choices, now, failures))
    # What articles share, their project and its glossary, is broken once for all of them.
    failures = list({str(failure): failure for failure in failures}.values())
    if not subjects and not failures:
        # Started in the wrong folder, a check that passes would be worse than none.
        failures.append(
            UsageError(
                _("there is nothing to check here"),
                at=Position(paths[0]) if paths else None,
                hint=_(WHAT_TO_NAME),
            )
        )
    changes = _changes(subjects, choices)
    diff, fixed = "", 0
    if choices.fix:
        mended = [mend(each, _mendable(each, changes)) for each in subjects]
        fixed = sum(one.count for one in mended)
        diff = "".join(diff_of(one.subject) for one in mended if one.count) if choices.diff else ""
        if fixed and not choices.diff:
            subjects = _saved(mended)
            changes = _changes(subjects, choices)
    waived, findings = 0, list[Finding]()
    for subject, own in zip(subjects, settled(subjects), strict=True):
        waived += len(own.waived)
        chosen = changes.chosen(subject, own.findings) if changes is not None else own.findings
        findings += subject.located(chosen)
    baselined, left = _past_baseline(findings, choices.baseline, known, complete=not failures)
    report = Report(
        version=__version__,
        findings=left,
        failures=tuple(failures),
        files=tuple(subject.path for subject in subjects),
        units=sum(len(subject.document.readings) for subject in subjects),
        waived=waived,
        known=len(findings) - len(left),
        fixed=fixed,
        fail_on=choices.fail_on,
        texts=_texts(subjects, left),
    )
    return Outcome(report=report, diff=diff, baselined=baselined)


def check_article(
    project: Project, opened: ArticleFile, glossary: Glossary | None = None, *, today: date | None = None
) -> Checked:
    """Check an article's translation; without a catalog every segment is untranslated.

    Raises:
        CatalogError: the catalog breaks its format, or is not of this article's languages.
    """
    standard = Standard(
        glossary=glossary or glossary_of(glossary_files(project)),
        rules=selected_rules(ignore=project.ignore),
        today=today,
        style=project.style,
    )
    subject = article_subject(opened, standard)
    [own] = settled([subject])
    return Checked(
        target=subject.document.context.target,
        units=subject.units,
        findings=tuple(subject.located(own.findings)),
        catalog=subject.catalog.content,
    )


def _subjects(paths: Sequence[Path], choices: Choices, now: datetime, failures: list[GovpubError]) -> Iterator[Subject]:
    projects, ids = functools.cache(project_at), functools.cache(article_ids)
    for path in documents_of(paths, failures):
        try:
            project = projects(path.parent)
            standard = _standard(project, choices, now)
            if path.suffix == CATALOG_SUFFIX:
                yield catalog_subject(path, standard)
            elif path.suffix.lower() == MEMORY_SUFFIX:
                yield memory_subject(path, standard)
            else:
                opened = open_article(path)
                refuse_shared_id(opened.article, ids(project.root / project.articles))
                yield article_subject(opened, standard)
        except GovpubError as error:
            failures.append(error)


def _standard(project: Project, choices: Choices, now: datetime) -> Standard:
    return Standard(
        glossary=glossary_of(glossary_files(project, choices.glossaries, default=choices.default_glossary)),
        rules=selected_rules(choices.select, (*project.ignore, *choices.ignore)),
        today=now.astimezone(project.zone).date(),
        style=project.style,
    )


def settled(subjects: Sequence[Subject]) -> list[Settled]:
    """Return what is found in each document, alone and among the others."""
    found: list[list[Finding]] = [
        list(check_document(each.document, each.rules)) if each.has_translation else [_no_catalog(each)]
        for each in subjects
    ]
    owners = {each.catalog.path: number for number, each in enumerate(subjects)}
    for rule in dict.fromkeys(rule for each in subjects for rule in each.rules if rule.check_run is not None):
        documents = [each.document for each in subjects if rule in each.rules and each.has_translation]
        for finding in check_run(documents, (rule,)):
            if finding.at.path in owners:
                found[owners[finding.at.path]].append(finding)
    return [settle(each.document, own, each.rules) for each, own in zip(subjects, found, strict=True)]


def _no_catalog(subject: Subject) -> Finding:
    return Finding(
        rule="completeness.untranslated",
        severity=Severity.ERROR,
        message=_("there is no translation: {catalog} is missing; run `govpub translate`").format(
            catalog=subject.catalog.path.name
        ),
        at=Position(subject.path),
    )


def _changes(subjects: Sequence[Subject], choices: Choices) -> Changes | None:
    if choices.changed_since is None:
        return None
    return changes_since(choices.changed_since, (subject.path for subject in subjects))


def _mendable(subject: Subject, changes: Changes | None) -> frozenset[str]:
    """Return the units in which fixes may be applied."""
    [own] = settled([subject])
    chosen = changes.chosen(subject, own.findings) if changes is not None else own.findings
    return frozenset(finding.unit for finding in chosen if finding.fix is not None)


def _saved(mended: Sequence[Mended]) -> list[Subject]:
    """Write what was mended, and return all documents as they are now."""
    for one in mended:
        if one.count:
            save_mended(one.subject)
    return [one.subject for one in mended]


def _past_baseline(
    findings: Sequence[Finding], baseline: Path | None, known: Mapping[str, int] | None, *, complete: bool
) -> tuple[int | None, tuple[Finding, ...]]:
    """Return how many findings a new baseline took, and those that count."""
    if baseline is None:
        return None, tuple(findings)
    if known is not None:
        return None, fresh(findings, known, baseline)
    if not complete:  # it would call findings new that are only in files that could not be read today
        return None, tuple(findings)
    write_baseline(baseline, findings)
    return len(findings), ()


def _texts(subjects: Sequence[Subject], findings: Sequence[Finding]) -> dict[Path, str]:
    wanted = {finding.at.path for finding in findings}
    return {
        each.catalog.path: serialize_po(each.file).removeprefix("\ufeff")
        for each in subjects
        if each.file is not None and each.catalog.path in wanted
    }
