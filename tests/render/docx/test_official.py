"""The layout of an official document: GB/T 9704-2012, clause by clause, in Word's own values."""

import re
from dataclasses import replace

import pytest
from support.documents import NAMES, Word
from support.golden import Golden
from support.official import SETTINGS, long_document, official, official_word
from support.releases import notice, paragraph

from govpub.model.block import Heading
from govpub.model.inline import Text
from govpub.render.docx import render_docx
from govpub.render.docx.titles import headline

MM = 1440 / 25.4
"""Twips of a millimetre."""


def _value(document: Word, path: str, part: str = "word/document.xml") -> str:
    return document.find(f"string({path})", part)


def _style(document: Word, identifier: str, path: str) -> str:
    return _value(document, f"//w:style[@w:styleId='{identifier}']/{path}", "word/styles.xml")


def _shown(document: Word) -> list[tuple[str, str]]:
    """Return style and text of every paragraph of the body."""
    return [
        (
            p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES),
            "".join(p.xpath(".//w:t/text()", namespaces=NAMES)),
        )
        for p in document.find("//w:body//w:p")
    ]


@pytest.mark.parametrize("setting", SETTINGS)
def test_paper_margins_and_grid_are_those_of_clause_5(setting: str) -> None:
    for section in official_word(setting).find("//w:sectPr"):
        margins = section.find("w:pgMar", NAMES)
        found = {side: int(margins.get(f"{{{NAMES['w']}}}{side}")) / MM for side in ("top", "left", "bottom", "right")}
        assert found == pytest.approx({"top": 37, "left": 28, "bottom": 35, "right": 26}, abs=0.1)
        (grid,) = section.findall("w:docGrid", NAMES)
        assert grid.get(f"{{{NAMES['w']}}}type") == "lines"
    assert official_word("zh-CN").find("//w:docGrid/@w:linePitch") == ["579"]


def test_the_text_has_22_lines_of_28_characters() -> None:
    document = long_document()
    spacing = {
        name: int(_style(document, "BodyTextFirstIndent", f"w:pPr/w:spacing/@w:{name}"))
        for name in ("before", "after", "line")
    }
    assert spacing == {"before": 0, "after": 0, "line": 579}
    assert 22 * 579 <= 16838 - 2098 - 1984 < 22 * 580
    pitch = 320 + int(_style(document, "BodyTextFirstIndent", "w:rPr/w:spacing/@w:val"))
    width = 11906 - 1587 - 1474
    assert 28 * pitch <= width < 29 * pitch
    assert _value(document, "//w:rPrDefault/w:rPr/w:sz/@w:val", "word/styles.xml") == "32"


@pytest.mark.parametrize(
    ("style", "font", "size"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("BodyTextFirstIndent", "仿宋_GB2312", "32"),
        ("Heading1", "黑体", "32"),
        ("Heading2", "楷体_GB2312", "32"),
        ("Heading3", "仿宋_GB2312", "32"),
        ("Heading4", "仿宋_GB2312", "32"),
        ("AttachmentLabel", "黑体", "32"),
        ("DocumentMark", "方正小标宋简体", "44"),
        ("DocumentFoot", "仿宋_GB2312", "28"),
        ("FooterOdd", "宋体", "28"),
    ],
)
def test_every_part_has_its_typeface_and_size(style: str, font: str, size: str) -> None:
    document = official_word()
    assert _style(document, style, "w:rPr/w:rFonts/@w:eastAsia") == font
    assert _style(document, style, "w:rPr/w:sz/@w:val") == size
    assert _style(document, style, "w:rPr/w:b/@w:val") == "", "nothing is bold"
    (entry,) = document.find(f"//w:font[@w:name='{font}']", "word/fontTable.xml")
    assert entry.find("w:altName", NAMES) is not None


def test_no_chinese_run_is_bold_but_what_the_author_made_so() -> None:
    assert not official_word().find("//w:b")


