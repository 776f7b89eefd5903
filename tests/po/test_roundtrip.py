"""What is read is written back byte for byte; what is changed is written as msgcat writes it."""

import pytest

from govpub.po import parse_po, serialize_po

HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
TAIL = '\nmsgid "last"\nmsgstr "the last one"\n'

ODD = {
    "comment order": '\n#, fuzzy\n#: b.md:2\n# a translator\n#. extracted\n#: a.md:1\nmsgid "a"\nmsgstr "b"\n',
    "comments without a space": '\n#translator\n#.extracted\n#:a.md:1\n#,fuzzy\nmsgid "a"\nmsgstr "b"\n',
    "wrapping": '\nmsgid "one "\n"two"\nmsgstr ""\n"eins "\n""\n"zwei"\n',
    "blank lines between entries": '\n\n\n \t\nmsgid "a"\nmsgstr "b"\n\n\n',
    "no blank line": 'msgid "a"\nmsgstr "b"\nmsgid "c"\nmsgstr "d"\n',
    "blank lines inside": '\nmsgid "a"\n\nmsgstr "b"\n\n"c"\n',
    "obsolete": '\n# why\n#, fuzzy\n#~ msgid "a"\n#~ msgstr "b"\n',
    "previous of an obsolete entry, which polib drops": (
        '\n#, fuzzy\n#~| msgctxt "c"\n#~| msgid "old"\n#~ msgctxt "c"\n#~ msgid "a"\n#~ msgstr "b"\n'
    ),
    "previous, which Babel makes a comment": '\n#, fuzzy\n#| msgctxt "c"\n#| msgid "o"\nmsgctxt "d"\nmsgid "a"\nmsgstr "b"\n',
    "empty context, which Babel makes none": '\nmsgctxt ""\nmsgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr "c"\n',
    "unusual spacing": '\n  msgid"a"\t\n\t "b"\nmsgstr   "c"  \n',
    "obsolete without spaces": '\n#~|msgid "o"\n#~msgid"a"\n#~msgstr"b"\n',
    "two entries in one line": '\nmsgid "a" msgstr "b" msgid "c" msgstr "d" # of the next\n',
    "plural": '\nmsgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr [ 1 ] ""\n"d"\n',
    "comment inside an entry": '\nmsgid "a"\n# here\nmsgstr "b"\n',
    "comments apart from their entry": '\n# a licence\n\n# a comment\n\nmsgid "a"\nmsgstr "b"\n',
    "flags of others": '\n#, c-format, x-mine, range: 0..5\n#! no-wrap\n#= sticky\nmsgid "a"\nmsgstr "b"\n',
    "names with spaces": '\n#: \u2068a b.md\u2069:3 c.md:4\nmsgid "a"\nmsgstr "b"\n',
    "all escapes": '\nmsgid "\\a\\b\\f\\n\\r\\t\\v\\"\\\\\\101\\x41\\303\\251"\nmsgstr "\t\x01"\n',
    "a line continued": '\nmsgid "a\\\nb"\nmsgstr "c"\n',
    "form feed": '\n\x0cmsgid "a"\x0b\nmsgstr "b"\n',
    "separators that are no line ends": '\n# a\x85b\u2028c\nmsgid "a\u2028b"\nmsgstr "b\x1cc"\n',
}  # fmt: skip


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("name", ODD)
def test_unchanged_files_come_back(name, mark, newline):
    text = (mark + HEADER + ODD[name] + "# the end").replace("\n", newline)
    assert serialize_po(parse_po(text)) == text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", [name for name in ODD if name != "two entries in one line"])
def test_untouched_entries_come_back_when_another_changes(name, newline):
    text = (HEADER + ODD[name] + TAIL).replace("\n", newline)
    file = parse_po(text)
    *others, last = file.entries
    changed = file.replace_entries([*others, last.replace(msgstr=("anders",))])
    assert serialize_po(changed) == text.replace("the last one", "anders")


def test_entries_that_share_a_line_lose_nothing_when_another_changes():
    file = parse_po(HEADER + ODD["two entries in one line"] + TAIL)
    changed = serialize_po(file.replace_entries([*file.entries[:-1], file.entries[-1].replace(msgstr=("x",))]))
    assert parse_po(changed).entries[:-1] == file.entries[:-1]
    assert changed.startswith(HEADER + '\nmsgid "a"\nmsgstr "b"\n')
