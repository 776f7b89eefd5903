"""The wire copy as a whole."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.releases import SAMPLES, draft, embargoed, notice, paragraph, readout, statistics
from support.strategies import texts

from govpub.errors import ArticleError
from govpub.locales import EN, ZH_CN
from govpub.model.block import Cell, CodeBlock, Figure, Footnote, Heading, List, ListItem, Quote, Rule, Table
from govpub.model.inline import FootnoteReference, LineBreak, Link, Picture, Text
from govpub.render.text import render_text
from govpub.render.text.width import cells

EDITIONS = ("bilingual", "zh-CN", "en")
LAYOUTS = ("columns", "interleaved", "sequential")


def copy(release):
    return render_text(release).decode()


def with_blocks(*blocks, language="en", **changes):
    base = readout(language)
    wording = replace(base.primary.wording, blocks=blocks, dateline="", **changes)
    return replace(base, renditions=(replace(base.primary, wording=wording),))


def body(*blocks, language="en", **changes):
    """Return what stands between the headline and the end mark."""
    text = copy(with_blocks(*blocks, language=language, title="T", keywords=(), source="", column="", **changes))
    return text.split("\nT\n\n")[1].split("\n\nEnds\n" if language == "en" else "\n\n（完）\n")[0]


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_golden_copies(golden, name, edition):
    golden(f"text/{name}.{edition}.txt", render_text(SAMPLES[name](edition, "columns")))


@pytest.mark.parametrize("layout", ["interleaved", "sequential"])
@pytest.mark.parametrize("name", ["notice", "statistics"])
def test_golden_layouts(golden, name, layout):
    golden(f"text/{name}.bilingual.{layout}.txt", render_text(SAMPLES[name]("bilingual", layout)))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("edition", EDITIONS)
def test_lines_fit(name, layout, edition):
    for line in copy(SAMPLES[name](edition, layout)).split("\n"):
        # Ambiguous characters are wide in the Chinese part of a line, which ends with its last Chinese character.
        chinese = re.match("(?:.*[\u3000-\uffef])?", line)[0]
        assert cells(chinese, ZH_CN) + cells(line[len(chinese) :], EN) <= 78 or "https://" in line, line
        assert line == line.rstrip(" ")


def test_the_order_of_a_wire_copy():
    order = [
        "FOR IMMEDIATE RELEASE\nRelease No. 2024-119\n\nNotice on",
        "\n\nYUNZE, Dec. 25 – To the people’s",
        "\n\nNotes\n[1] ",
        "\n\nEnds\n\nSource: ",
        "\nContact: Department",
    ]
    text = copy(notice("en"))
    places = [text.index(piece) for piece in order]
    assert places == sorted(places)
    assert text.startswith(order[0])
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    chinese = copy(notice("zh-CN"))
    assert chinese.startswith("即时发布\n2024年第119号\n\n")
    assert "\n\n　　云泽12月25日电　各市、县" in chinese
    assert "\n　　《云泽省森林草原防火条例》" in chinese
    assert "\n\n（完）\n\n来源：" in chinese


def test_embargo_and_draft_stand_first():
    assert copy(embargoed("en")).startswith("EMBARGOED UNTIL 10:00 (UTC+8), December 25, 2024\nRelease No.")
    assert copy(embargoed("zh-CN")).startswith("北京时间2024年12月25日10时前不得发布\n2024年第118号")
    text = copy(draft("en"))
    assert text.startswith("DRAFT – NOT FOR PUBLICATION\n\n")
    assert "FOR IMMEDIATE RELEASE" not in text
    flat = text.replace("\n", "")
    assert "[NOT TRANSLATED: 会议还研究了其他事项。]" in flat
    assert "[NOT CONFIRMED: The meeting noted" in flat
    both = replace(draft("en"), embargo=draft("en").published)
    assert copy(both).startswith("EMBARGOED UNTIL 00:00 (UTC+8), December 25, 2024\nDRAFT")


def strings(value):
    """Yield every string of a wording that people read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from strings(one)
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in ("at", "path", "label", "locale", "info", "alignments"):
                yield from strings(getattr(value, field.name))


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("edition", ["zh-CN", "en"])
def test_every_string_of_the_wording_stands_in_the_copy(name, edition):
    release = SAMPLES[name](edition, "columns")
    flat = re.sub("[ \n\u3000]+", "", copy(release)).casefold()
    for text in strings(release.primary.wording):
        # Word by word: the lines of a table's cells stand side by side.
        assert all(word.casefold() in flat for word in text.removeprefix("tel:").split()), text


