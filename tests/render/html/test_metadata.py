"""What harvesters, search engines and other sites read of a page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from lxml import html as lxml_html
from support.releases import addressed, embargoed, notice, readout, statistics

from govpub.locales import EN, ZH_CN
from govpub.model.release import Site
from govpub.render.html import render_html

EDITIONS = ("bilingual", "zh-CN", "en")
HOST = "https://www.yunze.example"


def tree(release):
    return lxml_html.document_fromstring(render_html(release).decode())


def named(release, attribute="name"):
    metas = tree(release).cssselect(f"meta[{attribute}]")
    return [(one.get(attribute), one.get("content")) for one in metas]


def data(release):
    (block,) = tree(release).cssselect("script")
    assert block.get("type") == "application/ld+json"
    return json.loads(block.text)


def alternates(release):
    return {one.get("hreflang"): one.get("href") for one in tree(release).cssselect('link[rel="alternate"]')}


def test_all_page_tags_of_the_guide_in_its_order():
    tags = named(addressed(notice("zh-CN")))
    first = [name for name, _ in tags].index("SiteName")
    assert tags[first:] == [
        ("SiteName", "云泽省人民政府"),
        ("SiteDomain", "www.yunze.example"),
        ("SiteIDCode", "9900000001"),
        ("ColumnName", "通知公告"),
        ("ColumnDescription", "发布全省经济社会发展信息"),
        ("ColumnKeywords", "经济，社会，发展"),
        ("ColumnType", "工作动态"),
        ("ArticleTitle", "关于做好今冬明春森林草原防灭火工作的通知"),
        ("PubDate", "2024-12-25 09:30"),
        ("ContentSource", "云泽省应急管理厅"),
        ("Keywords", "森林草原防灭火，通知"),
        ("Description", "全省即日起进入森林草原防火期，严禁野外用火。"),
        ("Image", f"{HOST}/zh-cn/ridge.png"),
        ("Url", f"{HOST}/zh-cn/fire-season.html"),
    ]


def test_page_tags_keep_their_names_and_speak_the_language_of_the_edition():
    tags = dict(named(addressed(notice("en"))))
    assert tags["ColumnDescription"] == "News on the economy and society of the province"
    assert tags["ColumnType"] == "News"
    assert tags["Url"] == f"{HOST}/en/fire-season.html"


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_edition_names_all_editions_and_itself(edition):
    release = addressed(readout(edition))
    (canonical,) = tree(release).cssselect('link[rel="canonical"]')
    assert canonical.get("href") == f"{HOST}/{edition.lower()}/leading-group-meeting.html"
    assert alternates(release) == {
        "zh-CN": f"{HOST}/zh-cn/leading-group-meeting.html",
        "en": f"{HOST}/en/leading-group-meeting.html",
        "x-default": f"{HOST}/bilingual/leading-group-meeting.html",
    }
    assert canonical.get("href") in alternates(release).values()


def test_without_a_bilingual_edition_the_source_is_the_fallback():
    release = addressed(replace(readout("en"), siblings=("zh-CN",)))
    assert alternates(release)["x-default"] == alternates(release)["zh-CN"]


def test_a_page_without_an_address_or_siblings_names_no_alternates():
    assert alternates(readout("en")) == {}
    assert alternates(addressed(replace(readout("en"), siblings=()))) == {}
    lost = addressed(readout("en"))
    lost = replace(lost, addresses={"zh-CN": lost.addresses["zh-CN"], "bilingual": lost.addresses["bilingual"]})
    assert alternates(lost) == {}
    assert not tree(lost).cssselect('link[rel="canonical"], meta[name="Url"], meta[property="og:url"]')
    assert not tree(notice("en")).cssselect('meta[name="Image"], meta[property="og:image"]')


def test_links_a_reader_follows_stay_relative():
    hrefs = {link.get("href") for link in tree(addressed(readout("en"))).cssselect(".editions a")}
    assert hrefs == {"leading-group-meeting.zh-CN.html", "leading-group-meeting.bilingual.html"}


def test_open_graph():
    assert named(addressed(notice("en")), "property") == [
        ("og:type", "article"),
        ("og:title", "Notice on Forest and Grassland Fire Prevention and Control This Winter and Next Spring"),
        (
            "og:description",
            "The forest and grassland fire season begins today across the province; open fires are banned.",
        ),
        ("og:url", f"{HOST}/en/fire-season.html"),
        ("og:site_name", "The People’s Government of Yunze Province"),
        ("og:locale", "en_US"),
        ("og:locale:alternate", "zh_CN"),
        ("og:image", f"{HOST}/en/ridge.png"),
        ("og:image:type", "image/png"),
        ("og:image:width", "640"),
        ("og:image:height", "360"),
        ("og:image:alt", "A forest ridge below the snow line"),
        ("article:published_time", "2024-12-25T09:30:00+08:00"),
        ("article:modified_time", "2024-12-26T08:05:00+08:00"),
        ("article:section", "Notices"),
        ("article:tag", "forest and grassland fire prevention and control"),
        ("article:tag", "notice"),
    ]


def test_structured_data_of_the_source_and_its_translation():
    chinese, english = data(addressed(notice("zh-CN"))), data(addressed(notice("en")))
    assert chinese["@context"] == "https://schema.org"
    assert chinese["@type"] == "NewsArticle"
    assert chinese["@id"] == f"{HOST}/zh-cn/fire-season.html"
    assert chinese["inLanguage"] == "zh-CN"
    assert chinese["headline"] == "关于做好今冬明春森林草原防灭火工作的通知"
    assert (chinese["datePublished"], chinese["dateModified"]) == (
        "2024-12-25T09:30:00+08:00",
        "2024-12-26T08:05:00+08:00",
    )
    assert chinese["identifier"] == english["identifier"] == "2024-119"
    assert chinese["publisher"] == {
        "@type": "GovernmentOrganization",
        "name": "云泽省人民政府办公厅",
        "url": "https://www.yunze.example/",
    }
    assert chinese["workTranslation"] == {"@type": "NewsArticle", "@id": english["@id"], "inLanguage": "en"}
    assert english["translationOfWork"] == {"@type": "NewsArticle", "@id": chinese["@id"], "inLanguage": "zh-CN"}
    assert "translationOfWork" not in chinese
    assert "workTranslation" not in english


def test_structured_data_of_a_bilingual_page_has_both_works():
    release = addressed(notice("bilingual"))
    both = data(release)["@graph"]
    assert [one["inLanguage"] for one in both] == ["zh-CN", "en"]
    assert both[0]["@id"] == data(addressed(notice("zh-CN")))["@id"]
    assert both[0]["workTranslation"]["@id"] == both[1]["@id"]
    assert both[1]["translationOfWork"]["@id"] == both[0]["@id"]
    alone = data(replace(release, siblings=()))["@graph"]
    assert [one["@id"] for one in alone] == [f"{HOST}/bilingual/fire-season.html#{tag}" for tag in ("zh-CN", "en")]


def test_works_are_named_by_their_files_where_they_have_no_address():
    assert data(readout("en"))["@id"] == "leading-group-meeting.en.html"
    only = replace(readout("en"), siblings=(), written_in=ZH_CN)
    assert "translationOfWork" not in data(only)
    english_source = replace(readout("en"), written_in=EN)
    assert data(english_source)["workTranslation"]["inLanguage"] == "zh-CN"


def test_structured_data_leaves_out_what_is_not_known():
    base = readout("en")
    bare = replace(base.primary, site=Site(name=""), wording=replace(base.primary.wording, source="", keywords=()))
    found = data(replace(base, renditions=(bare,)))
    assert not {"publisher", "sourceOrganization", "image", "identifier", "mainEntityOfPage", "keywords"} & set(found)


def test_no_text_ends_the_block_of_data():
    base = statistics("en")
    title = "</script><!--<script>&amp;\x00\u2028\ud800"
    changed = replace(base, renditions=(replace(base.primary, wording=replace(base.primary.wording, title=title)),))
    page = render_html(changed).decode()
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert not set("<>&") & set(block)
    assert json.loads(block)["headline"] == "</script><!--<script>&amp; \ufffd"


def test_an_embargoed_page_is_not_to_be_indexed():
    assert ("robots", "noindex, nofollow") in named(addressed(embargoed("en")))
