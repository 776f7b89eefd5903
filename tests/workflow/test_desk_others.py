"""The desk beside other people, other programs, and an article that changes underneath."""

from __future__ import annotations

import polib
import pytest
from support.desks import FRONT, ONE, THREE, TWO, at_desk, edit_catalog, ids_of, on_disk

from govpub.errors import CatalogError, ConflictError, InputError
from govpub.model.segment import State
from govpub.workflow.desk import Clash, Confirmed
from govpub.workflow.translate import translate


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
