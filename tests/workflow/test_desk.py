"""The desk: what is confirmed is on disk, what is typed is kept, what is done can be taken back."""

from __future__ import annotations

import subprocess
import unicodedata

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desks import FRONT, article_at, at_desk, edit_catalog
from support.strategies import mixed_text

from govpub.errors import CatalogError, ConflictError, InputError
from govpub.model.segment import State
from govpub.po import parse_po
from govpub.workflow.desk import Clash, Confirmed
from govpub.workflow.memory import open_store
from govpub.workflow.translate import translate
from govpub.workflow.workspace import article_files, project_at

ONE, TWO, THREE = "全省开始防汛演练。", "演练共有三个阶段。", "有关部门参加了演练。"


@pytest.fixture
def path(tmp_path):
    return article_at(tmp_path, ONE, TWO, THREE)


@pytest.fixture
def desk(path):
    desk = at_desk(path)
    yield desk
    desk.close()


def ids_of(desk):
    return [unit.segment.id for unit in desk.units]


def on_disk(desk):
    file = parse_po(desk.catalog_path.read_text(encoding="utf-8"))
    return {entry.msgid: entry.msgstr[0] for entry in file.entries if not entry.obsolete}


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


# Drafts


def test_what_is_typed_is_offered_to_the_next_session(desk, path):
    first, second = ids_of(desk)[1:3]
    desk.keep_draft(first, "The dr")
    desk.keep_draft(first, "The drill\nhas")
    desk.keep_draft(second, "x")
    desk.drop_draft(second)
    desk.close()
    again = at_desk(path)
    assert dict(again.drafts) == {first: "The drill\nhas"}
    again.confirm(first, "The drill has begun.")
    assert dict(again.drafts) == {}
    again.close()
    assert dict(at_desk(path).drafts) == {}


def test_drafts_are_a_person_s_own(desk, path):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "The drill")
    other = at_desk(path, "Wang Fang")
    assert dict(other.drafts) == {}
    other.keep_draft(first, "A drill")
    other.close()
    desk.close()
    assert dict(at_desk(path).drafts) == {first: "The drill"}
    assert dict(at_desk(path, "Wang Fang").drafts) == {first: "A drill"}


