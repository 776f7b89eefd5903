"""Which layout a release has on paper: what the command says, else the article, else what it is, else the office."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from govpub.workflow.export import Choices, export

ARTICLE = "---\nid: lakes\nlang: zh-CN\ntitle: 通知\npublished: 2024-07-05T09:30+08:00\n{keys}---\n\n正文。\n"
DOCUMENT = "document: {signed: 2024-07-03, number: 云政办发〔2024〕12号}\n"


def _styles(folder: Path, *, keys: str = "", office: str = "", preset=None) -> str:
    (folder / "articles").mkdir()
    (folder / "govpub.toml").write_text(office, encoding="utf-8")
    article = folder / "articles" / "lakes.md"
    article.write_text(ARTICLE.format(keys=keys), encoding="utf-8")
    choices = Choices(formats=("docx",), editions=("zh-CN",), out=folder / "out", preset=preset)
    exports = export([article], choices, now=datetime(2025, 1, 1, tzinfo=UTC))
    assert not exports.failures
    with zipfile.ZipFile(folder / "out" / "lakes" / "lakes.zh-CN.docx") as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("keys", "office", "preset", "official"),
    [
        ("", "", None, False),
        ("", "", "gongwen", True),
        ("", '[export]\npreset = "gongwen"\n', None, True),
        ("preset: news\n", '[export]\npreset = "gongwen"\n', None, False),
        ("preset: gongwen\n", "", None, True),
        ("preset: gongwen\n", "", "news", False),
        (DOCUMENT, "", None, True),
        (DOCUMENT + "preset: news\n", "", None, False),
        (DOCUMENT, "", "news", False),
    ],
)
def test_the_nearest_word_counts(tmp_path: Path, keys: str, office: str, preset, official: bool) -> None:
    text = _styles(tmp_path, keys=keys, office=office, preset=preset)
    assert ("FooterOdd" in text or "w:titlePg" not in text) == official
    assert ("云政办发〔2024〕12号" in text) == (official and keys == DOCUMENT)
