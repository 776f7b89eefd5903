"""Two people change one file: both changes are kept, or both are shown."""

from hypothesis import given
from hypothesis import strategies as st

from govpub.po import PoEntry, merge_po, new_po, parse_po, serialize_po

BASE = """\
msgid ""
msgstr ""
"Language: en\\n"
"PO-Revision-Date: 2024-01-01 10:00+0800\\n"

# first
#: a.md:1
#, c-format
msgid "a"
msgstr "A"

#: a.md:2
msgid  "b"
msgstr ""

#: a.md:3
msgid "c"
msgstr "C"
"""


def changed(*replacements, text=BASE):
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return text


def merged(ours, theirs, base=BASE):
    result = merge_po(parse_po(base), parse_po(ours), parse_po(theirs))
    return serialize_po(result.file), [conflict.key for conflict in result.conflicts]


B_DONE = ('msgid  "b"\nmsgstr ""', 'msgid  "b"\nmsgstr "B"')
C_DONE = ('msgstr "C"', 'msgstr "CC"')
A_GONE = ('# first\n#: a.md:1\n#, c-format\nmsgid "a"\nmsgstr "A"\n\n', "")


def test_one_side_alone_is_taken_as_it_is():
    assert merged(changed(B_DONE), BASE) == (changed(B_DONE), [])
    assert merged(BASE, changed(B_DONE)) == (changed(B_DONE), [])
    assert merged(BASE, BASE) == (BASE, [])


def test_changes_to_different_entries_are_both_kept():
    assert merged(changed(B_DONE), changed(C_DONE)) == (changed(B_DONE, C_DONE), [])


def test_the_same_change_on_both_sides_is_no_conflict():
    assert merged(changed(B_DONE), changed(B_DONE)) == (changed(B_DONE), [])


def test_one_entry_changed_differently_is_a_conflict_with_both():
    result = merge_po(parse_po(BASE), parse_po(changed(B_DONE)), parse_po(changed(B_DONE, ('"B"', '"Bee"'))))
    [conflict] = result.conflicts
    assert conflict.key == (None, "b")
    assert (conflict.base.msgstr, conflict.ours.msgstr, conflict.theirs.msgstr) == (("",), ("B",), ("Bee",))
    assert serialize_po(result.file) == changed(B_DONE, ('"B"', '"Bee"'))


def test_removed_here_and_changed_there_is_a_conflict():
    result = merge_po(parse_po(BASE), parse_po(changed(A_GONE)), parse_po(changed(('"A"', '"AA"'))))
    assert [(conflict.key, conflict.ours) for conflict in result.conflicts] == [((None, "a"), None)]
    assert serialize_po(result.file) == changed(('"A"', '"AA"'))


def test_removals_are_kept():
    assert merged(changed(A_GONE), changed(C_DONE)) == (changed(A_GONE, C_DONE), [])
    assert merged(changed(C_DONE), changed(A_GONE)) == (changed(A_GONE, C_DONE), [])
    assert merged(changed(A_GONE), changed(A_GONE)) == (changed(A_GONE), [])


def test_different_parts_of_one_entry_are_both_kept():
    text, conflicts = merged(changed(("# first", "# ours"), ("a.md:1", "a.md:9")), changed(('"A"', '"AA"')))
    assert text == changed(("# first", "# ours"), ("a.md:1", "a.md:9"), ('"A"', '"AA"'))
    assert conflicts == []


def test_references_never_conflict():
    text, conflicts = merged(changed(("a.md:1", "a.md:8")), changed(("a.md:1", "a.md:9")))
    assert (text, conflicts) == (changed(("a.md:1", "a.md:8")), [])


def test_flags_are_merged_one_by_one():
    ours, theirs = changed(("#, c-format", "#, no-wrap")), changed(("#, c-format", "#, c-format, x-seen"))
    text, conflicts = merged(ours, theirs)
    assert parse_po(text).entries[0].flags == ("x-seen", "no-wrap")
    assert conflicts == []


def test_a_translation_and_its_trust_are_not_mixed():
    doubted = changed(("#, c-format", '#, fuzzy, c-format\n#| msgid "old"'))
    _text, conflicts = merged(doubted, changed(('"A"', '"AA"')))
    assert conflicts == [(None, "a")]
    confirmed = changed(("#, fuzzy, c-format", "#, c-format"), ('#| msgid "old"\n', ""), text=doubted)
    text, conflicts = merged(changed(("# first", "# ours"), text=doubted), confirmed, base=doubted)
    assert (text, conflicts) == (changed(("# first", "# ours"), text=confirmed), [])


def test_obsolete_here_and_translated_there_keeps_the_translation():
    ours = changed(('#: a.md:2\nmsgid  "b"\nmsgstr ""', '#~ msgid "b"\n#~ msgstr ""'))
    text, conflicts = merged(ours, changed(B_DONE))
    assert '#~ msgid "b"\n#~ msgstr "B"\n' in text
    assert conflicts == []


