"""The walk through a document: selection, order, places, wording, state."""

from pathlib import Path

import pytest
from hypothesis import given
from support.strategies import mixed_text
from support.terms import scanner, term

from govpub.checks import RULES, CheckContext, check_units, selected_rules
from govpub.errors import Position, UsageError
from govpub.locales import EN, ZH_CN
from govpub.model.inline import Strong
from govpub.model.segment import Placeholder, Segment, State, Unit

CATALOG, ARTICLE = Path("articles/x.en.po"), Path("articles/x.md")
CONTEXT = CheckContext(source=ZH_CN, target=EN, scanner=scanner(), catalog=CATALOG, article=ARTICLE)


def unit(source, target, state=State.TRANSLATED, number=1, **more):
    segment = Segment(id=f"s{number}", text=source, at=Position(ARTICLE, number, 3), **more)
    return Unit(segment=segment, target=target, state=state, at=Position(CATALOG, 10 * number))


def test_rules_are_selected_by_name_and_family():
    assert selected_rules() == tuple(RULES.values())
    named = [rule.name for rule in selected_rules(["terms.case", "structure"])]
    assert named[-1] == "terms.case"
    assert {"structure.placeholder", "structure.waiver"} < set(named)
    left = {rule.name for rule in selected_rules(["terms"], ["terms.first-use", "completeness"])}
    assert {"terms.missing", "terms.forbidden", "terms.case"} <= left
    assert left == {name for name in RULES if name.startswith("terms.") and name != "terms.first-use"}


@pytest.mark.parametrize("names", [{"select": ["terms.absent"]}, {"ignore": ["term"]}])
def test_an_unknown_rule_is_a_mistake_of_usage(names):
    with pytest.raises(UsageError, match="no such rule"):
        list(check_units([], CONTEXT, **names))


def test_findings_come_in_document_order_with_their_places():
    units = [
        unit("两会", "meetings", number=1),
        unit("开幕", "", State.UNTRANSLATED, number=2),
        unit("国务院", "the Council", number=3),
    ]
    found = list(check_units(units, CONTEXT))
    assert [(each.rule, each.unit) for each in found] == [
        ("terms.missing", "s1"),
        ("completeness.untranslated", "s2"),
        ("terms.missing", "s3"),
    ]
    assert [str(each.at) for each in found] == ["articles/x.en.po:10", "articles/x.en.po:20", "articles/x.en.po:30"]
    assert [str(each.article_at) for each in found] == ["articles/x.md:1:3", "articles/x.md:2:3", "articles/x.md:3:3"]


def test_places_without_a_file_are_those_of_the_document():
    bare = Unit(segment=Segment(id="s", text="两会", at=Position(line=4)), target="x", state=State.TRANSLATED)
    [finding] = check_units([bare], CONTEXT)
    assert (finding.at, finding.article_at) == (Position(CATALOG), Position(ARTICLE, 4))
    nowhere = CheckContext(source=ZH_CN, target=EN, scanner=scanner(), catalog=CATALOG)
    lone = Unit(segment=Segment(id="s", text="两会"), target="x", state=State.TRANSLATED, at=Position(line=9))
    [finding] = check_units([lone], nowhere)
    assert (finding.at, finding.article_at) == (Position(CATALOG, 9), None)
    [finding] = check_units([lone], CheckContext(source=ZH_CN, target=EN, scanner=scanner()))
    assert finding.at == Position(None, 9)


def test_a_finding_names_the_term_its_renderings_its_authority_and_the_mend():
    reader = scanner(term("两会", "two sessions", also=("Two Sessions of X",), authority="a guide, 2024"))
    context = CheckContext(source=ZH_CN, target=EN, scanner=reader)
    [finding] = check_units([unit("两会", "meetings")], context)
    assert (
        finding.message
        == "“两会” has no approved rendering; approved: “two sessions”, “Two Sessions of X”; authority: a guide, 2024"
    )
    assert finding.suggestion == "two sessions"


def test_a_rendering_with_a_gap_is_not_proposed():
    [finding] = check_units([unit("省委常委会", "they")], CONTEXT)
    assert finding.suggestion == ""


def test_into_chinese_the_term_itself_is_proposed():
    context = CheckContext(source=EN, target=ZH_CN, scanner=scanner(back=True))
    [finding] = check_units([unit("The State Council met.", "会议召开。")], context)
    assert (finding.suggestion, "“国务院”" in finding.message) == ("国务院", True)


def test_without_a_glossary_there_are_no_terms():
    assert list(check_units([unit("两会", "x")], CheckContext(source=ZH_CN, target=EN))) == []


def test_an_article_s_placeholders_are_those_of_its_segments():
    # The article may hold the characters <1> where no placeholder is; only the segment knows.
    whole = unit("<1>甲</1>", "<1>A</1>", placeholders=(Placeholder(1, Strong(), True),))
    assert list(check_units([whole], CONTEXT)) == []
    [first, *_] = check_units([unit("甲", "<1>A</1>")], CONTEXT)
    assert first.rule == "structure.placeholder"


@given(mixed_text, mixed_text)
def test_every_rule_answers_on_every_text(source, target):
    for state in State:
        for finding in check_units([unit(source or "-", target, state)], CONTEXT):
            for span in (finding.source, finding.target):
                assert 0 <= span.start <= span.end <= len(span.text)
