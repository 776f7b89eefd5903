"""Findings → SARIF 2.1.0 (OASIS standard), for code scanning and editors."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from govpub.checks.report import fingerprint
from govpub.checks.rules import RULES
from govpub.messages import _
from govpub.model.finding import Severity
from govpub.po.escape import escape

if TYPE_CHECKING:
    from pathlib import Path

    from govpub.checks.report import Report
    from govpub.checks.rule import Rule
    from govpub.errors import GovpubError, Position
    from govpub.model.finding import Finding

__all__ = ["to_sarif"]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def to_sarif(report: Report) -> str:
    """Return one SARIF run that ends with a line feed; columns count characters (code points)."""
    numbers = {name: number for number, name in enumerate(RULES)}
    run = {
        "tool": {
            "driver": {
                "name": "govpub",
                "semanticVersion": report.version,
                "rules": [_rule(rule) for rule in RULES.values()],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.failures,
                "toolExecutionNotifications": [_notification(failure) for failure in report.failures],
            }
        ],
        "results": [_result(finding, numbers) for finding in report.findings],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    explanation = (rule.explanation or "").removeprefix(f"{rule.name}: ").strip()
    return {
        "id": rule.name,
        "shortDescription": {"text": _(rule.summary)},
        "fullDescription": {"text": " ".join(explanation.partition("\n\n")[0].split())},
        "help": {"text": explanation},
        "defaultConfiguration": {"level": _level(rule.severity)},
        "properties": {"tags": [rule.family]},
    }


def _level(severity: Severity) -> str:
    match severity:
        case Severity.ERROR:
            return "error"
        case Severity.WARNING:
            return "warning"


def _result(finding: Finding, numbers: dict[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "level": _level(finding.severity),
        "message": {"text": finding.message},
    }
    if finding.rule in numbers:
        result["ruleIndex"] = numbers[finding.rule]
    if finding.at.path is not None:
        path = finding.at.path
        result["locations"] = [{"physicalLocation": _location(path, finding.at, finding.end)}]
        result["partialFingerprints"] = {"govpub/v1": fingerprint(finding, path.as_posix())}
        if finding.fix is not None and finding.end is not None:
            result["fixes"] = [_fix(path, finding)]
    source = finding.article_at
    if source is not None and source.path is not None:
        location = _location(source.path, source, None)
        result["relatedLocations"] = [
            {"id": 1, "message": {"text": _("the source text")}, "physicalLocation": location}
        ]
    return result


def _location(path: Path, at: Position, end: Position | None) -> dict[str, Any]:
    location: dict[str, Any] = {"artifactLocation": {"uri": _uri(path)}}
    if at.line is not None:
        location["region"] = _region(at, end)
    return location


def _region(at: Position, end: Position | None) -> dict[str, Any]:
    region = {"startLine": at.line, "startColumn": at.column or 1}
    if end is not None:
        region |= {"endLine": end.line, "endColumn": end.column}
    return region


def _fix(path: Path, finding: Finding) -> dict[str, Any]:
    replacement = {
        "deletedRegion": _region(finding.at, finding.end),
        "insertedContent": {"text": escape(finding.fix or "")},
    }
    return {"artifactChanges": [{"artifactLocation": {"uri": _uri(path)}, "replacements": [replacement]}]}


def _notification(failure: GovpubError) -> dict[str, Any]:
    notification: dict[str, Any] = {"level": "error", "message": {"text": str(failure)}}
    if failure.at is not None and failure.at.path is not None:
        notification["locations"] = [{"physicalLocation": _location(failure.at.path, failure.at, None)}]
    return notification


def _uri(path: Path) -> str:
    written = quote(path.as_posix().encode("utf-8", "surrogateescape"), safe="/~")
    return f"file://{written}" if path.is_absolute() else written
