"""Every key of the table is pressed, and what it promises is looked at."""

from __future__ import annotations

import time

import pytest
from support.editor import at_work, drill_at, units_on_disk, work_on
from textual._xterm_parser import XTermParser

from govpub.editor.keys import DESK_KEYS, EDITING_KEYS
from govpub.editor.terminal_keys import tell_apart
from govpub.model.segment import State

TITLE, SOURCE, FIRST, DEPARTMENTS, QUARTER, NEXT, HEADING = range(1, 8)

CASES = {}
PRESSED = []


def key(*names, together=False):
    """Mark a case as the one that presses these keys: each in a run of its own, or all `together` in one."""

    def mark(case):
        for name in names:
            assert name not in CASES
            CASES[name] = case
        PRESSED.extend(names[:1] if together else names)
        return case

    return mark


def state(hands, number):
    return units_on_disk(hands.desk)[hands.ids[number - 1]].state


def saved(hands, number):
    return units_on_disk(hands.desk)[hands.ids[number - 1]].target


SENT = {
    "\r": "enter", "\n": "ctrl+j", "\x1b\r": "alt+enter", "\x7f": "backspace", "\x1b\x7f": "ctrl+w", "\x1bd": "alt+d",
    "\x1b": "escape", "\x1b[D": "left", "\x1b[C": "right", "\x1b[A": "up", "\x1b[B": "down",
    "\x1b[1;5D": "ctrl+left", "\x1b[1;5C": "ctrl+right", "\x1b[1;2D": "shift+left", "\x1b[1;2A": "shift+up",
    "\x1b[1~": "home", "\x1b[4~": "end", "\x1b[H": "home", "\x1b[F": "end", "\x1bOH": "home", "\x1bOF": "end",
    "\x1b[1;5H": "ctrl+home", "\x1b[1;5F": "ctrl+end", "\x1b[1;2H": "shift+home", "\x1b[3~": "delete",
    "\x1b[3;5~": "ctrl+delete", "\x1b[5~": "pageup", "\x1b[6~": "pagedown",
    "\x1bOP": "f1", "\x1bOQ": "f2", "\x1bOR": "f3", "\x1bOS": "f4", "\x1b[15~": "f5", "\x1b[17~": "f6",
    "\x1b[18~": "f7", "\x1b[19~": "f8", "\x1b[20~": "f9",
    **{chr(ord(letter) - 96): f"ctrl+{letter}" for letter in "acdefgklnoqrstuvwxyz"},
    **{f"\x1b{number}": f"alt+{number}" for number in range(1, 10)},
    "£": "£", "¡": "¡", "演": "演",
}  # fmt: skip
"""What xterm, tmux and their like send, and the key that it is."""


def test_terminals_can_send_every_key():
    tell_apart()
    for sent, name in SENT.items():
        parser = XTermParser()
        found = [*parser.feed(sent), *parser.tick()]
        if not found:
            time.sleep(0.11)  # an escape by itself is known by what does not follow
            found = [*parser.tick()]
        [event] = found
        assert (event.character if len(name) == 1 else event.key) == name
    reachable = {*SENT.values(), "alt+backspace"}  # which arrives as Ctrl+W
    assert reachable >= set(CASES)


def test_every_key_has_a_case():
    assert set(CASES) == {name for entry in (*DESK_KEYS, *EDITING_KEYS) for name in entry.keys}


@key("enter")
async def _(hands, name):
    await hands.type("City holds a drill")
    await hands.press(name)
    assert saved(hands, TITLE) == "City holds a drill"
    assert state(hands, TITLE) is State.TRANSLATED
    assert (hands.number, hands.text) == (SOURCE, "")
    await hands.press(name)  # nothing is typed: nothing is saved, and the next one is shown
    assert state(hands, SOURCE) is State.UNTRANSLATED
    assert hands.number == FIRST


