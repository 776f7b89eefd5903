"""What the room gives out is loaded when it is first used, and nothing else is there."""

from __future__ import annotations

import pytest

from govpub import machine_translation


@pytest.mark.parametrize("name", machine_translation.__all__)
def test_every_name_is_there(name):
    assert getattr(machine_translation, name) is not None


def test_no_other_name_is():
    with pytest.raises(AttributeError, match="nothing"):
        _ = machine_translation.nothing
