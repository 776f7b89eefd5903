"""Row 3 of the faults: a full disk, a folder or file that may not be written; one line, status 3, nothing changed."""

from __future__ import annotations

import os
import resource
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from support.command import UNMEASURED
from support.injection import faults_of, strike
from support.programs import require

ONE_SAVE = Path(__file__).with_name("one_save.py")
OLD, NEW = "old " * 2_000, "new " * 20_000


def as_ordinary_user(*command: str | Path) -> list[str | Path]:
    """Return a command that permissions bind, for root too."""
    if os.geteuid() != 0:
        return [*command]
    return [require("setpriv"), "--bounding-set=-dac_override,-dac_read_search", *command]


def assert_refused(done: subprocess.CompletedProcess[str], word: str) -> None:
    assert done.returncode == 3, done
    assert done.stderr.count("\n") == 1
    assert word in done.stderr
    assert done.stdout == ""


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.en.po").write_text(OLD, encoding="utf-8")
    yield folder
    folder.chmod(0o755)


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_file_that_may_not_grow(folder, kind):
    def bound():
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    target = folder / ("a.en.po" if kind == "file" else "release")
    command = [sys.executable, ONE_SAVE, kind, target, NEW]
    done = subprocess.run(command, preexec_fn=bound, capture_output=True, text=True, env=UNMEASURED, check=False)
    assert_refused(done, "File too large")
    assert (folder / "a.en.po").read_text(encoding="utf-8") == OLD
    assert [path.name for path in folder.iterdir()] == ["a.en.po"]


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_full_disk(folder, kind):
    # A small disk of our own, in a mount namespace of our own: it is gone when the shell ends.
    target = folder / ("a.en.po" if kind == "file" else "release")
    script = f"""
        mount -t tmpfs -o size=48k none {shlex.quote(str(folder))}
        cd {shlex.quote(str(folder))}; printf '%s' {shlex.quote(OLD)} > a.en.po
        status=0; {shlex.join(map(str, [sys.executable, ONE_SAVE, kind, target, NEW]))} || status=$?
        [ "$(cat a.en.po)" = {shlex.quote(OLD)} ] || echo changed
        [ "$(ls -A)" = a.en.po ] || echo litter: "$(ls -A)"
        exit $status"""
    private = ["-m"] if os.geteuid() == 0 else ["-rm"]
    command = [require("unshare"), *private, "sh", "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, env=UNMEASURED, check=False)
    if "mount" in done.stderr or "unshare" in done.stderr:
        # This machine mounts nothing for us: the disk says that it is full at the first byte instead.
        save, log = [sys.executable, ONE_SAVE, kind, target, NEW], folder.parent / "strace.log"
        write = next(fault for fault in faults_of(save, log) if fault.call == "write")
        (folder / "a.en.po").write_text(OLD, encoding="utf-8")
        struck = strike(save, write, "error=ENOSPC", log)
        done = subprocess.CompletedProcess(save, struck.status, struck.out, struck.err)
        assert (folder / "a.en.po").read_text(encoding="utf-8") == OLD
    assert_refused(done, "make room")


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_a_read_only_folder(folder, kind):
    target = folder / ("a.en.po" if kind == "file" else "release")
    folder.chmod(0o555)
    command = as_ordinary_user(sys.executable, ONE_SAVE, kind, target, NEW)
    done = subprocess.run(command, capture_output=True, text=True, env=UNMEASURED, check=False)
    assert_refused(done, "permission")
    assert (folder / "a.en.po").read_text(encoding="utf-8") == OLD
    assert [path.name for path in folder.iterdir()] == ["a.en.po"]


def test_a_file_that_may_not_be_written(folder):
    (folder / "a.en.po").chmod(0o444)
    command = as_ordinary_user(sys.executable, ONE_SAVE, "file", folder / "a.en.po", NEW)
    done = subprocess.run(command, capture_output=True, text=True, env=UNMEASURED, check=False)
    assert_refused(done, "permission")
    assert (folder / "a.en.po").read_text(encoding="utf-8") == OLD
    assert [path.name for path in folder.iterdir()] == ["a.en.po"]


def test_a_file_that_may_not_be_read(folder):
    (folder / "a.en.po").chmod(0)
    command = as_ordinary_user(
        sys.executable,
        "-c",
        "import sys; from pathlib import Path\nfrom govpub.workflow import storage\nstorage.read(Path(sys.argv[1]))",
        folder / "a.en.po",
    )
    done = subprocess.run(command, capture_output=True, text=True, env=UNMEASURED, check=False)
    assert "MachineError" in done.stderr
    assert "check the permissions" in done.stderr
