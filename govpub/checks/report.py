"""What a run of the check found; and as JSON, as `findings.schema.json` beside this module describes it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from govpub.errors import GovpubError, Position
    from govpub.model.finding import Finding, Span

__all__ = ["SCHEMA_VERSION", "Report", "findings_schema", "fingerprint", "to_json"]

SCHEMA_VERSION = 1
"""Raised when a program that reads the old form would misread the new one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The outcome of one run."""

    version: str
    """That of govpub."""
    findings: tuple[Finding, ...] = ()
    """Those that count: not waived, not in the baseline, on the lines that were asked for."""
    failures: tuple[GovpubError, ...] = ()
    """Files that could not be read; the others were checked all the same."""
    files: tuple[Path, ...] = ()
    """Articles and catalogs that were checked."""
    units: int = 0
    waived: int = 0
    """Findings that a waiver lets pass."""
    known: int = 0
    """Findings that the baseline lets pass."""
    fixed: int = 0
    """Findings that `--fix` has mended, or would."""
    fail_on: Severity = Severity.ERROR
    """The mildest finding with which the run fails."""
    texts: Mapping[Path, str] = field(default_factory=dict, repr=False)
    """The catalogs in which findings stand, for forms that count in bytes."""

    @property
    def errors(self) -> int:
        """Return the number of errors."""
        return sum(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def warnings(self) -> int:
        """Return the number of warnings."""
        return len(self.findings) - self.errors

    @property
    def exit_status(self) -> int:
        """Return 3 or 2 where a file could not be read, 1 where the run fails, else 0."""
        worst = max((failure.exit_status for failure in self.failures), default=0)
        return worst or int(any(self.fails(finding) for finding in self.findings))

    def fails(self, finding: Finding) -> bool:
        """Return whether the run fails with this finding."""
        return self.fail_on is Severity.WARNING or finding.severity is Severity.ERROR


def fingerprint(finding: Finding, path: str) -> str:
    """Return what tells a finding from others, however lines move and whatever language messages are in.

    `path` is its file as the caller names it. The same fault twice in one unit has the same fingerprint.
    """
    sides = (span.text[span.start : span.end] if span is not None else "" for span in (finding.source, finding.target))
    parts = (finding.rule, path, finding.unit, *sides)
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:20]


def to_json(report: Report) -> str:
    """Return the findings as JSON text that ends with a line feed."""
    document: dict[str, Any] = {
        "version": SCHEMA_VERSION,
        "tool": {"name": "govpub", "version": report.version},
        "summary": {
            "files": len(report.files),
            "units": report.units,
            "findings": len(report.findings),
            "errors": report.errors,
            "warnings": report.warnings,
            "waived": report.waived,
            "baseline": report.known,
            "fixed": report.fixed,
            "rules": dict(sorted(Counter(finding.rule for finding in report.findings).items())),
            "failures": [_failure(failure) for failure in report.failures],
        },
        "findings": [_finding(finding) for finding in report.findings],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def findings_schema() -> Mapping[str, Any]:
    """Return the JSON Schema of what `to_json` writes."""
    from importlib import resources  # noqa: PLC0415  10 ms, for the one caller that validates

    text = resources.files("govpub.checks").joinpath("findings.schema.json").read_text(encoding="utf-8")
    schema: Mapping[str, Any] = json.loads(text)
    return schema


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "path": finding.at.path.as_posix() if finding.at.path is not None else "",
        "line": finding.at.line,
        "column": finding.at.column,
        "end": {"line": finding.end.line, "column": finding.end.column} if finding.end is not None else None,
        "unit": finding.unit,
        "message": finding.message,
        "source": _span(finding.source),
        "target": _span(finding.target),
        "suggestion": finding.suggestion,
        "fix": finding.fix,
        "article": _position(finding.article_at),
    }


def _failure(failure: GovpubError) -> dict[str, Any]:
    return {"message": failure.message, "at": _position(failure.at)}


def _span(span: Span | None) -> dict[str, Any] | None:
    return {"text": span.text, "start": span.start, "end": span.end} if span is not None else None


def _position(position: Position | None) -> dict[str, Any] | None:
    if position is None:
        return None
    return {
        "path": position.path.as_posix() if position.path is not None else "",
        "line": position.line,
        "column": position.column,
    }
