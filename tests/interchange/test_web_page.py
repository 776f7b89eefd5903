"""Pages of portals become articles."""

from __future__ import annotations

import time
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpub.article import parse_article, serialize_article
from govpub.errors import ImportedPageError
from govpub.interchange.web_page import parse_page
from govpub.model.block import Heading, List, Paragraph, Quote, Table
from govpub.model.inline import CodeSpan, Emphasis, LineBreak, Link, Strong, Text

from .pages import EN_LINES, PAGES, ZH_LINES, Page

ZONE = ZoneInfo("Asia/Shanghai")


def inlines(content):
    parts = []
    for node in content:
        match node:
            case Text(text=text):
                parts.append(text)
            case Strong():
                parts.append(f"**{inlines(node.content)}**")
            case Emphasis():
                parts.append(f"*{inlines(node.content)}*")
            case Link():
                parts.append(f"[{inlines(node.content)}]({node.href})")
            case CodeSpan():
                parts.append(f"`{inlines(node.content)}`")
            case LineBreak():
                parts.append("⏎")
            case _:
                parts.append(repr(node))
    return "".join(parts)


def shown(block):
    match block:
        case Heading():
            return f"Heading {block.level}: {inlines(block.content)}"
        case Paragraph():
            return f"Paragraph: {inlines(block.content)}"
        case List():
            items = (
                " ".join(
                    inlines(inner.content)
                    if isinstance(inner, Paragraph)
                    else f"[{shown(inner).removeprefix('List ')}]"
                    for inner in item.blocks
                )
                for item in block.items
            )
            return f"List{f' {block.start}' if block.ordered else ''}: " + " | ".join(items)
        case Quote():
            return "Quote: " + " | ".join(shown(inner).removeprefix("Paragraph: ") for inner in block.blocks)
        case Table():
            return "Table: " + " / ".join(
                " | ".join(inlines(cell.content) for cell in row) for row in (block.header, *block.rows)
            )
    return f"Code: {block.text}"


def article(content, *, html=False):
    return parse_page(content, html=html, zone=ZONE, path=None).article


def body(content, *, html=False):
    return [shown(block) for block in article(content, html=html).wording.blocks]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_page_gives_its_article_and_nothing_around_it(page: Page) -> None:
    imported = parse_page(page.content, html=page.html, zone=ZONE, path=Path("page"))
    wording = imported.article.wording
    assert wording.title == page.title
    assert [shown(block) for block in wording.blocks] == list(page.blocks)
    assert imported.article.published.isoformat() == page.published
    updated = imported.article.updated
    assert (updated.isoformat() if updated else "") == page.updated
    assert wording.locale.tag == page.tag
    assert (wording.source, wording.author, wording.subtitle) == (page.source, page.author, page.subtitle)
    for text in page.left_out:
        assert text in imported.left_out


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_an_imported_article_can_be_written_and_read_again(page: Page) -> None:
    imported = parse_page(page.content, html=page.html, zone=ZONE, path=None).article
    text = serialize_article(imported)
    again = parse_article(text, None)
    assert [shown(block) for block in again.wording.blocks] == [shown(block) for block in imported.wording.blocks]
    assert (again.id, again.published, again.updated) == (imported.id, imported.published, imported.updated)
    assert (again.wording.title, again.wording.source) == (imported.wording.title, imported.wording.source)


def test_what_is_left_out_is_told_once() -> None:
    imported = parse_page(PAGES[4].content, html=True, zone=ZONE, path=None)
    assert imported.left_out.count("Harbor City Government Home News") == 1
    assert "Home News" not in imported.left_out


def test_an_english_title_names_the_article() -> None:
    assert article(EN_LINES.content).id == "lakeside-county-opens-three-new-libraries-for-rural-readers"


def test_a_long_english_title_is_cut_between_words() -> None:
    text = EN_LINES.content.replace(
        "Lakeside County Opens", "The People’s Café of Lakeside County Today Opens " + "More and " * 5
    )
    assert article(text).id == "the-peoples-cafe-of-lakeside-county-today-opens-more-and-more-and-more-and-more"


