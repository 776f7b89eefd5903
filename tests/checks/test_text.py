"""Rules of text and structure where one unit is not enough: house style, habits, quotations in articles, fixes."""

from pathlib import Path

import pytest

from govpub.checks import CheckContext, check_units
from govpub.locales import EN, ZH_CN
from govpub.model.inline import Link
from govpub.model.segment import Placeholder, Segment, State, Unit
from govpub.model.style import HouseStyle

ARTICLE = Path("articles/x.md")


def unit(source, target, number=0, **more):
    return Unit(segment=Segment(id=f"s{number}", text=source, **more), target=target, state=State.TRANSLATED)


def found(rule, *units, source=ZH_CN, target=EN, **more):
    return list(check_units(units, CheckContext(source=source, target=target, **more), select=[rule]))


def marked(findings):
    return [(each.unit, each.target.text[each.target.start : each.target.end], each.fix) for each in findings]


@pytest.mark.parametrize(
    ("percent", "marks"),
    [
        (None, [("s1", "%", " percent")]),
        ("percent", [("s1", "%", " percent"), ("s2", "%", " percent")]),
        ("%", [("s0", " percent", "%"), ("s0", " percent", "%"), ("s0", " percent", "%")]),
        ("per cent", [("s0", "percent", "per cent")] * 3 + [("s1", "%", " per cent"), ("s2", "%", " per cent")]),
    ],
)
def test_percent_is_held_to_the_house_style_or_to_the_document_s_own(percent, marks):
    units = (
        unit("一", "up 5 percent, 6 percent, 7 percent", 0),
        unit("二", "down 3%", 1),
        unit("三", "down 4%", 2),
    )
    assert marked(found("text.percent-style", *units, style=HouseStyle(percent=percent))) == marks


def test_what_is_joined_to_a_percent_sign_is_left_to_a_person():
    units = (unit("一", "up 5 percent, 6 percent", 0), unit("二", "a 3%-plus rise", 1))
    [finding] = found("text.percent-style", *units)
    assert (finding.suggestion, finding.fix) == (" percent", None)


def test_a_habit_of_spaces_is_told_once():
    tight = [unit(f"增长{number}%", "up", number) for number in range(30)]
    slips = [unit("增长 5%", "up", 100)]
    assert len(found("text.spacing", *tight, *slips)) == 1
    habit = [unit("增长 5%", "up", number) for number in range(30)]
    [finding] = found("text.spacing", *habit)
    assert "30" in finding.message


def test_a_habit_in_the_target_can_be_mended_place_by_place():
    units = [unit("up 5%", "增长5%", number) for number in range(100)]
    [finding] = found("text.spacing", *units, unit("up", "增长 5%", 200), source=EN, target=ZH_CN)
    assert (finding.unit, finding.fix) == ("s200", "")


def test_in_an_article_a_paragraph_closes_what_it_opens():
    units = (
        unit("他说：“甲。", "He said, “A.", 1, block=1),
        unit("乙。”", "B.”", 2, block=1),
        unit("（丙", "(C", 3, block=2),
        unit("丁）", "D)", 4, block=3),
    )
    assert {each.unit for each in found("text.pairs", *units, article=ARTICLE)} == {"s3", "s4"}


def test_a_quotation_of_several_paragraphs_opens_each_and_closes_the_last():
    right = (
        unit("“甲。", "“A.", 1, block=1),
        unit("“乙。", "“B.", 2, block=2),
        unit("“丙。”", "“C.”", 3, block=3),
    )
    assert found("text.pairs", *right, article=ARTICLE) == []
    wrong = (unit("“甲。", "“A.", 1, block=1), unit("乙。”", "B.”", 2, block=2))
    assert {each.unit for each in found("text.pairs", *wrong, article=ARTICLE)} == {"s1", "s2"}


def test_what_is_not_translated_yet_closes_what_was_opened():
    units = (
        unit("他说：“甲。", "He said, “A.", 1, block=1),
        Unit(segment=Segment(id="s2", text="乙。”丙“", block=1), target="", state=State.UNTRANSLATED),
        unit("丁。”", "D.”", 3, block=1),
    )
    assert found("text.pairs", *units, article=ARTICLE) == []
    assert [each.unit for each in found("text.pairs", *units[:1], article=ARTICLE)] == ["s1", "s1"]
    assert found("text.pairs", units[1], article=ARTICLE) == []


def test_what_stands_aside_does_not_end_a_quotation():
    units = (
        unit("“甲。", "“A.", 1, block=1),
        unit("图（一）", "Picture (1)", 2, block=2, role="alt"),
        unit("“丙。”", "“C.”", 3, block=3),
        unit("图（二", "Picture (2", 4, block=4, role="caption"),
    )
    assert [each.unit for each in found("text.pairs", *units, article=ARTICLE)] == ["s4", "s4"]


def test_a_quotation_that_a_later_one_shows_to_be_forgotten_is_found_where_it_opens():
    units = (unit("甲“乙", "a “b", 1), unit("丙“丁”", "c “d”", 2))
    assert [each.unit for each in found("text.pairs", *units)] == ["s1", "s1"]


def test_of_a_text_that_breaks_every_pair_enough_is_said():
    assert len(found("text.pairs", unit("》" * 1000, "a"))) == 50
    assert len(found("text.pairs", unit("（" * 1000, "a"))) <= 51


def test_a_link_to_the_page_in_the_source_language_is_pointed_out():
    def linked(href):
        placeholders = (Placeholder(1, Link((), href, ""), True),)
        return unit("见<1>网站</1>", "See the <1>website</1>", placeholders=placeholders)

    [finding] = found("structure.link", linked("https://zh.example/zh/map/"), article=ARTICLE)
    assert marked([finding]) == [("s0", "<1>", None)]
    assert found("structure.link", linked("https://zh.example/map/"), article=ARTICLE) == []


def test_what_fix_proposes_leaves_nothing_to_find():
    source = "增长8.5%,达到新高 ,见《甲》、《乙》--云政发[2017]047号..."
    target = 'Up  8.5％，a "new" high ,the province\'s tasks 5-8%'
    for back in (False, True):
        text = target if not back else source
        source_locale, target_locale = (ZH_CN, EN) if not back else (EN, ZH_CN)
        for _pass in range(4):
            one = unit("x" if back else "甲", text)
            fixes = [
                (each.target.start, each.target.end, each.fix)
                for each in check_units(
                    [one], CheckContext(source=source_locale, target=target_locale), select=["text"]
                )
                if each.fix is not None
            ]
            place = len(text)
            for start, end, fix in sorted(set(fixes), reverse=True):
                if end <= place:
                    text, place = text[:start] + fix + text[end:], start
        expected = (
            "增长8.5%，达到新高，见《甲》《乙》——云政发〔2017〕47号……"
            if back
            else "Up 8.5%, a “new” high, the province’s tasks 5–8%"
        )
        assert text == expected


def test_an_end_mark_is_proposed_as_the_other_rules_want_it():
    [finding] = found(
        "structure.end-mark", unit("He spoke for a long time…", "他讲了很长时间", 0), source=EN, target=ZH_CN
    )
    assert finding.suggestion == "……"
