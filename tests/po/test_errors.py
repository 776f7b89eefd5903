"""Each mistake in a PO file is one error that says what, where, and what to do."""

from pathlib import Path

import pytest

from govpub.errors import CatalogError
from govpub.po import PoEntry, new_po, parse_po, serialize_po

GOOD = 'msgid "a"\nmsgstr "b"\n'

MISTAKES = {
    "unterminated string, which polib cuts": ('msgid "a\nmsgstr "b"\n', 1, 7, "does not end"),
    "unterminated at the end": (GOOD + '\nmsgid "c"\nmsgstr "d', 5, 8, "does not end"),
    "text outside quotes": ('msgid "a" b\nmsgstr "b"\n', 1, 11, "unknown keyword: b"),
    "a sign outside quotes": (GOOD + "\n=\n", 4, 1, "text outside quotes"),
    "a conflict of git's": (GOOD + '<<<<<<< HEAD\nmsgid "c"\n', 3, 1, "git has left a conflict here"),
    "the end of a conflict": (GOOD + ">>>>>>> other\n", 3, 1, "git has left a conflict here"),
    "Chinese outside quotes": ("msgid “一”\n", 1, 7, "text outside quotes"),
    "unknown keyword": (GOOD + 'msgtext "c"\n', 3, 1, "unknown keyword: msgtext"),
    "domain": ('domain "x"\n' + GOOD, 1, 1, "unknown keyword: domain"),
    "unknown escape": ('msgid "a"\nmsgstr "b\\q"\n', 2, 10, "backslash"),
    "hexadecimal without digits": ('msgid "a\\x"\nmsgstr "b"\n', 1, 9, "backslash"),
    "bytes that are not UTF-8": ('msgid "a\\377"\nmsgstr "b"\n', 1, 9, "backslash"),
    "an escaped NUL": ('msgid "a\\000"\nmsgstr "b"\n', 1, 9, "backslash"),
    "msgstr without msgid": ('msgstr "b"\n', 1, 1, "msgstr without msgid"),
    "a second msgstr": (GOOD + 'msgstr "c"\n', 3, 1, "msgstr without msgid"),
    "context without msgid": ('msgctxt "a"\nmsgstr "b"\n', 2, 1, "msgstr without msgid"),
    "context alone": ('msgctxt "a"\n', 1, 1, "without msgid"),
    "missing msgstr": ('msgid "a"\n\nmsgid "c"\nmsgstr "d"\n', 3, 1, "no msgstr"),
    "missing msgstr before a context": ('msgid "a"\nmsgctxt "c"\nmsgid "c"\nmsgstr "d"\n', 2, 1, "no msgstr"),
    "missing msgstr at the end": (GOOD + '\nmsgid "c"\n', 4, 1, "no msgstr"),
    "missing text": ("msgid\nmsgstr ''\n", 1, 1, "keyword without text"),
    "missing text at the end": ('msgid "a"\nmsgstr', 2, 1, "keyword without text"),
    "string without keyword": ('# c\n"a"\n', 2, 1, "no keyword"),
    "string after a comment": (GOOD + '# c\n"a"\n', 4, 1, "no keyword"),
    "plural index out of order": ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[2] "d"\n', 4, 1, "out of order"),
    "first plural index": ('msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 3, 1, "out of order"),
    "huge plural index": (f'msgid "a"\nmsgid_plural "b"\nmsgstr[{"9" * 9999}] "c"\n', 3, 1, "out of order"),
    "index without plural": ('msgid "a"\nmsgstr[0] "c"\n', 2, 1, "plural entry"),
    "plural without index": ('msgid "a"\nmsgid_plural "b"\nmsgstr "c"\n', 3, 1, "plural entry"),
    "plural without msgid": ('msgid_plural "b"\nmsgstr[0] "c"\n', 1, 1, "msgid_plural without msgid"),
    "index alone": ('[0] "c"\n', 1, 1, "text outside quotes"),
    "duplicate": (GOOD + "\n" + GOOD, 4, 1, "the first stands in line 1"),
    "duplicate, one obsolete": (GOOD + '\n#~ msgid "a"\n#~ msgstr "c"\n', 4, 1, "the first stands in line 1"),
    "duplicate in one line": ('msgid "a" msgstr "b" msgid "a" msgstr "b"', 1, 1, "the first stands in line 1"),
    "two headers": ('msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr ""\n', 4, 1, "the first stands in line 1"),
    "half obsolete": ('msgid "a"\n#~ msgstr "b"\n', 2, 4, "half obsolete"),
    "half obsolete string": ('#~ msgid "a"\n#~ msgstr "b"\n"c"\n', 3, 1, "half obsolete"),
    "previous after the keyword": ('msgid "a"\n#| msgid "b"\nmsgstr "c"\n', 2, 4, "previous text"),
    "previous twice": ('#| msgid "a"\n#| msgid "b"\n' + GOOD, 2, 4, "previous text"),
    "previous translation": ('#| msgstr "a"\n' + GOOD, 1, 4, "previous text"),
    "previous at the end": (GOOD + '#| msgid "c"\n', 3, 4, "without msgid"),
    "charset": ('# c\nmsgid ""\nmsgstr "Content-Type: text/plain; charset=GBK\\n"\n', 3, 35, "gbk"),
    "NUL": ('msgid "a\0"\nmsgstr ""\n', 1, 9, "'\\x00'"),
    "EOT": ('msgid "a\4"\nmsgstr ""\n', 1, 9, "'\\x04'"),
    "lone surrogate": ('msgid "a"\nmsgstr "\ud800"\n', 2, 9, "'\\ud800'"),
    "columns after a byte order mark": ('\ufeffmsgid "a\n', 1, 7, "does not end"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_with_its_place(name):
    text, line, column, said = MISTAKES[name]
    with pytest.raises(CatalogError) as caught:
        parse_po(text, Path("articles/a.en.po"))
    assert (caught.value.at.line, caught.value.at.column) == (line, column)
    assert caught.value.at.path == Path("articles/a.en.po")
    assert said in caught.value.message
    assert caught.value.hint
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("charset", ["UTF-8", "utf-8", "UTF8", '"utf-8"', "CHARSET", "ASCII", "UTF-8; x=y"])
def test_utf_8_and_templates_are_read(charset):
    quoted = charset.replace('"', '\\"')
    file = parse_po(f'msgid ""\nmsgstr "Content-Type: text/plain; charset={quoted}\\n"\n')
    assert file.headers["Content-Type"] == f"text/plain; charset={charset}"


@pytest.mark.parametrize("character", ["\0", "\4", "\udcff"])
def test_what_no_file_can_hold_is_not_written(character):
    with pytest.raises(CatalogError, match="no file can hold"):
        serialize_po(new_po({}, [PoEntry(msgid="a", msgstr=(character,))]))
