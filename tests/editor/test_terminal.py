"""The command in a real terminal: opened, typed at in Chinese, killed, opened again."""

from __future__ import annotations

import os
import re
import subprocess
import time
from contextlib import contextmanager

import pytest
from support.command import GOVPUB, clean_environment
from support.desks import article_at
from support.editor import at_work, drill_at
from support.effort import FULL
from support.terminals import Terminal

from govpub.po import parse_po

KILLS = 200 if FULL else 3
SENTENCES = [f"第{number}组转移群众{number}人。" for number in range(1, 41)]
SAVED = re.compile(rb"saved: (\d+)")
SECONDS = 30.0
"""More than the editor may take for anything on a loaded machine."""


def translations(path):
    catalog = path.with_name(f"{path.stem}.en.po")
    file = parse_po(catalog.read_text(encoding="utf-8"), catalog)
    return {entry.msgid: entry.msgstr[0] for entry in file.entries if not entry.obsolete}


def test_typed_saved_and_left(tmp_path):
    path = drill_at(tmp_path / "office")
    terminal = Terminal(path, tmp_path / "home")
    terminal.wait_for("Alt+1")
    terminal.type("Qinghe Holds a Drill\r")
    terminal.wait_for("saved: 1")
    terminal.type("half a tho")
    terminal.wait_for("half a tho")
    terminal.type("\x11")
    assert terminal.ended() == 0
    assert translations(path)["青河市举行防汛演练"] == "Qinghe Holds a Drill"
    assert b"1 of 11 segments are translated" in terminal.output
    assert b"1 text is typed and not saved; it is offered again" in terminal.output


def test_segment_to_begin_with(tmp_path):
    path = drill_at(tmp_path / "office")
    terminal = Terminal(path, tmp_path / "home", "--segment", "5")
    terminal.wait_for("5 of 11")
    terminal.type("\x11")
    assert terminal.ended() == 0


def test_segment_that_there_is_not(tmp_path):
    path = drill_at(tmp_path / "office")
    terminal = Terminal(path, tmp_path / "home", "--segment", "nothing")
    assert terminal.ended() == 2
    assert b"there is no such segment: nothing" in terminal.output


def test_no_editor_where_none_is_wanted(tmp_path):
    path = drill_at(tmp_path / "office")
    terminal = Terminal(path, tmp_path / "home", "--no-edit")
    assert terminal.ended() == 0
    assert b"untranslated" in terminal.output
    assert b"\x1b[?1049h" not in terminal.output  # the alternate screen of editors


def test_no_editor_without_a_terminal(tmp_path, govpub):
    path = drill_at(tmp_path / "office")
    assert "untranslated" in govpub("translate", path, status=0).out
    refused = govpub("translate", path, "--segment", "1", status=2)
    assert "--segment opens the editor" in refused.err


@pytest.mark.slow
def test_killed_at_random_moments_nothing_saved_is_lost(tmp_path, seeded_random):
    for number in range(KILLS):
        path = article_at(tmp_path / f"office-{number}", *SENTENCES)
        home = tmp_path / f"home-{number}"
        terminal = Terminal(path, home)
        terminal.wait_for("Quit")
        waited = seeded_random.randint(1, 6)
        for place in range(1, len(SENTENCES) + 2):
            terminal.type(f"text {place}.\r")
            if place <= waited:  # then keys come faster than the screen, which passes by what was saved in between
                terminal.wait_for(f"saved: {place}")
        terminal.read(seeded_random.uniform(0.0, 0.5))
        terminal.kill()
        sources = ["防汛演练", *SENTENCES][: last_saved(terminal)]
        assert len(sources) >= waited
        on_disk = translations(path)
        lost = {
            source: on_disk[source] for place, source in enumerate(sources, 1) if on_disk[source] != f"text {place}."
        }
        assert not lost, (number, lost)
        desk = at_work(path)
        assert all(text in f"text {desk_number(desk, id_)}." for id_, text in desk.drafts.items())
        desk.close()


def last_saved(terminal):
    """Return the highest number of a segment that was shown as saved; those before it were saved before."""
    return max((int(found) for found in SAVED.findall(terminal.output)), default=0)


