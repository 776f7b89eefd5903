"""Rows 6, 8 and 13 of the faults: bombs are refused early, and nothing but a TmxError comes of any bytes."""

from __future__ import annotations

import contextlib
import io
import itertools
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.command import WITH_SUPPORT
from support.effort import count
from support.growth import assert_near_linear
from support.mutation import mutant
from support.tmx import BOMBS, HEAD, Endless, document, pair

from govpub.errors import TmxError
from govpub.interchange.tmx import read_tmx
from govpub.interchange.tmx.reader import LARGEST_UNIT, MOST_MARKS


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_is_read(name):
    stream = Endless(*BOMBS[name])
    with pytest.raises(TmxError) as caught:
        for _unit in read_tmx(stream, Path("bomb.tmx")):
            pass
    assert stream.count < LARGEST_UNIT + 4 * 65_536
    assert str(caught.value.at).startswith("bomb.tmx:")
    assert caught.value.hint


def test_names_without_end_are_refused():
    units = (f'<tu a{number}="">' + pair("一", "one")[4:] for number in itertools.count())

    class Names:
        count = 0
        sent = False

        def read(self, size):
            part = "".join(itertools.islice(units, 500)) if self.sent else HEAD
            self.sent = True
            self.count += len(part)
            return part.encode()

    stream = Names()
    with pytest.raises(TmxError):
        for _unit in read_tmx(stream):
            pass
    assert stream.count < LARGEST_UNIT


MEASURED = """
from support.peak import peak
from support.tmx import BOMBS, Endless
from govpub.interchange.tmx import read_tmx
for bomb in BOMBS.values():
    try:
        for unit in read_tmx(Endless(*bomb)):
            pass
    except Exception as error:
        print(type(error).__name__)
print(peak())
"""


def test_all_bombs_fit_into_100_mib():
    done = subprocess.run(
        [sys.executable, "-c", MEASURED], env=WITH_SUPPORT, capture_output=True, check=True, text=True
    )
    *errors, most = done.stdout.split()
    assert errors == ["TmxError"] * len(BOMBS)
    assert int(most) < 100


def test_markup_up_to_the_bound_is_read():
    bound = "<ph/>" * (MOST_MARKS // 2)
    [unit] = read_tmx(io.BytesIO(document(pair(bound, bound)).encode()))
    assert unit.variants[0].text.endswith(f"<{MOST_MARKS // 2}/>")
    # It is counted for each unit anew.
    assert sum(1 for _unit in read_tmx(io.BytesIO(document(pair(bound, bound), pair(bound, bound)).encode()))) == 2


def test_no_address_is_asked_for(monkeypatch):
    def connect(*_arguments):
        raise AssertionError("the network was asked")

    monkeypatch.setattr("socket.socket.connect", connect)
    text = document(pair("一", "one"), prolog='<!DOCTYPE tmx SYSTEM "http://127.0.0.1:9/tmx14.dtd">')
    assert sum(1 for _unit in read_tmx(io.BytesIO(text.encode()))) == 1


def assert_read_or_refused(content):
    with contextlib.suppress(TmxError):
        assert all(isinstance(variant.text, str) for unit in read_tmx(io.BytesIO(content)) for variant in unit.variants)


@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: document(text).encode("utf-8", "replace")))
def test_any_bytes_are_units_or_one_error(content):
    assert_read_or_refused(content)


SEEDS = [
    document(
        pair('一<bpt i="1" x="1">{b}</bpt>二<ept i="1"/><ph x="2"/>', '<ph x="2"/>one <hi x="1">two</hi>', 'tuid="1"'),
        '<tu><note>n</note><prop type="p">v</prop><tuv xml:lang="zh_CN"><seg>甲</seg></tuv></tu>',
        prolog='<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n',
    ).encode(),
    document(pair("防汛", "flood")).encode("utf-16"),
]


def test_mutants_are_units_or_one_error(seeded_random):
    for _number in range(count(short=500)):
        assert_read_or_refused(mutant(SEEDS, seeded_random))


@pytest.mark.timing
@pytest.mark.parametrize(
    "part",
    [
        "<ph/>",
        '<bpt i="1"/>',
        '<ept i="1"/>',
        '<bpt i="1"/><ept i="1"/>',
        "<hi>x</hi>",
        '<ph x="1"/>',
        "&lt;1&gt;<ph/>",
    ],
)
def test_markup_is_read_in_linear_time(part):
    def work(length):
        list(read_tmx(io.BytesIO(document(pair(part * length, part * length)).encode())))

    assert_near_linear(work, 250)
