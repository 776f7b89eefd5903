"""A glossary held to its own rules."""

from datetime import date
from pathlib import Path

import pytest
from support.terms import TERMS, glossary, term

from govpub.glossary import parse_glossary
from govpub.glossary import test_glossary as prove
from govpub.model.finding import Severity
from govpub.model.term import Example, TermClass
from govpub.po import parse_po
from govpub.resources import starter_glossary

DAY = date(2025, 1, 1)


def rules(*terms):
    return [finding.rule for finding in prove(glossary(*terms), DAY)]


def test_terms_that_keep_the_rules_have_no_findings():
    assert rules(*TERMS) == []


@pytest.mark.parametrize(
    ("terms", "wanted"),
    [
        ([term("甲", "", note="to do")], ["glossary.empty"]),
        ([term("甲", "——")], ["glossary.empty"]),
        ([term("甲", "Alpha", term_class=TermClass.FORMULATION)], ["glossary.authority"]),
        ([term("甲", "Alpha", term_class=TermClass.ORGANISATION)], ["glossary.authority"]),
        ([term("甲", "Alpha", term_class=TermClass.LAW)], ["glossary.authority"]),
        ([term("甲", "Alpha", term_class=TermClass.LAW, authority="gazette")], []),
        ([term("甲", "Alpha", valid_from=date(2025, 1, 2), valid_to=date(2025, 1, 1))], ["glossary.dates"]),
        ([term("甲", "Alpha", not_in=("乙丙",))], ["glossary.not-in"]),
        ([term("甲", "Alpha", not_in=("甲“丙”",))], []),
        ([term("甲", "two upholds", never=("the Two Upholds",))], ["glossary.conflict"]),
        ([term("甲", "Republic", never=("Republic of X",))], []),
        ([term("甲", "Alpha"), term("甲", "B")], ["glossary.duplicate"]),
        ([term("“甲”", "Alpha"), term("甲", "Alpha")], ["glossary.duplicate"]),
        ([term("甲", "Alpha"), term("甲", "B", sense="2")], []),
        ([term("甲", "Alpha"), term("甲", "B", sense="2", never=("Alpha",))], ["glossary.conflict"]),
        (
            [
                term("甲", "Alpha", valid_to=date(2024, 1, 1)),
                term("甲", "B", sense="2", never=("Alpha",), valid_from=date(2024, 1, 2)),
            ],
            [],
        ),
        (
            [term("甲", "Alpha", valid_to=date(2024, 1, 2)), term("甲", "B", sense="2", valid_from=date(2024, 1, 2))],
            ["glossary.contradiction"],
        ),
    ],
)
def test_what_contradicts_itself_is_found(terms, wanted):
    assert rules(*terms) == wanted


@pytest.mark.parametrize(
    ("ok", "wanted"),
    [
        (Example("做到甲", "make the upholds"), []),
        (Example("做到乙", "make the upholds"), ["glossary.ok"]),
        (Example("做到甲", "make safeguards"), ["glossary.ok"]),
        (Example("做到甲丙", "make upholds"), ["glossary.ok"]),
        (Example("做到甲丙", "make upholds in spring"), []),
        (Example("做到甲", "do U"), []),
    ],
)
def test_ok_examples_are_run_against_the_whole_glossary(ok, wanted):
    terms = [term("甲", "uphold", short=("U",), ok=(ok,)), term("丙", "spring")]
    assert rules(*terms) == wanted


def test_a_fault_of_another_term_is_a_warning():
    terms = [term("甲", "uphold", ok=(Example("甲丙", "uphold"),)), term("丙", "spring")]
    [finding] = prove(glossary(*terms), DAY)
    assert finding.severity is Severity.WARNING
    assert "丙" in finding.message
    assert finding.source.text == "甲丙"


@pytest.mark.parametrize(
    ("bad", "wanted"),
    [
        (Example("甲", "safeguards"), []),
        (Example("甲", "nothing"), []),
        (Example("甲", "upholds"), ["glossary.bad"]),
        (Example("没有", "safeguards"), ["glossary.bad"]),
    ],
)
def test_bad_examples_must_fail(bad, wanted):
    assert rules(term("甲", "uphold", never=("safeguard",), bad=(bad,))) == wanted


def test_a_dated_term_is_tried_on_a_day_on_which_it_holds():
    old = term(
        "甲", "Alpha", sense="old", valid_to=date(2020, 1, 1), ok=(Example("甲", "Alpha"),), bad=(Example("甲", "B"),)
    )
    new = term(
        "甲", "B", sense="new", valid_from=date(2020, 1, 2), ok=(Example("甲", "B"),), bad=(Example("甲", "Alpha"),)
    )
    coming = term("乙", "C", valid_from=date(2030, 1, 1), ok=(Example("乙", "C"),))
    assert rules(old, new, coming) == []


def test_the_shipped_glossary_passes():
    path = starter_glossary()
    found = prove(parse_glossary(parse_po(path.read_text(encoding="utf-8"), Path(path.name)), Path(path.name)), DAY)
    assert [f"{finding.at}: {finding.message}" for finding in found] == []
