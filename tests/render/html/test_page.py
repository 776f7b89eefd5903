"""The page as text: structure, tags, languages."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from support.releases import SAMPLES, asset, draft, embargoed, notice, paragraph, readout, statistics

from govpub.errors import ArticleError
from govpub.model.block import Figure, Footnote, Heading, List, ListItem, Quote, Table
from govpub.model.inline import CodeSpan, FootnoteReference, Link, Pending, Picture, Strong, Text
from govpub.model.release import Site
from govpub.render.html import render_html

EDITIONS = ("bilingual", "zh-CN", "en")


def tree(release):
    return lxml_html.document_fromstring(render_html(release).decode())


def with_blocks(*blocks, footnotes=(), **changes):
    """Return an English release with these blocks."""
    base = readout("en")
    wording = replace(base.primary.wording, blocks=blocks, footnotes=footnotes)
    return replace(base, renditions=(replace(base.primary, wording=wording),), **changes)


def body(*blocks, **changes):
    """Return the article's inner HTML between header and footer."""
    page = render_html(with_blocks(*blocks, **changes)).decode()
    return page.split("</header>\n")[-1].split("<footer>")[0].strip()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("edition", EDITIONS)
def test_golden_pages(golden, name, edition):
    golden(f"html/{name}.{edition}.html", render_html(SAMPLES[name](edition, "columns")))


@pytest.mark.parametrize("layout", ["interleaved", "sequential"])
def test_golden_layouts(golden, layout):
    golden(f"html/notice.bilingual.{layout}.html", render_html(notice("bilingual", layout)))


def test_the_page_is_like_a_portals():
    page = tree(statistics("en"))
    assert [link.text for link in page.cssselect("nav a")][:3] == ["Government", "Open Governance", "Services"]
    assert page.cssselect("h1")[0].text == "Yunze’s Economy Holds Steady and Makes Progress in the First Three Quarters"
    updated = page.cssselect(".facts li")[0]
    assert updated.text_content() == "Updated: 2024.12.25"
    assert updated.find("time").get("datetime") == "2024-12-25T09:30+08:00"
    assert [line.text_content() for line in page.cssselect(".imprint p")] == [
        "Hosted by: General Office of the People’s Government of Yunze Province",
        "Website Operation and Maintenance: Yunze Government Network Center",
        "Website Identification Code: 9900000001",
        "Yunze ICP No. 00000001",
        "Yunze Computer Information Network and Internet Security Record No. 00000000000001",
    ]


def test_page_tags():
    def tags(release):
        return {one.get("name"): one.get("content") for one in tree(release).cssselect("meta[name]")}

    chinese, english = tags(statistics("zh-CN")), tags(statistics("en"))
    expected = {
        "SiteName": "云泽省人民政府",
        "SiteDomain": "www.yunze.example",
        "SiteIDCode": "9900000001",
        "ColumnName": "数据发布",
        "ArticleTitle": "前三季度全省经济运行总体平稳、稳中有进",
        "PubDate": "2024-12-25 09:30",
        "ContentSource": "云泽省统计局",
        "Keywords": "经济运行，统计，高质量发展",
        "Author": "综合处",
        "Description": "前三季度全省地区生产总值4.26万亿元，同比增长5.4%；规模以上工业增加值增长6.8%。",
    }
    assert {name: chinese.get(name) for name in expected} == expected
    assert english["SiteName"] == "The People’s Government of Yunze Province"
    assert english["Keywords"] == "economic performance, statistics, high-quality development"
    bare = with_blocks(paragraph("x"))
    bare = replace(
        bare, renditions=(replace(bare.primary, site=Site(name=""), wording=replace(bare.primary.wording, source="")),)
    )
    assert not {"SiteName", "SiteDomain", "SiteIDCode", "ContentSource", "Author", "Description"} & set(tags(bare))
    assert '<footer class="imprint">\n<div lang="en">\n</div>' in re.sub(r"\n+", "\n", render_html(bare).decode())


