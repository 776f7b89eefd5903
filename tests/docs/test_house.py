"""The house's own machinery: the fixtures that other tests lean on, and the documents that must not drift."""

from __future__ import annotations

import random
import sys

import pytest
from support.golden import Golden, difference
from support.measure import Comparison, Result
from support.programs import require


def test_golden_accepts_equal_bytes_and_refuses_others(tmp_path):
    path = tmp_path / "case" / "page.txt"
    with pytest.raises(pytest.fail.Exception, match="no golden file"):
        Golden(update=False)(path, "一")
    Golden(update=True)(path, "一")
    Golden(update=False)(path, "一".encode())
    with pytest.raises(pytest.fail.Exception, match=r"(?s)-一.*\+二"):
        Golden(update=False)(path, "二")
    assert path.read_text(encoding="utf-8") == "一"


def test_binary_difference_names_the_byte():
    assert difference(b"\xff\x00\x01", b"\xff\x00\x02") == "first difference at byte 2 of 3 (now 3)"


def test_a_missing_program_fails_and_does_not_skip():
    with pytest.raises(pytest.fail.Exception, match="make test"):
        require("no-such-program-of-govpub")


def test_a_seed_repeats_a_random_test(seventh, request):
    assert seventh.random() == random.Random(7).random()
    assert ("seed", 7) in request.node.user_properties


@pytest.fixture
def seventh(monkeypatch, request):
    monkeypatch.setenv("GOVPUB_SEED", "7")
    return request.getfixturevalue("seeded_random")


@pytest.mark.parametrize(("ours", "verdict"), [(0.9, "met"), (1.1, "MISSED")])
def test_a_missed_target_is_said(ours, verdict):
    comparison = Comparison(title="ours", peer_name="theirs", ours=int, peer=int, at_most=0.5)
    result = Result(comparison=comparison, ours=ours, peer=2)
    assert verdict in str(result)
    assert result.met == (verdict == "met")


@pytest.mark.timing
def test_time_is_measured_without_coverage():
    assert sys.gettrace() is None
