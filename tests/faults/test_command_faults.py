"""Rows 1 and 4 of the faults through whole commands: what they write is wholly old or wholly new, and still reads."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from support.command import GOVPUB, UNMEASURED
from support.effort import FULL
from support.injection import faults_of, strike
from support.office import ARTICLE, finished_office

ONE_TERM_WRITER = Path(__file__).with_name("one_term_writer.py")
CHANGED = ARTICLE + "\n又一段新的文字。\n"
COMMANDS = {
    "translate": ["translate", "articles/flood-drill.md"],
    "glossary add": ["glossary", "add", "青河新城", "Qinghe New Town"],
    "export": ["export", "articles/flood-drill.md", "--edition", "zh-CN", "--format", "txt"],
}
OWN = "glossary/zh_CN-en.po"
KILLED = -9


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    from support.command import Govpub

    home = tmp_path_factory.mktemp("home")
    office = finished_office(Govpub(folder=home, home=home), tmp_path_factory.mktemp("original") / "office")
    for command in (["glossary", "add", "青河大桥", "Qinghe Bridge"], COMMANDS["export"]):
        subprocess.run([GOVPUB, *command], cwd=office, check=True, capture_output=True, env=UNMEASURED)
    (office / "articles" / "flood-drill.md").write_text(CHANGED, encoding="utf-8")
    return office


def files(office: Path) -> dict[str, bytes]:
    return {path.relative_to(office).as_posix(): path.read_bytes() for path in office.rglob("*") if path.is_file()}


def assert_sound(office: Path, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Every file is as before or as after, and nothing that was there is gone."""
    now = {name: content for name, content in files(office).items() if ".tmp" not in name and ".old/" not in name}
    for name, content in now.items():
        assert content in (old.get(name), new.get(name)), name
    release = "dist/flood-drill/"
    lost = {name for name in old if name not in now and not name.startswith(release)}
    assert lost == set()
    at_hand = {name: content for name, content in now.items() if name.startswith(release)}
    whole = [{name: content for name, content in state.items() if name.startswith(release)} for state in (old, new)]
    # Nothing under the name for the moment between two renames: the old release then lies beside it.
    assert at_hand in whole or (at_hand == {} and (office / "dist" / ".flood-drill.old").is_dir())


@pytest.mark.strace
@pytest.mark.parametrize(
    "how", ["signal=KILL", "error=ENOSPC", "error=EIO"] if FULL else ["signal=KILL", "error=ENOSPC"]
)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_that_is_struck_leaves_old_or_new(original, tmp_path, name, how):
    office, log = tmp_path / "office", tmp_path / "strace.log"
    command = [GOVPUB, *COMMANDS[name]]
    old = files(original)
    shutil.copytree(original, office)
    faults = list(faults_of(command, log, folder=office))
    new = files(office)
    assert new != old
    assert {"fsync", "flock"} <= {fault.call for fault in faults}
    for fault in faults:
        shutil.rmtree(office)
        shutil.copytree(original, office)
        struck = strike(command, fault, how, log, folder=office)
        assert struck.hit, (fault, struck)
        assert_sound(office, old, new)
        assert "Traceback" not in struck.err
        assert "itself failed" not in struck.err, (fault, struck.err)
        if struck.status != KILLED:
            assert struck.status in {0, 3}, (fault, struck)
            continue
        # What a killed one left lying is no hindrance to the next, which clears it away.
        done = subprocess.run(command, cwd=office, capture_output=True, text=True, env=UNMEASURED, check=False)
        assert done.returncode in {0, 2}, (fault, done)
        assert files(office) == new, fault


@pytest.mark.slow
@pytest.mark.parametrize("writers", [2, 8])
def test_writers_of_one_glossary_lose_no_term(original, tmp_path, writers):
    office = tmp_path / "office"
    shutil.copytree(original, office)
    each = (400 if FULL else 40) // writers
    commands = [[sys.executable, ONE_TERM_WRITER, office, str(number), str(each)] for number in range(writers)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=UNMEASURED) for command in commands]
    reports = [json.loads(process.communicate(timeout=600)[0]) for process in running]
    terms = {entry.msgid: entry.msgstr for entry in polib.pofile(str(office / OWN), encoding="utf-8")}
    saved = [term for report in reports for term in report["saved"]]
    assert len(saved) == writers * each
    assert set(saved) <= terms.keys()
    # One term that all of them add in words of their own: one is first, the others are told.
    assert sum(report["refused"] for report in reports) == writers - 1
    assert terms["共同的词"] == next(report["own"] for report in reports if not report["refused"])
