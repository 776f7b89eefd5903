"""Row 1 of the faults, for files written part by part: an exported memory is there wholly or not at all."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from support.command import GOVPUB, UNMEASURED, Govpub
from support.effort import FULL
from support.injection import CHANGING_CALLS, faults_of, strike
from support.office import finished_office

COMMAND = [GOVPUB, "memory", "export", "out/all.tmx"]
WRITING = {"fchmod", "fsync", "rename", "renameat", "renameat2", "mkdir", "mkdirat", "flock"}
KILLED = -9


@pytest.fixture(scope="module")
def original(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    govpub = Govpub(folder=home, home=home)
    office = finished_office(govpub, tmp_path_factory.mktemp("original") / "office")
    govpub("memory", "add", "articles", folder=office, status=0)
    return office


@pytest.mark.strace
@pytest.mark.parametrize("how", ["signal=KILL", "error=ENOSPC"])
def test_an_export_that_is_struck_is_whole_or_not_there(original, tmp_path, how):
    office, log = tmp_path / "office", tmp_path / "strace.log"
    shutil.copytree(original, office)
    faults = [fault for fault in faults_of(COMMAND, log, folder=office) if fault.call in WRITING or FULL]
    whole = (office / "out" / "all.tmx").read_bytes()
    assert {"fsync", "fchmod"} <= {fault.call for fault in faults} <= set(CHANGING_CALLS)
    for fault in faults:
        shutil.rmtree(office)
        shutil.copytree(original, office)
        struck = strike(COMMAND, fault, how, log, folder=office)
        assert struck.hit, (fault, struck)
        made = office / "out" / "all.tmx"
        assert not made.exists() or made.read_bytes() == whole, fault
        assert "Traceback" not in struck.err
        if struck.status == 0:
            assert made.exists(), fault
        elif struck.status != KILLED:
            assert struck.status == 3, (fault, struck)
            assert not (office / "out").exists() or list((office / "out").iterdir()) in ([], [made]), fault
        # What a killed one left lying is no hindrance to the next, which clears it away.
        made.unlink(missing_ok=True)
        subprocess.run(COMMAND, cwd=office, capture_output=True, env=UNMEASURED, check=True)
        assert list((office / "out").iterdir()) == [made]
        assert made.read_bytes() == whole
