"""Whatever stands in a catalog and whatever the memory knows: what has a text keeps every byte of it."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from support.effort import FULL
from support.strategies import single_line

from govpub.catalog import carry_over
from govpub.locales import EN, ZH_CN
from govpub.memory import Memory, Remembered, SqliteStore
from govpub.model.segment import State
from govpub.po import parse_po, serialize_po
from govpub.segmentation import placeholder_faults, segment
from govpub.workflow.pretranslate import pretranslate
from govpub.workflow.workspace import open_article

HEAD = "---\nid: drill\nlang: zh-CN\ntitle: 演练\npublished: 2024-06-03T09:30+08:00\n---\n\n"
SENTENCES = ("演练在三个县举行。", "演练在五个县举行。", "**各部门**参加了演练。", "群众已经转移。", "群众没有转移。")
COMMENTS = st.sampled_from(
    [
        (),
        ("a note",),
        ("govpub: note 2026-11-23T10:00:00+08:00 by Li Hua -- see",),
        ("govpub: translated 2026-11-23T10:00:00+08:00 by Li Hua", "govpub: origin memory 90 -- x"),
        ("govpub: origin",),
    ]
)
ENTRY = st.tuples(st.just("") | single_line, st.sampled_from([(), ("fuzzy",)]), st.none() | single_line, COMMENTS)
REMEMBERED = st.builds(
    Remembered,
    source=st.sampled_from([text.replace("**各部门**", "<1>各部门</1>") for text in SENTENCES]),
    target=single_line | st.just("<1>All</1> took part."),
    source_locale=st.just(ZH_CN),
    target_locale=st.just(EN),
    article=st.sampled_from(["", "a", "b"]),
    origin=st.just("x"),
    state=st.sampled_from([State.TRANSLATED, State.REVIEWED]),
    before=st.sampled_from(["", *SENTENCES]),
    after=st.sampled_from(["", *SENTENCES]),
)


@settings(max_examples=1000 if FULL else 40)
@given(
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4),
    st.lists(ENTRY, min_size=6, max_size=6),
    st.lists(REMEMBERED, max_size=6),
    st.sampled_from(["fuzzy", "translated"]),
)
def test_only_empty_entries_change_and_twice_is_once(sentences, made, known, in_context):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "govpub.toml").write_text(f'[memory]\nin-context = "{in_context}"\n', encoding="utf-8")
        (folder / "drill.md").write_text(HEAD + "\n\n".join(sentences) + "\n", encoding="utf-8")
        catalog = folder / "drill.en.po"
        catalog.write_text(_catalog(folder / "drill.md", made), encoding="utf-8")
        _remember(folder, known)
        before = {entry.key: entry for entry in parse_po(catalog.read_text(encoding="utf-8")).entries}
        done = pretranslate(folder / "drill.md")
        content = catalog.read_bytes()
        for entry in parse_po(content.decode()).entries:
            old = before.pop(entry.key)
            if "".join(old.msgstr).strip():
                assert entry == old
            elif entry != old:
                assert entry.fuzzy or in_context == "translated"
                assert {line for line in old.comments if not line.startswith("govpub: origin")} <= set(entry.comments)
        assert not before
        assert all(not placeholder_faults(fill.segment, fill.text) for fill in done.fills)
        assert pretranslate(folder / "drill.md").fills == ()
        assert catalog.read_bytes() == content


def _catalog(article, made):
    opened = open_article(article).article
    segments = segment(opened)
    carried = carry_over(None, segments, source=ZH_CN, target=EN, article_name=article.name)
    entries = [
        entry.replace(msgstr=(text,), flags=flags, previous_msgid=previous, comments=comments)
        for entry, (text, flags, previous, comments) in zip(carried.file.entries, made, strict=False)
    ]
    return serialize_po(carried.file.replace_entries(entries))


def _remember(folder, known):
    (folder / "memory").mkdir()
    store = SqliteStore(folder / "memory" / "zh_CN-en.sqlite")
    Memory(store, ZH_CN, EN).remember(known)
    store.close()
