"""The article around a segment: markup as readers see it, what is untranslated in the source, the current one in view."""

from __future__ import annotations

import pytest

from govpub.article import parse_article
from govpub.editor.article_view import AROUND, article_lines, unit_runs
from govpub.editor.roles import role_of
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, State, Unit
from govpub.segmentation import segment

FRONT = "---\nid: a\nlang: zh-CN\ntitle: 防汛演练\nkeywords: [防汛, 演练]\npublished: 2026-11-20T09:30+08:00\n---\n\n"
BODY = """\
**各部门**参加了*演练*，见[网站](https://www.qinghe.example/)和`code`。[^1]

| 指标 | 总量 |
| --- | --- |
| 堤防 | 86 |

![照片](a.png)

[^1]: 据初步统计。
"""


def units_of(text):
    return [Unit(segment=each) for each in segment(parse_article(FRONT + text))]


def shown(lines):
    return ["".join(text for text, _style in line) for line in lines]


def test_markup_is_shown_as_readers_see_it():
    [unit] = [unit for unit in units_of(BODY) if "各部门" in unit.segment.text]
    runs = list(unit_runs(unit, ""))
    assert "".join(text for text, _style in runs) == "各部门参加了演练，见网站和code。[1]"
    assert {style for _text, style in runs} == {"quiet"}
    numbers = [found.number for found in unit.segment.placeholders]
    target = "<1>All</1> took part in the <2>drill</2>; <3>site</3>, <4>code</4>.<5/>"
    assert numbers == [1, 2, 3, 4, 5]
    assert [run for run in unit_runs(unit, target) if run[1]] == [
        ("All", "strong"),
        ("drill", "strong"),
        ("site", "term"),
        ("code", "code"),
        ("[1]", "quiet"),
    ]


def test_line_breaks_and_pictures():
    [_title, *_keywords, unit, alt] = units_of("一行  \n又一行![图](a.png)\n")
    assert "".join(text for text, _style in unit_runs(unit, "")) == "一行\n又一行[图]"
    assert role_of(alt.segment) == "image text"


def test_what_breaks_its_placeholders_is_shown_as_it_is():
    [unit] = [unit for unit in units_of(BODY) if "各部门" in unit.segment.text]
    assert list(unit_runs(unit, "<1>All \x1b[31m")) == [("<1>All ␛[31m", "")]


def test_blocks_stand_apart_and_rows_together():
    units = units_of(BODY)
    lines, here = article_lines(units, 1, 60, text_of=lambda unit: "", languages=(ZH_CN, EN))
    assert shown(lines)[:4] == ["防汛演练", "", "keyword: 防汛", "keyword: 演练"]
    assert here == 2
    cells = [line for line in shown(lines) if line.startswith("| ")]
    assert cells == ["| 指标", "| 总量", "| 堤防"]  # a bare number needs no translation


def test_only_what_may_be_seen_is_made():
    sentences = [
        Unit(
            segment=Segment(id=str(number), text=f"第{number}句。", block=number),
            target=f"No. {number}.",
            state=State.FUZZY,
        )
        for number in range(1000)
    ]
    lines, here = article_lines(sentences, 500, 40, text_of=lambda unit: unit.target, languages=(ZH_CN, EN))
    assert len(lines) == 2 * (2 * AROUND + 1) - 1
    assert shown(lines)[here] == "No. 500."
    assert lines[here] == (("No. 500.", "here"),)


def test_sentences_of_a_block_are_joined_as_the_language_does():
    units = [unit for unit in units_of("演练开始。大家参加。\n") if unit.segment.role == "paragraph"]

    def read(*texts, languages=(ZH_CN, EN)):
        said = dict(zip((unit.segment.id for unit in units), texts, strict=True))
        lines, _here = article_lines(units, 1, 60, text_of=lambda unit: said[unit.segment.id], languages=languages)
        return shown(lines)

    assert read("It began.", "All came.") == ["It began. All came."]
    assert read("", "") == ["演练开始。大家参加。"]
    assert read("It began.", "") == ["It began. 大家参加。"]
    assert read("", "All came.") == ["演练开始。 All came."]
    assert read("开始。", "参加。", languages=(EN, ZH_CN)) == ["开始。参加。"]


def test_nothing_to_show():
    assert article_lines([], 0, 40, text_of=str, languages=(ZH_CN, EN)) == ([], 0)


@pytest.mark.parametrize(("id_", "role", "expected"), [("title", "title", "title"), ("0123456789", "odd", "odd")])
def test_role(id_, role, expected):
    assert role_of(Segment(id=id_, text="x", role=role)) == expected
