"""The desk: what is done can be taken back, and done again."""

from __future__ import annotations

from support.desks import ONE, at_desk, ids_of, on_disk

from govpub.model.segment import State
from govpub.workflow.desk import Confirmed


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


def test_undo_says_what_the_article_no_longer_has(desk, path):
    first, second = ids_of(desk)[1:3]
    desk.confirm(second, "It has three stages.")
    desk.confirm(first, "one")
    path.write_text(path.read_text(encoding="utf-8").replace(ONE, "另一句话。"), encoding="utf-8")
    step = desk.undo()
    assert step is not None
    assert (step.action, step.ids, step.clashes, step.gone) == ("confirm", (), (), (first,))
    step = desk.undo()  # and the way to what was done before is free
    assert step is not None
    assert (step.ids, step.gone) == ((second,), ())
    desk.redo()
    step = desk.redo()
    assert step is not None
    assert step.gone == (first,)


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
