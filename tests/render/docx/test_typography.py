"""Paper, fonts, languages and lines, as GB/T 9704-2012 and Word's East Asian typography want them."""

import pytest
from support.documents import CASES, NAMES, word

W = f"{{{NAMES['w']}}}"


def _attributes(element) -> dict[str, str]:
    return {name.removeprefix(W): value for name, value in element.attrib.items()}


@pytest.mark.parametrize(("sample", "setting"), CASES)
def test_the_page_is_a4_with_the_standard_margins_and_grid(sample: str, setting: str) -> None:
    for section in word(sample, setting).find("//w:sectPr"):
        size, margins, grid = (section.find(f"{W}{tag}") for tag in ("pgSz", "pgMar", "docGrid"))
        assert _attributes(size) == {"w": "11906", "h": "16838"}
        assert {key: _attributes(margins)[key] for key in ("top", "left", "right", "bottom")} == {
            "top": "2098",
            "left": "1587",
            "right": "1474",
            "bottom": "1984",
        }
        assert _attributes(grid)["type"] == "lines", "without a type there is no grid"


@pytest.mark.parametrize(("sample", "setting"), CASES)
def test_the_running_head_stays_clear_of_the_text(sample: str, setting: str) -> None:
    document = word(sample, setting)
    lines = len(document.part("word/header1.xml"))
    pitch = int(document.find("//w:style[@w:styleId='Header']/w:pPr/w:spacing/@w:line", "word/styles.xml")[0])
    for margins in document.find("//w:pgMar"):
        assert int(margins.get(f"{W}header")) + lines * pitch < int(margins.get(f"{W}top"))


def _style(name: str, setting: str = "zh-CN"):
    (style,) = word("notice", setting).find(f"//w:style[w:name/@w:val='{name}']", "word/styles.xml")
    return style


def test_text_fills_22_lines_of_28_characters_in_size_3() -> None:
    style = _style("Body Text First Indent")
    spacing = _attributes(style.find(f".//{W}spacing"))
    assert (spacing["line"], spacing["lineRule"]) == ("579", "exact")
    assert 22 * 579 <= 16838 - 2098 - 1984 < 22 * 580
    assert style.find(f".//{W}sz").get(f"{W}val") == "32"
    assert 28 * 320 - (11906 - 1587 - 1474) < 320, "28 characters, but for less than one character's width"


def test_a_chinese_paragraph_opens_two_characters_in_and_no_other_style_does() -> None:
    for style in word("notice", "zh-CN").find("//w:style[@w:type='paragraph']", "word/styles.xml"):
        indent = _attributes(style.find(f".//{W}ind"))
        name = style.find(f"{W}name").get(f"{W}val")
        expected = ("200", "640") if name == "Body Text First Indent" else ("0", "0")
        assert (indent["firstLineChars"], indent["firstLine"]) == expected, name


@pytest.mark.parametrize("setting", ["zh-CN", "en", "columns"])
def test_every_paragraph_style_names_all_four_fonts(setting: str) -> None:
    styles = word("notice", setting).find("//w:style[@w:type='paragraph']", "word/styles.xml")
    assert len(styles) > 20
    for style in styles:
        fonts = _attributes(style.find(f".//{W}rFonts"))
        assert set(fonts) == {"ascii", "hAnsi", "eastAsia", "cs"}
        assert fonts["eastAsia"] in {"仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"}
        assert all(len(font) < 32 for font in fonts.values())
        assert style.find(f".//{W}sz").get(f"{W}val") == style.find(f".//{W}szCs").get(f"{W}val")


def test_every_font_of_the_styles_is_in_the_font_table() -> None:
    document = word("notice", "columns")
    used = set(document.find("//w:rFonts/@w:eastAsia | //w:rFonts/@w:ascii", "word/styles.xml"))
    assert used <= set(document.find("//w:font/@w:name", "word/fontTable.xml"))


@pytest.mark.parametrize(("sample", "setting"), CASES)
def test_every_run_of_text_says_its_language(sample: str, setting: str) -> None:
    document = word(sample, setting)
    for part in ("word/document.xml", "word/header1.xml"):
        for run in document.find("//w:r[w:t]", part):
            language = _attributes(run.find(f"{W}rPr/{W}lang"))
            hint = run.xpath("string(w:rPr/w:rFonts/@w:hint)", namespaces=NAMES)
            if "eastAsia" in language:
                assert (language, hint) == ({"val": "en-US", "eastAsia": "zh-CN"}, "eastAsia")
            else:
                assert (language, hint) == ({"val": "en-US"}, "")


@pytest.mark.parametrize(("setting", "share"), [("zh-CN", {"zh-CN"}), ("en", {""}), ("columns", {"zh-CN", ""})])
def test_the_languages_are_those_of_the_edition(setting: str, share: set[str]) -> None:
    runs = word("readout", setting).find("//w:r[w:t]")
    assert {run.xpath("string(w:rPr/w:lang/@w:eastAsia)", namespaces=NAMES) for run in runs} == share


def test_what_is_not_translated_keeps_its_own_language() -> None:
    (run,) = word("draft", "en").find("//w:r[w:t='其他事项']")
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == "zh-CN"


def test_chinese_emphasis_is_dotted_and_latin_is_slanted() -> None:
    chinese = word("notice", "zh-CN")
    assert chinese.find("string(//w:r[w:t='立即报告']/w:rPr/w:em/@w:val)") == "underDot"
    assert not chinese.find("//w:i")
    latin = word("notice", "en")
    assert latin.find("//w:i/ancestor::w:r/w:t/text()") == ["reported at once"]
    assert not latin.find("//w:em")


def test_headings_are_bold_in_latin_script_only() -> None:
    document = word("notice", "columns")
    for run in document.find("//w:p[w:pPr/w:pStyle/@w:val='Heading1' or w:pPr/w:pStyle/@w:val='Title']/w:r"):
        latin = not run.xpath("w:rPr/w:lang/@w:eastAsia", namespaces=NAMES)
        assert (run.find(f"{W}rPr/{W}b") is not None) == latin


def test_a_justified_paragraph_with_a_line_break_is_not_drawn_apart() -> None:
    (paragraph,) = word("notice", "zh-CN").find("//w:p[w:r/w:br][w:pPr/w:pStyle/@w:val='BodyTextFirstIndent']")
    assert paragraph.xpath("string(w:pPr/w:jc/@w:val)", namespaces=NAMES) == "left"


def test_both_languages_have_the_same_size() -> None:
    sizes = {
        _style(name, "sequential").find(f".//{W}sz").get(f"{W}val") for name in ("Body Text", "Body Text First Indent")
    }
    assert sizes == {"32"}


def test_the_settings_are_those_of_a_chinese_document_of_today() -> None:
    settings = word("notice", "zh-CN").part("word/settings.xml")
    mode = settings.xpath("string(//w:compatSetting[@w:name='compatibilityMode']/@w:val)", namespaces=NAMES)
    assert mode == "15"
    language = _attributes(settings.find(f"{W}themeFontLang"))
    assert language == {"val": "en-US", "eastAsia": "zh-CN"}
    assert settings.find(f"{W}characterSpacingControl").get(f"{W}val") == "compressPunctuation"
    start = settings.find(f"{W}noLineBreaksBefore").get(f"{W}val")
    end = settings.find(f"{W}noLineBreaksAfter").get(f"{W}val")
    assert set("，。！？；：”’）》】、…") <= set(start)
    assert set("“‘（《【") <= set(end)
    assert not set(start) & set(end)