def test_a_chinese_title_gives_an_id_of_date_and_digest() -> None:
    assert article(ZH_LINES.content).id == "2024-03-12-b0fb1cb3"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated:2024.12.25", "2024-12-25T00:00:00+08:00"),
        ("Updated: 2024-12-25 10:30", "2024-12-25T10:30:00+08:00"),
        ("Published: 2024/12/25 10:30:45", "2024-12-25T10:30:45+08:00"),
        ("发布时间：2024年12月25日", "2024-12-25T00:00:00+08:00"),
        ("发布时间：２０２４年12月5日 9时05分", "2024-12-05T09:05:00+08:00"),
        ("December 25, 2024", "2024-12-25T00:00:00+08:00"),
        ("Wednesday, Dec. 25, 2024", "2024-12-25T00:00:00+08:00"),
        ("Posted on 25th December 2024, 12:15 a.m.", "2024-12-25T00:15:00+08:00"),
        ("Sept. 3, 2024 1:05 PM | Riverside Gazette", "2024-09-03T13:05:00+08:00"),
        ("Date: 2024-12-25T10:30:00Z", "2024-12-25T18:30:00+08:00"),
        ("Date: 2024-12-25T10:30:00-05:30", "2024-12-26T00:00:00+08:00"),
        ("Date: 2024-12-25 25:30", "2024-12-25T00:00:00+08:00"),
        ("Updated: 2024-13-01 2024-12-01", "2024-12-01T00:00:00+08:00"),
    ],
)
def test_dates_are_read_as_portals_write_them(line: str, published: str) -> None:
    assert article(EN_LINES.content.replace("Updated: 2023.03.05", line)).published.isoformat() == published


def test_both_dates_of_a_page_are_kept() -> None:
    text = EN_LINES.content.replace(
        "Updated: 2023.03.05", "Published: 2023-03-05 09:00   Last updated: 2023-03-06 10:00"
    )
    assert article(text).published.isoformat() == "2023-03-05T09:00:00+08:00"
    assert article(text).updated.isoformat() == "2023-03-06T10:00:00+08:00"


def test_the_date_under_the_signature_serves_where_there_is_no_other() -> None:
    text = "关于开放青石公园的公告\n\n青石公园自即日起向公众免费开放，开放时间为每日六时至二十二时。\n\n青石县人民政府\n2020年5月1日"
    assert article(text).published.isoformat() == "2020-05-01T00:00:00+08:00"
    assert body(text)[-1] == "Paragraph: 2020年5月1日"


@pytest.mark.parametrize(
    ("items", "source", "first"),
    [
        (["更新时间：2025.01.10", "来源：青河市人民政府", "2025年第6号"], "青河市人民政府", "Paragraph: 演练"),
        (["Updated: 2025.01.10", "Source: Qinghe Daily"], "Qinghe Daily", "Paragraph: 演练"),
        # What an event is, not what the page is.
        (["时间：2025年1月10日", "地点：青河市会展中心", "主办：青河市人民政府"], "", "List"),
        (["2025年1月10日开幕", "2025年1月12日闭幕"], "", "List"),
    ],
)
def test_details_may_stand_in_a_list(items: list[str], source: str, first: str) -> None:
    listed = "".join(f"<li>{item}</li>" for item in items)
    text = "<p>演练在三个县同时举行，各部门参加了演练，检验了应急预案。</p>" * 2
    page = f"<meta name=PubDate content=2025-01-10><h1>青河市举行防汛演练</h1><ul>{listed}</ul>{text}"
    article = parse_page(page, html=True, zone=ZONE).article
    assert article.wording.source == source
    assert shown(article.wording.blocks[0]).startswith(first)


@pytest.mark.parametrize(
    "line",
    ["Updated: soon", "Date: 0000-00-00", "12345-12-25", "Updated: 1821.01.01", "2024-02-30", "Tel. 2024-12-2512"],
)
def test_a_page_without_a_date_is_refused_with_the_way_out(line: str) -> None:
    with pytest.raises(ImportedPageError) as caught:
        parse_page(EN_LINES.content.replace("Updated: 2023.03.05", line), html=False, zone=ZONE, path=Path("old.txt"))
    assert str(caught.value.at) == "old.txt"
    assert "Updated: 2024.12.25" in caught.value.hint