def test_the_head_is_red_and_has_the_number_the_article_gives() -> None:
    document = official_word()
    shown = _shown(document)
    assert shown[:3] == [
        ("DocumentMark", "云泽省人民政府办公厅文件"),
        ("DocumentNumber", "云政办发〔2024〕12号"),
        ("RedRule", ""),
    ]
    assert _style(document, "DocumentMark", "w:rPr/w:color/@w:val") == "FF0000"
    assert _style(document, "RedRule", "w:pPr/w:pBdr/w:bottom/@w:color") == "FF0000"
    mark = "//w:p[w:pPr/w:pStyle/@w:val='DocumentMark']"
    assert int(_value(document, f"{mark}/w:pPr/w:spacing/@w:before")) / MM == pytest.approx(35, abs=0.1)
    size = int(_value(document, f"{mark}/w:r/w:rPr/w:sz/@w:val"))
    assert size >= 44
    assert 12 * size * 10 <= 11906 - 1587 - 1474, "one line holds it"
    number = "//w:p[w:pPr/w:pStyle/@w:val='DocumentNumber']"
    assert _value(document, f"{number}/w:pPr/w:spacing/@w:before") == str(2 * 579)
    assert _value(document, "//w:p[w:pPr/w:pStyle/@w:val='Title']/w:pPr/w:spacing/@w:before") == str(2 * 579)


def test_a_number_is_never_invented() -> None:
    facts = replace(official().document, number=None)
    shown = _shown(official_word(document=facts))
    assert not any(style == "DocumentNumber" for style, _text in shown)
    assert "〔" not in "".join(text for _style, text in shown)


def test_a_press_release_in_this_layout_has_nothing_of_a_document() -> None:
    document = Word(render_docx(replace(notice("zh-CN"), preset="gongwen")))
    assert not {"DocumentMark", "DocumentNumber", "RedRule", "Signature", "DocumentFoot"} & {
        style for style, _text in _shown(document)
    }
    assert "主办单位" not in document.text()
    assert not document.find("//w:headerReference")


def test_english_has_the_same_parts_in_its_own_words() -> None:
    texts = [text for _style, text in _shown(official_word("en"))]
    for text in (
        "Document of the General Office of the People’s Government of Yunze Province",
        "Document No. 12 [2024]",
        "People’s governments of all cities; departments of the provincial government:",
        "Attachments:",
        "July 3, 2024",
        "(Contact: General Office, press@yunze.example)",
        "Attachment 1",
        "Copies to: General Office of the CPC Yunze Provincial Committee.",
    ):
        assert text in texts
    assert texts[-3].endswith("Printed on July 5, 2024")


# Headings


def _numbers(document: Word) -> list[tuple[str, str]]:
    path = "//w:p[starts-with(w:pPr/w:pStyle/@w:val, 'Heading')]"
    return [
        (p.xpath("string(w:pPr/w:numPr/w:ilvl/@w:val)", namespaces=NAMES), "".join(p.itertext()))
        for p in document.find(path)
    ]


