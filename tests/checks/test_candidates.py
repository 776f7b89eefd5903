"""A rule that names its candidates finds nothing in any other unit: asked of all, it says the same."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.check_cases import read_cases
from support.strategies import mixed_text

from govpub.checks import RULES, CheckContext
from govpub.checks.concordance import Concordance
from govpub.checks.rules import read_document
from govpub.glossary import Scanner, parse_glossary
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit
from govpub.po import parse_po

HERE = Path(__file__).parent
GLOSSARY = parse_glossary(parse_po((HERE / "glossary.po").read_text(encoding="utf-8")))
ASKING = [rule for rule in RULES.values() if rule.candidates is not None]
CASES = {
    rule.name: [
        (unit.segment.text, unit.target)
        for name in ("right", "wrong")
        for case in read_cases(HERE / rule.name / f"{name}.txt")
        for unit in case.units
    ]
    for rule in ASKING
}


def document(pairs, back):
    source, target = (EN, ZH_CN) if back else (ZH_CN, EN)
    context = CheckContext(source=source, target=target, scanner=Scanner(GLOSSARY, source=source, target=target))
    units = [
        Unit(segment=Segment(id=f"s{number}", text=ours), target=theirs, state=State.TRANSLATED)
        for number, (ours, theirs) in enumerate(pairs)
    ]
    return read_document(units, context, tuple(RULES.values()))


def assert_nothing_is_passed_by(rule, pairs, back):
    whole = document(pairs, back)
    named = rule.candidates(whole)
    assert set(named) <= set(range(len(pairs)))
    for number, (unit, reading) in enumerate(whole.readings):
        if number not in named and (rule.drafts or whole.is_final(number)):
            assert not list(rule.check(unit, reading)), (rule.name, unit)


@pytest.mark.parametrize("rule", ASKING, ids=lambda rule: rule.name)
@given(data=st.data(), back=st.booleans())
def test_candidates_leave_nothing_out(rule, data, back):
    texts = [text for pair in CASES[rule.name] for text in pair]
    text = st.lists(st.sampled_from(texts) | mixed_text, min_size=1, max_size=2).map("".join)
    pair = st.sampled_from(CASES[rule.name]) | st.tuples(text, text)
    assert_nothing_is_passed_by(rule, data.draw(st.lists(pair, min_size=1, max_size=4)), back)


def test_rules_of_many_units_are_asked_about_few():
    pairs = [("开幕式今天举行。", "The opening ceremony was held today.")] * 50
    whole = document(pairs, back=False)
    assert sum(len(rule.candidates(whole)) for rule in ASKING) == 0


def test_a_concordance_finds_units():
    texts = Concordance(["The the sea.", "", "see “it”", "The\nSEA"])
    assert texts.having("sea", "it") == {0, 2}
    assert texts.lowered.having("sea") == {0, 3}
    assert texts.words == {"The", "the", "sea.", "see", "“it”", "SEA"}
    assert texts.having_characters(re.compile("[“”x]")) == {2}
    assert texts.matching(re.compile(r"\bsea?")) == {0, 2}


def test_nothing_is_found_across_two_units():
    texts = Concordance(["the", "the"])
    assert texts.lowered.matching(re.compile(r"([a-z]+)\s*\1")) == set()
