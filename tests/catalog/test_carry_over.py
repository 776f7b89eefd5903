"""A catalog goes with its article through every edit, and loses nothing that a person wrote."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govpub.catalog import carry_over, units_of
from govpub.errors import CatalogError, Position
from govpub.locales import EN, ZH_CN
from govpub.model.inline import (
    CodeSpan,
    Emphasis,
    FootnoteReference,
    LineBreak,
    Link,
    Pending,
    Picture,
    Strong,
    Text,
)
from govpub.model.segment import Placeholder, Segment, State
from govpub.po import PoEntry, new_po, parse_po, serialize_po

ARTICLE = Path("articles/flood-drill.md")


def segment(id_, text, line=5, **more):
    return Segment(id=id_, text=text, at=Position(ARTICLE, line), **more)


def hashed(number):
    return f"{number:010x}"


def carry(old, segments, **more):
    named = {"source": ZH_CN, "target": EN, "article_name": "flood-drill", "segmentation": 1} | more
    return carry_over(parse_po(old) if isinstance(old, str) else old, segments, **named)


def catalog(*entries):
    return new_po({"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}, entries)


def entry(id_, text, target="", **more):
    return PoEntry(msgctxt=id_, msgid=text, msgstr=(target,), **more)


def told(carried):
    """Return id, text, translation and mark of each entry."""
    marks = {(False, False): "", (True, False): "fuzzy", (False, True): "obsolete", (True, True): "fuzzy obsolete"}
    return [(e.msgctxt, e.msgid, e.msgstr[0], marks[e.fuzzy, e.obsolete]) for e in carried.file.entries]


def counts(carried):
    return {
        name: number
        for name in ("kept", "new", "vetoed", "changed", "revived", "obsolete")
        if (number := getattr(carried, name))
    }


def test_a_new_catalog():
    segments = [
        segment("title", "防汛演练", 2, role="title"),
        segment(
            "3fa94c1e22",
            "<1>注意</1>",
            7,
            placeholders=(
                Placeholder(1, Strong(), paired=True),
                Placeholder(2, FootnoteReference("3"), paired=False),
                Placeholder(3, Link(href="https://www.example.gov.cn/a\nb"), paired=True),
                Placeholder(4, Emphasis(), paired=True),
                Placeholder(5, CodeSpan(), paired=True),
                Placeholder(6, Picture(path="map.png"), paired=False),
                Placeholder(7, LineBreak(), paired=False),
                Placeholder(8, Text("<1>"), paired=False),
                Placeholder(9, Pending(), paired=True),
            ),
        ),
        Segment(id="00000000ff", text="完", role="heading", at=Position(ARTICLE)),
        Segment(id="00000000fe", text="无处"),
    ]
    carried = carry(None, segments)
    assert counts(carried) == {"new": 4}
    assert (
        serialize_po(carried.file)
        == """\
msgid ""
msgstr ""
"Project-Id-Version: flood-drill\\n"
"Language: en\\n"
"X-Source-Language: zh-CN\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Govpub-Segmentation: 1\\n"

#. title
#: flood-drill.md:2
msgctxt "title"
msgid "防汛演练"
msgstr ""

#. paragraph
#. <1> bold
#. <2/> footnote 3
#. <3> link https://www.example.gov.cn/a b
#. <4> emphasis
#. <5> code
#. <6/> image map.png
#. <7/> line break
#. <8/> literal <1>
#. <9> pending
#: flood-drill.md:7
msgctxt "3fa94c1e22"
msgid "<1>注意</1>"
msgstr ""

#. heading
#: flood-drill.md
msgctxt "00000000ff"
msgid "完"
msgstr ""

