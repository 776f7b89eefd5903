"""One fault is told once, by the rule that says more of it, and is lost by no choice of rules."""

from datetime import date

import pytest

from govpub.checks import CheckContext, check_document, read_document, selected_rules
from govpub.checks.retold import retold
from govpub.checks.settlement import settle
from govpub.errors import Position
from govpub.glossary import Scanner, parse_glossary
from govpub.locales import EN, ZH_CN
from govpub.model.finding import Finding, Severity, Span
from govpub.model.segment import Segment, State, Unit
from govpub.po import parse_po
from govpub.resources import starter_glossary

DAY = date(2024, 12, 25)
SHAANXI = ("陕西粮食丰收。", "A good harvest in Shanxi.")
BALANCES = ("把握“五个统筹”。", "Keep the “five balances”.")


@pytest.fixture(scope="module")
def scanner():
    path = starter_glossary()
    glossary = parse_glossary(parse_po(path.read_text(encoding="utf-8"), path), path)
    return Scanner(glossary, source=ZH_CN, target=EN, day=DAY)


def settled(scanner, texts, select=(), comments=()):
    source, target = texts
    unit = Unit(
        segment=Segment(id="s", text=source),
        target=target,
        state=State.TRANSLATED,
        at=Position(None, 7),
        comments=comments,
    )
    rules = selected_rules(select)
    document = read_document((unit,), CheckContext(source=ZH_CN, target=EN, scanner=scanner, day=DAY), rules)
    return settle(document, check_document(document, rules), rules)


def told(findings):
    return [f"{each.severity.value} {each.rule}" for each in findings]


@pytest.mark.parametrize(
    ("texts", "rules"),
    [
        (SHAANXI, ["error terms.forbidden"]),
        (BALANCES, ["error terms.expired"]),
        (("陕西粮食丰收。", "A good harvest in Shan Xi."), ["error names.place"]),
        (("西藏自治区成立。", "Tibet Autonomous Region was founded."), ["error terms.forbidden"]),
        # Two faults stay two.
        (("陕西和河北粮食丰收。", "A good harvest in Shanxi and He Bei."), ["error terms.forbidden"] * 2),
        (
            ("陕西和西藏粮食丰收。", "A good harvest in Shan Xi and Tibet."),
            ["error terms.forbidden", "error names.place"],
        ),
        (("把握“五个统筹”。", "Coordinate well."), ["error terms.missing"]),
    ],
)
def test_a_fault_that_two_rules_find_is_told_once(scanner, texts, rules):
    assert told(settled(scanner, texts).findings) == rules


@pytest.mark.parametrize(
    ("texts", "rule", "severity"),
    [
        (SHAANXI, "names.place", "error"),
        (SHAANXI, "terms.forbidden", "error"),
        (BALANCES, "terms.missing", "error"),
        (BALANCES, "terms.expired", "error"),
    ],
)
def test_each_rule_speaks_where_it_is_asked_alone(scanner, texts, rule, severity):
    assert told(settled(scanner, texts, (rule,)).findings) == [f"{severity} {rule}"]


def test_who_waives_the_rule_that_speaks_has_waived_the_fault(scanner):
    own = settled(scanner, SHAANXI, comments=("govpub: ignore terms.forbidden -- as quoted",))
    assert (told(own.findings), told(own.waived)) == ([], ["error terms.forbidden"])


def test_a_waiver_of_the_rule_that_is_silent_waives_something(scanner):
    comment = "govpub: ignore names.place, terms.forbidden -- as quoted"
    own = settled(scanner, SHAANXI, comments=(comment,))
    assert (told(own.findings), told(own.waived)) == ([], ["error terms.forbidden"])


def test_a_grave_finding_is_not_silenced_by_a_mild_one():
    def finding(rule, severity, unit="s"):
        return Finding(rule=rule, severity=severity, message="m", unit=unit, source=Span("五个统筹", 0, 4))

    missing, mild = (finding("terms.missing", each) for each in (Severity.ERROR, Severity.WARNING))
    expired = finding("terms.expired", Severity.WARNING)
    assert retold((missing, expired)) == frozenset()
    assert retold((expired, mild)) == {1}
    assert retold((finding("terms.expired", Severity.ERROR), mild, missing)) == {1, 2}
    assert retold((mild, finding("terms.expired", Severity.ERROR, unit="t"))) == frozenset()
