"""Who translated and reviewed an entry stands in its comments, survives other tools, and never outlives the text."""

import subprocess
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.programs import require
from support.strategies import mixed_text

from govpub.catalog import carry_over, units_of
from govpub.catalog.records import (
    NO_RECORDS,
    Note,
    is_record,
    name_of,
    one_line,
    records_of,
    signed_review,
    signed_translation,
    with_note,
    with_origin,
    without_note,
    without_review,
)
from govpub.catalog.units import state_of
from govpub.locales import EN, ZH_CN
from govpub.model.segment import Segment, Signature, State
from govpub.po import PoEntry, new_po, parse_po, serialize_po

BEIJING = timezone(timedelta(hours=8))
LI = Signature("Li Hua", datetime(2026, 11, 23, 9, 30, tzinfo=BEIJING))
WANG = Signature("王芳", datetime(2026, 11, 23, 10, 0, tzinfo=BEIJING))
LATER = Signature("Chen Jie", datetime(2026, 11, 24, 8, 0, tzinfo=BEIJING))
LONG = Signature("Maria del Carmen Fernandez Gutierrez de la Vega y Solana", datetime(2026, 1, 2, tzinfo=UTC))
NOTE = "please check the name of the office before this goes out, and ask the county whether the bridge is open"
ENTRY = PoEntry(msgctxt="3fa94c1e22", msgid="全市举行演练。", msgstr=("The city held a drill.",))
DONE = signed_review(signed_translation(ENTRY, LI, "memory 100 -- flood-drill"), WANG)


def test_what_stands_in_the_file():
    assert with_note(DONE, LI, NOTE).comments == (
        "govpub: translated 2026-11-23T09:30:00+08:00 by Li Hua",
        "govpub: origin memory 100 -- flood-drill",
        "govpub: reviewed 2026-11-23T10:00:00+08:00 by 王芳 of 5f5e2a1ed1",
        f"govpub: note 2026-11-23T09:30:00+08:00 by Li Hua -- {NOTE}",
    )


def test_what_is_read():
    found = records_of(with_note(DONE, LI, NOTE))
    assert (found.translator, found.reviewer, found.lapsed) == (LI, WANG, None)
    assert (found.origin, found.notes) == ("memory 100 -- flood-drill", (Note(LI, NOTE),))
    assert records_of(ENTRY) == records_of(ENTRY.replace(comments=("of whom",))) == NO_RECORDS


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, State.REVIEWED),
        ({"msgid": "全市举行了演练。"}, State.TRANSLATED),
        ({"msgstr": ("The city held a drill",)}, State.TRANSLATED),
        ({"flags": ("fuzzy",)}, State.FUZZY),
        ({"msgstr": ("",)}, State.UNTRANSLATED),
        ({"msgctxt": "0000000000", "references": ("x.md:7",), "flags": ("no-wrap",)}, State.REVIEWED),
    ],
)
def test_a_review_holds_for_one_source_and_target_only(change, state):
    changed = DONE.replace(**change)
    assert state_of(changed) is state
    found = records_of(changed)
    assert (found.reviewer, found.lapsed) == ((WANG, None) if state is State.REVIEWED else (None, WANG))


def test_a_review_of_nothing_is_none():
    assert state_of(signed_review(ENTRY.replace(msgstr=("",)), WANG)) is State.UNTRANSLATED
    assert state_of(signed_review(ENTRY.replace(msgstr=("  ",)), WANG)) is State.UNTRANSLATED


def test_who_signs_again_replaces_what_was_signed():
    again = signed_review(DONE, LATER)
    assert [line for line in again.comments if "reviewed" in line] == [again.comments[-1]]
    assert records_of(again).reviewer == LATER
    retranslated = signed_translation(DONE, LATER)
    assert retranslated.comments == ("govpub: translated 2026-11-24T08:00:00+08:00 by Chen Jie",)
    assert state_of(retranslated) is State.TRANSLATED
    assert without_review(DONE).comments == DONE.comments[:2]
    assert with_origin(DONE, "machine libretranslate").comments[-1] == "govpub: origin machine libretranslate"
    assert records_of(with_origin(DONE, " ")).origin == ""


def test_comments_of_people_and_waivers_stay():
    own = ("ask the county", "govpub: ignore terms -- quoted")
    signed = signed_review(signed_translation(ENTRY.replace(comments=own), LI), WANG)
    assert signed.comments[:2] == own
    assert without_review(signed_translation(signed, LATER)).comments[:2] == own


