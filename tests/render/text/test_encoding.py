"""The bytes of a wire copy: what each encoding writes, and what GB 18030 refuses."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.releases import SAMPLES, readout

from govpub.errors import ArticleError
from govpub.render.text import render_text
from govpub.render.text.encoding import encode


def test_utf_8_is_plain():
    assert encode("汉\n", "utf-8") == "汉\n".encode()


def test_utf_8_for_windows_has_a_mark_and_crlf():
    assert encode("汉\nb\n", "utf-8-windows") == b"\xef\xbb\xbf" + "汉\r\nb\r\n".encode()


def test_gb18030_has_crlf_and_composed_characters():
    assert encode("e\u0301—·𠮷\n", "gb18030") == "é—·𠮷\r\n".encode("gb18030")


@pytest.mark.parametrize(
    "character",
    ["\u1e3f", "\u9fb4", "\u9fbb", "\ufe10", "\ufe19", "\ue000", "\ue78d", "\uf8ff", "\U000f0000", "\U0010ffff"],
)
def test_gb18030_names_what_it_cannot_carry_safely(character):
    with pytest.raises(ArticleError) as caught:
        encode(f"第一行\n第二{character}行\n", "gb18030")
    assert f"U+{ord(character):04X}" in caught.value.message
    assert "2, column 3" in caught.value.message
    assert caught.value.hint


def test_a_long_list_is_cut():
    with pytest.raises(ArticleError) as caught:
        encode("\ue000" * 30, "gb18030")
    assert caught.value.message.count("U+E000") == 20
    assert caught.value.message.endswith("…")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_written_reads_back(text):
    try:
        content = encode(text, "gb18030")
    except ArticleError:
        return
    assert encode(content.decode("gb18030").replace("\r\n", "\n"), "gb18030") == content


@pytest.mark.parametrize("sample", SAMPLES.values(), ids=SAMPLES)
def test_every_sample_goes_out_in_gb18030(sample):
    release = sample("bilingual", "sequential")
    plain = render_text(release).decode()
    legacy = render_text(replace(release, text_encoding="gb18030"))
    assert legacy.decode("gb18030") == plain.replace("\n", "\r\n")


def test_windows_copies_say_the_same():
    release = readout("zh-CN")
    assert render_text(replace(release, text_encoding="utf-8-windows")).decode("utf-8-sig").replace("\r\n", "\n") == (
        render_text(release).decode()
    )
