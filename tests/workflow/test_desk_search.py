"""Search and replace at the desk: with preview, as one step, and no expression hangs it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desks import article_at, at_desk, ids_of
from support.strategies import mixed_text

from govpub.errors import UsageError
from govpub.model.segment import Segment, State, Unit
from govpub.workflow.desk import Hit, Replacement, text_search
from govpub.workflow.desk.pattern_finder import found
from govpub.workflow.desk.text_search import BOTH_SIDES, hits, replacements

ONE, TWO, THREE = "全省开始防汛演练。", "防汛演练共有三个阶段。", "有关部门参加了演练。"
TARGETS = ("The Drill has begun.", "The drill has three stages.", "Departments took part in the drill, a drill.")


@pytest.fixture
def desk(tmp_path):
    desk = at_desk(article_at(tmp_path, ONE, TWO, THREE))
    for unit, target in zip(desk.units[1:], TARGETS, strict=True):
        desk.confirm(unit.segment.id, target)
    yield desk
    desk.close()


def units(*targets):
    return [
        Unit(segment=Segment(id=f"s{number}", text="原文"), target=target, state=State.TRANSLATED)
        for number, target in enumerate(targets)
    ]


def texts_at(desk, found_hits):
    return [
        (desk.unit(hit.id).segment.text if hit.side == "source" else desk.unit(hit.id).target)[hit.start : hit.end]
        for hit in found_hits
    ]


def test_a_text_is_found_on_both_sides_in_order(desk):
    ids = ids_of(desk)
    assert [hit.id for hit in desk.search("防汛")] == ids[:3]
    assert texts_at(desk, desk.search("drill")) == ["Drill", "drill", "drill", "drill"]
    assert texts_at(desk, desk.search("drill", case=True)) == ["drill"] * 3
    assert desk.search("drill", side="source") == ()
    assert desk.search("防汛", side="target") == ()
    assert desk.search("") == ()
    assert desk.search("a.d") == ()


def test_an_expression_is_python_s(desk):
    assert texts_at(desk, desk.search(r"\bdrill\b", regex=True)) == ["Drill", "drill", "drill", "drill"]
    assert texts_at(desk, desk.search(r"d\w+l", regex=True, case=True)) == ["drill"] * 3
    assert texts_at(desk, desk.search("x*", regex=True)) == []
    [hit] = desk.search(r"(three)|(four)", regex=True)
    assert hit.groups == ("three", "three", None)


@pytest.mark.parametrize("pattern", ["(", "*", "(?P<a>", "[z-a]", "a{9999999999999}", "(?<=a+)b", "\\"])
def test_what_is_no_expression_is_said(desk, pattern):
    with pytest.raises(UsageError, match="not a regular expression") as told:
        desk.search(pattern, regex=True)
    assert told.value.hint


def test_an_expression_that_explodes_is_ended(monkeypatch):
    monkeypatch.setattr(text_search, "PATIENCE", 0.3)
    with pytest.raises(UsageError, match="takes too long"):
        hits(units("a" * 40), "(a+)+b", sides=BOTH_SIDES, case=True, regex=True)


def test_a_search_that_fails_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(text_search, "_FINDER", tmp_path / "gone.py")
    with pytest.raises(UsageError, match="cannot be searched for"):
        hits(units("a"), "a", sides=BOTH_SIDES, case=True, regex=True)


def test_the_finder_needs_nothing_of_govpub():
    asked = {"pattern": "(b)", "case": False, "texts": ["aBc", "\ud800b", ""]}
    program = [sys.executable, "-I", "-S", text_search._FINDER]
    done = subprocess.run(program, input=json.dumps(asked).encode(), capture_output=True, check=True)
    expected = {"found": [[[1, 2, ["B", "B"]]], [[1, 2, ["b", "b"]]], []]}
    assert json.loads(done.stdout) == expected
    assert json.loads(json.dumps(found(asked))) == expected
    assert set(found(asked | {"pattern": "("})) == {"error"}


@given(st.lists(mixed_text, min_size=1, max_size=4), st.data())
def test_a_hit_is_where_the_text_stands(targets, data):
    whole = "".join(targets)
    if not whole:
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    wanted = whole[start : start + data.draw(st.integers(1, 4))]
    for hit in hits(units(*targets), wanted, sides=BOTH_SIDES, case=True, regex=False):
        assert targets[int(hit.id[1:])][hit.start : hit.end] == wanted == hit.groups[0]
    counts = sum(target.count(wanted) for target in targets)
    assert len(hits(units(*targets), wanted, sides=("target",), case=True, regex=False)) == counts


@given(st.lists(mixed_text, min_size=1, max_size=4), mixed_text.filter(bool), mixed_text)
def test_replacing_is_what_python_does(targets, wanted, replacement):
    all_units = {unit.segment.id: unit for unit in units(*targets)}
    found_hits = hits(all_units.values(), wanted, sides=BOTH_SIDES, case=True, regex=False)
    made = {each.id: each for each in replacements(all_units, found_hits, replacement, regex=False)}
    for id_, unit in all_units.items():
        after = unit.target.replace(wanted, replacement)
        assert (made[id_].after if id_ in made else unit.target) == after


def test_a_preview_says_what_would_be(desk):
    hits_ = desk.search("drill", side="target", case=True)
    preview = desk.preview_replacement(hits_, "exercise")
    assert [(each.before, each.after, each.count) for each in preview] == [
        (TARGETS[1], "The exercise has three stages.", 1),
        (TARGETS[2], "Departments took part in the exercise, a exercise.", 2),
    ]
    assert [unit.target for unit in desk.units[1:]] == list(TARGETS)


def test_hits_in_sources_and_stale_ones_are_left_out(desk):
    first = desk.units[1].segment.id
    hits_ = [*desk.search("防汛"), *desk.search("begun")]
    desk.confirm(first, "It starts.")
    assert desk.preview_replacement(hits_, "x") == ()
    gone = Hit(id="gone", side="target", start=0, end=1, groups=("a",))
    assert desk.preview_replacement([gone], "x") == ()
    assert desk.preview_replacement(desk.search("starts"), "starts") == ()


def test_overlapping_hits_are_replaced_once():
    both = [Hit(id="s0", side="target", start=start, end=start + 2, groups=("aa",)) for start in (0, 1)]
    [made] = replacements({"s0": units("aaa")[0]}, both, "b", regex=False)
    assert (made.after, made.count) == ("ba", 1)


def test_groups_stand_for_what_they_matched(desk):
    hits_ = desk.search(r"(\w+) drill( x)?", side="target", regex=True, case=True)
    preview = desk.preview_replacement(hits_, r"\1 \\ \g<0>\2 \n\t\.", regex=True)
    assert [each.after for each in preview] == [
        "The \\ The drill \n\t. has three stages.",
        "Departments took part in the \\ the drill \n\t., a \\ a drill \n\t..",
    ]


@pytest.mark.parametrize("replacement", [r"\3", r"\g<3>", r"\g<100>", r"\g<99999999999999999999>"])
def test_a_group_that_there_is_not(desk, replacement):
    hits_ = desk.search(r"(\w+) drill( x)?", side="target", regex=True)
    with pytest.raises(UsageError, match="no group"):
        desk.preview_replacement(hits_, replacement, regex=True)


def test_replacing_is_one_step(desk):
    first, second, third = ids_of(desk)[1:]
    desk.review(second)
    desk.mark_fuzzy(third)
    before = desk.catalog_path.read_bytes()
    step = desk.replace(desk.preview_replacement(desk.search("drill"), "exercise"))
    assert (step.action, step.ids, step.clashes) == ("replace", (first, second, third), ())
    assert [unit.target for unit in desk.units[1:]] == [
        "The exercise has begun.",
        "The exercise has three stages.",
        "Departments took part in the exercise, a exercise.",
    ]
    assert [unit.state for unit in desk.units[1:]] == [State.TRANSLATED, State.TRANSLATED, State.FUZZY]
    taken = desk.undo()
    assert taken is not None
    assert taken.ids == step.ids
    assert desk.catalog_path.read_bytes() == before
    again = desk.redo()
    assert again is not None
    assert again.ids == step.ids


def test_what_somebody_else_changed_since_the_preview_is_a_clash(desk, tmp_path):
    first, second = ids_of(desk)[1:3]
    preview = desk.preview_replacement(desk.search("drill"), "exercise")
    other = at_desk(desk.article.path, "Wang Fang")
    other.confirm(first, "Theirs.")
    step = desk.replace(preview)
    assert first not in step.ids
    assert second in step.ids
    [clash] = step.clashes
    assert (clash.mine, clash.theirs) == ("The exercise has begun.", "Theirs.")
    other.refresh()
    other.confirm(second, "Theirs, too.")
    desk.refresh()
    late = desk.replace([Replacement(id=second, before="The exercise has three stages.", after="x", count=1)])
    assert (late.ids, late.clashes[0].theirs) == ((), "Theirs, too.")
    taken = desk.undo()
    assert taken is not None
    assert second not in taken.ids
    assert desk.unit(second).target == "Theirs, too."


def test_replacing_nothing_is_no_step(desk):
    assert desk.replace([]).ids == ()
    first = desk.units[-1].segment.id
    step = desk.undo()
    assert step is not None
    assert step.ids == (first,)
