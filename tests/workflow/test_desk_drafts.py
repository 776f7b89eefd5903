"""The desk: what is typed is kept, and is a person's own."""

from __future__ import annotations

import subprocess

from support.desks import at_desk, ids_of

from govpub.workflow.workspace import article_files


def test_what_is_typed_is_offered_to_the_next_session(desk, path):
    first, second = ids_of(desk)[1:3]
    desk.keep_draft(first, "The dr")
    desk.keep_draft(first, "The drill\nhas")
    desk.keep_draft(second, "x")
    desk.drop_draft(second)
    desk.close()
    again = at_desk(path)
    assert dict(again.drafts) == {first: "The drill\nhas"}
    again.confirm(first, "The drill has begun.")
    assert dict(again.drafts) == {}
    again.close()
    assert dict(at_desk(path).drafts) == {}


def test_drafts_are_a_person_s_own(desk, path):
    first = ids_of(desk)[1]
    desk.keep_draft(first, "The drill")
    other = at_desk(path, "Wang Fang")
    assert dict(other.drafts) == {}
    other.keep_draft(first, "A drill")
    other.close()
    desk.close()
    assert dict(at_desk(path).drafts) == {first: "The drill"}
    assert dict(at_desk(path, "Wang Fang").drafts) == {first: "A drill"}


def test_what_stands_on_disk_is_no_draft(desk):
    first = ids_of(desk)[1]
    desk.confirm(first, "The drill has begun.")
    desk.keep_draft(first, "The drill has begun!")
    desk.keep_draft(first, "The drill has begun.")
    assert dict(desk.drafts) == {}


def test_two_sessions_of_one_person_do_not_mix_and_lose_nothing(desk, path):
    first, second, third = ids_of(desk)[1:4]
    beside = at_desk(path)
    desk.keep_draft(first, "one")
    beside.keep_draft(second, "two")
    beside.confirm(third, "Three.")
    assert dict(beside.drafts) == {second: "two"}
    desk.close()
    beside.close()
    again = at_desk(path)
    assert dict(again.drafts) == {first: "one", second: "two"}
    step = again.undo()
    assert step is not None
    assert step.ids == (third,)
    again.close()
    assert dict(at_desk(path).drafts) == {first: "one", second: "two"}


def test_a_session_that_is_open_keeps_its_own(desk, path):
    second = ids_of(desk)[2]
    beside = at_desk(path)
    beside.keep_draft(second, "two")
    desk.close()
    again = at_desk(path)
    assert dict(again.drafts) == {}
    beside.close()
    again.close()
    assert dict(at_desk(path).drafts) == {second: "two"}


def test_the_journals_are_hidden(desk, tmp_path):
    desk.keep_draft(ids_of(desk)[1], "The drill")
    assert [found.name for found in article_files(tmp_path)] == ["drill.md"]
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    listed = subprocess.run(
        ["git", "status", "--short", "-uall"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert sorted(line.split()[1] for line in listed.stdout.splitlines()) == [
        "articles/drill.en.po",
        "articles/drill.md",
        "govpub.toml",
    ]
