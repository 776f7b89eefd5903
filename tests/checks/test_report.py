"""Findings as JSON, against the schema that ships."""

import json
from pathlib import Path

import jsonschema
import pytest

from govpub.checks import SCHEMA_VERSION, findings_schema, to_json
from govpub.errors import Position
from govpub.model.finding import Finding, Severity, Span

FINDINGS = (
    Finding(
        rule="terms.forbidden",
        severity=Severity.ERROR,
        message="“two safeguards” is refused",
        unit="0123456789",
        at=Position(Path("articles/x.en.po"), 12),
        article_at=Position(Path("articles/x.md"), 3, 5),
        source=Span("两个维护", 0, 4),
        target=Span("two safeguards", 0, 14),
        suggestion="two upholds",
    ),
    Finding(rule="terms.first-use", severity=Severity.WARNING, message="m", article_at=Position(line=2)),
    Finding(rule="terms.first-use", severity=Severity.WARNING, message="m"),
)


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(findings_schema())


@pytest.mark.parametrize("count", [0, 1, 3])
def test_reports_keep_the_schema(count):
    text = to_json(FINDINGS[:count], "1.2.3")
    assert text.endswith("}\n")
    jsonschema.validate(json.loads(text), findings_schema())


def test_a_report_says_what_was_found():
    report = json.loads(to_json(FINDINGS, "1.2.3"))
    assert report["version"] == SCHEMA_VERSION
    assert report["tool"] == {"name": "govpub", "version": "1.2.3"}
    assert report["summary"] == {
        "findings": 3,
        "errors": 1,
        "warnings": 2,
        "rules": {"terms.first-use": 2, "terms.forbidden": 1},
    }
    assert report["findings"][0] == {
        "rule": "terms.forbidden",
        "severity": "error",
        "path": "articles/x.en.po",
        "line": 12,
        "unit": "0123456789",
        "message": "“two safeguards” is refused",
        "source": {"text": "两个维护", "start": 0, "end": 4},
        "target": {"text": "two safeguards", "start": 0, "end": 14},
        "suggestion": "two upholds",
        "article": {"path": "articles/x.md", "line": 3, "column": 5},
    }
    assert report["findings"][1]["article"] == {"path": "", "line": 2, "column": None}
    assert report["findings"][2]["source"] is None


@pytest.mark.parametrize(
    "change",
    [{"rule": "Terms"}, {"severity": "grave"}, {"line": 0}, {"source": {"text": "x"}}, {"extra": 1}, {"message": ""}],
)
def test_the_schema_refuses_what_is_not_a_finding(change):
    report = json.loads(to_json(FINDINGS, "1.2.3"))
    report["findings"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(report, findings_schema())
