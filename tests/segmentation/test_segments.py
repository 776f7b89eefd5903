"""Articles in segments, and put together again."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.effort import count
from support.markdown import FRONT, bodies, markdown_soup

from govpub.article import parse_article
from govpub.errors import ArticleError, Position
from govpub.locales import EN, ZH_CN, Locale
from govpub.model.inline import Emphasis, FootnoteReference, LineBreak, Link, Pending, Picture, Strong, Text
from govpub.model.segment import Segment, State, Unit
from govpub.segmentation import join, segment

if TYPE_CHECKING:
    from govpub.model.article import Wording

FULL = """\
---
id: drill
lang: zh-CN
title: 防汛演练。全省联动。
subtitle: 副题
summary: 第一句。第二句。
published: 2024-12-25T09:30+08:00
source: 办公厅
author: 张三
column: 要闻
keywords: [防汛, 演练]
dateline: 成都
contact: 值班室
image: {path: a.png, alt: 堤。坝。, caption: 图说}
---
## 标题。还有。

第一句。**第二句。**第三句[^1]。[^1]*第四句*。

- 甲。乙。

> 丙。丁。

| 项。目。 | 12.5% | ![图例](b.png) |
| --- | --- | --- |

![大堤](c.png "说明。文字。")

```
代码。
```

