"""Findings on a screen: one line each, and the two texts with carets under what is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wcwidth import wcswidth

from govpub.cli.console import complain, say, say_json, shown
from govpub.messages import N_, _, ngettext
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.model.finding import Finding, Span
    from govpub.workflow.check import CheckReport

__all__ = ["report_check", "report_findings"]

SEVERITIES: Mapping[Severity, str] = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning")}
CONTEXT = 24
"""Characters of a text shown on either side of a span."""


def report_check(report: CheckReport, form: str, *, quiet: bool) -> int:
    """Print what a check found, as text or JSON, and return the exit status."""
    for failure in report.failures:
        complain(failure)
    if form == "json":
        say_json(report.json())
    else:
        _report_each(report.findings)
        if not quiet:
            say(_summary(report))
    return report.exit_status


def report_findings(findings: Iterable[Finding]) -> int:
    """Print findings and their number, and return the exit status: 1 where one is an error."""
    found = list(findings)
    _report_each(found)
    say(ngettext("{count} finding", "{count} findings", len(found)).format(count=len(found)))
    return int(any(finding.severity is Severity.ERROR for finding in found))


def _summary(report: CheckReport) -> str:
    errors = sum(finding.severity is Severity.ERROR for finding in report.findings)
    warnings = len(report.findings) - errors
    return _("{files} files, {units} segments: {errors} errors, {warnings} warnings").format(
        files=report.files, units=report.units, errors=errors, warnings=warnings
    )


def _report_each(findings: Iterable[Finding]) -> None:
    for finding in findings:
        place = f"{finding.at}: " if str(finding.at) else ""
        severity = _(SEVERITIES[finding.severity])
        say(f"{place}{severity}: {finding.message} [{finding.rule}]")
        for span in (finding.source, finding.target):
            if span is not None and span.text:
                _point_at(span)
        if finding.suggestion:
            say("    → " + finding.suggestion)


def _point_at(span: Span) -> None:
    first, last = max(0, span.start - CONTEXT), min(len(span.text), span.end + CONTEXT)
    before = ("…" if first else "") + _line(span.text[first : span.start])
    marked = _line(span.text[span.start : span.end])
    after = _line(span.text[span.end : last]) + ("…" if last < len(span.text) else "")
    say(f"    {before}{marked}{after}")
    say("    " + " " * _cells(before) + "^" * max(1, _cells(marked)))


def _line(text: str) -> str:
    return shown(text).replace("\n", " ").replace("\t", " ")


def _cells(text: str) -> int:
    return max(0, wcswidth(text))
