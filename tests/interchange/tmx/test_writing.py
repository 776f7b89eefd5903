"""What is written is TMX 1.4b by its DTD, and is read as it was."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from support.strategies import mixed_text, texts

from govpub.interchange.tmx import TmxUnit, TmxVariant, parse_time, read_tmx, serialize_time, write_tmx
from govpub.interchange.tmx.grammar import ATTRIBUTES

# Elements, their order and what they must and may say of themselves, by TMX 1.4b.
HISTORY = """o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED
creationtool CDATA #IMPLIED creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
changedate CDATA #IMPLIED changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED"""
REMARK = "xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED"
INLINE = "(#PCDATA | bpt | ept | it | ph | hi | ut)*"
DTD = f"""
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note | prop | ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED creationdate CDATA #IMPLIED
  creationid CDATA #IMPLIED changedate CDATA #IMPLIED changeid CDATA #IMPLIED>
<!ELEMENT note (#PCDATA)> <!ATTLIST note {REMARK}>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED {REMARK}>
<!ELEMENT ude (map)+> <!ATTLIST ude name CDATA #REQUIRED base CDATA #IMPLIED>
<!ELEMENT map EMPTY>
<!ATTLIST map unicode CDATA #REQUIRED code CDATA #IMPLIED ent CDATA #IMPLIED subst CDATA #IMPLIED>
<!ELEMENT body (tu)*>
<!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED segtype (block | paragraph | sentence | phrase) #IMPLIED srclang CDATA #IMPLIED
  {HISTORY}>
<!ELEMENT tuv ((note | prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED {HISTORY}>
<!ELEMENT seg {INLINE}>
<!ELEMENT bpt (#PCDATA | sub)*> <!ATTLIST bpt i CDATA #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT ept (#PCDATA | sub)*> <!ATTLIST ept i CDATA #REQUIRED>
<!ELEMENT it (#PCDATA | sub)*>
<!ATTLIST it pos (begin | end) #REQUIRED x CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT ph (#PCDATA | sub)*> <!ATTLIST ph x CDATA #IMPLIED assoc CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT hi {INLINE}> <!ATTLIST hi x CDATA #IMPLIED type CDATA #IMPLIED>
<!ELEMENT ut (#PCDATA | sub)*> <!ATTLIST ut x CDATA #IMPLIED>
<!ELEMENT sub {INLINE}> <!ATTLIST sub datatype CDATA #IMPLIED type CDATA #IMPLIED>
"""
VALID = etree.DTD(io.StringIO(DTD))

any_text = texts
xml_text = any_text.map(lambda text: "".join(c for c in text if c >= " " and c not in "\ufffe\uffff"))
placeholders = st.lists(
    any_text | st.sampled_from(["<1>", "</1>", "<2/>", "<2>", "</2>", "</1/>", "<30000/>", "<0>", "\r", "\x1b", "]]>"]),
    max_size=8,
).map("".join)
remarks = st.lists(xml_text, max_size=2).map(tuple)
props = st.lists(st.tuples(xml_text, xml_text), max_size=2).map(tuple)


def attributes(element):
    names = sorted(ATTRIBUTES[element] - {"xml:lang", "srclang", "segtype"})
    return st.dictionaries(st.sampled_from(names), xml_text.filter(bool), max_size=2)


variants = st.builds(
    TmxVariant,
    st.sampled_from(["zh-CN", "en", "en-US", "zh_CN"]),
    placeholders,
    attributes("tuv"),
    props,
    remarks,
)
units = st.builds(
    TmxUnit,
    st.lists(variants, min_size=1, max_size=3).map(tuple),
    st.sampled_from(["zh-CN", "en", "*all*"]),
    attributes("tu"),
    props=props,
    notes=remarks,
)


def written(some, language="zh-CN"):
    stream = io.BytesIO()
    assert write_tmx(stream, some, language) == len(some)
    return stream.getvalue()