[^1]: 注。解。
"""


def article(body: str, lang: str = "zh-CN"):
    return parse_article(FRONT.format(lang=lang) + body)


def body_texts(body: str, lang: str = "zh-CN") -> list[str]:
    return [found.text for found in segment(article(body, lang)) if found.role != "title"]


def translated(body: str, targets: list[str], lang: str = "zh-CN", target: Locale = EN) -> Wording:
    source = article(body, lang)
    found = [one for one in segment(source) if one.role != "title"]
    units = {
        one.id: Unit(segment=one, target=text, state=State.TRANSLATED) for one, text in zip(found, targets, strict=True)
    }
    return join(source, units, target)


def test_all_that_people_read_is_covered_in_order():
    found = segment(parse_article(FULL))
    assert [(one.role, one.text) for one in found] == [
        ("title", "防汛演练。全省联动。"),
        ("subtitle", "副题"),
        ("summary", "第一句。"),
        ("summary", "第二句。"),
        ("source", "办公厅"),
        ("author", "张三"),
        ("column", "要闻"),
        ("keywords", "防汛"),
        ("keywords", "演练"),
        ("dateline", "成都"),
        ("contact", "值班室"),
        ("alt", "堤。坝。"),
        ("caption", "图说"),
        ("heading", "标题。还有。"),
        ("paragraph", "第一句。"),
        ("paragraph", "<1>第二句。</1>"),
        ("paragraph", "第三句<1/>。<2/>"),
        ("paragraph", "<1>第四句</1>。"),
        ("item", "甲。"),
        ("item", "乙。"),
        ("quote", "丙。"),
        ("quote", "丁。"),
        ("cell", "项。目。"),
        ("alt", "图例"),
        ("alt", "大堤"),
        ("caption", "说明。文字。"),
        ("footnote", "注。"),
        ("footnote", "解。"),
    ]
    ids = [one.id for one in found]
    assert ids[:13] == [
        "title", "subtitle", "summary", "summary.2", "source", "author", "column", "keywords.1", "keywords.2",
        "dateline", "contact", "image.alt", "image.caption",
    ]  # fmt: skip
    assert ids[14] == hashlib.sha256("paragraph\0第一句。".encode()).hexdigest()[:10]
    blocks = [one.block for one in found]
    assert blocks == sorted(blocks)
    assert blocks[2] == blocks[3]
    assert len(set(blocks[14:18])) == 1


def test_in_paragraph_mode_a_leaf_is_one_segment():
    found = segment(parse_article(FULL.replace("column: 要闻", "segmentation: paragraph")))
    assert ("summary", "第一句。第二句。") in [(one.id, one.text) for one in found]
    assert "第一句。<1>第二句。</1>第三句<2/>。<3/><4>第四句</4>。" in [one.text for one in found]


def test_repeated_texts_have_ids_of_their_own():
    ids = [one.id for one in segment(article("甲。\n\n甲。\n\n- 甲。\n\n甲。\n"))][1:]
    assert ids[1] == f"{ids[0]}-2"
    assert ids[3] == f"{ids[0]}-3"
    assert ids[2] not in (ids[0], ids[1], ids[3])


def test_a_change_elsewhere_leaves_the_ids():
    before = {one.text: one.id for one in segment(article("甲。乙。\n\n丙。\n"))}
    after = {one.text: one.id for one in segment(article("新。乙。\n\n再新。\n\n丙。\n"))}
    assert before["乙。"] == after["乙。"]
    assert before["丙。"] == after["丙。"]


def test_segments_stand_where_their_leaf_stands():
    found = segment(parse_article(FULL))
    assert found[0].at == Position(None, 4, 8)
    assert found[8].at == Position(None, 11, 16)
    assert found[14].at == Position(None, 18, 1)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**甲。乙。**丙。", ["<1>甲。乙。</1>", "丙。"]),
        ("**甲。**乙。", ["<1>甲。</1>", "乙。"]),
        ("甲**乙。**丙。", ["甲<1>乙。</1>", "丙。"]),
        ("甲。[乙。丙](a)丁。", ["甲。", "<1>乙。丙</1>丁。"]),
        ("甲`a。b`乙。丙", ["甲<1>a。b</1>乙。", "丙"]),
        ("甲。\\\n乙。", ["甲。", "乙。"]),
        ("甲\\\n乙。", ["甲<1/>乙。"]),
        ("甲。  乙。", ["甲。", "乙。"]),
        ("读作 <1> 和 </12>。再见。", ["读作 <1/> 和 <2/>。", "再见。"]),
        ("![图](a.png)甲。乙。", ["<1/>甲。", "乙。", "图"]),
        ("12.5%", []),
        ("100", []),
        ("甲：100。", ["甲：100。"]),
    ],
)
def test_marks_are_placeholders_and_are_not_cut(body, expected):
    assert body_texts(body) == expected


def test_a_look_alike_keeps_its_text():
    (found,) = [one for one in segment(article("读作 <12>。")) if one.role == "paragraph"]
    assert found.placeholders[0].inline == Text("<12>")
    assert translated("读作 <12>。", ["It reads <1/>."]).blocks[0].content == (Text("It reads <12>."),)


# --- joining


def same_again(source, target: Locale):
    units = {one.id: Unit(segment=one, target=one.text, state=State.REVIEWED) for one in segment(source)}
    return join(source, units, target)


@given(bodies | markdown_soup, st.sampled_from(["zh-CN", "en"]))
@settings(max_examples=count(short=200), deadline=None, suppress_health_check=list(HealthCheck))
def test_joining_the_segments_gives_the_wording(body, lang):
    try:
        source = article(body, lang)
    except ArticleError:
        return
    assert same_again(source, source.locale) == source.wording
    found = segment(source)
    assert len({one.id for one in found}) == len(found)
    for one in found:
        assert one.text
        assert one.text == one.text.strip()
        assert not (one.before + one.after).strip()
    assert join(source, {}, EN).locale is EN


def test_the_full_article_comes_back():
    source = parse_article(FULL)
    assert same_again(source, ZH_CN) == source.wording


def test_white_space_of_the_source_is_kept_in_its_own_language():
    source = article("One.  Two.\\\nThree. Four\n", "en")
    assert [(one.before, one.after) for one in segment(source)[1:]] == [("", "  "), ("", "\n"), ("", " "), ("", "")]
    assert same_again(source, EN) == source.wording


@pytest.mark.parametrize(
    ("body", "targets", "lang", "target", "expected"),
    [
        ("甲。乙。", ["A.", "B."], "zh-CN", EN, (Text("A. B."),)),
        ("甲。乙。", [" A. ", "\nB.\n"], "zh-CN", EN, (Text("A. B."),)),
        ("One. Two.", ["甲。", "乙。"], "en", ZH_CN, (Text("甲。乙。"),)),
        ("**甲。**乙。", ["<1>A.</1>", "B."], "zh-CN", EN, (Strong((Text("A."),)), Text(" B."))),
        ("甲。\\\n乙。", ["A.", "B."], "zh-CN", EN, (Text("A."), LineBreak(), Text("B."))),
        ("甲[乙](a)丙。", ["<1>B</1> A."], "zh-CN", EN, (Link((Text("B"),), "a"), Text(" A."))),
        ("甲。乙。", ["他说：“好。”", "“好。”"], "zh-CN", ZH_CN, (Text("他说：“好。”“好。”"),)),
        ("One. Two.", ["Windows", "Word"], "en", ZH_CN, (Text("Windows Word"),)),
    ],
)
def test_sentences_are_joined_as_the_target_language_joins_them(body, targets, lang, target, expected):
    assert translated(body, targets, lang, target).blocks[0].content == expected


def test_pictures_have_their_alt_translated():
    wording = translated("甲![图](a.png)。![图](a.png)", ["A <1/>.", "<1/>", "one", "two"])
    assert wording.blocks[0].content == (Text("A "), Picture("a.png", "one"), Text(". "), Picture("a.png", "two"))


def test_figures_are_translated_in_alt_and_caption():
    (figure,) = translated('![图](a.png "说明")', ["view", "caption"]).blocks
    assert (figure.path, figure.alt, figure.caption) == ("a.png", "view", "caption")


def unit_of(source, text: str, **changes) -> dict[str, Unit]:
    one = next(one for one in segment(source) if one.text == text)
    unit = Unit(segment=one, target="A.", state=State.TRANSLATED)
    return {one.id: replace(unit, **changes)}


def test_what_has_no_translation_is_pending_in_the_source_language():
    wording = join(article("甲。*乙*。\n"), {}, EN)
    assert wording.title == "〖演练〗"
    assert wording.blocks[0].content == (
        Pending((Text("甲。"),), fuzzy=False),
        Pending((Emphasis((Text("乙"),)), Text("。")), fuzzy=False),
    )


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, (Text("A."),)),
        ({"state": State.REVIEWED}, (Text("A."),)),
        ({"state": State.FUZZY}, (Pending((Text("A."),), fuzzy=True),)),
        ({"state": State.UNTRANSLATED, "target": ""}, (Pending((Text("甲。"),), fuzzy=False),)),
        ({"target": "  "}, (Pending((Text("甲。"),), fuzzy=False),)),
        ({"target": "A <1>."}, (Pending((Text("A ."),), fuzzy=True),)),
        ({"target": "<1/>"}, (Pending((Text("甲。"),), fuzzy=False),)),
        ({"segment": Segment(id="x", text="old")}, (Pending((Text("A."),), fuzzy=True),)),
    ],
)
def test_only_final_units_are_put_back_unmarked(changes, expected):
    source = article("甲。\n")
    assert join(source, unit_of(source, "甲。", **changes), EN).blocks[0].content == expected


def test_a_broken_translation_keeps_nothing_of_its_marks():
    source = article("甲[^1]。\n\n[^1]: 注\n")
    units = unit_of(source, "甲<1/>。", target="A.")
    assert join(source, units, EN).blocks[0].content == (Pending((Text("A."),), fuzzy=True),)
    units = unit_of(source, "甲<1/>。", target="A<1/>.")
    assert join(source, units, EN).blocks[0].content == (Text("A"), FootnoteReference("1"), Text("."))


def test_half_a_string_can_be_pending():
    source = parse_article(FULL)
    units = {"summary": replace(unit_of(source, "第一句。")["summary"], target="One.")}
    assert join(source, units, EN).summary == "One. 〖第二句。〗"


def test_blocks_correspond_one_to_one():
    source = parse_article(FULL)
    wording = join(source, {}, EN)
    assert [type(block) for block in wording.blocks] == [type(block) for block in source.wording.blocks]
    assert wording.blocks[4].header[1] == source.wording.blocks[4].header[1]
    assert wording.blocks[6] == source.wording.blocks[6]
    assert len(wording.footnotes) == 1
