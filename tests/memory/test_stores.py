"""What every store promises, tried on the one in a file and on the plainest one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.memories import DAY, ListStore, remembered
from support.strategies import mixed_text

from govpub.locales import EN, ZH_CN
from govpub.memory import Added, Selection, Side, SqliteStore, sqlite_index
from govpub.model.segment import State

LENGTHS = range(1000)
DRILL = "全省防汛演练在云岭举行。"


@pytest.fixture(params=["file", "list"])
def store(request, tmp_path):
    store = SqliteStore(tmp_path / "memory.sqlite") if request.param == "file" else ListStore()
    yield store
    store.close()


def test_an_entry_comes_back_as_it_went_in(store):
    entry = remembered(
        DRILL,
        "A flood drill was held in <1>Yunling</1>.",
        origin="govpub",
        article="flood-drill",
        translator="Li Hua",
        time=DAY,
        state=State.REVIEWED,
        before="标题",
        after="下一句。",
        batch="7",
    )
    assert store.add([entry]) == Added(new=1)
    assert list(store.all(Selection())) == [entry]
    assert store.exact(DRILL, ZH_CN, EN, limit=9) == (entry,)
    assert store.exact(DRILL, EN, ZH_CN, limit=9) == ()
    assert store.exact(DRILL[:-1], ZH_CN, EN, limit=9) == ()


def test_the_same_again_is_not_stored_twice(store):
    entries = [remembered(DRILL, "one"), remembered(DRILL, "two"), remembered(DRILL, "one", before="上文")]
    assert store.add([*entries, *entries]) == Added(new=3, same=3)
    assert store.add(iter(entries)) == Added(same=3)
    assert store.count(Selection()) == 3
    assert store.statistics().sources == 1


def test_several_translations_the_newest_first(store):
    store.add([remembered(DRILL, f"text {days}", time=DAY + timedelta(days)) for days in (1, 3, 2)])
    store.add([remembered(DRILL, "without a day")])
    assert [entry.target for entry in store.exact(DRILL, ZH_CN, EN, limit=9)] == [
        "text 3",
        "text 2",
        "text 1",
        "without a day",
    ]


def test_a_newer_translation_of_a_place_replaces_the_older(store):
    place = {"article": "flood-drill", "before": "标题", "after": "下一句。"}
    assert store.add([remembered(DRILL, "old", time=DAY, **place)]) == Added(new=1)
    assert store.add([remembered(DRILL, "new", time=DAY + timedelta(1), **place)]) == Added(replaced=1)
    assert store.add([remembered(DRILL, "late", time=DAY - timedelta(1), **place)]) == Added(same=1)
    assert store.add([remembered(DRILL, "elsewhere", time=DAY, **place | {"article": "other"})]) == Added(new=1)
    assert {entry.target for entry in store.exact(DRILL, ZH_CN, EN, limit=9)} == {"new", "elsewhere"}
    assert [entry.target for entry in store.containing("old", EN, Side.TARGET)] == []
    chain = [remembered(DRILL, f"text {days}", time=DAY + timedelta(days), **place) for days in range(5, 9)]
    assert store.add(chain) == Added(replaced=4)
    assert [entry.target for entry in store.all(Selection(article="flood-drill"))] == ["text 8"]


def test_of_many_translations_those_of_the_place_come_first(store):
    entries = [remembered("表1", f"Table {n % 3}", before=f"第{n}章", time=DAY + timedelta(n)) for n in range(300)]
    assert store.add(entries) == Added(new=300)
    assert store.add(entries) == Added(same=300)
    found = store.exact("表1", ZH_CN, EN, neighbours=("第7章", ""), limit=3)
    assert [entry.before for entry in found] == ["第7章", "第299章", "第298章"]


def test_what_is_confirmed_again_is_newer(store):
    store.add([remembered(DRILL, "text", time=DAY, translator="Li Hua")])
    again = remembered(DRILL, "text", time=DAY + timedelta(1), translator="Wang Fang", state=State.REVIEWED)
    assert store.add([again, remembered(DRILL, "text")]) == Added(same=2)
    assert list(store.all(Selection())) == [again]


def test_a_review_can_be_taken_back_and_given_again_within_a_second(store):
    reviewed = remembered(DRILL, "text", time=DAY, state=State.REVIEWED)
    withdrawn = replace(reviewed, state=State.TRANSLATED)
    for said in (reviewed, withdrawn, reviewed):
        store.add([said])
        assert list(store.all(Selection())) == [said]
    store.add([replace(withdrawn, time=DAY - timedelta(1))])
    assert list(store.all(Selection())) == [reviewed], "what is older changes nothing"


def test_alike_texts_are_found(store):
    others = [f"第{number}号通知印发各市县。" for number in range(50)]
    store.add([remembered(text, "x") for text in (DRILL, *others)])
    store.add([remembered("A flood drill was held.", "防汛演练举行。", source_locale=EN, target_locale=ZH_CN)])
    assert DRILL in store.similar("全省防汛演练在云山举行。", ZH_CN, lengths=LENGTHS, limit=20)
    assert DRILL not in store.similar("全省防汛演练在云山举行。", ZH_CN, lengths=range(5), limit=20)
    assert len(store.similar("第3号通知", ZH_CN, lengths=LENGTHS, limit=20)) == 20
    assert store.similar("The flood drill was held.", EN, lengths=LENGTHS, limit=20) == ["A flood drill was held."]
    assert store.similar("鱼", ZH_CN, lengths=LENGTHS, limit=20) == []


@pytest.mark.parametrize(
    ("wanted", "side", "found"),
    [
        ("防汛", Side.SOURCE, 2),
        ("汛", Side.SOURCE, 2),
        ("防汛演练在云岭", Side.SOURCE, 1),
        ("防<1>汛", Side.SOURCE, 2),
        ("旱", Side.SOURCE, 0),
        ("抗旱", Side.SOURCE, 0),
        ("flood", Side.TARGET, 2),
        ("FLOOD Control Drill", Side.TARGET, 1),
        ("lood contro", Side.TARGET, 1),
        ("ontro", Side.TARGET, 1),
        ("flood drill", Side.TARGET, 0),
        ("l", Side.TARGET, 2),
        (". f", Side.TARGET, 1),
        ("straße", Side.TARGET, 1),
        ("nowhere", Side.TARGET, 0),
        ("防汛", Side.TARGET, 0),
    ],
)
def test_a_text_is_found_on_its_side(store, wanted, side, found):
    store.add(
        [
            remembered("全省<1>防汛</1>演练在云岭举行。", "A Flood Control Drill was held in Yunling."),
            remembered("关于防汛的通知", "Circular. Floods in Straße 5"),
            remembered("FLOOD", "l 防汛", source_locale=EN, target_locale=ZH_CN),
        ]
    )
    locale = ZH_CN if side is Side.SOURCE else EN
    assert len(list(store.containing(wanted, locale, side))) == found


def test_the_last_stored_is_found_first(store):
    store.add([remembered(f"第{number}次防汛会议", f"Meeting {number}") for number in range(600)])
    found = [entry.target for entry in store.containing("防汛会议", ZH_CN, Side.SOURCE)]
    assert found == [f"Meeting {number}" for number in reversed(range(600))]
    assert [entry.target for entry in store.containing("汛", ZH_CN, Side.SOURCE)] == found


@pytest.mark.parametrize(
    ("selection", "left"),
    [
        (Selection(article="a"), {"2", "3", "4"}),
        (Selection(origin="x.tmx"), {"1", "2", "4"}),
        (Selection(batch="9"), {"1", "3", "4"}),
        (Selection(before=DAY + timedelta(hours=1)), {"2", "3", "4"}),
        (Selection(since=DAY), {"3", "4"}),
        (Selection(since=DAY + timedelta(hours=1)), {"1", "3", "4"}),
        (Selection(text="防汛"), {"3", "4"}),
        (Selection(text="THREE"), {"1", "2", "4"}),
        (Selection(article="a", batch="9"), {"1", "2", "3", "4"}),
        (Selection(), set()),
    ],
)
def test_what_is_selected_is_forgotten(store, selection, left):
    targets = {"1": "one", "2": "two", "3": "three", "4": "four"}
    store.add(
        [
            remembered("防汛一", "one", article="a", time=DAY),
            remembered("防汛二", "two", batch="9", time=DAY + timedelta(1)),
            remembered("抗旱三", "three", origin="x.tmx"),
            remembered("抗旱四", "four", article="d", state=State.REVIEWED),
        ]
    )
    expected = [targets[name] for name in sorted(left)]
    assert store.count(selection) == 4 - len(left)
    assert store.forget(selection) == 4 - len(left)
    assert [entry.target for entry in store.all(Selection())] == expected
    assert store.forget(selection) == 0
    found = {entry.target for text in ("防汛", "抗旱") for entry in store.containing(text, ZH_CN, Side.SOURCE)}
    assert found == set(expected)
    assert len(store.similar("防汛五", ZH_CN, lengths=LENGTHS, limit=9)) == len({"1", "2"} & left)
    store.add([remembered("防汛六", "six")])
    assert [entry.target for entry in store.containing("six", EN, Side.TARGET)] == ["six"]


def test_what_is_stored_is_counted(store):
    empty = store.statistics()
    assert (empty.entries, empty.sources, empty.oldest, empty.newest, dict(empty.years)) == (0, 0, None, None, {})
    store.add(
        [
            remembered("一", "one", article="a", time=DAY, origin="govpub", state=State.REVIEWED),
            remembered("一", "One", article="b", time=DAY.replace(year=2020), origin="govpub"),
            remembered("two", "二", source_locale=EN, target_locale=ZH_CN, origin="x.tmx"),
        ]
    )
    counted = store.statistics()
    assert (counted.entries, counted.sources) == (3, 2)
    assert dict(counted.pairs) == {("zh-CN", "en"): 2, ("en", "zh-CN"): 1}
    assert dict(counted.states) == {State.REVIEWED: 1, State.TRANSLATED: 2}
    assert dict(counted.origins) == {"govpub": 2, "x.tmx": 1}
    assert dict(counted.articles) == {"": 1, "a": 1, "b": 1}
    assert dict(counted.years) == {None: 1, 2020: 1, 2026: 1}
    assert (counted.oldest, counted.newest) == (DAY.replace(year=2020), DAY)


@pytest.fixture
def small(tmp_path, monkeypatch):
    """A store in a file whose limits are reached with little."""
    for name, limit in {"_AT_ONCE": 3_000, "_MANY": 1_000, "_MOST_WORDS": 20, "_MOST_ALTERNATIVES": 5}.items():
        monkeypatch.setattr(sqlite_index, name, limit)
    store = SqliteStore(tmp_path / "small.sqlite")
    store.add(
        remembered(f"第{number}次全省防汛会议{number * 7919}", f"flooding{number} held") for number in range(3_000)
    )
    store.add([remembered("全省防汛会议结束", "It held 7")])
    yield store
    store.close()


def test_what_comes_in_parts_is_found_as_a_whole(small):
    assert len(list(small.containing("防汛会议", ZH_CN, Side.SOURCE))) == 3_001
    assert len(list(small.containing("held", EN, Side.TARGET))) == 3_001
    assert len(list(small.containing("ooding1234 h", EN, Side.TARGET))) == 1
    assert len(list(small.containing("ooding12", EN, Side.TARGET))) == 111, "a part of more words than are looked up"
    text = "第1234次全省防汛会议9772046"
    assert text in small.similar(f"{text}召开", ZH_CN, lengths=LENGTHS, limit=20)


def test_of_a_frequent_gram_the_last_stored_are_looked_at(small, monkeypatch):
    monkeypatch.setattr(sqlite_index, "_BUDGET", 1_000)
    assert "全省防汛会议结束" in small.similar("防汛会", ZH_CN, lengths=LENGTHS, limit=2_000)
    assert len(small.similar("防汛会", ZH_CN, lengths=LENGTHS, limit=2_000)) < 2_000


def test_an_index_made_anew_finds_the_same(small):
    assert small.forget(Selection(text="flooding2")) == 1_111
    assert len(list(small.containing("防汛会议", ZH_CN, Side.SOURCE))) == 1_890
    assert len(list(small.containing("flooding1", EN, Side.TARGET))) == 1_111
    assert list(small.containing("flooding2", EN, Side.TARGET)) == []


texts = mixed_text.filter(lambda text: text and not re.search("[\ud800-\udfff]", text))
places = st.fixed_dictionaries({"article": st.sampled_from(["", "a"]), "before": st.sampled_from(["", "上"])})
times = st.sampled_from([None, DAY, DAY + timedelta(1)])


@given(st.lists(st.tuples(texts, texts, places, times), max_size=12))
def test_both_stores_do_the_same(entries):
    one, other = SqliteStore(":memory:"), ListStore()
    for source, target, place, time in entries:
        entry = remembered(source, target, time=time, **place)
        assert one.add([entry]) == other.add([entry])
    assert sorted(map(repr, one.all(Selection()))) == sorted(map(repr, other.all(Selection())))
    for source, target, _place, _time in entries:
        assert one.exact(source, ZH_CN, EN, limit=9) == other.exact(source, ZH_CN, EN, limit=9)
        assert source in one.similar(source, ZH_CN, lengths=range(10**6), limit=256)
        for side, locale, text in ((Side.SOURCE, ZH_CN, source), (Side.TARGET, EN, target)):
            for wanted in (text, text[1:3], text[-4:]):
                here, there = one.containing(wanted, locale, side), other.containing(wanted, locale, side)
                assert sorted(map(repr, here)) == sorted(map(repr, there))
    one.close()