def as_written(unit):
    """Return the unit without what only a read one has: its line, and attributes that say what its fields say."""
    plain = [
        variant._replace(attributes={k: v for k, v in variant.attributes.items() if k != "xml:lang"})
        for variant in unit.variants
    ]
    own = {name: value for name, value in unit.attributes.items() if name != "srclang"}
    return unit._replace(variants=tuple(plain), line=0, attributes=own)


@given(st.lists(units, max_size=4))
def test_what_is_written_is_valid_and_is_read_as_it_was(some):
    content = written(some)
    root = etree.fromstring(content)
    assert VALID.validate(root), VALID.error_log
    assert [as_written(unit) for unit in read_tmx(io.BytesIO(content))] == some
    assert written(some) == content


@given(placeholders)
def test_other_programs_see_the_text_with_its_placeholders(text):
    content = written([TmxUnit((TmxVariant("en", text),))])
    segment = etree.fromstring(content).find(".//seg")
    assert segment is not None
    shown = "".join(c for c in text if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff"))
    assert "".join(segment.itertext()) == shown


def test_markup_is_markup_again():
    text = "<1>一</1><2/>"
    content = written([TmxUnit((TmxVariant("zh-CN", text), TmxVariant("en", "<2/><1>one</1> </3><4>")))]).decode()
    assert '<bpt i="1" x="1">&lt;1&gt;</bpt>一<ept i="1">&lt;/1&gt;</ept><ph x="2">&lt;2/&gt;</ph>' in content
    assert '<ph x="2">&lt;2/&gt;</ph><bpt i="1" x="1">&lt;1&gt;</bpt>one' in content
    assert '<it pos="end" x="3">&lt;/3&gt;</it><it pos="begin" x="4">&lt;4&gt;</it>' in content


def test_what_other_programs_said_of_a_unit_is_kept_and_what_is_not_tmx_is_not():
    unit = TmxUnit(
        (TmxVariant("en", "a", {"usagecount": "3", "mine": "x"}),),
        attributes={"tuid": "1", "yours": "y", "segtype": "phrase"},
    )
    content = written([unit]).decode()
    assert '<tu tuid="1" segtype="phrase" srclang="*all*">' in content
    assert '<tuv xml:lang="en" usagecount="3">' in content
    assert "mine" not in content + "yours"[5:]


def test_characters_that_attributes_and_notes_cannot_hold_are_shown_as_lost():
    unit = TmxUnit((TmxVariant("en", "a", {"creationid": "Li\x1b\nHua"}),), notes=("\x00",))
    [found] = read_tmx(io.BytesIO(written([unit])))
    assert found.variants[0].attributes["creationid"] == "Li\ufffd\nHua"
    assert found.notes == ("\ufffd",)


def test_many_units_are_written_in_parts():
    class Counting(io.BytesIO):
        calls = 0

        def write(self, content):
            self.calls += 1
            return super().write(content)

    stream = Counting()
    unit = TmxUnit((TmxVariant("en", "a" * 1000),))
    assert write_tmx(stream, (unit for _ in range(500))) == 500
    assert stream.calls > 5
    assert sum(1 for _unit in read_tmx(io.BytesIO(stream.getvalue()))) == 500


@given(mixed_text)
def test_what_no_catalog_can_hold_is_shown_as_lost(text):
    [found] = read_tmx(io.BytesIO(written([TmxUnit((TmxVariant("en", text),))])))
    lost = {*map(chr, range(0xD800, 0xE000)), "\0", "\4"}
    assert found.variants[0].text == "".join("\ufffd" if character in lost else character for character in text)


@pytest.mark.parametrize("hours", [0, 8, -5])
def test_times_are_written_in_utc(hours):
    time = datetime(2024, 6, 3, 9, 30, tzinfo=timezone(timedelta(hours=hours)))
    assert parse_time(serialize_time(time)) == time
    assert serialize_time(None) == ""
    assert serialize_time(datetime(987, 1, 2, tzinfo=UTC)) == "09870102T000000Z"
