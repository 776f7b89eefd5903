"""A thousand articles in all formats and editions: two processes against one, on the clock of the wall."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

from benchmarks.bench_export import SAMPLES, copies_of
from support.command import GOVPUB
from support.measure import Comparison

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MANY = 1000


def comparisons(folder: Path) -> Iterator[Comparison]:
    office = folder / "office"
    shutil.copytree(SAMPLES, office, ignore=shutil.ignore_patterns("dist", "pictures"))
    articles = copies_of(office, MANY)

    def export(jobs: int) -> None:
        command = [GOVPUB, "export", "--quiet", "--jobs", str(jobs), "--out", folder / f"out{jobs}", *articles]
        subprocess.run(command, cwd=office, check=True)

    yield Comparison(
        title=f"govpub export, {MANY} articles with two processes",
        ours=lambda: export(2),
        peer_name="the same with one",
        peer=lambda: export(1),
        at_most=1 / 1.5,
        wall=True,
        rounds=1,
    )
