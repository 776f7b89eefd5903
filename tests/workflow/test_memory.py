"""The workspace's memory: filled by what translators confirm, asked in both directions."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from support.memories import DAY, remembered
from support.tmx import document, pair

from govpub.errors import ProjectError, TmxError, UsageError
from govpub.locales import EN, ZH_CN
from govpub.memory import Added, MatchKind, Remembered, Selection, sqlite_index
from govpub.model.segment import Segment, Signature, State, Unit
from govpub.workflow import memory
from govpub.workflow.memory_exchange import Manner, import_memory
from govpub.workflow.workspace import open_article, project_at

NOTICE = "articles/fire-prevention-notice.md"
STATES = (State.REVIEWED, State.TRANSLATED, State.FUZZY, State.UNTRANSLATED)
UNITS = tuple(
    Unit(
        segment=Segment(id=state.value, text=f"第{number}句。"),
        target="" if state is State.UNTRANSLATED else f"Sentence {number}.",
        state=state,
        translator=Signature("Li Hua", DAY) if state is State.REVIEWED else None,
        reviewer=Signature("Wang Fang", DAY.replace(hour=15)) if state is State.REVIEWED else None,
    )
    for number, state in enumerate(STATES, 1)
)


@pytest.fixture
def article(workspace):
    return open_article(workspace / NOTICE).article


def project(workspace, **changes):
    return dataclasses.replace(project_at(workspace), **changes)


def stored(workspace) -> list[Remembered]:
    with memory.open_store(project_at(workspace)) as store:
        return list(store.all(Selection()))


def test_a_reviewed_unit_is_remembered_with_all_that_is_known_of_it(workspace, article):
    assert memory.remember_units(project_at(workspace), article, UNITS) == Added(new=1)
    assert memory.remember_units(project_at(workspace), article, UNITS) == Added(same=1)
    assert stored(workspace) == [
        Remembered(
            source="第1句。",
            target="Sentence 1.",
            source_locale=ZH_CN,
            target_locale=EN,
            origin="govpub",
            article=article.id,
            translator="Li Hua",
            time=DAY.replace(hour=15),
            state=State.REVIEWED,
            before="",
            after="第2句。",
        )
    ]


@pytest.mark.parametrize(
    ("fill", "wanted", "targets"),
    [
        ("reviewed", None, ["Sentence 1."]),
        ("translated", None, ["Sentence 1.", "Sentence 2."]),
        ("translated", {"translated", "fuzzy"}, ["Sentence 2."]),
        ("reviewed", {"translated"}, None),
        ("never", None, None),
    ],
)
def test_the_office_says_what_is_remembered(workspace, article, fill, wanted, targets):
    memory.remember_units(project(workspace, memory_fill=fill), article, UNITS, wanted)
    there = memory.memory_file(project_at(workspace)).exists()
    assert there == (targets is not None), "nothing to remember, no file"
    if there:
        assert [entry.target for entry in stored(workspace)] == targets


def test_outside_of_a_workspace_nothing_is_written(tmp_path, article):
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    assert memory.remember_units(project_at(folder), article, UNITS) == Added()
    assert list(folder.iterdir()) == []
    with pytest.raises(ProjectError), memory.open_store(project_at(folder)):
        pass


def test_a_memory_is_there_once_it_holds_something(workspace, article):
    assert memory.memory_of(project_at(workspace), ZH_CN, EN) is None
    with pytest.raises(UsageError, match="no translation memory"):
        memory.statistics(workspace)
    assert not memory.memory_file(project_at(workspace)).parent.exists()
    memory.remember_units(project_at(workspace), article, UNITS)
    found = memory.memory_of(project_at(workspace), ZH_CN, EN)
    assert [match.kind for match in found.lookup("第1句。", "", "第2句。")] == [MatchKind.CONTEXT]
    found.store.close()
    elsewhere = project(workspace, memory=Path("new/x.sqlite"))
    made = memory.memory_of(elsewhere, EN, ZH_CN, create=True)
    assert made.lookup("anything") == ()
    made.store.close()


def test_articles_of_both_languages_are_added(workspace):
    added = dict(memory.add([workspace / "articles"]))
    assert all(isinstance(done, Added) for done in added.values())
    assert sum(done.new for done in added.values()) == memory.statistics(workspace).entries > 50
    assert set(memory.statistics(workspace).pairs) == {("zh-CN", "en"), ("en", "zh-CN")}
    again = dict(memory.add([workspace / "articles"]))
    assert sum(done.new + done.replaced for done in again.values()) == 0


def test_an_article_without_a_catalog_adds_nothing_and_a_broken_one_says_so(workspace):
    (workspace / "articles/fire-prevention-notice.en.po").unlink()
    (workspace / "articles/planning-meeting.md").write_text("---\nid: [\n---\n", encoding="utf-8")
    done = dict(memory.add([workspace / "articles"]))
    assert done[workspace / NOTICE] == Added()
    broken = done[workspace / "articles/planning-meeting.md"]
    assert broken.at.path == workspace / "articles/planning-meeting.md"


def test_what_is_forgotten_must_be_said(workspace, article):
    memory.remember_units(project(workspace, memory_fill="translated"), article, UNITS)
    with pytest.raises(UsageError, match="nothing says"):
        memory.forget(workspace, Selection())
    selection = Selection(text="sentence 2")
    assert memory.count(workspace, selection) == memory.forget(workspace, selection) == 1
    assert memory.count(workspace, Selection()) == 1


def test_a_large_file_that_is_broken_at_its_end_replaces_nothing(workspace, monkeypatch):
    monkeypatch.setattr(sqlite_index, "_AT_ONCE", 10)  # so that a few thousand entries take several transactions
    ours = remembered("演习开始。", "Ours.", article="drill", time=DAY)
    with memory.open_store(project_at(workspace), create=True) as store:
        store.add([ours])
    named = '<prop type="x-govpub-article">drill</prop>'
    newer = pair("演习开始。", "Theirs.", 'changedate="20991231T000000Z"', inside=named)
    others = (pair(f"第{number}句。", f"No. {number}.") for number in range(4500))
    file = workspace / "theirs.tmx"
    file.write_text(document(newer, *others, "<broken/>"), encoding="utf-8")
    with pytest.raises(TmxError, match="broken"):
        import_memory(workspace, file, Manner())
    assert stored(workspace) == [ours]