def test_columns_stand_level():
    lines = copy(readout("bilingual", "columns")).split("\n")
    assert lines[0] == "即时发布" + " " * 32 + "FOR IMMEDIATE RELEASE"
    (start,) = (line for line in lines if "云泽12月25日电" in line)
    left, right = start[: start.index("YUNZE")], start[start.index("YUNZE") :]
    assert cells(left, ZH_CN) == 40
    assert cells(right, EN) <= 38
    english_first = readout("bilingual", "columns")
    turned = copy(replace(english_first, renditions=english_first.renditions[::-1])).split("\n")
    assert turned[0] == "FOR IMMEDIATE RELEASE" + " " * 21 + "即时发布"


def test_a_long_address_keeps_the_columns_apart():
    base = statistics("bilingual", "columns")
    lines = copy(base).split("\n")
    (alone,) = (line for line in lines if "（https://" in line)
    assert alone == "（https://stats.yunze.example/2024/q3）。"


def test_renditions_of_unequal_length_lose_nothing():
    for layout in LAYOUTS:
        both = readout("bilingual", layout)
        chinese, english = both.renditions
        longer = replace(
            english, wording=replace(english.wording, blocks=(*english.wording.blocks, paragraph("The end.")))
        )
        assert "The end." in copy(replace(both, renditions=(chinese, longer)))
        assert "The end." in copy(replace(both, renditions=(longer, chinese)))


def test_interleaved_and_sequential():
    between = copy(readout("bilingual", "interleaved"))
    assert (
        between.index("即时发布")
        < between.index("FOR IMMEDIATE")
        < between.index("省政府党组")
        < between.index("Party Leading")
    )
    after = copy(readout("bilingual", "sequential"))
    assert after.index("（完）") < after.index("-" * 78) < after.index("FOR IMMEDIATE RELEASE")


def test_a_dateline_without_a_paragraph_stands_alone():
    base = readout("en")
    wording = replace(base.primary.wording, blocks=(Heading(level=2, content=(Text("First"),)), paragraph("Then.")))
    assert "\n\nYUNZE, Dec. 25 –\n\nFirst\n\nThen.\n" in copy(
        replace(base, renditions=(replace(base.primary, wording=wording),))
    )


def test_lists_hang_from_their_markers():
    item = ListItem(blocks=(paragraph("word " * 20), List(items=(ListItem(blocks=(paragraph("inner"),)),))))
    text = body(List(ordered=True, start=9, items=(item, ListItem(blocks=(paragraph("ten"),)))))
    assert text.split("\n") == [
        "   9. " + ("word " * 14).strip(),
        "      " + ("word " * 6).strip(),
        "        - inner",
        "  10. ten",
    ]
    loose = List(
        tight=False, items=(ListItem(blocks=(paragraph("a"), paragraph("b"))), ListItem(blocks=(paragraph("c"),)))
    )
    assert body(loose) == "  - a\n\n    b\n\n  - c"
    assert body(List(items=(ListItem(blocks=()), ListItem(blocks=(CodeBlock(text="x"),))))) == "  -\n  -     x"
    assert body(loose, language="zh-CN") == "  - a\n    b\n  - c"


def test_a_tower_of_lists_keeps_inside_the_line():
    tower = paragraph("一二三四五六七八九十")
    for _ in range(30):
        tower = List(items=(ListItem(blocks=(tower,)),), ordered=True)
    text = copy(with_blocks(tower, language="zh-CN"))
    assert all(cells(line, ZH_CN) <= 78 for line in text.split("\n"))
    assert "一二三四五" in text
    quotes = paragraph("一二三四五六七八九十")
    for _ in range(30):
        quotes = Quote(blocks=(quotes,))
    assert all(cells(line, ZH_CN) <= 78 for line in copy(with_blocks(quotes, language="zh-CN")).split("\n"))