#. paragraph
msgctxt "00000000fe"
msgid "无处"
msgstr ""
"""
    )


def test_the_same_article_changes_nothing_however_the_file_is_laid_out():
    text = serialize_po(carry(None, [segment(hashed(1), "一。")]).file)
    odd = text.replace('msgid "一。"\nmsgstr ""', 'msgid  ""\n"一。"\nmsgstr   "One."').replace(
        '"Language: en\\n"', '"Language: en_US\\n"\n"X-Generator: Poedit 3\\n"'
    )
    carried = carry("# mine\n" + odd + "# the end\n", [segment(hashed(1), "一。")])
    assert serialize_po(carried.file) == "# mine\n" + odd + "# the end\n"
    assert counts(carried) == {"kept": 1}


def test_a_moved_line_changes_the_reference_only():
    text = serialize_po(carry(None, [segment(hashed(1), "一。")]).file)
    carried = carry(text, [segment(hashed(1), "一。", 99)], segmentation=2)
    assert serialize_po(carried.file) == text.replace(".md:5", ".md:99").replace("Segmentation: 1", "Segmentation: 2")


def test_what_people_and_other_tools_wrote_survives():
    old = catalog(
        entry(
            hashed(1),
            "一。",
            "One.",
            comments=("ask the bureau", "govpub: reviewed by chief"),
            extracted=("heading", "<1> bold", "from another tool"),
            flags=("no-wrap", "fuzzy"),
            previous_msgid="壹。",
        )
    )
    [kept] = carry(old, [segment(hashed(1), "一。", role="item")]).file.entries
    assert kept.comments == ("ask the bureau", "govpub: reviewed by chief")
    assert kept.extracted == ("item", "from another tool")
    assert kept.flags == ("no-wrap", "fuzzy")
    assert kept.previous_msgid == "壹。"


def test_a_text_that_has_another_id_is_found_by_itself():
    carried = carry(catalog(entry(hashed(1), "一。", "One.")), [segment(hashed(9), "一。")])
    assert told(carried) == [(hashed(9), "一。", "One.", "")]
    assert counts(carried) == {"kept": 1}


def test_entries_of_other_tools_without_context_are_found_by_text():
    text = 'msgid "一。"\nmsgstr "One."\n\n#~ msgid "二。"\n#~ msgstr "Two."\n'
    carried = carry(text, [segment(hashed(1), "一。"), segment(hashed(2), "二。")])
    assert told(carried) == [(hashed(1), "一。", "One.", ""), (hashed(2), "二。", "Two.", "")]
    assert counts(carried) == {"kept": 1, "revived": 1}


def test_of_equal_texts_the_one_between_the_same_neighbours_is_taken():
    old = catalog(
        entry("x1", "甲", "A"),
        entry("x2", "同", "same after A"),
        entry("x3", "乙", "B"),
        entry("x4", "同", "same after B"),
    )
    new = [segment(hashed(n), text) for n, text in enumerate(["乙", "同", "甲", "同"])]
    assert [told_[2] for told_ in told(carry(old, new))] == ["B", "same after B", "A", "same after A"]
    before_only = [segment(hashed(n), text) for n, text in enumerate(["乙", "同", "丙", "甲", "同", "丁"])]
    found = [translation for _id, _text, translation, _mark in told(carry(old, before_only))]
    assert found == ["B", "same after B", "", "A", "same after A", ""]
    after_only = [segment(hashed(n), text) for n, text in enumerate(["新", "同"])]
    assert told(carry(old, after_only))[1][2] == "same after B"


def test_every_entry_is_used_before_one_is_shared():
    old = catalog(entry("x1", "同", "first"), entry("x2", "同", "second", comments=("about the second",)))
    carried = carry(old, [segment(hashed(n), "同") for n in range(4)])
    assert [row[2] for row in told(carried)] == ["first", "first", "first", "second"]  # where each stood, at the ends
    assert [e.comments for e in carried.file.entries] == [(), (), (), ("about the second",)]
    assert counts(carried) == {"kept": 4}


def test_final_translations_are_shared_rather_than_fuzzy_ones():
    old = catalog(entry("x1", "同", "doubtful", flags=("fuzzy",)), entry("x2", "同", "sure"))
    assert told(carry(old, [segment(hashed(n), "同") for n in range(3)]))[2] == (hashed(2), "同", "sure", "")


def test_a_translated_entry_is_used_before_an_untranslated_one():
    old = catalog(entry("x1", "同", comments=("why?",)), entry("x2", "同", "same"))
    assert told(carry(old, [segment(hashed(1), "同")])) == [(hashed(1), "同", "same", ""), ("x1", "同", "", "obsolete")]
    both = carry(old, [segment(hashed(1), "同"), segment(hashed(2), "同")])
    assert [(e.msgstr, e.comments) for e in both.file.entries] == [(("",), ("why?",)), (("same",), ())]


def test_a_changed_title_keeps_its_translation_as_fuzzy():
    old = catalog(entry("title", "旧", "Old", comments=("c",), flags=("no-wrap",)))
    carried = carry(old, [segment("title", "新", role="title")])
    [found] = carried.file.entries
    assert (found.flags, found.previous_msgid, found.msgstr) == (("fuzzy", "no-wrap"), "旧", ("Old",))
    assert found.comments == ("c",)
    assert counts(carried) == {"changed": 1}
    # Changed once more, it still says what the translation was made from.
    [again] = carry(carried.file, [segment("title", "更新", role="title")]).file.entries
    assert (again.msgid, again.previous_msgid, again.msgstr) == ("更新", "旧", ("Old",))


def test_a_fuzzy_title_without_previous_text_gets_one():
    old = catalog(entry("title", "旧", "Old", flags=("fuzzy",)))
    assert carry(old, [segment("title", "新")]).file.entries[0].previous_msgid == "旧"


def test_a_changed_title_without_translation_is_just_another():
    [found] = carry(catalog(entry("title", "旧")), [segment("title", "新")]).file.entries
    assert found == entry("title", "新", extracted=("paragraph",), references=("flood-drill.md:5",))


def test_keywords_that_move_keep_their_translations():
    old = catalog(entry("keywords.0", "甲", "A"), entry("keywords.1", "乙", "B"))
    new = [segment(f"keywords.{n}", text) for n, text in enumerate(["新", "甲", "乙"])]
    assert [row[2:] for row in told(carry(old, new))] == [("", ""), ("A", ""), ("B", "")]


def test_a_changed_sentence_is_new_and_the_old_one_waits():
    old = catalog(
        entry(hashed(1), "一。", "One.", comments=("c",), flags=("fuzzy",), previous_msgid="壹。", references=("a:1",)),
        entry(hashed(2), "二。"),
        entry(hashed(3), "三。", comments=("only a comment",)),
    )
    carried = carry(old, [segment(hashed(4), "四。")])
    assert told(carried) == [
        (hashed(4), "四。", "", ""),
        (hashed(1), "一。", "One.", "fuzzy obsolete"),
        (hashed(3), "三。", "", "obsolete"),
    ]
    assert counts(carried) == {"new": 1, "obsolete": 2}
    waiting = carried.file.entries[1]
    assert (waiting.comments, waiting.previous_msgid) == (("c",), "壹。")


def test_a_text_that_returns_is_revived():
    old = catalog(entry(hashed(1), "一。", "One.", comments=("c",)))
    gone = carry(old, [])
    assert told(gone) == [(hashed(1), "一。", "One.", "obsolete")]
    back = carry(serialize_po(gone.file), [segment(hashed(1), "一。")])
    assert told(back) == [(hashed(1), "一。", "One.", "")]
    assert back.file.entries[0].comments == ("c",)
    assert counts(back) == {"revived": 1}


def test_a_hand_edited_msgid_is_not_taken_for_the_segment_s():
    carried = carry(catalog(entry(hashed(1), "改过的。", "Edited.")), [segment(hashed(1), "一。")])
    assert told(carried) == [(hashed(1), "一。", "", ""), (hashed(1), "改过的。", "Edited.", "obsolete")]


def test_plural_entries_of_other_tools_do_not_break_anything():
    old = catalog(PoEntry(msgctxt=hashed(1), msgid="一。", msgid_plural="一们。", msgstr=("One.", "Ones.")))
    carried = carry(old, [segment(hashed(1), "一。"), segment(hashed(2), "一。")])
    assert [row[2] for row in told(carried)] == ["One.", "One."]
    assert carry(serialize_po(carried.file), [segment(hashed(1), "一。"), segment(hashed(2), "一。")]).kept == 2


@pytest.mark.parametrize(
    ("header", "wrong"),
    [("Language: zh_CN", True), ("X-Source-Language: en", True), ("Language: fr", True), ("Language: zh_TW", True)]
    + [(f"Language: {tag}", False) for tag in ("en", "en_US", "en-GB", "")]
    + [(f"X-Source-Language: {tag}", False) for tag in ("zh", "zh_CN", "zh-Hans", "zh-Hans-CN", "zh-CN")],
)
def test_a_catalog_of_other_languages_is_refused(header, wrong):
    text = f'msgid ""\nmsgstr "{header}\\n"\n'
    if not wrong:
        assert f"{header}\\n" in serialize_po(carry(text, []).file) or header == "Language: "
        return
    with pytest.raises(CatalogError) as caught:
        carry(text, [])
    assert caught.value.at.line == 1
    assert caught.value.hint


def test_two_entries_for_one_segment_are_an_error():
    text = f'msgctxt "{hashed(1)}"\nmsgid "a"\nmsgstr "b"\n\nmsgctxt "{hashed(1)}"\nmsgid "c"\nmsgstr "d"\n'
    for read in (lambda file: carry(file, []), lambda file: units_of(file, [], Path("a.po"))):
        with pytest.raises(CatalogError, match="first stands in line 1") as caught:
            read(parse_po(text))
        assert caught.value.at.line == 5


texts = st.sampled_from(["一。", "二。", "三。", "四。"])
catalogs = st.lists(
    st.builds(
        entry,
        st.none() | st.sampled_from([hashed(0), hashed(1), hashed(2), "title", "keywords.0"]),
        texts,
        st.sampled_from(["", " ", "x", "y"]),
        comments=st.sampled_from([(), ("c",)]),
        flags=st.sampled_from([(), ("fuzzy",), ("no-wrap",)]),
        obsolete=st.booleans(),
    ),
    max_size=9,
    unique_by=lambda e: (e.msgctxt, e.msgid),
).map(lambda entries: [e for n, e in enumerate(entries) if e.obsolete or not any(
    e.msgctxt is not None and e.msgctxt == o.msgctxt and not o.obsolete for o in entries[:n])])  # fmt: skip
articles = st.lists(
    st.tuples(st.sampled_from([hashed(0), hashed(1), hashed(5), "title", "keywords.0"]), texts), max_size=5
).map(lambda rows: [segment(id_, text) for id_, text in dict(rows).items()])


@given(catalogs, articles, articles)
def test_nothing_is_lost_and_twice_is_once(entries, first, second):
    old = serialize_po(catalog(*entries))
    written = {(e.msgid, e.msgstr[0]) for e in entries if e.msgstr[0].strip()}
    comments = sum(bool(e.comments) for e in entries)
    for segments in (first, second, first):
        carried = carry(old, segments)
        text = serialize_po(carried.file)
        assert serialize_po(carry(text, segments).file) == text
        read = parse_po(text)
        live = [e for e in read.entries if not e.obsolete]
        assert [(e.msgctxt, e.msgid) for e in live] == [(s.id, s.text) for s in segments]
        found = {(e.previous_msgid or e.msgid, e.msgstr[0]) for e in read.entries}
        assert written <= found
        assert sum(bool(e.comments) for e in read.entries) == comments
        assert sum(getattr(carried, name) for name in ("kept", "new", "vetoed", "changed", "revived")) == len(segments)
        assert len(units_of(read, segments)) == len(segments)
        old = text


def test_ten_thousand_entries_take_well_under_a_second_even_when_all_are_alike():
    def article(step):
        return [segment(hashed(n * step), "同" if n % 2 else f"第{n % 5000}句。") for n in range(10_000)]

    old = carry(None, article(1)).file
    old = old.replace_entries(e.replace(msgstr=(f"{n}",)) for n, e in enumerate(old.entries))
    started = time.process_time()
    carried = carry(old, article(3))
    taken = time.process_time() - started
    assert carried.kept == 10_000
    assert taken < 3  # a quarter of a second on a quiet machine; minutes where it is quadratic


def test_units_know_their_state():
    file = parse_po(
        serialize_po(
            catalog(
                entry("a", "一", "One"),
                entry("b", "二", "Two", flags=("fuzzy",), previous_msgid="贰"),
                entry("c", "三", " \n"),
                entry("d", "旧", "Old"),
                entry("e", "旧的"),
                PoEntry(msgid="六", msgstr=("Six",)),
                entry("g", "七", "Seven", obsolete=True),
            )
        )
    )
    segments = [segment(id_, text) for id_, text in zip("abcdefgh", "一二三四五六七八", strict=True)]
    units = units_of(file, segments, Path("a.po"))
    assert [(u.target, u.state, u.previous) for u in units] == [
        ("One", State.TRANSLATED, ""),
        ("Two", State.FUZZY, "贰"),
        ("", State.UNTRANSLATED, ""),
        ("Old", State.FUZZY, "旧"),
        ("", State.UNTRANSLATED, ""),
        ("Six", State.TRANSLATED, ""),
        ("", State.UNTRANSLATED, ""),
        ("", State.UNTRANSLATED, ""),
    ]
    assert [u.at.line for u in units][:2] == [file.entries[0].line, file.entries[1].line]
    assert {u.at.path for u in units} == {Path("a.po")}
