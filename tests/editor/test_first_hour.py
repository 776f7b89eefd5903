"""The page for beginners: its commands run, its keys exist, in both languages the same; govpub takes it for no article."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from support.terminals import Terminal

from govpub.editor.keys import DESK_KEYS, EDITING_KEYS, shown_key
from govpub.workflow.workspace import article_files

SAMPLES = Path(__file__).parents[2] / "samples"
PAGES = ("FIRST-HOUR.md", "FIRST-HOUR.zh-CN.md")
ARROWS = {"Ctrl+Left": "Ctrl+←"}
ELSEWHERE = {"1", "2", "Shift"}
"""Keys of windows, and what is held with another key."""


def text_of(page):
    return (SAMPLES / page).read_text(encoding="utf-8")


def commands(page):
    return re.findall(r"^    (.+)$", text_of(page), re.MULTILINE)


def keys(page):
    found = re.findall(r"`((?:Ctrl\+|Alt\+)?[A-Z][A-Za-z0-9]*|[12])`", text_of(page))
    return sorted(key for key in found if not key.startswith("GOVPUB"))


def test_every_key_is_one_of_the_editor():
    known = {shown_key(name) for key in (*DESK_KEYS, *EDITING_KEYS) for name in key.keys} | ELSEWHERE
    assert {ARROWS.get(key, key) for key in keys(PAGES[0])} <= known


def test_both_languages_name_the_same_keys_and_commands():
    assert keys(PAGES[0]) == keys(PAGES[1])
    assert commands(PAGES[0]) == commands(PAGES[1])
    assert len(commands(PAGES[0])) > 8


@pytest.mark.parametrize("page", PAGES)
def test_it_is_no_article(page):
    assert SAMPLES / page not in article_files(SAMPLES)


def test_every_command_does_what_it_says(workspace, govpub, tmp_path):
    wanted = commands(PAGES[0])
    assert wanted[:2] == ["cp -r samples first-hour", "cd first-hour"]  # which is what `workspace` is
    name = ""
    for command in wanted[2:]:
        first, *arguments = shlex.split(command)
        if first == "export":
            name = arguments[0].partition("=")[2]
        elif first == "rm":
            (workspace / arguments[0]).unlink()
        elif arguments[0] == "translate" and "--no-edit" not in arguments:
            terminal = Terminal(workspace / arguments[-1], tmp_path / "home", *arguments[1:-1])
            terminal.wait_for("Quit")
            terminal.type("\x11")
            assert terminal.ended() == 0, terminal.output
        else:
            # The article is not translated here, which the check says by its status.
            govpub(*arguments, folder=workspace, env={"GOVPUB_TRANSLATOR": name}, status=int(arguments[0] == "check"))
    assert name == "Wang Fang"
