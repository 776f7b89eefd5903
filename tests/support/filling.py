"""A workspace with one article and a memory, whose empty segments are filled."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from govpub.locales import EN, ZH_CN
from govpub.memory import Memory, Remembered, SqliteStore
from govpub.model.segment import State
from govpub.po import parse_po, serialize_po
from govpub.workflow.machine import Order
from govpub.workflow.pretranslate import pretranslate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from govpub.po import PoEntry
    from govpub.workflow.prefill import Fill
    from govpub.workflow.pretranslate import Pretranslation

__all__ = ["BODY", "DIKES", "HEAD", "MARKED", "TEXT", "TITLE", "FillingOffice"]

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
HEAD = "---\nid: drill\nlang: zh-CN\ntitle: 全市举行防汛演练\npublished: 2024-06-03T09:30+08:00\n---\n\n"
BODY = "一季度全市共转移群众120人。\n\n演练在三个县同时举行。**各部门**参加了演练。\n\n- 检查堤防\n"
TITLE, TEXT, DIKES = "全市举行防汛演练", "演练在三个县同时举行。", "检查堤防"
MARKED = "<1>各部门</1>参加了演练。"


class FillingOffice:
    """A workspace with one article and a memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "articles").mkdir()
        (folder / "glossary").mkdir()
        self.article = folder / "articles" / "drill.md"
        self.catalog = folder / "articles" / "drill.en.po"
        self.settings("")
        self.write(BODY)

    def settings(self, text: str) -> None:
        """Write govpub.toml."""
        (self.folder / "govpub.toml").write_text(text, encoding="utf-8")

    def write(self, body: str, head: str = HEAD) -> None:
        """Write the article."""
        self.article.write_text(head + body, encoding="utf-8")

    def term(self, source: str, rendering: str) -> None:
        """Add a term to the glossary."""
        entry = f'#. class: term\nmsgid "{source}"\nmsgstr "{rendering}"\n\n'
        path = self.folder / "glossary" / "zh_CN-en.po"
        head = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: zh-CN\\n"\n\n'
        old = path.read_text(encoding="utf-8") if path.exists() else head
        path.write_text(old + entry, encoding="utf-8")

    def remember(self, source: str, target: str, **known: object) -> None:
        """Put a translation into the memory, `known` saying otherwise what is known of it."""
        path = self.folder / "memory" / "zh_CN-en.sqlite"
        path.parent.mkdir(exist_ok=True)
        store = SqliteStore(path)
        entry = {"origin": "govpub", "article": "last-year", "state": State.REVIEWED} | known
        locales = {"source_locale": ZH_CN, "target_locale": EN}
        Memory(store, ZH_CN, EN).remember([Remembered(source=source, target=target, **locales, **entry)])
        store.close()

    def run(self, *names: str, **order: bool) -> tuple[Pretranslation, Mapping[str, Fill]]:
        """Fill the empty segments, the machine those that are named; return what was done, and the fills by source."""
        made = pretranslate(self.article, Order(names=names, **order) if names else None, now=NOW)
        return made, {fill.segment.text: fill for fill in made.fills}

    def entry(self, text: str) -> PoEntry:
        """Return the catalog's entry of this source text."""
        file = parse_po(self.catalog.read_text(encoding="utf-8"))
        [entry] = [entry for entry in file.entries if entry.msgid == text and not entry.obsolete]
        return entry

    def edit(self, text: str, **changes: object) -> None:
        """Change the entries of this source text, as another program does."""
        file = parse_po(self.catalog.read_text(encoding="utf-8"))
        entries = [entry.replace(**changes) if entry.msgid == text else entry for entry in file.entries]
        self.catalog.write_text(serialize_po(file.replace_entries(entries)), encoding="utf-8")
