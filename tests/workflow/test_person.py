"""The name that a record gets: the variable's, else git's, else the login's."""

import os
import subprocess
import sys

import pytest

from govpub.errors import UsageError
from govpub.workflow.person import person_of


@pytest.fixture(autouse=True)
def nobody(monkeypatch, tmp_path):
    """A process that knows of nobody."""
    for name in ("GOVPUB_TRANSLATOR", "LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)


@pytest.fixture
def repository(tmp_path):
    folder = tmp_path / "office"
    folder.mkdir()
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(["git", "-C", folder, "config", "user.name", "王芳"], check=True)
    (folder / "x.md").write_text("x")
    return folder


def test_the_variable_comes_first(repository, monkeypatch):
    monkeypatch.setenv("GOVPUB_TRANSLATOR", " Li\nHua -- Desk ")
    assert person_of(repository) == "Li Hua Desk"


@pytest.mark.parametrize("empty", ["", " ", "--"])
def test_an_empty_variable_is_none(repository, monkeypatch, empty):
    monkeypatch.setenv("GOVPUB_TRANSLATOR", empty)
    assert person_of(repository) == "王芳"


def test_git_knows_it_for_the_workspace(repository, monkeypatch):
    monkeypatch.setenv("USER", "login")
    assert person_of(repository) == person_of(repository / "x.md") == "王芳"


@pytest.mark.parametrize("path", ["", "/nonexistent"])
def test_the_login_is_the_last_resort(tmp_path, monkeypatch, path):
    monkeypatch.setenv("LOGNAME", "lihua")
    if path:
        monkeypatch.setenv("PATH", path)
    assert person_of(tmp_path) == person_of(tmp_path / "there is" / "no such folder") == "lihua"


def test_nobody_is_an_error_with_a_way_out(tmp_path, monkeypatch):
    def unknown():
        raise OSError

    monkeypatch.setattr("getpass.getuser", unknown)
    with pytest.raises(UsageError) as caught:
        person_of(tmp_path)
    assert "git config --global user.name" in caught.value.hint
    assert "GOVPUB_TRANSLATOR" in caught.value.hint


def test_a_git_that_hangs_holds_nobody_up(tmp_path, monkeypatch):
    git = tmp_path / "git"
    git.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("USER", "lihua")
    monkeypatch.setattr("govpub.workflow.person._PATIENCE", 0.2)
    assert person_of(tmp_path) == "lihua"