@key("ctrl+s")
async def _(hands, name):
    await hands.type("City holds a drill")
    await hands.press(name)
    assert saved(hands, TITLE) == "City holds a drill"
    assert (hands.number, hands.text) == (TITLE, "City holds a drill")
    assert hands.notice == "saved; findings: W2"  # the city’s name and the term are not as approved


@key("f8")
async def _(hands, name):
    await hands.press(name)
    assert hands.notice == "there is no translation to review"
    await hands.type("City holds a drill")
    await hands.press(name)
    assert state(hands, TITLE) is State.REVIEWED
    assert hands.number == SOURCE
    await hands.go(TITLE)
    await hands.press(name)  # the review is taken back
    assert state(hands, TITLE) is State.TRANSLATED
    assert hands.number == TITLE
    await hands.press(name)  # and given again, without a change of the text
    assert state(hands, TITLE) is State.REVIEWED


@key("f9")
async def _(hands, name):
    await hands.press(name)
    assert hands.notice == "there is no translation to mark"
    await hands.type("City holds a drill")
    await hands.press(name)
    assert state(hands, TITLE) is State.FUZZY
    assert saved(hands, TITLE) == "City holds a drill"


@key("ctrl+n")
async def _(hands, name):
    await hands.press(name)
    assert hands.number == SOURCE
    await hands.type("Flood Control Office")
    await hands.press("ctrl+s", "pageup", name)
    assert hands.number == FIRST  # the second one is translated
    for number in range(FIRST, len(hands.ids) + 1):
        hands.desk.confirm(hands.ids[number - 1], "x")
    hands.desk.confirm(hands.ids[TITLE - 1], "x")
    await hands.press(name)
    assert hands.notice == "no other segment is open"


@key("pagedown", "pageup", together=True)
async def _(hands, name):
    await hands.press("pagedown", "pagedown")
    assert hands.number == FIRST
    await hands.press("pageup")
    assert hands.number == SOURCE
    await hands.press("pageup", "pageup")
    assert hands.number == TITLE
    await hands.press(*["pagedown"] * 20)
    assert hands.number == len(hands.ids)


@key("ctrl+z", "ctrl+y", together=True)
async def _(hands, name):
    await hands.press("ctrl+z")
    assert hands.notice == "nothing is left to be taken back"
    await hands.type("One two")
    await hands.press("ctrl+z")
    assert hands.text == "One "
    await hands.press("ctrl+y")
    assert hands.text == "One two"
    await hands.press("enter", "ctrl+z")
    # What was saved is open again, and what was typed stands in the field.
    assert (hands.number, hands.text, state(hands, TITLE)) == (TITLE, "One two", State.UNTRANSLATED)
    assert hands.notice == "taken back: a saved translation"
    await hands.press("ctrl+z")
    assert hands.text == ""
    await hands.press("ctrl+y", "ctrl+y")
    assert saved(hands, TITLE) == "One two"
    await hands.press("ctrl+y")
    assert hands.notice == "nothing was taken back"


@key("f4")
async def _(hands, name):
    await hands.press(name)
    await hands.type("Is the office’s name right?")
    await hands.press("enter")
    [note] = hands.desk.notes(hands.ids[TITLE - 1])
    assert (note.text, note.signature.name) == ("Is the office’s name right?", "Li Hua")
    assert "@ Li Hua 2026-11-23 09:30: Is the office’s name right?" in hands.screen()
    await hands.press(name)
    await hands.type("no")
    await hands.press("escape")
    assert len(hands.desk.notes(hands.ids[TITLE - 1])) == 1
    await hands.press(name)
    await hands.press("f9")
    assert hands.desk.notes(hands.ids[TITLE - 1]) == ()


@key("ctrl+r")
async def _(hands, name):
    await hands.type("x")
    await hands.press(name)
    assert hands.text == "青河市举行防汛演练"
    await hands.press("ctrl+z")
    assert hands.text == "x"


