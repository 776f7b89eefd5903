"""What fills an empty segment from memory or glossary, what never does, and that nothing a person wrote is touched."""

from __future__ import annotations

import pytest
from support.filling import DIKES, HEAD, MARKED, TEXT, TITLE, FillingOffice

from govpub.errors import GovpubError
from govpub.locales import EN, ZH_CN
from govpub.memory import Match, MatchKind, Remembered
from govpub.model.segment import Segment, State
from govpub.workflow.prefill import Fill, FillKind, from_memory
from govpub.workflow.pretranslate import pretranslate_all


def test_without_a_memory_nothing_is_filled_and_the_catalog_is_made(office):
    made, fills = office.run()
    assert fills == {}
    assert made.catalog == office.catalog
    assert made.empty[0].segment.text == TITLE
    assert not (office.folder / "memory").exists(), "asking makes no memory"


def test_the_same_text_is_filled_as_fuzzy_with_its_origin_on_record(office):
    office.remember(TEXT, "The drill was held in three counties.")
    _made, fills = office.run()
    assert fills[TEXT].kind is FillKind.EXACT
    entry = office.entry(TEXT)
    assert entry.msgstr == ("The drill was held in three counties.",)
    assert entry.flags == ("fuzzy",)
    assert entry.comments == ("govpub: origin memory 100 -- last-year",)
    assert entry.previous_msgid is None


def test_an_import_is_named_where_there_is_no_article(office):
    office.remember(TEXT, "The drill was held.", article="", origin="agency.tmx")
    office.run()
    assert office.entry(TEXT).comments == ("govpub: origin memory 100 -- agency.tmx",)


def test_a_text_like_it_is_filled_with_the_source_it_was_made_from(office):
    office.remember("演练在三个县同时开始。", "The drill began in three counties.")
    _made, fills = office.run()
    fill = fills[TEXT]
    assert fill.kind is FillKind.FUZZY
    assert 75 <= fill.score < 100
    entry = office.entry(TEXT)
    assert entry.previous_msgid == "演练在三个县同时开始。"
    assert entry.flags == ("fuzzy",)
    assert entry.comments == (f"govpub: origin memory {fill.score} -- last-year",)


def test_other_numbers_are_put_in_and_marked():
    known = Remembered(
        source="转移95人。", target="95 were moved.", source_locale=ZH_CN, target_locale=EN, article="last-year"
    )
    match = Match(entry=known, kind=MatchKind.FUZZY, score=90.9, adapted="120 were moved.")
    fill = from_memory(Segment(id="a", text="转移120人。"), [match])
    assert fill == Fill(
        segment=Segment(id="a", text="转移120人。"),
        kind=FillKind.ADAPTED,
        text="120 were moved.",
        origin="memory 90 adapted -- last-year",
        score=90,
        previous="转移95人。",
        final=False,
    )


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("二季度全市共举行演练。", "一季度全市共举行演练。"),
        ("演练于3月6日在全市举行。", "演练于3月5日在全市举行。"),
        ("全市没有人员伤亡的报告。", "全市有人员伤亡的报告。"),
        ("国务院办公厅今天印发通知。", "国务院今天印发通知。"),
    ],
)
def test_what_says_something_else_is_never_filled(office, text, known):
    office.write(f"{text}\n")
    office.settings("[memory]\nthreshold = 50\n")
    office.remember(known, "Something else.")
    made, fills = office.run()
    assert fills == {}
    [near] = [made.vetoed[unit.segment.id] for unit in made.empty if unit.segment.text == text]
    assert near.entry.source == known
    assert near.vetoes


def test_a_match_whose_markup_is_another_is_not_filled(office):
    office.remember(MARKED, "All departments took part.")
    made, fills = office.run()
    assert fills == {}
    assert MARKED in [unit.segment.text for unit in made.empty]
    office.remember(MARKED, "<1>All departments</1> took part.", article="another")
    assert office.run()[1][MARKED].text == "<1>All departments</1> took part."


def test_a_segment_that_is_wholly_a_term_is_filled_from_the_glossary(office):
    office.term(DIKES, "inspection of dikes")
    office.term("演练", "drill")
    _made, fills = office.run()
    assert list(fills) == [DIKES]
    entry = office.entry(DIKES)
    assert (entry.msgstr, entry.flags) == (("inspection of dikes",), ("fuzzy",))
    assert entry.comments == ("govpub: origin glossary",)


def test_the_same_text_comes_before_a_term_and_a_term_before_a_text_like_it(office):
    office.term(DIKES, "inspection of dikes")
    office.remember("检查堤防。", "Dikes are inspected.")
    assert office.run()[1][DIKES].kind is FillKind.GLOSSARY
    office.edit(DIKES, msgstr=("",), flags=(), comments=())
    office.remember(DIKES, "Inspecting the dikes")
    assert office.run()[1][DIKES].kind is FillKind.EXACT


