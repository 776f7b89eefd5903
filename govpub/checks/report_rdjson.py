"""Findings → Reviewdog Diagnostic Format (rdjson), for comments in code review."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from govpub.model.finding import Severity
from govpub.po.escape import escape

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.checks.report import Report
    from govpub.errors import GovpubError, Position
    from govpub.model.finding import Finding

__all__ = ["to_rdjson"]


def to_rdjson(report: Report) -> str:
    """Return a DiagnosticResult that ends with a line feed; columns count bytes of UTF-8, as the format wants."""
    lines = {path: text.split("\n") for path, text in report.texts.items()}
    document = {
        "source": {"name": "govpub"},
        "diagnostics": [
            *(_failure(failure) for failure in report.failures),
            *(_diagnostic(finding, lines) for finding in report.findings),
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(finding: Finding, lines: dict[Path, list[str]]) -> dict[str, Any]:
    found: dict[str, Any] = {
        "message": finding.message,
        "location": _location(finding.at, finding.end, lines),
        "severity": _severity(finding.severity),
        "code": {"value": finding.rule},
    }
    replacement = finding.fix if finding.fix is not None else finding.suggestion
    located = finding.end is not None and finding.end != finding.at and "range" in found["location"]
    if located and (replacement or finding.fix is not None):
        found["suggestions"] = [{"range": found["location"]["range"], "text": escape(replacement)}]
    return found


def _severity(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return "ERROR"
        case Severity.WARNING:
            return "WARNING"


def _failure(failure: GovpubError) -> dict[str, Any]:
    found: dict[str, Any] = {"message": str(failure), "severity": "ERROR"}
    if failure.at is not None and failure.at.path is not None:
        found["location"] = _location(failure.at, None, {})
    return found


def _location(at: Position, end: Position | None, lines: dict[Path, list[str]]) -> dict[str, Any]:
    location: dict[str, Any] = {"path": at.path.as_posix() if at.path is not None else ""}
    if at.line is not None:
        known = lines.get(at.path, []) if at.path is not None else []
        location["range"] = {"start": _point(at, known)}
        if end is not None:
            location["range"]["end"] = _point(end, known)
    return location


def _point(at: Position, lines: list[str]) -> dict[str, int]:
    point = {"line": at.line or 1}
    if at.column is not None and point["line"] <= len(lines):
        before = lines[point["line"] - 1][: at.column - 1]
        point["column"] = len(before.encode("utf-8", "surrogatepass")) + 1
    return point