def test_what_stands_on_disk_is_no_draft(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.")
    desk.keep_draft(first, "The drill has begun!")
    desk.keep_draft(first, "The drill has begun.")
    assert dict(desk.drafts) == {}


def test_two_sessions_of_one_person_do_not_mix_and_lose_nothing(desk, path):
    first, second, third = ids_of(desk)[1:4]
    beside = at_desk(path)
    desk.keep_draft(first, "one")
    beside.keep_draft(second, "two")
    beside.confirm(third, "Three.")
    assert dict(beside.drafts) == {second: "two"}
    desk.close()
    beside.close()
    again = at_desk(path)
    assert dict(again.drafts) == {first: "one", second: "two"}
    step = again.undo()
    assert step is not None
    assert step.ids == (third,)
    again.close()
    assert dict(at_desk(path).drafts) == {first: "one", second: "two"}


def test_a_session_that_is_open_keeps_its_own(desk, path):
    second = ids_of(desk)[2]
    beside = at_desk(path)
    beside.keep_draft(second, "two")
    desk.close()
    again = at_desk(path)
    assert dict(again.drafts) == {}
    beside.close()
    again.close()
    assert dict(at_desk(path).drafts) == {second: "two"}


def test_the_journals_are_hidden(desk, tmp_path):
    desk.keep_draft(ids_of(desk)[1], "The drill")
    assert [found.name for found in article_files(tmp_path)] == ["drill.md"]
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    listed = subprocess.run(
        ["git", "status", "--short", "-uall"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert sorted(line.split()[1] for line in listed.stdout.splitlines()) == [
        "articles/drill.en.po",
        "articles/drill.md",
        "govpub.toml",
    ]


# Undo


def test_undo_goes_back_to_the_beginning_and_redo_to_the_end(desk):
    first, second = ids_of(desk)[1:3]
    states = [desk.catalog_path.read_bytes()]

    def did(_outcome):
        states.append(desk.catalog_path.read_bytes())

    did(desk.confirm(first, "The drill has begun."))
    did(desk.review(first))
    did(desk.note(first, "ask the office"))
    did(desk.confirm(second, "It has three stages."))
    did(desk.mark_fuzzy(second))
    did(desk.confirm(first, "The drill began."))
    did(desk.unreview(first))
    for state in reversed(states[:-1]):
        if desk.catalog_path.read_bytes() != state:
            assert desk.undo() is not None
        assert desk.catalog_path.read_bytes() == state
    assert desk.undo() is None
    for state in states[1:-1]:
        assert desk.redo() is not None
        assert desk.catalog_path.read_bytes() == state
    assert desk.redo() is None


def test_undo_works_after_reopening(desk, path):
    first = ids_of(desk)[1]
    for text in ("one", "two", "three"):
        desk.confirm(first, text)
    desk.undo()
    desk.close()
    again = at_desk(path)
    assert again.unit(first).target == "two"
    again.redo()
    assert again.unit(first).target == "three"
    again.close()
    again = at_desk(path)
    assert [again.undo() is not None for _time in range(4)] == [True, True, True, False]
    assert again.unit(first).target == ""
    again.close()
    assert at_desk(path).undo() is None


def test_a_new_step_ends_what_can_be_redone(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    desk.undo()
    desk.confirm(first, "two")
    assert desk.redo() is None
    desk.undo()
    assert desk.unit(first).target == ""


def test_undo_leaves_alone_what_somebody_else_changed_since(desk, path):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    desk.confirm(first, "two")
    other = at_desk(path, "Wang Fang")
    other.confirm(first, "theirs")
    step = desk.undo()
    assert step is not None
    assert step.ids == ()
    [clash] = step.clashes
    assert (clash.mine, clash.theirs, clash.theirs_by.name) == ("one", "theirs", "Wang Fang")
    assert on_disk(desk)[ONE] == "theirs"
    assert desk.clashes == {first: clash}
    desk.settle(first, "one")
    assert on_disk(desk)[ONE] == "one"
    assert desk.clashes == {}


def test_undo_does_not_take_back_a_review_by_somebody_else(desk, path):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    at_desk(path, "Wang Fang").review(first)
    step = desk.undo()
    assert step is not None
    assert step.clashes[0].theirs == "one"
    assert desk.unit(first).state is State.REVIEWED


def test_undo_keeps_a_note_that_somebody_else_left_since(desk, path):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    at_desk(path, "Wang Fang").note(first, "look here")
    step = desk.undo()
    assert step is not None
    assert step.clashes == ()
    assert desk.unit(first).target == ""
    assert [note.text for note in desk.notes(first)] == ["look here"]


def test_a_draft_on_top_of_one_s_own_undone_step_is_no_clash(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    desk.keep_draft(first, "one and a half")
    desk.undo()
    assert desk.clashes == {}
    assert isinstance(desk.confirm(first, "one and a half"), Confirmed)


# Others


def test_others_changes_are_merged_by_entry(desk, path):
    first, second, third = ids_of(desk)[1:4]
    other = at_desk(path, "Wang Fang")
    other.confirm(second, "theirs")
    edit_catalog(desk, f'msgid "{THREE}"\nmsgstr ""', f'msgid "{THREE}"\nmsgstr "Poedit\'s"')
    assert isinstance(desk.confirm(first, "mine"), Confirmed)
    assert on_disk(desk) == {"防汛演练": "", ONE: "mine", TWO: "theirs", THREE: "Poedit's"}
    assert desk.unit(third).target == "Poedit's"
    assert desk.refresh() == (second, third)
    assert desk.refresh() == ()
    assert other.refresh() == (first, third)
    assert other.refresh() == ()


def test_where_both_changed_the_same_entry_both_texts_are_kept(desk, path):
    first = ids_of(desk)[1]
    desk.begin(first)
    at_desk(path, "Wang Fang").confirm(first, "theirs", reviewed=True)
    outcome = desk.confirm(first, "mine")
    assert isinstance(outcome, Clash)
    assert (outcome.mine, outcome.theirs, outcome.theirs_state) == ("mine", "theirs", State.REVIEWED)
    assert on_disk(desk)[ONE] == "theirs"
    assert dict(desk.drafts) == {first: "mine"}
    desk.close()
    again = at_desk(path)
    assert again.clashes == {first: outcome}
    assert isinstance(again.confirm(first, "mine"), Clash)
    assert isinstance(again.settle(first, "mine and theirs"), Confirmed)
    assert on_disk(again)[ONE] == "mine and theirs"
    assert (dict(again.clashes), dict(again.drafts)) == ({}, {})
    again.undo()
    assert on_disk(again)[ONE] == "theirs"
    assert again.unit(first).state is State.REVIEWED


def test_a_refresh_in_between_does_not_hide_a_clash(desk, path):
    first = ids_of(desk)[1]
    desk.begin(first)
    at_desk(path, "Wang Fang").confirm(first, "theirs")
    assert desk.refresh() == (first,)
    assert isinstance(desk.confirm(first, "mine"), Clash)
    assert on_disk(desk)[ONE] == "theirs"


def test_who_sees_theirs_first_may_change_it(desk, path):
    first = ids_of(desk)[1]
    desk.begin(first)
    at_desk(path, "Wang Fang").confirm(first, "theirs")
    desk.refresh()
    assert desk.begin(first).target == "theirs"
    assert isinstance(desk.confirm(first, "mine"), Confirmed)


def test_taking_theirs_ends_a_clash(desk, path):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "mine")
    at_desk(path, "Wang Fang").confirm(first, "theirs")
    assert isinstance(desk.confirm(first, "mine"), Clash)
    assert isinstance(desk.settle(first, "theirs"), Confirmed)
    assert (dict(desk.clashes), dict(desk.drafts)) == ({}, {})
    assert isinstance(desk.confirm(first, "mine after all"), Confirmed)


def test_dropping_mine_ends_a_clash(desk, path):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "mine")
    at_desk(path, "Wang Fang").confirm(first, "theirs")
    desk.refresh()
    assert desk.clashes[first].theirs == "theirs"
    desk.drop_draft(first)
    assert dict(desk.clashes) == {}
    assert isinstance(desk.confirm(first, "mine"), Confirmed)


def test_a_clash_that_changes_again_clashes_again(desk, path):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "mine")
    other = at_desk(path, "Wang Fang")
    other.confirm(first, "theirs")
    assert isinstance(desk.confirm(first, "mine"), Clash)
    other.confirm(first, "theirs, better")
    outcome = desk.settle(first, "mine")
    assert isinstance(outcome, Clash)
    assert outcome.theirs == "theirs, better"
    desk.refresh()
    assert isinstance(desk.settle(first, "mine"), Confirmed)


def test_a_look_at_the_clashes_does_not_let_through_what_was_not_shown(desk, path):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "mine")
    other = at_desk(path, "Wang Fang")
    other.confirm(first, "theirs")
    desk.refresh()
    shown = desk.clashes[first]
    other.confirm(first, "theirs, better")
    desk.refresh()
    assert desk.clashes[first].theirs == "theirs, better"
    assert isinstance(desk.settle(first, "mine", shown), Clash)
    desk.drop_draft(first)
    desk.keep_draft(first, "mine")
    other.refresh()
    other.confirm(first, "theirs, best")
    desk.refresh()
    assert desk.clashes[first].theirs == "theirs, best"
    assert isinstance(desk.settle(first, "mine", desk.clashes[first]), Confirmed)


def test_the_same_text_by_two_people_is_no_clash(desk, path):
    first = ids_of(desk)[1]
    desk.begin(first)
    at_desk(path, "Wang Fang").confirm(first, "the same")
    done = desk.confirm(first, "the same", reviewed=True)
    assert isinstance(done, Confirmed)
    assert done.unit.state is State.REVIEWED
    assert done.unit.translator is not None
    assert done.unit.translator.name == "Wang Fang"


def test_notes_by_two_people_are_both_kept(desk, path):
    first = ids_of(desk)[1]
    at_desk(path, "Wang Fang").note(first, "theirs")
    desk.note(first, "mine")
    assert [note.text for note in desk.notes(first)] == ["theirs", "mine"]


def test_a_review_of_a_text_that_changed_meanwhile_is_a_clash(desk, path):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    desk.begin(first)
    other = at_desk(path, "Wang Fang")
    other.confirm(first, "two")
    assert isinstance(desk.review(first), Clash)
    assert isinstance(desk.review(first), Clash)
    desk.begin(first)
    assert isinstance(desk.review(first), Confirmed)
    assert dict(desk.drafts) == {}


def test_poedit_changing_the_same_entry_is_a_clash(desk):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "mine")
    edit_catalog(desk, f'msgid "{ONE}"\nmsgstr ""', f'msgid "{ONE}"\nmsgstr "Poedit\'s"')
    outcome = desk.confirm(first, "mine")
    assert isinstance(outcome, Clash)
    assert (outcome.theirs, outcome.theirs_by) == ("Poedit's", None)


