"""The documents say what there is: commands, rules, keys, libraries, targets, exit statuses."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from govpub import __version__
from govpub.article.front_matter import KEYS
from govpub.checks import RULES
from govpub.cli.commands import COMMANDS

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")
TARGETS = set(re.findall(r"^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def commands() -> list[str]:
    groups = {name: entry[1] for name, entry in COMMANDS.items() if isinstance(entry, tuple)}
    return [name for name in COMMANDS if name not in groups] + [
        f"{group} {name}" for group in groups for name in groups[group]
    ]


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(readme, command):
    group, _, name = command.rpartition(" ")
    pattern = rf"govpub {group} [a-z|\\]*\b{name}\b" if group else rf"govpub {name}\b"
    assert re.search(pattern, text_of(readme)), f"govpub {command}"


@pytest.mark.parametrize("readme", READMES)
@pytest.mark.parametrize("command", ["new", "import_page", "check", "export"])
def test_every_option_is_in_the_readme(readme, command):
    code = text_of(f"govpub/cli/{command}.py")
    options = set(re.findall(r'"(--[a-z-]+)"', code))
    assert options
    assert sorted(option for option in options if option not in text_of(readme)) == []


@pytest.mark.parametrize("readme", READMES)
def test_rules_keys_and_statuses_are_in_the_readme(readme):
    text = text_of(readme)
    assert [rule for rule in RULES if f"`{rule}`" not in text] == []
    assert [key for key in KEYS if f"`{key}`" not in text] == []
    assert re.findall(r"^\| `?([0-9])`? \|", text, re.MULTILINE)[:4] == ["0", "1", "2", "3"]


@pytest.mark.parametrize("readme", READMES)
def test_the_two_commands_of_the_readme_exist(readme):
    assert re.search(r"^    make demo\b", text_of(readme), re.MULTILINE)
    assert re.search(r"^    make test\b", text_of(readme), re.MULTILINE)
    assert {"demo", "test", "check", "bench", "fuzz", "golden", "build", "clean"} <= TARGETS


@pytest.mark.parametrize("document", [*READMES, "CONTRIBUTING.md", "CHANGELOG.md"])
def test_what_a_document_points_at_is_there(document):
    text = text_of(document)
    assert set(re.findall(r"\bmake ([a-z]+)\b(?=`|\s*#|$)", text, re.MULTILINE)) <= TARGETS
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_every_library_has_its_reason_and_bounds():
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    rows = dict(re.findall(r"^\| ([\w-]+) \| [^|]+ \| `([^`]+)` \|", text_of("CONTRIBUTING.md"), re.MULTILINE))
    pairs = [re.fullmatch(r"([\w-]+)(.*)", line) for line in project["dependencies"]]
    assert rows == {pair[1]: pair[2] for pair in pairs if pair}


def test_the_changelog_begins_with_this_version():
    versions = re.findall(r"^## \[?(\d+\.\d+\.\d+)", text_of("CHANGELOG.md"), re.MULTILINE)
    assert versions[0] == __version__


def test_make_lists_its_targets():
    said = subprocess.run(["make", "-s", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^  make ([a-z]+) ", said, re.MULTILINE)) == TARGETS


@pytest.mark.parametrize("script", sorted(path.name for path in (ROOT / ".ci").iterdir() if path.is_file()))
def test_scripts_are_sound(script):
    path = ROOT / ".ci" / script
    text = path.read_text(encoding="utf-8")
    assert path.stat().st_mode & 0o111
    if text.startswith("#!/usr/bin/env python3\n"):
        compile(text, path, "exec")
    else:
        assert "set -euo pipefail" in text
        subprocess.run(["bash", "-n", path], check=True)
