"""The command run inside the process of the tests, for cases by the dozen; `support.command` runs the installed one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from support.command import Outcome

from govpub import messages
from govpub.cli.run import run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import pytest

__all__ = ["Inside"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inside:
    """Runs the command; `folder` is where, unless a call says otherwise."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(
        self,
        *arguments: str | Path,
        folder: Path | None = None,
        env: Mapping[str, str] | None = None,
        status: int | None = None,
    ) -> Outcome:
        """Run `govpub ARGUMENTS…`; with `status` the test fails here if the command returns another one."""
        with self.monkeypatch.context() as patch:
            patch.chdir(folder or self.folder)
            for name, value in ({"GOVPUB_LANG": "en", "GOVPUB_DEBUG": "1"} | dict(env or {})).items():
                patch.setenv(name, value)
            self.capsys.readouterr()
            try:
                returned = run([str(argument) for argument in arguments])
            finally:
                messages.install()
        said = self.capsys.readouterr()
        outcome = Outcome(status=returned, out=said.out, err=said.err)
        if status is not None:
            assert outcome.status == status, f"status {outcome.status}\n{outcome.out}\n{outcome.err}"
        return outcome
