"""Installed, not only checked out: the built wheel carries all it needs, and works in an empty folder."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from support.command import Govpub
from support.office import fill

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    # Without isolation: everything that builds is in the environment of the tests, no network is needed.
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, ROOT]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("govpub-*.whl"))


@pytest.fixture
def installed(wheel, tmp_path):
    environment = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", environment], check=True)
    site = next((environment / "lib").glob("python*/site-packages"))
    # The libraries come from the environment of the tests by path only: its own .pth files, with the checkout
    # that an editable install puts on the path, are not read from here.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    command = ["-m", "pip", "--python", environment, "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run([sys.executable, *command], check=True)
    work, home = tmp_path / "work", tmp_path / "home"
    work.mkdir()
    home.mkdir()
    return Govpub(folder=work, home=home, command=environment / "bin" / "govpub")


def test_the_wheel_carries_catalogs_templates_and_glossary(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    shipped = "govpub/shipped/locales"
    for name in ("zh_CN/LC_MESSAGES/ui", "en/LC_MESSAGES/ui", "zh_CN/LC_MESSAGES/cli"):
        assert {f"{shipped}/{name}.po", f"{shipped}/{name}.mo"} <= names
    assert {f"{shipped}/glossary/zh_CN-en.po", f"{shipped}/ui.pot", f"{shipped}/cli.pot", "govpub/py.typed"} <= names
    in_checkout = {path.relative_to(ROOT).as_posix() for path in (ROOT / "govpub").rglob("*") if path.is_file()}
    compiled = {name for name in in_checkout if "__pycache__" in name}
    assert in_checkout - compiled <= names
    assert not [name for name in names if name.startswith(("tests/", "samples/"))]


def test_from_an_empty_folder_to_a_release(installed):
    where = [installed.command.parent / "python", "-c", "import govpub; print(govpub.__file__)"]
    module = Path(
        subprocess.run(where, cwd=installed.folder, capture_output=True, text=True, check=True).stdout.strip()
    )
    assert module.is_relative_to(installed.command.parents[1]), "the checkout answers, not the wheel"
    installed("init", "office", status=0)
    office = installed.folder / "office"
    installed("new", "articles/first-notice.md", folder=office, status=0)
    installed("translate", "articles/first-notice.md", folder=office, status=0)
    fill(office / "articles" / "first-notice.en.po", {})
    assert installed("check", folder=office).status in {0, 1}
    installed("export", "articles/first-notice.md", "--draft", folder=office, status=0)
    release = office / "dist" / "first-notice"
    assert len([path for path in release.iterdir() if path.suffix in {".html", ".docx", ".txt"}]) == 9
    installed("--help", env={"GOVPUB_LANG": "zh_CN"}, status=0)