@pytest.mark.parametrize(
    ("content", "html"),
    [
        ("", False),
        ("", True),
        ("\ufeff", True),
        ("<!-- nothing -->", True),
        ("???\n|||\nHome\nNews", False),
        ("Only one line with a full stop, which is no headline.", False),
        ("Only a headline of an article\nUpdated: 2024.12.25", False),
        ("<html><head><title>Office</title></head><body><nav>Home</nav></body></html>", True),
        ("<h1>A headline of an article</h1><p>Updated: 2024.12.25</p>", True),
        ("Footer before everything is no article\n© 2024 Office, all rights reserved by the office.", False),
    ],
)
def test_a_page_without_an_article_is_refused_with_the_way_out(content: str, html: bool) -> None:
    with pytest.raises(ImportedPageError) as caught:
        parse_page(content, html=html, zone=ZONE, path=Path("page.html"))
    assert caught.value.hint
    assert str(caught.value.at) == "page.html"


HEAD = "<h1>A headline of an article</h1><p>Updated: 2024.12.25</p>"
TEXT = "<p>A sentence that is long enough to be prose.</p>"


@pytest.mark.parametrize(
    ("markup", "blocks"),
    [
        (
            "<p>A <b> bold </b>word that stands between spaces.</p>",
            ["Paragraph: A **bold** word that stands between spaces."],
        ),
        (
            "<p><b>A bold paragraph, then<p>the next one, which stays bold.</p></b></p>",
            ["Heading 2: A bold paragraph, then", "Paragraph: the next one, which stays bold."],
        ),
        (
            "<b><div>One paragraph in bold letters.</div><div>Another one in bold letters.</div></b>",
            ["Paragraph: **One paragraph in bold letters.**", "Paragraph: **Another one in bold letters.**"],
        ),
        (
            "<p>Press <kbd>F1</kbd> for <code>a <b>b</b></code><b></b><i> </i>, and read on here.</p>",
            ["Paragraph: Press `F1` for `a b` , and read on here."],
        ),
        (
            "<p>See <a href='#note'>the note</a> and <a href='http://[bad'>the bad one</a> below.</p>",
            ["Paragraph: See the note and the bad one below."],
        ),
        (
            "<p>Ask <a href='mailto:a@b.example'>us</a> by mail or <a href='page 2.html' title='x'>here</a>.</p>",
            ["Paragraph: Ask [us](mailto:a@b.example) by mail or [here](page2.html)."],
        ),
        (
            "<p>One<br>two, which is the same paragraph<br> and more.</p>",
            ["Paragraph: One⏎two, which is the same paragraph⏎and more."],
        ),
        (
            "<p>A first sentence of prose.<br>A second sentence of prose.</p>",
            ["Paragraph: A first sentence of prose.", "Paragraph: A second sentence of prose."],
        ),
        ("<h2>Line<br>two</h2><h5>Deep</h5>", ["Heading 2: Line two", "Heading 3: Deep"]),
        (
            "<ul>stray<li>a</li><li></li></ul><ol start='x'><li><p>b</p><p>c</p></li></ol>",
            ["Paragraph: stray", "List: a", "List 1: b c"],
        ),
        ("<ul></ul><blockquote></blockquote><h2></h2><pre><code> </code></pre><hr><table></table>", []),
        ("<pre>A text in pre.\n\nlast</pre>", ["Paragraph: A text in pre. last"]),
        (
            "<table><caption>Units</caption><td rowspan=2>a<td>b<tr><td>c</table>",
            ["Paragraph: Units", "Table: a | b / a | c"],
        ),
        ("<table><tr><td colspan=3>a<td>b<tr><td>c<br>d<td></table>", ["Table: a |  |  | b / c d |  |  | "]),
        ("<table><tr><td><ul><li>in a layout</li></ul></td></tr></table>", ["List: in a layout"]),
        (
            "<p style='x'><img src='data:image/png;base64,AA'><img>Text with pictures that are not kept.</p>",
            ["Paragraph: Text with pictures that are not kept."],
        ),
    ],
)
def test_html_becomes_blocks(markup: str, blocks: list[str]) -> None:
    sentence = "Paragraph: A sentence that is long enough to be prose."
    assert body(HEAD + TEXT + markup + TEXT, html=True) == [sentence, *blocks, sentence]


