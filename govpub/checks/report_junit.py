"""Findings → JUnit XML, which GitLab, Jenkins and others show as tests: a suite a file, a case a finding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govpub.checks.wording import proposal
from govpub.messages import _
from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from govpub.checks.report import Report
    from govpub.errors import GovpubError
    from govpub.model.finding import Finding

__all__ = ["to_junit"]

# XML 1.0, production 2: all other characters are allowed.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_junit(report: Report) -> str:
    """Return a report in which findings that fail the run are failures, and others passed cases with an output."""
    suites = [*_suites(report), *(_failed(failure) for failure in report.failures)]
    failures = sum(report.fails(finding) for finding in report.findings)
    tests = sum(suite.count("<testcase ") for suite in suites)
    head = f'<testsuites name="govpub" tests="{tests}" failures="{failures}" errors="{len(report.failures)}">'
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *suites, "</testsuites>\n"))


def _suites(report: Report) -> Iterator[str]:
    of_file: dict[str, list[Finding]] = {path.as_posix(): [] for path in report.files}
    for finding in report.findings:
        of_file.setdefault(finding.at.path.as_posix() if finding.at.path is not None else "", []).append(finding)
    for name, findings in of_file.items():
        failures = sum(report.fails(finding) for finding in findings)
        cases = [_case(finding, fails=report.fails(finding)) for finding in findings]
        if not cases:
            cases = [f'  <testcase classname="govpub" name={_quoted(name)} file={_quoted(name)}/>']
        yield "\n".join((_suite(name, len(cases), failures, 0), *cases, " </testsuite>"))


def _suite(name: str, tests: int, failures: int, errors: int) -> str:
    return f' <testsuite name={_quoted(name)} tests="{tests}" failures="{failures}" errors="{errors}">'


def _case(finding: Finding, *, fails: bool) -> str:
    place = f"{finding.rule} {finding.unit} {finding.at}".strip()
    file = finding.at.path.as_posix() if finding.at.path is not None else ""
    line = f' line="{finding.at.line}"' if finding.at.line is not None else ""
    head = f"  <testcase classname={_quoted(finding.rule)} name={_quoted(place)} file={_quoted(file)}{line}>"
    text = "\n".join(_lines(finding))
    if fails:
        inner = f"<failure type={_quoted(finding.severity.value)} message={_quoted(finding.message)}>{_text(text)}"
        return f"{head}{inner}</failure></testcase>"
    kind = _("warning") if finding.severity is Severity.WARNING else _("error")
    return f"{head}<system-out>{_text(f'{kind}: {text}')}</system-out></testcase>"


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{finding.at}: {finding.message}" if str(finding.at) else finding.message
    for span in (finding.source, finding.target):
        if span is not None and span.text:
            yield span.text
    if proposed := proposal(finding):
        yield f"→ {proposed}"


def _failed(failure: GovpubError) -> str:
    at = failure.at
    name = at.path.as_posix() if at is not None and at.path is not None else "govpub"
    message = f"<error message={_quoted(failure.message)}>{_text(str(failure))}</error>"
    case = f'  <testcase classname="govpub" name={_quoted(name)} file={_quoted(name)}>{message}</testcase>'
    return "\n".join((_suite(name, 1, 0, 1), case, " </testsuite>"))


def _text(text: str) -> str:
    clean = _NOT_XML.sub("\ufffd", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    value = _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{value}"'
