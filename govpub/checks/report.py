"""Findings → JSON, as `findings.schema.json` beside this module describes it."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from govpub.model.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from govpub.errors import Position
    from govpub.model.finding import Finding, Span

__all__ = ["SCHEMA_VERSION", "findings_schema", "to_json"]

SCHEMA_VERSION = 1
"""Raised when a program that reads the old form would misread the new one."""


def to_json(findings: Iterable[Finding], version: str) -> str:
    """Return the findings as JSON text that ends with a line feed; `version` is govpub's own."""
    listed = [_finding(finding) for finding in findings]
    severities = Counter(finding["severity"] for finding in listed)
    document: dict[str, Any] = {
        "version": SCHEMA_VERSION,
        "tool": {"name": "govpub", "version": version},
        "summary": {
            "findings": len(listed),
            "errors": severities[Severity.ERROR.value],
            "warnings": severities[Severity.WARNING.value],
            "rules": dict(sorted(Counter(finding["rule"] for finding in listed).items())),
        },
        "findings": listed,
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
        "unit": finding.unit,
        "message": finding.message,
        "source": _span(finding.source),
        "target": _span(finding.target),
        "suggestion": finding.suggestion,
        "article": _position(finding.article_at),
    }


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