def test_another_program_writing_the_whole_catalog_anew_changes_nothing(desk):
    first, second = ids_of(desk)[1:3]
    desk.confirm(first, "A long sentence, longer than a line of such a program: " + "the drill has begun " * 9 + ".")
    desk.review(first)
    desk.note(first, "a note that is as long as a line of such a program, and a bit longer than that, too")
    before = desk.unit(first)
    polib.pofile(str(desk.catalog_path), wrapwidth=78).save()
    assert desk.refresh() in {(), (first,)}
    again = desk.unit(first)
    assert (again.target, again.state, again.reviewer) == (before.target, before.state, before.reviewer)
    assert isinstance(desk.confirm(second, "mine"), Confirmed)
    assert isinstance(desk.confirm(first, "Shorter."), Confirmed)
    for _step in range(3):
        assert desk.undo() is not None
    assert (desk.unit(first).target, desk.unit(first).state) == (before.target, State.REVIEWED)
    assert dict(desk.clashes) == {}


def test_what_another_program_left_out_comes_back(desk):
    first, second = ids_of(desk)[1:3]
    desk.confirm(first, "one")
    desk.confirm(second, "two")
    text = desk.catalog_path.read_text(encoding="utf-8")
    start = text.index(f'msgctxt "{second}"')
    desk.catalog_path.write_text(text[:start].rpartition("\n\n")[0] + "\n", encoding="utf-8")
    assert isinstance(desk.confirm(first, "one, better"), Confirmed)
    assert on_disk(desk) == {"防汛演练": "", ONE: "one, better", TWO: "two", THREE: ""}