def test_notes_are_told_apart_by_number():
    entry = with_note(with_note(with_note(DONE, LI, "one"), WANG, "two -- or more"), LI, "three")
    assert [note.text for note in records_of(entry).notes] == ["one", "two -- or more", "three"]
    assert [note.text for note in records_of(without_note(entry, 1)).notes] == ["one", "three"]
    assert without_note(entry, 3) is entry
    assert with_note(DONE, LI, " \n") is DONE


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Li  Hua\n", "Li Hua"),
        ("王芳", "王芳"),
        ("a -- b", "a b"),
        ("-- --", ""),
        ("--force", "--force"),
        ("x\x1b[31m\u202ey\x00", "x[31my"),
        ("n" * 100, "n" * 80),
    ],
)
def test_names(text, name):
    assert name_of(text) == name


def test_a_nameless_signature_is_read_again():
    assert records_of(signed_translation(ENTRY, Signature(" -- ", LI.time))).translator == Signature("?", LI.time)


@pytest.mark.parametrize(
    "comment",
    [
        "govpub: translated",
        "govpub: translated yesterday by Li Hua",
        "govpub: translated 2026-11-23T09:30:00 by Li Hua",
        "govpub: translated 2026-11-23T09:30:00+08:00 by  ",
        "govpub: reviewed 2026-11-23T10:00:00+08:00 by Wang Fang",
        "govpub: reviewed 2026-11-23T10:00:00+08:00 by Wang Fang of 5F5E2A1ED1",
        "govpub: reviewed x by y of 5f5e2a1ed1",
        "govpub: origin",
        "govpub: note",
        "govpub: note 2026-11-23T10:00:00+08:00 by Wang Fang",
        "govpub: note someday by Wang Fang -- x",
    ],
)
def test_a_malformed_record_records_nothing(comment):
    entry = ENTRY.replace(comments=(comment, "more"))
    assert is_record(comment)
    assert records_of(entry) == NO_RECORDS
    assert state_of(entry) is State.TRANSLATED


def test_other_words_are_no_records():
    assert not any(map(is_record, ("govpub: ignore x -- y", "govpub: reviewed-by Li", "notes", "by govpub: note")))


def test_of_several_the_latest_counts():
    twice = DONE.replace(comments=(*signed_review(signed_translation(ENTRY, LATER), LATER).comments, *DONE.comments))
    assert (records_of(twice).translator, records_of(twice).reviewer) == (LATER, LATER)


def test_the_units_know():
    [unit] = units_of(new_po({}, (DONE,)), [Segment(id="3fa94c1e22", text=DONE.msgid)])
    assert (unit.state, unit.translator, unit.reviewer) == (State.REVIEWED, LI, WANG)
    assert unit.origin == "memory 100 -- flood-drill"
    [stale] = units_of(new_po({}, (DONE,)), [Segment(id="3fa94c1e22", text="另一句。")])
    assert (stale.state, stale.translator, stale.reviewer) == (State.FUZZY, LI, None)


def carried(entries, *segments):
    old = new_po({"Language": "en"}, entries)
    return carry_over(old, segments, source=ZH_CN, target=EN, article_name="drill").file


def test_carrying_over_keeps_records_of_what_did_not_change():
    title = signed_review(signed_translation(PoEntry(msgctxt="title", msgid="题", msgstr=("Title",)), LI), WANG)
    moved = carried([title, DONE], Segment(id="3fa94c1e22", text=DONE.msgid), Segment(id="title", text="题目"))
    assert moved.entries[0].comments == DONE.comments
    assert [state_of(entry) for entry in moved.entries] == [State.REVIEWED, State.FUZZY]
    [gone, *_rest] = [
        entry for entry in carried([DONE], Segment(id="1111111111", text="别。")).entries if entry.obsolete
    ]
    assert gone.comments == DONE.comments
    [back] = carried([gone], Segment(id="3fa94c1e22", text=DONE.msgid)).entries
    assert state_of(back) is State.REVIEWED


def through_polib(path: Path, width: int) -> None:
    polib.pofile(str(path), encoding="utf-8", wrapwidth=width).save(str(path))


def through_msgcat(path: Path) -> None:
    subprocess.run([require("msgcat"), "-o", path, path], check=True)


def through_msgmerge(path: Path) -> None:
    template = path.with_suffix(".pot")
    template.write_text(
        serialize_po(new_po({"Content-Type": "text/plain; charset=UTF-8"}, [ENTRY.replace(msgstr=("",))]))
    )
    subprocess.run([require("msgmerge"), "--quiet", "--previous", "-o", path, path, template], check=True)


