"""What holds for every PO file, and against every other reader."""

import re
import subprocess

import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st
from support.programs import require
from support.strategies import lines, texts

from govpub.po import PoEntry, new_po, parse_po, parser, serialize_po

HEADERS = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
maybe = st.none() | texts
# A comment that ends with a backslash gets a space behind it: gettext would join the next line to it.
comments = st.lists(lines.map(lambda line: line.rstrip("\\")), max_size=3).map(tuple)


@st.composite
def entries(draw):
    plural = draw(maybe)
    forms = 1 if plural is None else draw(st.integers(1, 3))
    previous = draw(maybe)
    return PoEntry(
        comments=draw(comments),
        extracted=draw(comments),
        references=tuple(draw(st.lists(st.sampled_from(["a.md:1", "b c.md:20", "d.md", "e f"]), max_size=20))),
        flags=tuple(draw(st.lists(st.sampled_from(["fuzzy", "c-format", "range: 0..5"]), unique=True).map(sorted))),
        previous_msgctxt=None if previous is None else draw(maybe),
        previous_msgid=previous,
        previous_msgid_plural=None if previous is None else draw(maybe),
        msgctxt=draw(maybe),
        msgid=draw(texts),
        msgid_plural=plural,
        msgstr=tuple(draw(st.lists(texts, min_size=forms, max_size=forms))),
        obsolete=draw(st.booleans()),
    )


files = st.lists(entries(), min_size=1, max_size=5, unique_by=lambda entry: entry.key).map(
    lambda found: new_po(HEADERS, [entry for entry in found if entry.key != (None, "")])
)


@given(files)
def test_what_is_written_is_read(file):
    text = serialize_po(file)
    read = parse_po(text)
    assert read.entries == tuple(
        entry.replace(flags=tuple(sorted(entry.flags, key=lambda flag: flag != "fuzzy"))) for entry in file.entries
    )
    assert read.headers == file.headers
    assert serialize_po(read) == text
    assert serialize_po(read.replace_entries(read.entries[::-1]).replace_entries(read.entries)) == text


@given(files, st.integers(0, 4))
def test_a_change_of_one_entry_changes_its_lines_only(file, number):
    text = serialize_po(file)
    read = parse_po(text)
    if number >= len(read.entries):
        return
    old = read.entries[number]
    changed = list(read.entries)
    changed[number] = old.replace(comments=(*old.comments, "seen"))
    before, after = text.split(old.verbatim, 1) if text.count(old.verbatim) == 1 else (None, None)
    written = serialize_po(read.replace_entries(changed))
    if before is not None:
        assert written.startswith(before)
        assert written.endswith(after)
    assert parse_po(written).entries == tuple(changed)


@given(files)
def test_the_fast_reader_and_the_whole_grammar_agree(file):
    text = serialize_po(file)
    fast = parse_po(text)
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_LIVE", "_OBSOLETE"):
            patch.setattr(parser, name, re.compile(r"(?!)"))
        slow = parse_po(text)
    assert slow == fast
    for one, other in zip(slow.entries, fast.entries, strict=True):
        assert (one.line, one.verbatim, one.gap) == (other.line, other.verbatim, other.gap)


def msgcat(text, *options):
    command = [require("msgcat"), "--no-wrap", "--force-po", *options, "-"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


SAMPLE = [
    PoEntry(msgid="plain", msgstr=("schlicht",)),
    PoEntry(msgid="", msgctxt="empty msgid", msgstr=("x",)),
    PoEntry(msgid="context", msgctxt="", msgstr=("x",)),
    PoEntry(msgid="one\ntwo", msgstr=("eins\nzwei\n",)),
    PoEntry(msgid="end\n", msgstr=("\n",)),
    PoEntry(msgid="two ends\n\n", msgstr=("\n\n",)),
    PoEntry(msgid='tab\tquote"backslash\\', msgstr=("\x01\x7f\x85",)),
    PoEntry(msgid="returns\r\a\b\f\v", msgstr=("𠮷🚒",)),
    PoEntry(msgid="one", msgid_plural="many\nof", msgstr=("x", "y\nz")),
    PoEntry(msgid="long " * 50, msgstr=("很长" * 100,)),
    PoEntry(
        comments=("a comment", "", " indented", "\ttab", ".dot"),
        extracted=("paragraph", "<1> bold", "", "  two"),
        references=tuple(f"flood-{number:02}.md:{number}" for number in range(1, 30)),
        flags=("fuzzy", "c-format"),
        previous_msgctxt="old",
        previous_msgid="old\ntext",
        previous_msgid_plural="olds",
        msgctxt="new",
        msgid="new\ntext",
        msgid_plural="news",
        msgstr=("a", "b\nc"),
    ),
    PoEntry(references=("文 件.md:3", *(f"文件{number}.md:{number}" for number in range(10, 20))), msgid="names"),
    PoEntry(
        comments=("why",),
        extracted=("was",),
        flags=("fuzzy",),
        previous_msgctxt="c",
        previous_msgid="older\nstill",
        msgctxt="d",
        msgid="gone\nby",
        msgstr=("vorbei",),
        obsolete=True,
    ),
]


def test_entries_are_written_as_msgcat_writes_them():
    text = serialize_po(new_po(HEADERS, SAMPLE))
    assert msgcat(text) == text


@given(files)
def test_everything_is_written_as_msgcat_writes_it(file):
    # msgcat sorts references, drops flags it does not know and "fuzzy" and obsolete entries that have no
    # translation, and puts the other obsolete entries last.
    kept = [
        entry.replace(
            references=(),
            flags=tuple(flag for flag in ("fuzzy", "c-format") if flag in entry.flags and entry.msgstr[0]),
        )
        for entry in sorted(file.entries, key=lambda entry: entry.obsolete)
        if entry.msgstr[0] or not entry.obsolete
    ]
    text = serialize_po(new_po(HEADERS, kept))
    assert msgcat(text) == text


def test_a_comment_that_ends_with_a_backslash_does_not_swallow_the_next_line():
    text = serialize_po(new_po(HEADERS, [PoEntry(comments=("C:\\",), msgid="a", msgstr=("b",))]))
    assert msgcat(text) == text
    assert parse_po(text).entries[0].msgid == "a"


def test_msgfmt_accepts_what_is_written(tmp_path):
    path = tmp_path / "catalog.po"
    path.write_text(serialize_po(new_po(HEADERS, [e for e in SAMPLE if "\n" not in e.msgid])), encoding="utf-8")
    subprocess.run([require("msgfmt"), "--check-format", "-o", tmp_path / "catalog.mo", path], check=True)


plain = st.lists(
    st.sampled_from(["防汛", "the ", "é", "𠮷", '"', "\\", "\\n", "\n", "\t", "#"]), min_size=1, max_size=9
).map("".join)


@given(st.dictionaries(st.tuples(st.none() | plain, plain), plain, max_size=5))
def test_babel_and_polib_read_the_same_units(units):
    entries = [PoEntry(msgctxt=context, msgid=msgid, msgstr=(text,)) for (context, msgid), text in units.items()]
    text = serialize_po(new_po(HEADERS, entries))
    assert {(entry.msgctxt, entry.msgid): entry.msgstr for entry in polib.pofile(text)} == units
    read = read_po(iter(text.encode().splitlines(keepends=True)))
    assert {(message.context, message.id): message.string for message in read if message.id} == units