def test_a_cell_over_a_billion_columns_is_cut() -> None:
    page = (
        HEAD + TEXT + "<table><tr><td colspan=999999999 rowspan=999999999>a<td>b" + "<tr><td>c" * 9 + "</table>" + TEXT
    )
    [table] = [block for block in article(page, html=True).wording.blocks if isinstance(block, Table)]
    assert len(table.header) == 60


def test_controls_and_half_characters_do_not_come_in() -> None:
    text = EN_LINES.content.replace("Each library", "Each\x00 \ud800lib\u200brary").replace("\n", "\r\n")
    assert body(text)[1].startswith("Paragraph: Each library lends")
    assert body(HEAD + TEXT.replace("long", "\x00lo\udfffng"), html=True) == [
        "Paragraph: A sentence that is long enough to be prose."
    ]


@pytest.mark.parametrize(
    "content",
    [
        "<div>" * 100_000 + TEXT,
        HEAD + "<b>" * 100_000 + "x" + TEXT,
        HEAD + "<ul><li>" * 100_000 + TEXT,
        HEAD + "<table><tr><td>" * 30_000 + TEXT,
        HEAD + "<blockquote>" * 100_000 + TEXT,
        HEAD + TEXT * 5_000,
        HEAD + "<p>" + "a " * 50_000 + ".</p>",
        HEAD + "<p>" + "汉\n" * 50_000 + "。</p>" + "<br>" * 50_000,
        HEAD + "<a href='x'>y</a>" * 20_000,
        HEAD + TEXT + "<header>" * 2_000 + "<p>x</p>" * 10_000,
    ],
    ids=lambda content: content[-30:],
)
def test_deep_and_long_html_is_read_or_refused_soon(content: str) -> None:
    began = time.process_time()
    with suppress(ImportedPageError):
        parse_page(content, html=True, zone=ZONE, path=None)
    assert time.process_time() - began < 3


@pytest.mark.parametrize(
    "line",
    [
        " " * 100_000 + ".",
        "1. " * 30_000,
        "> " * 50_000,
        "Source: " * 20_000,
        "2024-12-25 " * 10_000,
        "｜" * 100_000 + "a",
        "分享" * 50_000,
        "Dec. " * 20_000 + "\n" * 1000,
        "关于\n" * 20_000,
    ],
)
def test_long_lines_are_read_soon(line: str) -> None:
    began = time.process_time()
    with suppress(ImportedPageError):
        parse_page(
            f"A headline of an article\nUpdated: 2024.12.25\n{line}\nA sentence that is long enough.",
            html=False,
            zone=ZONE,
            path=None,
        )
    assert time.process_time() - began < 3


PIECES = st.sampled_from(
    [
        "<div>",
        "</div>",
        "<p>",
        "<b>",
        "</b>",
        "<i>",
        "<br>",
        "<table>",
        "<tr>",
        "<td colspan=3>",
        "</table>",
        "<ul>",
        "<ol>",
        "<li>",
        "</ul>",
        "<a href='x'>",
        "</a>",
        "<h1>",
        "<h3>",
        "<pre><code>",
        "</pre>",
        "<blockquote>",
        "<nav>",
        "<figure><figcaption>",
        "<meta name=PubDate content=2024-12-25>",
        "Updated: 2024.12.25",
        "一个足够长的句子，它有标点符号。",
        "A sentence that is long enough.",
        "A headline here",
        "　　",
        "\n",
        "©",
        "——",
        "[1](x)",
        "**",
        "&#0;",
        "\x00",
        "\ud800",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=30), st.booleans())
def test_whatever_stands_in_an_article_can_be_written_and_read_again(pieces: list[str], html: bool) -> None:
    joint, frame = (
        ("", (HEAD + TEXT, TEXT))
        if html
        else ("\n", (EN_LINES.content.split("Each")[0], "A last sentence, long enough."))
    )
    found = article(joint.join([frame[0], *pieces, frame[1]]), html=html)
    text = serialize_article(found)
    again = parse_article(text, None)
    assert [shown(block) for block in again.wording.blocks] == [shown(block) for block in found.wording.blocks]
    assert serialize_article(again) == text


