"""What an article's file says, as an Article."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from support.markdown import FRONT, unplaced

from govpub.article import images, parse_article
from govpub.errors import Position
from govpub.locales import EN, ZH_CN
from govpub.model.block import Cell, CodeBlock, Figure, Footnote, Heading, List, ListItem, Paragraph, Quote, Rule, Table
from govpub.model.inline import CodeSpan, Emphasis, FootnoteReference, LineBreak, Link, Picture, Strong, Text

FULL = """\
---
id: drill-2024
lang: zh-CN
title: 防汛演练
subtitle: 全省联动
summary: |
  第一句。
  第二句。
published: 2024-12-25 09:30 +08:00
updated: 2024-12-26T01:30:05Z
source: 办公厅
author: no
column: 010
keywords: [防汛, "演练"]
release-number: 2024-118
dateline: 成都
embargo: 2024-12-25T08:00-0330
contact: 'press@example.cn'
image: {path: images/a.png, alt: 堤, caption: 大堤}
layout: columns
segmentation: paragraph
---
正文。
"""


def blocks(text: str, lang: str = "zh-CN"):
    return unplaced(parse_article(FRONT.format(lang=lang) + text)).wording.blocks


def inlines(text: str, lang: str = "zh-CN"):
    (paragraph,) = blocks(text, lang)
    return paragraph.content


def paragraph(*content) -> Paragraph:
    return Paragraph(content=tuple(Text(node) if isinstance(node, str) else node for node in content))


def test_the_front_matter_fills_every_field():
    article = parse_article(FULL, Path("a.md"))
    wording = article.wording
    assert (article.id, article.locale, wording.title, wording.subtitle) == (
        "drill-2024",
        ZH_CN,
        "防汛演练",
        "全省联动",
    )
    assert wording.summary == "第一句。第二句。"
    assert article.published == datetime(2024, 12, 25, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    assert article.updated == datetime(2024, 12, 26, 1, 30, 5, tzinfo=UTC)
    assert article.embargo == datetime(2024, 12, 25, 8, 0, tzinfo=timezone(-timedelta(hours=3, minutes=30)))
    assert (wording.source, wording.dateline, wording.contact) == ("办公厅", "成都", "press@example.cn")
    assert wording.keywords == ("防汛", "演练")
    assert wording.image == Figure(path="images/a.png", alt="堤", caption="大堤", at=Position(Path("a.md"), 19, 8))
    assert (article.release_number, article.layout, article.segmentation) == ("2024-118", "columns", "paragraph")


def test_a_value_stays_what_was_written():
    wording = parse_article(FULL).wording
    assert (wording.author, wording.column) == ("no", "010")


def test_the_values_have_positions():
    article = parse_article(FULL, Path("a.md"))
    assert article.path == Path("a.md")
    assert article.positions["title"] == Position(Path("a.md"), 4, 8)
    assert article.positions["keywords.2"] == Position(Path("a.md"), 14, 16)
    assert article.positions["image.alt"] == Position(Path("a.md"), 19, 34)


def test_keys_without_a_value_are_as_if_not_there():
    text = FULL.replace("subtitle: 全省联动", "subtitle:").replace("updated: 2024-12-26T01:30:05Z", "updated: ~")
    text = text.replace('[防汛, "演练"]', "").replace("{path: images/a.png, alt: 堤, caption: 大堤}", "")
    article = parse_article(text)
    assert (article.wording.subtitle, article.updated, article.wording.keywords, article.wording.image) == (
        "",
        None,
        (),
        None,
    )


def test_a_byte_order_mark_and_other_line_ends_do_not_matter():
    assert parse_article("\ufeff" + FULL.replace("\n", "\r\n")) == parse_article(FULL)
    assert parse_article(FULL.replace("\n", "\r")) == parse_article(FULL)


@pytest.mark.parametrize(
    ("text", "expected"), [("a\nb", "a b"), ("甲\n乙", "甲乙"), ("甲，\n“乙”", "甲，“乙”"), ("甲\nb", "甲 b")]
)
def test_a_value_of_several_lines_is_one_line(text, expected):
    folded = text.replace("\n", "\n  ")
    assert parse_article(FULL.replace("第一句。\n  第二句。", folded)).wording.summary == expected


# --- blocks


def test_every_kind_of_block():
    text = """\
## 一级 *标题*

二级
---

段落

- 甲
- 乙

3. 丙

> 引文

| 项目 | 数 | 中 |
| --- | --: | :-: |
| 甲 | 1 |
| 乙 | 2 | 3 | 4 |

