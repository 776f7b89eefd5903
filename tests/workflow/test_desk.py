"""The desk: what is confirmed is on disk, signed and reviewed; progress is counted."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desks import ONE, THREE, TWO, article_at, at_desk, ids_of, on_disk
from support.strategies import mixed_text

from govpub.errors import ConflictError, InputError
from govpub.model.segment import State
from govpub.po import parse_po
from govpub.workflow.desk import Confirmed
from govpub.workflow.memory import open_store
from govpub.workflow.translate import translate
from govpub.workflow.workspace import project_at


def test_opening_makes_the_catalog_as_translate_does(desk, path, tmp_path):
    content = desk.catalog_path.read_bytes()
    assert translate(path).states[State.UNTRANSLATED] == 4
    assert desk.catalog_path.read_bytes() == content
    assert [unit.segment.text for unit in desk.units] == ["防汛演练", ONE, TWO, THREE]
    assert (desk.article.id, desk.source.tag, desk.target.tag, desk.person) == ("drill", "zh-CN", "en", "Li Hua")
    assert desk.catalog_path == path.with_name("drill.en.po")
    assert desk.trouble is None


def test_what_is_confirmed_is_on_disk_and_signed(desk):
    first = ids_of(desk)[1]
    done = desk.confirm(first, "The drill has begun.", origin="memory 100 -- drill-2025")
    assert isinstance(done, Confirmed)
    assert done.unit == desk.unit(first)
    assert (done.unit.target, done.unit.state) == ("The drill has begun.", State.TRANSLATED)
    assert done.unit.translator is not None
    assert done.unit.translator.name == "Li Hua"
    assert done.unit.origin == "memory 100 -- drill-2025"
    assert on_disk(desk)[ONE] == "The drill has begun."
    assert translate(desk.article.path).states[State.TRANSLATED] == 1


def test_confirming_what_stands_there_changes_nothing(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.", reviewed=True)
    content = desk.catalog_path.read_bytes()
    desk.confirm(first, "The drill has begun.")
    assert desk.catalog_path.read_bytes() == content
    assert desk.unit(first).state is State.REVIEWED


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory):
    desk = at_desk(article_at(tmp_path_factory.mktemp("one"), ONE))
    yield desk
    desk.close()


@given(text=mixed_text | st.text(st.characters(exclude_categories=()), max_size=5))
def test_any_text_is_on_disk_or_refused(one_desk, text):
    first = ids_of(one_desk)[1]
    one_desk.keep_draft(first, text)
    try:
        one_desk.confirm(first, text)
    except InputError:
        assert any(unicodedata.category(character) in {"Cc", "Cs"} for character in text)
        assert one_desk.drafts[first] == text
        one_desk.drop_draft(first)
    else:
        file = parse_po(one_desk.catalog_path.read_bytes().decode())
        [entry] = [entry for entry in file.entries if entry.msgctxt == first]
        wanted = text if text.strip() else ""
        assert one_desk.unit(first).target == wanted == entry.msgstr[0]
        assert dict(one_desk.drafts) == {}


def test_no_text_takes_the_translation_away(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.", reviewed=True, origin="memory 98")
    desk.confirm(first, "  ")
    unit = desk.unit(first)
    assert (unit.target, unit.state, unit.origin, unit.reviewer) == ("", State.UNTRANSLATED, "", None)
    assert "memory" not in desk.catalog_path.read_text(encoding="utf-8")


def test_reviewing_falls_back_when_the_target_changes(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.")
    done = desk.review(first)
    assert isinstance(done, Confirmed)
    assert done.unit.state is State.REVIEWED
    assert done.unit.reviewer is not None
    desk.confirm(first, "The drill began.")
    assert desk.unit(first).state is State.TRANSLATED
    desk.review(first)
    desk.unreview(first)
    assert desk.unit(first).state is State.TRANSLATED


@pytest.mark.parametrize("take_back", ["unreview", "mark_fuzzy", "undo"])
def test_what_is_reviewed_no_longer_is_not_so_in_the_memory(desk, take_back):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.")
    desk.review(first)
    with open_store(project_at(desk.catalog_path)) as store:
        assert store.statistics().states == {State.REVIEWED: 1}
    if take_back == "undo":
        desk.undo()
    else:
        getattr(desk, take_back)(first)
    with open_store(project_at(desk.catalog_path)) as store:
        assert store.statistics().states == {State.TRANSLATED: 1}
    assert desk.trouble is None


def test_a_review_is_recorded_once_by_each_person(desk, path):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.", reviewed=True)
    content = desk.catalog_path.read_bytes()
    desk.review(first)
    desk.confirm(first, "The drill has begun.", reviewed=True)
    assert desk.catalog_path.read_bytes() == content
    done = at_desk(path, "Wang Fang").review(first)
    assert isinstance(done, Confirmed)
    assert done.unit.reviewer is not None
    assert done.unit.reviewer.name == "Wang Fang"


def test_reviewing_a_fuzzy_unit_confirms_it(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.")
    desk.mark_fuzzy(first)
    assert desk.unit(first).state is State.FUZZY
    desk.review(first)
    assert desk.unit(first).state is State.REVIEWED


def test_there_must_be_something_to_review(desk):
    first = ids_of(desk)[1]
    with pytest.raises(InputError, match="no translation to review"):
        desk.review(first)
    desk.mark_fuzzy(first)
    assert desk.unit(first).state is State.UNTRANSLATED


def test_notes_are_left_and_taken_away(desk):
    first = ids_of(desk)[1]
    desk.note(first, "is 全省 right?")
    desk.note(first, "ask the office")
    assert [note.text for note in desk.notes(first)] == ["is 全省 right?", "ask the office"]
    desk.remove_note(first, 0)
    desk.remove_note(first, 7)
    assert [note.text for note in desk.notes(first)] == ["ask the office"]
    desk.undo()
    assert {note.text for note in desk.notes(first)} == {"is 全省 right?", "ask the office"}


def test_half_a_character_cannot_be_saved_and_is_kept(desk, path):
    first = ids_of(desk)[1]
    with pytest.raises(InputError, match="half a character stands at 5"):
        desk.confirm(first, "The \ud83d drill")
    assert desk.unit(first).target == ""
    assert dict(desk.drafts) == {first: "The \ud83d drill"}
    desk.close()
    assert dict(at_desk(path).drafts) == {first: "The \ud83d drill"}


def test_a_segment_that_is_not_there(desk):
    for call in (
        lambda: desk.unit("nowhere"),
        lambda: desk.confirm("nowhere", "x"),
        lambda: desk.findings("nowhere", "x"),
        lambda: desk.begin("nowhere"),
    ):
        with pytest.raises(ConflictError, match="no such segment"):
            call()


def test_progress_counts_segments_and_words(desk):
    first, second = ids_of(desk)[1:3]
    desk.confirm(first, "The drill has begun.", reviewed=True)
    desk.confirm(second, "It has three stages.")
    desk.mark_fuzzy(second)
    progress = desk.progress
    assert (progress.segments, progress.done) == (4, 1)
    assert dict(progress.states) == {
        State.UNTRANSLATED: 2,
        State.FUZZY: 1,
        State.TRANSLATED: 0,
        State.REVIEWED: 1,
    }