@pytest.mark.parametrize(
    ("published", "tag"),
    [
        (datetime(2024, 12, 25, 20, 5, tzinfo=UTC), "2024-12-26 04:05"),
        (datetime(9999, 12, 31, 23, 0, tzinfo=UTC), "9999-12-31 23:00"),
        (datetime(987, 1, 2, 3, 4, tzinfo=UTC), "0987-01-02 11:04"),
    ],
)
def test_pub_date_is_in_beijing_time(published, tag):
    page = tree(replace(readout("en"), published=published))
    assert page.cssselect('meta[name="PubDate"]')[0].get("content") == tag


def test_the_character_set_comes_first_and_the_policy_fits_the_style():
    page = render_html(notice("zh-CN")).decode()
    assert page.startswith('<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n<meta http-equiv=')
    style = page.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = tree(notice("zh-CN")).cssselect("meta[http-equiv]")[0].get("content")
    assert (
        policy
        == f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self'; base-uri 'none'; form-action 'none'"
    )
    assert "url(" not in style
    assert "<" not in style
    assert page.count("<script") == page.count('<script type="application/ld+json">') == 1
    assert " style=" not in page


@pytest.mark.parametrize("edition", EDITIONS)
def test_links_to_the_other_editions(edition):
    page = tree(readout(edition))
    links = page.cssselect(".editions a")
    others = [other for other in EDITIONS if other != edition]
    assert [link.get("href") for link in links] == [f"leading-group-meeting.{other}.html" for other in others]
    for link, other in zip(links, others, strict=True):
        if other == "bilingual":
            assert [(part.get("lang"), part.text) for part in link] == [("zh-CN", "中文"), ("en", "English")]
        else:
            assert link.get("lang") == link.get("hreflang") == other
            assert link.text == {"zh-CN": "中文", "en": "English"}[other]
    assert not tree(replace(readout(edition), siblings=())).cssselect(".editions")


def nearest_lang(element):
    return next(one.get("lang") for one in (element, *element.iterancestors()) if one.get("lang"))


