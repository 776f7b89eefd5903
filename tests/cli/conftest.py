"""What every test of a command may ask for: an office whose one article is translated, and the command run there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from support.command import Govpub
from support.inside import Inside
from support.office import finished_office

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def translated_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace whose one article is translated; to be copied, not to be changed."""
    folder = tmp_path_factory.mktemp("translated")
    return finished_office(Govpub(folder=folder, home=folder), folder / "office")


@pytest.fixture
def office(translated_office: Path, tmp_path: Path) -> Path:
    """A copy of it, to be changed at will."""
    return shutil.copytree(translated_office, tmp_path / "office")


@pytest.fixture
def inside(office: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Inside:
    """The command, run in that copy and in this process."""
    return Inside(folder=office, monkeypatch=monkeypatch, capsys=capsys)
