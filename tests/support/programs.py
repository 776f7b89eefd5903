"""Programs that tests need beyond Python; `make test` installs them, so a missing one is a failure, never a skip."""

from __future__ import annotations

import shutil

import pytest

__all__ = ["require"]


def require(command: str) -> str:
    """Return the path of a command, or fail the test that needs it."""
    path = shutil.which(command)
    if path is None:
        pytest.fail(f"{command} is missing; `make test` installs what the tests need", pytrace=False)
    return path
