"""Writing an article: reading it again gives the same article, and the text is canonical."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.effort import count
from support.markdown import FRONT, bodies, markdown_soup, marked_lines, unplaced
from support.strategies import mixed_text

from govpub.article import parse_article, serialize_article
from govpub.article.source import FORBIDDEN
from govpub.errors import ArticleError
from govpub.model.block import Cell, Figure, Heading, Paragraph, Table
from govpub.model.inline import Link, Strong, Text

if TYPE_CHECKING:
    from support.golden import Golden

CANON = Path(__file__).parents[1] / "golden" / "canonical"


def written_again(text: str) -> str:
    """Return what is written of a text, having seen that it says the same and is written the same again."""
    article = unplaced(parse_article(text))
    written = serialize_article(article)
    assert unplaced(parse_article(written)) == article
    assert serialize_article(parse_article(written)) == written
    return written


def body(text: str) -> str:
    return written_again(FRONT.format(lang="zh-CN") + text).partition("---\n\n")[2]


@given(bodies | markdown_soup | marked_lines, st.sampled_from(["zh-CN", "en"]))
@settings(max_examples=count(short=300), deadline=None, suppress_health_check=list(HealthCheck), print_blob=True)
def test_what_is_read_is_written_and_read_again(text, lang):
    try:
        unplaced(parse_article(FRONT.format(lang=lang) + text))
    except ArticleError:
        return
    written_again(FRONT.format(lang=lang) + text)


@given(mixed_text, mixed_text, st.lists(mixed_text, max_size=3))
@settings(max_examples=count(short=200), deadline=None, print_blob=True)
def test_any_text_can_stand_in_the_front_matter(title, caption, keywords):
    def line(text: str) -> str:
        return " ".join(FORBIDDEN.sub("", text).split()) or "x"

    article = parse_article(FRONT.format(lang="zh-CN") + "甲\n")
    image = replace(
        parse_article(FRONT.format(lang="en") + "![a](b.png)\n").wording.blocks[0],
        alt=line(title),
        caption=line(caption),
    )
    wording = replace(
        article.wording, title=line(title), contact=line(caption), keywords=tuple(map(line, keywords)), image=image
    )
    article = unplaced(replace(article, wording=wording))
    assert unplaced(parse_article(serialize_article(article))) == article


@given(mixed_text)
@settings(max_examples=count(short=200), deadline=None, print_blob=True)
def test_any_text_can_stand_in_a_paragraph_a_cell_and_a_caption(text):
    line = " ".join(FORBIDDEN.sub("", text).split()) or "x"
    inner = (Text(line),)
    article = parse_article(FRONT.format(lang="zh-CN") + "甲\n")
    blocks = (
        Paragraph(content=inner),
        Heading(level=3, content=inner),
        Table(header=(Cell(content=inner), Cell(content=(Strong(inner),))), rows=(), alignments=("", "left")),
        Figure(path="a b(c).png", alt=line, caption=line),
        Paragraph(content=(Text("甲"), Strong((Link(inner, "a|b", line),)))),
        Paragraph(content=(Text("x"), Strong(inner), Text("y"))),
    )
    article = unplaced(replace(article, wording=replace(article.wording, blocks=blocks)))
    assert unplaced(parse_article(serialize_article(article))) == article


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # nothing is escaped that need not be
        ("他说：“好！”[2024]第1号 a_b 3 * 4 <甲> & R&D #1 50% ~ | + - 5-6", "他说：“好！”[2024]第1号 a_b 3 * 4 <甲> & R&D #1 50% ~ | + - 5-6\n"),
        ("2024\\. 年", "2024\\. 年\n"),
        ("1\\) 甲", "1\\) 甲\n"),
        ("\\# 甲", "\\# 甲\n"),
        ("\\- 甲", "\\- 甲\n"),
        ("\\> 甲", "\\> 甲\n"),
        ("\\*甲\\*", "\\*甲\\*\n"),
        ("\\[甲](乙)", "[甲\\](乙)\n"),
        ("\\[^1]", "\\[^1]\n"),
        ("&amp;lt;", "\\&lt;\n"),
        ("\\<http://a.cn>", "\\<http://a.cn>\n"),
        ("\\~~~", "\\~~~\n"),
        ("## 甲 \\#", "## 甲 \\#\n"),
        ("甲!&#91;a](b)", "甲![a\\](b)\n"),
        ("甲\\![a](b)", "甲\\![a](b)\n"),
        ("a\\\nb | c\\\n\\--- | ---", "a\\\nb | c\\\n\\--- | ---\n"),
        # marks that touch, and marks that would not open or close
        ("**甲 *乙***", "**甲 _乙_**\n"),
        ("**甲*乙***", "**&#30002;_乙_**\n"),
        ("`![a](b c)` \\!\\[a](b c)", "`![a](b c)` ![a\\](b c)\n"),
        ("*(a)*&#98;", "*(a)*&#98;\n"),
        ("&#98;**[a](c)**", "&#98;**[a](c)**\n"),
        # canonical forms
        ("* 甲\n* 乙", "- 甲\n- 乙\n"),
        ("1) 甲\n1) 乙", "1. 甲\n2. 乙\n"),
        ("- 甲\n\n* 乙", "- 甲\n\n* 乙\n"),
        ("* 甲\n\n\n- 乙\n\n+ 丙", "- 甲\n\n* 乙\n\n- 丙\n"),
        ("甲\n乙", "甲乙\n"),
        ("标题\n---", "## 标题\n"),
        ("a\\\nb\n---", "a\\\nb\n---\n"),
        ("***", "---\n"),
        ("- ***", "- ***\n"),
        ("__甲__", "**甲**\n"),
        ("~~~\n```\n~~~", "````\n```\n````\n"),
        ("~~~ a`b\nc\n~~~", "~~~a`b\nc\n~~~\n"),
        ("`` a`b ``", "``a`b``\n"),
        ("`` `a` ``", "`` `a` ``\n"),
        ("[甲]( <a b> 'x\"y')", '[甲](<a b> "x\\"y")\n'),
        ("<http://a.cn>", "<http://a.cn>\n"),
        ("|a|\n|-|\n|`x\\|y`|", "| a |\n| --- |\n| `x\\|y` |\n"),
    ],
)  # fmt: skip
def test_the_canonical_form(text, expected):
    assert body(text) == expected


def test_every_key_is_written():
    keys = "embargo: 2024-12-25T08:00+08:00\nlayout: columns\nsegmentation: paragraph\nauthor: 张三\nimage: {path: a.png, alt: 堤}\n---\n"
    text = FRONT.format(lang="zh-CN").replace("---\n", "", 1)
    written = written_again("---\n" + text.replace("---\n", keys) + "甲\n")
    for line in ("embargo: 2024-12-25T08:00+08:00", "layout: columns", "segmentation: paragraph", "  alt: 堤"):
        assert f"\n{line}\n" in written


@pytest.mark.parametrize(
    "text",
    [
        "- ## 甲\n  > 乙\n",
        "- 甲\n  3. 乙\n",
        "- 甲\n  1. 乙\n",
        "- 甲\n  ```\n  乙\n  ```\n  丙\n",
        "- 甲\n  ## 乙\n",
        "- > 甲\n\n  乙\n",
        "- 甲\\\n  乙\n  ---\n",
        "- - 甲\n\n  * 乙\n",
        "- 甲\n\n  [a]: b\n",
        "999999999. 甲\n1. 乙\n",
        "甲[^1]\n\n[^1]:\n    | a |\n    | --- |\n",
        "甲[^1]\n\n[^1]: > 乙\n",
        "甲[^1]\n\n[^1]: ## 乙\n\n    丙\n",
        "甲[^1]\\: 乙[^1]\\(丙)\n\n[^1]: 丁\n",
    ],
)
def test_blocks_in_blocks(text):
    body(text)


def test_a_whole_article(golden: Golden):
    article = parse_article((CANON / "source.md").read_text(encoding="utf-8"))
    written = serialize_article(article)
    golden(CANON / "canonical.md", written)
    assert written_again(written) == written


@pytest.mark.parametrize("text", ["\\[甲", "甲\\]乙", "\\\\[", "[[\\]]", "[甲", "\\"])
def test_backslashes_before_brackets_stay_in_links_and_alts(text):
    head = "---\nid: x\nlang: zh-CN\ntitle: 题\npublished: 2024-12-25T09:30+08:00\n---\n\n"
    article = parse_article(head + "[甲](a.html)\n\n![甲](a.png)\n")
    link = Paragraph(content=(Link(content=(Text(text),), href="a.html"),))
    figure = Figure(path="a.png", alt=text)
    written = serialize_article(replace(article, wording=replace(article.wording, blocks=(link, figure))))
    read = parse_article(written).wording.blocks
    assert read[0].content == link.content
    assert read[1].alt == text
