"""Where a span of a translation stands in its file."""

import pytest
from hypothesis import given
from support.strategies import mixed_text

from govpub.po import PoEntry, msgstr_region, new_po, parse_po, serialize_po

FILE = """msgid ""
msgstr "Language: en\\n"

# a comment
#, c-format
msgctxt "a"
msgid "甲"
msgstr "one two"

msgid "乙"
msgstr ""
"first \\"line\\" "
"second\\n"
"third"

#~ msgid "丙"
#~ msgstr "old "
#~ "one"

msgid "丁"
msgid_plural "丁们"
msgstr[0] "few"
msgstr[1] "many"

msgid "戊"
msgstr ""
"""


def entry(msgid):
    return next(each for each in parse_po(FILE).entries if each.msgid == msgid)


def cut(region):
    (line, column), (last, end) = region
    lines = FILE.splitlines()
    assert line == last
    return lines[line - 1][column - 1 : end - 1]


@pytest.mark.parametrize(
    ("msgid", "word", "written"),
    [
        ("甲", "two", "two"),
        ("乙", "first", "first"),
        ("乙", '"line"', '\\"line\\"'),
        ("乙", "second\n", "second\\n"),
        ("乙", "third", "third"),
        ("丙", "one", "one"),
        ("丁", "few", "few"),
    ],
)
def test_a_word_is_where_it_is_written(msgid, word, written):
    one = entry(msgid)
    start = one.msgstr[0].index(word)
    assert cut(msgstr_region(one, start, start + len(word))) == written


def test_a_span_may_run_over_lines():
    one = entry("乙")
    (line, column), (last, end) = msgstr_region(one, 0, len(one.msgstr[0]))
    assert (FILE.splitlines()[line - 1][column - 1 :], last - line) == ('first \\"line\\" "', 2)
    assert FILE.splitlines()[last - 1][: end - 1] == '"third'


def test_the_end_is_the_closing_mark():
    for msgid in "甲乙丁戊":
        one = entry(msgid)
        (line, column), closing = msgstr_region(one, len(one.msgstr[0]), len(one.msgstr[0]))
        assert (line, column) == closing
        assert FILE.splitlines()[line - 1][column - 1] == '"'


def test_an_entry_without_a_file_has_no_place():
    assert msgstr_region(PoEntry(msgid="x", msgstr=("y",)), 0, 1) is None


@given(mixed_text, mixed_text)
def test_every_character_has_a_place(before, after):
    text = before.replace("\0", "").replace("\4", "") + "|" + after.replace("\0", "").replace("\4", "")
    written = serialize_po(new_po({"Language": "en"}, [PoEntry(msgid="x", msgstr=(text,))]))
    [one] = parse_po(written).entries
    at = one.msgstr[0].index("|")
    (line, column), end = msgstr_region(one, at, at + 1)
    assert written.split("\n")[line - 1][column - 1] == "|"
    assert end == (line, column + 1)
