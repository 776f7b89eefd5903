"""Every room has what it names, whether that is loaded at once or when it is first asked for."""

import pkgutil
import subprocess
import sys
from importlib import import_module

import pytest

import govpub

ROOMS = sorted(module.name for module in pkgutil.walk_packages(govpub.__path__, "govpub.") if module.ispkg)
LATE = {
    "govpub.article": "markdown_it",
    "govpub.catalog": "babel",
    "govpub.checks.reports": "govpub.checks.report_junit",
    "govpub.glossary": "ahocorasick_rs",
    "govpub.machine_translation": "http.client",
    "govpub.values": "govpub.values.english",
    "govpub.cli.check": "wcwidth",
}
"""A module → what it must not bring in before it is used."""


@pytest.mark.parametrize("name", ROOMS)
def test_a_room_has_each_name_that_it_gives_and_no_other(name):
    room = import_module(name)
    for public in getattr(room, "__all__", ()):
        assert getattr(room, public) is not None
        assert public in vars(room)
    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        room.nothing_of_the_kind  # noqa: B018


@pytest.mark.parametrize("name", LATE)
def test_what_takes_long_to_load_is_loaded_late(name):
    code = f"import sys, {name}; sys.exit({LATE[name]!r} in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=False)
    assert done.returncode == 0
