"""The board of three hundred articles, with the check and without, against the check alone."""

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

MANY = 300


def comparisons(folder: Path) -> Iterator[Comparison]:
    office = folder / "office"
    shutil.copytree(SAMPLES, office, ignore=shutil.ignore_patterns("dist", "pictures"))
    copies_of(office, MANY)

    def run(*command: str) -> None:
        subprocess.run([GOVPUB, *command], cwd=office, check=True, capture_output=True)

    for title, options, at_most in (("", (), 1.2), (" without the check", ("--no-check",), 0.5)):
        yield Comparison(
            title=f"govpub status, {MANY} articles{title}",
            ours=lambda options=options: run("status", "--format", "json", *options),
            peer_name="govpub check of them",
            peer=lambda: run("check", "--format", "json"),
            at_most=at_most,
            rounds=3,
        )
