"""A pattern that waits for its first use behaves as one that was compiled."""

import re

import pytest

from govpub import patterns
from govpub.patterns import pattern


def test_it_is_compiled_when_it_is_used(monkeypatch):
    compiled = []
    compile_ = re.compile
    monkeypatch.setattr(patterns.re, "compile", lambda *given: compiled.append(given) or compile_(*given))
    waiting = pattern("a+", re.IGNORECASE)
    assert compiled == []
    assert waiting.search("xAa")[0] == "Aa"
    assert waiting.sub("-", "baab") == "b-b"
    assert waiting.pattern == "a+"
    assert compiled == [("a+", re.IGNORECASE)]


def test_what_no_pattern_has_is_an_error():
    with pytest.raises(AttributeError):
        pattern("a").absent  # noqa: B018  the access is the test
    assert not hasattr(pattern("a"), "__len__")