@given(st.lists(PIECES | st.text(max_size=8), max_size=40), st.booleans())
def test_any_page_is_an_article_or_a_declared_error(pieces: list[str], html: bool) -> None:
    joint = "" if html else "\n"
    try:
        imported = parse_page(joint.join(pieces), html=html, zone=UTC, path=None)
    except ImportedPageError:
        return
    found = imported.article
    assert found.wording.title
    assert found.wording.blocks
    assert found.published.tzinfo is not None
    assert 0 < len(found.id) <= 80
    assert found.id.isascii()
    text = serialize_article(found)
    again = parse_article(text, None)
    assert serialize_article(again) == text
    assert [shown(block) for block in again.wording.blocks] == [shown(block) for block in found.wording.blocks]


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("2024-12-25 来源：青石日报", "青石日报"),
        ("来源：青石日报 2024-12-25 10:30", "青石日报"),
        ("作者：青小石　来源：青石日报　时间：2024-12-25", "青石日报"),
        ("青石日报 2024-12-25", "青石日报"),
        ("2024-12-25 星期三", ""),
    ],
)
def test_the_source_stands_beside_the_date(line: str, source: str) -> None:
    found = article(
        ZH_LINES.content.replace(
            "发布时间：2024-03-12 10:30　来源：青石县融媒体中心　浏览次数：128　字体：【大 中 小】", line
        )
    )
    assert found.wording.source == source
    assert found.published.date().isoformat() == "2024-12-25"


@pytest.mark.parametrize(
    "line",
    [
        "On December 25, 2024 the county opened its last library",
        "Source: " + "a very long text " * 12 + "Published: 2024-12-25",
        "The source: a note that begins in the middle Published: 2024-12-25",
        "Source: " + "w" * 90 + " Published: 2024-12-25",
        "In all, 2024-12-25, and more",
    ],
)
def test_a_sentence_with_a_date_is_no_byline(line: str) -> None:
    found = article(EN_LINES.content.replace("Updated: 2023.03.05", "Updated: 2023.03.05\n" + line))
    assert found.published.date().isoformat() == "2023-03-05"
    assert found.wording.blocks[0].content[0].text == line


def test_a_chinese_text_wrapped_by_its_editor_is_joined_without_spaces() -> None:
    line = "这是一行没有句号的汉字它的宽度正好是六十格以便看出整段文字是被编辑器折行的样子"
    text = f"关于开放青石公园的公告\n2020年5月1日\n\n{line}\n{line}\n最后一行。"
    assert body(text) == [f"Paragraph: {line}{line}最后一行。"]


def test_a_list_may_stand_where_paragraphs_do() -> None:
    lines = "\n".join(f"{number}. Item that is as long as the others so that it looks wrapped" for number in (1, 2, 3))
    assert body(EN_LINES.content.replace("Residents can register at the counter or by telephone.", lines))[
        2
    ].startswith("List 1:")


def test_a_label_of_the_site_that_looks_like_a_trail_is_left_out() -> None:
    text = EN_LINES.content.replace("Lakeside County Opens", "Home » News\nLakeside County Opens")
    assert article(text).wording.title == EN_LINES.title


def test_a_byline_may_name_who_wrote_and_for_whom() -> None:
    found = article(
        EN_LINES.content.replace("Updated: 2023.03.05", "By Li Reporter (Valley Daily) Updated: May 3, 2024 09:41")
    )
    assert (found.wording.author, found.wording.source) == ("Li Reporter", "Valley Daily")
    assert found.published.isoformat() == "2024-05-03T09:41:00+08:00"


def test_a_headline_may_be_set_in_two_lines() -> None:
    title = "Lakeside County Opens Three New Libraries for Rural Readers"
    for first, second in (
        ("Lakeside County Opens", "three New Libraries for Rural Readers"),
        (title, "and for their children"),
    ):
        found = article(EN_LINES.content.replace(title, f"{first}\n{second}"))
        assert found.wording.title == f"{first} {second}"


