"""The fields of an entry and the header of a file."""

from govpub.po import PoEntry, new_po, parse_po, serialize_po

TEXT = """\
# the file
msgid ""
msgstr ""
"Language: en\\n"
"no field\\n"
"X-Foreign:  kept as it is\\n"
"Language: zh_CN\\n"

# translator
#.extracted
#: a.md:1 \u2068b c.md\u2069:2 \u2068d e.md\u2069
#: f.md
#, fuzzy, c-format no-wrap, range: 0..5
#| msgctxt "before"
#| msgid "old"
msgctxt "now"
msgid "new"
msgstr "neu"
"er"
"""


def test_every_field_is_read():
    file = parse_po(TEXT)
    [entry] = file.entries
    assert entry == PoEntry(
        comments=("translator",),
        extracted=("extracted",),
        references=("a.md:1", "b c.md:2", "d e.md", "f.md"),
        flags=("fuzzy", "c-format", "no-wrap", "range: 0..5"),
        previous_msgctxt="before",
        previous_msgid="old",
        msgctxt="now",
        msgid="new",
        msgstr=("neuer",),
    )
    assert entry.line == 16
    assert entry.key == ("now", "new")
    assert entry.fuzzy
    assert file.header.comments == ("the file",)


def test_headers_keep_their_order_and_the_first_of_two_counts():
    assert list(parse_po(TEXT).headers.items()) == [("Language", "en"), ("X-Foreign", "kept as it is")]


def test_a_header_field_is_changed_in_its_place():
    file = parse_po(TEXT)
    assert serialize_po(file.with_header("Language", "zh_CN")) == TEXT.replace("Language: en", "Language: zh_CN")
    assert serialize_po(file.with_header("X-New", "a\nb")) == TEXT.replace(
        '"Language: zh_CN\\n"\n', '"Language: zh_CN\\n"\n"X-New: a b\\n"\n'
    )


def test_setting_what_is_set_changes_nothing():
    file = parse_po(TEXT)
    assert file.with_header("X-Foreign", "kept as it is") is file
    assert file.replace_entries(list(file.entries)) is file
    assert file.entries[0].replace(msgstr=("neuer",)) is file.entries[0]


def test_a_file_without_a_header_gets_one_before_its_entries():
    text = 'msgid "a"\nmsgstr "b"\n'
    file = parse_po(text)
    assert file.header is None
    assert dict(file.headers) == {}
    assert serialize_po(file.with_header("Language", "en")) == f'msgid ""\nmsgstr "Language: en\\n"\n\n{text}'


def test_a_header_without_a_last_line_end_gets_one():
    file = parse_po('msgid ""\nmsgstr "Language: en"\n').with_header("X", "y")
    assert file.header.msgstr == ("Language: en\nX: y\n",)


def test_an_empty_context_is_not_none():
    file = parse_po('msgctxt ""\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n')
    assert [entry.key for entry in file.entries] == [("", "a"), (None, "a")]


def test_new_lines_end_as_the_file_s_do():
    file = parse_po('msgid "a"\r\nmsgstr "b"\r\n')
    longer = file.replace_entries([*file.entries, PoEntry(msgid="c", msgstr=("x\ny",))])
    assert serialize_po(longer) == ('msgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "c"\r\nmsgstr ""\r\n"x\\n"\r\n"y"\r\n')


def test_a_file_that_does_not_end_its_last_line_can_grow():
    file = parse_po('msgid "a"\nmsgstr "b"')
    longer = file.replace_entries([*file.entries, PoEntry(msgid="c")])
    assert serialize_po(longer) == 'msgid "a"\nmsgstr "b"\n\nmsgid "c"\nmsgstr ""\n'
    rest = parse_po('msgid "a"\nmsgstr "b"\n# the end').replace_entries([PoEntry(msgid="c")])
    assert serialize_po(rest) == 'msgid "c"\nmsgstr ""\n# the end'


def test_moved_entries_keep_their_lines():
    text = 'msgid  "a"\nmsgstr "b"\n\nmsgid  "c"\nmsgstr "d"\n'
    file = parse_po(text)
    turned = serialize_po(file.replace_entries(file.entries[::-1]))
    assert turned == 'msgid  "c"\nmsgstr "d"\n\nmsgid  "a"\nmsgstr "b"\n'
    assert serialize_po(file.replace_entries(file.entries[1:])) == 'msgid  "c"\nmsgstr "d"\n'


def test_bytes_given_by_number_are_utf_8():
    assert parse_po('msgid "\\303\\251\\x41\\xe4\\xb8\\xad\\x4142"\nmsgstr ""\n').entries[0].msgid == "éA中B"


def test_new_files_have_the_headers_given():
    assert (
        serialize_po(new_po({"Language": "en", "X-A": "b"})) == 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-A: b\\n"\n'
    )