def test_headings_without_numbers_are_numbered_by_word() -> None:
    document = official_word()
    assert _numbers(document) == [("0", "总体安排"), ("1", "明确范围"), ("2", "水面"), ("3", "近岸"), ("0", "总体安排")]
    (number,) = set(document.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1']/w:pPr/w:numPr/w:numId/@w:val"))
    definition = _value(document, f"//w:num[@w:numId='{number}']/w:abstractNumId/@w:val", "word/numbering.xml")
    levels = document.find(f"//w:abstractNum[@w:abstractNumId='{definition}']/w:lvl", "word/numbering.xml")
    patterns = [level.xpath("string(w:lvlText/@w:val)", namespaces=NAMES) for level in levels]
    assert patterns[:4] == ["%1、", "（%2）", "%3.", "（%4）"]
    kinds = [level.xpath("string(w:numFmt/@w:val)", namespaces=NAMES) for level in levels]
    assert kinds[:4] == ["chineseCountingThousand", "chineseCountingThousand", "decimal", "decimal"]


@pytest.mark.parametrize(
    "own", ["一、总体安排", "（一）总体安排", "1.总体安排", "（1）总体安排", "第一章 总则", "II. Arrangements"]
)
def test_headings_are_never_numbered_twice(own: str) -> None:
    release = official()
    blocks = (Heading(level=2, content=(Text(own),)), Heading(level=2, content=(Text("其他"),)), paragraph("文。"))
    wording = replace(release.primary.wording, blocks=blocks)
    facts = replace(release.document, sheets=())
    document = official_word(renditions=(replace(release.primary, wording=wording),), document=facts)
    assert [level for level, _text in _numbers(document)] == ["", ""]


@pytest.mark.parametrize("word", ["一带一路", "2024年工作", "第三产业", "A级景区", "5G应用"])
def test_a_figure_in_a_heading_is_no_number_of_it(word: str) -> None:
    release = official()
    blocks = (Heading(level=2, content=(Text(word),)), paragraph("文。"))
    wording = replace(release.primary.wording, blocks=blocks)
    facts = replace(release.document, sheets=())
    document = official_word(renditions=(replace(release.primary, wording=wording),), document=facts)
    assert [level for level, _text in _numbers(document)] == ["0"]


# Signature, attachments, foot


def _signature(document: Word) -> list[tuple[str, int]]:
    path = "//w:p[w:pPr/w:pStyle/@w:val='Signature']"
    return [
        ("".join(p.itertext()), int(p.xpath("string(w:pPr/w:ind/@w:right)", namespaces=NAMES)))
        for p in document.find(path)
    ]


def test_with_a_seal_the_issuer_stands_above_the_middle_of_the_date() -> None:
    (issuer, issuer_right), (day, day_right) = _signature(official_word())
    assert (issuer, day) == ("云泽省人民政府办公厅", "2024年7月3日")
    assert day_right == 4 * 320, "four characters from the edge"
    assert issuer_right + 10 * 320 // 2 == day_right + 6 * 320 // 2
    document = official_word()
    assert _style(document, "Signature", "w:pPr/w:autoSpaceDN/@w:val") == "0", "the date is as wide as was reckoned"


def test_without_a_seal_the_date_begins_two_characters_after_the_issuer() -> None:
    facts = replace(official().document, sealed=False)
    (_issuer, issuer_right), (_day, day_right) = _signature(official_word(document=facts))
    assert issuer_right == 2 * 320
    assert issuer_right + 10 * 320 == day_right + 6 * 320 + 2 * 320


@pytest.mark.parametrize("sealed", [True, False])
def test_a_short_name_and_a_long_one_stay_inside_the_text(sealed: bool) -> None:
    for name in ("厅", "云泽省" * 8):
        release = official()
        words = replace(release.primary.wording.document, issuers=(name,))
        rendition = replace(release.primary, wording=replace(release.primary.wording, document=words))
        facts = replace(release.document, sealed=sealed)
        for _text, right in _signature(official_word(renditions=(rendition,), document=facts)):
            assert 0 <= right <= 8845 - 320


@pytest.mark.parametrize("setting", SETTINGS)
def test_no_seal_is_ever_drawn(setting: str) -> None:
    document = official_word(setting)
    assert all("ridge" in name for name in document.find("//pic:cNvPr/@name"))


@pytest.mark.parametrize("setting", ["zh-CN", "en", "sequential", "interleaved"])
def test_what_signs_a_document_never_leaves_its_text(setting: str) -> None:
    body = official_word(setting).find("/w:document/w:body/w:p")
    styles = [p.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMES) for p in body]
    kept = [p.find("w:pPr/w:keepNext", NAMES) is not None for p in body]
    for place, style in enumerate(styles):
        if style in ("AttachmentNote", "Signature"):
            assert kept[place - 1], (setting, place)


def test_the_list_of_attachments_hangs_by_their_titles() -> None:
    document = official_word()
    notes = document.find("//w:p[w:pPr/w:pStyle/@w:val='AttachmentNote']")
    assert ["".join(note.itertext()) for note in notes] == ["附件：1.清漂流程", "2.责任分工"]
    indents = [note.find("w:pPr/w:ind", NAMES) for note in notes]
    values = [[int(indent.get(f"{{{NAMES['w']}}}{name}")) for name in ("left", "hanging")] for indent in indents]
    assert values == [[6 * 320, 4 * 320], [6 * 320, 320]], "the first begins two characters in, titles at the sixth"


def test_each_attachment_has_a_page_of_its_own_with_its_title_in_the_third_line() -> None:
    document = official_word()
    labels = document.find("//w:p[w:pPr/w:pStyle/@w:val='AttachmentLabel']")
    assert ["".join(label.itertext()) for label in labels] == ["附件1", "附件2"]
    assert all(label.find("w:pPr/w:pageBreakBefore", NAMES) is not None for label in labels)
    assert document.paragraphs("AttachmentTitle") == ["清漂流程", "责任分工"]
    assert _style(document, "AttachmentTitle", "w:pPr/w:spacing/@w:before") == "579"
    assert _style(document, "AttachmentTitle", "w:pPr/w:outlineLvl/@w:val") == "0"
    assert "清漂流程" not in document.paragraphs("Heading1")


