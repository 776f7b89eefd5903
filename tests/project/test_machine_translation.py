"""`[machine-translation]` of govpub.toml: the service, where it is, and the name of the variable that holds its key."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from govpub.errors import ProjectError
from govpub.machine_translation import PROVIDER_NAMES, PROVIDERS, MachineTranslation
from govpub.project import load_project

FILE = Path("office/govpub.toml")


def table(**changes):
    keys = {"provider": '"libretranslate"', "url": '"https://mt.example"'} | changes
    return "\n".join(["[machine-translation]", *(f"{key} = {value}" for key, value in keys.items() if value), ""])


def test_an_office_that_names_no_service_has_none():
    assert load_project("", FILE).machine_translation is None


def test_a_service_is_read():
    text = table(url='"http://10.0.0.7:5000/mt/"', **{"key-variable": '"MT_KEY"', "timeout": "90"})
    assert load_project(text, FILE).machine_translation == MachineTranslation(
        provider="libretranslate", url="http://10.0.0.7:5000/mt", key_variable="MT_KEY", timeout=90
    )
    assert load_project(table(), FILE).machine_translation == MachineTranslation(
        provider="libretranslate", url="https://mt.example", key_variable="", timeout=60
    )


def test_every_provider_that_can_be_named_can_be_made():
    assert tuple(PROVIDERS) == PROVIDER_NAMES
    for name, make in PROVIDERS.items():
        assert make(MachineTranslation(provider=name, url="http://[::1]:5000"), "", time.sleep).name == name


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        ("machine-translation = 1\n", 1, "machine-translation"),
        (table(provider=""), 1, "provider"),
        (table(provider='"oracle"'), 2, "oracle"),
        (table(url=""), 1, "url"),
        (table(url='"mt.example"'), 3, "url"),
        (table(url='"file:///etc/passwd"'), 3, "url"),
        (table(url='"ftp://mt.example"'), 3, "url"),
        (table(url='"https://me:secret@mt.example"'), 3, "url"),
        (table(url='"https://mt.example/?key=secret"'), 3, "url"),
        (table(url='"https://mt.example/a b"'), 3, "url"),
        (table(url="3"), 3, "url"),
        (table(**{"key-variable": '"9f86d081-884c"'}), 4, "key-variable"),
        (table(**{"api-key": '"secret"'}), 4, "api-key"),
        (table(timeout="0"), 4, "timeout"),
        (table(timeout="true"), 4, "timeout"),
        (table(timeout='"60"'), 4, "timeout"),
        (table(timeout="1e3"), 4, "timeout"),
    ],
)
def test_a_mistake_is_one_error_at_its_place(text, line, part):
    with pytest.raises(ProjectError) as caught:
        load_project(text, FILE)
    error = caught.value
    assert part in error.message
    assert error.hint
    assert error.at is not None
    assert (error.at.path, error.at.line) == (FILE, line)
    assert "secret" not in str(error)


def test_what_is_filled_in_is_fuzzy_unless_the_office_trusts_what_it_reviewed():
    assert load_project("", FILE).memory_in_context == "fuzzy"
    assert load_project('[memory]\nin-context = "translated"\n', FILE).memory_in_context == "translated"
    with pytest.raises(ProjectError, match="in-context"):
        load_project('[memory]\nin-context = "reviewed"\n', FILE)