@key("ctrl+t")
async def _(hands, name):
    await hands.press(name)
    assert hands.notice == "no placeholder is missing"
    await hands.go(DEPARTMENTS)
    await hands.press(name)
    assert hands.text == "<1></1>"
    await hands.type("All")
    assert hands.text == "<1>All</1>"
    await hands.press("ctrl+u", "ctrl+k")
    await hands.type("All departments")
    await hands.press("ctrl+home", "shift+right", "shift+right", "shift+right", name)
    assert hands.text == "<1>All</1> departments"


@key(*(f"alt+{number}" for number in range(1, 10)))
async def _(hands, name):
    number = int(name[-1])
    await hands.type("In")
    await hands.press(name)
    expected = {1: "In Qinghe City", 2: "In flood control drill"}
    assert hands.text == expected.get(number, "In")
    if number not in expected:
        assert hands.notice == f"there is no term {number}"


@key("f5")
async def _(hands, name):
    await hands.press(name)
    assert hands.notice == "there is no match 1"
    await hands.go(QUARTER)
    await hands.press(name)
    assert hands.text == "In the second quarter, the city inspected 86 dikes."
    assert hands.notice == "numbers adapted; look at them"
    await hands.press("enter")
    assert units_on_disk(hands.desk)[hands.ids[QUARTER - 1]].origin == "memory 94 -- dikes-in-spring"


@key("f6")
async def _(hands, name):
    await hands.go(NEXT)
    await hands.press("f5")
    assert hands.text == "The departments will inspect no more dikes."
    assert hands.notice.startswith("look: negation")
    await hands.press(name)
    assert hands.text == "The departments will go on inspecting the dikes."


@key("f7")
async def _(hands, name):
    await hands.go(NEXT)
    await hands.press(name)
    assert hands.text == ""
    assert hands.notice == "there is no match 3"
    hands.desk.confirm(hands.ids[HEADING - 1], "x")
    hands.app.screen.matches *= 2
    await hands.press(name)
    assert hands.text == "The departments will inspect no more dikes."


@key("ctrl+o")
async def _(hands, name):
    await hands.go(NEXT)
    await hands.press(name)
    await hands.press("down", "down", "down", "enter")
    assert hands.text == "embankments"
    await hands.press(name)
    await hands.press("down", "enter")
    assert hands.text == "The departments will go on inspecting the dikes."
    await hands.press(name)
    await hands.press("escape")
    assert hands.field.has_focus
    await hands.go(HEADING)
    await hands.press(name)
    assert hands.notice == "there is no match and no term for this segment"


@key("f2")
async def _(hands, name):
    assert not hands.app.screen.article.display
    await hands.press(name)
    assert hands.app.screen.article.display
    assert not hands.app.screen.segments.display
    assert "source: 青河市防汛办公室" in hands.screen()
    await hands.type("City holds a drill")
    assert hands.screen().splitlines()[1] == "City holds a drill"
    await hands.press(name)
    assert hands.app.screen.segments.display


@key("ctrl+l")
async def _(hands, name):
    await hands.press("f2", name)
    await hands.press("down", "down", "enter")
    assert (hands.number, hands.field.has_focus) == (FIRST, True)
    await hands.press(name)
    await hands.press("end", "home", "pagedown", "up", "enter")
    assert hands.number == len(hands.ids) - 1
    await hands.press(name)
    await hands.press("escape")
    assert (hands.number, hands.field.has_focus) == (len(hands.ids) - 1, True)


@key("ctrl+g")
async def _(hands, name):
    source, findings = hands.app.screen.source, hands.app.screen.findings
    for pane in (source, findings):
        pane.show(lambda _width: [((f"line {number}", ""),) for number in range(7)])
    seen = []
    for _time in range(4):
        seen.append([source.render_line(row).text.split()[-1] for row in range(source.size.height)])
        await hands.press(name)
    assert seen == [["0", "1", "2"], ["3", "4", "5"], ["4", "5", "6"], ["0", "1", "2"]]
    await hands.press(name)
    assert findings.scroll_offset.y > 0


