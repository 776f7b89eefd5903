"""Edits of a glossary file."""

import dataclasses

import pytest
from support.terms import term

from govpub.errors import GlossaryError
from govpub.glossary import add_term, edit_term, import_terms, parse_glossary, remove_term
from govpub.po import parse_po, serialize_po

TEXT = """\
# an office's glossary
msgid ""
msgstr ""
"Language: en\\n"
"X-Source-Language: zh-CN\\n"

# from the spring meeting
#. class: term
#. note: keep
#, no-wrap
msgid "甲"
msgstr "A"

#.  class:   place
msgctxt "east"
msgid "乙"
msgstr ""
"B"

#~ msgid "丙"
#~ msgstr "C"
"""


@pytest.fixture
def file():
    return parse_po(TEXT)


def test_a_new_term_stands_at_the_end_and_the_rest_is_untouched(file):
    assert serialize_po(add_term(file, term("丁", "D", also=("Dd",)))) == (
        TEXT + '\n#. class: term\n#. also: Dd\nmsgid "丁"\nmsgstr "D"\n'
    )


def test_a_term_that_is_there_is_not_added(file):
    with pytest.raises(GlossaryError, match="has this term already: 乙 \\(east\\)") as caught:
        add_term(file, term("乙", "B", sense="east"))
    assert caught.value.at.line == 15


def test_an_obsolete_term_comes_back(file):
    made = add_term(file, term("丙", "C"))
    assert [entry.obsolete for entry in made.entries] == [False] * 3


def test_an_edit_keeps_comments_and_flags(file):
    made = serialize_po(edit_term(file, term("甲", "Aa", note="new")))
    assert '# from the spring meeting\n#. class: term\n#. note: new\n#, no-wrap\nmsgid "甲"\nmsgstr "Aa"\n' in made
    assert made.split("\n\n")[2:] == TEXT.split("\n\n")[2:]


def test_an_edit_confirms_a_guess(file):
    [entry, *others] = file.entries
    guess = file.replace_entries([entry.replace(flags=("fuzzy",)), *others])
    assert edit_term(guess, term("甲", "A")).entries[0].flags == ()


@pytest.mark.parametrize(
    ("source", "sense", "hint"), [("甲", "x", "''"), ("乙", "", "'east'"), ("丙", "", "find"), ("戊", "", "find")]
)
def test_only_what_is_there_is_edited_or_removed(file, source, sense, hint):
    with pytest.raises(GlossaryError, match="no such term") as caught:
        edit_term(file, term(source, "X", sense=sense))
    assert hint in caught.value.hint
    with pytest.raises(GlossaryError, match="no such term"):
        remove_term(file, source, sense)


def test_a_removed_term_is_gone(file):
    made = remove_term(file, "乙", "east")
    assert [entry.msgid for entry in made.entries] == ["甲", "丙"]


def test_an_import_adds_changes_and_leaves(file):
    terms = (
        term("甲", "A", note="keep"),
        dataclasses.replace(parse_glossary(file).terms[1], rendering="Bb"),
        term("丙", "C"),
        term("丁", "D"),
        term("丁", "D"),
    )
    done = import_terms(file, terms)
    assert (done.added, done.changed, done.same) == (1, 2, 2)
    assert [(each.source, each.rendering) for each in parse_glossary(done.file).terms] == [
        ("甲", "A"),
        ("乙", "Bb"),
        ("丙", "C"),
        ("丁", "D"),
    ]
    again = import_terms(done.file, terms)
    assert (again.added, again.changed, again.same) == (0, 0, 5)
    assert again.file is done.file
