"""The samples as the product's proof: clean, complete, and the same bytes wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from support.command import GOVPUB, clean_environment

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLES = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.glob("articles/*.md"))
EDITIONS, FORMATS = ("bilingual", "zh-CN", "en"), ("html", "docx", "txt")


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """The releases of all samples, made once."""
    folder = tmp_path_factory.mktemp("released")
    shutil.copytree(SAMPLES, folder / "workspace", ignore=shutil.ignore_patterns("dist"))
    command = [GOVPUB, "export", *ARTICLES, "--out", folder / "out"]
    done = subprocess.run(
        command, cwd=folder / "workspace", env=clean_environment(folder), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder / "out"


def test_there_are_four_samples_and_one_is_written_in_english():
    assert len(ARTICLES) >= 4
    assert any("\nlang: en\n" in (SAMPLES / path).read_text(encoding="utf-8") for path in ARTICLES)


def test_the_samples_pass_the_check(govpub, workspace):
    report = json.loads(govpub("check", "--format", "json", folder=workspace, status=0).out)
    assert report["findings"] == []


@pytest.mark.parametrize("article", ARTICLES)
def test_translating_a_sample_again_changes_nothing(govpub, workspace, article):
    before = {path.name: path.read_bytes() for path in (workspace / "articles").glob("*.po")}
    govpub("translate", article, folder=workspace, status=0)
    assert {path.name: path.read_bytes() for path in (workspace / "articles").glob("*.po")} == before


@pytest.mark.parametrize("article", ARTICLES)
def test_each_sample_has_its_nine_files(released, article):
    name = Path(article).stem
    files = {path.name for path in (released / name).iterdir()}
    assert {f"{name}.{edition}.{form}" for edition in EDITIONS for form in FORMATS} <= files
    listed = json.loads((released / name / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert {entry["name"] for entry in listed} == files - {"manifest.json", "SHA256SUMS"}
    done = subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=released / name, check=False)
    assert done.returncode == 0


def digests(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.mark.parametrize(
    ("environment", "umask"),
    [
        ({"TZ": "America/St_Johns", "LC_ALL": "C", "PYTHONHASHSEED": "1"}, 0o022),
        ({"TZ": "Pacific/Kiritimati", "LC_ALL": "zh_CN.UTF-8", "PYTHONHASHSEED": "2"}, 0o077),
        ({"TZ": "UTC", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "random", "GOVPUB_LANG": "zh_CN"}, 0o000),
        ({"TZ": "Asia/Shanghai", "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONOPTIMIZE": "1"}, 0o027),
    ],
)
def test_the_same_bytes_everywhere(released, tmp_path, environment, umask):
    folder = tmp_path / "别处 another place"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("dist"))
    for path in folder.rglob("*"):
        os.utime(path, (86_400, 86_400))
    # One by one and in another order: what is made along with it must not show in a release.
    for article in reversed(ARTICLES):
        command = [GOVPUB, "export", folder / article, "--out", tmp_path / "out"]
        env = {**clean_environment(tmp_path), **environment}
        done = subprocess.run(command, cwd=tmp_path, env=env, umask=umask, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()
    assert digests(tmp_path / "out") == digests(released)
