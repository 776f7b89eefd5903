"""Findings on a screen: what and where, and the two texts with carets under what is meant."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from govpub.checks.wording import proposal
from govpub.cli.console import complain, rich_console, say, say_json, shown
from govpub.messages import N_, _, ngettext
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from govpub.checks.report import Report
    from govpub.model.finding import Finding
    from govpub.workflow.check import Outcome

__all__ = ["SEVERITIES", "report_check", "report_findings"]

SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning")}
STYLES: Mapping[Severity, str] = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow"}
INDENT = "    "


def report_check(outcome: Outcome, form: str, *, quiet: bool) -> int:
    """Print what a check found, as text or for programs, and return the exit status.

    Programs get all of it; `quiet` leaves only what a person must mend for the check to pass.
    """
    report = outcome.report
    for failure in report.failures:
        complain(failure)
    if form != "text":
        _report_to_program(report, form)
        return report.exit_status
    if outcome.diff:
        say(outcome.diff.rstrip("\n"))
    _report_each(finding for finding in report.findings if not quiet or report.fails(finding))
    if not quiet:
        if outcome.baselined is not None:
            say(_baseline(outcome.baselined))
        if report.files:
            say(_summary(report, shown_only=bool(outcome.diff)))
    return report.exit_status


def report_findings(findings: Iterable[Finding]) -> int:
    """Print findings and their number, and return the exit status: 1 where one is an error."""
    found = list(findings)
    _report_each(found)
    say(ngettext("{count} finding", "{count} findings", len(found)).format(count=len(found)))
    return int(any(finding.severity is Severity.ERROR for finding in found))


def _report_to_program(report: Report, form: str) -> None:
    from govpub.checks.reports import REPORTERS  # noqa: PLC0415  for programs only

    text = REPORTERS[form](report)
    if text.startswith("{"):
        say_json(text)
    elif text:
        say(text.rstrip("\n"))


def _baseline(count: int) -> str:
    return ngettext(
        "the baseline is written with {count} finding; from now on only new ones count",
        "the baseline is written with {count} findings; from now on only new ones count",
        count,
    ).format(count=count)


def _summary(report: Report, *, shown_only: bool) -> str:
    files = ngettext("{count} file", "{count} files", len(report.files)).format(count=len(report.files))
    units = ngettext("{count} segment", "{count} segments", report.units).format(count=report.units)
    found = [
        ngettext("{count} error", "{count} errors", report.errors).format(count=report.errors) if report.errors else "",
        ngettext("{count} warning", "{count} warnings", report.warnings).format(count=report.warnings)
        if report.warnings
        else "",
        _("{count} waived").format(count=report.waived) if report.waived else "",
        _("{count} in the baseline").format(count=report.known) if report.known else "",
        (_("{count} would be mended") if shown_only else _("{count} mended")).format(count=report.fixed)
        if report.fixed
        else "",
    ]
    said = _(", ").join(part for part in found if part) or _("nothing found")
    return _("{files}, {units}: {findings}").format(files=files, units=units, findings=said)


def _report_each(findings: Iterable[Finding]) -> None:
    from govpub.cli.excerpt import screen_width  # noqa: PLC0415  measuring text takes a table of characters

    width = screen_width()
    for finding in findings:
        style = STYLES[finding.severity]
        for line, styled in _lines(finding, width):
            _say(line, styled, style)


def _lines(finding: Finding, width: int) -> Iterator[tuple[str, str]]:
    """Yield each line, and the part of it that has the colour of the severity."""
    from govpub.cli.excerpt import excerpt, wrapped  # noqa: PLC0415  as above

    place = f"{finding.at}: " if str(finding.at) else ""
    severity = _(SEVERITIES[finding.severity])
    head = f"{place}{severity}: {finding.message} [{finding.rule}]"
    first, *more = wrapped(head, width, INDENT) if sys.stdout.isatty() else [head]
    yield first, f"{severity}:"
    yield from ((line, "") for line in more)
    if finding.article_at is not None and str(finding.article_at) not in ("", str(finding.at)):
        yield INDENT + str(finding.article_at), ""
    for span in (finding.source, finding.target):
        if span is not None and span.text:
            text, marks = excerpt(span.text, span.start, span.end, width - len(INDENT))
            yield INDENT + text, ""
            if marks:
                yield INDENT + marks, marks.strip()
    if proposed := proposal(finding):
        yield f"{INDENT}→ {proposed}", ""


def _say(line: str, styled: str, style: str) -> None:
    if not styled or not sys.stdout.isatty():
        say(line)
        return
    from rich.text import Text  # noqa: PLC0415  for terminals only

    text = Text(shown(line))
    at = text.plain.find(styled)
    if at >= 0:
        text.stylize(style, at, at + len(styled))
    rich_console().print(text, soft_wrap=True)