def test_an_article_in_the_other_language_gets_the_term_itself(tmp_path):
    office = FillingOffice(tmp_path)
    office.term("防汛演练", "flood control drill")
    office.catalog = office.article.with_name("drill.zh-CN.po")
    office.write("- flood control drill\n", HEAD.replace("zh-CN", "en").replace("全市举行防汛演练", "Drill held"))
    assert office.run()[1]["flood control drill"].text == "防汛演练"


def test_a_term_with_a_gap_or_with_two_senses_is_left_to_a_person(office):
    office.write("- 检查堤防\n- 转移\n")
    office.term(DIKES, "inspect … dikes")
    entry = '#. class: term\nmsgctxt "{}"\nmsgid "转移"\nmsgstr "{}"\n\n'
    path = office.folder / "glossary" / "zh_CN-en.po"
    both = entry.format("people", "relocation") + entry.format("money", "transfer")
    path.write_text(path.read_text(encoding="utf-8") + both, encoding="utf-8")
    assert office.run()[1] == {}


@pytest.mark.parametrize("flags", [(), ("fuzzy",)])
def test_what_a_person_wrote_is_not_touched(office, flags):
    office.run()
    office.edit(TEXT, msgstr=("Mine.",), flags=flags, comments=("my note",))
    before = office.entry(TEXT)
    office.remember(TEXT, "The memory's.")
    office.term(TEXT.rstrip("。"), "x")
    _made, fills = office.run()
    assert TEXT not in fills
    assert office.entry(TEXT) == before


def test_a_note_on_an_empty_segment_stays(office):
    office.run()
    note = "govpub: note 2026-11-23T10:00:00+08:00 by Li Hua -- check the number of counties"
    office.edit(TEXT, comments=(note,))
    office.remember(TEXT, "The memory's.")
    office.run()
    assert office.entry(TEXT).comments == (note, "govpub: origin memory 100 -- last-year")


def test_run_again_it_changes_no_byte(office):
    office.remember(TEXT, "The drill was held in three counties.")
    office.remember("检查大堤。", "Inspecting the big dikes.")
    office.run()
    first = office.catalog.read_bytes()
    made, fills = office.run()
    assert fills == {}
    assert office.catalog.read_bytes() == first
    assert made.refusals == ()


CONTEXT = {"before": "一季度全市共转移群众120人。", "after": MARKED}


def test_what_was_reviewed_in_the_same_context_is_fuzzy_all_the_same(office):
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    _made, fills = office.run()
    assert fills[TEXT].kind is FillKind.CONTEXT
    assert office.entry(TEXT).flags == ("fuzzy",)


def test_an_office_may_take_it_for_translated(office):
    office.settings('[memory]\nin-context = "translated"\n')
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    office.remember(DIKES, "Inspecting the dikes")
    _made, fills = office.run()
    assert fills[TEXT].final
    entry = office.entry(TEXT)
    assert entry.flags == ()
    assert entry.comments == ("govpub: origin memory 100 -- last-year",)
    assert office.entry(DIKES).flags == ("fuzzy",), "the same text elsewhere may need other words"


@pytest.mark.parametrize(
    "known",
    [{"state": State.TRANSLATED} | CONTEXT, CONTEXT | {"after": "别的。"}, {}],
    ids=["not reviewed", "another neighbour", "no neighbours"],
)
def test_but_only_what_a_person_reviewed_there(office, known):
    office.settings('[memory]\nin-context = "translated"\n')
    office.remember(TEXT, "The drill was held in three counties.", **known)
    _made, fills = office.run()
    assert not fills[TEXT].final
    assert office.entry(TEXT).flags == ("fuzzy",)


def test_and_not_where_two_reviewers_said_different_things(office):
    office.settings('[memory]\nin-context = "translated"\n')
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    office.remember(TEXT, "The exercise took place in three counties.", article="other", **CONTEXT)
    assert not office.run()[1][TEXT].final


def test_and_not_what_the_glossary_has_outdated(office):
    office.settings('[memory]\nin-context = "translated"\n')
    office.term("演练", "exercise")
    office.remember(TEXT, "The drill was held in three counties.", **CONTEXT)
    _made, fills = office.run()
    assert not fills[TEXT].final


def test_the_threshold_is_the_office_s(office):
    office.remember("演练在三个县同时开始。", "The drill began in three counties.")
    office.settings("[memory]\nthreshold = 98\n")
    assert office.run()[1] == {}
    office.settings("[memory]\nthreshold = 60\n")
    assert TEXT in office.run()[1]


def test_of_many_articles_one_that_fails_keeps_none_back(office):
    office.remember(TEXT, "The drill was held in three counties.")
    broken = office.article.with_name("broken.md")
    broken.write_text("---\nid: broken\n---\n\nx\n", encoding="utf-8")
    results = dict(pretranslate_all([office.folder / "articles"]))
    assert isinstance(results[broken], GovpubError)
    assert len(results[office.article].fills) == 1
