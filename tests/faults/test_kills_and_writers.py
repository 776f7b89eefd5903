"""Rows 2 and 4 of the faults: writers killed at random, and several writers on one file; nothing confirmed is lost."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import UNMEASURED, WITH_SUPPORT
from support.effort import count

HERE = Path(__file__).parent


@pytest.mark.slow
def test_a_killed_writer_loses_nothing(tmp_path, seeded_random):
    kills = count(short=200, full=1000)
    arguments = [str(kills), str(seeded_random.randrange(2**31)), tmp_path]
    done = subprocess.run(
        [sys.executable, HERE / "kill_storm.py", *arguments], capture_output=True, env=WITH_SUPPORT, check=True
    )
    report = json.loads(done.stdout)
    assert report["versions"] > kills / 2, "writers were killed before they wrote"
    assert (report["killed"], report["torn"], report["lost"], report["left"]) == (kills, 0, 0, 0)


@pytest.mark.slow
@pytest.mark.parametrize("how", ["merge", "refuse"])
@pytest.mark.parametrize("writers", [2, 8])
def test_writers_on_one_file_lose_nothing(tmp_path, writers, how):
    edits = count(short=800, full=8000) // writers
    path = tmp_path / "通知.en.po"
    path.write_bytes(b"")
    names = [f"writer{number}" for number in range(writers)]
    commands = [[sys.executable, HERE / "one_writer.py", name, str(edits), path, how] for name in names]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, env=UNMEASURED) for command in commands]
    conflicts = [int(process.communicate(timeout=600)[0]) for process in running]
    assert [process.returncode for process in running] == [0] * writers
    expected = sorted(f"{name} {number}" for name in names for number in range(edits))
    assert sorted(path.read_text(encoding="utf-8").splitlines()) == expected
    assert (how == "merge") == (sum(conflicts) == 0), "no writer met another: this proves nothing"
    assert [path.name for path in tmp_path.iterdir()] == [path.name]
