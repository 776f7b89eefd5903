"""Row 1 of the faults: every system call of a save is killed or refused once; the file is wholly old or wholly new."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from support.injection import CALLS, Fault, faults_of, strike

ONE_SAVE = Path(__file__).with_name("one_save.py")
OLD, NEW = "old 旧 " * 3000, "new 新 " * 4000
HOW = ("signal=KILL", "error=ENOSPC", "error=EIO")
KILLED = -9


def command(kind: str, path: Path, content: str = NEW) -> list[str | Path]:
    return [sys.executable, ONE_SAVE, kind, path, content]


def strike_in_save(command: list[str | Path], fault: Fault, how: str, log: Path):
    # Another process may have compiled a module since the calls were counted; then the fault came too early.
    struck = strike(command, fault, how, log)
    assert struck.hit, f"{fault} came outside the save: {struck}"
    assert "Traceback" not in struck.err, struck.err
    return struck


@pytest.fixture
def document(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    path = folder / "一.en.po"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "dist" / "notice"
    folder.mkdir(parents=True)
    for name in ("page.html", "page.txt", "manifest.json"):
        (folder / name).write_text(OLD, encoding="utf-8")
    return folder


@pytest.mark.strace
@pytest.mark.parametrize("how", HOW)
def test_a_file_is_wholly_old_or_wholly_new(document, tmp_path, how):
    log = tmp_path / "strace.log"
    faults = list(faults_of(command("file", document), log))
    assert {"openat", "write", "fsync", "flock"} <= {fault.call for fault in faults}
    for fault in faults:
        document.write_text(OLD, encoding="utf-8")
        struck = strike_in_save(command("file", document), fault, how, log)
        content = document.read_text(encoding="utf-8")
        assert content in {OLD, NEW}, fault
        if "saved" in struck.out:
            assert content == NEW, f"confirmed but not there: {fault}"
        elif struck.status != KILLED:
            assert struck.status == 3, (fault, struck)
            assert struck.err.count("\n") == 1, struck.err
        if struck.status == KILLED:
            assert strike(command("file", document, NEW + "!"), Fault("fsync", 999), "error=EIO", log).status == 0
            assert document.read_text(encoding="utf-8") == NEW + "!"
        if fault.call not in {"unlink", "unlinkat", "getdents64"}:
            assert [path.name for path in document.parent.iterdir()] == [document.name], fault


@pytest.mark.strace
@pytest.mark.parametrize("how", HOW)
def test_a_release_is_wholly_old_or_wholly_new(release, tmp_path, how):
    log = tmp_path / "strace.log"

    def restore(content: str) -> None:
        for path in release.iterdir():
            path.write_text(content, encoding="utf-8")

    for fault in faults_of(command("folder", release), log):
        restore(OLD)
        struck = strike_in_save(command("folder", release), fault, how, log)
        if struck.status == KILLED:
            # Between the two renames nothing stands under the name; the next run finds the old one and finishes.
            assert not release.exists() or contents(release) in ({OLD}, {NEW}), fault
            assert strike(command("folder", release), Fault("fsync", 999), "error=EIO", log).status == 0
        assert len(list(release.iterdir())) == 3
        assert contents(release) in ({OLD}, {NEW}), fault
        if "saved" in struck.out:
            assert contents(release) == {NEW}
        elif struck.status != KILLED:
            assert struck.status == 3, (fault, struck)
            assert struck.err.count("\n") == 1, struck.err


def contents(release: Path) -> set[str]:
    return {path.read_text(encoding="utf-8") for path in release.iterdir()}


def test_no_system_call_of_a_save_is_left_out(document, tmp_path):
    assert {fault.call for fault in faults_of(command("file", document), tmp_path / "log")} <= set(CALLS)
