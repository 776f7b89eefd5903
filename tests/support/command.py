"""The installed `govpub` as a user runs it: another process, a clean environment, decoded output."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["GOVPUB", "UNMEASURED", "WITH_SUPPORT", "Govpub", "Outcome", "clean_environment"]

GOVPUB = Path(sys.executable).with_name("govpub")
"""The command of the environment that runs the tests."""

UNMEASURED = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
"""The environment of processes whose disk or time is tampered with: coverage would suffer from it, and interfere."""

WITH_SUPPORT = UNMEASURED | {
    "PYTHONPATH": os.pathsep.join(filter(None, (str(Path(__file__).parents[1]), os.environ.get("PYTHONPATH"))))
}
"""The same, for programs that import what the tests share."""

SECONDS = 120
"""More than any command may take on a loaded machine; longer is a hang."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a finished process left."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Return all that reached the terminal."""
        return self.out + self.err


def clean_environment(home: Path, **changes: str) -> dict[str, str]:
    """Return an environment with nothing of the developer's own in it, but for the measuring of coverage."""
    kept = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
    return kept | {"PATH": os.environ["PATH"], "HOME": str(home), "LANG": "C.UTF-8"} | changes


@dataclass(frozen=True, slots=True, kw_only=True)
class Govpub:
    """Runs the command; `folder` is where, unless a call says otherwise."""

    folder: Path
    home: Path
    command: Path = GOVPUB

    def __call__(
        self,
        *arguments: str | Path,
        folder: Path | None = None,
        env: Mapping[str, str] | None = None,
        stdin: str = "",
        status: int | None = None,
    ) -> Outcome:
        """Run `govpub ARGUMENTS…`; with `status` the test fails here if the process returns another one."""
        done = subprocess.run(
            [self.command, *arguments],
            cwd=folder or self.folder,
            env=clean_environment(self.home, **(env or {})),
            input=stdin.encode(),
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
        outcome = Outcome(status=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())
        assert "Traceback (most recent call last)" not in outcome.err, outcome.err
        if status is not None:
            assert outcome.status == status, f"status {outcome.status}\n{outcome.out}\n{outcome.err}"
        return outcome
