"""What a document says, and with which of Word's means."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from support.documents import NAMES, Word, rendered, word
from support.releases import notice, paragraph, statistics

from govpub.model.block import CodeBlock, Figure, Footnote, List, ListItem, Paragraph, Quote, Table
from govpub.model.inline import Emphasis, FootnoteReference, Link, Pending, Picture, Strong, Text, plain_text
from govpub.render.docx import render_docx

W = f"{{{NAMES['w']}}}"


def _document(*blocks, footnotes=(), edition="zh-CN", **changes) -> Word:
    release = notice(edition)
    rendition = release.primary
    wording = replace(rendition.wording, blocks=blocks, footnotes=footnotes)
    return Word(render_docx(replace(release, renditions=(replace(rendition, wording=wording),), **changes)))


def _numbering(document: Word) -> list[tuple[str, str, str]]:
    """Return list number, level and text of each numbered paragraph."""
    found = document.find("//w:p[w:pPr/w:numPr]")
    path = ("string(w:pPr/w:numPr/w:numId/@w:val)", "string(w:pPr/w:numPr/w:ilvl/@w:val)", "string(.)")
    return [tuple(str(p.xpath(each, namespaces=NAMES)) for each in path) for p in found]


def _items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(ListItem(blocks=(paragraph(text),)) for text in texts)


# Furniture


def test_the_release_is_framed_by_what_it_is_and_whose() -> None:
    document = word("notice", "zh-CN")
    assert document.paragraphs("Masthead") == ["云泽省人民政府2024年第119号"]
    assert document.paragraphs("Title") == ["关于做好今冬明春森林草原防灭火工作的通知"]
    assert document.paragraphs("Summary") == ["全省即日起进入森林草原防火期，严禁野外用火。"]
    assert document.paragraphs("Date") == ["更新时间：2024.12.26｜来源：云泽省应急管理厅"]
    assert document.paragraphs("Contact") == ["联系方式：云泽省应急管理厅，press@yjt.yunze.example"]
    assert document.paragraphs("Imprint") == [
        "关键词：森林草原防灭火；通知",
        "主办单位：云泽省人民政府办公厅",
        "运行维护：云泽省政务网络中心",
        "网站标识码：9900000001｜云泽ICP备00000001号",
        "云泽公网安备00000000000001号",
        "https://www.yunze.example/",
    ]
    assert word("statistics", "en").paragraphs("Subtitle") == ["GDP up 5.4 percent year on year"]


def test_an_origin_that_fits_stands_in_one_line() -> None:
    release = notice("en")
    wording = replace(release.primary.wording, source="Press Office", author="General Division")
    document = Word(render_docx(replace(release, renditions=(replace(release.primary, wording=wording),))))
    assert document.paragraphs("Date") == ["Updated: 2024.12.26 | Source: Press Office | Author: General Division"]


def test_an_origin_too_long_for_a_line_has_a_line_for_each_part() -> None:
    (date,) = word("statistics", "en").find("//w:p[w:pPr/w:pStyle/@w:val='Date']")
    assert len(date.findall(f"{W}r/{W}br")) == 2
    assert "|" not in word("statistics", "en").paragraphs("Date")[0]


@pytest.mark.parametrize(("setting", "groups"), [("zh-CN", 1), ("en", 1), ("sequential", 2), ("interleaved", 4)])
def test_the_last_page_has_text_on_it(setting: str, groups: int) -> None:
    body = word("statistics", setting).find("/w:document/w:body/w:p")
    styles = [p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES) for p in body]
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in body]
    for place, style in enumerate(styles):
        if style == "Contact" and styles[place - 1].startswith("BodyText"):
            assert kept[place - 1], "the end of the text goes along with what stands below it"
    ends = [not keep for style, keep in zip(styles, kept, strict=True) if style in ("Contact", "Rule", "Imprint")]
    assert sum(ends) == groups


def test_the_order_of_the_parts() -> None:
    styles = word("notice", "zh-CN").find("/w:document/w:body/w:p/w:pPr/w:pStyle/@w:val")
    wanted = ["Masthead", "Title", "Date", "Summary", "Figure", "Caption", "BodyTextFirstIndent", "Heading1", "Contact"]
    places = [styles.index(style) for style in wanted]
    assert places == sorted(places)


def test_what_a_site_does_not_say_is_left_out() -> None:
    release = notice("zh-CN")
    site = replace(
        release.primary.site, host="", operator="", identification_code="", icp="", security_record="", url=""
    )
    wording = replace(release.primary.wording, keywords=(), contact="", summary="", source="", image=None)
    bare = replace(release, renditions=(replace(release.primary, site=site, wording=wording),), release_number="")
    document = Word(render_docx(bare))
    assert document.paragraphs("Masthead") == ["云泽省人民政府"]
    assert document.paragraphs("Date") == ["更新时间：2024.12.26"]
    assert not any(document.paragraphs(style) for style in ("Imprint", "Contact", "Summary", "Subtitle"))


@pytest.mark.parametrize("setting", ["zh-CN", "en", "columns", "interleaved", "sequential"])
def test_the_embargo_comes_before_everything(setting: str) -> None:
    document = word("embargoed", setting)
    first = document.find("string(/w:document/w:body/w:p[1]/w:pPr/w:pStyle/@w:val)")
    assert first == "EmbargoLine"
    wanted = {"zh": "北京时间2024年12月25日10时前不得发布", "en": "EMBARGOED UNTIL 10:00 (UTC+8), December 25, 2024"}
    languages = ["zh" if setting == "zh-CN" else "en"] if setting in ("zh-CN", "en") else ["zh", "en"]
    assert document.paragraphs("EmbargoLine") == [wanted[language] for language in languages]
    assert not word("statistics", setting).paragraphs("EmbargoLine")


@pytest.mark.parametrize("setting", ["columns", "interleaved", "sequential"])
def test_a_draft_says_so_and_shows_what_is_open(setting: str) -> None:
    document = word("draft", setting)
    assert document.paragraphs("DraftLine") == ["草稿——不得发布", "DRAFT – NOT FOR PUBLICATION"]
    text = document.text()
    assert "〖会议还研究了其他事项。〗" in text
    open_runs = document.find("//w:r[w:rPr/w:shd/@w:fill='FFE08A']")
    assert "".join(run.xpath("string(w:t)", namespaces=NAMES) for run in open_runs).count("〖") == 2
    assert "〖党组（扩大）会议〗" in text
    assert document.find("//w:r[w:rPr/w:rStyle/@w:val='Unconfirmed']")
    assert not word("readout", setting).find("//w:shd[@w:fill='FFE08A' or @w:fill='CFE8FF']")


def test_brackets_of_a_text_that_is_no_draft_are_text() -> None:
    release = notice("zh-CN")
    wording = replace(release.primary.wording, title="关于〖公开〗的通知")
    document = Word(render_docx(replace(release, renditions=(replace(release.primary, wording=wording),))))
    assert not document.find("//w:shd[@w:fill='FFE08A']")
    assert document.paragraphs("Title") == ["关于〖公开〗的通知"]


def test_pages_are_numbered_and_later_ones_name_the_site() -> None:
    document = word("notice", "columns")
    assert document.find("//w:fldSimple/@w:instr", "word/footer1.xml") == [" PAGE "]
    assert document.text("word/footer1.xml") == "— 1 —"
    assert document.find("//w:titlePg")
    assert document.text("word/header1.xml").splitlines() == [
        "云泽省人民政府2024年第119号",
        "The People’s Government of Yunze ProvinceRelease No. 2024-119",
    ]
    types = document.find("//w:footerReference/@w:type")
    assert types == ["default", "first"], "the first page has its number too"


@pytest.mark.parametrize(
    ("sample", "notices"),
    [
        ("readout", []),
        ("draft", ["草稿——不得发布", "DRAFT – NOT FOR PUBLICATION"]),
        ("embargoed", ["北京时间2024年12月25日10时前不得发布", "EMBARGOED UNTIL 10:00 (UTC+8), December 25, 2024"]),
    ],
)
def test_every_page_says_that_it_may_not_go_out(sample: str, notices: list[str]) -> None:
    heads = word(sample, "columns").text("word/header1.xml").splitlines()
    assert heads[:-2] == notices
    parts = [word(sample, "sequential").text(f"word/header{number}.xml").splitlines() for number in (1, 2)]
    assert [head[:-1] for head in parts] == ([[notice] for notice in notices] or [[], []])


def test_the_document_says_what_it_is() -> None:
    def said(name: str, setting: str = "columns") -> str:
        return word("notice", setting).find(f"string(//{name})", "docProps/core.xml")

    assert said("dc:title").startswith("关于做好今冬明春森林草原防灭火工作的通知 / Notice on")
    assert (said("dc:language"), said("dc:language", "en")) == ("zh-CN, en", "en")
    assert said("dc:creator") == said("cp:lastModifiedBy") == "云泽省应急管理厅"
    assert said("dc:subject") == "2024-119"
    assert said("dcterms:created") == "2024-12-25T01:30:00Z"
    assert said("dcterms:modified") == "2024-12-26T00:05:00Z"
    assert "森林草原防灭火; 通知" in said("cp:keywords")


@pytest.mark.parametrize(
    ("published", "created"),
    [
        (datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))), "0001-01-01T00:00:00Z"),
        (datetime(2024, 2, 29, 23, 59, 59, 5, tzinfo=UTC), "2024-02-29T23:59:59Z"),
    ],
)
def test_no_date_is_too_far_away(published: datetime, created: str) -> None:
    document = _document(published=published)
    assert document.find("string(//dcterms:created)", "docProps/core.xml") == created


# Blocks


def test_headings_have_words_own_styles_and_outline_levels() -> None:
    document = word("notice", "zh-CN")
    assert document.paragraphs("Heading1") == ["一、严格管理火源", "二、加强值守和报告"]
    for depth in range(1, 6):
        (style,) = document.find(f"//w:style[w:name/@w:val='heading {depth}']", "word/styles.xml")
        assert style.xpath("string(w:pPr/w:outlineLvl/@w:val)", namespaces=NAMES) == str(depth - 1)
        assert style.find(f"{W}pPr/{W}keepNext") is not None
    assert document.find("//w:style[w:name/@w:val='Title']", "word/styles.xml")


def test_lists_are_numbered_by_word() -> None:
    document = word("notice", "zh-CN")
    numbered = _numbering(document)
    texts = {text: (number, level) for number, level, text in numbered}
    outer, inner = texts["进入林区的车辆和人员应当接受检查："], texts["不得吸烟、烧烤、燃放烟花爆竹；"]
    assert (outer[1], inner[1]) == ("0", "1")
    assert outer[0] != inner[0]
    assert "有效期至2025年5月31日。" not in texts, "a second paragraph of an item has no number"
    (second,) = document.find("//w:p[w:r/w:t='有效期至2025年5月31日。']")
    indent = second.xpath("string(w:pPr/w:ind/@w:left)", namespaces=NAMES)
    (level,) = document.find("//w:abstractNum[@w:abstractNumId='3']/w:lvl[@w:ilvl='0']", "word/numbering.xml")
    assert indent == level.xpath("string(w:pPr/w:ind/@w:left)", namespaces=NAMES), "it stands below the first one"
    assert not any(text[0].isdigit() for text in texts), "the number is no text"


def test_every_list_begins_with_its_own_number() -> None:
    first, second = List(items=_items("甲"), ordered=True), List(items=_items("乙", "丙"), ordered=True, start=7)
    document = _document(first, second, List(items=_items("丁"), start=5))
    numbers = [number for number, _level, _text in _numbering(document)]
    assert numbers == ["1", "2", "2", "3"]
    starts = document.find("//w:num/w:lvlOverride/w:startOverride/@w:val", "word/numbering.xml")
    assert starts == ["1", "7", "1"], "a bullet has no start"


def test_numbers_below_the_first_level_are_those_of_the_language() -> None:
    def patterns(definition: int) -> list[str]:
        path = f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl/w:lvlText/@w:val"
        return word("notice", "zh-CN").find(path, "word/numbering.xml")[:3]

    assert patterns(3) == ["%1.", "（%2）", "%3"]
    assert patterns(2) == ["%1.", "(%2)", "%3."]


def test_a_list_deeper_than_word_can_count_stays_on_its_last_level() -> None:
    block = List(items=_items("底"), ordered=True)
    for _depth in range(12):
        block = List(items=(ListItem(blocks=(paragraph("层"), block)),), ordered=True)
    levels = [int(level) for _number, level, _text in _numbering(_document(block))]
    assert levels == [*range(9), 8, 8, 8, 8]


def test_an_item_that_begins_with_something_else_has_its_number_all_the_same() -> None:
    table = next(block for block in statistics().primary.wording.blocks if isinstance(block, Table))
    document = _document(List(items=(ListItem(blocks=(table,)), ListItem(blocks=())), ordered=True))
    assert [text for _number, _level, text in _numbering(document)] == ["", ""]


def test_a_quotation_holds_what_it_holds_further_in() -> None:
    quote = Quote(blocks=(paragraph("外"), Quote(blocks=(paragraph("内"),)), List(items=_items("项"), ordered=True)))
    document = _document(quote)
    assert document.paragraphs("Quote") == ["外", "内"]
    lefts = [int(p.get(f"{W}left")) for p in document.find("//w:p[w:pPr/w:pStyle/@w:val='Quote']/w:pPr/w:ind")]
    assert lefts[1] == 2 * lefts[0]
    (item,) = document.find("//w:p[w:pPr/w:numPr]/w:pPr/w:ind")
    assert int(item.get(f"{W}left")) > lefts[0]


def test_a_list_inside_a_list_inside_a_quotation_goes_further_in_each_time() -> None:
    inner = List(items=(ListItem(blocks=(paragraph("三"), Quote(blocks=(paragraph("四"),)))),))
    outer = List(items=(ListItem(blocks=(paragraph("二"), inner)),))
    document = _document(Quote(blocks=(paragraph("一"), outer)))
    lefts = [
        int(document.find(f"string(//w:p[w:r/w:t='{text}']/w:pPr/w:ind/@w:left)")) for text in ("一", "二", "三", "四")
    ]
    assert all(left < right for left, right in pairwise(lefts))


@pytest.mark.parametrize("setting", ["zh-CN", "en"])
def test_a_table_repeats_its_header_and_sets_its_columns(setting: str) -> None:
    document = word("statistics", setting)
    (table,) = document.find("//w:tbl")
    rows = table.findall(f"{W}tr")
    assert [bool(row.xpath("w:trPr/w:tblHeader", namespaces=NAMES)) for row in rows] == [True] + [False] * 5
    for row in rows[1:]:
        assert row.xpath("w:tc/w:p/w:pPr/w:jc/@w:val", namespaces=NAMES) == ["left", "right", "right", "center"]
    widths = [int(width) for width in table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NAMES)]
    assert sum(widths) == 11906 - 1587 - 1474
    assert widths[0] == max(widths), "the widest column is that of the longest texts"
    assert table.xpath("string(w:tblPr/w:tblStyle/@w:val)", namespaces=NAMES) == "TableGrid"


def test_columns_have_room_for_their_longest_word() -> None:
    (table,) = word("statistics", "columns").find("//w:tc[2]//w:tbl")
    widths = [int(width) for width in table.xpath("w:tblGrid/w:gridCol/@w:w", namespaces=NAMES)]
    assert widths[1] >= len("quarters") * 90 + 180


def test_a_table_with_words_longer_than_the_page_still_fits_it() -> None:
    cell = replace(statistics().primary.wording.blocks[3].header[0], content=(Text("x" * 500),))
    document = _document(Table(header=(cell, cell), rows=(), alignments=("", "")))
    assert sum(int(width) for width in document.find("//w:gridCol/@w:w")) == 11906 - 1587 - 1474


def test_images_stand_in_the_line_with_their_text_and_fit() -> None:
    document = word("notice", "zh-CN")
    first, second = document.find("//wp:docPr")
    assert first.get("descr") == "雪线以下的林区山脊"
    assert second.get("descr") == "隔离带示意图：林地之间留出的空地"
    for extent in document.find("//wp:extent"):
        width, height = int(extent.get("cx")), int(extent.get("cy"))
        assert width <= 156 * 36000 + 20000
        assert width / height == pytest.approx(640 / 360, rel=1e-3)
    assert len([name for name in document.archive.namelist() if "media" in name]) == 1, "one file for both"
    assert document.paragraphs("Caption")[1] == "图1　隔离带的宽度不少于30米"


@pytest.mark.parametrize(("width", "height"), [(40, 30), (4000, 90), (90, 4000), (100_000, 1)])
def test_no_image_is_larger_than_its_pixels_the_room_or_half_a_page(width: int, height: int) -> None:
    asset = replace(next(iter(notice().assets.values())), width=width, height=height)
    document = _document(Figure(path="x.png", alt="图"), assets={"x.png": asset})
    extent = document.find("//wp:extent")[-1]
    emu = int(extent.get("cx")), int(extent.get("cy"))
    assert 0 < emu[0] <= min(width * 9525, 8845 * 635)
    assert 0 < emu[1] <= min(height * 9525, int(12756 * 0.55) * 635)


def test_an_image_that_is_missing_is_said_in_words() -> None:
    document = _document(
        Figure(path="gone.png", alt="火线", caption="图说"), paragraph("见", Picture("gone.png", "小图")), assets={}
    )
    assert "图片暂缺：火线" in document.paragraphs("Caption")
    assert "图说" in document.paragraphs("Caption")
    assert "见图片暂缺：小图" in document.text()


def test_a_picture_in_a_line_is_not_cut_by_an_exact_line() -> None:
    path = next(iter(notice().assets))
    document = _document(paragraph("图标", Picture(path, "标志"), "在此"))
    (line,) = document.find("//w:p[w:r/w:t='图标']/w:pPr/w:spacing")
    assert line.get(f"{W}lineRule") == "auto"


def test_literal_text_keeps_its_lines_spaces_and_tabs() -> None:
    document = word("notice", "zh-CN")
    (code,) = document.find("//w:p[w:pPr/w:pStyle/@w:val='HTMLPreformatted']")
    assert code.xpath("count(w:r/w:br)", namespaces=NAMES) == 1
    texts = code.xpath("w:r/w:t", namespaces=NAMES)
    assert texts[1].text.startswith("  现场")
    assert texts[1].get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert _document(CodeBlock(text="甲\t乙")).find("//w:r[w:tab][w:t='甲'][w:t='乙']")
    assert _document(paragraph("甲\t乙")).find("//w:r[w:tab][w:t='甲'][w:t='乙']")


# Links and notes


def test_addresses_become_links_when_they_lead_somewhere() -> None:
    document = _document(
        paragraph(
            *(
                Link((Text(href),), href)
                for href in ("https://x.example/?a=1&b=2", "mailto:a@x.example", "tel:12119", "HTTP://x.example")
            ),
            *(
                Link((Text(href),), href)
                for href in ("../up.html", "#part", "javascript:alert(1)", "file:///etc/passwd")
            ),
            Link((Text("again"),), "tel:12119"),
        )
    )
    targets = document.targets()
    linked = {
        link.xpath("string(.)", namespaces=NAMES): targets[link.get(f"{{{NAMES['r']}}}id")]
        for link in document.find("//w:hyperlink")
    }
    assert linked == {
        "https://x.example/?a=1&b=2": "https://x.example/?a=1&b=2",
        "mailto:a@x.example": "mailto:a@x.example",
        "tel:12119": "tel:12119",
        "HTTP://x.example": "HTTP://x.example",
        "again": "tel:12119",
    }
    for text in ("../up.html", "#part", "javascript:alert(1)", "file:///etc/passwd"):
        assert text in document.text(), "shown, but no link"
    modes = document.find("//rel:Relationship[@TargetMode='External']", "word/_rels/document.xml.rels")
    assert len(modes) == 4, "the second link to an address uses the first one's relationship"


def test_a_link_in_a_link_is_one_link() -> None:
    inner = Link((Text("内"),), "https://b.example/")
    document = _document(paragraph(Link((Text("外"), inner, Strong((Text("强"),))), "https://a.example/")))
    (link,) = document.find("//w:hyperlink")
    assert link.xpath("string(.)", namespaces=NAMES) == "外内强"


def test_footnotes_are_words_own() -> None:
    document = word("notice", "zh-CN")
    assert document.find("//w:footnoteReference/@w:id") == ["1", "2"]
    notes = document.find("//w:footnote[not(@w:type)]", "word/footnotes.xml")
    assert [note.xpath("string(.)", namespaces=NAMES).strip() for note in notes] == [
        "条例全文见省政府网站。",
        "拨打免费。少数民族地区提供双语接警服务。",
    ]
    assert all(note.xpath("count(.//w:footnoteRef)", namespaces=NAMES) == 1 for note in notes)
    assert document.find("//w:footnote[@w:type]/@w:type", "word/footnotes.xml") == [
        "separator",
        "continuationSeparator",
    ]
    assert list(document.targets("word/_rels/footnotes.xml.rels").values()) == ["https://www.yunze.example/act"]


@pytest.mark.parametrize("setting", ["columns", "interleaved"])
def test_languages_on_one_page_share_their_notes(setting: str) -> None:
    document = word("notice", setting)
    assert document.find("//w:footnoteReference/@w:id") == ["1", "2"]
    assert document.find("//w:hyperlink[starts-with(@w:anchor, 'note_')]/w:r/w:t/text()") == ["1", "2"]
    first, _second = document.find("//w:footnote[not(@w:type)]", "word/footnotes.xml")
    assert [p.xpath("string(.)", namespaces=NAMES).strip() for p in first] == [
        "条例全文见省政府网站。",
        "Full text: website of the provincial government.",
    ]
    assert set(document.find("//w:hyperlink/@w:anchor")) <= set(document.find("//w:bookmarkStart/@w:name"))


def test_each_language_of_a_sequence_has_notes_of_its_own() -> None:
    document = word("notice", "sequential")
    assert document.find("//w:footnoteReference/@w:id") == ["1", "2", "3", "4"]


def test_a_note_that_is_referred_to_twice_stands_once() -> None:
    note = Footnote(label="n", blocks=(paragraph("注文"),))
    document = _document(paragraph("一", FootnoteReference("n"), "二", FootnoteReference("n")), footnotes=(note,))
    assert len(document.find("//w:footnoteReference")) == 1
    assert document.find("//w:hyperlink[@w:anchor='note_1']/w:r/w:t/text()") == ["1"]


def test_notes_of_any_content() -> None:
    inside = (List(items=_items("项"), ordered=True), paragraph("又见", FootnoteReference("b"), FootnoteReference("a")))
    notes = (Footnote(label="a", blocks=inside), Footnote(label="b", blocks=()), Footnote(label="c", blocks=()))
    marks = paragraph("文", FootnoteReference("a"), FootnoteReference("b"), FootnoteReference("unknown"))
    document = _document(marks, footnotes=notes)
    assert len(document.find("//w:footnote[not(@w:type)]", "word/footnotes.xml")) == 3
    assert not document.find("//w:footnoteReference", "word/footnotes.xml"), "Word has no notes of notes"
    assert "又见21" in document.text("word/footnotes.xml")


def test_marks_pile_up() -> None:
    content = (Pending((Strong((Emphasis((Text("紧急"),)),)),), fuzzy=True),)
    document = _document(Paragraph(content=content), draft=True)
    (run,) = document.find("//w:r[w:t='紧急']")
    names = [child.tag.removeprefix(W) for child in run.find(f"{W}rPr")]
    assert names == ["rStyle", "rFonts", "b", "bCs", "shd", "em", "lang"]


# Layouts


def test_columns_put_each_block_in_one_row_under_a_header_that_is_repeated() -> None:
    document = word("notice", "columns")
    tables = document.find("/w:document/w:body/w:tbl")
    for table in tables:
        (header,) = table.xpath("w:tr[w:trPr/w:tblHeader]", namespaces=NAMES)
        assert header.xpath("w:tc/w:p/w:r/w:t/text()", namespaces=NAMES) == ["中文", "English"]
        assert header is table.find(f"{W}tr")
    rows = [row for table in tables for row in table.findall(f"{W}tr")[1:]]
    assert all(len(row.findall(f"{W}tc")) == 2 for row in rows)
    blocks = [rendition.wording.blocks for rendition in rendered("notice", "columns").renditions]
    shared = sum(isinstance(block, Figure) for block in blocks[0])
    assert len(rows) == len(blocks[0]) - shared + 5, "title, date, summary; contact, imprint"
    assert len(tables) == shared + 2, "a picture, the leading one too, stands once between two tables"
    assert len(document.find("//wp:inline")) == shared + 1
    assert not document.find("//w:tc//wp:inline | //w:gridSpan")
    pairs = [[cell.xpath("string(.)", namespaces=NAMES) for cell in row.findall(f"{W}tc")] for row in rows]
    for ours, theirs in zip(*blocks, strict=True):
        if isinstance(ours, Paragraph) and not any(isinstance(node, FootnoteReference) for node in ours.content):
            assert [plain_text(ours.content).replace(" ", ""), plain_text(theirs.content).replace(" ", "")] in [
                [text.replace(" ", "") for text in pair] for pair in pairs
            ]


def test_interleaved_sets_block_after_block_and_shared_things_once() -> None:
    document = word("notice", "interleaved")
    headings = document.paragraphs("Heading1")
    assert headings == [
        "一、严格管理火源",
        "I. Strict control of fire sources",
        "二、加强值守和报告",
        "II. Duty and reporting",
    ]
    assert len(document.find("//wp:inline")) == 2
    assert len(document.paragraphs("HTMLPreformatted")) == 1
    assert document.find("//wp:docPr/@descr")[1].count(" / ") == 1, "its text in both languages"
    assert document.paragraphs("Caption")[2:] == [
        "图1　隔离带的宽度不少于30米",
        "Figure 1. A firebreak is at least 30 meters wide",
    ]


def test_sequential_gives_each_language_pages_of_its_own() -> None:
    document = word("notice", "sequential")
    assert len(document.find("//w:sectPr")) == 2
    (inner,) = document.find("//w:p/w:pPr/w:sectPr")
    assert inner.xpath("string(w:type/@w:val)", namespaces=NAMES) == "nextPage"
    text = document.text()
    assert text.index("云泽省政务网络中心") < text.index("Notice on Forest")
    headers = [document.text(f"word/header{number}.xml") for number in (1, 2)]
    assert "云泽省人民政府" in headers[0]
    assert "The People’s Government" in headers[1]


def test_what_one_language_lacks_is_an_empty_cell() -> None:
    release = notice("bilingual", "columns")
    source, target = release.renditions
    bare = replace(target, wording=replace(target.wording, summary="", contact=""))
    empty = (Quote(blocks=()),)
    both = [replace(each, wording=replace(each.wording, blocks=empty)) for each in (source, bare)]
    document = Word(render_docx(replace(release, renditions=tuple(both))))
    assert document.paragraphs("Summary") == ["全省即日起进入森林草原防火期，严禁野外用火。"]
    assert not document.find("//w:tc[not(*[last()][self::w:p])]")


def test_interleaved_does_without_a_lead_picture() -> None:
    assert not word("readout", "interleaved").find("//wp:inline")
