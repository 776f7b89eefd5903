"""The desk's journals: every whole line counts, whatever happened to the others; they do not grow without bound."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desks import NOON, article_at, at_desk, ids_of
from support.strategies import mixed_text

from govpub.errors import MachineError, UsageError
from govpub.workflow.desk import Confirmed
from govpub.workflow.desk import drafts as draft_module
from govpub.workflow.desk.change import Change, Part
from govpub.workflow.desk.drafts import Draft, Drafts
from govpub.workflow.desk.history import Done, History
from govpub.workflow.desk.journal import Journal, lines_of, written

lines = st.lists(st.dictionaries(st.sampled_from(["id", "text", "x"]), mixed_text | st.none()), max_size=6)
steps = st.lists(st.sampled_from(["step", "undo", "redo", "fail", "reopen"]), max_size=25)


def draft(id_="s1", text="typed", seen="0123456789"):
    return Draft(id=id_, text=text, source="原文", seen=seen)


def reopened(path):
    journal = Journal(path)
    return Drafts(journal, journal.read())


def change(id_="s1", before="a", after="b"):
    return Change(
        id=id_, source="原文", before=Part(before), after=Part(after, fuzzy=True, previous="旧", comments=("c",))
    )


@given(lines, st.binary(max_size=40), st.data())
def test_lines_survive_what_is_torn_and_what_is_put_between(kept, noise, data):
    whole = [written(line) for line in kept]
    assert list(lines_of(b"".join(whole))) == kept
    noisy = b"\n".join([noise, *whole, noise])
    assert list(lines_of(noisy)) == kept
    if whole:
        cut = data.draw(st.integers(0, len(whole[-1]) - 2))
        assert list(lines_of(b"".join([*whole[:-1], whole[-1][:cut]]))) == kept[:-1]


@given(lines.filter(bool), st.data())
def test_a_damaged_line_is_left_out(kept, data):
    whole = [written(line) for line in kept]
    place = data.draw(st.integers(0, len(whole) - 1))
    at = data.draw(st.integers(0, len(whole[place]) - 2))
    damaged = bytearray(whole[place])
    damaged[at] ^= 1 << data.draw(st.integers(0, 6))
    if damaged[at] in b"\n":
        return
    found = list(lines_of(b"".join([*whole[:place], bytes(damaged), *whole[place + 1 :]])))
    assert found == [*kept[:place], *kept[place + 1 :]]


@pytest.mark.parametrize("told", [b"[1]", b"1", b"nonsense", b"[" * 100_000, b"\xff"])
def test_a_line_of_something_else_is_none(told):
    assert list(lines_of(b"%08x %s\n" % (zlib.crc32(told), told))) == []


def test_what_is_appended_behind_a_torn_line_counts(tmp_path):
    path = tmp_path / "a.drafts"
    path.write_bytes(written({"id": "1"}) + written({"id": "2"})[:-4])
    journal = Journal(path)
    journal.append([{"id": "3"}])
    journal.append([{"id": "4"}])
    journal.close()
    journal.close()
    assert [line["id"] for line in Journal(path).read()] == ["1", "3", "4"]


@pytest.mark.parametrize("length", [1, 20_000, 200_000])
def test_the_last_line_is_found_from_behind(tmp_path, length):
    journal = Journal(tmp_path / "a.steps")
    assert journal.last() is None
    journal.append([{"text": "first" * length}, {"text": "last" * length}])
    assert journal.last() == {"text": "last" * length}
    journal.append([{"done": []}])
    assert journal.last() == {"done": []}
    with (tmp_path / "a.steps").open("ab") as file:
        file.write(b"torn")
    assert journal.last() is None


def test_one_session_at_a_time(tmp_path):
    first, second = Journal(tmp_path / "a.steps"), Journal(tmp_path / "a.steps")
    assert first.lock()
    assert not second.lock()
    first.close()
    assert second.lock()


def test_a_file_system_without_locks_keeps_nobody_out(tmp_path, monkeypatch):
    def refuse(_handle, _how):
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr(fcntl, "flock", refuse)
    assert Journal(tmp_path / "a.steps").lock()


def test_a_journal_that_was_taken_over_is_not_locked_but_a_new_one(tmp_path):
    path = tmp_path / "a.2.steps"
    opener, other = Journal(path), Journal(path)
    assert other.last() is None  # opens it
    opener.lock()
    path.unlink()
    opener.close()
    assert other.lock()
    other.append([{"id": "1"}])
    assert [line["id"] for line in Journal(path).read()] == ["1"]


def test_a_full_disk_takes_the_reserve(tmp_path, monkeypatch):
    spare, path = tmp_path / "a.reserve", tmp_path / "a.drafts"
    drafts = Drafts(Journal(path), (), spare)
    drafts.hold_reserve()
    drafts.hold_reserve()
    assert spare.stat().st_blocks * 512 >= draft_module.RESERVE
    for number in range(50):
        drafts.keep(draft("s1", f"typed {number}"))
    real = os.write

    def write(handle, content):
        if spare.exists():
            real(handle, content[:5])
            raise OSError(errno.ENOSPC, "no space")
        return real(handle, content)

    monkeypatch.setattr(os, "write", write)
    for number in range(400):
        drafts.keep(draft("s1", "typed" * 20 + str(number)))
        assert path.stat().st_size < draft_module.RESERVE // 4 + 1_000
    assert not spare.exists()
    assert reopened(path).kept == drafts.kept


def test_a_reserve_is_whole_and_its_own_or_there_is_none(tmp_path, monkeypatch):
    spare, elsewhere = tmp_path / "a.reserve", tmp_path / "elsewhere"
    spare.symlink_to(elsewhere)
    drafts = Drafts(Journal(tmp_path / "a.drafts"), (), spare)
    drafts.hold_reserve()
    assert not elsewhere.exists()
    spare.unlink()

    def refuse(_handle, _start, _length):
        raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as full:
        full.setattr(os, "posix_fallocate", refuse)
        drafts.hold_reserve()
    assert not spare.exists()
    drafts.hold_reserve()
    assert spare.stat().st_size == draft_module.RESERVE


def test_without_a_reserve_it_is_said_and_tried_again(tmp_path, monkeypatch):
    drafts = Drafts(Journal(tmp_path / "a.drafts"))
    drafts.keep(draft("s1"))
    real = os.write

    def refuse(handle, content):
        real(handle, content[:7])
        raise OSError(errno.ENOSPC, "no space")

    monkeypatch.setattr(os, "write", refuse)
    with pytest.raises(OSError, match="no space"):
        drafts.keep(draft("s2"))
    with pytest.raises(OSError, match="no space"):
        drafts.drop("s1")
    assert list(drafts.kept) == ["s2"]
    monkeypatch.undo()
    drafts.keep(draft("s3"))
    assert list(reopened(tmp_path / "a.drafts").kept) == ["s2", "s3"]


def test_drafts_are_written_anew_when_they_have_grown(tmp_path, monkeypatch):
    monkeypatch.setattr(draft_module, "_SLACK", 2_000)
    path = tmp_path / "a.drafts"
    drafts = Drafts(Journal(path))
    drafts.keep(draft("kept", "kept"))
    for number in range(40):
        drafts.keep(draft("s1", f"typed {number}"))
    assert path.stat().st_size > 2_000
    drafts.drop("s1")
    assert path.stat().st_size < 200
    drafts.keep(draft("s2", "more"))
    assert {id_: each.text for id_, each in reopened(path).kept.items()} == {"kept": "kept", "s2": "more"}


def test_drafts_that_are_never_done_with_stay_bounded(tmp_path, monkeypatch):
    monkeypatch.setattr(draft_module, "_MOST", 4_000)
    path = tmp_path / "a.drafts"
    drafts = Drafts(Journal(path))
    for number in range(400):
        drafts.keep(draft("s1", f"typed {number}"))
        assert path.stat().st_size < 4_500
    assert reopened(path).kept["s1"].text == "typed 399"


def test_lines_of_another_version_are_left_alone(tmp_path):
    journal = Journal(tmp_path / "a.drafts")
    journal.append([{"id": 1, "text": "x"}, {"id": "s1"}, {"version": 2}])
    assert dict(reopened(tmp_path / "a.drafts").kept) == {}
    journal = Journal(tmp_path / "a.steps")
    line = {"step": "confirm", "time": NOON.isoformat(), "changes": []}
    journal.append(
        [
            {"step": "dance", "time": NOON.isoformat(), "changes": []},
            {"done": ["s1"]},
            line | {"time": "noon"},
            {"done": ["s1"]},
            line | {"changes": [["s1"]]},
            {"done": ["s1"]},
            line | {"changes": [["s1", "x", ["t", 1, "", []], ["t", True, "", []]]]},
            {"done": ["s1"]},
            {"undo": True},
            {"redo": True},
            {"done": ["s1"]},
        ]
    )
    assert History(journal).undo() is None


@given(steps)
def test_steps_are_a_stack_over_all_sessions(tmp_path_factory, done):
    """The journal against two plain lists."""
    path = tmp_path_factory.mktemp("steps") / "a.steps"
    history = History(Journal(path))
    back: list[int] = []
    forth: list[int] = []
    for number, what in enumerate(done):
        if what in {"step", "fail"}:
            history.begin(Done(action="confirm", time=NOON, changes=(change("s1", "a", str(number)), change("s2"))))
            history.finish(["s1"] if what == "step" else [])
            if what == "step":
                back.append(number)
                forth.clear()
        elif what == "reopen":
            history = History(Journal(path))
        elif what == "undo":
            last = history.undo()
            assert (last is not None) == bool(back)
            if last is not None:
                assert [each.after.target for each in last.changes] == [str(back[-1])]
                history.undid()
                forth.append(back.pop())
        else:
            last = history.redo()
            assert (last is not None) == bool(forth)
            if last is not None:
                assert last.changes == (change("s1", "a", str(forth[-1])),)
                history.redid()
                back.append(forth.pop())


@pytest.mark.parametrize("happened", [True, False])
def test_a_step_that_was_being_saved_is_resolved(tmp_path, happened):
    path = tmp_path / "a.steps"
    history = History(Journal(path))
    history.begin(Done(action="replace", time=NOON, changes=(change("s1"), change("s2"))))
    again = History(Journal(path))
    again.resolve(lambda each: happened and each.id == "s2")
    again.resolve(lambda _each: True)
    last = History(Journal(path)).undo()
    assert ([each.id for each in last.changes] if last else []) == (["s2"] if happened else [])


def test_a_confirmed_text_whose_draft_was_left_is_no_draft(tmp_path):
    article = article_at(tmp_path, "一句话。")
    desk = at_desk(article)
    id_ = desk.units[1].segment.id
    desk.keep_draft(id_, "One sentence.")
    desk._work.drafts.drop = lambda _id: None  # killed before it was dropped
    desk.confirm(id_, "One sentence.")
    desk.close()
    assert dict(at_desk(article).drafts) == {}


def test_what_could_not_be_kept_is_told(tmp_path, monkeypatch):
    desk = at_desk(article_at(tmp_path, "一句话。"))
    id_ = desk.units[1].segment.id
    assert desk.unkept == ()

    def refuse(_journal, _lines):
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    with monkeypatch.context() as patch:
        patch.setattr(Journal, "append", refuse)
        desk.keep_draft(id_, "One sentence.")
        assert desk.unkept == ("One sentence.",)
        assert desk.trouble is not None
    desk.keep_draft(id_, "One sentence!")
    assert desk.unkept == ()
    assert desk.trouble is None


def test_a_folder_that_is_removed_underneath_takes_no_draft_with_it(tmp_path):
    article = article_at(tmp_path, "一句话。", "另一句话。")
    desk = at_desk(article)
    first, second = ids_of(desk)[1:3]
    desk.keep_draft(first, "One sentence.")
    shutil.rmtree(tmp_path / ".govpub")
    desk.keep_draft(second, "Another")
    desk.keep_draft(second, "Another sentence.")
    assert desk.trouble is None
    assert dict(at_desk(article).drafts) == {first: "One sentence.", second: "Another sentence."}


def test_a_folder_that_is_removed_underneath_takes_no_step_with_it_and_it_is_said_once(tmp_path):
    article = article_at(tmp_path, "一句话。", "另一句话。")
    desk = at_desk(article)
    first, second = (unit.segment.id for unit in desk.units[1:3])
    desk.confirm(first, "One")
    desk.keep_draft(second, "Another")
    desk.close()
    desk = at_desk(article)
    desk.confirm(first, "One sentence.")
    shutil.rmtree(tmp_path / ".govpub")
    desk.confirm(first, "One sentence!")
    desk.refresh()
    assert desk.trouble is None
    assert [desk.restored(), desk.restored()] == [True, False]
    assert (tmp_path / ".govpub" / ".gitignore").read_text(encoding="utf-8") == "*\n"
    beside = at_desk(article)  # the new journals are this session's as the old ones were
    assert beside.undo() is None
    beside.close()
    desk.close()
    again = at_desk(article)
    assert dict(again.drafts) == {second: "Another"}
    for expected in ("One sentence.", "One", ""):
        assert again.undo() is not None
        assert again.unit(first).target == expected
    assert again.undo() is None


def test_steps_of_a_folder_that_was_removed_can_be_taken_back_at_once(tmp_path):
    article = article_at(tmp_path, "一句话。")
    desk = at_desk(article)
    id_ = desk.units[1].segment.id
    desk.confirm(id_, "One sentence.")
    desk.close()
    desk = at_desk(article)
    shutil.rmtree(tmp_path / ".govpub")
    assert desk.undo() is not None
    assert desk.unit(id_).target == ""


def test_a_workspace_that_is_gone_does_not_come_back(tmp_path):
    desk = at_desk(article_at(tmp_path / "office", "一句话。"))
    desk.keep_draft(desk.units[1].segment.id, "One")
    shutil.rmtree(tmp_path / "office")
    desk.refresh()
    desk.close()
    assert desk.trouble is not None
    assert not desk.restored()
    assert not (tmp_path / "office").exists()


def test_a_journal_that_cannot_be_restored_is_tried_again_and_has_no_line_twice(tmp_path, monkeypatch):
    journal = Journal(tmp_path / "a.steps")
    assert journal.lock()
    journal.append({"id": str(number)} for number in range(3))
    journal.path.unlink()
    other = Journal(journal.path)
    assert other.lock()
    with pytest.raises(BlockingIOError):
        journal.restore()
    other.append([{"id": "theirs"}])
    other.close()
    write, room = os.write, [30]

    def refuse(handle, content):
        if not room:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(handle, content[: room.pop()])

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", refuse)
        with pytest.raises(OSError, match="No space"):
            journal.restore()
    assert journal.vanished
    journal.restore()
    assert [line["id"] for line in Journal(journal.path).read()] == ["theirs", "0", "1", "2"]


def test_a_folder_that_cannot_hold_journals_is_said(tmp_path):
    article = article_at(tmp_path, "一句话。")
    (tmp_path / ".govpub").write_text("in the way", encoding="utf-8")
    desk = at_desk(article)
    assert desk.trouble is not None
    id_ = desk.units[1].segment.id
    desk.keep_draft(id_, "One")
    assert isinstance(desk.trouble.hint, str)
    assert dict(desk.drafts) == {id_: "One"}
    desk.confirm(id_, "One sentence.")
    assert at_desk(article).unit(id_).target == "One sentence."
    assert desk.undo() is not None
    assert desk.unit(id_).target == ""
    desk.close()


@pytest.mark.parametrize("link", [".govpub", ".govpub/desk/drill.en"])
def test_a_link_does_not_lead_journals_out_of_the_workspace(tmp_path, link):
    article = article_at(tmp_path / "workspace", "一句话。")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / "workspace" / link).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / "workspace" / link).symlink_to(elsewhere)
    with pytest.raises(UsageError, match="outside the workspace"):
        at_desk(article)
    assert list(elsewhere.iterdir()) == []


def test_a_journal_that_is_a_link_is_not_followed(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("mine\n", encoding="utf-8")
    (tmp_path / "a.drafts").symlink_to(elsewhere)
    drafts = Drafts(Journal(tmp_path / "a.drafts"))
    with pytest.raises(OSError, match="symbolic links"):
        drafts.keep(draft())
    with pytest.raises(OSError, match="symbolic links"):
        drafts.compact()
    assert elsewhere.read_text(encoding="utf-8") == "mine\n"


def test_a_journal_that_is_a_folder_is_said(tmp_path):
    article = article_at(tmp_path, "一句话。")
    at_desk(article).close()
    [steps_file] = (tmp_path / ".govpub" / "desk" / "drill.en").glob("*.steps")
    steps_file.unlink()
    steps_file.mkdir()
    desk = at_desk(article)
    assert desk.trouble is not None
    desk.confirm(desk.units[1].segment.id, "One sentence.")
    assert desk.trouble is not None


def test_drafts_that_cannot_be_read_are_said(tmp_path):
    article = article_at(tmp_path, "一句话。")
    at_desk(article).close()
    typed = next((tmp_path / ".govpub" / "desk" / "drill.en").glob("*.steps")).with_suffix(".drafts")
    typed.symlink_to(typed)
    desk = at_desk(article)
    assert desk.trouble is not None
    assert isinstance(desk.confirm(desk.units[1].segment.id, "One sentence."), Confirmed)


def test_a_journal_that_cannot_be_read_is_an_error(tmp_path):
    path = tmp_path / "a.drafts"
    path.symlink_to(path)
    with pytest.raises(MachineError):
        Journal(path).read()


def test_what_is_written_is_plain_to_read(tmp_path):
    journal = Journal(tmp_path / "a.drafts")
    Drafts(journal).keep(draft(text="ein „Wort“ 词"))
    [line] = (tmp_path / "a.drafts").read_text(encoding="utf-8").splitlines()
    assert "词" in line
    assert json.loads(line[9:]) == {"id": "s1", "text": "ein „Wort“ 词", "source": "原文", "seen": "0123456789"}
