"""Row 14 of the faults: a TMX file of a million units goes in and out in bounded memory, none lost, none twice."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest
from support.command import WITH_SUPPORT
from support.effort import count
from support.tmx import write_large

from govpub.workflow.init import init

UNITS = count(short=40_000, full=1_000_000)
"""Enough in the short run, too, for the memory's index to be written more than once."""
MOST_MEMORY = 100
"""Resident, in MiB."""
RUN = """
import sys
from govpub.cli.run import run
from support.peak import peak
status = run(sys.argv[1:])
sys.stderr.write(f"\\npeak {peak()}")
sys.exit(status)
"""


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    folder = tmp_path_factory.mktemp("large") / "office"
    init(folder)
    write_large(folder / "large.tmx", UNITS)
    return folder


def run(office, *arguments, most=MOST_MEMORY):
    """Run a command in the office in at most so many MiB, and return what it said."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        cwd=office,
        env=WITH_SUPPORT,
        capture_output=True,
        check=False,
        text=True,
    )
    said, _mark, peak = done.stderr.rpartition("\npeak ")
    assert (done.returncode, said) == (0, "")
    assert int(peak) <= most
    return done.stdout


def counts(office):
    return json.loads(run(office, "memory", "stats", "--format", "json"))


@pytest.mark.slow
def test_a_large_memory_goes_in_and_out_in_bounded_memory(office):
    out = run(office, "memory", "import", "large.tmx")
    assert out.startswith(f"large.tmx: new: {UNITS}; replaced: 0; the same already: 0\n")
    assert counts(office)["entries"] == counts(office)["sources"] == UNITS
    again = run(office, "memory", "import", "large.tmx")
    assert again == f"large.tmx: new: 0; replaced: 0; the same already: {UNITS}\n"
    assert run(office, "memory", "export", "all.tmx") == f"all.tmx: {UNITS} entries\n"
    assert run(office, "memory", "import", "all.tmx") == f"all.tmx: new: 0; replaced: 0; the same already: {UNITS}\n"
    batch = re.search(r"--batch (\S+)", out)
    assert batch
    # All of it is forgotten in one transaction, whose journal grows with what is forgotten.
    gone = run(office, "memory", "forget", "--batch", batch[1], "--yes", most=3 * MOST_MEMORY)
    assert gone.endswith(f"{UNITS} entries are forgotten\n")