def test_additions_stand_behind_their_neighbours():
    def new(*names):
        return "".join(f'\nmsgid "{name}"\nmsgstr ""\n' for name in names)

    ours = changed(('msgstr "A"\n', 'msgstr "A"\n' + new("x", "y"))) + new("z")
    theirs = changed(('msgstr "A"\n', 'msgstr "A"\n' + new("q")))
    text, conflicts = merged(ours, theirs)
    assert [entry.msgid for entry in parse_po(text).entries] == ["a", "x", "y", "q", "b", "c", "z"]
    assert conflicts == []
    head = changed(("# first", new("first")[1:] + "\n# first"))
    assert [entry.msgid for entry in parse_po(merged(head, theirs)[0]).entries][:2] == ["first", "a"]


def test_both_add_the_same_entry():
    def with_new(text):
        return BASE + f'\nmsgid "d"\nmsgstr "{text}"\n'

    assert merged(with_new(""), with_new("D")) == (with_new("D"), [])
    assert merged(with_new("D"), with_new("")) == (with_new("D"), [])
    assert merged(with_new("D"), with_new("E")) == (with_new("E"), [(None, "d")])


def test_headers_are_merged_by_field():
    ours = changed(("2024-01-01", "2024-03-01"), ('"Language: en\\n"\n', '"Language: en\\n"\n"X-Ours: 1\\n"\n'))
    theirs = changed(("2024-01-01", "2024-02-01"), ('"Language: en\\n"\n', '"Language: en\\n"\n"X-Theirs: 2\\n"\n'))
    text, conflicts = merged(ours, theirs)
    assert conflicts == []
    assert dict(parse_po(text).headers) == {
        "Language": "en",
        "X-Theirs": "2",
        "PO-Revision-Date": "2024-03-01 10:00+0800",
        "X-Ours": "1",
    }


def test_header_fields_conflict_and_go():
    ours = changed(("Language: en", "Language: zh_CN"), ('"PO-Revision-Date: 2024-01-01 10:00+0800\\n"\n', ""))
    theirs = "# theirs\n" + changed(("Language: en", "Language: fr"))
    result = merge_po(parse_po(BASE), parse_po(ours), parse_po(theirs))
    assert [conflict.header for conflict in result.conflicts] == ["Language"]
    assert dict(result.file.headers) == {"Language": "fr"}
    assert result.file.header.comments == ("theirs",)


def test_header_comments_and_whole_headers_conflict():
    _text, conflicts = merged("# ours\n" + BASE, "# theirs\n" + BASE)
    assert conflicts == [(None, "")]
    bare = BASE[BASE.index("# first") :]
    assert merged(bare, changed(("Language: en", "Language: fr")))[1] == [(None, "")]
    assert merged(bare, BASE)[0] == bare
    both_new = merge_po(parse_po(bare), parse_po(BASE), parse_po(changed(("en", "fr"))))
    assert [conflict.header for conflict in both_new.conflicts] == ["Language"]


def test_what_follows_the_last_entry_is_kept():
    assert merged(BASE + "# ours\n", changed(B_DONE))[0] == changed(B_DONE) + "# ours\n"
    assert merged(changed(B_DONE), BASE + "# theirs\n")[0] == changed(B_DONE) + "# theirs\n"


def test_entries_of_a_file_with_other_line_ends_take_on_theirs():
    ours = (BASE + '\nmsgid "d"\nmsgstr "D"\n').replace("\n", "\r\n")
    text, conflicts = merged(ours, BASE, base=BASE.replace("\n", "\r\n"))
    assert text == BASE + '\nmsgid "d"\nmsgstr "D"\n'
    assert conflicts == []


versions = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["", "1", "2"]), max_size=6).map(
    lambda units: new_po({"Language": "en"}, [PoEntry(msgid=key, msgstr=(text,)) for key, text in units.items()])
)


@given(versions, versions, versions)
def test_merging_loses_no_translation(base, ours, theirs):
    result = merge_po(base, ours, theirs)
    texts = {entry.msgid: entry.msgstr for entry in result.file.entries}
    before, mine, their = ({entry.msgid: entry.msgstr for entry in file.entries} for file in (base, ours, theirs))
    disputed = {conflict.key[1] for conflict in result.conflicts}
    for key in {*before, *mine, *their} - disputed:
        values = {side.get(key) for side in (mine, their)} - {before.get(key)}
        assert texts.get(key) in values | ({before.get(key)} if not values else set()) | {("",)}
    assert len(texts) == len(result.file.entries)


@given(versions, versions)
def test_merging_with_an_unchanged_side_gives_the_other(base, other):
    assert set(merge_po(base, base, other).file.entries) == set(other.entries)
    assert set(merge_po(base, other, base).file.entries) == set(other.entries)
    assert merge_po(base, other, other).conflicts == ()
