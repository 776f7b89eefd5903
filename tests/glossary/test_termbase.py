"""The glossary file: read, refused, written; overlays."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import mixed_text, single_line
from support.terms import glossary, term

from govpub.errors import CatalogError, GlossaryError, Position
from govpub.glossary import HEADERS, overlay, parse_glossary, term_entry, term_of
from govpub.locales import EN, ZH_CN
from govpub.model.term import Example, Glossary, Term, TermClass
from govpub.po import PoEntry, new_po, parse_po, serialize_po

HEAD = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh-CN\\n"\n\n'
PATH = Path("glossary/zh_CN-en.po")

FULL = """\
# a translator's own remark
#. class: formulation
#. definition: upholding two things
#. note: see the glossary
#. source: a press conference, 2022-10-21
#. also: Two Upholds | the two upholdings
#. short: TU
#. never: two safeguards | two maintenances
#. case: exact
#. not-in: 两个维护者 | 两个维护分支
#. from: 2018-01-01
#. to: 2030-12-31
#. ok: 做到“两个维护” => make the two upholds
#. bad: 做到“两个维护” => make the two safeguards
msgctxt "2018"
msgid "两个维护"
msgstr "two upholds"
"""
TERM = Term(
    source="两个维护",
    rendering="two upholds",
    sense="2018",
    term_class=TermClass.FORMULATION,
    definition="upholding two things",
    note="see the glossary",
    authority="a press conference, 2022-10-21",
    also=("Two Upholds", "the two upholdings"),
    short=("TU",),
    never=("two safeguards", "two maintenances"),
    case="exact",
    not_in=("两个维护者", "两个维护分支"),
    valid_from=date(2018, 1, 1),
    valid_to=date(2030, 12, 31),
    ok=(Example("做到“两个维护”", "make the two upholds"),),
    bad=(Example("做到“两个维护”", "make the two safeguards"),),
)


def read(text, head=HEAD):
    return parse_glossary(parse_po(head + text, PATH), PATH)


def bare(found):
    return dataclasses.replace(found, at=Position())


def test_every_key_is_read():
    found = read(FULL)
    assert (found.source, found.target) == (ZH_CN, EN)
    assert [bare(each) for each in found.terms] == [TERM]
    assert found.terms[0].at.path == PATH


def test_the_canonical_entry_has_the_keys_in_order():
    lines = FULL.splitlines(keepends=True)
    assert serialize_po(new_po({}, [term_entry(TERM)])) == "".join(lines[1:])


def test_lists_may_go_over_several_lines_and_examples_repeat():
    found = read('#. also: A |B\n#. also: C\n#. ok: 甲 => A\n#. ok: 甲 => B\n#.\nmsgid "甲"\nmsgstr "D"\n').terms[0]
    assert found.also == ("A", "B", "C")
    assert [example.target for example in found.ok] == ["A", "B"]


def test_fuzzy_and_obsolete_entries_are_no_terms():
    text = '#, fuzzy\nmsgid "甲"\nmsgstr "A"\n\n#~ msgid "乙"\n#~ msgstr "B"\n'
    assert read(text).terms == ()


@pytest.mark.parametrize(
    ("lines", "line", "message", "hint"),
    [
        (["clas: term"], 6, "no such key: clas", "class"),
        (["vorbidden: x"], 6, "no such key: vorbidden", "use one of class, "),
        (["class: term", "nonsense"], 7, "not `key: value`", "note: …"),
        (["class: thing"], 6, "no such class: thing", "formulation"),
        (["class: term", "class: law"], 7, "stands twice", "keep one"),
        (["case: some"], 6, "no such case: some", "any or exact"),
        (["note: n", "from: 2024-13-01"], 7, "no such day: 2024-13-01", "2024-12-25"),
        (["to: 20241225"], 6, "no such day: 20241225", "2024-12-25"),
        (["also:"], 6, "has no value", "remove the line"),
        (["ok: 甲 = A"], 6, "no pair of sentences", "ok: source sentence => its translation"),
        (["bad: => A"], 6, "no pair of sentences", "bad: source sentence => its translation"),
    ],
)
def test_a_format_mistake_is_named_with_line_and_way_out(lines, line, message, hint):
    text = "".join(f"#. {each}\n" for each in lines) + 'msgid "甲"\nmsgstr "A"\n'
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.at == Position(PATH, line)


def test_other_comments_do_not_move_the_line():
    text = '# x\n#. class: term\n#: page.md:3\n#. clas: term\nmsgid "甲"\nmsgstr "A"\n'
    with pytest.raises(GlossaryError) as caught:
        read(text)
    assert caught.value.at == Position(PATH, 9)


def test_a_plural_is_refused():
    with pytest.raises(GlossaryError, match="no plural"):
        read('msgid "甲"\nmsgid_plural "甲"\nmsgstr[0] "A"\nmsgstr[1] "B"\n')


@pytest.mark.parametrize(
    ("head", "message"),
    [
        ("", "no X-Source-Language"),
        ('msgid ""\nmsgstr "X-Source-Language: zh-CN\\n"\n\n', "no Language"),
        ('msgid ""\nmsgstr "X-Source-Language: zh-CN\\nLanguage: tlh\\n"\n\n', "no such language: tlh"),
        ('msgid ""\nmsgstr "X-Source-Language: en\\nLanguage: en\\n"\n\n', "one language for both sides"),
    ],
)
def test_the_header_names_two_languages(head, message):
    with pytest.raises(GlossaryError) as caught:
        read("", head)
    assert message in caught.value.message
    assert caught.value.at.path == PATH


def test_new_headers_are_enough():
    assert parse_glossary(new_po(HEADERS, [])).terms == ()


def test_an_overlay_replaces_in_place_and_adds_behind():
    base = glossary(term("甲", "A"), term("乙", "B"), term("乙", "B2", sense="2"))
    over = glossary(term("乙", "Bb"), term("丙", "C"))
    assert [each.rendering for each in overlay(base, over).terms] == ["A", "Bb", "B2", "C"]


def test_an_overlay_of_other_languages_is_refused():
    with pytest.raises(GlossaryError, match="cannot stand over"):
        overlay(glossary(), Glossary(source=EN, target=ZH_CN))


@pytest.mark.parametrize(
    "changes",
    [
        {"definition": "a\nb"},
        {"note": "a\u2028b"},
        {"also": ("a|b",)},
        {"never": (" ",)},
        {"ok": (Example("a => b", "c"),)},
        {"bad": (Example("a", ""),)},
        {"source": " "},
    ],
)
def test_what_the_file_cannot_hold_is_refused(changes):
    with pytest.raises(GlossaryError):
        term_entry(dataclasses.replace(TERM, **changes))


_items = st.lists(single_line.filter(lambda text: "|" not in text), max_size=2).map(tuple)
_examples = st.lists(
    st.builds(Example, single_line.filter(lambda text: "=>" not in text), single_line), max_size=2
).map(tuple)
terms = st.builds(
    Term,
    source=single_line,
    rendering=mixed_text,
    sense=single_line,
    term_class=st.sampled_from(TermClass),
    definition=single_line,
    note=single_line,
    authority=single_line,
    also=_items,
    short=_items,
    never=_items,
    case=st.sampled_from(["any", "exact"]),
    not_in=_items,
    valid_from=st.none() | st.dates(),
    valid_to=st.none() | st.dates(),
    ok=_examples,
    bad=_examples,
)


@given(terms)
def test_a_term_comes_back_from_its_entry(each):
    try:
        entry = term_entry(each)
    except GlossaryError:
        return
    assert bare(term_of(entry)) == each
    try:
        text = serialize_po(new_po(HEADERS, [entry]))
    except CatalogError:
        return
    assert [bare(found) for found in parse_glossary(parse_po(text)).terms] == [each]


@given(
    st.lists(
        st.one_of(mixed_text, st.sampled_from(["class: law", "also: A | B", "from: 2024-01-01", "ok: 甲 => A"])),
        max_size=4,
    )
)
def test_any_comment_is_read_or_refused(comments):
    text = HEAD + "".join(f"#. {comment}\n" for comment in comments) + 'msgid "甲"\nmsgstr "A"\n'
    try:
        parse_glossary(parse_po(text))
    except (GlossaryError, CatalogError):
        return


@pytest.mark.parametrize("side", ["msgid", "msgstr"])
def test_a_text_of_thousands_of_characters_is_no_term(side):
    texts = {"msgid": "词", "msgstr": "term"} | {side: "长" * 15_000}
    file = new_po(HEADERS, [PoEntry(msgid=texts["msgid"], msgstr=(texts["msgstr"],))])
    with pytest.raises(GlossaryError) as caught:
        parse_glossary(parse_po(serialize_po(file)), None)
    assert "15000" in caught.value.message
    assert caught.value.at.line > 1