def row(*texts_):
    return tuple(Cell(content=(Text(text),) if text else ()) for text in texts_)


def test_tables():
    small = Table(header=row("指标", "值"), rows=(row("总量", "42.5"), row("比", "—")), alignments=("", "right"))
    assert body(small, language="zh-CN") == "指标    值\n----  ----\n总量  42.5\n比      —"
    wide = Table(header=row("Name", "Value"), rows=(row("n " * 40, "7"), row("", "8")), alignments=())
    assert "\n" + "-" * 64 + "  ------------" in body(wide) or "-----" in body(wide)
    assert all(len(line) <= 78 for line in body(wide).split("\n"))
    many = Table(header=row(*("head" * 3,) * 9), rows=(row(*("x" * 13,) * 8, ""), row(*("y" * 13,) * 9)), alignments=())
    records = body(many)
    assert records.startswith("headheadhead: xxxxxxxxxxxxx\n")
    assert records.count("\n\n") == 1
    assert body(replace(many, rows=())).startswith("headheadhead\nheadheadhead")
    unbreakable = Table(header=row("a", "b"), rows=(row("x" * 90, ""),), alignments=())
    assert body(unbreakable) == "a: " + "\n  " + "x" * 90 or body(unbreakable).endswith("x" * 90)
    nameless = Table(header=row("", "b"), rows=(row("x" * 90, "2"),), alignments=())
    assert body(nameless) == "x" * 90 + "\nb: 2"


def test_links_give_their_address_once():
    link = Link((Text("the site"),), "https://a.example/x")
    assert body(paragraph(link, ", ", link)) == "the site [https://a.example/x], the site"
    assert body(paragraph(Link((Text("a.example/x"),), "https://a.example/x/"))) == "a.example/x"
    assert body(paragraph(Link((Text("12119"),), "tel:12119"), " ", Link((Text("write"),), "mailto:p@a.example"))) == (
        "12119 write [p@a.example]"
    )
    assert body(paragraph(Link((Text("above"),), "#x"), " ", Link((Text("odd"),), ""))) == "above odd"
    assert body(paragraph(Link((Text("odd"),), "javascript:x"))) == "odd [javascript:x]"


def test_images_footnotes_breaks_rules_and_code():
    assert body(Figure(path="a.png", alt="A hill", caption="In May")) == "[Photo: A hill — In May]"
    assert body(Figure(path="a.png", alt="", caption="In May")) == "[Photo: In May]"
    assert body(paragraph("see ", Picture("a.png", "a map"))) == "see [Photo: a map]"
    assert body(paragraph("a", LineBreak(), "b")) == "a\nb"
    assert body(paragraph("a", LineBreak(), "b"), language="zh-CN") == "　　a\n　　b"
    assert body(Rule()).strip() == "* * *"
    assert body(CodeBlock(text="a\tb\n\n  c")) == "    a   b\n\n      c"
    note = Footnote(label="n", blocks=(paragraph("said"), paragraph("so")))
    assert body(paragraph("x", FootnoteReference("n"), FootnoteReference("gone")), footnotes=(note,)) == (
        "x[1][gone]\n\nNotes\n[1] said\n\n    so"
    )


def test_a_tower_beyond_reason_is_refused():
    quote = Quote(blocks=(paragraph("x"),))
    for _ in range(3000):
        quote = Quote(blocks=(quote,))
    with pytest.raises(ArticleError):
        render_text(with_blocks(quote))


@given(texts, st.sampled_from(["zh-CN", "en"]))
def test_no_control_character_reaches_the_copy(text, language):
    dirty = text + "\x00\x1b[31m\x9b\ud800\u2029"
    figure = Figure(path=dirty, alt=dirty, caption=dirty)
    table = Table(header=row(dirty, "b"), rows=(row("c", dirty),), alignments=())
    link = Link((Text(dirty),), dirty)
    release = with_blocks(
        paragraph(dirty, link),
        figure,
        table,
        CodeBlock(text=dirty),
        language=language,
        title=dirty,
        contact=dirty,
        keywords=(dirty,),
    )
    release = replace(release, release_number=dirty)
    out = render_text(release).decode()
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", out)
    assert out.endswith("\n")
