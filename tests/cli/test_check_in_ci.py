"""The CI examples of the READMEs run as they are written: their commands, in a repository with one new mistake."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml
from support.command import GOVPUB, clean_environment
from support.office import finished_office

ROOT = Path(__file__).parents[2]
YAML = re.compile(r"(?<=^```yaml\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
PROGRAMS = Path(sys.executable).parent


@pytest.fixture(params=["README.md", "README.zh-CN.md"])
def examples(request):
    found = YAML.findall((ROOT / request.param).read_text(encoding="utf-8"))
    workflow = next(text for text in found if text.startswith("name: govpub\n"))
    job = next(text for text in found if text.startswith("govpub:\n"))
    hook = next(text for text in found if text.startswith("repos:\n"))
    return {"workflow": workflow, "job": job, "hook": hook}


def git(folder, *arguments):
    names = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def checkout(govpub, tmp_path):
    """A clone as CI has it: one old mistake on the main branch, one new one on the branch of the request."""
    office = finished_office(govpub, tmp_path / "office")
    catalog = office / "articles" / "flood-drill.en.po"
    text = catalog.read_text(encoding="utf-8").replace("Inspecting the dikes", "")
    catalog.write_text(text, encoding="utf-8")
    git(office, "init", "-q", "-b", "main")
    git(office, "add", ".")
    git(office, "commit", "-q", "-m", "first")
    git(tmp_path, "clone", "-q", "office", "clone")
    clone = tmp_path / "clone"
    git(clone, "switch", "-q", "-c", "request")
    catalog = clone / "articles" / "flood-drill.en.po"
    catalog.write_text(text.replace("Moving residents to safety", ""), encoding="utf-8")
    return clone


@pytest.fixture
def environment(tmp_path):
    """That of CI; `pip install govpub` does nothing, for it is installed."""
    programs = tmp_path / "programs"
    programs.mkdir()
    (programs / "pip").write_text('#!/bin/sh\ntest "$*" = "install govpub"\n', encoding="utf-8")
    (programs / "pip").chmod(0o755)
    path = os.pathsep.join((str(programs), str(GOVPUB.parent), os.environ["PATH"]))
    return clean_environment(tmp_path, GITHUB_BASE_REF="main", GIT_AUTHOR_NAME="x", GIT_COMMITTER_NAME="x") | {
        "PATH": path,
        "GIT_AUTHOR_EMAIL": "x@example.org",
        "GIT_COMMITTER_EMAIL": "x@example.org",
        "PRE_COMMIT_HOME": str(tmp_path / "pre-commit"),
    }


def run(script, folder, environment):
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script], cwd=folder, env=environment, capture_output=True, check=False
    )


@pytest.mark.parametrize(("name", "schema"), [("workflow", "github-workflows"), ("job", "gitlab-ci")])
def test_the_examples_keep_the_schemas(examples, tmp_path, name, schema):
    (tmp_path / "example.yml").write_text(examples[name], encoding="utf-8")
    command = [PROGRAMS / "check-jsonschema", "--builtin-schema", f"vendor.{schema}", tmp_path / "example.yml"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_workflow_annotates_what_is_new_and_keeps_everything(examples, checkout, environment):
    git(checkout, "commit", "-q", "-a", "-m", "second")
    workflow = yaml.safe_load(examples["workflow"])
    install, annotate, keep = (step for step in workflow["jobs"]["check"]["steps"] if "run" in step)
    assert run(install["run"], checkout, environment).returncode == 0
    annotated = run(annotate["run"], checkout, environment)
    assert annotated.returncode == 1, annotated.stderr
    [command] = annotated.stdout.decode().splitlines()
    assert re.match(r"::error file=articles/flood-drill\.en\.po,line=\d+,", command)
    assert (run(keep["run"], checkout, environment).returncode, keep["if"]) == (1, "always()")
    upload = workflow["jobs"]["check"]["steps"][-1]
    [sarif] = json.loads((checkout / upload["with"]["sarif_file"]).read_text(encoding="utf-8"))["runs"]
    assert len(sarif["results"]) == 2


def test_the_job_shows_findings_as_tests(examples, checkout, environment):
    job = yaml.safe_load(examples["job"])["govpub"]
    assert run("\n".join(job["script"]), checkout, environment).returncode == 1
    report = ET.fromstring((checkout / job["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8"))
    assert (report.get("failures"), report.get("errors")) == ("2", "0")


def test_the_hook_stops_a_commit_with_a_new_mistake(examples, checkout, environment):
    (checkout / ".pre-commit-config.yaml").write_text(examples["hook"], encoding="utf-8")
    git(checkout, "add", ".pre-commit-config.yaml")
    assert run(f"{PROGRAMS / 'pre-commit'} install", checkout, environment).returncode == 0
    commit = "git commit -q -a -m second"
    stopped = run(commit, checkout, environment)
    assert stopped.returncode == 1
    assert b"flood-drill.en.po:" in stopped.stdout + stopped.stderr
    # The old mistake stops nobody.
    subprocess.run(["git", "restore", "--source=main", "articles"], cwd=checkout, check=True)
    article = checkout / "articles" / "flood-drill.md"
    article.write_text(article.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    passed = run(commit, checkout, environment)
    assert passed.returncode == 0, passed.stdout + passed.stderr
