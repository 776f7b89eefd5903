"""What a TMX file says, whoever wrote it."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from support.tmx import document, pair

from govpub.errors import TmxError
from govpub.interchange.tmx import pairs_of, parse_time, read_tmx
from govpub.locales import EN, ZH_CN

PATH = Path("m.tmx")


def read(text, encoding="utf-8"):
    return list(read_tmx(io.BytesIO(text if isinstance(text, bytes) else text.encode(encoding)), PATH))


def texts(text):
    return [tuple(variant.text for variant in unit.variants) for unit in read(text)]


def error_of(text):
    with pytest.raises(TmxError) as caught:
        read(text)
    assert caught.value.hint
    return caught.value


def test_a_unit_with_all_that_it_says():
    text = document(
        '<tu tuid="7" creationid="Li Hua" creationdate="20240603T013000Z">\n'
        '<note>看一看</note>\n<prop type="file">flood-drill</prop>\n'
        '<tuv xml:lang="zh-CN"><seg>防汛&amp;演练</seg></tuv>\n'
        '<tuv xml:lang="en-US" changeid="Wang Fang"><prop type="p">1</prop><note>n</note><seg>Flood drill</seg></tuv>\n'
        "</tu>",
        pair("一", "one"),
    )
    first, second = read(text)
    assert (first.id, first.line, first.source_language) == ("7", 4, "zh-CN")
    assert first.attributes["creationid"] == "Li Hua"
    assert (first.notes, first.props) == (("看一看",), (("file", "flood-drill"),))
    source, target = first.variants
    assert (source.language, source.text) == ("zh-CN", "防汛&演练")
    assert (target.language, target.text, target.attributes["changeid"]) == ("en-US", "Flood drill", "Wang Fang")
    assert (target.props, target.notes) == ((("p", "1"),), ("n",))
    assert first.values == {"file": "flood-drill", "p": "1"}
    assert (second.line, second.props, second.notes, second.variants[1].props) == (10, (), (), ())


def test_what_the_header_says_is_not_the_first_units():
    head = '<header srclang="en"><note>h</note><prop type="a">b</prop><ude name="u"><map unicode="#x1"/></ude></header>'
    [unit] = read(f"<tmx>{head}<body>{pair('一', 'one')}</body></tmx>")
    assert (unit.props, unit.notes, unit.source_language) == ((), (), "en")


@pytest.mark.parametrize(
    ("written", "encoding"),
    [
        ("", "utf-8"),
        ('<?xml version="1.0" encoding="UTF-8"?>', "utf-8-sig"),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16"),
        ('<?xml version="1.0" encoding="utf-16le"?>', "utf-16-le"),
        ('<?xml version="1.0"?>', "utf-16-be"),
    ],
)
def test_encodings(written, encoding):
    assert texts(document(pair("防汛𠮷", "é")).join([written, ""]).encode(encoding)) == [("防汛𠮷", "é")]


@pytest.mark.parametrize("name", ["gb2312", "big5", "no-such-thing"])
def test_an_encoding_that_is_not_read_is_named_with_the_way_out(name):
    error = error_of(f'<?xml version="1.0" encoding="{name}"?>' + document(pair("a", "b")))
    assert "UTF-8" in error.hint


@pytest.mark.parametrize(
    "system", ["tmx14.dtd", "TMX11.DTD", "http://www.lisa.org/tmx/tmx14.dtd", "C:\\programs\\tmx14b.dtd"]
)
def test_the_doctype_of_other_programs_is_let_through_and_not_loaded(system):
    assert texts(document(pair("一", "one"), prolog=f'<!DOCTYPE tmx SYSTEM "{system}">')) == [("一", "one")]
    public = f'<!DOCTYPE tmx PUBLIC "-//LISA OSCAR:1998//DTD for Translation Memory eXchange//EN" "{system}">'
    assert texts(document(pair("一", "one"), prolog=public)) == [("一", "one")]


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        # The same x is the same placeholder, wherever it stands.
        (
            '<bpt i="1" x="1">{b}</bpt>一<ept i="1">{/b}</ept><ph x="2">{br}</ph>',
            '<ph x="2"/>one <bpt i="5" x="1"/>two<ept i="5"/>',
            ("<1>一</1><2/>", "<2/>one <1>two</1>"),
        ),
        # Without x: the same i, the same code, or else the next of its kind.
        ('<bpt i="1"/>一<ept i="1"/>', '<bpt i="1">z</bpt>one<ept i="1"/>', ("<1>一</1>", "<1>one</1>")),
        ("<ph>a</ph><ph>b</ph>", "<ph>b</ph>x<ph>a</ph>", ("<1/><2/>", "<2/>x<1/>")),
        ("<ph>a</ph>一<ut>b</ut>", "<ut>c</ut>one<ph>d</ph>", ("<1/>一<2/>", "<1/>one<2/>")),
        ('<hi type="b">一</hi>', '<hi type="i">one</hi>', ("<1>一</1>", "<1>one</1>")),
        ("<hi><hi>一</hi>二</hi>", "<hi>1<hi>2</hi></hi>", ("<1><2>一</2>二</1>", "<1>1<2>2</2></1>")),
        # What only one side has keeps a number that the other has not.
        ("一", "<ph>a</ph>", ("一", "<1/>")),
        ("<ph>a</ph>", "<ph>a</ph><ph>a</ph>", ("<1/>", "<1/><2/>")),
        # An end without its beginning stands alone.
        ('<bpt i="1"/>一', 'one<ept i="1"/>', ("<1/>一", "one<1/>")),
        ('<it pos="begin" x="3">b</it>一', '<it pos="begin" x="3">b</it>one', ("<1/>一", "<1/>one")),
        # Text inside of a code belongs to the code.
        ('<ph>img <sub>alt <bpt i="1"/>x<hi>y</hi><ept i="1"/></sub></ph>一', "<ph/>one", ("<1/>一", "<1/>one")),
        # Our own placeholders, and text that looks like them, keep their numbers; new ones pass them by.
        ('<bpt i="1">&lt;2&gt;</bpt>一<ept i="1">&lt;/2&gt;</ept>', "&lt;1/&gt;<ph>a</ph>", ("<2>一</2>", "<1/><3/>")),
        ("<![CDATA[<b>]]>&#13;&#10;<!-- no -->一<?x y?>", "one &amp;amp;", ("<b>\r\n一", "one &amp;")),
        ("", " ", ("", " ")),
    ],
)
def test_inline_markup_becomes_placeholders(source, target, expected):
    assert texts(document(pair(source, target))) == [expected]


def test_languages_are_read_however_they_are_written():
    def tags(zh, en, language="*all*"):
        unit = f'<tu><tuv xml:lang="{zh}"><seg>一</seg></tuv><tuv lang="{en}"><seg>one</seg></tuv></tu>'
        [read_unit] = read(document(unit, language=language))
        return [(found.source_locale, found.source.text, found.target.text) for found in pairs_of(read_unit)]

    for zh, en in [("zh-CN", "en"), ("zh_CN", "en_US"), ("ZH", "EN-GB"), ("zh-Hans", "en-us"), ("ZH-HANS-CN", "en")]:
        assert tags(zh, en) == [(ZH_CN, "一", "one")]
        assert tags(zh, en, language="EN-us") == [(EN, "one", "一")]
        assert tags(zh, en, language="fr") == [(ZH_CN, "一", "one")]
    for zh, en in [("zh-TW", "en"), ("zh-Hant", "en"), ("zh-CN", "fr"), ("zh-CN", "zh")]:
        assert tags(zh, en) == []


def test_a_unit_may_name_its_own_source_and_have_several_targets():
    variants = "".join(
        f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>'
        for tag, text in (("en-US", "one"), ("fr", "un"), ("zh", "一"), ("en-GB", "One"), ("zh-CN", "壹"))
    )
    [unit] = read(document(f'<tu srclang="zh-CN">{variants}</tu>', language="en"))
    found = [(found.source.text, found.target.text, found.target_locale) for found in pairs_of(unit)]
    assert found == [("一", "one", EN), ("一", "One", EN), ("壹", "one", EN)]


def test_old_files_and_empty_ones():
    assert read("<tmx version='1.1'><header/><body/></tmx>") == []
    assert read(document()) == []
    [unit] = read("<tmx><body><tu/></body></tmx>")
    assert (unit.variants, list(pairs_of(unit)), unit.source_language) == ((), [], "*all*")


@pytest.mark.parametrize(
    ("text", "place", "part"),
    [
        ("", "m.tmx:1:1", "before it is complete"),
        (document(pair("一", "one"))[:-3], "m.tmx:6:1", "before it is complete"),
        (document(pair("一", "one"))[:-9], "m.tmx:5:1", "before it is complete"),
        ("<html>\n</html>", "m.tmx:1:1", "not TMX: it begins with <html>"),
        (document(pair("一", "one") + "\n  <x/>"), "m.tmx:5:3", "no <x> here"),
        (document(pair("a\x01b", "one")), "m.tmx:4", "not well-formed"),
        (document(pair("a", "&nbsp;"), prolog='<!DOCTYPE tmx SYSTEM "tmx14.dtd">'), "m.tmx:4", "entity: nbsp"),
        (document(pair("a", "&nbsp;")), "m.tmx:4", "not well-formed"),
        (document("<tu><tuv><seg>a</seg></tuv></tu>"), "m.tmx:4:22", "names no language"),
        (document('<tu><tuv xml:lang="en"/></tu>'), "m.tmx:4", "has no text"),
        (document('<tu><tuv xml:lang="en"><seg/><seg/></tuv></tu>'), "m.tmx:4", "two texts"),
        (document(pair("<b>x</b>", "y")), "m.tmx:4:32", "no <b> here"),
        (document("<tu><tu/></tu>"), "m.tmx:4", "no <tu> here"),
        (
            document(pair("一", "one")).encode().partition("一".encode())[0] + b"\xe4\xb8",
            "m.tmx:4",
            "before it is complete",
        ),
        (document(pair("<![CDATA[一", "one")), "m.tmx:7:1", "before it is complete"),
        (document(pair("一", "one")).encode().replace(b"one", b"\xff"), "m.tmx:4", "not well-formed"),
        (document(pair("一", "one")) + "<tmx/>", "m.tmx:7", "not well-formed"),
    ],
)
def test_a_broken_file_is_one_error_with_its_place(text, place, part):
    error = error_of(text)
    assert str(error.at).startswith(place)
    assert part in error.message


def test_units_before_the_fault_are_read():
    units = read_tmx(io.BytesIO(document(pair("一", "one") * 1000, "<x/>").encode()), PATH)
    assert next(units).variants[0].text == "一"
    with pytest.raises(TmxError):
        list(units)


def test_progress_is_told_in_bytes():
    content = document(pair("一", "one") * 2000).encode()
    read_bytes: list[int] = []
    assert sum(1 for _unit in read_tmx(io.BytesIO(content), PATH, read_bytes.append)) == 2000
    assert sum(read_bytes) == len(content)
    assert len(read_bytes) > 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("20240603T013000Z", "2024-06-03T01:30:00+00:00"),
        ("20240231T013000Z", "None"),
        ("2024-06-03", "None"),
        ("", "None"),
        ("２０２４0603T013000Z", "None"),
    ],
)
def test_times(text, expected):
    time = parse_time(text)
    assert (time.isoformat() if time else "None") == expected