![堤](a.png "大堤")

```py x
a

 b
```

***
"""
    assert blocks(text) == (
        Heading(level=2, content=(Text("一级 "), Emphasis((Text("标题"),)))),
        Heading(level=2, content=(Text("二级"),)),
        paragraph("段落"),
        List(items=(ListItem(blocks=(paragraph("甲"),)), ListItem(blocks=(paragraph("乙"),)))),
        List(items=(ListItem(blocks=(paragraph("丙"),)),), ordered=True, start=3),
        Quote(blocks=(paragraph("引文"),)),
        Table(
            header=tuple(Cell(content=(Text(text),)) for text in ("项目", "数", "中")),
            rows=(
                (Cell(content=(Text("甲"),)), Cell(content=(Text("1"),)), Cell(content=())),
                (Cell(content=(Text("乙"),)), Cell(content=(Text("2"),)), Cell(content=(Text("3"),))),
            ),
            alignments=("", "right", "center"),
        ),
        Figure(path="a.png", alt="堤", caption="大堤"),
        CodeBlock(text="a\n\n b", info="py"),
        Rule(),
    )


def test_lists_in_lists_with_several_blocks():
    text = "- 甲\n\n  乙\n\n  1. 丙\n     > 丁\n- 戊\n"
    assert blocks(text) == (
        List(
            items=(
                ListItem(
                    blocks=(
                        paragraph("甲"),
                        paragraph("乙"),
                        List(
                            items=(ListItem(blocks=(paragraph("丙"), Quote(blocks=(paragraph("丁"),)))),), ordered=True
                        ),
                    )
                ),
                ListItem(blocks=(paragraph("戊"),)),
            ),
            tight=False,
        ),
    )


def test_a_block_knows_its_line_and_column_in_the_file():
    text = (
        FRONT.format(lang="zh-CN")
        + "甲\n\n- 乙\n  > 丙\n\n| a | bb |\n| --- | --- |\n| c | dd |\n\n甲[^1]\n\n[^1]: 注\n"
    )
    wording = parse_article(text, Path("x.md")).wording
    first, listing, table, last = wording.blocks
    assert str(first.at) == "x.md:7:1"
    assert str(listing.at) == "x.md:9"
    assert str(listing.items[0].blocks[0].at) == "x.md:9:3"
    assert str(listing.items[0].blocks[1].blocks[0].at) == "x.md:10:5"
    assert [str(cell.at) for cell in table.rows[0]] == ["x.md:14:3", "x.md:14:7"]
    assert str(last.at) == "x.md:16:1"
    assert str(wording.footnotes[0].at) == "x.md:18"
    assert str(wording.footnotes[0].blocks[0].at) == "x.md:18:7"


def test_footnotes_stand_in_the_order_of_their_first_reference():
    text = FRONT.format(lang="zh-CN") + "甲[^b]乙[^a]丙[^b]\n\n[^a]: 一[^c]\n\n[^b]: 二\n\n    三\n\n[^c]: 四\n"
    wording = unplaced(parse_article(text)).wording
    assert wording.footnotes == (
        Footnote(label="b", blocks=(paragraph("二"), paragraph("三"))),
        Footnote(label="a", blocks=(paragraph("一", FootnoteReference("c")),)),
        Footnote(label="c", blocks=(paragraph("四"),)),
    )


def test_images_are_named_with_their_places():
    text = FULL + "\n![a](b.png)\n\n- 甲![c](d.png)\n\n乙[^1]\n\n[^1]: ![e](f.png)\n"
    found = [(path, at.line) for path, at in images(parse_article(text).wording)]
    assert found == [("images/a.png", 19), ("b.png", 25), ("d.png", 27), ("f.png", 31)]


# --- inlines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**《通知》**印发", (Strong((Text("《通知》"),)), Text("印发"))),
        ("*“重点”*工作", (Emphasis((Text("“重点”"),)), Text("工作"))),
        ("推进**“两个维护”**建设", (Text("推进"), Strong((Text("“两个维护”"),)), Text("建设"))),
        ("他说**（一）**：**“好”**。", (Text("他说"), Strong((Text("（一）"),)), Text("："), Strong((Text("“好”"),)), Text("。"))),
        ("重要**……**内容", (Text("重要"), Strong((Text("……"),)), Text("内容"))),
        ("**加粗。**后文", (Strong((Text("加粗。"),)), Text("后文"))),
        ("**a.**后", (Strong((Text("a."),)), Text("后"))),
        # CommonMark's own cases for Latin text (0.31.2, 6.2)
        ("a * foo bar*", (Text("a * foo bar*"),)),
        ('a*"foo"*', (Text('a*"foo"*'),)),
        ("foo*bar*baz", (Text("foo"), Emphasis((Text("bar"),)), Text("baz"))),
        ("foo_bar_baz", (Text("foo_bar_baz"),)),
        ("foo-_(bar)_", (Text("foo-"), Emphasis((Text("(bar)"),)))),
        ("*(**foo**)*", (Emphasis((Text("("), Strong((Text("foo"),)), Text(")"))),)),
        ('a**"foo"**', (Text('a**"foo"**'),)),
        ("*foo**bar*", (Emphasis((Text("foo**bar"),)),)),
        ("***foo** bar*", (Emphasis((Strong((Text("foo"),)), Text(" bar"))),)),
        ("*foo**bar**baz*", (Emphasis((Text("foo"), Strong((Text("bar"),)), Text("baz"))),)),
    ],
)  # fmt: skip
def test_emphasis(text, expected):
    assert inlines(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲`a*b`", (Text("甲"), CodeSpan((Text("a*b"),)))),
        ('[甲*乙*](a.html "丙\n丁")', (Link((Text("甲"), Emphasis((Text("乙"),))), "a.html", "丙 丁"),)),
        ("<http://a.cn/中>", (Link((Text("http://a.cn/中"),), "http://a.cn/中"),)),
        ("<a@b.cn>", (Link((Text("a@b.cn"),), "mailto:a@b.cn"),)),
        ("[甲](http://例.cn/中%20a?b=&c)", (Link((Text("甲"),), "http://例.cn/中%20a?b=&c"),)),
        ("[甲]\n\n[甲]: #a", (Link((Text("甲"),), "#a"),)),
        ("甲![*乙*\n丙](a.png)丁", (Text("甲"), Picture("a.png", "乙丙"), Text("丁"))),
        ("[![甲](a.png)](b.html)", (Link((Picture("a.png", "甲"),), "b.html"),)),
        ("甲\\\n乙  \n丙", (Text("甲"), LineBreak(), Text("乙"), LineBreak(), Text("丙"))),
        ("<b>甲</b><script>", (Text("<b>甲</b><script>"),)),
        ("a &amp; b&#10;c", (Text("a & b c"),)),
        ('http://a.cn (c) -- "x"', (Text('http://a.cn (c) -- "x"'),)),
        # normal form
        ("**__甲__**", (Strong((Text("甲"),)),)),
        ("**甲**__乙__", (Strong((Text("甲乙"),)),)),
        ("**&#32;甲&#32;**乙", (Strong((Text("甲"),)), Text(" 乙"))),
        ("**_甲_**", (Strong((Emphasis((Text("甲"),)),)),)),
        ("***甲***", (Strong((Emphasis((Text("甲"),)),)),)),
        ("**甲[乙](a)**[丙](b)", (Strong((Text("甲"), Link((Text("乙"),), "a"))), Link((Text("丙"),), "b"))),
        ("&#32;甲\\\n&nbsp;", (Text("甲"),)),
    ],
)  # fmt: skip
def test_inlines(text, expected):
    assert inlines(text) == expected


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("zh-CN", "甲\n乙", "甲乙"),
        ("zh-CN", "甲：\n“乙”\n丙", "甲：“乙”丙"),
        ("zh-CN", "甲\na\nb", "甲 a b"),
        ("zh-CN", "甲\n　　乙", "甲乙"),
        ("en", "a\nb", "a b"),
        ("en", "“a”\n“b”", "“a” “b”"),
        ("en", "甲\n乙", "甲乙"),
    ],
)
def test_a_soft_line_break_is_a_space_only_where_words_have_spaces(lang, text, expected):
    assert inlines(text, lang) == (Text(expected),)


def test_a_soft_line_break_looks_through_marks_and_notes():
    assert inlines("**甲**\n*乙*") == (Strong((Text("甲"),)), Emphasis((Text("乙"),)))
    text = FRONT.format(lang="zh-CN") + "甲[^1]\n乙\n\n[^1]: 注\n"
    assert unplaced(parse_article(text)).wording.blocks == (paragraph("甲", FootnoteReference("1"), "乙"),)


def test_a_line_of_ideographic_spaces_is_no_paragraph():
    assert blocks("　　甲\n\n　　\n\n乙", "zh-CN") == (paragraph("甲"), paragraph("乙"))


def test_english_articles_are_read_as_english():
    assert parse_article(FRONT.format(lang="en") + "A.\n").locale is EN