@pytest.mark.parametrize("broken", ["", 'msgid "', 'msgid "a"\nmsgstr "\\'])
def test_a_catalog_that_is_half_written_harms_nothing(desk, broken):
    first = ids_of(desk)[1]
    desk.confirm(first, "one")
    whole = desk.catalog_path.read_bytes()
    desk.catalog_path.write_text(broken, encoding="utf-8")
    assert desk.refresh() == ()
    assert desk.trouble is not None
    assert desk.unit(first).target == "one"
    with pytest.raises(InputError):
        desk.confirm(first, "two")
    assert desk.catalog_path.read_text(encoding="utf-8") == broken
    assert dict(desk.drafts) == {first: "two"}
    desk.catalog_path.write_bytes(whole)
    assert desk.refresh() == ()
    assert isinstance(desk.confirm(first, "two"), Confirmed)
    assert (desk.trouble, dict(desk.drafts)) == (None, {})


def test_a_catalog_that_is_gone(desk):
    first = ids_of(desk)[1]
    desk.catalog_path.unlink()
    assert desk.refresh() == ()
    with pytest.raises(InputError):
        desk.confirm(first, "two")
    assert dict(desk.drafts) == {first: "two"}


def test_a_catalog_that_is_gone_is_said_and_the_text_kept(desk, path):
    _title, first, second, _third = ids_of(desk)
    desk.confirm(first, "one")
    desk.catalog_path.unlink()
    with pytest.raises(CatalogError, match="the catalog is gone") as caught:
        desk.confirm(second, "two")
    assert "take it back from git" in caught.value.hint
    assert dict(desk.drafts) == {second: "two"}
    assert not desk.catalog_path.exists()


def test_the_article_changing_underneath_is_carried_over(desk, path):
    title, first, second, third = ids_of(desk)
    desk.confirm(first, "one")
    desk.confirm(second, "two")
    desk.keep_draft(third, "thr")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(TWO + "\n\n", "").replace(THREE, "各有关部门参加了演练。"), encoding="utf-8")
    changed = desk.refresh()
    assert {second, third} <= set(changed)
    assert title not in changed
    assert first not in changed
    new = ids_of(desk)[-1]
    assert [unit.segment.text for unit in desk.units][1:] == [ONE, "各有关部门参加了演练。"]
    with pytest.raises(ConflictError, match="no such segment"):
        desk.confirm(third, "three")
    assert dict(desk.drafts) == {}
    offered = {match.text: match.entry.origin for match in desk.matches(new)}
    assert offered == {"three": "draft"}


def test_what_is_confirmed_is_confirmed_for_the_article_as_it_is_now(desk, path):
    title, first, second, third = ids_of(desk)
    desk.confirm(first, "one")
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(TWO + "\n\n", "").replace("title: 防汛演练", "title: 防汛大演练"), encoding="utf-8")
    translate(path)
    at_desk(path, "Wang Fang").confirm(title, "Their title")
    assert isinstance(desk.confirm(third, "three"), Confirmed)
    assert on_disk(desk) == {"防汛大演练": "Their title", ONE: "one", THREE: "three"}
    assert desk.unit(title).state is State.TRANSLATED
    assert set(desk.refresh()) == {title, second}


def test_an_article_that_is_half_written_is_read_later(desk, path):
    content = path.read_bytes()
    path.write_text("---\nid: dr", encoding="utf-8")
    assert desk.refresh() == ()
    assert desk.trouble is not None
    path.write_text(content.decode() + "\n新的一段。\n", encoding="utf-8")
    assert len(desk.refresh()) == 1
    assert [unit.segment.text for unit in desk.units][-1] == "新的一段。"
    assert path.read_text(encoding="utf-8").startswith(FRONT)
