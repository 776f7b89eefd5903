"""Notes to editors stand after the contact, numbered, in each language; nothing stands there where there are none."""

from __future__ import annotations

from dataclasses import replace

from support.releases import readout

from govpub.render.text import render_text


def test_notes_to_editors_close_the_copy():
    release = readout("bilingual", "sequential")
    notes = {
        "zh-CN": ("数据为初步数。", "图片可向新闻处索取。"),
        "en": ("The figures are preliminary. " * 5, "Pictures on request."),
    }
    noted = replace(
        release,
        renditions=tuple(
            replace(each, wording=replace(each.wording, notes=notes[each.locale.tag])) for each in release.renditions
        ),
    )
    text = render_text(noted).decode()
    assert text.count("1. ") >= 2
    assert "2. 图片可向新闻处索取。" in text
    english = text[text.index("1. The figures") :].split("\n")
    assert english[1].startswith("   ")
    assert english[-2].startswith("2. Pictures")
    assert "preliminary" not in render_text(release).decode()
