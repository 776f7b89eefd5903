"""Every rule against its cases, and what every rule must have."""

from itertools import chain
from pathlib import Path

import pytest
from support.check_cases import read_cases

from govpub.checks import RULES
from govpub.glossary import parse_glossary
from govpub.model.finding import Severity
from govpub.po import parse_po

HERE = Path(__file__).parent
GLOSSARY = parse_glossary(parse_po((HERE / "glossary.po").read_text(encoding="utf-8")))


def cases(kind):
    files = (HERE / rule / f"{kind}.txt" for rule in RULES)
    found = chain.from_iterable(read_cases(file) for file in files if file.is_file())
    return [pytest.param(case, id=case.name) for case in found]


@pytest.mark.parametrize("case", cases("right"))
def test_what_is_right_is_left_alone(case):
    rule = case.name.partition("/")[0]
    assert [finding.message for finding in case.findings(rule, GLOSSARY)] == []


@pytest.mark.parametrize("case", cases("wrong"))
def test_what_is_wrong_is_found_at_its_place(case):
    rule = case.name.partition("/")[0]
    found = case.findings(rule, GLOSSARY)
    marked = [
        " | ".join((each.severity.value, *(span.text[span.start : span.end] for span in (each.source, each.target))))
        for each in found
    ]
    assert marked == list(case.finds)
    for finding in found:
        assert finding.rule == rule
        assert finding.message
        assert finding.at.line == 7
        assert (finding.source.text, finding.target.text) == (case.units[-1].segment.text, case.units[-1].target)
    # A rule may be milder than it says, never graver.
    assert {each.severity for each in found} <= {RULES[rule].severity, Severity.WARNING}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_has_five_cases_of_each_kind_and_an_explanation(rule):
    for kind in ("right", "wrong"):
        assert len(read_cases(HERE / rule.name / f"{kind}.txt")) >= 5
    explanation = rule.explanation or ""
    assert explanation.startswith(f"{rule.name}: ")
    for part in ("\nWrong:  ", "\nRight:  ", "\nTraps: "):
        assert part in explanation
    assert RULES[rule.name] is rule
    assert all(case.finds for case in read_cases(HERE / rule.name / "wrong.txt"))


def test_every_folder_of_cases_has_a_rule():
    assert {folder.name for folder in HERE.iterdir() if folder.is_dir() and folder.name != "__pycache__"} == set(RULES)