@key("f3")
async def _(hands, name):
    await hands.type("City holds a drill")
    await hands.press("enter", name)
    await hands.press("down", "down", "down", "down", "enter")
    assert hands.work.shown == (hands.ids[TITLE - 1],)
    assert hands.number == TITLE
    assert "filter: translated (1)" in hands.screen()
    await hands.press(name, "home")
    await hands.press("up", "up", "up", "up")
    await hands.type("堤防")
    await hands.press("enter")
    assert len(hands.work.shown) == 3
    await hands.press("pagedown")
    assert hands.number == NEXT
    await hands.press(name)
    await hands.type("nowhere")
    await hands.press("enter")
    assert hands.notice == "no segment passes this filter"
    assert len(hands.work.shown) == 3


@key("ctrl+f")
async def _(hands, name):
    hands.desk.confirm(hands.ids[FIRST - 1], "The drill was held. The drill was long.")
    hands.desk.confirm(hands.ids[NEXT - 1], "The drill goes on.")
    await hands.press(name)
    await hands.type("drill")
    await hands.wait()
    assert "3 places in 2 segments" in hands.screen()
    await hands.press("tab")
    await hands.type("exercise")
    await hands.wait()
    assert "{+exercise+}" in hands.screen()
    await hands.press("f8")
    assert saved(hands, FIRST) == "The exercise was held. The exercise was long."
    assert saved(hands, NEXT) == "The exercise goes on."
    assert hands.notice == "3 places replaced; Ctrl+Z takes them back"
    await hands.press("ctrl+z")
    assert saved(hands, NEXT) == "The drill goes on."


@key("f1")
async def _(hands, name):
    await hands.press(name)
    help_ = hands.screen()
    assert "Save the translation, and go to the next" in help_
    await hands.press("pagedown", "down", "up")
    assert hands.screen() != help_
    await hands.press("escape")
    assert hands.app.screen is hands.app.screen_stack[0]


@key("escape")
async def _(hands, name):
    await hands.press("ctrl+l")
    assert not hands.field.has_focus
    await hands.press(name)
    assert hands.field.has_focus
    await hands.press("f3")
    await hands.type("堤防")
    await hands.press("enter")
    assert len(hands.work.shown) == 3
    await hands.press(name)
    assert hands.work.shown == hands.ids
    assert hands.notice == "all segments are shown"
    await hands.press(name)
    assert hands.notice == ""


@key("ctrl+q")
async def _(hands, name):
    await hands.type("Typed, and not sav")
    hands.app.screen._keeping = None
    await hands.press(name)
    assert hands.desk.drafts == {hands.ids[TITLE - 1]: "Typed, and not sav"}
    assert state(hands, TITLE) is State.UNTRANSLATED


@key("left", "right", "up", "down", together=True)
async def _(hands, name):
    await hands.type("中文 and more")
    await hands.press("left", "left", "right")
    assert hands.field.cursor == len("中文 and mor")
    await hands.press("home", "right", "right", "backspace")
    assert hands.text == "中 and more"
    await hands.type("，" + "演练" * 60)
    end = hands.field.cursor
    await hands.press("up")
    assert end - hands.field.cursor in (38, 39)  # 77 cells are 38 wide characters
    await hands.press("down")
    assert hands.field.cursor == end
    await hands.press("shift+left", "shift+left", "delete")
    assert hands.text.count("练") == 59


@key("ctrl+left", "ctrl+right", together=True)
async def _(hands, name):
    await hands.type("about 1,200 people 青河市，drill")
    stops = []
    for _step in range(6):
        await hands.press("ctrl+left")
        stops.append(hands.text[hands.field.cursor :])
    assert stops == [
        "drill",
        "，drill",
        "青河市，drill",
        "people 青河市，drill",
        "1,200 people 青河市，drill",
        "about 1,200 people 青河市，drill",
    ]
    await hands.press("ctrl+right", "ctrl+right")
    assert hands.text[: hands.field.cursor] == "about 1,200"


