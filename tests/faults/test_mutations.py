"""Row 6 of the faults: mutated articles, catalogs, glossaries, configurations and pages; no traceback, no hang."""

from __future__ import annotations

import shutil
import signal
import time
from pathlib import Path

import pytest
from support.effort import count
from support.mutation import mutant
from support.office import ARTICLE, PAGE, SETTINGS
from support.tmx import document, pair

from govpub.cli.run import run

SAMPLES = Path(__file__).parents[2] / "samples"
SECONDS = 10
"""More than this for one mutant is a hang."""
LONGEST = 10_000
"""Bytes of a seed: a change should hit what a short text is made of, not the thousandth entry like the others."""
OWN = """\
# 标题

> 引文[^1]，**《通知》**印发。<b>原样</b> [链接](https://example.org/ "题") `代码`

| 指标 | 数值 |
| :--- | ---: |
| 产值 | 1.26万亿 |

1. 一
   - 二

![图](pictures/a.png "说明")

[^1]: 注。
"""
MEMORY = document(
    pair(
        '会议<bpt i="1" x="1">{b}</bpt>强调<ept i="1"/><ph x="2"/>。',
        'The <hi x="1">meeting</hi><ph x="2"/>.',
        'tuid="1"',
    ),
    '<tu><note>n</note><prop type="p">v</prop><tuv xml:lang="zh_CN"><seg>3.5亿</seg></tuv></tu>',
    prolog='<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n',
)


def seeds(pattern: str, *own: str) -> list[bytes]:
    found = sorted(SAMPLES.glob(pattern))
    assert found, pattern
    return [path.read_bytes()[:LONGEST] for path in found] + [text.encode() for text in own]


def hang(*_signal):
    raise TimeoutError


@pytest.fixture
def office(tmp_path, monkeypatch):
    """A copy of the samples to break, one file at a time."""
    shutil.copytree(SAMPLES, tmp_path / "office", ignore=shutil.ignore_patterns("dist"))
    monkeypatch.chdir(tmp_path / "office")
    monkeypatch.setenv("GOVPUB_DEBUG", "1")  # a fault of ours is then raised, not told in a line
    monkeypatch.setenv("GOVPUB_LANG", "en")
    return tmp_path / "office"


ARTICLES = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.glob("articles/*.md"))[:1] or [""]
FIRST = ARTICLES[0]
CASES = {
    "article": (
        "articles/*.md",
        (ARTICLE, ARTICLE + OWN),
        FIRST,
        (["check", FIRST], ["export", FIRST, "--draft"], ["translate", FIRST], ["status", FIRST, "--format", "html"]),
    ),
    "catalog": (
        "articles/*.po",
        (),
        FIRST.replace(".md", ".en.po"),
        (["check", FIRST], ["export", FIRST, "--draft"], ["translate", FIRST], ["status", "articles"]),
    ),
    "glossary": (
        "../locales/glossary/*.po",
        (),
        "glossary/zh_CN-en.po",
        (["glossary", "test"], ["glossary", "find", "会议"], ["glossary", "stats"]),
    ),
    "settings": (
        "govpub.toml",
        (SETTINGS,),
        "govpub.toml",
        (["export", FIRST, "--draft", "--format", "html"], ["check", FIRST]),
    ),
    "strings": (
        "../locales/zh_CN/LC_MESSAGES/ui.po",
        (),
        "locales/zh_CN/LC_MESSAGES/ui.po",
        (["export", FIRST, "--format", "html,txt"],),
    ),
    "page": (
        "govpub.toml",
        (PAGE, PAGE, PAGE),
        "page.html",
        (["import", "page.html", "--out", "articles/imported.md"],),
    ),
    "memory": (
        "govpub.toml",
        (MEMORY, MEMORY, MEMORY),
        "memory.tmx",
        (["check", "memory.tmx"], ["memory", "import", "memory.tmx"]),
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", CASES)
def test_a_mutant_is_an_error_or_a_result(office, seeded_random, kind, tmp_path, capsys):
    pattern, own, name, commands = CASES[kind]
    originals = seeds(pattern, *own)
    path = office / name
    path.parent.mkdir(parents=True, exist_ok=True)
    signal.signal(signal.SIGALRM, hang)
    for number in range(count(short=100)):
        content = mutant(originals, seeded_random)
        path.write_bytes(content)
        (office / "articles" / "imported.md").unlink(missing_ok=True)
        command = seeded_random.choice(commands)
        started = time.monotonic()
        signal.alarm(SECONDS)
        try:
            status = run(command)
        except BaseException as error:
            (tmp_path / "mutant").write_bytes(content)
            pytest.fail(f"{type(error).__name__} in mutant {number}, {tmp_path / 'mutant'}: govpub {' '.join(command)}")
            raise
        finally:
            signal.alarm(0)
        said = capsys.readouterr()
        assert status in {0, 1, 2}, (said.err, time.monotonic() - started)
        assert status == 0 or said.err or said.out
        if status == 2:
            assert "what to do" in said.err, said.err