def test_the_foot_stands_at_the_lower_edge_of_the_text() -> None:
    document = official_word()
    foot = document.find("//w:p[w:pPr/w:pStyle/@w:val='DocumentFoot']")
    texts = ["".join(p.itertext()) for p in foot]
    assert texts == ["", "抄送：省委办公厅，省人大常委会办公厅。", "", "云泽省人民政府办公厅2024年7月5日印发", ""]
    frames = {tuple(sorted(p.find("w:pPr/w:framePr", NAMES).attrib.items())) for p in foot}
    assert len(frames) == 1, "one frame"
    assert _value(document, "//w:framePr/@w:yAlign") == "bottom"
    rules = [p for p in foot if not "".join(p.itertext())]
    heights = [int(p.find("w:pPr/w:spacing", NAMES).get(f"{{{NAMES['w']}}}line")) / MM for p in rules]
    assert heights == pytest.approx([0.35, 0.25, 0.35], abs=0.01)


def test_page_numbers_stand_outside() -> None:
    document = official_word()
    assert document.find("//w:evenAndOddHeaders", "word/settings.xml")
    assert not document.find("//w:titlePg")
    assert document.find("//w:footerReference/@w:type") == ["default", "even"]
    for number, style, side, justify in ((1, "FooterOdd", "right", "right"), (2, "FooterEven", "left", "left")):
        part = f"word/footer{number}.xml"
        assert document.text(part) == "— 1 —"
        assert _value(document, "//w:pStyle/@w:val", part) == style
        assert _style(document, style, f"w:pPr/w:ind/@w:{side}") == "280", "one character of size 4"
        assert _style(document, style, "w:pPr/w:jc/@w:val") == justify
    footer = int(_value(document, "//w:pgMar/@w:footer"))
    middle = footer + int(_style(document, "FooterOdd", "w:pPr/w:spacing/@w:line")) / 2
    assert (1984 - middle) / MM == pytest.approx(7, abs=0.05)


@pytest.mark.parametrize("setting", SETTINGS)
def test_a_draft_says_so_on_every_page(setting: str) -> None:
    document = official_word(setting, draft=True)
    wanted = {"zh": "草稿——不得发布", "en": "DRAFT – NOT FOR PUBLICATION"}
    heads = "".join(document.text(name) for name in document.archive.namelist() if name.startswith("word/header"))
    assert all(wanted[language] in heads for language in (("en",) if setting == "en" else ("zh",)))
    assert set(document.find("//w:headerReference/@w:type")) == {"default", "even"}


# Headlines


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("省政府召开会议", 20, ["省政府召开会议"]),
        ("省政府党组（扩大）会议研究明年经济工作", 13, ["省政府党组（扩大）会议", "研究明年经济工作"]),
        ("前三季度全省经济运行总体平稳、稳中有进", 13, ["前三季度全省经济运行", "总体平稳、稳中有进"]),
        ("关于印发《云泽省湖泊保护条例》的通知", 13, ["关于印发", "《云泽省湖泊保护条例》的", "通知"]),
    ],
)
def test_a_headline_is_broken_by_sense(text: str, width: float, lines: list[str]) -> None:
    assert headline(text, width, east_asian=True).split("\n") == lines


def test_an_english_headline_ends_no_line_with_an_article_and_parts_no_bracket() -> None:
    text = (
        "Notice of the General Office on the Release of Information on Government Websites (Including Mobile Versions)"
    )
    lines = headline(text, 20, east_asian=False).split("\n")
    assert " ".join(lines) == text
    assert not any(line.split()[-1] in ("the", "of", "on", "a") for line in lines[:-1])
    assert all(line.count("(") == line.count(")") for line in lines)


@pytest.mark.parametrize("text", ["湖" * 5000, "a" * 5000, "（" * 200, "\n", "", " " * 200, "《" + "湖" * 100 + "》"])
def test_any_headline_keeps_its_text(text: str) -> None:
    for east_asian in (True, False):
        broken = headline(text, 20, east_asian=east_asian)
        assert re.sub(r"\s", "", broken) == re.sub(r"\s", "", text)


@pytest.mark.parametrize("setting", SETTINGS)
def test_what_a_reader_meets(setting: str, golden: Golden) -> None:
    golden(f"docx/official.{setting}.txt", official_word(setting).outline())
