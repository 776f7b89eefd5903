"""Rows 1 to 4 of the faults at the translator's desk: nothing confirmed is lost, and what was typed is offered again."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from support.command import WITH_SUPPORT
from support.desks import article_at, at_desk
from support.effort import FULL, count
from support.injection import faults_of, strike
from support.programs import require

if TYPE_CHECKING:
    import random

HERE = Path(__file__).parent
ONE_CONFIRM = HERE / "one_confirm.py"
KILLED = -9


@pytest.mark.slow
def test_translators_who_are_killed_lose_nothing(tmp_path, seeded_random):
    kills = count(short=12, full=200)
    command = [sys.executable, HERE / "desk_storm.py", str(kills), str(seeded_random.randrange(2**31)), tmp_path]
    done = subprocess.run(command, capture_output=True, env=WITH_SUPPORT, check=False)
    assert done.returncode == 0, done.stderr.decode()
    report = json.loads(done.stdout)
    assert report["confirmed"] > kills / 4, "translators were killed before they confirmed"
    assert report["undone"] > 0
    assert {name: report[name] for name in ("killed", "lost", "lost drafts", "clashes", "litter")} == {
        "killed": kills,
        "lost": 0,
        "lost drafts": 0,
        "clashes": 0,
        "litter": False,
    }


@pytest.mark.slow
@pytest.mark.parametrize("writers", [2, 8])
def test_translators_in_one_article_lose_nothing(tmp_path, writers, seeded_random):
    edits = count(short=120, full=6000) // writers
    article = article_at(tmp_path, *(f"这是第{number}句话。" for number in range(9)))
    at_desk(article).close()
    seeds = [str(seeded_random.randrange(2**31)) for _writer in range(writers)]
    commands = [
        [sys.executable, HERE / "desk_writer.py", f"Writer {number}", str(edits), seed, article]
        for number, seed in enumerate(seeds)
    ]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    running = [subprocess.Popen(command, **pipes, env=WITH_SUPPORT) for command in commands]
    for process in running:
        process.stdout.readline()  # none begins before all are there
    for process in running:
        process.stdin.write(b"begin\n")
        process.stdin.flush()
    ended = [process.communicate(timeout=900) for process in running]
    assert [process.returncode for process in running] == [0] * writers, b"\n".join(err for _out, err in ended).decode()
    reports = [json.loads(out) for out, _err in ended]
    assert sum(report["clashes"] for report in reports) > 0, "no translator met another: this proves nothing"
    # Each change takes one text away and puts one there: what two made from the same text, one of them unseen, and
    # what was overwritten, does not add up.
    balance: Counter[tuple[str, str]] = Counter()
    for report in reports:
        for id_, before, after in report["changes"]:
            balance[id_, before] -= 1
            balance[id_, after] += 1
    desk = at_desk(article)
    for unit in desk.units:
        balance[unit.segment.id, ""] += 1
        balance[unit.segment.id, unit.target] -= 1
    assert {place for place, number in balance.items() if number} == set()
    notes = {(unit.segment.id, note.text) for unit in desk.units for note in desk.notes(unit.segment.id)}
    assert notes == {(id_, text) for report in reports for id_, text in report["notes"]}
    assert sorted(path.name for path in article.parent.iterdir()) == ["drill.en.po", "drill.md"]


@pytest.mark.strace
@pytest.mark.parametrize("how", ["signal=KILL", "error=ENOSPC", "error=EIO"])
def test_every_system_call_of_a_confirmation_may_fail(tmp_path, how, seeded_random):
    article = article_at(tmp_path / "a", "全省开始防汛演练。")
    desk = at_desk(article)
    id_ = desk.units[1].segment.id
    desk.confirm(id_, "Old.")
    desk.close()
    for path in article.parent.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))  # files that are new are read more often
    fresh = tmp_path / "fresh"
    shutil.copytree(tmp_path / "a", fresh)
    log = tmp_path / "strace.log"
    command = [sys.executable, ONE_CONFIRM, article, id_, "New."]
    faults = list(faults_of(command, log))
    assert {"openat", "write", "fsync", "flock", "rename"} <= {fault.call for fault in faults}
    for fault in faults if FULL else chosen(faults, seeded_random):
        shutil.rmtree(tmp_path / "a")
        shutil.copytree(fresh, tmp_path / "a")
        struck = strike(command, fault, how, log)
        assert struck.hit, f"{fault} came outside of the confirmation: {struck}"
        assert "Traceback" not in struck.err, (fault, struck.err)
        desk = at_desk(article)
        target, draft = desk.unit(id_).target, desk.drafts.get(id_)
        assert (target, draft) in {("New.", None), ("Old.", "New.")}, fault
        if "saved" in struck.out:
            assert target == "New.", f"confirmed but not there: {fault}"
        elif struck.status != KILLED:
            assert struck.status == 3, (fault, struck)
        while desk.undo() is not None:
            pass
        assert (desk.unit(id_).target, desk.clashes) == ("", {}), fault
        desk.close()


@pytest.mark.slow
def test_what_is_typed_on_a_full_disk_is_offered_again(tmp_path):
    # A small disk of our own, in a mount namespace of our own: it is gone when the shell ends.
    disk = tmp_path / "disk"
    disk.mkdir()
    full = shlex.join([sys.executable, str(HERE / "full_desk.py")])
    script = f"""
        mount -t tmpfs -o size=300k none {shlex.quote(str(disk))} || exit 99
        cp -R {shlex.quote(str(tmp_path / "new"))}/. {shlex.quote(str(disk))}
        {full} type {shlex.quote(str(disk / "articles" / "drill.md"))}
        {full} resume {shlex.quote(str(disk / "articles" / "drill.md"))}"""
    article_at(tmp_path / "new", "全省开始防汛演练。", "演练共有三个阶段。")
    private = ["-m"] if os.geteuid() == 0 else ["-rm"]
    command = [require("unshare"), *private, "sh", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, env=WITH_SUPPORT, check=False)
    if "mount" in done.stderr or "unshare" in done.stderr:
        return  # this machine mounts nothing for us; every write that is refused is tried above
    trouble, refused, resumed = done.stdout.splitlines()
    assert trouble == "None", "typing was not kept"
    assert "make room" in refused
    report = json.loads(resumed)
    assert (report["first"], report["second"]) == ("Confirmed.", report["right"])


@pytest.mark.parametrize("shut", ["folder", "catalog"])
def test_a_catalog_that_may_not_be_written(tmp_path, shut):
    article = article_at(tmp_path, "全省开始防汛演练。")
    desk = at_desk(article)
    id_ = desk.units[1].segment.id
    desk.close()
    closed = article.parent if shut == "folder" else desk.catalog_path
    closed.chmod(0o555 if shut == "folder" else 0o444)
    user = [require("setpriv"), "--bounding-set=-dac_override,-dac_read_search"] if os.geteuid() == 0 else []
    command = [*user, sys.executable, ONE_CONFIRM, article, id_, "New."]
    done = subprocess.run(command, capture_output=True, text=True, env=WITH_SUPPORT, check=False)
    closed.chmod(0o755 if shut == "folder" else 0o644)
    assert done.returncode == 3, done
    assert done.stderr.count("\n") == 1
    assert "check the permissions" in done.stderr
    desk = at_desk(article)
    assert (desk.unit(id_).target, desk.drafts[id_]) == ("", "New.")
    desk.close()


def chosen(faults: list, chance: random.Random) -> list:
    """Return some of the faults, of different calls, for `make test`."""
    calls = chance.sample(sorted({fault.call for fault in faults}), 3)
    return [chance.choice([each for each in faults if each.call == call]) for call in calls]