def wait_until(holds, what):
    end = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < end, f"it did not come to this: {what}"
        time.sleep(0.01)


def wait_for_draft(path, text):
    """Wait until a text that is being typed is kept on disk."""
    folder = path.parents[1] / ".govpub" / "desk"
    wait_until(lambda: any(text in kept.read_text(encoding="utf-8") for kept in folder.glob("*/*.drafts")), text)


def desk_number(desk, id_):
    return [unit.segment.id for unit in desk.units].index(id_) + 1


@contextmanager
def tmux(tmp_path):
    """A tmux of our own; `run` returns what a command of it prints."""
    socket = tmp_path / "tmux"
    environment = clean_environment(tmp_path, GOVPUB_TRANSLATOR="Li Hua")

    def run(*arguments):
        done = subprocess.run(
            ["tmux", "-f", "/dev/null", "-S", socket, *arguments],
            env=environment,
            capture_output=True,
            check=True,
            timeout=30,
        )
        return done.stdout.decode()

    try:
        yield run
    finally:
        run("kill-server")


def shown(run, text):
    """Wait until tmux's screen has a text, and return the screen."""
    screen = ""
    for _round in range(300):
        screen = run("capture-pane", "-p")
        if text in screen:
            return screen
        time.sleep(0.1)
    pytest.fail(f"{text!r} is not shown:\n{screen}")


def test_in_tmux_with_chinese_killed_and_resumed(tmp_path):
    path = article_at(tmp_path / "office", "The drill was held in three counties.", "It went well.")
    path.write_text(
        path.read_text(encoding="utf-8").replace("zh-CN", "en").replace("防汛演练", "A Drill"), encoding="utf-8"
    )
    command = f"{GOVPUB} translate {path}"
    with tmux(tmp_path) as run:
        run("new-session", "-d", "-x", "80", "-y", "24", command)
        shown(run, "^Q Quit")
        run("send-keys", "-l", "防汛演练在三县举行，“很顺利”")
        shown(run, "防汛演练在三县举行，“很顺利”")
        run("send-keys", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace", "BSpace", "Enter")
        screen = shown(run, "saved: 1")
        assert "防汛演练在三县举行" in screen
        assert "顺利" not in screen
        run("send-keys", "-l", "演练在三个")
        wait_for_draft(path, "演练在三个")
        run("set-option", "-g", "remain-on-exit", "on")
        os.kill(int(run("display-message", "-p", "#{pane_pid}")), 9)
        run("respawn-pane", "-k", command)
        again = shown(run, "is offered again")
        assert "演练在三个" in again
        run("send-keys", "-l", "县举行。")
        run("send-keys", "Enter")
        shown(run, "saved: 2")
        run("send-keys", "C-q")
        shown(run, "2 of 3 segments")
    catalog = path.with_name("drill.zh-CN.po").read_text(encoding="utf-8")
    assert 'msgstr "防汛演练在三县举行"' in catalog
    assert 'msgstr "演练在三个县举行。"' in catalog


def test_lost_connection_ends_it_and_keeps_what_was_typed(tmp_path):
    path = drill_at(tmp_path / "office")
    terminal = Terminal(path, tmp_path / "home")
    terminal.wait_for("Alt+1")
    terminal.type("half a tho")
    wait_for_draft(path, "half a tho")
    terminal.hang_up()
    desk = at_work(path)
    assert list(desk.drafts.values()) == ["half a tho"]
    desk.close()


def test_what_cannot_be_kept_is_printed_at_the_end(tmp_path):
    path = drill_at(tmp_path / "office")
    (path.parent.parent / ".govpub").write_text("no folder", encoding="utf-8")
    terminal = Terminal(path, tmp_path / "home")
    terminal.wait_for("Alt+1")
    terminal.type("half a tho")
    terminal.wait_for("half a tho")
    terminal.type("\x11")
    assert terminal.ended() != 0
    assert b"1 text is typed and could not be kept; copy it from here:\r\nhalf a tho\r\n" in terminal.output
    assert b"it is offered again" not in terminal.output
    assert b"No such file" not in terminal.output