def test_attachments_stay_and_other_links_go() -> None:
    tail = "<p>附件：</p><ul><li><a href='a.pdf'>任务表</a></li></ul><h3>相关阅读</h3><ul><li><a href='b'>另一篇</a></li></ul>"
    assert body(HEAD + f"<main>{TEXT}{TEXT}</main>" + tail, html=True)[2:] == [
        "Paragraph: 附件：",
        "List: [任务表](a.pdf)",
    ]


def test_an_end_mark_goes_and_the_contact_after_it_stays() -> None:
    text = EN_LINES.content.replace("by telephone.", "by telephone.\nENDS\nMedia contact: press@lakeside.example")
    assert body(text)[-1] == "Paragraph: Media contact: press@lakeside.example"
    assert "Paragraph: ENDS" not in body(text)


def test_teasers_after_the_footer_are_not_the_article() -> None:
    text = (
        EN_LINES.content
        + "A teaser of another article that ends as a sentence does.\nWe use cookies to make this site better.\n"
    )
    assert body(text) == list(EN_LINES.blocks)


def test_an_article_may_write_about_records_and_rights() -> None:
    line = "The new rules on copyright and the privacy policy of public bodies come into force in May."
    assert (
        body(EN_LINES.content.replace("Residents can register at the counter or by telephone.", line))[-1]
        == f"Paragraph: {line}"
    )


def test_two_records_in_one_long_line_are_a_footer() -> None:
    line = (
        "主办：青石县人民政府办公室，"
        + "地址：青石县示例路1号，" * 12
        + "例ICP备00000000号，例公网安备00000000000000号。"
    )
    assert body(ZH_LINES.content.split("（责任编辑")[0] + line) == list(ZH_LINES.blocks)


def test_marks_of_one_extent_stand_in_one_order() -> None:
    markup = "<p><a href='x'><i><b>All of it is marked three times.</b></i></a></p>"
    assert body(HEAD + markup, html=True) == ["Paragraph: ***[All of it is marked three times.](x)***"]


def test_spaces_stand_outside_marks() -> None:
    markup = (
        "<p><i>One</i><i> and two</i> are <b><br>three <br>and </b><i>\u3000four\u3000</i>in this line of text.</p>"
    )
    assert body(HEAD + markup, html=True) == [
        "Paragraph: *One* *and two* are⏎**three⏎and** *four* in this line of text."
    ]


def test_a_table_in_a_quote_keeps_its_figures() -> None:
    table = "<blockquote><p>Quoted</p><table><tr></tr><tr><td>a</td><td><a href='x'><b>b</b></a></td></tr><tr><td>c</td></tr></table></blockquote>"
    [quote] = [
        block for block in article(HEAD + TEXT + table + TEXT, html=True).wording.blocks if isinstance(block, Quote)
    ]
    assert [shown(block) for block in quote.blocks] == ["Paragraph: Quoted", "Table: a | **[b](x)** / c | "]


def test_code_and_rules_are_no_text_to_judge_by() -> None:
    code = "<pre><code>first = 1\nsecond = 2</code></pre><hr>"
    assert body(HEAD + TEXT + code + TEXT, html=True)[1] == "Code: first = 1\nsecond = 2"


def test_the_site_may_have_the_only_first_heading() -> None:
    page = (
        "<title>Valley Province</title><div class=logo><h1>Valley Province</h1></div><div><h2>Two New Bridges Open to Traffic</h2>"
        f"<p>May 3, 2024</p>{TEXT}{TEXT}</div>"
    )
    assert article(page, html=True).wording.title == "Two New Bridges Open to Traffic"


def test_a_window_title_tells_the_headline_among_others() -> None:
    page = (
        "<title>Bridges Open | Valley</title><p>May 3, 2024</p><p>A long line about the site that has no full stop at all</p><p>Bridges Open</p>"
        f"{TEXT}"
    )
    assert article(page.replace("<p>Bridges", "<h3>Bridges"), html=True).wording.title == "Bridges Open"


def test_a_page_of_items_alone_has_its_headline_in_its_heading() -> None:
    page = "<h1>Opening hours of the libraries</h1><p>May 3, 2024</p><ul><li>Monday to Friday 9 to 17</li><li>Saturday 9 to 12</li></ul>"
    assert body(page, html=True) == ["List: Monday to Friday 9 to 17 | Saturday 9 to 12"]