def through(tool, path, entry):
    path.write_text(serialize_po(new_po({"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}, [entry])))
    tool(path)
    [again] = parse_po(path.read_text()).entries
    return again


TOOLS = {
    "msgcat": through_msgcat,
    "msgmerge": through_msgmerge,
    "polib": lambda path: through_polib(path, 78),
    "polib without wrapping": lambda path: through_polib(path, 0),
}


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_other_tools_keep_records(tool, tmp_path):
    entry = with_note(DONE.replace(comments=("ask the county", *DONE.comments)), LI, NOTE)
    again = through(tool, tmp_path / "x.po", with_note(entry, WANG, "桥" * 60))
    assert state_of(again) is State.REVIEWED
    assert records_of(again) == records_of(with_note(entry, WANG, "桥" * 60))
    assert again.comments[0] == "ask the county"


@pytest.mark.parametrize("tool", TOOLS.values(), ids=TOOLS)
def test_a_review_by_a_long_name_survives_being_wrapped(tool, tmp_path):
    again = through(tool, tmp_path / "x.po", signed_review(signed_translation(ENTRY, LI), LONG))
    assert records_of(again).reviewer == LONG
    assert signed_review(again, WANG).comments == signed_review(signed_translation(ENTRY, LI), WANG).comments


def test_a_comment_below_a_record_stays_a_comment(tmp_path):
    below = "请注意：这里的译法与去年的公报一致，改动以前请先问过办公厅，" * 2
    entry = signed_review(signed_translation(ENTRY, LI), WANG)
    entry = entry.replace(comments=(entry.comments[0], below, entry.comments[1], below))
    assert records_of(entry).translator == LI
    assert signed_translation(entry, LATER).comments[:2] == (below, below)
    noted = with_note(ENTRY, LI, "short").replace(comments=(*with_note(ENTRY, LI, "short").comments, "mine"))
    assert records_of(noted).notes == (Note(LI, "short"),)
    assert without_note(noted, 0).comments == ("mine",)


def test_msgmerge_never_shows_a_changed_source_as_reviewed(tmp_path):
    path, template = tmp_path / "x.po", tmp_path / "x.pot"
    headers = {"Language": "en", "Content-Type": "text/plain; charset=UTF-8"}
    path.write_text(serialize_po(new_po(headers, [DONE])))
    template.write_text(serialize_po(new_po(headers, [PoEntry(msgctxt="3fa94c1e22", msgid="全市举行了演练。")])))
    subprocess.run([require("msgmerge"), "--quiet", "-o", path, path, template], check=True)
    [merged, *_obsolete] = parse_po(path.read_text()).entries
    assert merged.msgstr == DONE.msgstr
    assert state_of(merged) is State.FUZZY
    assert records_of(merged).reviewer is None
    # Not even where somebody then takes the mark away without a look.
    assert state_of(merged.replace(flags=())) is State.TRANSLATED


times = st.datetimes(timezones=st.sampled_from([UTC, BEIJING])).map(lambda time: time.replace(microsecond=0))
signatures = st.builds(Signature, mixed_text, times)


@given(st.lists(mixed_text | mixed_text.map(lambda text: f"govpub: note {text}"), max_size=4), signatures, mixed_text)
def test_any_text_is_read_again(comments, signature, text):
    entry = ENTRY.replace(comments=tuple(line.replace("\n", " ") for line in comments))
    before = records_of(entry)
    signed = signed_review(signed_translation(entry, signature, text), signature)
    named = Signature(name_of(signature.name) or "?", signature.time)
    found = records_of(signed)
    assert (found.translator, found.reviewer, found.origin) == (named, named, one_line(text))
    assert all("\n" not in line for line in signed.comments)
    noted = with_note(ENTRY, signature, text)
    assert [note.text for note in records_of(noted).notes] == ([one_line(text)] if one_line(text) else [])
    assert len(before.notes) <= len(comments)


@given(st.lists(mixed_text, max_size=6), st.sampled_from(["translated", "reviewed", "origin", "note"]))
def test_no_comment_breaks_reading(comments, word):
    entry = ENTRY.replace(comments=(*comments, f"govpub: {word} {' '.join(comments)}", *comments))
    records_of(entry)
    for number in range(3):
        without_note(entry, number)
    without_review(entry)


def test_long_lines_are_read_in_linear_time():
    hostile = ("govpub: reviewed " + "x of " * 20000, "govpub: note " + "a by b -- " * 10000, "y by " * 20000)
    entry = ENTRY.replace(comments=hostile * 3)
    assert records_of(entry).reviewer is None
