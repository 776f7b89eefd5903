"""What must not get lost: other people's changes, full disks, drafts; and the mouse, pasting, colours."""

from __future__ import annotations

import re
import shutil

import pytest
from support.desks import edit_catalog
from support.editor import at_work, drill_at, units_on_disk, work_on
from textual import events

from govpub.editor import run_editor
from govpub.editor.app import Editor
from govpub.editor.work import Filter, next_placeholder
from govpub.errors import MachineError
from govpub.model.segment import State
from govpub.workflow import storage

TITLE, SOURCE, FIRST, DEPARTMENTS, QUARTER, NEXT, HEADING = range(1, 8)
MINE, THEIRS = "City Holds a Drill", "Qinghe Holds a Flood Drill"


@pytest.fixture
def path(tmp_path):
    return drill_at(tmp_path / "office")


@pytest.fixture
def desk(path):
    desk = at_work(path)
    yield desk
    desk.close()


def colleague(path, number, text):
    other = at_work(path, "Wang Fang")
    other.confirm(other.units[number - 1].segment.id, text)
    other.close()


async def look(hands):
    hands.app.screen_stack[0].look_underneath()
    await hands.wait()


class TestOthers:
    def test_their_changes_are_shown_at_once(self, path, desk):
        async def do(hands):
            colleague(path, FIRST, "The drill was held.")
            colleague(path, TITLE, THEIRS)
            await look(hands)
            assert hands.text == THEIRS
            assert hands.notice == "2 segments were changed by others"
            assert "The drill was held." in hands.screen()

        work_on(desk, do)

    def test_their_changes_of_other_segments_are_kept(self, path, desk):
        async def do(hands):
            colleague(path, FIRST, "The drill was held.")
            await hands.type(MINE)
            await hands.press("enter")
            assert units_on_disk(desk)[hands.ids[FIRST - 1]].target == "The drill was held."
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == MINE

        work_on(desk, do)

    @pytest.mark.parametrize(("keys", "expected"), [(["1"], MINE), (["2"], THEIRS), (["down", "enter"], THEIRS)])
    def test_of_two_texts_one_is_chosen(self, path, desk, golden, keys, expected):
        async def do(hands):
            await hands.type(MINE)
            colleague(path, TITLE, THEIRS)
            await hands.press("enter")
            golden("editor/clash.80x24.txt", hands.screen())
            await hands.press(*keys)
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == expected
            assert hands.text == expected
            assert not desk.clashes

        work_on(desk, do)

    def test_a_clash_can_wait(self, path, desk):
        async def do(hands):
            await hands.type(MINE)
            colleague(path, TITLE, THEIRS)
            await look(hands)
            assert "Somebody else changed this segment" in hands.screen()
            await hands.press("escape")
            assert hands.text == MINE
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == THEIRS
            await hands.press("pagedown", "pageup")
            assert "Somebody else changed this segment" in hands.screen()

        work_on(desk, do)

    def test_one_can_leave_instead_of_choosing(self, path, desk):
        async def do(hands):
            await hands.type(MINE)
            colleague(path, TITLE, THEIRS)
            await hands.press("enter")
            await hands.press("ctrl+q")
            assert hands.app.return_code == 0
            assert desk.clashes[hands.ids[TITLE - 1]].mine == MINE
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == THEIRS

        work_on(desk, do)

    def test_what_changed_meanwhile_is_read_before_it_is_reviewed(self, path, desk):
        async def do(hands):
            await hands.type(MINE)
            await hands.press("enter")
            await hands.go(TITLE)
            assert hands.text == MINE
            colleague(path, TITLE, THEIRS)
            await hands.press("f8")
            assert hands.text == THEIRS
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].state is State.TRANSLATED
            assert hands.notice == "somebody else changed this segment: look at it again"
            await hands.press("f8")
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].state is State.REVIEWED

        work_on(desk, do)

    def test_a_choice_is_made_over_what_was_shown(self, path, desk):
        async def do(hands):
            await hands.type(MINE)
            colleague(path, TITLE, THEIRS)
            await hands.press("enter")
            colleague(path, TITLE, "Drill Held")
            desk.refresh()
            assert "Drill Held" in desk.clashes[hands.ids[TITLE - 1]].theirs
            await hands.press("1")
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == "Drill Held"
            assert "Drill Held" in hands.screen()
            await hands.press("1")
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == MINE

        work_on(desk, do)

    def test_a_changed_article_brings_and_takes_segments(self, path, desk):
        async def do(hands):
            await hands.go(len(hands.ids))
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("- 储备物资\n", "- 储备粮食\n- 储备药品\n"), encoding="utf-8")
            await look(hands)
            assert len(hands.ids) == 12
            assert "储备药品" in hands.screen()

        work_on(desk, do)

    def test_keys_on_a_segment_that_has_just_gone_find_the_next_one(self, path, desk):
        async def do(hands):
            await hands.go(NEXT)
            await hands.type(MINE)
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("下一步，有关部门将继续检查堤防，确保安全度汛。", ""), encoding="utf-8")
            await hands.press("ctrl+s", "ctrl+r")
            assert "the article has no such segment any more" in hands.screen()
            await hands.press("escape")
            assert (hands.number, hands.text) == (NEXT, "主要任务")

        work_on(desk, do)

    def test_a_catalog_changed_by_another_program_is_read(self, desk):
        async def do(hands):
            edit_catalog(desk, 'msgid "检查堤防"\nmsgstr ""', 'msgid "检查堤防"\nmsgstr "Inspecting dikes"')
            await look(hands)
            await hands.go(9)
            assert hands.text == "Inspecting dikes"

        work_on(desk, do)

    def test_a_broken_catalog_is_said_and_nothing_is_written(self, desk):
        async def do(hands):
            whole = desk.catalog_path.read_bytes()
            desk.catalog_path.write_bytes(whole[: len(whole) // 2])
            await hands.type(MINE)
            await hands.press("enter")
            assert "Not saved" in hands.screen()
            await hands.press("escape")
            assert hands.text == MINE
            desk.catalog_path.write_bytes(whole)
            await hands.press("enter")
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == MINE

        work_on(desk, do)


class TestFullDisk:
    @pytest.fixture(autouse=True)
    def _full(self, monkeypatch):
        self.full = True
        save = storage.save

        def refuse(*args, **kwargs):
            if self.full:
                raise MachineError("the disk is full", hint="make room, then save again")
            return save(*args, **kwargs)

        self.patch = lambda: monkeypatch.setattr(storage, "save", refuse)

    def test_the_text_stays_and_can_be_saved_later(self, desk, golden):
        self.patch()

        async def do(hands):
            await hands.type(MINE)
            await hands.press("enter")
            golden("editor/full-disk.80x24.txt", hands.screen())
            await hands.press("enter")
            assert (hands.number, hands.text) == (TITLE, MINE)
            assert desk.drafts == {hands.ids[TITLE - 1]: MINE}
            self.full = False
            await hands.press("enter")
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == MINE

        work_on(desk, do)

    @pytest.mark.parametrize("keys", [["f8"], ["f9"], ["f4", "x", "enter"], ["ctrl+z"]])
    def test_nothing_else_loses_the_text_either(self, desk, keys):
        async def do(hands):
            await hands.type(MINE)
            await hands.press("ctrl+s")
            self.patch()
            for key in keys:
                await hands.press(key)
            assert "the disk is full" in hands.screen()
            await hands.press("escape")
            assert hands.text == MINE

        work_on(desk, do)

    def test_nor_does_replacing(self, desk):
        async def do(hands):
            await hands.type(MINE)
            await hands.press("ctrl+s", "ctrl+f")
            await hands.wait()
            await hands.type("Drill")
            await hands.press("tab")
            await hands.type("Exercise")
            self.patch()
            await hands.press("f8")
            assert "the disk is full" in hands.screen()
            await hands.press("escape", "escape")
            assert hands.text == MINE

        work_on(desk, do)

    def test_one_can_leave_from_a_window_over_a_window(self, desk):
        async def do(hands):
            await hands.type(MINE)
            await hands.press("ctrl+s", "ctrl+f")
            await hands.type("Drill")
            await hands.press("tab")
            await hands.type("Exercise")
            self.patch()
            await hands.press("f8")
            assert len(hands.app.screen_stack) == 3
            await hands.press("ctrl+q")
            assert hands.app.return_code == 0

        work_on(desk, do)

    def test_nobody_leaves_with_a_note_that_cannot_be_kept(self, desk):
        self.patch()

        async def do(hands):
            await hands.press("f4")
            await hands.type("Which counties?")
            await hands.press("ctrl+q")
            assert "the disk is full" in hands.screen()
            assert hands.app.return_code is None
            await hands.press("ctrl+q")
            assert hands.app.return_code == 0

        work_on(desk, do)


class TestDrafts:
    def test_a_note_is_kept_when_one_leaves(self, desk):
        async def do(hands):
            await hands.press("f4")
            await hands.type("Which counties?")
            await hands.press("ctrl+q")
            assert hands.app.return_code == 0
            assert [note.text for note in desk.notes(hands.ids[TITLE - 1])] == ["Which counties?"]

        work_on(desk, do)

    def test_what_was_typed_is_offered_again(self, path):
        desk = at_work(path)

        async def leave(hands):
            await hands.go(FIRST)
            await hands.type("The drill was he")
            await hands.press("pagedown")
            await hands.type("All")

        work_on(desk, leave)
        desk.close()
        again = at_work(path)

        async def come_back(hands):
            assert (hands.number, hands.text) == (FIRST, "The drill was he")
            assert "2 texts that were typed and not saved are offered again" in hands.notice
            assert "> 3 U*" in hands.screen()
            await hands.press("enter")
            assert units_on_disk(again)[hands.ids[FIRST - 1]].target == "The drill was he"
            assert hands.text == "All"

        work_on(again, come_back)
        again.close()

    def test_a_text_that_is_typed_back_is_no_draft(self, desk):
        async def do(hands):
            await hands.type("x")
            assert hands.work.dirty
            await hands.press("backspace")
            assert not hands.work.dirty
            assert not desk.drafts

        work_on(desk, do)

    def test_a_folder_that_is_removed_is_said_once_and_costs_nothing(self, path, desk):
        async def do(hands):
            await hands.type(MINE)
            await hands.press("enter")
            await hands.type("half a tho")
            shutil.rmtree(path.parents[1] / ".govpub")
            await look(hands)
            assert "the folder .govpub was removed; what you typed and did stands in a new one" in hands.screen()
            await hands.press("escape")
            await look(hands)
            assert hands.notice == ""

        work_on(desk, do)
        desk.close()
        again = at_work(path)
        assert list(again.drafts.values()) == ["half a tho"]
        assert again.undo() is not None
        again.close()

    def test_saved_steps_are_taken_back_after_reopening(self, path):
        desk = at_work(path)

        async def save(hands):
            await hands.type(MINE)
            await hands.press("enter")

        work_on(desk, save)
        desk.close()
        again = at_work(path)

        async def undo(hands):
            await hands.press("ctrl+z")
            assert (hands.number, hands.text) == (TITLE, MINE)
            assert units_on_disk(again)[hands.ids[TITLE - 1]].state is State.UNTRANSLATED

        work_on(again, undo)
        again.close()


class TestTakingBack:
    """What was done and cannot be taken back is said, and nothing else is touched."""

    def test_of_a_segment_that_is_gone(self, path, desk):
        async def do(hands):
            desk.confirm(hands.ids[TITLE - 1], THEIRS)
            desk.confirm(hands.ids[FIRST - 1], "The drill was held.")
            await hands.type(MINE)
            hands.field.load(hands.text)  # as in a later session, which has no history of typing
            path.write_text(path.read_text(encoding="utf-8").replace("三个县", "四个县"), encoding="utf-8")
            await hands.press("ctrl+z")
            assert hands.notice == "not taken back: a saved translation (its segment is no longer there)"
            assert (hands.number, hands.text) == (TITLE, MINE)
            await hands.press("ctrl+y")
            assert hands.notice == "not done again: a saved translation (its segment is no longer there)"

        work_on(desk, do)

    def test_of_some_segments_that_are_gone(self, path, desk):
        async def do(hands):
            for number in (FIRST, DEPARTMENTS, NEXT):
                desk.confirm(hands.ids[number - 1], "The drill")
            desk.replace(desk.preview_replacement(desk.search("drill"), "exercise"))
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("三个县", "四个县").replace("参加了", "都参加了"), encoding="utf-8")
            await hands.press("ctrl+z")
            assert hands.notice == "taken back: a replacement (2 segments are no longer there)"
            assert hands.text == "The drill"

        work_on(desk, do)

    def test_of_a_segment_that_somebody_else_changed(self, path, desk):
        async def do(hands):
            await hands.type(MINE)
            await hands.press("enter")
            assert hands.number == SOURCE
            colleague(path, TITLE, THEIRS)
            await hands.press("ctrl+z")
            assert hands.notice == "not taken back: a saved translation"
            assert hands.number == TITLE
            assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == THEIRS

        work_on(desk, do)


def test_other_segments_are_checked_when_nobody_types(desk, monkeypatch):
    async def do(hands):
        desk.confirm(hands.ids[FIRST - 1], "The drill moved 1300 people.")
        screen = hands.app.screen
        assert not hands.work.findings.get(hands.ids[FIRST - 1])
        slices = iter([False, True])
        prepare = desk.prepare
        monkeypatch.setattr(desk, "prepare", lambda seconds: next(slices) and prepare(60.0))
        screen.prepare()
        assert not hands.work.findings.get(hands.ids[FIRST - 1])
        await hands.pilot.pause(0.1)
        assert hands.work.findings[hands.ids[FIRST - 1]][0].rule == "values.number"
        assert "3 T !" in hands.screen()
        assert "4 U  " in hands.screen()

    work_on(desk, do)


def test_what_is_accepted_as_it_was_keeps_its_origin(desk):
    async def do(hands):
        id_ = hands.ids[TITLE - 1]
        desk.confirm(id_, MINE, origin="memory 100 -- drill-2025")
        desk.mark_fuzzy(id_)
        hands.app.screen.show_segment()
        await hands.press("enter")
        assert units_on_disk(desk)[id_].state is State.TRANSLATED
        assert units_on_disk(desk)[id_].origin == "memory 100 -- drill-2025"

    work_on(desk, do)


def test_keys_that_come_faster_than_the_screen(desk):
    async def do(hands):
        burst = [*"one", "enter", *"two", "pagedown", *"three", "f8", *"four", "ctrl+z", "ctrl+y"]
        for key in burst:
            hands.app._driver.process_message(events.Key(key, key if len(key) == 1 else None))
        await hands.wait()
        saved = [unit.target for unit in units_on_disk(desk).values()]
        assert saved[:5] == ["one", "", "three", "", ""]
        assert units_on_disk(desk)[hands.ids[FIRST - 1]].state is State.REVIEWED
        assert desk.drafts[hands.ids[SOURCE - 1]] == "two"
        assert (hands.number, hands.text) == (DEPARTMENTS, "four")

    work_on(desk, do)


def test_broken_glossary_is_said_and_one_can_go_on(path):
    terms = path.parents[1] / "glossary" / "zh_CN-en.po"
    terms.write_text(terms.read_text(encoding="utf-8") + "\nbroken\n", encoding="utf-8")
    desk = at_work(path)

    async def do(hands):
        assert "zh_CN-en.po" in hands.notice
        await hands.type(MINE)
        await hands.press("enter")
        assert units_on_disk(desk)[hands.ids[TITLE - 1]].target == MINE

    work_on(desk, do)
    desk.close()


def test_last_segment_says_that_all_is_done(desk):
    async def do(hands):
        for id_ in hands.ids[:-1]:
            desk.confirm(id_, "x")
        await hands.go(len(hands.ids))
        await hands.type("y")
        await hands.press("enter")
        assert hands.notice.startswith("all segments are translated")
        for id_ in hands.ids[:-1]:
            desk.review(id_)
        await hands.press("f8")
        assert hands.notice.startswith("all segments are reviewed")

    work_on(desk, do)


def test_emptied_field_takes_the_translation_away(desk):
    async def do(hands):
        await hands.type(MINE)
        await hands.press("ctrl+s", "ctrl+u", "ctrl+s")
        assert units_on_disk(desk)[hands.ids[TITLE - 1]].state is State.UNTRANSLATED

    work_on(desk, do)


def test_editor_opens_at_the_segment_that_is_asked_for(desk):
    async def do(hands):
        assert hands.number == QUARTER

    work_on(desk, do, start=desk.units[QUARTER - 1].segment.id)


def test_segments_that_a_filter_hides_are_passed_by(desk):
    async def do(hands):
        hands.work.apply(Filter(text="堤防"))
        await hands.press("pagedown")
        assert hands.number == QUARTER
        await hands.press("pagedown")
        assert hands.number == NEXT
        await hands.go(HEADING)
        await hands.press("pageup")
        assert hands.number == NEXT

    work_on(desk, do)


class TestFinding:
    def test_ways_to_look(self, desk):
        async def do(hands):
            desk.confirm(hands.ids[TITLE - 1], "Drill one")
            desk.confirm(hands.ids[FIRST - 1], "drill 22")
            await hands.press("ctrl+f")
            await hands.type("drill")
            assert "2 places in 2 segments" in hands.screen()
            await hands.press("f3")
            assert "1 place in 1 segment" in hands.screen()
            await hands.press("f4", "f3", "ctrl+u", "ctrl+k")
            await hands.type("(l) [0-9]+")
            assert "1 place in 1 segment" in hands.screen()
            await hands.type("(")
            assert "0 places" not in hands.screen()
            await hands.press("backspace", "f2", "ctrl+u")
            await hands.type("演练")
            assert "3 places in 3 segments" in hands.screen()
            await hands.press("down", "enter")
            assert hands.number == FIRST

        work_on(desk, do)

    def test_segments_can_be_left_out(self, desk):
        async def do(hands):
            desk.confirm(hands.ids[TITLE - 1], "Drill one")
            desk.confirm(hands.ids[FIRST - 1], "Drill two")
            await hands.press("ctrl+f")
            await hands.type("Drill")
            await hands.press("f8")  # nothing to replace it with: nothing happens
            await hands.press("tab")
            await hands.type("Exercise")
            await hands.press("down", "f5")
            assert "1 place in 1 segment" in hands.screen()
            await hands.press("f8")
            assert desk.unit(hands.ids[TITLE - 1]).target == "Exercise one"
            assert desk.unit(hands.ids[FIRST - 1]).target == "Drill two"

        work_on(desk, do)


class TestTerminal:
    def test_pasted_text_has_no_controls(self, desk):
        async def do(hands):
            hands.field.post_message(events.Paste("One\x1b[31m two\r\nthree\n"))
            await hands.wait()
            assert hands.text == "One[31m two\nthree"

        work_on(desk, do)

    def test_mouse_puts_the_cursor_chooses_and_presses(self, desk):
        async def do(hands):
            await hands.type("防汛演练")
            await hands.pilot.click("#target", offset=(4, 0))
            assert hands.field.cursor == 2
            await hands.pilot.mouse_down("#target", offset=(0, 0))
            await hands.pilot.hover("#target", offset=(4, 0))
            await hands.pilot.mouse_up("#target", offset=(4, 0))
            assert hands.field.selected == "防汛"
            await hands.pilot.click("#segments", offset=(10, 2))
            await hands.wait()
            assert hands.number == FIRST
            await hands.go(TITLE)
            await hands.pilot.click("#offers", offset=(10, 1))
            await hands.wait()
            assert "flood control drill" in hands.text
            await hands.pilot.click("#keys", offset=(1, 0))
            await hands.wait()
            assert desk.unit(hands.ids[TITLE - 1]).state is State.TRANSLATED

        work_on(desk, do)

    def test_no_color_is_obeyed(self, desk, monkeypatch):
        monkeypatch.setenv("NO_COLOR", "1")

        async def do(hands):
            assert hands.app.no_color
            assert not re.search(r"\x1b\[[0-9;]*\b(3[0-7]|9[0-7]|4[0-7])m", hands.painted())

        work_on(desk, do)

    def test_colours_are_the_terminals_own(self, desk):
        async def do(hands):
            assert re.search(r"\x1b\[[0-9;]*31m", hands.painted())
            assert "38;2;" not in hands.painted()
            assert "48;2;" not in hands.painted()

        work_on(desk, do)

    def test_other_sizes(self, desk):
        async def do(hands):
            for size in ((120, 30), (60, 15), (200, 50), (80, 24)):
                await hands.pilot.resize_terminal(*size)
                await hands.wait()
                assert "青河市举行防汛演练" in hands.screen()
                assert all(len(line) <= size[0] for line in hands.screen().splitlines())

        work_on(desk, do)

    def test_article_is_shown_as_soon_as_the_terminal_is_wide(self, desk):
        async def do(hands):
            assert not hands.app.screen.article.lines
            await hands.pilot.resize_terminal(200, 50)
            await hands.wait()
            assert "青河市举行防汛演练" in str(hands.app.screen.article.lines)

        work_on(desk, do)


def test_fault_of_ours_ends_the_editor_with_the_text_kept(desk, monkeypatch):
    def run(self):
        self.work.type("typed")
        self._close_messages_no_wait = lambda: None
        self._handle_exception(ZeroDivisionError())

    monkeypatch.setattr(Editor, "run", run)
    with pytest.raises(ZeroDivisionError):
        run_editor(desk)
    assert list(desk.drafts.values()) == ["typed"]


@pytest.mark.parametrize(
    ("source", "target", "selected", "expected"),
    [
        ("<1>各部门</1>参加", "", "", ("<1>", "</1>")),
        ("<1>各部门</1>参加", "<1>All", "", ("</1>", "")),
        ("<1>各部门</1>参加", "All</1>", "", ("<1>", "")),
        ("甲<1/>乙<2/>", "A<1/>B", "", ("<2/>", "")),
        ("甲<1/>乙", "A B", "A", ("", "<1/>")),
        ("<1>甲</1>", "<1>A</1>", "", None),
        ("甲", "A", "", None),
    ],
)
def test_next_placeholder(source, target, selected, expected):
    assert next_placeholder(source, target, selected) == expected
