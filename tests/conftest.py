"""What every test may ask for: golden files, a copy of the samples, the installed command, a seeded source of chance."""

from __future__ import annotations

import os
import random
import secrets
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from support.command import Govpub
from support.effort import FULL
from support.golden import Golden

if TYPE_CHECKING:
    from collections.abc import Generator

SAMPLES = Path(__file__).parents[1] / "samples"

# Chance differs from run to run, and a failure prints the blob that repeats it. Hypothesis would fix the seed in CI.
settings.register_profile(
    "govpub",
    derandomize=False,
    print_blob=True,
    deadline=None,
    max_examples=2000 if FULL else 100,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("govpub")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that accepts what golden tests see."""
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Measure our code, not coverage's tracing of it, in tests marked `timing`."""
    tracer = sys.gettrace()
    if item.get_closest_marker("timing"):
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare bytes or text with a golden file: `golden("case/page.html", page)`."""
    return Golden(update=request.config.getoption("--update-golden"))


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the samples, to be changed at will."""
    copy = tmp_path / "workspace"
    shutil.copytree(SAMPLES, copy, ignore=shutil.ignore_patterns("dist", "*.lock"))
    return copy


@pytest.fixture
def govpub(tmp_path: Path) -> Govpub:
    """The installed command, run in an empty folder: `govpub("check", folder=workspace, status=0)`."""
    folder, home = tmp_path / "work", tmp_path / "home"
    folder.mkdir()
    home.mkdir()
    return Govpub(folder=folder, home=home)


@pytest.fixture
def seeded_random(record_property: pytest.RecordProperty) -> random.Random:
    """A source of chance whose seed is printed with a failure; GOVPUB_SEED repeats it."""
    seed = int(os.environ.get("GOVPUB_SEED") or secrets.randbits(32))
    record_property("seed", seed)
    print(f"GOVPUB_SEED={seed}")
    return random.Random(seed)
