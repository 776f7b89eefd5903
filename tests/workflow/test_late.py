"""Late values: made once, when they are first asked."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from govpub.errors import GlossaryError
from govpub.workflow.late import late


def test_made_once_and_when_asked():
    made = []

    def make():
        made.append(1)
        return SimpleNamespace(answer=42, question="?")

    value = late(make)
    assert not made
    assert (value.answer, value.question, made) == (42, "?", [1])


def test_what_cannot_be_made_says_so_when_asked_and_may_be_asked_again():
    tries = []

    def make():
        tries.append(1)
        if len(tries) == 1:
            raise GlossaryError("broken")
        return SimpleNamespace(answer=42)

    value = late(make)
    with pytest.raises(GlossaryError):
        _ = value.answer
    assert value.answer == 42
