"""Whatever the text, it is read without loss or refused with a place: nothing but CatalogError leaves the parser."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.effort import count
from support.mutation import mutant

from govpub.errors import CatalogError
from govpub.po import PoEntry, parse_po, serialize_po

CATALOGS = [
    b"""msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

# a comment
#. paragraph
#: a.md:1 \xe2\x81\xa8b c.md\xe2\x81\xa9:2
#, fuzzy, c-format
#| msgid "old"
msgctxt "x"
msgid "a\\n"
"b"
msgstr "c"

msgid "d"
msgid_plural "e"
msgstr[0] "f"
msgstr[1] ""

#~| msgid "o"
#~ msgid "\\303\\251\\x41"
#~ msgstr ""
""",
    b'msgctxt ""\r\nmsgid "a"\r\nmsgstr "b"\r\n\r\nmsgid "a" msgstr "\xe4\xb8\xad" # next\r\n',
]
TOKENS = (
    *("msgid", "msgctxt", "msgstr", "msgstr[0]", "msgstr[1]", "msgid_plural", "domain", "[", "\\", '"', " "),
    *('"a"', '"b"', '""', "\n", "\r\n", "#~ ", "#| ", "#~| ", "# c\n", "#, fuzzy\n", 'msgid "a"\n', 'msgstr "b"\n'),
)


def read(text):
    """Return the file, having tried whether it comes back; None where it is refused as it should be."""
    try:
        file = parse_po(text)
    except CatalogError as refused:
        assert refused.at.line  # noqa: PT017
        assert refused.at.column  # noqa: PT017
        assert refused.hint  # noqa: PT017
        return None
    assert serialize_po(file) == text
    return file


@pytest.mark.slow
def test_mutants_are_read_or_refused(seeded_random):
    whole = 0
    for _round in range(count(short=600)):
        content = mutant(CATALOGS, seeded_random)
        file = read(content.decode("utf-8", errors=seeded_random.choice(("replace", "surrogateescape"))))
        if file is not None:
            whole += 1
            marked = file.replace_entries(entry.replace(flags=(*entry.flags, "x-seen")) for entry in file.entries)
            again = parse_po(serialize_po(marked))
            assert [entry.key for entry in again.entries] == [entry.key for entry in file.entries]
    assert whole


@given(st.text())
def test_any_text_is_read_or_refused(text):
    read(text)


@given(st.lists(st.sampled_from(TOKENS), max_size=25).map("".join))
def test_any_row_of_tokens_is_read_or_refused(text):
    file = read(text)
    if file is not None:
        longer = file.replace_entries([*file.entries, PoEntry(msgid="another", msgstr=("x",))])
        assert parse_po(serialize_po(longer)).entries == longer.entries


@pytest.mark.parametrize(
    "unit",
    [
        '"',
        "\\",
        '\\"',
        "#",
        "#\n",
        "#| ",
        "\n",
        "\r",
        " ",
        '"a"\n',
        '"a" ',
        "\\1",
        "\\x",
        "[0",
        "#: \u2068a",
        "#, ,",
        "msgid",
        'msgid "a"\n',
        "#~ \n",
        "\f\n",
    ],
)
@pytest.mark.parametrize("before", ["", 'msgid "', 'msgid "a"\n', 'msgid "a"\nmsgstr ""\n', "#~ ", 'msgid "\\x'])
def test_time_grows_with_length_not_with_its_square(unit, before):
    # 400,000 characters take minutes where anything is quadratic, and well under a second where nothing is.
    started = time.process_time()
    read(before + unit * (400_000 // len(unit)))
    read(before + unit * (400_000 // len(unit)) + '"\nmsgstr ""\n')
    assert time.process_time() - started < 5


def test_many_odd_entries_take_linear_time():
    text = "".join(f'#~ msgid "{number}"\n#~ msgstr "x"\n' for number in range(30_000))
    started = time.process_time()
    assert len(read(text).entries) == 30_000
    assert time.process_time() - started < 10