@pytest.mark.parametrize("layout", ["columns", "interleaved", "sequential"])
@pytest.mark.parametrize("name", SAMPLES)
def test_each_block_of_a_bilingual_page_carries_its_language(name, layout):
    page = tree(SAMPLES[name]("bilingual", layout))
    assert page.get("lang") == "zh-CN"
    blocks = page.cssselect("main p, main h1, main h2, main li, main td, main th, main blockquote, main figcaption p")
    assert len(blocks) > 5
    for one in blocks:
        text = "".join(piece for piece in one.itertext()).strip()
        if one.cssselect("mark, pre") or not text or not one.xpath("ancestor-or-self::*[@lang][not(self::html)]"):
            assert one.cssselect("[lang]") or not text, text
            continue
        han = len(re.findall("[\u4e00-\u9fff]", text))
        latin = len(re.findall("[A-Za-z]", text))
        if han or latin:
            assert nearest_lang(one) == ("zh-CN" if han > latin // 4 else "en"), text
    assert [h1.xpath("ancestor::*[@lang][1]/@lang") for h1 in page.cssselect("h1")] == [["zh-CN"], ["en"]]


def test_an_english_source_comes_first_in_its_bilingual_edition():
    both = readout("bilingual")
    page = tree(replace(both, renditions=both.renditions[::-1]))
    assert page.get("lang") == "en"
    assert [one.get("lang") for one in page.cssselect("header.row > div")] == ["en", "zh-CN"]


def test_rows_pair_the_blocks_and_share_the_images():
    page = tree(notice("bilingual", "columns"))
    assert len(page.cssselect("main img")) == 2
    figure = page.cssselect("main figure")[0]
    assert figure.cssselect("img")[0].get("alt") == "雪线以下的林区山脊"
    assert [(p.get("lang"), p.text) for p in figure.cssselect("figcaption p")] == [
        ("en", "A forest ridge below the snow line"),
        ("zh-CN", "岭北林区，巡护员每天巡山两次。"),
        ("en", "The forests of Lingbei, where rangers walk the hills twice a day."),
    ]
    assert all([one.get("lang") for one in row] == ["zh-CN", "en"] for row in page.cssselect(".row"))
    assert len(tree(notice("bilingual", "sequential")).cssselect("main img")) == 4


def test_a_shared_image_without_words():
    both = replace(notice("bilingual"))
    bare = tuple(
        replace(one, wording=replace(one.wording, image=Figure(path="images/ridge.png", alt=""), blocks=()))
        for one in both.renditions
    )
    page = render_html(replace(both, renditions=bare)).decode()
    assert '<figure>\n<div lang="zh-CN"><img src="ridge.png" alt="" width="640" height="360"></div>\n</figure>' in page


def test_renditions_of_unequal_length_lose_nothing():
    both = readout("bilingual")
    chinese, english = both.renditions
    longer = replace(english, wording=replace(english.wording, blocks=(*english.wording.blocks, paragraph("The end."))))
    assert "<p>The end.</p>" in render_html(replace(both, renditions=(chinese, longer))).decode()


def test_lists():
    item = ListItem(blocks=(paragraph("a"), List(items=(ListItem(blocks=(paragraph("b"),)),))))
    assert body(List(items=(item,), ordered=True, start=3)) == (
        '<ol start="3">\n<li>a\n<ul>\n<li>b</li>\n</ul></li>\n</ol>'
    )
    assert body(List(items=(ListItem(blocks=(paragraph("a"),)),), tight=False)) == "<ul>\n<li><p>a</p></li>\n</ul>"
    quoted = ListItem(blocks=(Quote(blocks=(paragraph("q"),)),))
    assert "<li><blockquote>" in body(List(items=(quoted, ListItem(blocks=()))))


def test_tables_scroll_and_name_their_columns():
    page = tree(statistics("en"))
    (region,) = page.cssselect(".scroll")
    assert (region.get("role"), region.get("tabindex"), region.get("aria-label")) == ("region", "0", "Table 1")
    assert {cell.get("scope") for cell in page.cssselect("th")} == {"col"}
    assert [cell.get("class") for cell in page.cssselect("th")] == ["left", "right", "right", "center"]
    table = Table(header=statistics("en").primary.wording.blocks[3].header, rows=(), alignments=())
    assert '<th scope="col">Indicator</th>' in body(table)


def test_footnotes_link_both_ways():
    reference = FootnoteReference("a")
    release = with_blocks(
        paragraph("one", reference, " two", reference, FootnoteReference("gone")),
        footnotes=(
            Footnote(label="a", blocks=(paragraph("first", FootnoteReference("b")),)),
            Footnote(label="b", blocks=(paragraph("second"),)),
        ),
    )
    page = tree(release)
    ids = [element.get("id") for element in page.cssselect("[id]")]
    assert len(ids) == len(set(ids))
    targets = [link.get("href") for link in page.cssselect("a.note, a.back")]
    assert {target[1:] for target in targets} <= set(ids)
    assert [link.get("href") for link in page.cssselect("a.back")] == [
        "#reference-en-1-1",
        "#reference-en-1-2",
        "#reference-en-2-1",
    ]
    assert page.cssselect("a.back")[0].get("aria-label") == "Back to the text: note 1"
    assert page.cssselect("a.note")[0].get("aria-label") == "Note 1"
    assert "[gone]" in page.text_content()
    both = [element.get("id") for element in tree(notice("bilingual", "columns")).cssselect("[id]")]
    assert len(both) == len(set(both))


def test_links_and_what_is_no_link():
    assert body(paragraph(Link((Text("a"),), "https://a.example/?b&c", 'say "so"'))) == (
        '<p><a href="https://a.example/?b&amp;c" title="say &#34;so&#34;">a</a></p>'
    )
    assert body(paragraph(Link((Text("a"),), "javascript:alert(1)"))) == "<p>a (javascript:alert(1))</p>"
    assert body(paragraph(Link((Text("a"),), ""))) == "<p>a</p>"
    base = readout("en")
    site = replace(base.primary.site, url="javascript:x")
    page = tree(replace(base, renditions=(replace(base.primary, site=site),)))
    assert page.cssselect(".name span")[0].text == site.name


def test_images():
    picture = paragraph("see ", Picture("a b.png", 'the "map"'))
    assets = {"a b.png": asset("map 1.png", 3, 2)}
    assert body(picture, assets=assets) == (
        '<p>see <img src="map%201.png" alt="the &#34;map&#34;" width="3" height="2"></p>'
    )
    assert body(picture) == '<p>see <span class="missing">Image not available: the &#34;map&#34;</span></p>'
    assert "Image not available: gone.png" in body(Figure(path="gone.png", alt=""))


def test_inline_marks():
    assert (
        body(paragraph(Strong((Text("a"), CodeSpan((Text("<b>"),))))))
        == "<p><strong>a<code>&lt;b&gt;</code></strong></p>"
    )
    assert body(Heading(level=9, content=(Text("deep"),))) == "<h6>deep</h6>"


def test_a_draft_says_so_and_marks_what_is_open():
    page = tree(draft("en"))
    assert page.cssselect(".alert")[0].text == "DRAFT – NOT FOR PUBLICATION"
    assert page.cssselect('meta[name="robots"]')[0].get("content") == "noindex, nofollow"
    marks = [(mark.get("lang"), mark.get("title")) for mark in page.cssselect("mark")]
    assert marks == [("zh-CN", "Not translated yet"), ("en", "Translation not confirmed")]
    wording = replace(readout("en").primary.wording, title="On 〖会议〗")
    open_title = replace(draft("en"), renditions=(replace(draft("en").primary, wording=wording),))
    assert 'On <mark lang="zh-CN" title="Not translated yet">〖会议〗</mark></h1>' in render_html(open_title).decode()
    assert "<mark" not in render_html(replace(open_title, draft=False)).decode()
    assert not tree(readout("en")).cssselect('.alert, meta[name="robots"]')
    assert "<mark" in body(paragraph(Pending((Text("x"),))))


def test_the_embargo_stands_at_the_very_top():
    page = tree(embargoed("bilingual"))
    header = page.cssselect("header.masthead")[0]
    assert [(line.get("lang"), line.text) for line in header.cssselect(".alert")] == [
        ("zh-CN", "北京时间2024年12月25日10时前不得发布"),
        ("en", "EMBARGOED UNTIL 10:00 (UTC+8), December 25, 2024"),
    ]
    assert header[0].get("class") == "alert"


def test_control_characters_and_broken_text_stay_out():
    page = render_html(with_blocks(paragraph("a\x00b\x1b[0m\ud800c\u2028d")))
    assert "<p>ab[0m\ufffdc d</p>" in page.decode()
    titled = replace(readout("en").primary.wording, title="t\x00\ud800", keywords=("k\x07",), column="c\x1b")
    base = readout("en")
    whole = render_html(replace(base, renditions=(replace(base.primary, wording=titled),))).decode()
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", whole)


def test_a_tower_of_quotations_is_refused():
    quote = Quote(blocks=(paragraph("x"),))
    for _ in range(3000):
        quote = Quote(blocks=(quote,))
    with pytest.raises(ArticleError):
        render_html(with_blocks(quote))


@given(st.text(min_size=1))
def test_every_character_of_a_paragraph_reaches_the_page(text):
    page = tree(with_blocks(paragraph(text)))
    shown = page.cssselect("article > p")[0].text_content()
    clean = re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f]", "", text).replace("\u2028", " ").replace("\u2029", " ")
    assert shown == re.sub("[\ud800-\udfff]", "\ufffd", clean)


def test_the_same_release_gives_the_same_bytes():
    assert render_html(notice("bilingual")) == render_html(notice("bilingual"))
    assert max(len(render_html(make("bilingual", "columns"))) for make in SAMPLES.values()) < 60_000