@key("home", "end", "ctrl+a", "ctrl+e")
async def _(hands, name):
    await hands.type("drill")
    await hands.press("home" if name in ("end", "home") else "ctrl+a")
    assert hands.field.cursor == 0
    await hands.press("end" if name in ("end", "home") else "ctrl+e")
    assert hands.field.cursor == 5


@key("ctrl+home", "ctrl+end", together=True)
async def _(hands, name):
    await hands.type("演练" * 60)
    await hands.press("ctrl+home")
    assert hands.field.cursor == 0
    await hands.press("ctrl+end")
    assert hands.field.cursor == 120


@key("backspace", "delete", "ctrl+d")
async def _(hands, name):
    await hands.type("防汛演练")
    if name == "backspace":
        await hands.press(name)
        assert hands.text == "防汛演"
        return
    await hands.press("home", name)
    assert hands.text == "汛演练"
    await hands.press("shift+right", name)
    assert hands.text == "演练"


@key("ctrl+w", "alt+backspace", "ctrl+delete", "alt+d")
async def _(hands, name):
    await hands.type("flood control drill")
    if name in ("ctrl+w", "alt+backspace"):
        await hands.press(name)
        assert hands.text == "flood control "
    else:
        await hands.press("home", name)
        assert hands.text == " control drill"
    await hands.press("ctrl+u", "ctrl+k")
    await hands.type("drill，储备物资")
    to_the_left = name in ("ctrl+w", "alt+backspace")
    for expected in ("drill，储备", "drill，", "drill") if to_the_left else ("，储备物资", "储备物资", "物资"):
        await hands.press(*([] if to_the_left else ["home"]), name)
        assert hands.text == expected
    await hands.press("ctrl+z")  # each is a step of its own
    assert hands.text == ("drill，" if to_the_left else "储备物资")


@key("ctrl+u", "ctrl+k")
async def _(hands, name):
    await hands.type("flood control")
    await hands.press("ctrl+left", name)
    assert hands.text == ("control" if name == "ctrl+u" else "flood ")


@key("ctrl+j", "alt+enter")
async def _(hands, name):
    await hands.type("one")
    await hands.press(name)
    await hands.type("two")
    assert hands.text == "one\ntwo"
    await hands.press("left", "left", "left", "backspace")
    assert hands.text == "onetwo"


@key("ctrl+c", "ctrl+x", "ctrl+v", together=True)
async def _(hands, name):
    await hands.type("flood control")
    await hands.press("ctrl+c")  # nothing is selected: nothing is copied, and nothing else happens
    await hands.press("shift+home", "ctrl+c", "end", "ctrl+v")
    assert hands.text == "flood controlflood control"
    await hands.press("shift+home", "ctrl+x")
    assert hands.text == ""
    await hands.press("ctrl+v")
    assert hands.text == "flood controlflood control"


@pytest.mark.parametrize("name", PRESSED)
def test_key(name, tmp_path):
    desk = at_work(drill_at(tmp_path))

    async def press(hands):
        await CASES[name](hands, name)

    work_on(desk, press)
    desk.close()


@pytest.mark.parametrize("name", ["f1", "f3", "f4", "ctrl+f"])
def test_the_key_that_leaves_does_so_from_every_window(name, tmp_path):
    desk = at_work(drill_at(tmp_path))

    async def leave(hands):
        await hands.type("Typed, and not sav")
        await hands.press(name)
        assert len(hands.app.screen_stack) == 2
        await hands.press("ctrl+q")
        assert hands.app.return_code == 0
        assert hands.desk.drafts == {hands.ids[TITLE - 1]: "Typed, and not sav"}

    work_on(desk, leave)
    desk.close()
