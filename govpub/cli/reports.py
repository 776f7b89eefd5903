"""How results look on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from govpub.cli.console import complain, say, table
from govpub.errors import GovpubError
from govpub.messages import N_, _, ngettext
from govpub.model.segment import State

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from govpub.glossary import Stats
    from govpub.locales import Locale
    from govpub.model.term import Term
    from govpub.workflow.catalogs import CatalogReport
    from govpub.workflow.export import Exports
    from govpub.workflow.translate import OpenUnit, Translation

__all__ = [
    "exit_status",
    "report_catalogs",
    "report_changed",
    "report_each",
    "report_exports",
    "report_stats",
    "report_terms",
    "report_translation",
]

Done = TypeVar("Done")

STATES: Mapping[State, str] = {
    State.UNTRANSLATED: N_("untranslated"),
    State.FUZZY: N_("fuzzy"),
    State.TRANSLATED: N_("translated"),
    State.REVIEWED: N_("reviewed"),
}


def exit_status(failures: Sequence[GovpubError], *, findings: bool = False) -> int:
    """Return the worst of what went wrong: 3 the machine, 2 bad input, 1 findings or refusals, 0 nothing."""
    return max((error.exit_status for error in failures), default=0) or int(findings)


def report_each(
    results: Iterable[tuple[Path, Done | GovpubError]], report: Callable[[Path, Done], None], *, quiet: bool
) -> int:
    """Report what was done with each article, complain of each that failed, and return the exit status."""
    failures: list[GovpubError] = []
    for article, done in results:
        if isinstance(done, GovpubError):
            complain(done)
            failures.append(done)
        elif not quiet:
            report(article, done)
    return exit_status(failures)


def report_translation(article: Path, done: Translation) -> None:
    """Print what `translate` did and what is left to do."""
    what = _("{catalog}: made") if done.created else _("{catalog}: brought up to date")
    say(what.format(catalog=done.catalog.as_posix()))
    total = sum(done.states.values()) or 1
    rows = [
        [_(STATES[state]), str(count), f"{100 * count // total} %"] for state, count in done.states.items() if count
    ]
    table("", [_("state"), _("segments"), ""], rows, numeric=(1, 2))
    moved = {
        _("carried over unchanged"): done.kept,
        _("new"): done.new,
        _("to be looked at, the source changed"): done.changed,
        _("not filled in, the source says something else"): done.vetoed,
        _("taken back from obsolete entries"): done.revived,
        _("obsolete, kept at the end of the catalog"): done.obsolete,
    }
    say(_counted({name: count for name, count in moved.items() if count}))
    if not done.open_units:
        say(_("everything is translated; next: govpub check {article}").format(article=article.as_posix()))
        return
    say()
    say(
        ngettext("{count} segment is open:", "{count} segments are open:", len(done.open_units)).format(
            count=len(done.open_units)
        )
    )
    for open_unit in done.open_units:
        _report_open(open_unit, done.source)


def _report_open(open_unit: OpenUnit, source: Locale) -> None:
    unit = open_unit.unit
    place = f"{unit.at}" or unit.segment.id
    say()
    say(f"{place} ({_(STATES[unit.state])})")
    say(f"  {unit.segment.text}")
    if unit.previous:
        say(f"    {_differing(unit.previous, unit.segment.text, source)}")
    if open_unit.veto is not None:
        for veto in open_unit.veto.vetoes:
            say("    " + _("not filled in: {difference}").format(difference=veto.message))
        for entry in open_unit.veto.before:
            say(f"    {entry.msgid} → {entry.msgstr[0]}")
    for term in dict.fromkeys(open_unit.terms):
        say(f"    {term.source} → {_renderings(term)}")


def _differing(old: str, new: str, source: Locale) -> str:
    from govpub.cli.differences import elided, marked  # noqa: PLC0415  only where something has changed
    from govpub.matching import difference  # noqa: PLC0415  same

    return marked(elided(difference(old, new, source)))


def _renderings(term: Term) -> str:
    parts = [" | ".join(term.approved)]
    if term.short:
        parts.append(_("short: {forms}").format(forms=" | ".join(term.short)))
    if term.never:
        parts.append(_("never: {forms}").format(forms=" | ".join(term.never)))
    return _("; ").join(parts)


def report_exports(exports: Exports, *, quiet: bool) -> int:
    """Print which releases were made and which were not, and return the exit status."""
    if not quiet:
        for done in exports.done:
            say(_("{folder}: {files}").format(folder=done.folder.as_posix(), files=", ".join(done.files)))
            if done.findings:
                text = ngettext(
                    "  {count} finding; see govpub check", "  {count} findings; see govpub check", done.findings
                )
                say(text.format(count=done.findings))
    for error in exports.failures:
        complain(error)
    return exit_status(exports.failures)


def report_terms(terms: Sequence[Term], *, full: bool = False) -> None:
    """Print terms: a table, or each with all that is known of it."""
    if full:
        for term in terms:
            _report_term(term)
        return
    rows = [[term.source, term.rendering, term.term_class.value, term.sense, term.authority] for term in terms]
    table("", [_("term"), _("rendering"), _("class"), _("sense"), _("authority")], rows)


def _report_term(term: Term) -> None:
    sense = f" ({term.sense})" if term.sense else ""
    say(f"{term.source}{sense} → {_renderings(term)} [{term.term_class.value}]")
    known = {
        _("definition"): term.definition,
        _("note"): term.note,
        _("authority"): term.authority,
        _("from"): str(term.valid_from or ""),
        _("to"): str(term.valid_to or ""),
    }
    for name, value in known.items():
        if value:
            say("  " + _("{name}: {value}").format(name=name, value=value))


def report_stats(stats: Stats) -> None:
    """Print the counts of a glossary."""
    rows = [[name.value, str(count)] for name, count in stats.classes.items()]
    table("", [_("class"), _("terms")], rows, numeric=(1,))
    counts = {
        _("terms"): stats.terms,
        _("with authority"): stats.with_authority,
        _("with examples"): stats.with_examples,
        _("dated"): stats.dated,
        _("expired"): stats.expired,
    }
    say(_counted(counts))


def _counted(counts: Mapping[str, int]) -> str:
    return _("; ").join(_("{name}: {value}").format(name=name, value=count) for name, count in counts.items())


def report_changed(paths: Sequence[Path]) -> None:
    """Print the files that a run changed."""
    for path in paths:
        say(path.as_posix())
    if not paths:
        say(_("everything is up to date"))


def report_catalogs(reports: Sequence[CatalogReport]) -> int:
    """Print how far each catalog is, and return 1 where one is unfinished or wrong."""
    rows = [
        [
            report.path.as_posix(),
            str(report.status.translated),
            str(report.status.fuzzy),
            str(report.status.untranslated),
            str(report.status.obsolete),
        ]
        for report in reports
    ]
    columns = [_("catalog"), _("translated"), _("fuzzy"), _("untranslated"), _("obsolete")]
    table("", columns, rows, numeric=(1, 2, 3, 4))
    for report in reports:
        for fault in report.faults:
            say(f"{fault.at}: {fault.message}")
    return int(any(report.status.fuzzy or report.status.untranslated or report.faults for report in reports))
