"""What the memory offers for a segment, in which order, and what it says of each offer."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.memories import DAY, ListStore, remembered
from support.strategies import mixed_text

from govpub.errors import InputError
from govpub.glossary import Scanner
from govpub.locales import EN, ZH_CN
from govpub.matching import LONGEST, Change, VetoKind
from govpub.memory import Match, MatchKind, Memory, Passage, Side, SqliteStore
from govpub.memory.grams import plain
from govpub.model.term import Glossary, Term

DRILL = "全省防汛演练在云岭市举行。"


@pytest.fixture(params=["file", "list"])
def memory(request, tmp_path):
    store = SqliteStore(tmp_path / "memory.sqlite") if request.param == "file" else ListStore()
    yield Memory(store, ZH_CN, EN)
    store.close()


def texts(matches: tuple[Match, ...]) -> list[str]:
    return [match.text for match in matches]


def test_the_same_place_before_the_same_text_before_a_like_one(memory):
    memory.remember(
        [
            remembered(DRILL, "by chance", time=DAY + timedelta(9)),
            remembered(DRILL, "in its place", time=DAY, before="标题", after="下文。"),
            remembered(DRILL, "half in its place", time=DAY + timedelta(1), before="标题", after="别的。"),
            remembered("全省防汛演练在云岭举行。", "nearly"),
            remembered("抗旱。", "not at all"),
        ]
    )
    found = memory.lookup(DRILL, "标题", "下文。")
    assert texts(found) == ["in its place", "by chance", "half in its place", "nearly"]
    assert [match.kind for match in found] == [MatchKind.CONTEXT, MatchKind.EXACT, MatchKind.EXACT, MatchKind.FUZZY]
    assert [match.score for match in found] == [100, 100, 100, 96]
    assert all(match.fills for match in found)
    assert texts(memory.lookup(DRILL, "标题", "下文。", limit=2)) == ["in its place", "by chance"]
    assert MatchKind.CONTEXT not in {match.kind for match in memory.lookup(DRILL)}, "no neighbours, no context"


@given(mixed_text, mixed_text, st.sampled_from([0, 50, 75, 100]))
def test_any_text_may_be_asked_for(text, other, threshold):
    store = SqliteStore(":memory:")
    memory = Memory(store, ZH_CN, EN)
    try:
        memory.remember([remembered(source, "x") for source in (text, other) if source])
    except InputError:  # half a character
        assert re.search("[\ud800-\udfff]", text + other)
    else:
        found = memory.lookup(text, threshold=threshold)
        assert not text or found[0].kind is MatchKind.EXACT
        assert all(match.score >= threshold for match in found)
        assert [passage.entry.source for passage in memory.search(text)].count(text) == bool(plain(text).strip())
    store.close()


@pytest.mark.parametrize("text", ["防汛" * 10_000, "a" * 20_000, "flood " * 4_000, "<1>" * 9_000, "1" * 20_000])
def test_a_very_long_text(memory, text):
    memory.remember([remembered(text, text)])
    assert memory.lookup(text)[0].kind is MatchKind.EXACT
    assert memory.lookup(text[:-9]) == (), "pages are not compared"
    memory.search(text[:-9])


def test_a_long_sentence(memory):
    text = "防汛演练" * (LONGEST // 4)
    memory.remember([remembered(text, text)])
    assert memory.lookup(text[:-9])[0].score > 99


def test_each_target_once(memory):
    memory.remember([remembered(DRILL, "drill", article=name) for name in "abcdefg"])
    memory.remember(
        [remembered("全省防汛演练在云岭举行。", "drill"), remembered("全省防汛演练在云岭镇举行。", "other")]
    )
    assert texts(memory.lookup(DRILL)) == ["drill", "other"]


def test_a_threshold_keeps_the_poor_ones_away(memory):
    memory.remember(
        [remembered("全省防汛演练在云岭市举行了两天。", "long"), remembered("全省抗旱会议在青河市举行。", "poor")]
    )
    assert texts(memory.lookup(DRILL)) == ["long"]
    assert texts(memory.lookup(DRILL, threshold=50)) == ["long", "poor"]
    assert memory.lookup(DRILL, threshold=95) == ()
    assert memory.lookup(DRILL, threshold=100) == ()
    assert memory.lookup("") == ()


def test_a_like_text_says_where_it_differs(memory):
    memory.remember([remembered("全省防汛演练在青河市举行。", "drill")])
    (match,) = memory.lookup(DRILL)
    assert "".join(piece.text for piece in match.difference if piece.kind is not Change.ADDED) == match.entry.source
    assert "".join(piece.text for piece in match.difference if piece.kind is not Change.REMOVED) == DRILL
    assert "青河" in {piece.text for piece in match.difference if piece.kind is Change.REMOVED}


def test_another_quarter_is_vetoed(memory):
    memory.remember([remembered("一季度全省财政收入同比增长。", "Revenue rose.")])
    (match,) = memory.lookup("二季度全省财政收入同比增长。")
    assert [veto.kind for veto in match.vetoes] == [VetoKind.DATE]
    assert not match.fills
    assert match.adapted is None


def test_another_number_is_adapted_and_marked(memory):
    memory.remember([remembered("全省共新增床位350张。", "A total of 350 beds were added in the province.")])
    (match,) = memory.lookup("全省共新增床位420张。")
    assert match.adapted == match.text == "A total of 420 beds were added in the province."
    assert match.entry.target == "A total of 350 beds were added in the province."
    assert (match.kind, match.vetoes, match.fills) == (MatchKind.FUZZY, (), True)
    assert match.score < 100


def test_another_term_is_vetoed(memory):
    glossary = Glossary(
        source=ZH_CN,
        target=EN,
        terms=(Term(source="应急预案", rendering="response plan"), Term(source="应急方案", rendering="scheme")),
    )
    scanner = Scanner(glossary, source=ZH_CN, target=EN)
    memory.remember([remembered("全省启动防汛应急预案。", "The response plan was launched.")])
    (match,) = memory.lookup("全省启动防汛应急方案。", scanner=scanner)
    assert VetoKind.TERM in {veto.kind for veto in match.vetoes}


def test_placeholders_weigh_one_character(memory):
    memory.remember([remembered("全省<1>防汛</1>演练<2/>举行。", "A <1>flood</1> drill<2/> was held.")])
    (match,) = memory.lookup("全省<3>防汛</3>演练<14/>举行。")
    assert (match.kind, match.score) == (MatchKind.FUZZY, 100)


def test_english_sources(memory):
    english = Memory(memory.store, EN, ZH_CN)
    english.remember(
        [
            remembered("Notice of the Flood Drill", "防汛演练通知", source_locale=EN, target_locale=ZH_CN),
            remembered(DRILL, "Notice of the Flood Drill"),
        ]
    )
    assert texts(english.lookup("Notice of the flood drills")) == ["防汛演练通知"]
    assert memory.lookup("Notice of the Flood Drill") == (), "each direction for itself"


def test_a_search_finds_both_sides(memory):
    entries = [
        remembered(DRILL, "A flood drill was held."),
        remembered("Flood drill", "防汛演练", source_locale=EN, target_locale=ZH_CN),
        remembered("关于Flood的通知", "Circular on <1>flood</1> Flood control"),
    ]
    memory.remember(entries)
    assert memory.search("防汛") == (Passage(entry=entries[0], side=Side.SOURCE, spans=((2, 4),)),)
    assert memory.search("FLOOD") == (
        Passage(entry=entries[2], side=Side.SOURCE, spans=((2, 7),)),
        Passage(entry=entries[2], side=Side.TARGET, spans=((15, 20), (25, 30))),
        Passage(entry=entries[0], side=Side.TARGET, spans=((2, 7),)),
    )
    assert memory.search("on flood")[0].spans == (), "a placeholder stands in between"
    assert len(memory.search("l", limit=2)) == 2
    assert memory.search("  ") == memory.search("<1>") == memory.search("旱灾") == ()


def test_a_search_tells_places_where_letters_fold_into_two(memory):
    memory.remember([remembered("一", "Straße 5 and STRASSE")])
    (passage,) = memory.search("straße")
    assert [passage.entry.target[start:end] for start, end in passage.spans] == []
    (passage,) = memory.search("Straße")
    assert [passage.entry.target[start:end] for start, end in passage.spans] == ["Straße"]
